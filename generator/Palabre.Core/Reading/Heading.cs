using Palabre.Model;

namespace Palabre.Reading;

/// <summary>The heading that serves as a title where there is none.</summary>
internal static class Heading
{
    /// <summary>In UTF-16 units: of a longer heading, the beginning.</summary>
    private const int Longest = 500;

    /// <summary>
    /// The words of the first heading, with number signs before it, however far indented, or a line below it (CommonMark 0.31, sections
    /// 4.2 and 4.3), outside of fenced code and of remarks; null if there is none.
    /// </summary>
    internal static string? First(string markdown)
    {
        var (fence, isRemark, isBlock, paragraph) = (new CodeFence(), false, false, "");
        foreach (var line in new TextLines(markdown))
        {
            var text = line.Trim();
            var isCode = !isRemark && fence.Holds(line);
            isRemark |= !isCode && text.StartsWith("<!--");
            if (isCode || isRemark)
            {
                isRemark &= text.IndexOf("-->") < 0;
                (isBlock, paragraph) = (false, "");
                continue;
            }

            var isBelow = IsLineBelow(text);
            var heading = isBelow ? paragraph : Marked(text);
            if (HeadingWords.Of(heading[..Math.Min(heading.Length, Longest)]) is { Length: > 0 } words) return words;
            // What begins a list, a quotation, a table or an element takes in the lines below, up to an empty one.
            isBlock = !text.IsEmpty && !isBelow && (isBlock || BeginsBlock(line));
            if (text.IsEmpty || isBelow || isBlock) paragraph = "";
            else if (paragraph.Length < Longest) paragraph = $"{paragraph} {text}";
        }

        return null;
    }

    /// <summary>
    /// The title, and the body below it: what was written for one or, where nothing was, the first heading. That is taken out of the body
    /// if it opens it, since it would stand twice; one that says more than its words, a link, say, stays.
    /// </summary>
    /// <returns>No title where there is neither.</returns>
    internal static (string? Title, string Body, SourceLocation Source) Titled(string? written, string markdown, SourceLocation source)
    {
        if (written is not null || First(markdown) is not { } title) return (written, markdown, source);
        var (body, bodySource) = Without(title, markdown, source);
        return (title, body, bodySource);
    }

    private static (string Body, SourceLocation Source) Without(string title, string markdown, SourceLocation source)
    {
        var (at, lines, above) = (0, 0, "");
        while (at < markdown.Length)
        {
            var end = markdown.IndexOf('\n', at) is >= 0 and var found ? found + 1 : markdown.Length;
            var line = markdown.AsSpan(at, end - at);
            var text = line.Trim();
            (at, lines) = (end, lines + 1);
            if (text.IsEmpty && above.Length == 0) continue;
            if (above.Length == 0 && Marked(text) is { IsEmpty: true } && !BeginsBlock(line) && !line.StartsWith("    "))
            {
                above = text.ToString(); // a line below may make it one
                continue;
            }

            var heading = above.Length == 0 ? Marked(text) : IsLineBelow(text) ? above : [];
            if (heading.IsEmpty || line.StartsWith("    ") || !heading.SequenceEqual(title)) break;
            for (; at < markdown.Length && markdown[at] == '\n'; at++) lines++;
            return (markdown[at..], source with { Line = source.Line + lines });
        }

        return (markdown, source);
    }

    /// <summary>What stands behind one to six number signs, without those at its end; empty where that is no heading.</summary>
    private static ReadOnlySpan<char> Marked(ReadOnlySpan<char> text)
    {
        var heading = text.TrimStart('#');
        if (text.Length - heading.Length is < 1 or > 6 || !heading.StartsWith(" ")) return [];
        var open = heading.TrimEnd('#');
        return open.EndsWith(" ") ? open.Trim() : heading.Trim();
    }

    private static bool BeginsBlock(ReadOnlySpan<char> line) => line.StartsWith("    ") || (line.Trim() is { IsEmpty: false } text
        && (text[0] is '>' or '|' or '#' or '<' || text.StartsWith("- ") || text.StartsWith("+ ") || text.StartsWith("* ")
            || (char.IsAsciiDigit(text[0]) && text.TrimStart("0123456789") is ['.' or ')', ' ', ..])));

    private static bool IsLineBelow(ReadOnlySpan<char> text) => !text.IsEmpty && text[0] is '=' or '-' && text.TrimStart(text[0]).IsEmpty;
}
