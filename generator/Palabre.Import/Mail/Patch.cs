namespace Palabre.Import.Mail;

/// <summary>Finds changes to a program within a letter, as <c>diff -u</c> and git write them: they stay as they are, to the last space.</summary>
internal static class Patch
{
    private static readonly string[] Heads =
    [
        "diff ", "index ", "Index: ", "--- ", "+++ ", "@@ ", "\\ No newline", "new file mode ", "deleted file mode ", "old mode ", "new mode ",
        "similarity index ", "rename from ", "rename to ", "copy from ", "copy to ", "Binary files ", "GIT binary patch",
    ];

    /// <returns>How many lines are a patch that begins at <paramref name="start"/>, 0 if none does; and up to where no other begins, if so.</returns>
    internal static (int Length, int Looked) Find(string[] lines, int[] depths, int start)
    {
        if (!Begins(lines.AsSpan(start))) return (0, start + 1);
        var (end, at, isChange) = (start, start, false);
        for (; at < lines.Length && depths[at] == depths[start]; at++)
        {
            var line = lines[at];
            if (Array.Exists(Heads, head => line.StartsWith(head, StringComparison.Ordinal))) isChange |= line.StartsWith("@@ ", StringComparison.Ordinal);
            // Programs that send letters take the space away from lines without words.
            else if (string.IsNullOrWhiteSpace(line)) continue;
            else if (!isChange || line[0] is not (' ' or '+' or '-' or '\t')) break;
            end = at + 1;
        }

        return isChange ? (end - start, end) : (0, at);
    }

    private static bool Begins(ReadOnlySpan<string> lines) => lines.Length > 2
        && (lines[0].StartsWith("diff ", StringComparison.Ordinal) || lines[0].StartsWith("Index: ", StringComparison.Ordinal) || lines[0].StartsWith("@@ -", StringComparison.Ordinal)
            || (lines[0].StartsWith("--- ", StringComparison.Ordinal) && lines[1].StartsWith("+++ ", StringComparison.Ordinal)));
}
