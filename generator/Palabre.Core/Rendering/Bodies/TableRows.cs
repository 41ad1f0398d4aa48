using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax.Inlines;

namespace Palabre.Rendering;

/// <summary>
/// Markdig's parser of tables, which loses text in two places. It takes a second line for the row of hyphens when what stands before each of its
/// bars ends in one, and shows nothing of that line; and a line that ends in a backslash is put before the table. Here the row consists of
/// hyphens, colons, bars and blanks (GitHub Flavored Markdown 0.29, section 4.10), and where lines end in backslashes is no table.
/// </summary>
internal sealed class TableRows(LineBreakInlineParser lineBreaks) : PipeTableParser(lineBreaks), IPostInlineProcessor
{
    bool IPostInlineProcessor.PostProcess(InlineProcessor state, Inline? root, Inline? lastChild, int postInlineProcessorIndex, bool isFinalProcessing)
    {
        // Without a state there is no table to make: bars stay what they are.
        if (isFinalProcessing && state.ParserStates[Index] is not null && !IsTable(root)) state.ParserStates[Index] = null!;
        return PostProcess(state, root, lastChild, postInlineProcessorIndex, isFinalProcessing);
    }

    /// <summary>Whether the line after the first bar, however deep in the tree that is, holds the marks of columns, and no line is continued.</summary>
    private static bool IsTable(Inline? root)
    {
        var line = 0; // from that of the first bar on
        foreach (var inline in MarkdownNodes.Inlines(root as ContainerInline).SkipWhile(inline => inline is not PipeTableDelimiterInline))
        {
            if (inline is LineBreakInline { IsBackslash: true }) return false;
            if (inline is LineBreakInline) line++;
            else if (line == 1 && inline is not PipeTableDelimiterInline && !IsDelimiting(inline)) return false;
        }

        return true;
    }

    private static bool IsDelimiting(Inline inline)
    {
        if (inline is not LiteralInline { IsFirstCharacterEscaped: false } literal) return false;
        foreach (var c in literal.Content.AsSpan())
        {
            if (c is not ('-' or ':') && !char.IsWhiteSpace(c)) return false;
        }

        return true;
    }
}
