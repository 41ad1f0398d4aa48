namespace Palabre.Searching;

/// <summary>Goes through the terms of all sheaves together, in ordinal order; of each, where it occurs and how much.</summary>
internal sealed class SheafMerge
{
    private const int MostSpellings = 6, Levels = 8, Large = 10_000;

    // BM25 (S. Robertson, H. Zaragoza, «The Probabilistic Relevance Framework», 2009, section 3.4), its usual constants.
    private const double Saturation = 1.2, LengthWeight = 0.75;

    private readonly SheafReader[] sheaves;
    private readonly int[] starts;
    private readonly PriorityQueue<int, (string Term, int Sheaf)> queue = new(
        Comparer<(string Term, int Sheaf)>.Create((a, b) => string.CompareOrdinal(a.Term, b.Term) is not 0 and var order ? order : a.Sheaf - b.Sheaf));

    private readonly List<(SheafTerm Term, int Sheaf)> parts = [];
    private readonly double average;
    private readonly bool isLarge;
    private Occurrence[] occurrences = [];
    private int count;

    /// <param name="sheaves">At their beginning; they are read to the end.</param>
    /// <param name="starts">The number of each sheaf's first entry.</param>
    internal SheafMerge(SheafReader[] sheaves, int[] starts)
    {
        (this.sheaves, this.starts) = (sheaves, starts);
        average = Average(sheaves.Sum(s => s.Lengths.Sum(length => (long)length)), sheaves.Sum(s => s.Lengths.Length));
        isLarge = sheaves.Sum(s => s.Lengths.Length) > Large;
        for (var i = 0; i < sheaves.Length; i++) Enqueue(i);
    }

    internal Term Term { get; private set; } = null!;

    internal ReadOnlySpan<Occurrence> Occurrences => occurrences.AsSpan(0, count);

    internal bool Next()
    {
        parts.Clear();
        if (queue.Count == 0) return false;
        queue.TryPeek(out _, out var first);
        while (queue.TryPeek(out var sheaf, out var key) && key.Term == first.Term)
        {
            queue.Dequeue();
            parts.Add((sheaves[sheaf].Term!, sheaf));
            Enqueue(sheaf);
        }

        Merge();
        return true;
    }

    private void Enqueue(int sheaf)
    {
        if (sheaves[sheaf].Next()) queue.Enqueue(sheaf, (sheaves[sheaf].Term!.Term, sheaf));
    }

    private void Merge()
    {
        var text = parts[0].Term.Term;
        var spellings = Spellings();
        count = parts.Sum(p => p.Term.Postings.Length);
        if (occurrences.Length < count) occurrences = new Occurrence[Math.Max(count, 2 * occurrences.Length)];
        var at = 0;
        foreach (var (term, sheaf) in parts)
        {
            var lengths = sheaves[sheaf].Lengths;
            byte[] known = [.. term.Spellings.Select(s => Array.IndexOf(spellings, s) is >= 0 and var place ? (byte)place : (byte)spellings.Length)];
            foreach (var (number, weight, accents) in term.Postings)
            {
                occurrences[at++] = new(starts[sheaf] + number, LevelOf(weight, lengths[number]), known.Length == 0 ? (byte)0 : known[accents]);
            }
        }

        // Half of the terms of a large archive are in one entry only: they are many, and often a slip.
        var word = isLarge && count < 2 ? "" : parts.GroupBy(p => p.Term.Word.Text, p => p.Term.Word.Count, StringComparer.Ordinal)
            .OrderByDescending(g => g.Sum()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;
        Term = new(text, word, spellings is [var only] && only == text ? [] : spellings, parts.Exists(p => p.Term.IsContent));
    }

    private string[] Spellings()
    {
        if (parts.TrueForAll(p => p.Term.Spellings.Length < 2 && p.Term.Spellings.SequenceEqual(parts[0].Term.Spellings))) return parts[0].Term.Spellings;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (term, _) in parts)
            foreach (var posting in term.Postings)
                if (term.Spellings.Length > 0) counts[term.Spellings[posting.Accents]] = counts.GetValueOrDefault(term.Spellings[posting.Accents]) + 1;
        return [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(MostSpellings).Select(c => c.Key)];
    }

    private byte LevelOf(int weight, int length)
    {
        var norm = Saturation * (1 - LengthWeight + (LengthWeight * length / average));
        return (byte)Math.Min(Levels - 1, (int)(Levels * weight / (weight + norm)));
    }

    /// <summary>Rounded to a power of two or half-way to the next, so that one more entry rarely changes every file.</summary>
    private static double Average(long words, int entries)
    {
        var average = entries == 0 ? 1 : Math.Max(1, words / entries);
        var power = 1L << (63 - System.Numerics.BitOperations.LeadingZeroCount((ulong)average));
        return average >= power + (power / 2) ? 1.5 * power : power;
    }
}
