namespace Palabre.Reading;

/// <summary>Tells HTML from Markdown by how a text begins.</summary>
internal static class HtmlStart
{
    private static readonly HashSet<string> Blocks = new(
        ["p", "div", "blockquote", "ul", "ol", "dl", "pre", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "figure",
         "section", "article", "br"],
        StringComparer.OrdinalIgnoreCase);

    internal static bool IsBlock(ReadOnlySpan<char> text)
    {
        var start = text.TrimStart();
        if (start.Length < 3 || start[0] != '<') return false;
        var end = start[1..].IndexOfAny('>', ' ', '/');
        return end is > 0 and <= 10 && Blocks.Contains(start.Slice(1, end).TrimEnd().ToString());
    }
}
