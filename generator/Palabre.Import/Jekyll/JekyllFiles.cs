using System.Text;
using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Import.Jekyll;

/// <summary>The files of a Jekyll or Hugo site as files of a site of ours: its texts where they are, its pages where ours would be.</summary>
internal sealed class JekyllFiles
{
    /// <summary>What a site's settings may be called, the likelier first.</summary>
    internal static readonly string[] Configurations = ["_config.yml", "_config.yaml", "hugo.yaml", "hugo.yml", "config.yaml", "config.yml", "hugo.toml", "config.toml", "hugo.json", "config.json"];

    private readonly Dictionary<string, ImportFile> files = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> folders = new(StringComparer.Ordinal), addresses = new(StringComparer.Ordinal);
    private readonly HashSet<string> templates = new(StringComparer.Ordinal), ofBundles = new(StringComparer.Ordinal);

    /// <param name="isInPlace">They stay where they are: only what our own readers find there is read.</param>
    internal JekyllFiles(ImportSource source, bool isInPlace)
    {
        Posts = First(source, "_posts", "content/posts", "content/post", "content/blog") ?? "_posts";
        Configuration = ConfigurationOf(source);
        Hugo = IsJekyll || Configuration?.Path.StartsWith('_') == true ? null : new(Configuration?.Map);
        Comments = First(source, "_data/comments", "src/_data/comments", "data/comments") ?? "_data/comments";
        var bundles = Hugo is null || isInPlace ? [] : source.Files.Where(f => IsIn(f.Path, Posts) && IsLeaf(f.Path)).Select(f => SitePaths.Folder(f.Path)).Where(folder => folder != Posts).ToHashSet(StringComparer.Ordinal);
        foreach (var file in source.Files)
        {
            var path = file.Path;
            if (bundles.Contains(SitePaths.Folder(path)) && IsMarkdown(path))
            {
                if (!IsLeaf(path)) ofBundles.Add(path);
                // A text in a language goes by the name of its folder, as the other does.
                else if (Hugo?.LanguageOf(path) is { } tag) Take(file, $"{SitePaths.Folder(path)}.{tag}{path[path.LastIndexOf('.')..]}");
                else Take(file, path);
                continue;
            }

            if (!isInPlace && Elsewhere(path) is { } folder && IsMarkdown(path)) Take(file, $"{Posts}/{folder}/{path[(path.LastIndexOf('/') + 1)..]}", folder);
            else if (IsIn(path, Posts) && EndsInHtml(path)) Take(file, path[..^5] + ".md");
            else if (IsIn(path, Posts) ? IsMarkdown(path) && !path.EndsWith("/_index.md", StringComparison.Ordinal) : IsIn(path, Comments) && IsData(path)) Take(file, path);
            else if (!isInPlace && IsIn(path, Comments) && path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) Take(file, path[..^5] + ".yml"); // which YAML takes in
            else if (IsPage(path)) Take(file, DescriptionPath.Pages + path[(path.LastIndexOf('/') + 1)..]);
            else if (!isInPlace && IsFurtherPage(path) && FrontOf(file) is { } text)
            {
                if (!IsMarkdown(path) && text.Contains("{% for", StringComparison.Ordinal)) templates.Add(path);
                else TakePage(file);
            }
        }
    }

    internal string Posts { get; }

    internal string Comments { get; }

    /// <summary>The settings of the old site; null where it has none.</summary>
    internal (string Path, YamlMap? Map)? Configuration { get; }

    /// <summary>Null where the site is Jekyll's.</summary>
    internal HugoAddresses? Hugo { get; }

    internal bool IsJekyll => Posts == "_posts";

    /// <summary>The folders above a <c>_posts</c> that is not at the top: categories of its posts (Jekyll's documentation, Posts).</summary>
    internal IReadOnlyList<string> FoldersAbove(string path) => folders.TryGetValue(path, out var above) ? above.Split('/') : [];

    /// <summary>Where Jekyll put a page that has no permalink, in the style of the site's; null of one at the top.</summary>
    internal string? AddressOf(string page) => addresses.GetValueOrDefault(page);

    /// <summary>Whether it is a text that Hugo makes no page of, beside one that it does (a leaf bundle).</summary>
    internal bool IsOfBundle(string path) => ofBundles.Contains(path);

    private bool IsLeaf(string path) => IsMarkdown(path) && SitePaths.Stem(path) is var stem && (stem == "index" || (stem.StartsWith("index.", StringComparison.Ordinal) && Hugo?.LanguageOf(path) is not null));

    /// <summary>Where in the source a file of ours comes from.</summary>
    internal string SourceOf(string path) => files[path].Path;

    /// <summary>Whether it is a text in a folder of Jekyll's that has no meaning of its own.</summary>
    internal static bool IsOfCollection(string path) => path.StartsWith('_') && IsMarkdown(path) && path.Split('/')[0] is not ("_layouts" or "_includes" or "_sass" or "_data" or "_plugins" or "_site");

    /// <summary>Whether a file of the source makes a page by Liquid's loops, of texts that are elsewhere.</summary>
    internal bool IsTemplate(string path) => templates.Contains(path);

    /// <summary>Whether a file of the source is read as a text.</summary>
    internal bool Has(ImportFile file) => taken.Contains(file.Path);

    internal bool IsHtml(string path) => files.TryGetValue(path, out var file) && EndsInHtml(file.Path);

    internal SiteFiles ToSiteFiles() => new(
        [.. files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new SourceFile(f.Key, f.Value.Length))],
        file => new(BytesOf(file.Path), null));

    internal byte[] BytesOf(string path) => JsonFrontMatter.ToYaml(Toml.ToYaml(Bytes(files[path])));

    internal static byte[] Bytes(ImportFile file)
    {
        using var stream = file.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static (string Path, YamlMap? Map)? ConfigurationOf(ImportSource source)
    {
        if (Configurations.Select(source.Find).FirstOrDefault(f => f is not null) is not { } file) return null;
        var text = Encoding.UTF8.GetString(Bytes(file));
        if (file.Path.EndsWith(".toml", StringComparison.Ordinal)) text = Fields(Toml.ToYaml(Encoding.UTF8.GetBytes($"+++\n{text}\n+++\n")));
        if (file.Path.EndsWith(".json", StringComparison.Ordinal)) text = Fields(JsonFrontMatter.ToYaml(Encoding.UTF8.GetBytes(text)));
        return (file.Path, YamlReader.ReadOne(TextFile.WithLineFeeds(text), new(file.Path)).Value as YamlMap);
    }

    /// <summary>Without the lines of hyphens around them; what has none is as it is.</summary>
    private static string Fields(byte[] yaml) => Encoding.UTF8.GetString(yaml) is var text && text.StartsWith("---\n", StringComparison.Ordinal) ? text[4..].Split("\n---\n")[0] : text;

    /// <summary>Of a file in a <c>_posts</c> that is not at the top, what stands above that.</summary>
    private string? Elsewhere(string path)
    {
        var at = IsJekyll && !path.StartsWith('_') ? path.IndexOf("/_posts/", StringComparison.Ordinal) : -1;
        return at > 0 ? path[..at] : null;
    }

    /// <summary>A page in a folder of its own, or below others, has the name of its path.</summary>
    private void TakePage(ImportFile file)
    {
        var path = file.Path[..file.Path.LastIndexOf('.')];
        var isIndex = path.EndsWith("/index", StringComparison.Ordinal);
        var name = isIndex ? path[..^"/index".Length] : path;
        var stem = name.Replace('/', '-');
        var page = DescriptionPath.OfPage(stem);
        for (var n = 2; files.ContainsKey(page); n++) page = DescriptionPath.OfPage($"{stem}-{Account.Number(n)}");
        Take(file, page);
        addresses[page] = isIndex ? $"/{name}/" : $"/{name}.html";
    }

    /// <summary>What may be a page of Jekyll's: any text with front matter, in a folder that has no meaning of its own.</summary>
    private bool IsFurtherPage(string path) => IsJekyll && path.Split('/').All(part => part[0] is not ('_' or '.') && part is not ("vendor" or "node_modules"))
        && (path.Contains('/', StringComparison.Ordinal) ? IsMarkdown(path) || EndsInHtml(path) : EndsInHtml(path) && path is not ("index.html" or "404.html"));

    private static bool EndsInHtml(string path) => path.EndsWith(".html", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text of a file that begins with front matter; null of others.</summary>
    private static string? FrontOf(ImportFile file) =>
        Encoding.UTF8.GetString(Bytes(file)).TrimStart('\uFEFF') is var text && text.StartsWith("---", StringComparison.Ordinal) ? text : null;

    private void Take(ImportFile file, string path, string? above = null)
    {
        if (!files.TryAdd(path, file)) return;
        taken.Add(file.Path);
        if (above is not null) folders[path] = above;
    }

    private static string? First(ImportSource source, params string[] folders) =>
        folders.FirstOrDefault(folder => source.Files.Any(f => IsIn(f.Path, folder)));

    private static bool IsIn(string path, string folder) => SitePaths.IsIn(path, folder);

    internal static bool IsMarkdown(string path) => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);

    private static bool IsData(string path) => path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase);

    /// <summary>A text at the top, in <c>_pages/</c> or <c>pages/</c>, or at the top of Hugo's content.</summary>
    private static bool IsPage(string path)
    {
        var folder = SitePaths.Folder(path);
        return IsMarkdown(path) && folder is "" or "_pages" or "pages" or "content"
            && SitePaths.Stem(path).ToUpperInvariant() is not ("README" or "LICENSE" or "CHANGELOG" or "CONTRIBUTING" or "INDEX" or "_INDEX" or "404" or "CODE_OF_CONDUCT" or "HISTORY");
    }
}
