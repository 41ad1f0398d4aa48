using System.Text;

namespace Palabre.Import.Html;

/// <summary>Plain text within Markdown: what would be a mark there is escaped, and nothing that would not.</summary>
internal static class MarkdownEscape
{
    /// <param name="isStart">The text begins a line, where more is a mark.</param>
    internal static void Append(string text, StringBuilder markdown, bool isStart)
    {
        var i = isStart ? AppendStart(text, markdown) : 0;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (c == 'h' && AddressAt(text, i) is { } end)
            {
                // A bare address is a link either way; within <> nothing in it is a mark.
                markdown.Append('<').Append(text, i, end - i).Append('>');
                i = end - 1;
                continue;
            }

            if (c == '\u00A0')
            {
                markdown.Append("&nbsp;");
                continue;
            }

            if (IsMark(text, i)) markdown.Append('\\');
            markdown.Append(c);
        }
    }

    private static bool IsMark(string text, int i) => text[i] switch
    {
        '\\' or '`' or '*' or '[' or ']' or '<' or '|' => true,
        '_' => !(i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1])),
        '~' => (i > 0 && text[i - 1] == '~') || (i + 1 < text.Length && text[i + 1] == '~') || i == 0 || i + 1 == text.Length,
        '&' => i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] == '#'),
        _ => false,
    };

    /// <summary>Escapes what would begin a heading, a list, a quotation, a definition or a line below a heading.</summary>
    /// <returns>Where the rest begins.</returns>
    private static int AppendStart(string text, StringBuilder markdown)
    {
        if (text.Length == 0) return 0;
        if (text[0] is '#' or '>' or '+' or '-' or '=' or ':' or '~')
        {
            markdown.Append('\\').Append(text[0]);
            return 1;
        }

        var digits = 0;
        while (digits < text.Length && digits < 10 && char.IsAsciiDigit(text[digits])) digits++;
        if (digits is 0 or 10 || digits == text.Length || text[digits] is not ('.' or ')')) return 0;
        markdown.Append(text, 0, digits).Append('\\').Append(text[digits]);
        return digits + 1;
    }

    /// <summary>Where a bare address ends that begins here; null if none does.</summary>
    internal static int? AddressAt(string text, int at)
    {
        var rest = text.AsSpan(at);
        if (at > 0 && char.IsLetterOrDigit(text[at - 1])) return null;
        var scheme = rest.StartsWith("https://", StringComparison.Ordinal) ? 8 : rest.StartsWith("http://", StringComparison.Ordinal) ? 7 : 0;
        if (scheme == 0) return null;
        var end = at + scheme;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '>' or '"' or '«' or '»' or '\\' or '`' or '…')) end++;
        while (end > at + scheme && ".,;:!?'’*_)]".Contains(text[end - 1], StringComparison.Ordinal)) end--;
        return end > at + scheme ? end : null;
    }
}
