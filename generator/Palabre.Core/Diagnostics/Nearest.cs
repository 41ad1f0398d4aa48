namespace Palabre.Diagnostics;

/// <summary>Finds what somebody probably meant.</summary>
public static class Nearest
{
    /// <summary>Shorter names lie a letter away from too many words.</summary>
    private const int ShortestSlip = 4;

    /// <summary>
    /// The candidate nearest to <paramref name="written"/>: letters compared without case and delimiters, since a
    /// wrong delimiter is as common as a wrong letter. Null if none is near: over one edit in three letters.
    /// Ties go to the ordinally first.
    /// </summary>
    public static string? To(string written, IEnumerable<string> candidates)
    {
        var wanted = Letters(written);
        if (wanted.Length is 0 or > 100 || wanted.All(char.IsAsciiDigit)) return null; // each number is near others, which mean something else
        string? nearest = null;
        var least = Math.Max(1, wanted.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            if (candidate == written) continue;
            var letters = Letters(candidate);
            if (Math.Abs(letters.Length - wanted.Length) > least) continue;
            var edits = Edits(wanted, letters, least);
            if (edits > least || (edits == least && (nearest is null || string.CompareOrdinal(candidate, nearest) >= 0))) continue;
            (nearest, least) = (candidate, edits);
        }

        return nearest;
    }

    /// <summary>
    /// How many edits lie between two texts, letters and digits compared without case and delimiters; a value above
    /// <paramref name="limit"/> where there are more than that.
    /// </summary>
    internal static int Distance(string a, string b, int limit)
    {
        var (first, second) = (Letters(a), Letters(b));
        return first.Length > 100 || Math.Abs(first.Length - second.Length) > limit ? limit + 1 : Edits(first, second, limit);
    }

    /// <summary>Whether a key was meant that is a letter away at most. Digits are no slip of the pen: <c>title2</c> is somebody's own.</summary>
    internal static bool IsSlip(string written, string name) => written.All(c => !char.IsAsciiDigit(c))
        && Distance(written, name, 1) is var edits && (edits == 0 || (edits == 1 && Math.Min(written.Length, name.Length) >= ShortestSlip));

    internal static string Letters(string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>
    /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment); a value above
    /// <paramref name="limit"/> where there are more than that.
    /// </summary>
    private static int Edits(string a, string b, int limit)
    {
        int[] before = new int[b.Length + 1], previous = [.. Enumerable.Range(0, b.Length + 1)], current = new int[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replace, 1 + Math.Min(previous[j], current[j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                least = Math.Min(least, current[j]);
            }

            if (least > limit) return limit + 1;
            (before, previous, current) = (previous, current, before);
        }

        return previous[b.Length];
    }
}
