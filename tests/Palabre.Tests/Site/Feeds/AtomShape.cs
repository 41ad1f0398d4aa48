using System.Globalization;
using System.Xml.Linq;

namespace Palabre.Tests.Site;

/// <summary>What RFC 4287 asks of a feed's shape (section 4 and the grammar of appendix B), RFC 4685 and RFC 5005 of what they add.</summary>
internal static class AtomShape
{
    internal static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    internal static readonly XNamespace Replies = "http://purl.org/syndication/thread/1.0";
    internal static readonly XNamespace History = "http://purl.org/syndication/history/1.0";

    /// <summary>Everything that is wrong with it.</summary>
    internal static IEnumerable<string> Faults(string text)
    {
        var feed = XDocument.Parse(text).Root!;
        if (feed.Name != Atom + "feed") return [$"the root is {feed.Name}"];
        return [.. OfFeed(feed), .. feed.Elements(Atom + "entry").SelectMany(OfEntry)];
    }

    internal static string[] Ids(string text) => [.. XDocument.Parse(text).Root!.Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value)];

    private static IEnumerable<string> OfFeed(XElement feed)
    {
        foreach (var fault in OfBoth(feed, "feed")) yield return fault;
        foreach (var name in new[] { "subtitle", "generator", "icon", "logo", "rights" })
            if (feed.Elements(Atom + name).Count() > 1) yield return $"feed: {name} twice";
        if (Links(feed, "self").Count() != 1) yield return "feed: not one link to itself";
        if (feed.Element(Atom + "entry") is { } first && first.ElementsAfterSelf().Any(e => e.Name != Atom + "entry"))
            yield return "feed: something stands behind its entries";
        if (feed.Elements(Atom + "entry").GroupBy(e => e.Element(Atom + "id")?.Value).Any(g => g.Count() > 1)) yield return "feed: an entry twice";
        var dates = feed.Elements(Atom + "entry").Select(e => DateTimeOffset.Parse(e.Element(Atom + "published")!.Value, CultureInfo.InvariantCulture)).ToArray();
        if (!dates.SequenceEqual(dates.OrderByDescending(d => d))) yield return "feed: the youngest does not stand first";
        foreach (var name in feed.Attribute(XNamespace.Xml + "lang") is null ? ["xml:lang"] : Array.Empty<string>()) yield return $"feed: no {name}";
        foreach (var element in feed.Elements().Where(e => e.Name.Namespace != Atom && e.Name.Namespace != History)) yield return $"feed: {element.Name}";
    }

    private static IEnumerable<string> OfEntry(XElement entry)
    {
        var id = entry.Element(Atom + "id")?.Value ?? "an entry";
        foreach (var fault in OfBoth(entry, id)) yield return fault;
        foreach (var name in new[] { "content", "published", "summary", "rights", "source" })
            if (entry.Elements(Atom + name).Count() > 1) yield return $"{id}: {name} twice";
        if (!entry.Elements(Atom + "author").Any()) yield return $"{id}: no author";
        foreach (var person in entry.Elements(Atom + "author"))
        {
            if (person.Elements(Atom + "name").Count(n => n.Value.Length > 0) != 1) yield return $"{id}: an author without a name";
            if (person.Elements(Atom + "uri").Any(u => !IsWhole(u.Value))) yield return $"{id}: author {person.Element(Atom + "uri")!.Value}";
            if (person.Element(Atom + "email") is not null) yield return $"{id}: an e-mail address";
        }

        if (entry.Elements(Atom + "category").Any(c => c.Attribute("term") is not { Value.Length: > 0 })) yield return $"{id}: a category without term";
        if (entry.Element(Atom + "published") is not { } published || !IsDate(published.Value)) yield return $"{id}: published";
        if (entry.Element(Atom + "content") is not { } content || content.Attribute("type")?.Value != "html" || content.HasElements) yield return $"{id}: content";
        foreach (var reply in entry.Elements(Replies + "in-reply-to"))
            if (!IsWhole(reply.Attribute("ref")?.Value) || !IsWhole(reply.Attribute("href")?.Value)) yield return $"{id}: in-reply-to";
        foreach (var link in Links(entry, "replies"))
        {
            if (link.Attribute(Replies + "count")?.Value != entry.Element(Replies + "total")?.Value) yield return $"{id}: the count of replies";
            if (!IsDate(link.Attribute(Replies + "updated")?.Value)) yield return $"{id}: the date of replies";
        }
    }

    private static IEnumerable<string> OfBoth(XElement element, string what)
    {
        foreach (var name in new[] { "id", "title", "updated" })
            if (element.Elements(Atom + name).Count(e => e.Value.Length > 0) != 1) yield return $"{what}: not one {name}";
        if (!IsWhole(element.Element(Atom + "id")?.Value)) yield return $"{what}: id";
        if (!IsDate(element.Element(Atom + "updated")?.Value)) yield return $"{what}: updated";
        if (element.Elements(Atom + "link").Any(l => !IsWhole(l.Attribute("href")?.Value))) yield return $"{what}: a link that is not whole";
        if (element.Elements(Atom + "link").Where(l => l.Attribute("rel")?.Value == "alternate").GroupBy(l => l.Attribute("type")?.Value).Any(g => g.Count() > 1))
            yield return $"{what}: two alternates of one type";
        if (!Links(element, "alternate").Any()) yield return $"{what}: no alternate";
    }

    internal static IEnumerable<XElement> Links(XElement element, string rel) =>
        element.Elements(Atom + "link").Where(l => l.Attribute("rel")?.Value == rel);

    private static bool IsWhole(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "tag" && !address!.Any(c => c <= ' ');

    /// <summary>RFC 3339, as RFC 4287 narrows it: 'T', and a zone.</summary>
    private static bool IsDate(string? date) =>
        DateTimeOffset.TryParseExact(date, ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
