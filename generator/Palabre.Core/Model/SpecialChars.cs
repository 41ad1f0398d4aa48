using System.Buffers;

namespace Palabre.Model;

/// <summary>
/// Characters that a text is searched for again and again. Those of ASCII are looked for at once; of the others, each that the text
/// has is looked up. Of sets with many characters beyond ASCII, .NET's own search compares each candidate with all of them: it took
/// a tenth of a build.
/// </summary>
internal sealed class SpecialChars
{
    // No search goes further than this for nothing: what holds many special characters stays linear.
    private const int Window = 4096;

    private readonly SearchValues<char> ascii;
    private readonly ulong[] bits = new ulong[(char.MaxValue + 1) / 64]; // a bit for each character

    internal SpecialChars(IEnumerable<char> chars)
    {
        char[] some = [.. chars];
        ascii = SearchValues.Create([.. some.Where(char.IsAscii)]);
        foreach (var c in some) bits[c / 64] |= 1UL << c;
    }

    internal bool AreIn(ReadOnlySpan<char> text) => IndexIn(text) >= 0;

    internal bool Contains(char c) => (bits[c / 64] & (1UL << c)) != 0;

    /// <returns>Where the first stands; -1: none does.</returns>
    internal int IndexIn(ReadOnlySpan<char> text)
    {
        for (var start = 0; start < text.Length; start += Window)
        {
            var window = text[start..Math.Min(text.Length, start + Window)];
            var at = window.IndexOfAny(ascii);
            if (at >= 0) window = window[..at];
            if (IndexBeyond(window) is >= 0 and var other) return start + other;
            if (at >= 0) return start + at;
        }

        return -1;
    }

    private int IndexBeyond(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var next = text[i..].IndexOfAnyExceptInRange('\0', '\u007F');
            if (next < 0) return -1;
            i += next;
            if (Contains(text[i])) return i;
        }

        return -1;
    }
}
