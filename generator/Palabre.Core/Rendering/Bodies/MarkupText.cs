using System.Net;
using System.Text;

namespace Palabre.Rendering;

/// <summary>
/// The words of a rendered body, for those who want the text and not the page: what it says, a block a line, without the
/// lines and marks that we add to it. Made of the markup, so that a body is parsed once for both.
/// </summary>
internal static class MarkupText
{
    // The line that QuotationMarks adds, the number of a footnote and the way back from it.
    private static readonly string[] OfOurs = ["class=\"cited\"", "role=\"doc-noteref\"", "role=\"doc-backlink\""];

    /// <param name="html">As <see cref="BodyRenderer"/> renders bodies.</param>
    /// <param name="limit">In UTF-16 units. What is longer becomes its opening words, on one line, with an ellipsis.</param>
    internal static string Of(Html html, int limit)
    {
        using var markup = html.Lend();
        var text = Of(markup.Chars);
        if (text.Length <= limit) return text;
        var words = new PlainWords(limit);
        words.Add(text);
        return words.Cut();
    }

    private static string Of(ReadOnlySpan<char> markup)
    {
        var text = LentBuilder.Take();
        var verbatim = 0; // preformatted blocks that are open
        var added = ""; // the element of ours that is passed over, to its end
        for (var tokens = new HtmlTokens(markup); tokens.Next();)
        {
            if (added.Length > 0)
            {
                if (tokens.Kind == HtmlTokenKind.EndTag && tokens.Name.SequenceEqual(added)) added = "";
                continue;
            }

            if (tokens.Kind == HtmlTokenKind.Text)
            {
                Add(text, tokens.Rest, verbatim > 0);
                continue;
            }

            if (tokens.Kind == HtmlTokenKind.StartTag && IsOurs(tokens.Rest)) added = tokens.Name.ToString();
            if (tokens.Name.Equals("pre", StringComparison.OrdinalIgnoreCase))
                verbatim = Math.Max(0, verbatim + (tokens.Kind == HtmlTokenKind.StartTag ? 1 : -1));
            if (HtmlElement.Find(tokens.Name) is not { } element) continue;
            if (element.Role == ElementRole.Cell) Space(text);
            else if (element.Role != ElementRole.Inline || element == HtmlElements.Br) Break(text);
        }

        return LentBuilder.FinishTrimmed(text);
    }

    private static bool IsOurs(ReadOnlySpan<char> attributes)
    {
        if (attributes.IsEmpty) return false;
        foreach (var mark in OfOurs)
            if (attributes.Contains(mark, StringComparison.Ordinal)) return true;
        return false;
    }

    private static void Add(StringBuilder text, ReadOnlySpan<char> words, bool verbatim)
    {
        if (words.Contains('&')) words = WebUtility.HtmlDecode(words.ToString());
        if (verbatim)
        {
            text.Append(words);
            return;
        }

        // A line of prose as it mostly is: a space between words, and none before them that comes twice.
        if (!words.ContainsAny('\n', '\t', '\r') && !words.Contains("  ", StringComparison.Ordinal) && !words.StartsWith(' '))
        {
            text.Append(words);
            return;
        }

        while (!words.IsEmpty)
        {
            var end = words.IndexOfAny(" \n\t\r");
            text.Append(end < 0 ? words : words[..end]);
            if (end < 0) return;
            Space(text);
            words = words[(end + 1)..];
        }
    }

    private static void Space(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] is not (' ' or '\n')) text.Append(' ');
    }

    private static void Break(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ') text.Length--;
        if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
    }
}
