using System.Buffers;
using System.Globalization;

namespace Palabre.Model;

/// <summary>
/// What the ids of a site's feeds and entries begin with, after <c>tag:</c> (RFC 4151): who gives them out, since when,
/// and what tells this site from others of theirs: <c>example.org,2010</c>, <c>example.org,2010-01-12:archive</c>.
/// </summary>
public static class FeedIds
{
    // Anybody who publishes with Palabre does so later, so that the domain is theirs on this day as likely as on any.
    private const string SomeYear = "2026";

    private static readonly string[] Dates = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    private static readonly SearchValues<char> Labels = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");

    private static readonly SearchValues<char> Rest = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/:");

    /// <summary>What an editor wrote, with or without <c>tag:</c>; null if it is none. A mail address, which the standard
    /// allows too, is refused: none is ever published.</summary>
    public static string? TryParse(string written)
    {
        var text = written.StartsWith("tag:", StringComparison.Ordinal) ? written[4..] : written;
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || text.Length > 200) return null;
        var colon = text.IndexOf(':', comma);
        var (date, rest) = colon < 0 ? (text[(comma + 1)..], "") : (text[(comma + 1)..colon], text[(colon + 1)..]);
        return text[..comma].Split('.').All(IsLabel)
            && DateTime.TryParseExact(date, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            && !rest.AsSpan().ContainsAnyExcept(Rest) && !text.EndsWith(':') ? text : null;
    }

    /// <summary>What is taken where nothing was written.</summary>
    /// <param name="path">As in <see cref="Settings.BasePath"/>.</param>
    public static string Of(string origin, string path)
    {
        var host = string.Concat(new Uri(origin).IdnHost.Select(c => c == '.' || Labels.Contains(c) ? c : '-')).Trim('-').ToLowerInvariant();
        var rest = string.Concat(path.Trim('/').Select(c => Rest.Contains(c) && c != ':' ? c : '-'));
        return $"{host},{SomeYear}{(rest.Length == 0 ? "" : ":")}{rest}";
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and < 64 && label[0] != '-' && label[^1] != '-' && !label.AsSpan().ContainsAnyExcept(Labels);
}
