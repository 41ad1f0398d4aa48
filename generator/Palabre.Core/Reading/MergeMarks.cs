namespace Palabre.Reading;

/// <summary>
/// The lines that git leaves between two versions of a text where it could not merge them: <c>&lt;&lt;&lt;&lt;&lt;&lt;&lt; ours</c>,
/// <c>=======</c>, <c>&gt;&gt;&gt;&gt;&gt;&gt;&gt; theirs</c>, in this order (git-merge(1), «How conflicts are presented»). Within a fence of code they may be
/// what the text is about.
/// </summary>
internal static class MergeMarks
{
    private const string Ours = "<<<<<<< ", Between = "=======", Theirs = ">>>>>>> ";

    /// <summary>
    /// The line and column, from 1, at which the first begins; null where there are none. They count also as far in as their text: so an editor may have put them.
    /// </summary>
    /// <param name="text">With line feeds alone.</param>
    /// <param name="isYaml">A fence ends at the latest where a text does: at the next line that is not indented.</param>
    internal static (int Line, int Column)? Find(ReadOnlySpan<char> text, bool isYaml)
    {
        if (!text.Contains(Ours, StringComparison.Ordinal) || !text.Contains(Theirs, StringComparison.Ordinal)) return null;
        var (number, wanted, first) = (0, Ours, (0, 0));
        var fence = new CodeFence();
        foreach (var range in text.Split('\n'))
        {
            var line = text[range];
            var rest = line.TrimStart(' ');
            number++;
            if (isYaml && line.Length > 0 && line[0] != ' ') fence = new();
            if (fence.Holds(line) || !(wanted == Between ? rest.TrimEnd(' ') is Between : rest.StartsWith(wanted))) continue;
            if (wanted == Theirs) return first;
            if (wanted == Ours) first = (number, line.Length - rest.Length + 1);
            wanted = wanted == Ours ? Between : Theirs;
        }

        return null;
    }
}
