using System.Text;

namespace Palabre.Import.Mail;

/// <summary>The words of <c>text/enriched</c> (RFC 1896), in which letters were set before HTML.</summary>
internal static class EnrichedText
{
    /// <summary>Without commands and what they are given; a single end of line is a space, of several one is taken away.</summary>
    internal static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        var (lastEnd, lastGiven) = (text.LastIndexOf('>'), text.LastIndexOf("</param>", StringComparison.OrdinalIgnoreCase)); // beyond, nothing is looked for
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                var ends = 1;
                while (i + 1 < text.Length && text[i + 1] == '\n') (i, ends) = (i + 1, ends + 1);
                plain.Append(ends == 1 ? " " : new string('\n', ends - 1));
            }
            else if (text[i] != '<')
            {
                if (text[i] != '\r') plain.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == '<')
            {
                plain.Append('<');
                i++;
            }
            else
            {
                var isGiven = text.AsSpan(i).StartsWith("<param>", StringComparison.OrdinalIgnoreCase);
                var end = isGiven && i < lastGiven ? text.IndexOf("</param>", i, StringComparison.OrdinalIgnoreCase) + "</param".Length : i < lastEnd ? text.IndexOf('>', i) : -1;
                if (end < 0) plain.Append('<');
                else i = end;
            }
        }

        return plain.ToString();
    }
}
