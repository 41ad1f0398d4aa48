using System.Globalization;
using Palabre.Listing;
using Palabre.Model;
using Palabre.Threading;

namespace Palabre.Addressing;

/// <summary>Where everything stands: the one place where links are made (DESIGN section 5).</summary>
public sealed class AddressBook
{
    private readonly Settings settings;
    private readonly UrlPatterns urls;
    private readonly PostParts parts;
    private readonly Dictionary<string, Post> posts = new(StringComparer.Ordinal);
    private readonly Dictionary<Post, Address> addresses = new(ReferenceEqualityComparer.Instance);

    public AddressBook(Archive archive, PostParts parts)
    {
        (settings, urls, this.parts) = (archive.Settings, archive.Settings.Urls, parts);
        foreach (var post in archive.Posts) (posts[post.Id], addresses[post]) = (post, AddressOf(post));
    }

    public static Address Home { get; } = new("/");
    public static Address NotFound { get; } = new("/404.html");
    public static Address Feed { get; } = new("/atom.xml");
    public static Address CommentsFeed { get; } = new("/comments.xml");
    public static Address Sitemap { get; } = new("/sitemap.xml");
    public static Address Robots { get; } = new("/robots.txt");
    public static Address SearchDescription { get; } = new("/opensearch.xml");

    public Address Themes => new(urls.Themes);
    public Address Authors => new(urls.Authors);
    public Address Archive => new(urls.Archive);
    public Address Search => new(urls.Search);

    public static Address Page(Address first, int number) =>
        number == 1 ? first : first.Below($"page/{number.ToString(CultureInfo.InvariantCulture)}/");

    public Address Post(Post post) => addresses[post];

    private Address AddressOf(Post post)
    {
        if (post.Permalink is { } chosen && WrittenAddress.Parse(chosen.Text).Address is { } address) return address;
        var day = post.Date.Day;
        return new(urls.Post
            .Replace("{year}", day.Year.ToString("D4", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{month}", day.Month.ToString("D2", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{day}", day.Day.ToString("D2", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{slug}", ReservedName.Avoid(post.Slug), StringComparison.Ordinal));
    }

    /// <param name="number">1 is the post's own page.</param>
    public Address PostPart(Post post, int number) =>
        number == 1 ? Post(post) : Post(post).Below($"comments/{number.ToString(CultureInfo.InvariantCulture)}/");

    /// <summary>The page with the same entries in the order of time.</summary>
    public static Address Chronological(Address nested) => nested.Below("chronological/");

    public Address Discussion(Discussion discussion) => Filled(urls.Discussion, discussion.Opening.Slug);

    public Address Theme(Theme theme) => Filled(urls.Theme, theme.Key);

    public Address Author(Author author) => Filled(urls.Author, author.Key);

    public Address Year(int year) =>
        new(urls.Year.Replace("{year}", year.ToString("D4", CultureInfo.InvariantCulture), StringComparison.Ordinal));

    public Address Month(int year, int month) => new(urls.Month
        .Replace("{year}", year.ToString("D4", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{month}", month.ToString("D2", CultureInfo.InvariantCulture), StringComparison.Ordinal));

    public Address StandingPage(StandingPage page) =>
        page.Permalink is { } chosen && WrittenAddress.Parse(chosen.Text).Address is { } address ? address : Filled(urls.Page, page.Slug);

    /// <param name="path">From the site's folder: <c>content/media/a.png</c>.</param>
    public static Address Media(string path) => new("/media/" + path[MediaPath.Folder.Length..]);

    /// <param name="name">Within the look's <c>assets/</c>.</param>
    public static Address Asset(string name) => new("/assets/" + name);

    /// <summary>The page that an entry's one canonical place is on.</summary>
    public Address PageOf(Entry entry) => entry is Comment comment
        ? PostPart(posts[comment.PostId], parts.Of(comment))
        : Post((Post)entry);

    /// <summary>The entry's one canonical place: a comment's has its anchor.</summary>
    public string Href(Entry entry) => entry is Comment comment
        ? Href(PageOf(comment)) + "#" + Anchor.Of(comment)
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
