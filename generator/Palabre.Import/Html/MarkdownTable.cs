namespace Palabre.Import.Html;

/// <summary>Tables that Markdown can say: a row of headings, and rows of as many cells with a line each.</summary>
internal static class MarkdownTable
{
    /// <summary>Its lines, and the position of the part that closes it; null for any other table.</summary>
    internal static (List<string> Lines, int End)? Of(IReadOnlyList<Part> parts, int at, MarkdownText writer)
    {
        var end = writer.EndOf(at);
        var rows = new List<List<string>>();
        for (var i = at + 1; i < end; i++)
        {
            var part = parts[i];
            if (part.Kind == PartKind.Close || part.Name is "thead" or "tbody") continue;
            if (part.Name == "tr") rows.Add([]);
            else if (part.Name is "td" or "th" && rows.Count > 0 && part.Attributes is null && part.Name == (rows.Count == 1 ? "th" : "td"))
            {
                var close = writer.EndOf(i);
                if (Cell(parts, i + 1, close, writer) is not { } cell) return null;
                rows[^1].Add(cell);
                i = close;
            }
            else return null;
        }

        if (rows.Count == 0 || rows[0].Count == 0 || rows.Exists(r => r.Count != rows[0].Count)) return null;
        List<string> lines = [Line(rows[0]), Line(rows[0].ConvertAll(_ => "---"))];
        lines.AddRange(rows.Skip(1).Select(Line));
        return (lines, end);
    }

    private static string Line(List<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string? Cell(IReadOnlyList<Part> parts, int from, int to, MarkdownText writer)
    {
        if (from == to) return "";
        if (parts[from] is not { Kind: PartKind.Open, Name: "p" } || writer.EndOf(from) != to - 1) return null;
        var text = writer.Cell(from + 1, to - 1);
        return text is null || text.Contains('\n', StringComparison.Ordinal) ? null : text;
    }
}
