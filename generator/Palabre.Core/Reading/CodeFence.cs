namespace Palabre.Reading;

/// <summary>
/// Tells the lines of fenced code in Markdown (CommonMark 0.31, section 4.5), which are taken one after another. However
/// far a fence is indented, it counts: it may stand in a list.
/// </summary>
internal struct CodeFence
{
    private char mark; // of the fence that is open
    private int length; // of that fence; 0: none is open

    /// <summary>Whether the next line is a fence, or stands between two.</summary>
    internal bool Holds(ReadOnlySpan<char> line)
    {
        var text = line.Trim();
        var run = text.IsEmpty || text[0] is not ('`' or '~') ? 0 : text.Length - text.TrimStart(text[0]).Length;
        if (length > 0)
        {
            if (run == text.Length && run >= length && text[0] == mark) length = 0;
            return true;
        }

        // Backticks after those of the fence make it a span of code.
        if (run < 3 || (text[0] == '`' && text[run..].Contains('`'))) return false;
        (mark, length) = (text[0], run);
        return true;
    }
}
