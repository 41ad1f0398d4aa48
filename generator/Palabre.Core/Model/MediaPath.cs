namespace Palabre.Model;

/// <summary>Paths of the files under <c>content/media/</c>, which are published under <c>/media/</c>.</summary>
public static class MediaPath
{
    public const string Folder = "content/media/";

    private const int Longest = 1000; // no file system takes longer names

    /// <summary>
    /// The path from the site's folder of what an editor wrote as <c>content/media/a.png</c>, <c>/media/a.png</c>,
    /// <c>media/a.png</c> or <c>../../media/a.png</c>; null if it is none of these, or leaves the folder.
    /// </summary>
    public static string? TryParse(string written)
    {
        if (written.Length > Longest) return null;
        var path = written;
        while (path.StartsWith("../", StringComparison.Ordinal) || path.StartsWith("./", StringComparison.Ordinal))
            path = path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];
        path = path.TrimStart('/');
        if (path.StartsWith(Folder, StringComparison.Ordinal)) path = path[Folder.Length..];
        else if (path.StartsWith("media/", StringComparison.Ordinal)) path = path["media/".Length..];
        else return null;
        var isPlain = path.Length > 0 && !path.AsSpan().ContainsAny(['\\', ':', '\0'])
            && path.Split('/').All(segment => segment is not ("" or "." or ".."));
        return isPlain ? Folder + path : null;
    }
}
