using System.Buffers;
using System.Globalization;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax.Inlines;
using Palabre.Diagnostics;

namespace Palabre.Rendering;

/// <content>Footnotes: <c>[prefix]fn.2</c> is the second, <c>[prefix]fnref.2.1</c> the first place that refers to it.</content>
internal sealed partial class MarkdownMarkup
{
    private static readonly SearchValues<char> LettersOfLabels =
        SearchValues.Create("-_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private int OpenFootnotes()
    {
        if (!writer.TryOpen(HtmlElements.Ol)) return writer.Depth;
        writer.Attribute("class", "footnotes");
        writer.FinishTag();
        return writer.Depth - 1;
    }

    private int OpenFootnote(Footnote footnote)
    {
        if (footnote.Links.Count == 0 && !body.IsComment)
            problems.Add(Catalogue.FootnoteUnused(problems.At(footnote.Line, 0), footnote.Label ?? "", IsSecond(footnote)));
        if (!writer.TryOpen(HtmlElements.Li)) return writer.Depth;
        writer.Attribute("id", NoteId(footnote));
        writer.FinishTag();
        return writer.Depth - 1;
    }

    private void WriteFootnoteLink(FootnoteLink link)
    {
        if (IsSummary) return;
        var level = writer.Depth;
        if (link.IsBackLink) OpenBackLink(link);
        else level = OpenNoteReference(link);
        writer.CloseTo(level);
    }

    private int OpenNoteReference(FootnoteLink link)
    {
        var level = writer.OpenElement(HtmlElements.Sup);
        if (writer.TryOpen(HtmlElements.A))
        {
            writer.Attribute("href", "#" + NoteId(link.Footnote));
            writer.Attribute("id", ReferenceId(link));
            writer.Attribute("role", "doc-noteref");
            writer.FinishTag();
        }

        writer.Verbatim(Invariant(link.Footnote.Order));
        return level;
    }

    private void OpenBackLink(FootnoteLink link)
    {
        writer.Verbatim(" ");
        if (!writer.TryOpen(HtmlElements.A)) return;
        writer.Attribute("href", "#" + ReferenceId(link));
        writer.Attribute("role", "doc-backlink");
        writer.FinishTag();
        writer.Verbatim("↩\uFE0E"); // as text, not as a coloured picture
    }

    /// <summary>A mark of a footnote that nobody wrote is text for Markdown.</summary>
    /// <param name="literal"><c>[</c>; what follows it stands in a literal of its own.</param>
    private void TellOfMissingNote(LiteralInline literal)
    {
        if (literal is not { IsFirstCharacterEscaped: false, NextSibling: LiteralInline next } || next.Content.CurrentChar != '^') return;
        var text = next.Content.AsSpan()[1..];
        var end = text.IndexOf(']');
        if (end <= 0 || text[..end].ContainsAnyExcept(LettersOfLabels) || IsLikePattern(text, end)) return;
        problems.Add(Catalogue.FootnoteMissing(problems.At(next.Line, next.Column - 1), text[..end].ToString()));
    }

    /// <summary><c>[^a-z]</c>, <c>[^,]+</c> and, where there are no footnotes, <c>[^abc]</c> stand in regular expressions, <c>[^1]:</c> above a note that is none.</summary>
    private bool IsLikePattern(ReadOnlySpan<char> text, int end) =>
        (end + 1 < text.Length && text[end + 1] is '+' or '*' or '?' or '{' or ':') || (end == 3 && text[1] == '-')
        || (text[..end].ContainsAnyExceptInRange('0', '9') && !document!.Any(block => block is FootnoteGroup));

    private static bool IsSecond(Footnote footnote) =>
        footnote.Parent!.Any(other => other is Footnote { Links.Count: > 0 } first && string.Equals(first.Label, footnote.Label, StringComparison.OrdinalIgnoreCase));

    private string NoteId(Footnote note) => $"{body.IdPrefix}fn.{Invariant(note.Order)}";

    private string ReferenceId(FootnoteLink link) =>
        $"{body.IdPrefix}fnref.{Invariant(link.Footnote.Order)}.{Invariant(link.Index)}";

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
