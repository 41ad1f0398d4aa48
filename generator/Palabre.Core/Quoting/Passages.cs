using Palabre.Model;

namespace Palabre.Quoting;

/// <summary>The passages that an entry quotes.</summary>
internal static class Passages
{
    private static readonly string[] Gaps = ["[…]", "[...]", "(…)", "(...)"];

    /// <summary>
    /// Each quotation (lines that begin with '&gt;', or a <c>blockquote</c> of HTML) as its passages between marks of
    /// omission, made comparable; those that are too short left out. A last line that begins with a dash names the
    /// source and is no part of it.
    /// </summary>
    internal static IEnumerable<(string Whole, IReadOnlyList<string> Parts)> Of(Entry entry)
    {
        foreach (var quotation in entry.Format == BodyFormat.Html ? OfHtml(entry.Body.ToString()) : OfMarkdown(entry.Body.ToString()))
        {
            string[] parts = [.. quotation.Split(Gaps, StringSplitOptions.None)
                .Select(part => QuotedText.Comparable(part)).Where(part => part.Length >= QuotedText.Shortest)];
            if (parts.Length > 0) yield return (QuotedText.Comparable(quotation), parts);
        }
    }

    /// <summary>Whether there may be any: a look at the text that costs next to nothing.</summary>
    internal static bool MayBeIn(Entry entry) =>
        entry.Body.Contains(">"u8) && entry.Body.Bytes is var text && (text.StartsWith((byte)'>') || text.IndexOf("\n>"u8) >= 0)
        || entry.Body.Contains("<"u8) && entry.Body.ToString().Contains("<blockquote", StringComparison.OrdinalIgnoreCase);

    private static List<string> OfMarkdown(string body)
    {
        var quotations = new List<string>();
        var lines = new List<string>();
        foreach (var line in new TextLines(body))
        {
            var text = line.TrimStart();
            if (text.StartsWith(">")) lines.Add(text[1..].Trim().ToString());
            else if (text.IsEmpty || lines.Count == 0) End();
            else lines.Add(text.ToString()); // a line that lazily continues the quotation
        }

        End();
        return quotations;

        void End()
        {
            if (lines.Count == 0) return;
            quotations.Add(WithoutSource(lines));
            lines.Clear();
        }
    }

    private static string WithoutSource(List<string> lines)
    {
        var last = lines.FindLastIndex(line => line.Length > 0);
        var isSource = last > 0 && lines[last][0] is '—' or '–';
        return string.Join('\n', isSource ? lines.Take(last) : lines);
    }

    private static IEnumerable<string> OfHtml(string body)
    {
        const string open = "<blockquote", close = "</blockquote";
        for (var at = body.IndexOf(open, StringComparison.OrdinalIgnoreCase); at >= 0;)
        {
            var start = body.IndexOf('>', at) + 1;
            var end = start > 0 ? body.IndexOf(close, start, StringComparison.OrdinalIgnoreCase) : -1;
            if (end < 0) yield break;
            yield return body[start..end];
            at = body.IndexOf(open, end, StringComparison.OrdinalIgnoreCase);
        }
    }
}
