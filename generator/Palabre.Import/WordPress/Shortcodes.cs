namespace Palabre.Import.WordPress;

/// <summary>Finds what WordPress replaces when it shows a page: <c>[gallery ids="1,2"]</c>. It stays visible, and is reported.</summary>
internal static class Shortcodes
{
    private static readonly HashSet<string> Known = new(
        ["gallery", "caption", "wp_caption", "embed", "audio", "video", "playlist", "youtube", "vimeo", "contact-form-7", "contact-form", "code", "sourcecode", "table", "poll", "slideshow"],
        StringComparer.OrdinalIgnoreCase);

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
