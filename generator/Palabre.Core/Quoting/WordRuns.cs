namespace Palabre.Quoting;

/// <summary>Words in a row that a text has in common with one of those looked for.</summary>
/// <param name="Text">Which of those, 0-based.</param>
/// <param name="Words">Made comparable.</param>
/// <param name="Length">In words.</param>
/// <param name="IsOwn">At least half of it stands in no text that was disowned (<see cref="WordRuns.Disown"/>).</param>
internal readonly record struct WordRun(int Text, string Words, int Length, bool IsOwn);

/// <summary>Finds runs of words that texts have in common, in time in proportion to their lengths.</summary>
internal sealed class WordRuns
{
    private readonly int shortest;
    private readonly string[][] texts;
    private readonly bool[][] disowned;
    private readonly Dictionary<ulong, (int Text, int Word)> begins = [];

    /// <param name="shortest">Of a run, in words.</param>
    /// <param name="texts">Made comparable (<see cref="QuotedText"/>). Of words that occur twice, the first place counts.</param>
    internal WordRuns(int shortest, IEnumerable<string> texts)
    {
        this.shortest = shortest;
        this.texts = [.. texts.Select(Split)];
        disowned = [.. this.texts.Select(words => new bool[words.Length])];
        for (var text = 0; text < this.texts.Length; text++)
            for (var word = 0; word + shortest <= this.texts[text].Length; word++)
                begins.TryAdd(Hash(this.texts[text], word), (text, word));
    }

    internal static string[] Split(string comparable) => comparable.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Marks what a text has in common with those looked for as its own words, not theirs.</summary>
    /// <param name="isOlder">Whether the text is older than the one of this number.</param>
    internal void Disown(string comparable, Func<int, bool> isOlder)
    {
        var words = Split(comparable);
        for (var at = 0; at + shortest <= words.Length; at++)
            if (begins.TryGetValue(Hash(words, at), out var begin) && isOlder(begin.Text)) disowned[begin.Text][begin.Word] = true;
    }

    /// <summary>The runs, none within another, in the order of the text.</summary>
    internal IEnumerable<WordRun> In(string comparable)
    {
        var words = Split(comparable);
        for (var at = 0; at + shortest <= words.Length;)
        {
            var length = begins.TryGetValue(Hash(words, at), out var begin) ? Common(words.AsSpan(at), texts[begin.Text].AsSpan(begin.Word)) : 0;
            if (length >= shortest) yield return new(begin.Text, string.Join(' ', words[at..(at + length)]), length, IsOwn(begin, length));
            at += length >= shortest ? length : 1;
        }
    }

    private bool IsOwn((int Text, int Word) begin, int length)
    {
        var begun = disowned[begin.Text].AsSpan(begin.Word, length - shortest + 1);
        return 2 * begun.Count(true) <= begun.Length;
    }

    private static int Common(ReadOnlySpan<string> a, ReadOnlySpan<string> b) => a.CommonPrefixLength(b);

    /// <summary>FNV-1a over the characters: of words that only seem the same, <see cref="Common"/> tells.</summary>
    private ulong Hash(string[] words, int at)
    {
        var hash = 14695981039346656037UL;
        for (var i = at; i < at + shortest; i++)
        {
            foreach (var c in words[i]) hash = (hash ^ c) * 1099511628211UL;
            hash = (hash ^ ' ') * 1099511628211UL;
        }

        return hash;
    }
}
