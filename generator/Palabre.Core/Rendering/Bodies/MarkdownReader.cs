using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Palabre.Rendering;

/// <summary>The Markdown that bodies are written in: CommonMark 0.31 and seven extensions.</summary>
internal static class MarkdownReader
{
    private const string TooDeep = "is nested too deeply";

    private static readonly MarkdownPipeline WithHtml = Build(html: true, precise: false);
    private static readonly MarkdownPipeline WithoutHtml = Build(html: false, precise: false);
    private static readonly MarkdownPipeline WithHtmlPrecise = Build(html: true, precise: true);
    private static readonly MarkdownPipeline WithoutHtmlPrecise = Build(html: false, precise: true);

    /// <summary>The document; null for a text that Markdig would not parse in reasonable time or depth.</summary>
    /// <param name="withHtml">False: '&lt;' means nothing but itself.</param>
    /// <param name="precise">Each inline knows its line and column, which costs about a third more.</param>
    /// <param name="refusal">Why there is none, in words that continue «the body».</param>
    internal static MarkdownDocument? Read(string text, bool withHtml, bool precise, out string? refusal)
    {
        refusal = MarkdownLimits.Exceeded(text);
        if (refusal is not null) return null;
        var pipeline = (withHtml, precise) switch
        {
            (true, false) => WithHtml,
            (false, false) => WithoutHtml,
            (true, true) => WithHtmlPrecise,
            (false, true) => WithoutHtmlPrecise,
        };
        try
        {
            return MarkdownParser.Parse(text, pipeline);
        }
        catch (ArgumentException)
        {
            // How Markdig says that its MaximumNestingDepth is exceeded.
            refusal = TooDeep;
            return null;
        }
    }

    private static MarkdownPipeline Build(bool html, bool precise)
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = precise }
            .UsePipeTables()
            .UseFootnotes()
            .UseTaskLists()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks()
            .UseDefinitionLists()
            .UseCjkFriendlyEmphasis();
        builder.BlockParsers.Insert(0, new FootnoteBlocks()); // UseFootnotes adds none where one is
        return (html ? builder : builder.DisableHtml()).Build();
    }
}
