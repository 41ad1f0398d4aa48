using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>Writes plain text: an empty line ends a paragraph, a line end is one, addresses of the web are links.</summary>
internal static class TextMarkup
{
    internal static void Write(string text, MarkupWriter writer, BodyLinks links, SourceLocation source)
    {
        var inParagraph = false;
        foreach (var line in new TextLines(text))
        {
            if (line.IsWhiteSpace())
            {
                writer.CloseTo(1);
                inParagraph = false;
                continue;
            }

            if (inParagraph) writer.OpenElement(HtmlElements.Br);
            else writer.OpenElement(HtmlElements.P);
            if (inParagraph) writer.Prose("\n");
            inParagraph = true;
            WriteLine(line, writer, links, source);
        }
    }

    private static void WriteLine(ReadOnlySpan<char> line, MarkupWriter writer, BodyLinks links, SourceLocation source)
    {
        while (NextAddress(line) is { } address)
        {
            writer.Prose(line[..address.Start.Value]);
            var written = line[address].ToString();
            var isValid = LinkAddress.Read(written).Kind == AddressKind.Outside;
            var level = isValid && links.Open(written, null, source) ? writer.Depth - 1 : writer.Depth;
            writer.Verbatim(written);
            writer.CloseTo(level);
            line = line[address.End..];
        }

        writer.Prose(line);
    }

    /// <summary>Where the next <c>http://</c> or <c>https://</c> stands, without the punctuation of the sentence around it.</summary>
    private static Range? NextAddress(ReadOnlySpan<char> line)
    {
        for (int from = 0, at; (at = line[from..].IndexOf("://", StringComparison.Ordinal)) >= 0; from += at + 3)
        {
            var colon = from + at;
            var start = line[..colon] switch
            {
                var before when before.EndsWith("https", StringComparison.OrdinalIgnoreCase) => colon - 5,
                var before when before.EndsWith("http", StringComparison.OrdinalIgnoreCase) => colon - 4,
                _ => -1,
            };
            if (start < from || (start > 0 && char.IsLetterOrDigit(line[start - 1]))) continue;
            var end = EndOfAddress(line, colon + 3);
            if (end > colon + 3) return start..end;
        }

        return null;
    }

    private static int EndOfAddress(ReadOnlySpan<char> line, int from)
    {
        var end = from;
        while (end < line.Length && !char.IsWhiteSpace(line[end]) && line[end] is not ('<' or '>' or '"' or '«' or '»')) end++;
        var brackets = line[from..end].Count(')') - line[from..end].Count('(');
        while (end > from && (".,;:!?'’*".Contains(line[end - 1]) || (line[end - 1] == ')' && brackets > 0)))
        {
            if (line[end - 1] == ')') brackets--;
            end--;
        }

        return end;
    }
}
