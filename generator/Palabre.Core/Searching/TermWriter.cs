using System.Text;

namespace Palabre.Searching;

/// <summary>That a term occurs in an entry, as it is written.</summary>
/// <param name="Level">0 to 7: how much the entry is about it.</param>
/// <param name="Spelling">Which of the term's spellings; their number for one that is not among them.</param>
internal readonly record struct Occurrence(int Number, byte Level, byte Spelling);

/// <summary>A term of the whole archive.</summary>
/// <param name="Word">A whole word for it, to suggest; empty of names, and in large archives where only one entry has it.</param>
/// <param name="Spellings">With their accents, the most frequent first; none where the one spelling is the term.</param>
/// <param name="HasLevels">False of stop words and of names that filters find.</param>
internal sealed record Term(string Text, string Word, string[] Spellings, bool HasLevels);

/// <summary>
/// Writes terms and where they occur into bytes. A term is: how many bytes it shares with the one before it; the rest of
/// it; <c>k</c> times 4, with 1 if it has no levels and 2 if words follow; the number of its entries; the words, if any,
/// one text with spaces: the word to suggest, then the spellings; the number of its first entry; the length of the bits,
/// and these. Numbers are LEB128, texts have their length in bytes before them.
/// In bits, for each entry but the first, what is between it and the one before in a Rice code of parameter <c>k</c>
/// (R. F. Rice, JPL Publication 79-22, 1979); then for each entry three of level, and as many ones as the number of its
/// spelling, closed by a zero where others follow.
/// </summary>
internal sealed class TermWriter
{
    private readonly List<byte> bytes = [];
    private byte[] previous = [];

    internal int Length => bytes.Count;

    /// <summary>The file so far; then begins anew.</summary>
    internal byte[] Take()
    {
        byte[] taken = [.. bytes];
        bytes.Clear();
        previous = [];
        return taken;
    }

    /// <param name="where">As <see cref="Where"/> gives it.</param>
    internal void Add(Term term, ReadOnlySpan<Occurrence> occurrences, (byte[] Bits, int K) where)
    {
        var text = Encoding.UTF8.GetBytes(term.Text);
        var shared = text.AsSpan().CommonPrefixLength(previous);
        previous = text;
        Add(shared);
        Add(text.AsSpan(shared));
        var hasWords = term.Word.Length > 0 || term.Spellings.Length > 0;
        Add((4 * where.K) + (term.HasLevels ? 0 : 1) + (hasWords ? 2 : 0));
        Add(occurrences.Length);
        if (hasWords) Add(Encoding.UTF8.GetBytes(term.Spellings.Length == 0 ? term.Word : $"{term.Word} {string.Join(' ', term.Spellings)}"));
        Add(occurrences[0].Number);
        Add(where.Bits);
    }

    /// <summary>How many bytes a term can take at most.</summary>
    internal static int MostLength(Term term, byte[] bits) => bits.Length + 30 + (3 * (term.Text.Length + term.Word.Length + term.Spellings.Sum(s => s.Length + 1)));

    /// <summary>The bits that say where a term occurs, and the parameter of their code.</summary>
    internal static (byte[] Bits, int K) Where(Term term, ReadOnlySpan<Occurrence> occurrences)
    {
        var bits = new BitWriter();
        var k = BestParameter(occurrences);
        for (var i = 0; i < occurrences.Length; i++)
        {
            var (number, level, spelling) = occurrences[i];
            if (i > 0)
            {
                var gap = number - occurrences[i - 1].Number - 1;
                bits.AddOnes(gap >> k);
                bits.Add(0, 1);
                bits.Add((uint)(gap & ((1 << k) - 1)), k);
            }

            if (term.HasLevels) bits.Add(level, 3);
            if (term.Spellings.Length < 2) continue;
            bits.AddOnes(spelling);
            if (spelling < term.Spellings.Length) bits.Add(0, 1);
        }

        return (bits.Take(), k);
    }

    private static int BestParameter(ReadOnlySpan<Occurrence> occurrences)
    {
        var (best, least) = (0, long.MaxValue);
        for (var k = 0; k <= 22; k++)
        {
            long size = 0;
            for (var i = 1; i < occurrences.Length; i++) size += ((occurrences[i].Number - occurrences[i - 1].Number - 1) >> k) + 1 + k;
            if (size >= least) return best;
            (best, least) = (k, size);
        }

        return best;
    }

    private void Add(int number)
    {
        for (; number >= 0x80; number >>= 7) bytes.Add((byte)(number | 0x80));
        bytes.Add((byte)number);
    }

    private void Add(ReadOnlySpan<byte> text)
    {
        Add(text.Length);
        foreach (var b in text) bytes.Add(b);
    }
}
