using System.Text;
using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>Grows as it is written to, and keeps its memory for the next body of the thread.</summary>
internal sealed class CharBuffer
{
    private const int KeptAtMost = 1 << 20;

    // What cannot stand in HTML as it is: markup, control characters, characters that reorder text, halves of
    // surrogate pairs that stand alone, and what Unicode says is no character.
    private static readonly SpecialChars Special = new(
        [.. "<>&\"", .. Range('\0', '\b'), .. Range('\v', '\u001F'), .. Range('\u007F', '\u009F'),
            .. Range('\u202A', '\u202E'), .. Range('\u2066', '\u2069'), .. Range('\uFDD0', '\uFDEF'), '\uFFFE', '\uFFFF']);

    private char[] chars = new char[16 * 1024];

    internal int Length { get; private set; }

    internal void Clear()
    {
        if (chars.Length > KeptAtMost) chars = new char[16 * 1024];
        Length = 0;
    }

    internal void Append(char c)
    {
        if (Length == chars.Length) Grow(1);
        chars[Length++] = c;
    }

    internal void Append(ReadOnlySpan<char> text)
    {
        if (text.Length > chars.Length - Length) Grow(text.Length);
        text.CopyTo(chars.AsSpan(Length));
        Length += text.Length;
    }

    /// <summary>Appends what needs no care, and returns where the first special character of the text stands, or -1.</summary>
    internal int AppendUntilSpecial(ReadOnlySpan<char> text)
    {
        var special = Special.IndexIn(text);
        Append(special < 0 ? text : text[..special]);
        return special;
    }

    /// <summary>The value of an attribute between double quotes. What would reorder text is left out.</summary>
    internal void AppendAttribute(ReadOnlySpan<char> value)
    {
        for (int special; (special = AppendUntilSpecial(value)) >= 0; value = value[(special + 1)..])
        {
            if (Entity(value[special]) is { } entity) Append(entity);
            else if (!Bidi.IsControl(value[special])) Append('\uFFFD');
        }
    }

    /// <summary>How markup writes a character that it means something in; null for others.</summary>
    internal static string? Entity(char c) => c switch
    {
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        '"' => "&quot;",
        _ => null,
    };

    internal byte[] ToUtf8() => Encoding.UTF8.GetBytes(chars, 0, Length);

    private void Grow(int more) => Array.Resize(ref chars, Math.Max(chars.Length * 2, Length + more));

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);
}
