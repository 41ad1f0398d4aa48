using Palabre.Reading;

namespace Palabre.Import.Jekyll;

/// <summary>The files of a Jekyll or Hugo site as files of a site of ours: its texts where they are, its pages where ours would be.</summary>
internal sealed class JekyllFiles
{
    private readonly Dictionary<string, ImportFile> files = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    internal JekyllFiles(ImportSource source)
    {
        Posts = First(source, "_posts", "content/posts", "content/post", "content/blog") ?? "_posts";
        Comments = First(source, "_data/comments", "src/_data/comments", "data/comments") ?? "_data/comments";
        foreach (var file in source.Files)
        {
            var path = file.Path;
            if (IsIn(path, Posts) && path.EndsWith(".html", StringComparison.OrdinalIgnoreCase)) Take(file, path[..^5] + ".md");
            else if (IsIn(path, Posts) ? IsMarkdown(path) && !path.EndsWith("/_index.md", StringComparison.Ordinal) : IsIn(path, Comments) && IsData(path)) Take(file, path);
            else if (IsPage(path)) Take(file, "content/pages/" + path[(path.LastIndexOf('/') + 1)..]);
        }
    }

    internal string Posts { get; }

    internal string Comments { get; }

    /// <summary>Whether a file of the source is read as a text.</summary>
    internal bool Has(ImportFile file) => taken.Contains(file.Path);

    internal bool IsHtml(string path) => files.TryGetValue(path, out var file) && file.Path.EndsWith(".html", StringComparison.OrdinalIgnoreCase);

    internal SiteFiles ToSiteFiles() => new(
        [.. files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new SourceFile(f.Key, f.Value.Length))],
        file => new(BytesOf(file.Path), null));

    internal byte[] BytesOf(string path) => Toml.ToYaml(Bytes(files[path]));

    internal static byte[] Bytes(ImportFile file)
    {
        using var stream = file.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private void Take(ImportFile file, string path)
    {
        if (files.TryAdd(path, file)) taken.Add(file.Path);
    }

    private static string? First(ImportSource source, params string[] folders) =>
        folders.FirstOrDefault(folder => source.Files.Any(f => IsIn(f.Path, folder)));

    private static bool IsIn(string path, string folder) => SitePaths.IsIn(path, folder);

    private static bool IsMarkdown(string path) => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);

    private static bool IsData(string path) => path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase);

    /// <summary>A text at the top, in <c>_pages/</c> or <c>pages/</c>, or at the top of Hugo's content.</summary>
    private static bool IsPage(string path)
    {
        var folder = SitePaths.Folder(path);
        return IsMarkdown(path) && folder is "" or "_pages" or "pages" or "content"
            && SitePaths.Stem(path).ToUpperInvariant() is not ("README" or "LICENSE" or "CHANGELOG" or "CONTRIBUTING" or "INDEX" or "_INDEX" or "404" or "CODE_OF_CONDUCT" or "HISTORY");
    }
}
