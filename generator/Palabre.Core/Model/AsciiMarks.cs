using System.Buffers;

namespace Palabre.Model;

/// <summary>Which marks of ASCII a text has: its control characters and signs, but line feeds and what every sentence has.</summary>
internal readonly record struct AsciiMarks
{
    private static readonly char[] All = [.. Enumerable.Range(0, 0x80).Select(c => (char)c).Where(c => !char.IsAsciiLetterOrDigit(c) && !" \n.,".Contains(c, StringComparison.Ordinal))];

    private static readonly SearchValues<char> Any = SearchValues.Create(All);

    private readonly ulong low, high; // a bit for each

    internal AsciiMarks(ReadOnlySpan<char> text)
    {
        for (int at; (at = text.IndexOfAny(Any)) >= 0; text = text[(at + 1)..]) Bit(text[at], ref low, ref high);
    }

    /// <param name="utf8">Short.</param>
    internal AsciiMarks(ReadOnlySpan<byte> utf8)
    {
        foreach (var c in utf8)
            if (IsMark(c)) Bit((char)c, ref low, ref high);
    }

    internal static bool IsMark(byte c) => c < 0x80 && All.Contains((char)c);

    internal bool Overlap(AsciiMarks other) => ((low & other.low) | (high & other.high)) != 0;

    internal bool Include(AsciiMarks other) => (other.low & ~low) == 0 && (other.high & ~high) == 0;

    private static void Bit(char c, ref ulong low, ref ulong high)
    {
        if (c < 64) low |= 1UL << c;
        else high |= 1UL << c;
    }
}
