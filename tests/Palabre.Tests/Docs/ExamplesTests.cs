using System.Buffers;
using System.Text;
using Palabre.Diagnostics;
using Palabre.Reading;
using Palabre.Site;

namespace Palabre.Tests.Docs;

/// <summary>
/// Examples are read by the readers. The words after a fence's language say what a block is: a path
/// (<c>```yaml content/comments/hello/c01.yml</c>), or a part of a file: <c>post</c>, <c>comment</c>, <c>site</c> (keys),
/// <c>text</c> (of a post). The files of one document make one site.
/// </summary>
public sealed class ExamplesTests
{
    private static readonly string[] Folders = ["content/", "themes/"];

    private static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [TestCase("README.md")]
    [TestCase("content/README.md")]
    [TestCase("themes/README.md")]
    public void Examples_are_read_without_a_word_of_warning(string path)
    {
        var files = SiteOf(Document.Read(path));
        Assert.That(DiagnosticsOf(files).Where(d => d.Severity > Severity.Note).Select(d => d.ToString()), Is.Empty,
            "Read as: " + string.Join(", ", files.Keys));
    }

    [TestCase("README.md")]
    [TestCase("content/README.md")]
    [TestCase("themes/README.md")]
    [TestCaseSource(typeof(Repository), nameof(Repository.Guides))]
    public void Every_example_says_what_it_is(string path) => Assert.That(
        Document.Read(path).Fences.Where(f => f.Language is "yaml" or "markdown" or "html" or "css" or "svg" or "xml" && f.Note.Length == 0).Select(f => $"{path}:{f.Line}"), Is.Empty);

    /// <summary>Without what is of another kind of site.</summary>
    private static SortedDictionary<string, string> SiteOf(Document document)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var fence in document.Fences)
        {
            number++;
            var (path, text) = fence.Note switch
            {
                "post" => ($"content/posts/2011-01-01-example-{number}.md", $"---\ntitle: Example {number}\n{fence.Text}---\n\nText.\n"),
                "comment" => ($"content/comments/hello/example-{number}.yml", $"date: 2011-01-01\nauthor: Jane Doe\nbody: Text.\n{fence.Text}"),
                "site" => ("content/site.yml", files.GetValueOrDefault("content/site.yml", "") + fence.Text),
                "text" => ($"content/posts/2011-01-01-example-{number}.md", $"---\ntitle: Example {number}\n---\n\n{fence.Text}"),
                var note => (note, fence.Text),
            };
            var isOfSite = Folders.Any(start => path.StartsWith(start, StringComparison.Ordinal));
            if (isOfSite) files[path] = text;
        }

        files.TryAdd("content/site.yml", "title: Examples\nbaseUrl: https://example.org/\n");
        // What examples name and cannot be shown as text, and the post that they hang on.
        files["content/media/drawing.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        foreach (var name in files.Keys.Where(path => path.StartsWith("content/comments/", StringComparison.Ordinal)).Select(PostOf).Distinct().ToArray())
            if (!files.Keys.Any(path => path.EndsWith($"-{name}.md", StringComparison.Ordinal)))
                files.Add($"content/posts/2010-01-12-{name}.md", $"---\ntitle: {name}\n---\n\nText.\n");
        return files;
    }

    /// <summary>Of <c>content/comments/hello/c01.yml</c> and <c>content/comments/hello.yml</c>: <c>hello</c>.</summary>
    private static string PostOf(string path) => path.Split('/')[2].Replace(".yml", "", StringComparison.Ordinal);

    private static IReadOnlyList<Diagnostic> DiagnosticsOf(SortedDictionary<string, string> files)
    {
        var bytes = files.ToDictionary(f => f.Key, f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Value));
        var site = new SiteFiles([.. files.Keys.Select(path => new SourceFile(path, bytes[path].Length))], file => new(bytes[file.Path], null));
        var settings = SettingsReader.Read(bytes["content/site.yml"]);
        var build = SiteBuild.Prepare(site, settings, new(Now), _ => { }, CancellationToken.None);
        if (!build.HasErrors)
            foreach (var page in build.Files.OfType<RenderedFile>()) page.Render(new ArrayBufferWriter<byte>());
        return build.Diagnostics;
    }
}
