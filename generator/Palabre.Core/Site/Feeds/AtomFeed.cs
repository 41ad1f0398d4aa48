using System.Buffers;
using System.Globalization;
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

    // An entry stands in the feed of its discussion and in an archive of the site's, which are made at about the same time.
    private readonly Recent<WrittenEntry> recent = new(Math.Min(edition.Archive.EntryCount, 1 << 9), 1 << 19, written => written.Bytes.Length);

    [ThreadStatic]
    private static Utf8Buffer? idleFile, idleEntry;

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
            xml.Element("fh:archive"u8, "");
            Link(xml, "current", Type, feed.Address);
            if (number > 1) Link(xml, "prev-archive", Type, AddressBook.FeedArchive(feed.Address, number - 1));
            if (number < feed.Archives) Link(xml, "next-archive", Type, AddressBook.FeedArchive(feed.Address, number + 1));
        });
    }

    private void Write(Feed feed, Address self, Entry[] entries, IBufferWriter<byte> output, Action<XmlLines> links)
    {
        var file = idleFile ??= new(64 << 10);
        file.Clear();
        var xml = new XmlLines(file);
        xml.Begin();
        xml.Open("feed"u8);
        xml.Attribute("xmlns:thr"u8, Replies);
        if (feed.Archives > 0) xml.Attribute("xmlns:fh"u8, History);
        xml.Attribute("xml:lang"u8, edition.Settings.Language);
        xml.Attribute("xmlns"u8, Atom);
        xml.Element("id"u8, texts.IdOf(feed));
        xml.Element("title"u8, FeedTexts.Plain(feed.Title) is { Length: > 0 } title ? title : "Palabre");
        if (feed.Address == AddressBook.Feed && edition.Settings.Description is { } description) xml.Element("subtitle"u8, FeedTexts.Plain(description));
        xml.Element("updated"u8, Rfc3339.Numeric(entries.Select(Feed.Updated).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max()));
        xml.Element("generator"u8, "Palabre");
        Link(xml, "self", Type, self);
        Link(xml, "alternate", "text/html", feed.Page);
        links(xml);
        foreach (var entry in entries) Entry(file, entry, self == feed.Address);
        xml.Close("feed"u8);
        xml.End();
        output.Write(file.Written);
    }

    /// <param name="isLive">The file changes with what is said: it tells how many replies there are.</param>
    private void Entry(Utf8Buffer file, Entry entry, bool isLive)
    {
        var written = recent.Of(entry, this, static (one, feed) => feed.Written(one));
        file.Append(written.Bytes.AsSpan(0, written.Cut));
        if (isLive) RepliesTo(new(file, depth: 2), entry);
        file.Append(written.Bytes.AsSpan(written.Cut));
    }

    private WrittenEntry Written(Entry entry)
    {
        var buffer = idleEntry ??= new(1 << 14);
        buffer.Clear();
        var xml = new XmlLines(buffer, depth: 1);
        xml.Open("entry"u8);
        if (texts.LanguageOf(entry) is { } language) xml.Attribute("xml:lang"u8, language);
        xml.Element("id"u8, texts.IdOf(entry));
        xml.Element("title"u8, texts.TitleOf(entry));
        Link(xml, "alternate", "text/html", edition.Addresses.Absolute(entry)!);
        xml.Element("published"u8, Rfc3339.Numeric(entry.Date.Time));
        xml.Element("updated"u8, Rfc3339.Numeric(Feed.Updated(entry)));
        Authors(xml, entry);
        foreach (var theme in texts.ThemesOf(entry))
        {
            xml.Open("category"u8);
            xml.Attribute("term"u8, theme.Key);
            xml.Attribute("label"u8, FeedTexts.Plain(theme.Title));
            xml.Close("category"u8);
        }

        InReplyTo(xml, entry);
        var cut = buffer.Length;
        if (texts.SummaryOf(entry) is { } summary) xml.Element("summary"u8, summary);
        xml.Open("content"u8);
        xml.Attribute("type"u8, "html");
        xml.Data(texts.ContentOf(entry));
        xml.Close("content"u8);
        xml.Close("entry"u8);
        return new(buffer.Written.ToArray(), cut);
    }

    /// <summary>An entry as every feed has it. At the cut stands what changes with each reply.</summary>
    private readonly record struct WrittenEntry(byte[] Bytes, int Cut);

    private void Authors(XmlLines xml, Entry entry)
    {
        foreach (var author in texts.AuthorsOf(entry))
        {
            xml.Open("author"u8);
            xml.Element("name"u8, author.Name);
            if (author.Url is { } url) xml.Element("uri"u8, url);
            xml.Close("author"u8);
        }
    }

    private void InReplyTo(XmlLines xml, Entry entry)
    {
        if (texts.PlaceOf(entry).Answered is not { } answered) return;
        xml.Open("thr:in-reply-to"u8);
        xml.Attribute("ref"u8, texts.IdOf(answered));
        xml.Attribute("href"u8, edition.Addresses.Absolute(answered)!);
        xml.Attribute("type"u8, "text/html");
        if (edition.Settings.PostFeeds) xml.Attribute("source"u8, FeedWith(answered));
        xml.Close("thr:in-reply-to"u8);
    }

    private void RepliesTo(XmlLines xml, Entry entry)
    {
        var place = texts.PlaceOf(entry);
        if (place.Replies == 0) return;
        var count = place.Replies.ToString(CultureInfo.InvariantCulture);
        xml.Open("link"u8);
        xml.Attribute("rel"u8, "replies");
        xml.Attribute("type"u8, edition.Settings.PostFeeds ? Type : "text/html");
        xml.Attribute("href"u8, edition.Settings.PostFeeds ? FeedWith(entry) : edition.Addresses.Absolute(entry)!);
        xml.Attribute("thr:count"u8, count);
        xml.Attribute("thr:updated"u8, Rfc3339.Numeric(place.Latest));
        xml.Close("link"u8);
        xml.Element("thr:total"u8, count);
    }

    /// <summary>The feed that has every entry of the discussion.</summary>
    private string FeedWith(Entry entry) =>
        edition.Addresses.Absolute(AddressBook.FeedOf(edition.Addresses.Post(texts.PlaceOf(entry).Opening)))!;

    private void Link(XmlLines xml, string rel, string type, Address address) => Link(xml, rel, type, edition.Addresses.Absolute(address)!);

    private static void Link(XmlLines xml, string rel, string type, string href)
    {
        xml.Open("link"u8);
        xml.Attribute("rel"u8, rel);
        xml.Attribute("type"u8, type);
        xml.Attribute("href"u8, href);
        xml.Close("link"u8);
    }
}
