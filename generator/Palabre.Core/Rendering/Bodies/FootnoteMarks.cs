using Markdig.Extensions.Footnotes;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Palabre.Rendering;

/// <summary>
/// Markdig's parser of links, for which the mark of a footnote may say where a link leads, or be a link's text: of <c>[…][^1]</c> the brackets and
/// what is in them would be lost, of <c>what![^1]</c> the exclamation mark. Here a mark is nothing but a mark, whatever stands beside it.
/// </summary>
internal sealed class FootnoteMarks : LinkInlineParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.CurrentChar == '!' && IsMark(processor, slice, slice.Start + 1)) return false;
        if (slice.CurrentChar != ']') return base.Match(processor, ref slice);
        var end = slice.PeekChar() == '[' && slice.PeekChar(2) == ']' ? slice.Start + 2 : slice.Start;
        if (!IsMark(processor, slice, end + 1) && !EndsMark(processor)) return base.Match(processor, ref slice);
        var bracket = new StringSlice(slice.Text, slice.Start, end); // as if nothing followed
        var isLink = base.Match(processor, ref bracket);
        slice.Start = bracket.Start;
        return isLink;
    }

    /// <summary>Whether the mark of a footnote that the text has begins at <paramref name="start"/>.</summary>
    internal static bool IsMark(InlineProcessor processor, StringSlice slice, int start)
    {
        slice.Start = start;
        return slice.CurrentChar == '[' && slice.PeekChar() == '^' && LinkHelper.TryParseLabel(ref slice, out string? label)
            && IsFootnote(processor, label);
    }

    private static bool EndsMark(InlineProcessor processor) =>
        processor.Inline?.FirstParentOfType<LinkDelimiterInline>() is { Label: { } label } && IsFootnote(processor, label);

    private static bool IsFootnote(InlineProcessor processor, string label) =>
        processor.Document.TryGetLinkReferenceDefinition(label, out var definition) && definition is FootnoteLinkReferenceDefinition;
}
