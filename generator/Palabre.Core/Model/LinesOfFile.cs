namespace Palabre.Model;

/// <summary>The last file that was asked for, since entries of one list come one after another. For one thread.</summary>
/// <param name="textOf">The text of a file, its lines ending in LF.</param>
internal sealed class LinesOfFile(Func<string, string> textOf)
{
    private List<int> starts = [];
    private string? file;
    private string text = "";

    /// <summary>The text from the line of a place on, at most so long.</summary>
    internal ReadOnlySpan<char> From(SourceLocation place, int length = int.MaxValue)
    {
        if (place.File != file) Load(place.File);
        var start = StartOf(place.Line);
        return text.AsSpan(start, Math.Min(length, text.Length - start));
    }

    /// <summary>The place of a character.</summary>
    /// <param name="from">As in <see cref="From"/>, the last that was asked for.</param>
    /// <param name="index">In what that gave.</param>
    internal SourceLocation At(SourceLocation from, int index)
    {
        var at = StartOf(from.Line) + index;
        var line = starts.BinarySearch(at);
        if (line < 0) line = ~line - 1;
        return new(from.File, line + 1, at - starts[line] + 1);
    }

    private int StartOf(int line) => line >= 1 && line <= starts.Count ? starts[line - 1] : text.Length;

    private void Load(string path)
    {
        (file, text) = (path, textOf(path));
        starts = StartsIn(text);
    }

    /// <summary>Where each line of a text begins; the first at 0.</summary>
    internal static List<int> StartsIn(string text)
    {
        List<int> starts = [0];
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n') starts.Add(i + 1);
        return starts;
    }
}
