using System.Net;
using System.Text;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>The heading that serves as a post's title where it has none.</summary>
internal static class Heading
{
    /// <summary>In UTF-16 units: of a longer heading, the beginning.</summary>
    private const int Longest = 500;

    /// <summary>
    /// The words of the first heading, with number signs before it or a line below it (CommonMark 0.31, sections 4.2 and 4.3), outside of
    /// fenced code and of remarks; null if there is none.
    /// </summary>
    internal static string? First(string markdown)
    {
        var (fence, isRemark, paragraph) = (new CodeFence(), false, "");
        foreach (var line in new TextLines(markdown))
        {
            var text = line.Trim();
            isRemark |= text.StartsWith("<!--");
            if (isRemark || fence.Holds(line))
            {
                isRemark &= text.IndexOf("-->") < 0;
                paragraph = "";
                continue;
            }

            if (Words(IsLineBelow(text) ? paragraph : Marked(text)) is { Length: > 0 } words) return words;
            if (!IsProse(line)) paragraph = "";
            else if (paragraph.Length < Longest) paragraph = $"{paragraph} {text}";
        }

        return null;
    }

    /// <summary>What stands behind one to six number signs, without those at its end; empty where that is no heading.</summary>
    private static ReadOnlySpan<char> Marked(ReadOnlySpan<char> text)
    {
        var heading = text.TrimStart('#');
        if (text.Length - heading.Length is < 1 or > 6 || !heading.StartsWith(" ")) return [];
        var open = heading.TrimEnd('#');
        return open.EndsWith(" ") ? open.Trim() : heading.Trim();
    }

    /// <summary>What begins a list, a quotation or a table, or is indented as code, is no paragraph that a line could make a heading of.</summary>
    private static bool IsProse(ReadOnlySpan<char> line) => !line.StartsWith("    ") && line.Trim() is { IsEmpty: false } text
        && text[0] is not ('>' or '|' or '#' or '-' or '+' or '*' or '=') && !(char.IsAsciiDigit(text[0]) && text.TrimStart("0123456789").StartsWith(". "));

    private static bool IsLineBelow(ReadOnlySpan<char> text) => !text.IsEmpty && text[0] is '=' or '-' && text.TrimStart(text[0]).IsEmpty;

    /// <summary>Without what marks emphasis, code, links and elements.</summary>
    private static string Words(ReadOnlySpan<char> markdown)
    {
        markdown = markdown[..Math.Min(markdown.Length, Longest)];
        var words = new StringBuilder(markdown.Length);
        var linkEnd = -1; // the bracket behind the text of a link
        for (var i = 0; i < markdown.Length; i++)
        {
            var c = markdown[i];
            var rest = markdown[(i + 1)..];
            var next = rest.IsEmpty ? ' ' : rest[0];
            if (c == '\\' && char.IsPunctuation(next)) words.Append(markdown[++i]);
            else if (c is '*' or '`' || (c == '_' && !(IsInWord(next) && i > 0 && IsInWord(markdown[i - 1])))) continue;
            else if (c == '<' && (char.IsAsciiLetter(next) || next is '/' or '!') && rest.IndexOf('>') is >= 0 and var end) i += end + 1;
            else if (c == '!' && next == '[') continue;
            else if (c == '[' && rest.IndexOf("](") is >= 0 and var close && rest[close..].IndexOf(')') > 0) linkEnd = i + 1 + close;
            else if (i == linkEnd) i += rest.IndexOf(')') + 1;
            else words.Append(c);
        }

        return WebUtility.HtmlDecode(words.ToString()).Trim();
    }

    private static bool IsInWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
