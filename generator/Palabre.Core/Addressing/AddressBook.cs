using System.Globalization;
using Palabre.Listing;
using Palabre.Model;
using Palabre.Threading;

namespace Palabre.Addressing;

/// <summary>Where everything stands: the one place where links are made (content/README.md, «Addresses»).</summary>
public sealed class AddressBook
{
    private readonly Settings settings;
    private readonly UrlPatterns urls;
    private readonly PostParts parts;
    private readonly Archive archive;
    private readonly Carried<Post, Address> addresses;

    /// <param name="before">Of an earlier archive: posts that are the very same objects stand where they stood.</param>
    public AddressBook(Archive archive, PostParts parts, AddressBook? before = null)
    {
        (this.archive, settings, urls, this.parts) = (archive, archive.Settings, archive.Settings.Urls, parts);
        addresses = Carried<Post, Address>.Of(
            archive.Posts, before is not null && ReferenceEquals(before.settings, settings) ? before.addresses : null,
            holds: null, i => AddressOf(archive.Posts[i]));
    }

    public static Address Home { get; } = new("/");
    public static Address NotFound { get; } = new("/404.html");
    public static Address Feed { get; } = new("/atom.xml");
    public static Address CommentsFeed { get; } = new("/comments.xml");
    public static Address JsonFeed { get; } = new("/feed.json");
    public static Address Export { get; } = new("/archive.jsonl");
    public static Address Sitemap { get; } = new("/sitemap.xml");
    public static Address Robots { get; } = new("/robots.txt");
    public static Address SearchDescription { get; } = new("/opensearch.xml");

    public Address Themes => new(urls.Themes);
    public Address Authors => new(urls.Authors);
    public Address Archive => new(urls.Archive);
    public Address Search => new(urls.Search);

    public static Address Page(Address first, int number) =>
        number == 1 ? first : first.Below($"page/{number.ToString(CultureInfo.InvariantCulture)}/");

    public Address Post(Post post) => addresses.Values[archive.Positions.Of(post)];

    private Address AddressOf(Post post)
    {
        if (post.Permalink is { } chosen && WrittenAddress.Parse(chosen.Text).Address is { } address) return address;
        return ByPattern(urls, post.Date.Day, post.Slug);
    }

    /// <summary>Where a post stands that has no address of its own.</summary>
    internal static Address ByPattern(UrlPatterns urls, DateOnly day, string slug) => new(urls.Post
        .Replace("{year}", day.Year.ToString("D4", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{month}", day.Month.ToString("D2", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{day}", day.Day.ToString("D2", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{slug}", ReservedName.Avoid(slug), StringComparison.Ordinal));

    /// <param name="number">1 is the post's own page.</param>
    public Address PostPart(Post post, int number) => Part(Post(post), number);

    /// <summary>A part of what has, or had, its first part at an address.</summary>
    public static Address Part(Address first, int number) =>
        number == 1 ? first : first.Below($"comments/{number.ToString(CultureInfo.InvariantCulture)}/");

    /// <summary>The page with the same entries in the order of time.</summary>
    public static Address Chronological(Address nested) => nested.Below("chronological/");

    public Address Discussion(Discussion discussion) => Filled(urls.Discussion, discussion.Opening.Slug);

    /// <summary>Whether an address has the form of a discussion's.</summary>
    public bool IsLikeDiscussion(Address address)
    {
        var cut = urls.Discussion.IndexOf("{slug}", StringComparison.Ordinal);
        var (before, after) = (urls.Discussion[..cut], urls.Discussion[(cut + "{slug}".Length)..]);
        return address.Path.Length > before.Length + after.Length
            && address.Path.StartsWith(before, StringComparison.Ordinal) && address.Path.EndsWith(after, StringComparison.Ordinal)
            && !address.Path.AsSpan(before.Length, address.Path.Length - before.Length - after.Length).Contains('/');
    }

    /// <summary>The whole discussion as Markdown: beside its opening post, where it stays when another post answers.</summary>
    public Address Markdown(Discussion discussion) => Post(discussion.Opening).Below("discussion.md");

    public Address Theme(Theme theme) => Theme(theme.Key);

    /// <param name="key">A slug: of a theme, or of none.</param>
    public Address Theme(string key) => Filled(urls.Theme, key);

    public Address Author(Author author) => Author(author.Key);

    /// <param name="key">Of an author, one that they had before, or nobody's.</param>
    public Address Author(string key) => Filled(urls.Author, key);

    /// <param name="page">A theme's, an author's, a post's.</param>
    public static Address FeedOf(Address page) => page.Below("atom.xml");

    /// <inheritdoc cref="FeedOf"/>
    public static Address JsonFeedOf(Address page) => page.Below("feed.json");

    /// <summary>An archive of a feed: <c>atom-1.xml</c> beside <c>atom.xml</c> has its oldest entries.</summary>
    public static Address FeedArchive(Address feed, int number) =>
        new($"{feed.Path[..^".xml".Length]}-{number.ToString(CultureInfo.InvariantCulture)}.xml");

    public Address Year(int year) =>
        new(urls.Year.Replace("{year}", year.ToString("D4", CultureInfo.InvariantCulture), StringComparison.Ordinal));

    public Address Month(int year, int month) => new(urls.Month
        .Replace("{year}", year.ToString("D4", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{month}", month.ToString("D2", CultureInfo.InvariantCulture), StringComparison.Ordinal));

    public Address StandingPage(StandingPage page) =>
        page.Permalink is { } chosen && WrittenAddress.Parse(chosen.Text).Address is { } address ? address : Filled(urls.Page, page.Slug);

    /// <param name="path">From the site's folder: <c>content/media/a.png</c>.</param>
    public static Address Media(string path) => new("/media/" + path[MediaPath.Folder.Length..]);

    /// <param name="path">From the site's folder: <c>content/root/CNAME</c>.</param>
    public static Address Root(string path) => new("/" + path[RootPath.Folder.Length..]);

    /// <param name="name">Within the look's <c>assets/</c>.</param>
    public static Address Asset(string name) => new("/assets/" + name);

    /// <summary>The page that an entry's one canonical place is on.</summary>
    public Address PageOf(Entry entry) => entry is Comment comment
        ? Part(addresses.Values[archive.Positions.Of(comment.PostId)], parts.Of(comment))
        : Post((Post)entry);

    /// <summary>The entry's one canonical place: a comment's has its anchor.</summary>
    public Place PlaceOf(Entry entry) => new(PageOf(entry), entry is Comment comment ? Anchor.Of(comment) : null);

    /// <summary>As a page links to it. Its anchor is one of ours, which needs no escaping.</summary>
    public string Href(Place place) => Href(place.Address) + (place.Anchor is null ? "" : "#" + place.Anchor);

    /// <summary>The entry's one canonical place, as a page links to it.</summary>
    public string Href(Entry entry) => entry is Comment comment
        ? string.Concat(settings.BasePath, PageOf(comment).Escaped, "#", Anchor.Of(comment))
        : Href(Post((Post)entry));

    /// <summary>As a page links to it: with the path that the site is published under.</summary>
    public string Href(Address address) => settings.BasePath + address.Escaped;

    /// <summary>As the rest of the web links to it; null where the site has not said its address.</summary>
    public string? Absolute(Address address) => settings.Origin is null ? null : settings.BaseUrl + address.Escaped;

    /// <inheritdoc cref="Absolute(Address)"/>
    public string? Absolute(Entry entry) => settings.Origin is null ? null : settings.Origin + Href(entry);

    private static Address Filled(string pattern, string slug) =>
        new(pattern.Replace("{slug}", ReservedName.Avoid(slug), StringComparison.Ordinal));
}
