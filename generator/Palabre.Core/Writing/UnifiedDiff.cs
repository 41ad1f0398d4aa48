using System.Globalization;
using System.Text;

namespace Palabre.Writing;

/// <summary>Changes of files as <c>git diff</c> writes them and <c>git apply</c> takes them.</summary>
public static class UnifiedDiff
{
    private const int Around = 3;

    /// <summary>How far the two texts may part before the rest counts as replaced: the search is bounded, the outcome correct anyway.</summary>
    private const int Furthest = 400;

    public static string Of(IEnumerable<FileChange> changes)
    {
        var diff = new StringBuilder();
        foreach (var change in changes) Write(change, diff);
        return diff.ToString();
    }

    private static void Write(FileChange change, StringBuilder diff)
    {
        var (from, to) = (change.Path ?? change.NewPath!, change.NewPath ?? change.Path!);
        diff.Append("diff --git ").Append(Quoted("a/" + from)).Append(' ').Append(Quoted("b/" + to)).Append('\n');
        if (change.Path is null) diff.Append("new file mode 100644\n");
        else if (change.NewPath is null) diff.Append("deleted file mode 100644\n");
        else if (from != to) diff.Append("rename from ").Append(Quoted(from)).Append("\nrename to ").Append(Quoted(to)).Append('\n');
        if (change.Before.Span.SequenceEqual(change.After.Span)) return;

        diff.Append("--- ").Append(change.Path is null ? "/dev/null" : Named("a/" + from)).Append('\n');
        diff.Append("+++ ").Append(change.NewPath is null ? "/dev/null" : Named("b/" + to)).Append('\n');
        string[] before = [.. Lines(change.Before)], after = [.. Lines(change.After)];
        foreach (var hunk in Hunks(Differences(before, after))) Write(hunk, before, after, diff);
    }

    /// <summary>With their line ends; the last may have none.</summary>
    private static IEnumerable<string> Lines(ReadOnlyMemory<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes.Span);
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var found ? found + 1 : text.Length;
            yield return text[at..end];
            at = end;
        }
    }

    /// <summary>Stretches that differ, in order: lines <c>Start..End</c> of each text, 0-based, half open.</summary>
    private static List<(Range Before, Range After)> Differences(string[] before, string[] after)
    {
        var differences = new List<(Range, Range)>();
        var (a, b) = (0, 0);
        while (a < before.Length || b < after.Length)
        {
            if (a < before.Length && b < after.Length && before[a] == after[b])
            {
                (a, b) = (a + 1, b + 1);
                continue;
            }

            var (skipA, skipB) = Meeting(before.AsSpan(a), after.AsSpan(b));
            differences.Add((a..(a + skipA), b..(b + skipB)));
            (a, b) = (a + skipA, b + skipB);
        }

        return differences;
    }

    /// <summary>How many lines of each to pass over until the two say the same again, for two lines if the first says little, or end together.</summary>
    private static (int Before, int After) Meeting(ReadOnlySpan<string> before, ReadOnlySpan<string> after)
    {
        for (var sum = 1; sum <= Furthest; sum++)
        {
            for (var a = Math.Max(0, sum - after.Length); a <= Math.Min(sum, before.Length); a++)
            {
                var restA = before[a..];
                var restB = after[(sum - a)..];
                var says = !restA.IsEmpty && restA[0].AsSpan().Trim().Length > 3 ? 1 : 2;
                var meets = Math.Min(says, Math.Max(restA.Length, restB.Length));
                if (restA.Length >= meets && restB.Length >= meets && restA[..meets].SequenceEqual(restB[..meets])) return (a, sum - a);
            }
        }

        return (before.Length, after.Length);
    }

    private static List<List<(Range Before, Range After)>> Hunks(List<(Range Before, Range After)> differences)
    {
        var hunks = new List<List<(Range Before, Range After)>>();
        foreach (var difference in differences)
        {
            var isNear = hunks.Count > 0 && difference.Before.Start.Value - hunks[^1][^1].Before.End.Value <= 2 * Around;
            if (isNear) hunks[^1].Add(difference);
            else hunks.Add([difference]);
        }

        return hunks;
    }

    private static void Write(List<(Range Before, Range After)> hunk, string[] before, string[] after, StringBuilder diff)
    {
        var (first, last) = (hunk[0], hunk[^1]);
        var lead = Math.Min(Around, first.Before.Start.Value);
        var trail = Math.Min(Around, before.Length - last.Before.End.Value);
        var (startA, startB) = (first.Before.Start.Value - lead, first.After.Start.Value - lead);
        var (countA, countB) = (last.Before.End.Value + trail - startA, last.After.End.Value + trail - startB);
        diff.Append(CultureInfo.InvariantCulture, $"@@ -{Place(startA, countA)} +{Place(startB, countB)} @@\n");
        var at = startA;
        foreach (var (changedA, changedB) in hunk)
        {
            Append(' ', before.AsSpan(at..changedA.Start.Value), diff);
            Append('-', before.AsSpan(changedA), diff);
            Append('+', after.AsSpan(changedB), diff);
            at = changedA.End.Value;
        }

        Append(' ', before.AsSpan(at, trail), diff);
    }

    private static string Place(int start, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? start : start + 1)},{count}");

    private static void Append(char sign, ReadOnlySpan<string> lines, StringBuilder diff)
    {
        foreach (var line in lines)
        {
            diff.Append(sign).Append(line);
            if (!line.EndsWith('\n')) diff.Append("\n\\ No newline at end of file\n");
        }
    }

    /// <summary>A tab ends a name that holds a space.</summary>
    private static string Named(string path) => Quoted(path) + (path.Contains(' ', StringComparison.Ordinal) ? "\t" : "");

    private static string Quoted(string path) => path.Contains('"', StringComparison.Ordinal)
        ? $"\"{path.Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : path;
}
