using System.Buffers;
using System.Text;
using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Site;
using Palabre.Threading;

namespace Palabre.Tests.Support;

/// <summary>
/// A site in one text: a line <c>-- content/site.yml --</c> begins a file, which goes on to the next such line. A site
/// without <c>content/site.yml</c> has the default settings, and nothing is said about them.
/// </summary>
internal static class SiteText
{
    /// <summary>1 June 2010, noon: what is dated later is in the future.</summary>
    internal static ReadingOptions Options { get; } =
        new(new DateTimeOffset(2010, 6, 1, 12, 0, 0, TimeSpan.Zero)) { Jobs = 2 };

    internal static SiteFiles Files(string site)
    {
        var files = new SortedDictionary<string, StringBuilder>(StringComparer.Ordinal);
        StringBuilder? text = null;
        foreach (var line in site.Split('\n'))
        {
            if (line.StartsWith("-- ", StringComparison.Ordinal) && line.EndsWith(" --", StringComparison.Ordinal))
                files.Add(line[3..^3], text = new());
            else (text ?? throw new ArgumentException($"'{line}' stands before the first file.")).Append(line).Append('\n');
        }

        return Files(files.ToDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value.ToString()), StringComparer.Ordinal));
    }

    internal static SiteFiles Files(IReadOnlyDictionary<string, byte[]> files) => new(
        [.. files.Select(f => new SourceFile(f.Key, f.Value.Length)).OrderBy(f => f.Path, StringComparer.Ordinal)],
        file => new(files[file.Path], null));

    internal static Checked<Settings> Settings(SiteFiles files) =>
        files.Files.FirstOrDefault(f => f.Path == SettingsReader.Path) is { Path: not null } file
            ? SettingsReader.Read(files.Read(file).Bytes)
            : new(new(), []);

    internal static Checked<Archive> Read(string site) => Read(Files(site));

    internal static Checked<Archive> Read(SiteFiles files, ReadingOptions? options = null) =>
        ArchiveReader.Read(files, Settings(files).Value, options ?? Options);

    internal static Checked<Threads> Thread(string site) => Threader.Thread(Read(site).Value);

    internal static SiteBuild Prepare(string site) => Prepare(Files(site));

    internal static SiteBuild Prepare(SiteFiles files) =>
        SiteBuild.Prepare(files, Settings(files), Options, _ => { }, CancellationToken.None);

    /// <summary>A file of the output, as text; what is copied is not made, so it has none.</summary>
    internal static string Text(this SiteBuild build, string path)
    {
        var output = new ArrayBufferWriter<byte>();
        build.Files.OfType<RenderedFile>().Single(f => f.Path == path).Render(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>All that a build tells the editor, every file made if it comes to that, as <c>build --format text</c> orders it.</summary>
    internal static string Told(string site) => Told(Files(site));

    internal static string Told(SiteFiles files)
    {
        var build = Prepare(files);
        if (build.HasErrors) return string.Join('\n', build.Diagnostics); // nothing is made then
        foreach (var file in build.Files.OfType<RenderedFile>()) file.Render(new ArrayBufferWriter<byte>());
        return string.Join('\n', build.Diagnostics);
    }

    internal static string Told<T>(this Checked<T> result) => string.Join('\n', result.Diagnostics.Order(Diagnostic.BySource));

    internal static string[] Codes<T>(this Checked<T> result) => [.. result.Diagnostics.Select(d => d.Code)];
}
