namespace Palabre.Import.Mail;

/// <summary>The lines of a letter: how deep each is quoted, what it says, and which are to stay as they are.</summary>
internal sealed class LetterLines
{
    private const int LongestConflict = 1_000;

    private LetterLines(string[] lines, Flow flow)
    {
        Depths = [.. lines.Select(line => DepthOf(line, flow))];
        Words = [.. lines.Select((line, i) => Unquoted(line, Depths[i], flow))];
        Ends = new int[lines.Length];
        Blocks = new bool[lines.Length];
    }

    internal int Count => Words.Length;

    /// <summary>How many letters each line is quoted through; 0 is the writer's own.</summary>
    internal int[] Depths { get; }

    /// <summary>Each line without the marks of quotation.</summary>
    internal string[] Words { get; }

    /// <summary>Where a block of lines that stay as they are begins: the line after its last. Else 0.</summary>
    internal int[] Ends { get; }

    /// <summary>Whether a line is in such a block.</summary>
    internal bool[] Blocks { get; }

    internal static LetterLines Of(string text, Flow flow)
    {
        var lines = text.Split('\n');
        var read = new LetterLines(lines, flow);
        // What a program prefixed to protect it is not to be found here; what nobody quoted is as it was written.
        string[] own = [.. lines.Select((line, i) => flow == Flow.Fixed && read.Depths[i] > 0 && line[0] == ' ' ? line : read.Words[i])];
        read.FindChanges(lines, own);
        read.FindPrompts(lines);
        return read;
    }

    internal bool IsBlank(int line) => string.IsNullOrWhiteSpace(Words[line]);

    /// <summary>The end of these lines, without the blank ones there.</summary>
    internal int TrimEnd(int from, int to)
    {
        while (to > from && IsBlank(to - 1)) to--;
        return to;
    }

    private void FindChanges(string[] lines, string[] own)
    {
        var looked = 0;
        for (var i = 0; i < Count; i++)
        {
            // Of a patch that is quoted, what is unquoted of each line; of one that is not, the line.
            var source = Depths[i] == 0 ? own : Words;
            var length = Depths[i] == 0 ? ConflictAt(lines, i) : 0;
            if (length > 0) source = lines;
            else if (Depths[i] == 0 && (length = Patch.FindPlain(lines, i)) > 0) source = lines;
            else if (i >= looked) (length, looked) = Patch.Find(source, Depths, i);
            if (length > 0)
            {
                Keep(source, i, i + length);
                i += length - 1;
            }
            else if (IsLoneMark(lines[i], i))
            {
                (Depths[i], Words[i]) = (0, lines[i]);
            }
        }
    }

    private void Keep(string[] lines, int from, int to)
    {
        var depth = Depths[from];
        Ends[from] = to;
        for (var i = from; i < to; i++) (Depths[i], Words[i], Blocks[i]) = (depth, lines[i], true);
    }

    /// <summary>The length of what git writes where two changes meet: <c>&lt;&lt;&lt;&lt;&lt;&lt;&lt;</c>, <c>=======</c>, <c>>>>>>>></c>; 0 for none.</summary>
    private static int ConflictAt(string[] lines, int start)
    {
        if (!lines[start].StartsWith("<<<<<<<", StringComparison.Ordinal)) return 0;
        var isParted = false;
        for (var at = start + 1; at < lines.Length && at - start < LongestConflict; at++)
        {
            if (lines[at].StartsWith("<<<<<<<", StringComparison.Ordinal)) return 0;
            isParted |= lines[at] == "=======";
            if (isParted && IsEndOfConflict(lines[at])) return at + 1 - start;
        }

        return 0;
    }

    private static bool IsEndOfConflict(string line) => line == ">>>>>>>" || line.StartsWith(">>>>>>> ", StringComparison.Ordinal);

    /// <summary>Whether the mark stands alone: nobody quotes seven letters deep between words of their own.</summary>
    private bool IsLoneMark(string line, int at) => IsEndOfConflict(line) && (at == 0 || Depths[at - 1] == 0) && (at + 1 == Count || Depths[at + 1] == 0);

    /// <summary>Finds what was typed into Python, which asks with <c>>>> </c>, and what it answered.</summary>
    private void FindPrompts(string[] lines)
    {
        var before = 0;
        for (int i = 0, end; i < Count; i = Math.Max(end, i + 1))
        {
            for (end = i; end < Count && !IsBlank(end);) end++;
            if (end == i) continue;
            var (first, isCode, last) = (-1, true, Depths[end - 1]);
            var hasEvidence = false;
            for (var at = i; at < end; at++)
            {
                var isPrompt = Depths[at] == 3 && Prompt.Is(lines[at]);
                if (isPrompt && first < 0) first = at;
                isCode &= !Blocks[at] && (isPrompt || Depths[at] == 0);
                hasEvidence |= isPrompt && Prompt.IsCode(lines[at].AsSpan(3).Trim());
            }

            if (first >= 0 && isCode && hasEvidence && before is 0 or 3 && NextDepth(end) is 0 or 3) Keep(lines, first, end);
            if (first >= 0 && Ends[first] > 0) Array.Clear(Depths, first, end - first);
            before = last;
        }
    }

    private int NextDepth(int at)
    {
        while (at < Count && IsBlank(at)) at++;
        return at < Count ? Depths[at] : 0;
    }

    private static int DepthOf(string line, Flow flow)
    {
        if (flow != Flow.Fixed && line.StartsWith(' ')) return 0; // the space protects what follows (section 4.4)
        var depth = 0;
        foreach (var c in line)
        {
            if (c == '>') depth++;
            else if (c != ' ') break;
        }

        return depth;
    }

    private static string Unquoted(string line, int depth, Flow flow)
    {
        var at = 0;
        while (depth > 0)
            if (line[at++] == '>') depth--;
        return (at > 0 || flow != Flow.Fixed) && at < line.Length && line[at] == ' ' ? line[(at + 1)..] : line[at..];
    }
}
