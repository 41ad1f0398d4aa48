using System.Buffers;
using Palabre.Model;

namespace Palabre.Disk;

/// <summary>Which names in a site's folders are an editor's.</summary>
internal static class SourceNames
{
    // Marks that change the direction of the text around them, line separators, the backslash, and what .NET puts where
    // a name is not UTF-8.
    private static readonly SearchValues<char> Unusable = SearchValues.Create(
        "\\\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFFFD");

    /// <summary>Left behind by an editor, a file manager or git: <c>.git</c>, <c>.DS_Store</c>, <c>Thumbs.db</c>,
    /// <c>a.md~</c>, <c>#a.md#</c>, <c>a.md.swp</c>.</summary>
    internal static bool IsLeftover(ReadOnlySpan<char> name) =>
        name[0] == '.' || name[^1] == '~' || (name[0] == '#' && name[^1] == '#')
        || name.EndsWith(".swp") || name.EndsWith(".swo")
        || name is "Thumbs.db" or "desktop.ini" or "Icon\r"; // the last is macOS's, of a folder with an icon of its own

    /// <summary>As <see cref="IsLeftover(ReadOnlySpan{char})"/>; but not what is meant to be hidden, in the one folder where that is.</summary>
    /// <param name="folder">From the site's folder, without '/' at the end.</param>
    internal static bool IsLeftover(ReadOnlySpan<char> folder, ReadOnlySpan<char> name) =>
        IsLeftover(name) && !(folder.SequenceEqual(RootPath.Folder.AsSpan().TrimEnd('/')) && RootPath.Hidden.Contains(name.ToString()));

    /// <summary>Whether a path from the site's folder has a leftover in it.</summary>
    /// <param name="start">Where its first name begins that may be one.</param>
    internal static bool HasLeftover(string path, int start = 0)
    {
        for (var from = start; from <= path.Length;)
        {
            var end = path.IndexOf('/', from) is >= 0 and var slash ? slash : path.Length;
            if (end == from || IsLeftover(path.AsSpan(0, Math.Max(0, from - 1)), path.AsSpan(from, end - from))) return true;
            from = end + 1;
        }

        return false;
    }

    /// <summary>Whether a path from the site's folder is a folder's own, or leads into it.</summary>
    internal static bool IsWithin(string path, string folder) =>
        path == folder || (path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>Fit for a path on every system, for a message and for UTF-8.</summary>
    internal static bool IsUsable(ReadOnlySpan<char> name)
    {
        if (name.IndexOfAnyExceptInRange(' ', '~') < 0) return !name.Contains('\\');
        if (name.ContainsAny(Unusable)) return false;
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsControl(name[i])) return false;
            if (!char.IsSurrogate(name[i])) continue;
            if (i + 1 == name.Length || !char.IsSurrogatePair(name[i], name[i + 1])) return false;
            i++;
        }

        return true;
    }

    /// <summary>Ends as a file that people write does.</summary>
    internal static bool IsLikeFile(ReadOnlySpan<char> name) =>
        name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase);
}
