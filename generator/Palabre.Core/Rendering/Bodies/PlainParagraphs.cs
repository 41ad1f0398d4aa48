using System.Buffers;
using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>
/// Markdown that is nothing but paragraphs of prose, which most comments are: it needs no parser. What might mean
/// anything is left to Markdig, so that both ways give the same page.
/// </summary>
internal static class PlainParagraphs
{
    /// <summary>Marks of inline Markdown, wherever they stand; tabs and other control characters but line feeds.</summary>
    private static readonly char[] AllMarks = [.. "*_`[]<>&\\|~", .. Enumerable.Range(0, 0x20).Select(i => (char)i).Where(c => c != '\n'), '\u007F'];

    private static readonly SearchValues<char> Marks = SearchValues.Create(AllMarks);

    private static readonly AsciiMarks MarkSet = new(AllMarks);

    private static readonly SearchValues<string> BareAddress = SearchValues.Create(["www."], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether Markdown would make paragraphs of the text and nothing else. In doubt it does not.</summary>
    internal static bool Is(ReadOnlySpan<char> text)
    {
        if (text.Length > MarkdownLimits.LongestText || text.ContainsAny(Marks)) return false;
        if (text.ContainsAny(BareAddress)) return false;
        foreach (var line in new TextLines(text))
            if (!line.IsEmpty && !IsProse(line)) return false;
        return !HasAddress(text);
    }

    /// <summary>False only if the text is more: what its text is not needed for.</summary>
    internal static bool MayBe(Utf8Text text) => !text.HasAny(MarkSet);

    internal static void Write(string text, MarkupWriter writer)
    {
        var paragraph = 0; // the depth to close to; 0 between paragraphs
        ReadOnlySpan<char> before = default;
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var end = rest.IndexOf('\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.IsEmpty)
            {
                if (paragraph > 0) writer.CloseTo(paragraph);
                paragraph = 0;
                continue;
            }

            if (paragraph == 0) paragraph = writer.OpenElement(HtmlElements.P);
            else if (!SegmentBreak.Vanishes(before, line)) writer.Prose("\n");
            writer.Prose(line);
            before = line;
        }

        if (paragraph > 0) writer.CloseTo(paragraph);
    }

    /// <summary>What else could begin a line opens a list, a heading, code, a definition, or underlines a heading.</summary>
    private static bool IsProse(ReadOnlySpan<char> line) =>
        (char.IsLetter(line[0]) || line[0] is '«' or '“' or '„' or '"' or '\'' or '’' or '(' or '…' or '¿' or '¡')
        && !char.IsWhiteSpace(line[^1]);

    /// <summary>A colon with no space after it may be that of an address, which becomes a link.</summary>
    private static bool HasAddress(ReadOnlySpan<char> text)
    {
        for (int at; (at = text.IndexOf(':')) >= 0; text = text[(at + 1)..])
            if (at + 1 < text.Length && text[at + 1] is not (' ' or '\n')) return true;
        return false;
    }
}
