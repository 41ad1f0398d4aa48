using System.Buffers;
using System.Globalization;
using System.Xml;
using Palabre.Addressing;
using Palabre.Model;
using Palabre.Rendering;

namespace Palabre.Site;

/// <summary>The site's Atom feeds (RFC 4287), with threads (RFC 4685): posts, and comments. None without a base address.</summary>
internal static class Feeds
{
    private const int Entries = 50;
    private const string Atom = "http://www.w3.org/2005/Atom", Threading = "http://purl.org/syndication/thread/1.0";

    internal static IEnumerable<OutputFile> Files(Edition edition)
    {
        if (edition.Settings.Origin is null) yield break;
        var title = edition.Settings.Title;
        yield return new RenderedFile(AddressBook.Feed.File, output => Write(
            edition, output, AddressBook.Feed, title, edition.Archive.Posts.Reverse().Take(Entries)));
        yield return new RenderedFile(AddressBook.CommentsFeed.File, output => Write(
            edition, output, AddressBook.CommentsFeed, edition.Strings.Text("feed.comments", title), LatestComments(edition.Archive)));
    }

    private static IEnumerable<Comment> LatestComments(Archive archive) => archive.Comments.SelectMany(c => c)
        .OrderByDescending(c => c.Date).ThenBy(c => c.Id, StringComparer.Ordinal).ThenBy(c => c.PostId, StringComparer.Ordinal).Take(Entries);

    private static void Write(Edition edition, IBufferWriter<byte> output, Address self, string title, IEnumerable<Entry> entries)
    {
        Entry[] shown = [.. entries];
        var latest = shown.Length == 0 ? DateTimeOffset.UnixEpoch : shown.Max(Updated);
        XmlOutput.Write(output, xml =>
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xmlns", "thr", null, Threading);
            xml.WriteAttributeString("xml", "lang", null, edition.Settings.Language);
            Text(xml, "id", Id(edition, self.Path));
            Text(xml, "title", title);
            if (edition.Settings.Description is { } description) Text(xml, "subtitle", description);
            Text(xml, "updated", Iso(latest));
            Link(xml, "self", "application/atom+xml", edition.Addresses.Absolute(self)!);
            Link(xml, "alternate", "text/html", edition.Addresses.Absolute(AddressBook.Home)!);
            foreach (var entry in shown) Entry(edition, xml, entry);
            xml.WriteEndElement();
        });
    }

    private static void Entry(Edition edition, XmlWriter xml, Entry entry)
    {
        var address = edition.Addresses.Absolute(entry)!;
        var language = entry.Language ?? edition.Settings.Language;
        xml.WriteStartElement("entry", Atom);
        if (entry.Language is not null) xml.WriteAttributeString("xml", "lang", null, language);
        Text(xml, "id", IdOf(edition, entry));
        Text(xml, "title", entry is Post post ? edition.Entries.TitleOf(post)
            : edition.Strings.Text("feed.comment_title", edition.Entries.NamesOf(entry), edition.Entries.TitleOf(edition.PostOf((Comment)entry))));
        Link(xml, "alternate", "text/html", address);
        Text(xml, "published", Iso(entry.Date.Time));
        Text(xml, "updated", Iso(Updated(entry)));
        foreach (var name in entry.Authors.Select(edition.Entries.NameOf).DefaultIfEmpty(edition.Strings.Text("entry.anonymous")))
        {
            xml.WriteStartElement("author", Atom);
            Text(xml, "name", name);
            xml.WriteEndElement();
        }

        if (entry is Post { HasText: true } themed)
        {
            foreach (var theme in edition.Listings.ThemeBook.Of(themed))
            {
                xml.WriteStartElement("category", Atom);
                xml.WriteAttributeString("term", theme.Key);
                xml.WriteAttributeString("label", XmlOutput.Clean(theme.Title));
                xml.WriteEndElement();
            }
        }

        InReplyTo(edition, xml, entry);
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteAttributeString("xml", "base", null, address);
        xml.WriteString(XmlOutput.Clean(Content(edition, entry)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Markup whose links are whole addresses, since few readers of feeds know where it comes from.</summary>
    private static string Content(Edition edition, Entry entry) => entry.HasText
        ? (edition.Entries.Whole(entry, Anchor.OnOwnPage(entry), []).Html.Markup ?? "")
            .Replace(" href=\"/", $" href=\"{edition.Settings.Origin}/", StringComparison.Ordinal)
            .Replace(" src=\"/", $" src=\"{edition.Settings.Origin}/", StringComparison.Ordinal)
            .Replace(" href=\"#", $" href=\"{edition.Addresses.Absolute(edition.Addresses.PageOf(entry))}#", StringComparison.Ordinal)
        : HtmlText.Escape(edition.Strings.Text("entry.removed"));

    private static void InReplyTo(Edition edition, XmlWriter xml, Entry entry)
    {
        var answered = edition.Answered(entry);
        if (answered is null) return;
        xml.WriteStartElement("thr", "in-reply-to", Threading);
        xml.WriteAttributeString("ref", IdOf(edition, answered));
        xml.WriteAttributeString("href", edition.Addresses.Absolute(answered));
        xml.WriteAttributeString("type", "text/html");
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, XmlOutput.Clean(text));

    private static void Link(XmlWriter xml, string rel, string type, string href)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    /// <summary>A tag URI (RFC 4151) of what identifies the entry, its id, so that a corrected slug or title is no new entry.</summary>
    private static string IdOf(Edition edition, Entry entry) => Id(edition, entry is Comment comment
        ? $"/{Uri.EscapeDataString(comment.PostId)}/{Uri.EscapeDataString(comment.Id)}"
        : $"/{Uri.EscapeDataString(entry.Id)}");

    private static string Id(Edition edition, string specific) =>
        $"tag:{new Uri(edition.Settings.Origin!).Host},2000:{edition.Settings.BasePath}{specific}";

    private static DateTimeOffset Updated(Entry entry) =>
        new[] { entry.Date, entry.Updated ?? entry.Date, entry.Removal?.On ?? entry.Date }.Max().Time;

    private static string Iso(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
