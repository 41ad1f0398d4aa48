using System.CommandLine;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Palabre.Cli;

namespace Palabre.Tests.Support;

/// <summary>What a run of the program came to.</summary>
/// <param name="Error">What a terminal shows apart from the report: of the command line and the machine.</param>
internal sealed record Ran(int Status, string Output, string Error);

/// <summary>
/// A site on disk, from a drawing: each file below its line <c>-- path --</c>. One without <c>content/site.yml</c> gets
/// the least that builds without a word. Gone at the end of the test.
/// </summary>
internal sealed class SiteOnDisk : IDisposable
{
    private const string Settings = "content/site.yml";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("palabre-");

    internal SiteOnDisk(string drawing)
    {
        var files = Files(drawing);
        foreach (var (path, text) in files) Write(path, text);
        if (!files.Any(f => f.Path == Settings)) Write(Settings, "title: Test\nbaseUrl: https://example.org\n");
    }

    internal string Root => folder.FullName;

    internal string Output => Path.Combine(Root, "output");

    /// <summary>The published pages, from the output folder, ordinal.</summary>
    internal IReadOnlyList<string> Pages => [.. Directory.EnumerateFiles(Output, "*.html", SearchOption.AllDirectories)
        .Select(page => Path.GetRelativePath(Output, page).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    internal SiteOnDisk Write(string path, string text)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    internal SiteOnDisk Delete(string path)
    {
        File.Delete(Path.Combine(Root, path));
        return this;
    }

    /// <summary>Moves a file or a folder.</summary>
    internal SiteOnDisk Move(string from, string to)
    {
        Action<string, string> move = File.Exists(Path.Combine(Root, from)) ? File.Move : Directory.Move;
        move(Path.Combine(Root, from), Path.Combine(Root, to));
        return this;
    }

    internal string Published(string path) => File.ReadAllText(Path.Combine(Output, path));

    internal IHtmlDocument Page(string path) => new HtmlParser().ParseDocument(Published(path));

    /// <summary>The words of a page's main part, white space made one space.</summary>
    internal string Main(string path) => Words(Page(path).QuerySelector("main")!);

    /// <summary>Runs <c>palabre</c> with the site's folder behind the command.</summary>
    internal Ran Run(string command, params string[] options) => Palabre([command, Root, .. options]);

    /// <summary>Builds, and holds that this went well.</summary>
    internal SiteOnDisk Build(params string[] options)
    {
        var ran = Run("build", options);
        Assert.That(ran.Status, Is.Zero, ran.Output + ran.Error);
        return this;
    }

    /// <summary>Nobody sits at the terminal, and nothing is piped in.</summary>
    internal static Ran Palabre(params string[] arguments) => Palabre(new Terminal(() => null, () => null), arguments);

    internal static Ran Palabre(Terminal terminal, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var status = CommandLine.Run(arguments, new InvocationConfiguration { Output = output, Error = error }, terminal).GetAwaiter().GetResult();
        return new(status, output.ToString(), error.ToString());
    }

    internal static string Words(INode node) =>
        string.Join(' ', node.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Every file below a folder, with its bytes in hexadecimal: equal texts are equal folders.</summary>
    internal static string[] Contents(string folder) => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(file => $"{Path.GetRelativePath(folder, file)} {Convert.ToHexString(File.ReadAllBytes(file))}")];

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Writes the files of a drawing.</summary>
    internal static void WriteTo(string folder, string drawing)
    {
        foreach (var (path, text) in Files(drawing))
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    private static List<(string Path, string Text)> Files(string drawing)
    {
        var files = new List<(string, string)>();
        foreach (var part in ("\n" + drawing).Split("\n-- ")[1..])
        {
            var end = part.IndexOf(" --", StringComparison.Ordinal);
            files.Add((part[..end], part[(end + 3)..].TrimStart('\n') + "\n"));
        }

        return files;
    }
}
