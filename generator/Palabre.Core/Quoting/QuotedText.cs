using System.Text;

namespace Palabre.Quoting;

/// <summary>Text made comparable: what a reader would call the same words is the same text.</summary>
internal static class QuotedText
{
    /// <summary>A passage with fewer characters, made comparable, is nobody's in particular.</summary>
    internal const int Shortest = 20;

    /// <summary>
    /// The words in lower case, one space between them: white space, quotation marks, punctuation and the signs of
    /// Markdown are not compared, nor are the addresses of links and the tags of HTML.
    /// </summary>
    internal static string Comparable(ReadOnlySpan<char> text) => Comparable(text, null);

    /// <param name="places">Receives, for each character of the outcome, its position in <paramref name="text"/>; a space has that of the word behind it.</param>
    internal static string Comparable(ReadOnlySpan<char> text, List<int>? places)
    {
        var words = new StringBuilder(text.Length);
        var gap = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                if (gap && words.Length > 0)
                {
                    words.Append(' ');
                    places?.Add(i);
                }

                gap = false;
                words.Append(char.ToLowerInvariant(c));
                places?.Add(i);
                continue;
            }

            gap = true;
            i += Skipped(text[i..]);
        }

        return words.ToString();
    }

    /// <summary>How many characters after the first say nothing: the address of a link, a tag, a character reference.</summary>
    private static int Skipped(ReadOnlySpan<char> text)
    {
        var end = text switch
        {
            ['(', ..] => -1,
            [']', '(', ..] => End(text, ')', 1000),
            ['<', var next, ..] when char.IsAsciiLetter(next) || next == '/' => End(text, '>', 1000),
            ['&', ..] => End(text, ';', 8),
            _ => -1,
        };
        return Math.Max(0, end);
    }

    private static int End(ReadOnlySpan<char> text, char mark, int most) =>
        text[..Math.Min(text.Length, most)].IndexOf(mark) is var end && end > 0
            && !text[..end].Contains('\n') ? end : 0;
}
