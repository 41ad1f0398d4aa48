using System.Net;
using System.Text;
using Palabre.Addressing;
using Palabre.Model;
using Palabre.Rendering;

namespace Palabre.Serve;

/// <summary>Says of what is shown here, and would not be published yet, that it would not.</summary>
internal sealed class PreviewMarks
{
    private readonly Dictionary<string, string> byLink = new(StringComparer.Ordinal);
    private readonly Dictionary<(string File, string Anchor), string> byPlace = [];

    private PreviewMarks()
    {
    }

    internal static PreviewMarks Of(Edition edition)
    {
        var marks = new PreviewMarks();
        foreach (var (entry, reason) in edition.Archive.Early)
        {
            var word = Word(reason, entry.Date);
            marks.byLink[WebUtility.HtmlEncode(edition.Addresses.Href(entry))] = word;
            marks.byPlace[(edition.Addresses.PageOf(entry).File, Anchor.OnOwnPage(entry))] = word;
        }

        foreach (var page in edition.Archive.Pages.Where(page => page.IsDraft))
        {
            var address = edition.Addresses.StandingPage(page);
            marks.byLink[WebUtility.HtmlEncode(edition.Addresses.Href(address))] = Word(WithheldReason.Draft, default);
            marks.byPlace[(address.File, "main")] = Word(WithheldReason.Draft, default);
        }

        return marks;
    }

    /// <summary>Sets the marks in a page: at the entry, and in links that lead to it.</summary>
    /// <param name="html">Of our own look, or of one like it: attributes stand in double quotation marks.</param>
    internal string Set(string html, string file)
    {
        if (byLink.Count == 0) return html;
        var set = new StringBuilder(html.Length + 1000);
        var done = 0;
        for (var open = html.IndexOf('<', StringComparison.Ordinal); open >= 0; open = html.IndexOf('<', open + 1))
        {
            var end = html.IndexOf('>', open);
            if (end < 0) break;
            var tag = html.AsSpan(open, end - open);
            var isLink = tag.StartsWith("<a ");
            var word = Value(tag, " id=\"") is { } id && byPlace.TryGetValue((file, id), out var here) ? here
                : isLink && Value(tag, " href=\"") is { } href && byLink.TryGetValue(href, out var there) ? there : null;
            if (word is null) continue;
            var element = isLink ? "span" : "p";
            set.Append(html, done, end + 1 - done).Append($"<{element} class=\"palabre-mark\" lang=\"en\">{word}</{element}>");
            if (isLink) set.Append(' ');
            done = end + 1;
        }

        return done == 0 ? html : set.Append(html, done, html.Length - done).ToString();
    }

    private static string? Value(ReadOnlySpan<char> tag, ReadOnlySpan<char> attribute)
    {
        var at = tag.IndexOf(attribute);
        if (at < 0) return null;
        var value = tag[(at + attribute.Length)..];
        var end = value.IndexOf('"');
        return end < 0 ? null : value[..end].ToString();
    }

    private static string Word(WithheldReason reason, EntryDate date) => reason switch
    {
        WithheldReason.Draft => "draft",
        WithheldReason.Pending => "pending",
        _ => $"from {DateWords.Iso(date)[..10]}",
    };
}
