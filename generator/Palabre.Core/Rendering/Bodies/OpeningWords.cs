using System.Net;
using Markdig.Extensions.Footnotes;
using Markdig.Helpers;
using Markdig.Syntax;
using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>The words that a body opens with, for descriptions and listings.</summary>
internal static class OpeningWords
{
    private static readonly HtmlElement[]
        Blocks = [.. new[] { "p", "blockquote", "ul", "ol", "li", "br" }.Select(HtmlElement.Named)],
        Inlines = [.. new[] { "a", "strong", "em", "del", "code" }.Select(HtmlElement.Named)];

    [ThreadStatic]
    private static Typographer? idle;

    internal static string Of(BodyText body, int length)
    {
        var words = new PlainWords(length);
        var typographer = idle ??= new();
        typographer.Begin(body.Language);
        // Markup is rarely three quarters of what opens a text, and where it is, fewer words do.
        var text = Head(body.Text, (4 * length) + 400);
        if (body.Format == BodyFormat.Html) AddHtml(text, words, typographer);
        else if (body.Format == BodyFormat.Markdown && PlainParagraphs.Is(text)) AddParagraphs(text, words, typographer);
        else if (body.Format == BodyFormat.Text || !TryAddMarkdown(body, text, words, typographer)) words.Add(typographer.Set(text));
        return words.Cut();
    }

    /// <summary>
    /// The same of a body that is rendered already, which saves a parse. Null where its markup holds more than what nearly
    /// everybody writes: of pictures, notes and tables, words are left out or are no part of the markup.
    /// </summary>
    /// <param name="html">Of Markdown without HTML, as its page shows it.</param>
    internal static string? OfMarkup(Html html, int length)
    {
        var words = new PlainWords(length);
        var isOurs = false; // the line that names a quotation's source
        using var markup = html.Lend();
        for (var tokens = new HtmlTokens(markup.Chars); tokens.Next() && !words.IsFull;)
        {
            if (tokens.Kind == HtmlTokenKind.Text)
            {
                if (!isOurs) words.Add(tokens.Rest.Contains('&') ? WebUtility.HtmlDecode(tokens.Rest.ToString()) : tokens.Rest);
                continue;
            }

            var element = HtmlElement.Find(tokens.Name);
            if (Array.IndexOf(Blocks, element) >= 0) words.Space();
            else if (Array.IndexOf(Inlines, element) < 0 || tokens.Rest.Contains("=\"doc-", StringComparison.Ordinal)) return null;
            if (element == HtmlElements.P) isOurs = QuotationMarks.IsSourceLine(tokens.Rest);
        }

        return words.Cut();
    }

    private static bool TryAddMarkdown(BodyText body, string text, PlainWords words, Typographer typographer)
    {
        if (MarkdownReader.Read(text, !body.IsComment, out _) is not { } document) return false;
        foreach (var leaf in MarkdownNodes.All(document).TakeWhile(block => block is not FootnoteGroup).OfType<LeafBlock>()) // those stand last
        {
            if (words.IsFull) break;
            if (leaf is LinkReferenceDefinition or HtmlBlock) continue;
            words.Space();
            typographer.Restart();
            if (leaf is CodeBlock code) words.Add(code.Lines.ToString());
            else words.Add(leaf.Inline, typographer);
        }

        return true;
    }

    /// <summary>What <see cref="TryAddMarkdown"/> would make of it, without a parser.</summary>
    private static void AddParagraphs(string text, PlainWords words, Typographer typographer)
    {
        ReadOnlySpan<char> before = default; // within a paragraph
        foreach (var range in text.AsSpan().Split('\n'))
        {
            if (words.IsFull) break;
            var line = text.AsSpan(range);
            if (before.IsEmpty) typographer.Restart();
            if (!SegmentBreak.Vanishes(before, line))
            {
                words.Space();
                if (!before.IsEmpty) typographer.Skip(' ');
            }

            words.Add(typographer.Set(line));
            before = line;
        }
    }

    private static void AddHtml(string text, PlainWords words, Typographer typographer)
    {
        for (var tokens = new HtmlTokens(text); tokens.Next() && !words.IsFull;)
        {
            if (tokens.Kind == HtmlTokenKind.Text)
            {
                words.Add(typographer.Set(HtmlHelper.Unescape(tokens.Rest.ToString(), removeBackSlash: false)));
            }
            else if (HtmlElement.Find(tokens.Name) is not { Role: ElementRole.Inline } element || element == HtmlElements.Br)
            {
                words.Space();
                typographer.Restart();
            }
        }
    }

    private static string Head(string text, int length)
    {
        if (text.Length <= length) return text;
        var end = text.AsSpan(0, length).LastIndexOfAny(' ', '\n');
        return SummaryText.Head(text, end > length / 2 ? end : length);
    }
}
