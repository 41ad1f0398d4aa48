using System.Buffers;
using System.Text;

namespace Palabre.Model;

/// <summary>
/// Pages of archives of mail, whose addresses hold a letter's Message-ID or the name of a list (<c>https://lore.kernel.org/r/…@…/</c>):
/// each looks like an address of e-mail, and a link without it leads nowhere.
/// </summary>
internal static class MailPages
{
    private const int LongestLink = 2000;

    // What no address of the web holds, or what may end one in Markdown, in HTML and in prose.
    private static readonly SearchValues<char> Ends = SearchValues.Create([.. Enumerable.Range(0, 0x21).Select(c => (char)c), .. "<>\"'()[]{}|\\^`", '\u007F']);

    private static readonly SearchValues<string> EndsInHtml = SearchValues.Create(["&lt;", "&gt;", "&quot;", "&nbsp;"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The host of the link in whose path or query a place lies, in lower case; null if it lies in none.</summary>
    internal static string? HostAround(ReadOnlySpan<char> text, int at)
    {
        var before = text[Math.Max(0, at - LongestLink)..at];
        var scheme = before.LastIndexOf("://");
        if (scheme < 0 || !IsWeb(before[..scheme])) return null;
        var link = before[(scheme + 3)..];
        if (link.ContainsAny(Ends) || link.ContainsAny(EndsInHtml) || link.ContainsAnyExceptInRange('!', '~')) return null;
        return link.IndexOfAny("/?#") is > 0 and var end ? HostIn(link[..end]) : null;
    }

    /// <summary>Of what stands before the path: no user, and a number for a port.</summary>
    private static string? HostIn(ReadOnlySpan<char> authority)
    {
        var host = authority.IndexOf(':') is >= 0 and var end && !authority[(end + 1)..].ContainsAnyExceptInRange('0', '9') ? authority[..end] : authority;
        return HostOf(host.ToString());
    }

    /// <summary>The host that an editor names, as such or by an address on it; null if it is none. Beyond ASCII, as <c>xn--…</c>.</summary>
    internal static string? HostOf(string written)
    {
        var scheme = written.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0 && !IsWeb(written.AsSpan(0, scheme))) return null;
        var host = scheme < 0 ? written : written[(scheme + 3)..];
        if (host.IndexOf('/') is >= 0 and var end) host = host[..end];
        host = host.TrimEnd('.');
        return host.Contains('.', StringComparison.Ordinal) && Ascii.IsValid(host) && Uri.CheckHostName(host) == UriHostNameType.Dns ? host.ToLowerInvariant() : null;
    }

    private static bool IsWeb(ReadOnlySpan<char> before) =>
        before.EndsWith("https", StringComparison.OrdinalIgnoreCase) || before.EndsWith("http", StringComparison.OrdinalIgnoreCase);
}
