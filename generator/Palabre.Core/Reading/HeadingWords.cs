using System.Buffers;
using System.Net;
using System.Text;

namespace Palabre.Reading;

/// <summary>The words of a line of Markdown: without what marks emphasis, code, links, pictures and elements.</summary>
internal ref struct HeadingWords
{
    private static readonly SearchValues<char> InEntities = SearchValues.Create("#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private readonly ReadOnlySpan<char> line;
    private readonly StringBuilder words;
    private readonly Stack<(int Close, int Behind)> links = new(); // the bracket that ends the text of each, and what follows its address
    private int at;

    private HeadingWords(ReadOnlySpan<char> line)
    {
        this.line = line;
        words = new(line.Length);
    }

    /// <param name="line">Short: brackets are looked for once for each that opens.</param>
    internal static string Of(ReadOnlySpan<char> line)
    {
        if (!line.IsEmpty && char.IsHighSurrogate(line[^1])) line = line[..^1];
        var reader = new HeadingWords(line);
        while (reader.at < line.Length) reader.Step();
        return OneLine.Of(reader.words.ToString());
    }

    private void Step()
    {
        var rest = line[at..];
        if (links.TryPeek(out var link) && link.Close == at)
        {
            links.Pop();
            at = link.Behind;
        }
        else if (rest is ['\\', var next, ..] && char.IsAscii(next) && (char.IsPunctuation(next) || char.IsSymbol(next))) Take(1, 1);
        else if (rest[0] == '`') Code(rest);
        else if (rest[0] is '*' or '_') Emphasis(rest);
        else if (rest[0] == '<' && rest.IndexOf('>') is > 1 and var end && (char.IsAsciiLetter(rest[1]) || rest[1] is '/' or '!')) Element(rest[1..end]);
        else if (rest[0] == '&' && rest.IndexOf(';') is > 1 and var close && !rest[1..close].ContainsAnyExcept(InEntities)) Entity(rest[..(close + 1)]);
        else if (rest is ['[', ..] or ['!', '[', ..]) Link(rest);
        else Take(0, 1);
    }

    /// <summary>Passes over some characters and takes those behind them as they are.</summary>
    private void Take(int skipped, int length)
    {
        words.Append(line.Slice(at + skipped, length));
        at += skipped + length;
    }

    private void Code(ReadOnlySpan<char> rest)
    {
        var marks = Run(rest);
        var length = rest[marks..].IndexOf(rest[..marks]);
        if (length < 0) Take(0, marks);
        else
        {
            Take(marks, length);
            at += marks;
        }
    }

    /// <summary>Stars between spaces are stars, and what joins two words is a part of a name.</summary>
    private void Emphasis(ReadOnlySpan<char> rest)
    {
        var marks = Run(rest);
        var (before, behind) = (at == 0 ? ' ' : line[at - 1], marks == rest.Length ? ' ' : rest[marks]);
        var isText = (char.IsWhiteSpace(before) && char.IsWhiteSpace(behind)) || (rest[0] == '_' && char.IsLetterOrDigit(before) && char.IsLetterOrDigit(behind));
        if (isText) Take(0, marks);
        else at += marks;
    }

    /// <param name="inner">What stands between the angles: of an address, the words; else the name of an element and what it has.</param>
    private void Element(ReadOnlySpan<char> inner)
    {
        if (!inner.ContainsAny(" \"='") && inner[1..].ContainsAny(':', '@')) words.Append(inner);
        at += inner.Length + 2;
    }

    private void Entity(ReadOnlySpan<char> entity)
    {
        words.Append(WebUtility.HtmlDecode(entity.ToString()));
        at += entity.Length;
    }

    private void Link(ReadOnlySpan<char> rest)
    {
        var open = rest[0] == '!' ? 1 : 0;
        var close = Matching(rest, open, '[', ']');
        var behind = close > 0 && close + 1 < rest.Length && rest[close + 1] == '(' ? Matching(rest, close + 1, '(', ')') : -1;
        if (behind < 0) Take(0, 1);
        else
        {
            links.Push((at + close, at + behind + 1));
            at += open + 1;
        }
    }

    /// <summary>Where the bracket at a place is closed; -1 where it is not.</summary>
    private static int Matching(ReadOnlySpan<char> text, int start, char open, char close)
    {
        var depth = 0;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == open) depth++;
            else if (text[i] == close && --depth == 0) return i;
        }

        return -1;
    }

    private static int Run(ReadOnlySpan<char> rest) => rest.IndexOfAnyExcept(rest[0]) is >= 0 and var length ? length : rest.Length;
}
