namespace Palabre.Model;

/// <summary>A page elsewhere that the site recommends.</summary>
/// <param name="Url">http or https.</param>
public sealed record FurtherLink(string Title, string Url, string? Language);

/// <summary>A folder of the site that a setting names.</summary>
/// <param name="Key">The setting: <c>posts</c>.</param>
/// <param name="Path">From the site's folder, without '/' at the end.</param>
public sealed record NamedFolder(string Key, string Path, SourceLocation Source);

/// <summary>What <c>content/site.yml</c> says. (What the command line says are options.)</summary>
public sealed record Settings
{
    public string Title { get; init; } = "Palabre";
    public string? Description { get; init; }

    /// <summary>A BCP 47 tag.</summary>
    public string Language { get; init; } = "en";

    public SiteZone Zone { get; init; } = SiteZone.Utc;

    /// <summary>Scheme and host, without a final '/': <c>https://example.org</c>; null if the site has not said.</summary>
    public string? Origin { get; init; }

    /// <summary>The path of <c>baseUrl</c>: begins with '/', does not end with one; empty at a host's root.</summary>
    public string BasePath { get; init; } = "";

    /// <summary>
    /// What the ids of feeds and entries begin with: see <see cref="FeedIds"/>. Made of the <c>baseUrl</c> that the settings
    /// say where they do not say it, whatever the command line says instead; null where they say neither.
    /// </summary>
    public string? FeedId { get; init; }

    /// <summary>Who wrote the posts that name nobody; null if nobody is named.</summary>
    public string? Author { get; init; }

    /// <summary>The folder of the look, from the site's folder.</summary>
    public string Look { get; init; } = "themes/_look";

    public UrlPatterns Urls { get; init; } = new();

    /// <summary>Folders from the site's folder, with '/', without a final one.</summary>
    public string PostsFolder { get; init; } = "content/posts";

    public string CommentsFolder { get; init; } = "content/comments";

    /// <summary>Folders that the settings name, rather than leave to the default.</summary>
    public IReadOnlyList<NamedFolder> NamedFolders { get; init; } = [];

    /// <summary>Entries or discussions on one page of a listing; 1 to 1000.</summary>
    public int PageSize { get; init; } = 20;

    /// <summary>Comments of a post on one page, roughly: a branch is never cut. 10 to 100,000.</summary>
    public int CommentsPerPage { get; init; } = 500;

    public IReadOnlyList<FurtherLink> Links { get; init; } = [];

    /// <summary>How a reader can answer: a URL pattern, or an address of the editors; null if unsaid.</summary>
    public AnswerPattern? Answer { get; init; }

    public bool Search { get; init; } = true;

    /// <summary>The archive is published as data, too.</summary>
    public bool Export { get; init; }

    /// <summary>Each post has a feed of its own, where the site has feeds.</summary>
    public bool PostFeeds { get; init; } = true;

    /// <summary>Where the site is published; null if it has not said.</summary>
    public Host? Host { get; init; }

    /// <summary>Pages are read from a disk, without a server: links are relative and name files.</summary>
    public bool IsPortable { get; init; }

    /// <summary>Raw HTML in posts is published as it stands.</summary>
    public bool TrustPosts { get; init; }

    /// <summary>
    /// Hosts of archives of mail, in lower case: what looks like an address of e-mail in links of comments to their pages is a letter's, or a list's.
    /// </summary>
    public IReadOnlySet<string> MailArchives { get; init; } = System.Collections.Frozen.FrozenSet<string>.Empty;

    public IReadOnlyDictionary<string, object> Extra { get; init; } = Entry.NoExtra;

    /// <summary>Both; null where the site has not said its address.</summary>
    public (string Origin, string Path)? Whole => Origin is { } origin ? (origin, BasePath) : null;

    /// <summary><c>baseUrl</c> without a final '/'; "" where the site has not said.</summary>
    public string BaseUrl => Origin + BasePath;
}

/// <summary>Where pages stand: site-relative patterns (content/README.md, «Addresses»), checked in <c>Reading</c>.</summary>
public sealed record UrlPatterns
{
    /// <summary>May hold <c>{year} {month} {day} {slug}</c>.</summary>
    public string Post { get; init; } = "/{year}/{month}/{slug}/";

    /// <summary>Hold <c>{slug}</c>.</summary>
    public string Discussion { get; init; } = "/discussions/{slug}/";

    public string Themes { get; init; } = "/themes/";
    public string Theme { get; init; } = "/themes/{slug}/";
    public string Authors { get; init; } = "/authors/";
    public string Author { get; init; } = "/authors/{slug}/";
    public string Archive { get; init; } = "/archive/";
    public string Year { get; init; } = "/archive/{year}/";
    public string Month { get; init; } = "/archive/{year}/{month}/";
    public string Search { get; init; } = "/search/";
    public string Page { get; init; } = "/{slug}/";

    /// <summary>Where those are written that the settings name, by key; for messages.</summary>
    public IReadOnlyDictionary<string, SourceLocation> Sources { get; init; } = new Dictionary<string, SourceLocation>();

    /// <param name="otherwise">The file that asks for the page where its pattern is the usual one.</param>
    internal SourceLocation SourceOf(string key, string otherwise) => Sources.TryGetValue(key, out var written) ? written : new(otherwise);
}
