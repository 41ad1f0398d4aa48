using System.Buffers;
using System.Globalization;

namespace Palabre.Addressing;

/// <summary>Addresses that editors write: permalinks and aliases.</summary>
internal static class WrittenAddress
{
    private const int LongestAnchor = 300;

    // What file systems or URLs refuse in a name.
    private static readonly SearchValues<char> Refused = SearchValues.Create("\\:*?\"<>|#%");

    /// <summary>
    /// The address meant by <c>/2010/hello/</c>, <c>2010/hello</c>, <c>/hello.html</c>, or a whole address of a former
    /// host, of which the path counts. Null, and the reason, for what cannot be a page of this site.
    /// </summary>
    internal static (Address? Address, string? Problem) Parse(string written)
    {
        var path = written;
        if (Model.WebAddress.TryParse(written) is { } whole) path = new Uri(whole).AbsolutePath;
        if (path.Contains('%', StringComparison.Ordinal)) path = Uri.UnescapeDataString(path);
        path = path.Trim('/');
        if (path is "" or "index.html") return (null, "is the home page");
        var isFile = path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);
        if (isFile && path.EndsWith("/index.html", StringComparison.Ordinal)) (path, isFile) = (path[..^"/index.html".Length], false);
        if (path.Length > 800) return (null, "is too long");
        if (path.Split('/')[0].Equals(ReservedName.Record, StringComparison.OrdinalIgnoreCase)) return (null, $"begins with '{ReservedName.Record}', where Palabre records what it wrote");
        foreach (var part in path.Split('/'))
            if (Problem(part) is { } problem) return (null, problem);
        return (new($"/{path}{(isFile ? "" : "/")}"), null);
    }

    /// <summary>As <see cref="Parse"/>, of what may name an anchor besides: <c>/2010/hello/#comment-12</c>.</summary>
    internal static (Place? Place, string? Problem) ParsePlace(string written)
    {
        var mark = written.IndexOf('#', StringComparison.Ordinal);
        var (address, problem) = Parse(mark < 0 ? written : written[..mark]);
        if (address is null || mark < 0) return (address is { } page ? new Place(page) : null, problem);
        var anchor = Uri.UnescapeDataString(written[(mark + 1)..]);
        if (anchor.Length == 0) return (null, "has no name after '#'");
        if (anchor.Length > LongestAnchor) return (null, "has too long a name after '#'");
        return anchor.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || IsInvisible(c) || (char.IsSurrogate(c) && !HasPairs(anchor)))
            ? (null, "has white space or a control character after '#'") : (new Place(address.Value, anchor), null);
    }

    /// <summary>Why a name cannot be a part of an address; null if it can.</summary>
    private static string? Problem(string part)
    {
        if (part is "." or "..") return $"has a part '{part}', which would lead out of its place";
        if (part.Length == 0) return "has an empty part";
        if (part.AsSpan().ContainsAny(Refused)) return "holds a character that addresses or file systems refuse: \\ : * ? \" < > | # %";
        if (part.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || IsInvisible(c) || char.IsSurrogate(c) && !HasPairs(part))) return "holds white space or a control character";
        if (part.EndsWith('.') || part[0] == '.' && part != ".well-known") return "has a part that begins or ends with '.'";
        if (ReservedName.Is(part)) return $"has a part '{part}', which Windows reserves";
        return System.Text.Encoding.UTF8.GetByteCount(part) > 200 ? "has a part of over 200 bytes" : null;
    }

    /// <summary>Characters that no reader sees, those that reverse the direction of text among them; joiners belong to words.</summary>
    private static bool IsInvisible(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.Format && c is not ('\u200C' or '\u200D');

    private static bool HasPairs(string part) => !part.EnumerateRunes().Contains(System.Text.Rune.ReplacementChar);
}
