using System.Collections.Concurrent;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Palabre.Tests.Browser;

/// <summary>A built site.</summary>
/// <param name="Folder">The output.</param>
/// <param name="Base">The path of its home on the server: it begins and ends in '/'.</param>
internal sealed record PublishedSite(DirectoryInfo Folder, string Base)
{
    private readonly ConcurrentDictionary<string, IHtmlDocument> documents = new();

    /// <summary>Every file, from the output folder, with '/' on every system.</summary>
    internal IReadOnlyList<string> Files { get; } = [.. Folder.EnumerateFiles("*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Folder.FullName, file.FullName).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    internal IEnumerable<string> Pages => Files.Where(file => file.EndsWith(".html", StringComparison.Ordinal));

    internal byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Folder.FullName, file));

    internal IHtmlDocument Page(string file) =>
        documents.GetOrAdd(file, f => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(Bytes(f))));

    /// <summary>The file that the server gives for a path below <see cref="Base"/>; null if there is none.</summary>
    internal string? FileAt(string path)
    {
        var file = path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path;
        return File.Exists(Path.Combine(Folder.FullName, file)) ? file : null;
    }

    public override string ToString() => Folder.Name;
}
