using System.Net;
using System.Text;
using Palabre.Rendering;

namespace Palabre.Searching;

/// <summary>The words of markup as a reader sees them: tags, comments, and what scripts and styles hold, left out.</summary>
internal static class VisibleText
{
    private static readonly HashSet<string> Unseen = new(["script", "style", "template", "noscript", "iframe", "textarea", "title", "select"], StringComparer.OrdinalIgnoreCase);

    // Elements that stand within a word or a sentence; all others end it.
    private static readonly HashSet<string> Inline = new(
        ["a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var", "wbr"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Linear in the length of the markup, whole or not.</summary>
    internal static string Of(Html html)
    {
        var markup = html.ToString();
        var text = LentBuilder.Take();
        for (var at = 0; at < markup.Length;)
        {
            var open = markup.IndexOf('<', at);
            if (open < 0) open = markup.Length;
            Add(text, markup, at, open);
            at = open < markup.Length ? AfterTag(markup, open, text) : open;
        }

        return LentBuilder.Finish(text);
    }

    private static void Add(StringBuilder text, string markup, int from, int to)
    {
        if (markup.AsSpan(from, to - from).Contains('&')) text.Append(WebUtility.HtmlDecode(markup[from..to]));
        else text.Append(markup, from, to - from);
    }

    /// <summary>Where the text goes on after what begins with '&lt;'.</summary>
    private static int AfterTag(string markup, int open, StringBuilder text)
    {
        var rest = markup.AsSpan(open);
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

        var name = markup.Substring(start, length);
        var end = EndOfTag(markup, start + length);
        if (!Inline.Contains(name)) text.Append('\n');
        if (isEnd || !Unseen.Contains(name)) return end;
        var close = markup.IndexOf("</" + name, end, StringComparison.OrdinalIgnoreCase);
        return close < 0 ? markup.Length : EndOfTag(markup, close + 2 + length);
    }

    private static int After(string markup, string mark, int from) =>
        markup.IndexOf(mark, from, StringComparison.Ordinal) is >= 0 and var at ? at + mark.Length : markup.Length;

    /// <summary>After the tag's '&gt;': one in a quoted value does not end it.</summary>
    private static int EndOfTag(string markup, int from)
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
}
