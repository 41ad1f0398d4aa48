using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>What a file of a site is, by its place.</summary>
internal enum FileKind
{
    Post,
    Comments,
    Theme,
    Author,
    Page,
    Media,

    /// <summary>Published at the site's root as it is.</summary>
    Root,

    /// <summary>Read by others (the settings, the look), or meant for people.</summary>
    Aside,

    /// <summary>In a folder that is read, with an ending that is not, or deeper than it is read; or under <c>content/</c>, in none of its folders.</summary>
    Stray,
}

/// <summary>The layout of a site's folder.</summary>
internal static class SitePaths
{
    private const string Content = "content/";

    internal static FileKind KindOf(string path, Settings settings)
    {
        if (IsIn(path, settings.PostsFolder))
            return IsMarkdown(path) ? FileKind.Post : IsYaml(path) ? FileKind.Stray : FileKind.Media;
        if (IsIn(path, settings.CommentsFolder)) return IsYaml(path) ? FileKind.Comments : FileKind.Stray;
        if (path.StartsWith(MediaPath.Folder, StringComparison.Ordinal)) return FileKind.Media;
        if (path.StartsWith(RootPath.Folder, StringComparison.Ordinal)) return FileKind.Root;
        if (path.StartsWith(DescriptionPath.Authors, StringComparison.Ordinal)) return IsYaml(path) ? FileKind.Author : FileKind.Stray;
        if (path.StartsWith(DescriptionPath.Pages, StringComparison.Ordinal)) return IsMarkdown(path) ? FileKind.Page : FileKind.Stray;
        if (IsIn(path, settings.Look)) return FileKind.Aside;
        if (path.StartsWith(Content, StringComparison.Ordinal))
            return path is SettingsReader.Path or LedgerPath.File || Stem(path).Equals("README", StringComparison.OrdinalIgnoreCase) ? FileKind.Aside : FileKind.Stray;
        if (!path.StartsWith(DescriptionPath.Themes, StringComparison.Ordinal)) return FileKind.Aside;
        // Folders below themes/ that begin with '_' are looks; other programs keep theirs in folders of any name.
        var rest = path[DescriptionPath.Themes.Length..];
        if (rest.StartsWith('_') || Stem(path) == "README") return FileKind.Aside;
        return rest.Contains('/', StringComparison.Ordinal) ? IsMarkdown(path) ? FileKind.Stray : FileKind.Aside
            : IsMarkdown(path) ? FileKind.Theme : FileKind.Stray;
    }

    /// <summary>Whether a file is read for an entry: a post or comments.</summary>
    internal static bool IsOfEntries(string path, Settings settings) => KindOf(path, settings) is FileKind.Post or FileKind.Comments;

    /// <summary>The file's name without folder and extension.</summary>
    internal static string Stem(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return dot > 0 ? name[..dot] : name;
    }

    /// <summary>The name that says which post: of <c>2010-01-12-hello/index.md</c>, the folder's.</summary>
    internal static string PostStem(string path)
    {
        var stem = Stem(path);
        if (stem is not ("index" or "README")) return stem;
        var folder = Folder(path);
        return folder.Length > 0 ? folder[(folder.LastIndexOf('/') + 1)..] : stem;
    }

    internal static string Folder(string path) => path.LastIndexOf('/') is > 0 and var end ? path[..end] : "";

    /// <summary>What stands where a stray file does, in words that continue «here …».</summary>
    internal static string Wanted(string path, Settings settings) =>
        path.StartsWith(DescriptionPath.Themes, StringComparison.Ordinal) && path.AsSpan(DescriptionPath.Themes.Length).Contains('/') ? "themes stand in themes/ itself"
        : IsIn(path, settings.PostsFolder) || path.StartsWith(DescriptionPath.Pages, StringComparison.Ordinal) || path.StartsWith(DescriptionPath.Themes, StringComparison.Ordinal)
            ? "files stand that end in .md or .markdown"
        : IsIn(path, settings.CommentsFolder) || path.StartsWith(DescriptionPath.Authors, StringComparison.Ordinal) ? "files stand that end in .yml or .yaml"
        : "only site.yml and addresses.txt stand, and the folders of posts, comments, authors, pages, media and root";

    /// <summary>The folder that was meant, of a file in one whose name is a letter or two from it; null if none is near.</summary>
    internal static string? Meant(string path, Settings settings)
    {
        string[] folders = [settings.PostsFolder, settings.CommentsFolder, .. new[] { DescriptionPath.Authors, DescriptionPath.Pages, MediaPath.Folder, RootPath.Folder }.Select(folder => folder.TrimEnd('/'))];
        return path.StartsWith(Content, StringComparison.Ordinal) && path.IndexOf('/', Content.Length) is > 0 and var end && !folders.Any(folder => IsIn(path, folder))
            ? Nearest.To(path[..end], folders) : null;
    }

    /// <summary>Whether a stray file most likely holds comments, in a format that other programs write them in.</summary>
    internal static bool MayBeComments(string path, Settings settings) =>
        IsIn(path, settings.CommentsFolder) && (IsMarkdown(path) || Ends(path, ".json")) && !Stem(path).Equals("README", StringComparison.OrdinalIgnoreCase);

    internal static bool IsIn(string path, string folder) =>
        path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal);

    internal static bool IsMarkdown(string path) => Ends(path, ".md") || Ends(path, ".markdown");

    private static bool IsYaml(string path) => Ends(path, ".yml") || Ends(path, ".yaml");

    private static bool Ends(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
