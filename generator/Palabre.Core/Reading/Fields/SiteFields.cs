using Palabre.Model;

namespace Palabre.Reading;

/// <summary><c>content/site.yml</c> (content/README.md, «Settings»).</summary>
public static class SiteFields
{
    private static readonly Settings Defaults = new();

    public static readonly Field Title = new("title", Shape.Text, "The site's title.") { MayBeNull = true, Default = Defaults.Title, IsProse = true };
    public static readonly Field Description = new("description", Shape.Text, "One sentence on what is discussed here.") { IsProse = true };
    public static readonly Field Language = new("language", Shape.Text, "The site's language, as a tag such as fr.", "lang") { Default = Defaults.Language };
    public static readonly Field TimeZone = new("timeZone", Shape.Text, "An IANA name such as Europe/Paris, for dates that were written without an offset.", "timezone") { Default = Defaults.Zone.Id };
    public static readonly Field BaseUrl = new("baseUrl", Shape.Address, "The address of the published site; it may have a path.", "baseURL", "url");
    public static readonly Field Author = new("author", Shape.Text, "Who wrote the posts that name nobody.") { MayBeNull = true };
    public static readonly Field Look = new("look", Shape.Text, "The folder of the look; themes/_look where unsaid.") { Default = Defaults.Look };
    public static readonly Field Posts = new("posts", Shape.Text, "The folder of the posts, from the site's folder.") { Default = Defaults.PostsFolder };
    public static readonly Field Comments = new("comments", Shape.Text, "The folder of the comments, from the site's folder.") { Default = Defaults.CommentsFolder };
    public static readonly Field PageSize = new("pageSize", Shape.Number, "Entries or discussions on one page of a listing.") { Default = Defaults.PageSize, Bounds = (1, 1000) };
    public static readonly Field CommentsPerPage = new("commentsPerPage", Shape.Number, "Comments that answer a post directly, on one page; their replies come with them.") { Default = Defaults.CommentsPerPage, Bounds = (10, 100_000) };
    public static readonly Field LinkTitle = new("title", Shape.Text, "The page's title.") { IsProse = true };
    public static readonly Field LinkUrl = new("url", Shape.Address, "Its address.");
    public static readonly Field LinkLanguage = new("language", Shape.Text, "Its language, as a tag such as en.", "lang");

    public static readonly Field Links = new("links", Shape.Maps, "Further reading.")
    {
        Fields = new("links", LinkTitle, LinkUrl, LinkLanguage),
    };

    public static readonly Field Answer = new("answer", Shape.Text, "How a reader can answer: an address that opens a new file on the git host, or an e-mail address of the editors.");
    public static readonly Field Search = new("search", Shape.Flag, "false: no search page.") { Default = Defaults.Search };
    public static readonly Field FeedId = new("feedId", Shape.Text, "What the ids of feeds begin with, so that they outlive a change of domain: a domain that was yours and a date on which it was, as example.org,2010.");
    public static readonly Field Export = new("export", Shape.Flag, "true: the archive is published as data, too: archive.jsonl, and each discussion as Markdown.") { Default = Defaults.Export };
    public static readonly Field PostFeeds = new("postFeeds", Shape.Flag, "false: no feed for each post; those of the site, of themes and of authors stay.") { Default = Defaults.PostFeeds };
    public static readonly Field Host = new("host", Shape.Text, "Where the site is published: what check holds it against, and whether _headers and _redirects are written.") { Words = Hosts.Names };
    public static readonly Field MailArchives = new("mailArchives", Shape.Texts, "Hosts of archives of mail, such as lore.kernel.org: links of comments to their letters stay whole, though they hold what looks like an address of e-mail.");
    public static readonly Field TrustPosts = new("trustPosts", Shape.Flag, "true: raw HTML in posts is published as it stands.") { Default = Defaults.TrustPosts };

    public static readonly Field UrlPost = new("post", Shape.Text, "Of a post: {year} {month} {day} {slug}.") { Default = Defaults.Urls.Post };
    public static readonly Field UrlDiscussion = new("discussion", Shape.Text, "Of a discussion of several posts: {slug}.") { Default = Defaults.Urls.Discussion };
    public static readonly Field UrlThemes = new("themes", Shape.Text, "Of the list of themes.") { Default = Defaults.Urls.Themes };
    public static readonly Field UrlTheme = new("theme", Shape.Text, "Of a theme: {slug}.") { Default = Defaults.Urls.Theme };
    public static readonly Field UrlAuthors = new("authors", Shape.Text, "Of the list of authors.") { Default = Defaults.Urls.Authors };
    public static readonly Field UrlAuthor = new("author", Shape.Text, "Of an author: {slug}.") { Default = Defaults.Urls.Author };
    public static readonly Field UrlArchive = new("archive", Shape.Text, "Of the archive by date.") { Default = Defaults.Urls.Archive };
    public static readonly Field UrlYear = new("year", Shape.Text, "Of a year: {year}.") { Default = Defaults.Urls.Year };
    public static readonly Field UrlMonth = new("month", Shape.Text, "Of a month: {year} {month}.") { Default = Defaults.Urls.Month };
    public static readonly Field UrlSearch = new("search", Shape.Text, "Of the search page.") { Default = Defaults.Urls.Search };
    public static readonly Field UrlPage = new("page", Shape.Text, "Of a standing page: {slug}.") { Default = Defaults.Urls.Page };

    public static readonly Field Urls = new("urls", Shape.Map, "Where pages stand.")
    {
        Fields = new("urls", UrlPost, UrlDiscussion, UrlThemes, UrlTheme, UrlAuthors, UrlAuthor, UrlArchive, UrlYear, UrlMonth, UrlSearch, UrlPage),
    };

    public static readonly Field Extra = EntryFields.Extra;

    public static readonly FieldSet All = new(
        "site", Title, Description, Language, TimeZone, BaseUrl, Author, Look, Urls, Posts, Comments, PageSize, CommentsPerPage,
        Links, Answer, Search, FeedId, Export, PostFeeds, Host, MailArchives, TrustPosts, Extra);
}
