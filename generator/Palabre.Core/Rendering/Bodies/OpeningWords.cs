using System.Net;
using Markdig.Extensions.Footnotes;
using Markdig.Helpers;
using Markdig.Syntax;
using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>
/// The words that a body opens with, for descriptions and listings: whoever signs it said them. Quotations are left out, but of a text that is
/// nothing else.
/// </summary>
internal static class OpeningWords
{
    private const int LongestQuotation = 16_000; // that is read to find what is said to it

    private static readonly HtmlElement[]
        Blocks = [.. new[] { "p", "blockquote", "ul", "ol", "li", "br" }.Select(HtmlElement.Named)],
        Inlines = [.. new[] { "a", "strong", "em", "del", "code" }.Select(HtmlElement.Named)];

    [ThreadStatic]
    private static Typographer? idle;

    internal static string Of(BodyText body, int length)
    {
        // Markup is rarely three quarters of what opens a text, and where it is, fewer words do.
        var text = Head(body.Text, (4 * length) + 400 + QuotedAtStart(body));
        var words = Gather(body, text, new(length, quoted: false));
        return (words.IsOnlyQuoted ? Gather(body, text, new(length)) : words).Cut();
    }

    private static PlainWords Gather(BodyText body, string text, PlainWords words)
    {
        var typographer = idle ??= new();
        typographer.Begin(body.Language);
        if (body.Format == BodyFormat.Html) AddHtml(text, words, typographer);
        else if (body.Format == BodyFormat.Markdown && PlainParagraphs.Is(text)) AddParagraphs(text, words, typographer);
        else if (body.Format == BodyFormat.Text || !TryAddMarkdown(body, text, words, typographer)) AddLines(text, words, typographer);
        return words;
    }

    /// <summary>
    /// The same of a body that is rendered already, which saves a parse. Null where its markup holds more than what nearly
    /// everybody writes: of pictures, notes and tables, words are left out or are no part of the markup.
    /// </summary>
    /// <param name="html">Of Markdown without HTML, as its page shows it.</param>
    internal static string? OfMarkup(Html html, int length)
    {
        using var markup = html.Lend();
        var words = Gather(markup.Chars, new(length, quoted: false));
        return (words?.IsOnlyQuoted == true ? Gather(markup.Chars, new(length)) : words)?.Cut();
    }

    private static PlainWords? Gather(ReadOnlySpan<char> markup, PlainWords words)
    {
        var isOurs = false; // the line that names a quotation's source
        for (var tokens = new HtmlTokens(markup); tokens.Next() && !words.IsFull;)
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
            else if (element == HtmlElements.Blockquote) Quote(words, tokens.Kind);
        }

        return words;
    }

    private static void Quote(PlainWords words, HtmlTokenKind tag)
    {
        if (tag == HtmlTokenKind.StartTag) words.OpenQuotation();
        else words.CloseQuotation();
    }

    private static bool TryAddMarkdown(BodyText body, string text, PlainWords words, Typographer typographer)
    {
        if (MarkdownReader.Read(text, !body.IsComment, out _) is not { } document) return false;
        foreach (var leaf in MarkdownNodes.All(document).TakeWhile(block => block is not FootnoteGroup).OfType<LeafBlock>()) // those stand last
        {
            if (words.IsFull) break;
            if (leaf is LinkReferenceDefinition or HtmlBlock) continue;
            words.SetQuoted(IsQuoted(leaf));
            words.Space();
            typographer.Restart();
            if (leaf is CodeBlock code) words.Add(code.Lines.ToString());
            else words.Add(leaf.Inline, typographer);
        }

        return true;
    }

    private static bool IsQuoted(Block block)
    {
        for (var parent = block.Parent; parent is not null; parent = parent.Parent)
            if (parent is QuoteBlock) return true;
        return false;
    }

    private static bool IsQuoted(ReadOnlySpan<char> line) => line is ">" or ['>', ' ' or '>', ..];

    /// <summary>Of a text, in which '>' quotes as it does in mail.</summary>
    private static void AddLines(string text, PlainWords words, Typographer typographer)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (words.IsFull) break;
            words.SetQuoted(IsQuoted(line));
            if (words.IsPassingOver) continue;
            words.Space();
            words.Add(typographer.Set(line));
            typographer.Skip(' ');
        }
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
                continue;
            }

            var element = HtmlElement.Find(tokens.Name);
            if (element is not { Role: ElementRole.Inline } || element == HtmlElements.Br)
            {
                words.Space();
                typographer.Restart();
                if (element == HtmlElements.Blockquote) Quote(words, tokens.Kind);
            }
        }
    }

    private static string Head(string text, int length)
    {
        if (text.Length <= length) return text;
        var end = text.AsSpan(0, length).LastIndexOfAny(' ', '\n');
        return SummaryText.Head(text, end > length / 2 ? end : length);
    }

    /// <summary>Where the quotation ends with which a text begins, behind a short word on whose it is; 0 without one.</summary>
    private static int QuotedAtStart(BodyText body) => body.Format == BodyFormat.Html ? QuotedAtStartOfHtml(body.Text) : QuotedAtStart(body.Text);

    private static int QuotedAtStartOfHtml(string html)
    {
        var at = html.IndexOf("<blockquote", StringComparison.OrdinalIgnoreCase);
        return at < 0 || at > PlainWords.LongestIntroduction ? 0
            : html.IndexOf("</blockquote", at, Math.Min(LongestQuotation, html.Length - at), StringComparison.OrdinalIgnoreCase) is > 0 and var end ? end : 0;
    }

    private static int QuotedAtStart(string text)
    {
        var at = text.StartsWith('>') ? 0 : text.IndexOf("\n>", StringComparison.Ordinal) + 1;
        if (at > PlainWords.LongestIntroduction || !text.AsSpan(at).StartsWith('>')) return 0;
        while (at < Math.Min(text.Length, LongestQuotation) && text[at] == '>') at = text.IndexOf('\n', at) is >= 0 and var end ? end + 1 : text.Length;
        return at;
    }
}
