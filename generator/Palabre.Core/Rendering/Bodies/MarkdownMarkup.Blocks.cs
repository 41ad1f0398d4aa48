using System.Globalization;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Palabre.Diagnostics;

namespace Palabre.Rendering;

/// <content>Blocks. Each case returns whether the children are to be written.</content>
internal sealed partial class MarkdownMarkup
{
    private bool Open(Block block, ref int level)
    {
        switch (block)
        {
            case ParagraphBlock:
                if (!IsTight(block)) level = writer.OpenElement(HtmlElements.P);
                return true;
            case HeadingBlock heading:
                level = OpenHeading(heading);
                return true;
            case QuoteBlock:
                level = writer.OpenElement(HtmlElements.Blockquote);
                return true;
            case ListBlock list:
                level = OpenList(list);
                return true;
            case ListItemBlock:
                level = writer.OpenElement(HtmlElements.Li);
                return true;
            case HtmlBlock html:
                level = int.MaxValue; // what raw HTML opens stays open for the blocks that follow in its container
                WriteRaw(html);
                return false;
            case CodeBlock code:
                level = OpenCode(code);
                return false;
            case ThematicBreakBlock:
                writer.OpenElement(HtmlElements.Hr);
                return false;
            case LinkReferenceDefinitionGroup or LinkReferenceDefinition:
                return false;
            default:
                return OpenExtension(block, ref level);
        }
    }

    private bool OpenExtension(Block block, ref int level)
    {
        switch (block)
        {
            case Table:
                level = writer.OpenElement(HtmlElements.Table);
                return true;
            case TableRow row:
                OpenRowGroup(row);
                level = writer.OpenElement(HtmlElements.Tr);
                return true;
            case TableCell cell:
                level = OpenCell(cell);
                return true;
            case DefinitionList:
                level = writer.OpenElement(HtmlElements.Dl);
                return true;
            case DefinitionTerm:
                level = writer.OpenElement(HtmlElements.Dt);
                return true;
            case FootnoteGroup:
                if (!IsSummary) level = OpenFootnotes();
                return !IsSummary;
            case Footnote footnote:
                level = OpenFootnote(footnote);
                return true;
            default:
                return block is ContainerBlock; // the document; a definition's item, which needs no element of its own
        }
    }

    /// <summary>Paragraphs of tight lists, of cells and of short definitions are text without an element of its own.</summary>
    private static bool IsTight(Block paragraph) => paragraph.Parent switch
    {
        ListItemBlock { Parent: ListBlock list } => !list.IsLoose,
        TableCell => true,
        DefinitionItem item => item.Count(child => child is not DefinitionTerm) == 1,
        _ => false,
    };

    private int OpenHeading(HeadingBlock heading)
    {
        var element = HtmlElements.Heading(heading.Level + body.HeadingShift);
        if (!body.HasIds) return writer.OpenElement(element);
        headingIds ??= BodyIds.OfHeadings(document!);
        if (!writer.TryOpen(element)) return writer.Depth;
        if (headingIds.TryGetValue(heading, out var id)) writer.Attribute("id", body.IdPrefix + id);
        writer.FinishTag();
        return writer.Depth - 1;
    }

    private int OpenList(ListBlock list)
    {
        if (!list.IsOrdered) return writer.OpenElement(HtmlElements.Ul);
        if (list.OrderedStart is null or "1") return writer.OpenElement(HtmlElements.Ol);
        if (!writer.TryOpen(HtmlElements.Ol)) return writer.Depth;
        if (int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start))
            writer.Attribute("start", start.ToString(CultureInfo.InvariantCulture));
        writer.FinishTag();
        return writer.Depth - 1;
    }

    private int OpenCode(CodeBlock code)
    {
        if (code is FencedCodeBlock { ClosingFencedCharCount: 0 } fence && !body.IsComment)
            problems.Add(Catalogue.CodeNotClosed(problems.At(code.Line, code.Column), new(fence.FencedChar, Math.Min(fence.OpeningFencedCharCount, 100))));
        var level = writer.OpenElement(HtmlElements.Pre);
        if (!writer.TryOpen(HtmlElements.Code)) return level;
        if (code is FencedCodeBlock { Info: { Length: > 0 and < 30 } info } && info.All(IsLanguageCharacter))
            writer.Attribute("class", "language-" + info);
        writer.FinishTag();
        foreach (var line in code.Lines.Lines.AsSpan(0, code.Lines.Count))
        {
            writer.Verbatim(line.Slice.AsSpan());
            writer.Verbatim("\n");
        }

        return level;
    }

    private static bool IsLanguageCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '#' or '-' or '_' or '.';

    private void WriteRaw(HtmlBlock html)
    {
        var text = html.Lines.ToString();
        if (IsMore(text)) isOver = IsSummary;
        else if (body.Trust == BodyTrust.TrustedPost) trusted.Write(text + "\n", html.Line, html.Column);
        else rawHtml.Write(text, html.Line, html.Column);
    }
}
