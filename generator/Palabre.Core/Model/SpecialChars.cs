using System.Buffers;

namespace Palabre.Model;

/// <summary>
/// Characters that a text is searched for again and again: its plain ASCII is passed over at once, and each other character that it
/// has is looked up. Of sets with many characters beyond ASCII, .NET's own search compares each candidate with all of them: it took
/// a tenth of a build.
/// </summary>
internal sealed class SpecialChars
{
    private readonly SearchValues<char> plain; // ASCII that is not special
    private readonly ulong[] bits = new ulong[(char.MaxValue + 1) / 64]; // a bit for each character

    internal SpecialChars(IEnumerable<char> chars)
    {
        foreach (var c in chars) bits[c / 64] |= 1UL << c;
        plain = SearchValues.Create([.. Enumerable.Range(0, 0x80).Select(c => (char)c).Where(c => !Contains(c))]);
    }

    internal bool AreIn(ReadOnlySpan<char> text) => IndexIn(text) >= 0;

    internal bool Contains(char c) => (bits[c / 64] & (1UL << c)) != 0;

    /// <returns>Where the first stands; -1: none does.</returns>
    internal int IndexIn(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length;)
        {
            var next = text[at..].IndexOfAnyExcept(plain);
            if (next < 0) return -1;
            at += next;
            // What is beyond ASCII rarely stands alone.
            do
            {
                if (Contains(text[at])) return at;
                at++;
            }
            while (at < text.Length && !char.IsAscii(text[at]));
        }

        return -1;
    }
}
