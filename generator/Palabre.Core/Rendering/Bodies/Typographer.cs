using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>
/// Sets running text, piece by piece: what came before decides which way a quotation mark opens, also across
/// emphasis. Reused within a thread: a text without anything to set costs one vectorised search and no memory.
/// </summary>
internal sealed partial class Typographer
{
    private const char NarrowNoBreakSpace = '\u202F';
    private const char NoBreakSpace = '\u00A0';

    private static readonly SpecialChars Settable = new("\"'.-");
    private static readonly SpecialChars SettableInFrench = new("\"'.-;:!?«»%€0123456789");

    private char[] buffer = new char[1024];
    private int length;
    private QuoteMarks? marks;
    private bool french;
    private char previous;
    private int quoteDepth;
    private bool isSingleOpen; // a quotation in single marks
    private bool isCodeOpen; // a value in straight quotes, behind '='
    private bool owesSpace; // after «, when what follows is in the next piece

    /// <summary>Starts a text in <paramref name="language"/>.</summary>
    internal void Begin(string language)
    {
        marks = QuoteMarks.Of(language);
        french = marks is { IsFrench: true };
        Restart();
    }

    /// <summary>Starts a paragraph: no quotation is open.</summary>
    internal void Restart() => (previous, quoteDepth, isSingleOpen, isCodeOpen, owesSpace) = ('\0', 0, false, false, false);

    /// <summary>Something stands here that is not set: code, an address.</summary>
    internal void Skip(char last)
    {
        previous = last;
        owesSpace = false;
    }

    /// <summary>The piece as it is to be shown. The span is good until the next call.</summary>
    internal ReadOnlySpan<char> Set(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return text;
        var settable = french ? SettableInFrench : Settable;
        var next = settable.IndexIn(text);
        if (next < 0 && !owesSpace)
        {
            previous = text[^1];
            return text;
        }

        length = 0;
        PaySpace(text[0]);
        for (var at = 0; at < text.Length;)
        {
            if (next > at) Copy(text[at..next]);
            at = Math.Max(at, next);
            at += SetMark(text[at..]);
            var found = settable.IndexIn(text[at..]);
            next = found < 0 ? text.Length : at + found;
            if (found < 0) Copy(text[at..]);
            if (found < 0) break;
        }

        return buffer.AsSpan(0, length);
    }

    private void PaySpace(char first)
    {
        if (!owesSpace) return;
        owesSpace = false;
        if (!char.IsWhiteSpace(first)) Put(NarrowNoBreakSpace);
    }

    private void Copy(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        Reserve(text.Length);
        text.CopyTo(buffer.AsSpan(length));
        length += text.Length;
        previous = text[^1];
    }

    private void Put(char c)
    {
        Reserve(1);
        buffer[length++] = c;
        previous = c;
    }

    private void Reserve(int more)
    {
        if (length + more > buffer.Length) Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + more));
    }
}
