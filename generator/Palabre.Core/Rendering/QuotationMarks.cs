using System.Text;
using Palabre.Quoting;

namespace Palabre.Rendering;

/// <summary>Gives quotations in a rendered text their source: a line with a link where it is an entry, a class where it is
/// a dash and a name.</summary>
internal static class QuotationMarks
{
    private const string Open = "<blockquote>", Close = "</blockquote>", Paragraph = "<p>", Cited = " class=\"cited\"";

    /// <param name="html">Our own rendering: elements are balanced, and quotation marks of texts are escaped.</param>
    /// <param name="link">Markup of the line for a quotation.</param>
    internal static Html Set(Html html, IReadOnlyList<Quotation> quotations, Func<Quotation, string> link)
    {
        if (!html.MayHold("<blockquote>"u8)) return html;
        var markup = html.ToString();
        if (!markup.Contains(Open, StringComparison.Ordinal)) return html;
        var set = new StringBuilder(markup.Length + (200 * quotations.Count));
        var at = 0;
        for (var start = markup.IndexOf(Open, StringComparison.Ordinal); start >= 0; start = markup.IndexOf(Open, at, StringComparison.Ordinal))
        {
            var end = End(markup, start + Open.Length);
            if (end < 0) break;
            var (before, source) = CutSource(markup[(start + Open.Length)..end]);
            set.Append(markup, at, start + Open.Length - at).Append(before).Append(source);
            if (quotations.Count > 0 && QuotedText.Comparable(before) is var words
                && quotations.FirstOrDefault(q => q.Whole == words) is { Source: not null } quotation)
                set.Append("<p").Append(Cited).Append('>').Append(link(quotation)).Append("</p>\n");
            at = end;
        }

        return new(set.Append(markup, at, markup.Length - at).ToString());
    }

    /// <summary>Whether a paragraph with these attributes is the line that we add, with a direction or without.</summary>
    internal static bool IsSourceLine(ReadOnlySpan<char> attributes) => attributes.EndsWith(Cited);

    /// <summary>Where the blockquote that began before <paramref name="at"/> ends; others may stand in it.</summary>
    private static int End(string markup, int at)
    {
        for (var depth = 1; ;)
        {
            var close = markup.IndexOf(Close, at, StringComparison.Ordinal);
            if (close < 0) return -1;
            var open = markup.IndexOf(Open, at, close - at, StringComparison.Ordinal);
            if (open >= 0) (depth, at) = (depth + 1, open + Open.Length);
            else if (--depth == 0) return close;
            else at = close + Close.Length;
        }
    }

    /// <summary>A last paragraph that begins with a dash names an outside source.</summary>
    private static (string Before, string Source) CutSource(string quotation)
    {
        var last = quotation.LastIndexOf(Paragraph, StringComparison.Ordinal);
        if (last <= 0 || last + Paragraph.Length >= quotation.Length || quotation[last + Paragraph.Length] is not ('—' or '–')) return (quotation, "");
        return (quotation[..last], "<p class=\"attribution\">" + quotation[(last + Paragraph.Length)..]);
    }
}
