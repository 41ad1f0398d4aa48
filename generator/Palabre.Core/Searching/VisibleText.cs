using System.Net;
using System.Text;
using Palabre.Rendering;

namespace Palabre.Searching;

/// <summary>The words of markup as a reader sees them: tags, comments, and what scripts and styles hold, left out.</summary>
internal static class VisibleText
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Unseen = Names("script", "style", "template", "noscript", "iframe", "textarea", "title", "select");

    // Elements that stand within a word or a sentence; all others end it.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Inline = Names(
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var", "wbr");

    /// <summary>Linear in the length of the markup, whole or not.</summary>
    internal static string Of(Html html)
    {
        using var lent = html.Lend();
        var markup = lent.Chars;
        var text = LentBuilder.Take();
        for (var at = 0; at < markup.Length;)
        {
            var length = markup[at..].IndexOf('<');
            var open = length < 0 ? markup.Length : at + length;
            Add(text, markup[at..open]);
            at = open < markup.Length ? AfterTag(markup, open, text) : open;
        }

        return LentBuilder.Finish(text);
    }

    private static void Add(StringBuilder text, ReadOnlySpan<char> words)
    {
        if (words.Contains('&')) text.Append(WebUtility.HtmlDecode(words.ToString()));
        else text.Append(words);
    }

    /// <summary>Where the text goes on after what begins with '&lt;'.</summary>
    private static int AfterTag(ReadOnlySpan<char> markup, int open, StringBuilder text)
    {
        var rest = markup[open..];
        if (rest.StartsWith("<!--")) return After(markup, "-->", open + 4);
        var isEnd = rest.Length > 1 && rest[1] == '/';
        var start = open + (isEnd ? 2 : 1);
        var length = 0;
        while (start + length < markup.Length && (char.IsAsciiLetterOrDigit(markup[start + length]) || markup[start + length] == '-')) length++;
        if (length == 0 && !isEnd && (rest.Length < 2 || rest[1] is not ('!' or '?')))
        {
            text.Append('<');
            return open + 1;
        }

        var name = markup.Slice(start, length);
        var end = EndOfTag(markup, start + length);
        if (!Inline.Contains(name)) text.Append('\n');
        if (isEnd || !Unseen.Contains(name)) return end;
        var close = markup[end..].IndexOf(string.Concat("</", name), StringComparison.OrdinalIgnoreCase);
        return close < 0 ? markup.Length : EndOfTag(markup, end + close + 2 + length);
    }

    private static int After(ReadOnlySpan<char> markup, string mark, int from) =>
        markup[from..].IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at ? from + at + mark.Length : markup.Length;

    /// <summary>After the tag's '&gt;': one in a quoted value does not end it.</summary>
    private static int EndOfTag(ReadOnlySpan<char> markup, int from)
    {
        var quote = '\0';
        for (var i = from; i < markup.Length; i++)
        {
            if (quote != '\0') quote = markup[i] == quote ? '\0' : quote;
            else if (markup[i] is '"' or '\'') quote = markup[i];
            else if (markup[i] == '>') return i + 1;
        }

        return markup.Length;
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Names(params string[] names) =>
        new HashSet<string>(names, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
