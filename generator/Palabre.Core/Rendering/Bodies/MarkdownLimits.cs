using System.Buffers;

namespace Palabre.Rendering;

/// <summary>
/// Tells in one pass over the text whether Markdig parses it in time. Its cost is not linear in marks that find no
/// partner within one paragraph, in link definitions that follow each other, in cells of tables, in lines within
/// deep nesting; measured with 1.6.0, each unit counted here costs 1 to 3 ns, so that no body takes over a second.
/// </summary>
internal ref struct MarkdownLimits
{
    /// <summary>A novel has as many. Some texts of marks only cost 3 µs a character.</summary>
    internal const int LongestText = 500_000;

    private const int DeepestNesting = 100;
    private const long MostMarks = 150_000_000; // marks × characters of their paragraph
    private const long MostDefinitions = 100_000_000; // lines that begin with '[' × characters of their paragraph
    private const int MostDefinitionLines = 10_000;
    private const int MostFootnotes = 2_000;
    private const long MostCells = 100_000;
    private const long MostNestedLines = 3_000_000;

    private static readonly SearchValues<char> Marks = SearchValues.Create("*_~[]<!`:|");

    private long marks, definitions, cells; // of the text
    private long runMarks, runDefinitions, runColumns, runLines, runLength; // of a run of lines without a blank one
    private int definitionLines, footnotes, deepest;
    private long lines;

    /// <summary>Why the text is shown as it is written, in words that continue «the body»; null if Markdig may have it.</summary>
    internal static string? Exceeded(string text)
    {
        if (text.Length > LongestText) return "is longer than 500,000 characters";
        var limits = new MarkdownLimits();
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var end = rest.IndexOf('\n');
            limits.Count(end < 0 ? rest : rest[..end]);
            rest = end < 0 ? default : rest[(end + 1)..];
        }

        limits.EndRun();
        return limits.Verdict();
    }

    private readonly string? Verdict() =>
        deepest > DeepestNesting || deepest * lines > MostNestedLines ? "is nested too deeply"
        : definitions > MostDefinitions || definitionLines > MostDefinitionLines || footnotes > MostFootnotes
            ? "has too many definitions of links or footnotes"
        : marks > MostMarks ? "has too many marks in one paragraph"
        : cells > MostCells ? "has too large a table"
        : null;

    private void Count(ReadOnlySpan<char> line)
    {
        lines++;
        var content = AfterContainers(line, out var depth);
        deepest = Math.Max(deepest, depth);
        if (content.IsEmpty || StartsItem(line)) EndRun();
        if (content.IsEmpty) return;
        runLines++;
        runLength += line.Length + 1;
        var (count, columns) = CountMarks(line);
        runMarks += count;
        runColumns = Math.Max(runColumns, columns);
        if (content[0] != '[') return;
        runDefinitions++;
        definitionLines++;
        if (content.StartsWith("[^", StringComparison.Ordinal)) footnotes++;
    }

    private void EndRun()
    {
        marks += runMarks * runLength;
        definitions += runDefinitions * runLength;
        if (runColumns > 0) cells += (runColumns + 1) * runLines;
        runMarks = runDefinitions = runColumns = runLines = runLength = 0;
    }

    private static (int Marks, int Columns) CountMarks(ReadOnlySpan<char> line)
    {
        var (marks, columns) = (line.Count("www."), 0);
        for (int at; (at = line.IndexOfAny(Marks)) >= 0; line = line[(at + 1)..])
        {
            if (line[at] == '|') columns++;
            else if (line[at] != ':' || BeginsAddress(line, at)) marks++;
        }

        return (marks, columns);
    }

    /// <summary>What stands after the marks of quotations and lists, and how deep those can nest it.</summary>
    private static ReadOnlySpan<char> AfterContainers(ReadOnlySpan<char> line, out int depth)
    {
        var (at, spaces, containers) = (0, 0, 0);
        for (; at < line.Length; at++)
        {
            var c = line[at];
            if (c is ' ' or '\r') spaces++;
            else if (c == '\t') spaces += 4;
            else if (c == '>') containers++;
            else if (!IsMarker(line[at..], out var length)) break;
            else (containers, at) = (containers + 1, at + length - 1);
        }

        var content = line[at..];
        depth = content.IsEmpty ? containers : containers + (spaces / 2);
        return content;
    }

    /// <summary>http:, https:, ftp:, tel:, mailto: bare in the text, which Markdig looks for.</summary>
    private static bool BeginsAddress(ReadOnlySpan<char> line, int colon) =>
        line[(colon + 1)..].StartsWith("//", StringComparison.Ordinal)
        || line[..colon].EndsWith("tel", StringComparison.Ordinal) || line[..colon].EndsWith("mailto", StringComparison.Ordinal);

    /// <summary>A bullet, a number or ':' with a space after it, or at the end of the line.</summary>
    private static bool IsMarker(ReadOnlySpan<char> text, out int length)
    {
        length = text[0] is '-' or '+' or '*' or ':' ? 1 : 0;
        if (length == 0)
        {
            while (length < 9 && length < text.Length && char.IsAsciiDigit(text[length])) length++;
            if (length == 0 || length == text.Length || text[length++] is not ('.' or ')')) return false;
        }

        return length == text.Length || text[length] is ' ' or '\t';
    }

    /// <summary>A list item that always ends the paragraph before it: not indented, with something in it.</summary>
    private static bool StartsItem(ReadOnlySpan<char> line) =>
        line.Length > 2 && line[0] is '-' or '+' or '*' && line[1] == ' ' && !line[2..].IsWhiteSpace();
}
