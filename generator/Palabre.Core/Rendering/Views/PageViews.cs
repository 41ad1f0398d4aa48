namespace Palabre.Rendering.Views;

/// <summary>What every page knows of the site.</summary>
public sealed record SiteView
{
    public required string Title { get; init; }
    public string? Description { get; init; }

    /// <summary>That of the words of the look: the site's, or English where the look does not speak that.</summary>
    public required string Language { get; init; }

    /// <summary><c>ltr</c> or <c>rtl</c>.</summary>
    public required string Direction { get; init; }

    public required string Home { get; init; }
    public required string Themes { get; init; }
    public required string Authors { get; init; }
    public required string Archive { get; init; }

    /// <summary>Null where the site has not said its address.</summary>
    public string? Feed { get; init; }

    public string? CommentsFeed { get; init; }

    /// <summary>The posts as a JSON Feed.</summary>
    public string? JsonFeed { get; init; }

    /// <summary>The whole archive as data; null where it is not published as such.</summary>
    public string? Export { get; init; }

    /// <summary>The settings say how a reader can answer.</summary>
    public bool Answer { get; init; }

    /// <summary>The search page, or null.</summary>
    public string? Search { get; init; }

    /// <summary>What browsers need to search here from their own field; null where the site has not said its address.</summary>
    public string? SearchDescription { get; init; }

    /// <summary>The path that the site is published under: begins the address of every file; ends with '/'.</summary>
    public required string Root { get; init; }

    /// <summary>The pages are read from a disk, where no script is a module and nothing can be fetched.</summary>
    public bool Portable { get; init; }

    /// <summary>Standing pages.</summary>
    public required IReadOnlyList<LinkView> Pages { get; init; }

    /// <summary>Further reading elsewhere.</summary>
    public required IReadOnlyList<LinkView> Links { get; init; }

    public IReadOnlyDictionary<string, object> Extra { get; init; } = new Dictionary<string, object>();
}

/// <summary>Earlier and later pages of one listing.</summary>
public sealed record PagerView(int Number, int Count, string? Previous, string? Next, IReadOnlyList<LinkView> Pages);

/// <summary>What every page has. A page of a kind is made by the template of that name.</summary>
public abstract record PageView
{
    public abstract string Kind { get; }
    public required SiteView Site { get; init; }

    /// <summary>Without the site's.</summary>
    public required string Title { get; init; }

    /// <summary>For search engines and previews; null if there is nothing to say.</summary>
    public string? Description { get; init; }

    /// <summary>Its path, as links write it.</summary>
    public required string Href { get; init; }

    /// <summary>Its whole address; null where the site has not said its own.</summary>
    public string? Canonical { get; init; }

    /// <summary>The language of the page's main text.</summary>
    public required string Language { get; init; }

    /// <summary>The whole address of a picture for previews of links; never of a drawing (SVG), which they do not show.</summary>
    public string? Image { get; init; }

    /// <summary>For search engines: do not list.</summary>
    public bool NoIndex { get; init; }

    /// <summary>The way from the home page, this page left out.</summary>
    public IReadOnlyList<LinkView> Breadcrumbs { get; init; } = [];

    public PagerView? Pager { get; init; }

    /// <summary>What stood here and is elsewhere now.</summary>
    public IReadOnlyList<MovedView> Moved { get; init; } = [];

    /// <summary>What the page says for machines: a script element of JSON-LD, which browsers do not run. Empty where
    /// <c>no_index</c> is true.</summary>
    public Html Data { get; init; } = Html.None;

    /// <summary>Feeds of what the page shows, besides the site's.</summary>
    public IReadOnlyList<FeedView> Feeds { get; init; } = [];

    /// <summary>The page's discussion as Markdown; null where it is not published as such.</summary>
    public string? Markdown { get; init; }
}

/// <summary>A feed.</summary>
/// <param name="Type"><c>application/atom+xml</c> or <c>application/feed+json</c>.</param>
public sealed record FeedView(string Title, string Href, string Type)
{
    public bool IsAtom => Type == "application/atom+xml";
}

/// <summary>An anchor that links may still name, and what it leads to.</summary>
/// <param name="Anchor">To be the name of an element: unique on the page.</param>
/// <param name="Href">Where it is now.</param>
/// <param name="Text">What it is: of a comment, who wrote it and when.</param>
public sealed record MovedView(string Anchor, string Href, string Text);

/// <summary>A post as lists show it.</summary>
/// <param name="Entry">Its text is the summary.</param>
/// <param name="HasMore">The summary is not the whole text.</param>
public sealed record PostSummaryView(EntryView Entry, bool HasMore);

/// <summary>Entries of one day.</summary>
public sealed record DayView(DateView Date, IReadOnlyList<PostSummaryView> Posts);

/// <summary>A discussion as lists show it.</summary>
/// <param name="Href">Of the whole discussion; of its post where it has only one.</param>
/// <param name="Voices">Names, in the order of their first word.</param>
/// <param name="Opening">The opening words, as plain text.</param>
public sealed record DiscussionSummaryView(
    string Title, string Href, string? Language, string Opening, int Entries, int Posts, IReadOnlyList<AuthorView> Voices,
    DateView First, EntryLinkView LastWord, IReadOnlyList<LinkView> Themes)
{
    /// <summary><c>rtl</c> or <c>ltr</c>, where it is not the site's direction.</summary>
    public string? Direction { get; init; }

    /// <summary>A small picture of it, without links; empty in lists that show none.</summary>
    public Html Tree { get; init; } = Html.None;
}

/// <summary>A comment as lists show it.</summary>
/// <param name="Words">Its opening words, as plain text.</param>
/// <param name="Under">The post it stands under.</param>
public sealed record CommentSummaryView(EntryLinkView Entry, string Words, string? Language, LinkView Under)
{
    /// <summary>That of its words, <c>rtl</c> or <c>ltr</c>, where it is not the site's.</summary>
    public string? Direction { get; init; }
}

/// <summary>A theme as lists show it.</summary>
public sealed record ThemeSummaryView(string Title, string Href, string? Description, int Discussions, int Entries, IReadOnlyList<ThemeSummaryView> Parts);

public sealed record AuthorSummaryView(AuthorView Author, int Posts, int Comments, DateView? Latest);

/// <param name="Comments">Under posts of the month, whenever they were written.</param>
public sealed record MonthView(string Name, string Href, int Posts, int Comments);

/// <param name="Months">Those with posts.</param>
/// <param name="Comments">Under posts of the year, whenever they were written.</param>
public sealed record YearView(int Year, string Href, IReadOnlyList<MonthView> Months, int Posts, int Comments);

public sealed record HomeView : PageView
{
    public override string Kind => "home";

    /// <summary>Youngest first; posts that are pinned stand before them in <see cref="Pinned"/>.</summary>
    public required IReadOnlyList<DayView> Days { get; init; }

    public required IReadOnlyList<PostSummaryView> Pinned { get; init; }

    /// <summary>Where somebody spoke last; on the first page only.</summary>
    public required IReadOnlyList<DiscussionSummaryView> Discussions { get; init; }

    public required IReadOnlyList<CommentSummaryView> LatestComments { get; init; }
    public required IReadOnlyList<ThemeSummaryView> Themes { get; init; }
    public required IReadOnlyList<YearView> Years { get; init; }
}

public sealed record PostView : PageView
{
    public override string Kind => "post";
    public required EntryView Post { get; init; }
    public required IReadOnlyList<TurnView> Turns { get; init; }

    /// <summary>How many comments there are under the post, on all its pages.</summary>
    public required int Comments { get; init; }

    /// <summary>1, or more for a further page of comments.</summary>
    public required int Part { get; init; }

    /// <summary>How many there are.</summary>
    public required int Parts { get; init; }

    /// <summary>The comments as a list of links.</summary>
    public required IReadOnlyList<OutlineView> Outline { get; init; }

    /// <summary>A picture of the discussion, where the post is all of it; empty otherwise.</summary>
    public Html Tree { get; init; } = Html.None;

    /// <summary>The comments stand in the order of time, without nesting.</summary>
    public bool Chronological { get; init; }

    /// <summary>The same comments in the other order; null where both are one.</summary>
    public string? OtherOrder { get; init; }

    /// <summary>Posts that answer this one or one of its comments.</summary>
    public required IReadOnlyList<EntryLinkView> ContinuedIn { get; init; }

    /// <summary>The whole discussion, where it has several posts.</summary>
    public LinkView? Discussion { get; init; }

    /// <summary>Comments that stand on further pages, for links made when they stood here.</summary>
    public IReadOnlyList<MovedView> Elsewhere { get; init; } = [];

    /// <summary>The post before it and after it in time.</summary>
    public LinkView? Earlier { get; init; }

    public LinkView? Later { get; init; }
}

public sealed record DiscussionView : PageView
{
    public override string Kind => "discussion";
    public required DiscussionSummaryView Discussion { get; init; }
    public required IReadOnlyList<TurnView> Turns { get; init; }

    /// <summary>The entries as a list of links.</summary>
    public required IReadOnlyList<OutlineView> Outline { get; init; }

    /// <summary>A picture of the discussion.</summary>
    public Html Tree { get; init; } = Html.None;

    /// <summary>The entries stand in the order of time, without nesting.</summary>
    public bool Chronological { get; init; }

    /// <summary>The same entries in the other order.</summary>
    public string? OtherOrder { get; init; }
}

public sealed record ThemesView : PageView
{
    public override string Kind => "themes";

    /// <summary>Those that are part of no other.</summary>
    public required IReadOnlyList<ThemeSummaryView> Themes { get; init; }
}

public sealed record ThemeView : PageView
{
    public override string Kind => "theme";

    /// <summary>The introduction; on the first page only.</summary>
    public required Html Introduction { get; init; }

    public required int Entries { get; init; }
    public required int Total { get; init; }
    public required IReadOnlyList<DiscussionSummaryView> Discussions { get; init; }
    public required IReadOnlyList<ThemeSummaryView> Parts { get; init; }
    public string? Picture { get; init; }
    public IReadOnlyDictionary<string, object> Extra { get; init; } = new Dictionary<string, object>();
}

public sealed record AuthorsView : PageView
{
    public override string Kind => "authors";
    public required IReadOnlyList<AuthorSummaryView> Authors { get; init; }
}

/// <summary>An entry of an author: a post or a comment.</summary>
public sealed record AuthorEntryView(PostSummaryView? Post, CommentSummaryView? Comment);

public sealed record AuthorPageView : PageView
{
    public override string Kind => "author";
    public required AuthorView Author { get; init; }
    public string? Bio { get; init; }

    /// <summary>A picture of the author's entries by month; empty where one month has them all.</summary>
    public Html Activity { get; init; } = Html.None;

    public required int Posts { get; init; }
    public required int Comments { get; init; }
    public required IReadOnlyList<AuthorEntryView> Entries { get; init; }
    public IReadOnlyDictionary<string, object> Extra { get; init; } = new Dictionary<string, object>();
}

public sealed record ArchiveView : PageView
{
    public override string Kind => "archive";

    /// <summary>A picture of all entries by month; empty where one month has them all.</summary>
    public Html Activity { get; init; } = Html.None;

    public required IReadOnlyList<YearView> Years { get; init; }
}

public sealed record YearPageView : PageView
{
    public override string Kind => "year";
    public required YearView Year { get; init; }
}

public sealed record MonthPageView : PageView
{
    public override string Kind => "month";
    public required IReadOnlyList<DayView> Days { get; init; }
    public LinkView? Earlier { get; init; }
    public LinkView? Later { get; init; }
}

public sealed record StandingPageView : PageView
{
    public override string Kind => "page";
    public required Html Html { get; init; }
    public DateView? Updated { get; init; }

    /// <summary><c>rtl</c> or <c>ltr</c>, where it is not the site's direction.</summary>
    public string? Direction { get; init; }

    public IReadOnlyDictionary<string, object> Extra { get; init; } = new Dictionary<string, object>();
}

public sealed record SearchView : PageView
{
    public override string Kind => "search";

    /// <summary>The file that the script begins with.</summary>
    public required string Start { get; init; }

    /// <summary>What filters are called: an author's, a theme's, a year's, what is before, what is after; a space between them.</summary>
    public required string Keys { get; init; }
}

public sealed record NotFoundView : PageView
{
    public override string Kind => "not-found";
}

public sealed record RedirectView : PageView
{
    public override string Kind => "redirect";

    /// <summary>Where the page is now; null where only anchors of it are known.</summary>
    public string? Target { get; init; }
}
