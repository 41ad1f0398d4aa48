using System.Buffers;
using System.Globalization;
using System.Xml;
using Palabre.Addressing;
using Palabre.Model;
using Palabre.Rendering;

namespace Palabre.Site;

/// <summary>Writes feeds in Atom (RFC 4287), with replies (RFC 4685) and archives (RFC 5005, section 4).</summary>
internal sealed class AtomFeed(Edition edition, FeedTexts texts)
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Replies = "http://purl.org/syndication/thread/1.0", History = "http://purl.org/syndication/history/1.0";
    private const string Type = "application/atom+xml";

    /// <summary>The file that readers subscribe to.</summary>
    internal void Write(Feed feed, IBufferWriter<byte> output) => Write(feed, feed.Address, [.. feed.Latest], output, xml =>
    {
        if (feed.Json is { } json) Link(xml, "alternate", "application/feed+json", json);
        if (feed.Archives > 0) Link(xml, "prev-archive", Type, AddressBook.FeedArchive(feed.Address, feed.Archives));
    });

    /// <summary>An archive: it says nothing of what may still come, but for the archive after it.</summary>
    /// <param name="number">1 to <see cref="Feed.Archives"/>.</param>
    internal void WriteArchive(Feed feed, int number, IBufferWriter<byte> output)
    {
        Write(feed, AddressBook.FeedArchive(feed.Address, number), [.. feed.Archive(number)], output, xml =>
        {
            xml.WriteElementString("fh", "archive", History, null);
            Link(xml, "current", Type, feed.Address);
            if (number > 1) Link(xml, "prev-archive", Type, AddressBook.FeedArchive(feed.Address, number - 1));
            if (number < feed.Archives) Link(xml, "next-archive", Type, AddressBook.FeedArchive(feed.Address, number + 1));
        });
    }

    private void Write(Feed feed, Address self, Entry[] entries, IBufferWriter<byte> output, Action<XmlWriter> links) => XmlOutput.Write(output, xml =>
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xmlns", "thr", null, Replies);
        if (feed.Archives > 0) xml.WriteAttributeString("xmlns", "fh", null, History);
        xml.WriteAttributeString("xml", "lang", null, edition.Settings.Language);
        Text(xml, "id", texts.IdOf(feed));
        Text(xml, "title", FeedTexts.Plain(feed.Title) is { Length: > 0 } title ? title : "Palabre");
        if (feed.Address == AddressBook.Feed && edition.Settings.Description is { } description) Text(xml, "subtitle", FeedTexts.Plain(description));
        Text(xml, "updated", Iso(entries.Select(Feed.Updated).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max()));
        Text(xml, "generator", "Palabre");
        Link(xml, "self", Type, self);
        Link(xml, "alternate", "text/html", feed.Page);
        links(xml);
        foreach (var entry in entries) Entry(xml, entry, self == feed.Address);
        xml.WriteEndElement();
    });

    /// <param name="isLive">The file changes with what is said: it tells how many replies there are.</param>
    private void Entry(XmlWriter xml, Entry entry, bool isLive)
    {
        xml.WriteStartElement("entry", Atom);
        if (edition.Entries.LanguageOf(entry) is { } language) xml.WriteAttributeString("xml", "lang", null, language);
        Text(xml, "id", texts.IdOf(entry));
        Text(xml, "title", texts.TitleOf(entry));
        Link(xml, "alternate", "text/html", edition.Addresses.Absolute(entry)!);
        Text(xml, "published", Iso(entry.Date.Time));
        Text(xml, "updated", Iso(Feed.Updated(entry)));
        Authors(xml, entry);
        foreach (var theme in texts.ThemesOf(entry))
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", XmlOutput.Clean(theme.Key));
            xml.WriteAttributeString("label", FeedTexts.Plain(theme.Title));
            xml.WriteEndElement();
        }

        InReplyTo(xml, entry);
        if (isLive) RepliesTo(xml, entry);
        if (texts.SummaryOf(entry) is { } summary) Text(xml, "summary", summary);
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteCData(XmlOutput.Clean(texts.ContentOf(entry)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Authors(XmlWriter xml, Entry entry)
    {
        foreach (var author in texts.AuthorsOf(entry))
        {
            xml.WriteStartElement("author", Atom);
            Text(xml, "name", author.Name);
            if (author.Url is { } url) Text(xml, "uri", url);
            xml.WriteEndElement();
        }
    }

    private void InReplyTo(XmlWriter xml, Entry entry)
    {
        if (texts.PlaceOf(entry).Answered is not { } answered) return;
        xml.WriteStartElement("in-reply-to", Replies);
        xml.WriteAttributeString("ref", texts.IdOf(answered));
        xml.WriteAttributeString("href", edition.Addresses.Absolute(answered));
        xml.WriteAttributeString("type", "text/html");
        xml.WriteAttributeString("source", DiscussionOf(answered));
        xml.WriteEndElement();
    }

    private void RepliesTo(XmlWriter xml, Entry entry)
    {
        var place = texts.PlaceOf(entry);
        if (place.Replies == 0) return;
        var count = place.Replies.ToString(CultureInfo.InvariantCulture);
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", "replies");
        xml.WriteAttributeString("type", Type);
        xml.WriteAttributeString("href", DiscussionOf(entry));
        xml.WriteAttributeString("count", Replies, count);
        xml.WriteAttributeString("updated", Replies, Iso(place.Latest));
        xml.WriteEndElement();
        xml.WriteElementString("total", Replies, count);
    }

    /// <summary>The feed that has every entry of the discussion.</summary>
    private string DiscussionOf(Entry entry) =>
        edition.Addresses.Absolute(AddressBook.FeedOf(edition.Addresses.Post(texts.PlaceOf(entry).Opening)))!;

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, XmlOutput.Clean(text));

    private void Link(XmlWriter xml, string rel, string type, Address address) => Link(xml, rel, type, edition.Addresses.Absolute(address)!);

    private static void Link(XmlWriter xml, string rel, string type, string href)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    internal static string Iso(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
