using System.Globalization;

namespace Palabre.Import.Mail;

/// <summary>Finds changes to a program within a letter, as <c>diff</c> and git write them: they stay as they are, to the last space.</summary>
internal static class Patch
{
    private static readonly string[] Heads =
    [
        "diff ", "index ", "Index: ", "--- ", "+++ ", "@@ ", "\\ No newline", "new file mode ", "deleted file mode ", "old mode ", "new mode ",
        "similarity index ", "rename from ", "rename to ", "copy from ", "copy to ", "Binary files ", "GIT binary patch",
        "===================", "RCS file: ", "retrieving revision ",
    ];

    /// <param name="lines">What is not quoted, as it is: a space before '>' is the mark of a line that did not change.</param>
    /// <returns>How many lines are a patch that begins at <paramref name="start"/>, 0 if none does; and up to where no other begins, if so.</returns>
    internal static (int Length, int Looked) Find(string[] lines, int[] depths, int start)
    {
        if (!Begins(lines.AsSpan(start))) return (0, start + 1);
        var (end, at, isChange, isBinary, isData) = (start, start, false, false, false);
        var hunk = new Hunk();
        for (; at < lines.Length && Belongs(lines[at], depths[at], depths[start]); at++)
        {
            var line = lines[at];
            if (string.IsNullOrWhiteSpace(line))
            {
                // Programs that send letters take the space away from lines without words.
                isData = false;
                hunk.Count(' ');
                continue;
            }

            isData |= isBinary && (Starts(line, "literal ") || Starts(line, "delta "));
            if (!isData && Array.Exists(Heads, head => Starts(line, head)))
            {
                isBinary |= Starts(line, "GIT binary patch");
                isChange |= isBinary || Starts(line, "@@ ");
                if (Starts(line, "@@ ")) hunk = Hunk.Of(line);
                else if (line[0] is '-' or '+') hunk.Count(line[0]);
            }
            else if (!isData)
            {
                if (!isChange || line[0] is not (' ' or '+' or '-' or '\t' or '\\')) break;
                if (line is "--" or "-- " && !hunk.Holds(line, at + 1 < lines.Length && depths[at + 1] == depths[start] ? lines[at + 1] : null)) break;
                hunk.Count(line[0]);
            }

            end = at + 1;
        }

        return isChange ? (end - start, end) : (0, at);
    }

    /// <summary>The same of what <c>diff</c> writes without an option: <c>5c5</c>, and lines that begin with <c>&lt; </c> and <c>> </c>. 0 if none begins here.</summary>
    internal static int FindPlain(string[] lines, int start)
    {
        var at = start;
        if (Starts(lines[at], "diff ")) at++;
        if (at + 1 >= lines.Length || !IsPlainHead(lines[at]) || !IsPlainLine(lines[at + 1])) return 0;
        for (at++; at < lines.Length; at++)
        {
            var line = lines[at];
            if (!IsPlainLine(line) && line != "---" && !Starts(line, "\\ No newline") && !(IsPlainHead(line) && at + 1 < lines.Length && IsPlainLine(lines[at + 1]))) break;
        }

        return at - start;
    }

    private static bool Begins(ReadOnlySpan<string> lines) => lines.Length > 2
        && (Starts(lines[0], "diff ") || Starts(lines[0], "Index: ") || Starts(lines[0], "@@ -") || (Starts(lines[0], "--- ") && Starts(lines[1], "+++ ")));

    /// <summary>Nothing quotes the line of a patch that is not quoted where its first letter is a mark.</summary>
    private static bool Belongs(string line, int depth, int wanted) => depth == wanted || (wanted == 0 && Starts(line, " "));

    private static bool IsPlainLine(string line) => line is "<" or ">" || Starts(line, "< ") || Starts(line, "> ");

    private static bool IsPlainHead(string line)
    {
        var letter = line.AsSpan().IndexOfAny('a', 'c', 'd');
        return letter > 0 && line.Length < 40 && IsRange(line.AsSpan(0, letter)) && IsRange(line.AsSpan(letter + 1));
    }

    private static bool IsRange(ReadOnlySpan<char> text)
    {
        var comma = text.IndexOf(',');
        return comma < 0 ? IsNumber(text) : IsNumber(text[..comma]) && IsNumber(text[(comma + 1)..]);
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');

    private static bool Starts(string line, string start) => line.StartsWith(start, StringComparison.Ordinal);

    /// <summary>How many lines of a change are still to come, by what its head says. Not everybody who edits a patch counts again.</summary>
    private struct Hunk
    {
        private int old, young;

        internal static Hunk Of(string head)
        {
            var words = head.Split(' ', 4);
            return words.Length < 3 ? new() : new() { old = Lines(words[1]), young = Lines(words[2]) };
        }

        internal void Count(char mark)
        {
            if (mark is not '+' and not '\\') old--;
            if (mark is not '-' and not '\\') young--;
        }

        /// <summary>Whether a line of two dashes is one that was taken away, not what begins a signature.</summary>
        /// <param name="next">The line below; null for none.</param>
        internal readonly bool Holds(string line, string? next)
        {
            if (old == 1 && young == 0) return true;
            if (string.IsNullOrWhiteSpace(next)) return old > 0 && next is not null;
            if (line == "-- " && old <= 0 && young <= 0) return false;
            return next[0] is ' ' or '+' or '-' or '\\' || Starts(next, "@@ -") || Starts(next, "diff ");
        }

        private static int Lines(string range)
        {
            var comma = range.IndexOf(',', StringComparison.Ordinal);
            return comma < 0 ? 1 : int.TryParse(range.AsSpan(comma + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
        }
    }
}
