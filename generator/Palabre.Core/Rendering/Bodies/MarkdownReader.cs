using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace Palabre.Rendering;

/// <summary>The Markdown that bodies are written in: CommonMark 0.31 and seven extensions.</summary>
internal static class MarkdownReader
{
    private const string TooDeep = "is nested too deeply";

    private static readonly MarkdownPipeline WithHtml = Build(html: true);
    private static readonly MarkdownPipeline WithoutHtml = Build(html: false);

    /// <summary>The document; null for a text that Markdig would not parse in reasonable time or depth.</summary>
    /// <param name="withHtml">False: '&lt;' means nothing but itself.</param>
    /// <param name="refusal">Why there is none, in words that continue «the body».</param>
    internal static MarkdownDocument? Read(string text, bool withHtml, out string? refusal)
    {
        refusal = MarkdownLimits.Exceeded(text);
        if (refusal is not null) return null;
        try
        {
            return MarkdownParser.Parse(text, withHtml ? WithHtml : WithoutHtml);
        }
        catch (ArgumentException)
        {
            // How Markdig says that its MaximumNestingDepth is exceeded.
            refusal = TooDeep;
            return null;
        }
    }

    private static MarkdownPipeline Build(bool html)
    {
        // UsePipeTables has each inline know its line and column.
        var builder = new MarkdownPipelineBuilder()
            .UsePipeTables()
            .UseFootnotes()
            .UseTaskLists()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks()
            .UseDefinitionLists()
            .UseCjkFriendlyEmphasis();
        // Extensions add no parser where one is.
        builder.BlockParsers.Insert(0, new FootnoteBlocks());
        builder.BlockParsers.Replace<FencedCodeBlockParser>(new PlainFences());
        if (!html) builder.BlockParsers.Replace<ParagraphBlockParser>(new SignedParagraphs()); // letters came as comments
        builder.InlineParsers.Insert(0, new BareAddresses());
        builder.InlineParsers.Replace<LinkInlineParser>(new FootnoteMarks());
        builder.InlineParsers.InsertBefore<EmphasisInlineParser>(new TableRows(builder.InlineParsers.FindExact<LineBreakInlineParser>()!));
        return (html ? builder : builder.DisableHtml()).Build();
    }
}
