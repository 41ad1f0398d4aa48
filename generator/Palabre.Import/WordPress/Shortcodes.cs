using System.Text;
using System.Text.RegularExpressions;

namespace Palabre.Import.WordPress;

/// <summary>
/// Finds what WordPress replaces when it shows a page: <c>[gallery ids="1,2"]</c>. It stays visible, and is reported; but for code, which
/// becomes what WordPress shows.
/// </summary>
internal static partial class Shortcodes
{
    private static readonly string[] Code = ["sourcecode", "code"];

    private static readonly HashSet<string> Known = new(
        ["gallery", "caption", "wp_caption", "embed", "audio", "video", "playlist", "youtube", "vimeo", "contact-form-7", "contact-form", "table", "poll", "slideshow"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The markup with what has but one meaning shown: captions, embedded addresses, code.</summary>
    internal static string Shown(string html)
    {
        if (!html.Contains('[', StringComparison.Ordinal)) return html;
        var shown = new StringBuilder(html.Length);
        var copied = 0;
        html = WithCode(html);
        foreach (Match code in CodeBlock().Matches(html))
        {
            shown.Append(Replaced(html[copied..code.Index])).Append(code.ValueSpan);
            copied = code.Index + code.Length;
        }

        return shown.Append(Replaced(html[copied..])).ToString();
    }

    private static string Replaced(string html) => Caption().Replace(Embed().Replace(html, "\n\n$1\n\n"), Captioned);

    [GeneratedRegex(@"<(pre|code)\b.*?(?:</\1>|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    private static string Captioned(Match match)
    {
        var inner = match.Groups["inner"].Value;
        var picture = Picture().Match(inner);
        if (!picture.Success) return match.Value;
        var words = inner[picture.Length..].Trim();
        if (words.Length == 0 && CaptionField().Match(match.Groups["fields"].Value) is { Success: true } field) words = field.Groups[1].Value;
        return words.Length == 0 ? picture.Value : $"<figure>{picture.Value.Trim()}<figcaption>{words}</figcaption></figure>";
    }

    [GeneratedRegex(@"(?<!\[)\[(?:wp_)?caption(?<fields>[^\]]{0,500})\](?<inner>[^\[]{0,5000})\[/(?:wp_)?caption\]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Caption();

    [GeneratedRegex(@"(?<!\[)\[embed[^\]]{0,200}\]\s{0,9}(https?://[^\s\[\]<>""]{1,2000})\s{0,9}\[/embed\]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Embed();

    [GeneratedRegex(@"^\s*(?:<a\s[^>]*>\s*)?<img\s[^>]*>(?:\s*</a>)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Picture();

    [GeneratedRegex("caption=\"([^\"]*)\"", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CaptionField();

    /// <summary>The markup with code as code: between <c>[code]</c> and <c>[/code]</c>, nothing is markup.</summary>
    internal static string WithCode(string html)
    {
        if (!html.Contains("code", StringComparison.OrdinalIgnoreCase)) return html;
        var shown = new StringBuilder(html.Length);
        var copied = 0;
        for (var at = html.IndexOf('[', StringComparison.Ordinal); at >= 0; at = html.IndexOf('[', at + 1))
        {
            if (at < copied || Code.FirstOrDefault(name => Opens(html, at, name)) is not { } name) continue;
            var begin = html.IndexOf(']', at) + 1;
            var end = begin == 0 ? -1 : html.IndexOf($"[/{name}]", begin, StringComparison.OrdinalIgnoreCase);
            if (end < 0) break; // never closed: all that follows stays as it is
            shown.Append(html, copied, at - copied).Append("<pre>")
                .Append(html[begin..end].Trim('\r', '\n').Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)).Append("</pre>");
            copied = end + name.Length + "[/]".Length;
        }

        return shown.Append(html, copied, html.Length - copied).ToString();
    }

    private static bool Opens(string html, int at, string name) =>
        html.AsSpan(at + 1).StartsWith(name, StringComparison.OrdinalIgnoreCase) && at + 1 + name.Length < html.Length && html[at + 1 + name.Length] is ' ' or ']';

    /// <summary>Their names, each once, in the order of the text.</summary>
    internal static IReadOnlyList<string> In(string html)
    {
        var names = new List<string>();
        for (var at = html.IndexOf('[', StringComparison.Ordinal); at >= 0; at = html.IndexOf('[', at + 1))
        {
            var end = at + 1;
            while (end < html.Length && end - at < 40 && (char.IsAsciiLetterOrDigit(html[end]) || html[end] is '_' or '-')) end++;
            if (end == at + 1 || end == html.Length || !char.IsAsciiLetter(html[at + 1])) continue;
            var name = html[(at + 1)..end];
            var close = html.AsSpan(end, Math.Min(500, html.Length - end)).IndexOf(']');
            if (close < 0 || names.Contains(name)) continue;
            if (Known.Contains(name) || (html[end] == ' ' && html.AsSpan(end, close).Contains("=", StringComparison.Ordinal))) names.Add(name);
        }

        return names;
    }
}
