namespace Palabre.Model;

/// <summary>The address of a published site, cut where its path begins.</summary>
public static class BaseAddress
{
    /// <returns>
    /// <c>https://example.org</c> and <c>/archive</c> (no final '/'; empty at a host's root); null if the text is not a
    /// whole http or https address, or has a query or fragment.
    /// </returns>
    public static (string Origin, string Path)? TryParse(string text)
    {
        if (WebAddress.TryParse(text) is not { } address || address.AsSpan().IndexOfAny('?', '#') >= 0) return null;
        var uri = new Uri(address, UriKind.Absolute);
        var path = uri.AbsolutePath.TrimEnd('/');
        return path.Contains("//", StringComparison.Ordinal) ? null : (uri.GetLeftPart(UriPartial.Authority), path);
    }

    /// <summary>What follows the host in an address of a site, base path and all; null of an address elsewhere. Scheme and case of the host do not matter.</summary>
    /// <param name="site">Its origin and base path, as <see cref="TryParse"/> gives them.</param>
    internal static string? PathOf((string Origin, string Path) site, string url)
    {
        var at = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var own = site.Origin.AsSpan(site.Origin.IndexOf("://", StringComparison.Ordinal) + 3);
        if (at < 3 || !url.AsSpan(at).StartsWith(own, StringComparison.OrdinalIgnoreCase)) return null;
        var rest = url[(at + own.Length)..];
        if (rest is "" or ['?' or '#', ..]) rest = "/" + rest;
        return rest[0] != '/' ? null : Within(site.Path, rest) is not null ? rest : null;
    }

    /// <summary>The path of an address of the host within a site; null where it is of none of its addresses.</summary>
    /// <param name="basePath">As <see cref="TryParse"/> gives it, both escaped or both not.</param>
    internal static string? Within(string basePath, string path) => path.StartsWith(basePath + "/", StringComparison.Ordinal) ? path[basePath.Length..] : null;
}
