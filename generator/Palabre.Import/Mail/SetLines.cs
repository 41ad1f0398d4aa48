namespace Palabre.Import.Mail;

/// <summary>
/// Tells lines that are to stay as they are, because they are a program, a table or a drawing, from prose. It takes
/// good evidence: prose that becomes a program is as bad as a table that becomes prose.
/// </summary>
internal static class SetLines
{
    private const int LongLine = 58, WideGap = 3;

    internal static bool Are(List<string> lines, bool mayGoOn)
    {
        var indented = lines.Count(IsIndented);
        if (indented == lines.Count && !lines.TrueForAll(IsItem)) return true;
        if (indented > 1 && lines.TrueForAll(line => line.Length < LongLine && !IsItem(line)) && lines.Exists(CodeLine.IsMaybe)) return true;
        if (mayGoOn) return false;
        return IsCode(lines, indented) || IsTable(lines) || IsDrawing(lines);
    }

    private static bool IsIndented(string line) => line.StartsWith("  ", StringComparison.Ordinal) || line[0] == '\t';

    private static bool IsItem(string line) => LineMarks.OfList(line.AsSpan().TrimStart()) > 0;

    /// <summary>Most lines look like a program's, and one surely is.</summary>
    private static bool IsCode(List<string> lines, int indented)
    {
        var (sure, maybe) = (0, 0);
        foreach (var line in lines)
        {
            if (LineMarks.OfList(line) > 0 && !line.StartsWith("+ ", StringComparison.Ordinal)) return false;
            if (CodeLine.IsSure(line)) sure++;
            else if (!IsIndented(line) && CodeLine.IsMaybe(line)) maybe++;
        }

        if (lines.Count == 1) return lines[0].Length > 40 && CodeLine.IsListing(lines[0]);
        if (sure == 0 || (sure == 1 && indented == 0 && lines.Count > 2)) return false;
        var cells = new List<(int Start, int End)>();
        var all = sure + maybe + lines.Count(line => !CodeLine.IsSure(line) && (IsIndented(line) || (!CodeLine.IsMaybe(line) && Cells(line, cells) > 0)));
        return all > 1 && (sure + maybe > 1 || indented > 1) && 2 * all > lines.Count;
    }

    /// <summary>Half of the lines are parted at the same places by tabs or by two spaces and more.</summary>
    private static bool IsTable(List<string> lines)
    {
        if (lines.Count < 2) return false;
        var (tabbed, aligned, gapped, widest) = (0, 0, 0, 0);
        var before = new List<(int Start, int End)>();
        var cells = new List<(int Start, int End)>();
        var wasCounted = false;
        foreach (var line in lines)
        {
            cells.Clear();
            if (HasTab(line)) tabbed++;
            widest = Math.Max(widest, Cells(line, cells));
            if (cells.Count > 0) gapped++;
            var isAligned = AreAligned(before, cells);
            if (isAligned) aligned += wasCounted ? 1 : 2;
            wasCounted = isAligned;
            if (cells.Count > 0) (before, cells) = (cells, before);
        }

        if (tabbed > 1 && 2 * tabbed >= lines.Count) return true;
        if (aligned < 2 || 2 * aligned < lines.Count || IsJustified(lines, widest)) return false;
        return widest >= WideGap || aligned == lines.Count;
    }

    /// <summary>Old programs put spaces between words so that the lines end at the same place: nearly all but the last of a paragraph.</summary>
    private static bool IsJustified(List<string> lines, int widest)
    {
        if (widest > WideGap + 1 || lines[0].Length < 50) return false;
        var (same, digits, full) = (0, 0, 0);
        for (var i = 0; i < lines.Count - 1; i++)
            if (Math.Abs(lines[i].Length - lines[0].Length) <= 1) same++;
        foreach (var line in lines)
        {
            full += line.Length - line.AsSpan().Count(' ');
            foreach (var c in line)
                if (char.IsAsciiDigit(c)) digits++;
        }

        return 4 * same >= 3 * (lines.Count - 1) && 10 * digits < full;
    }

    /// <summary>Collects where words stand that follow a gap.</summary>
    /// <returns>The widest gap.</returns>
    private static int Cells(string line, List<(int Start, int End)> cells)
    {
        var first = line.Length - line.AsSpan().TrimStart().Length;
        var widest = 0;
        // What follows the mark of a list is its words, however far in.
        for (var at = first + LineMarks.OfList(line.AsSpan(first)) + 1; at < line.Length; at++)
        {
            if (line[at] != ' ' || line[at - 1] == ' ') continue;
            var start = at;
            while (start < line.Length && line[start] == ' ') start++;
            if (start == line.Length) break;
            if (start - at >= WideGap || (start - at == 2 && !EndsSentence(line, at)))
            {
                if (at <= first + LineMarks.OfList(line.AsSpan(first))) continue;
                var end = line.IndexOf(' ', start);
                cells.Add((start, end < 0 ? line.Length : end));
                widest = Math.Max(widest, start - at);
            }

            at = start;
        }

        return widest;
    }

    private static bool EndsSentence(string line, int at)
    {
        while (at > 1 && line[at - 1] is ')' or '"' or '\'' or '”' or '’' or '»' or ']') at--;
        return line[at - 1] is '.' or '!' or '?' or ':' or ';' or ',' or '…' or '»';
    }

    /// <summary>Whether a word begins or ends where one of the line above does. Both are in the order of their places.</summary>
    private static bool AreAligned(List<(int Start, int End)> above, List<(int Start, int End)> below)
    {
        for (int i = 0, j = 0; i < above.Count && j < below.Count;)
        {
            if (above[i].Start == below[j].Start || above[i].End == below[j].End) return true;
            if (above[i].Start < below[j].Start) i++;
            else j++;
        }

        return false;
    }

    private static bool HasTab(string line)
    {
        var first = line.Length - line.AsSpan().TrimStart().Length;
        var from = first + LineMarks.OfList(line.AsSpan(first));
        if (from > first && from < line.Length && line[from] == '\t') from++;
        var tab = line.IndexOf('\t', Math.Min(from, line.Length));
        return tab > 0 && tab < line.AsSpan().TrimEnd().Length && line[tab - 1] != ':';
    }

    /// <summary>Lines of signs, and others that are set in, parted, or fenced by them.</summary>
    private static bool IsDrawing(List<string> lines)
    {
        var (signs, others, isVaried) = (0, 0, false);
        var first = "";
        var cells = new List<(int Start, int End)>();
        foreach (var line in lines)
        {
            cells.Clear();
            if (IsOfSigns(line))
            {
                isVaried |= signs++ > 0 && line != first;
                if (signs == 1) first = line;
            }
            else if (IsIndented(line) || line.AsSpan().Trim().Count('|') > 1 || Cells(line, cells) >= WideGap)
            {
                others++;
            }
        }

        return signs > 0 && (others > 0 || isVaried) && 2 * (signs + others) >= lines.Count;
    }

    /// <summary>Not a row of one sign, which people draw below a title.</summary>
    private static bool IsOfSigns(string line)
    {
        var text = line.AsSpan().Trim();
        var (full, letters, drawn) = (0, 0, 0);
        foreach (var c in text)
        {
            if (c != ' ' && c != '\t') full++;
            if (char.IsLetterOrDigit(c)) letters++;
            if (c is '+' or '-' or '|' or '/' or '\\' or '_' or '=' or '<' or '>' or '^' or '*' or '#') drawn++;
        }

        return full >= 4 && 4 * letters <= full && 2 * drawn >= full && text.ContainsAnyExcept(text[0]);
    }
}
