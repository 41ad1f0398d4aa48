namespace Palabre.Reading;

/// <summary>
/// The lines that git leaves between two versions of a text where it could not merge them: <c>&lt;&lt;&lt;&lt;&lt;&lt;&lt; ours</c>,
/// <c>=======</c>, <c>&gt;&gt;&gt;&gt;&gt;&gt;&gt; theirs</c>, in this order (git-merge(1), «How conflicts are presented»). Within a fence of code they may be
/// what the text is about.
/// </summary>
internal static class MergeMarks
{
    private const string Ours = "<<<<<<< ", Between = "=======", Theirs = ">>>>>>> ";

    /// <summary>The line and column, from 1, at which the first begins; null where there are none. As far in as their text they count, too: so an editor may have put them.</summary>
    internal static (int Line, int Column)? Find(string text)
    {
        if (!text.Contains(Ours, StringComparison.Ordinal) || !text.Contains(Theirs, StringComparison.Ordinal)) return null;
        var (number, isFenced, wanted) = (0, false, Ours);
        var first = (0, 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var rest = line.TrimStart(' ');
            if (rest.StartsWith("```") || rest.StartsWith("~~~")) isFenced = !isFenced;
            if (isFenced || !(wanted == Between ? rest.TrimEnd(' ') is Between : rest.StartsWith(wanted))) continue;
            if (wanted == Theirs) return first;
            if (wanted == Ours) first = (number, line.Length - rest.Length + 1);
            wanted = wanted == Ours ? Between : Theirs;
        }

        return null;
    }
}
