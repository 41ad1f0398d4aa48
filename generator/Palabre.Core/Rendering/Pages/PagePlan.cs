using Palabre.Addressing;
using Palabre.Listing;
using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>Every page of the site.</summary>
public sealed class PagePlan
{
    private readonly Archive archive;
    private readonly PageGroups<IReadOnlyList<Post>> home;
    private readonly PageGroups<Post> posts;
    private readonly PageGroups<DiscussionSummary> discussions;
    private readonly PageGroups<ThemeListing> themes;
    private readonly PageGroups<AuthorListing> authors;
    private readonly PlannedPage[] pages;

    private PagePlan(Edition edition, Func<Address>? searches, PagePlan? before)
    {
        (archive, Material) = (edition.Archive, new(edition, searches is not null));
        // Addresses and sizes of pages are the settings'.
        if (before is not null && !ReferenceEquals(before.archive.Settings, archive.Settings)) before = null;
        var hasSameThemes = before is not null && ReferenceEquals(before.archive.Themes, archive.Themes);
        var (listings, lists) = (edition.Listings, Material.Lists);
        DiscussionSummary[] several = [.. listings.Discussions.Where(summary => summary.IsOfSeveral)];
        home = PageGroups<IReadOnlyList<Post>>.Of(
            [listings.Posts], before?.home, holds: null, _ => HomePages.Plan(listings.Posts, archive.Settings.PageSize));
        // At once, since of each all turns are looked at. Every post has a page, which is about one discussion.
        posts = PageGroups<Post>.Of(
            archive.Posts, before?.posts,
            (i, known) => ReferenceEquals(known[0].Discussion, edition.Threads.Places[i].Discussion),
            i => PostPages.Plan(edition, archive.Posts[i]), edition.Jobs);
        discussions = PageGroups<DiscussionSummary>.Of(
            several, before?.discussions, holds: null, i => DiscussionPages.Plan(edition.Addresses, several[i]));
        themes = PageGroups<ThemeListing>.Of(
            listings.Themes, hasSameThemes ? before!.themes : null, holds: null,
            i => ThemePages.Plan(edition.Addresses, listings.Themes[i], archive.Settings.PageSize, lists.HasParts(listings.Themes[i].Theme)));
        authors = PageGroups<AuthorListing>.Of(
            listings.Authors, before?.authors, holds: null,
            i => AuthorPages.Plan(edition.Addresses, listings.Authors[i], archive.Settings.PageSize));
        pages =
        [
            .. home.All,
            .. posts.All,
            .. discussions.All,
            ThemePages.All(edition.Addresses, edition.Settings.Urls.SourceOf("themes", "themes")),
            .. themes.All,
            AuthorPages.All(edition.Addresses, edition.Settings.Urls.SourceOf("authors", "content/authors")),
            .. authors.All,
            .. ArchivePages.Plan(edition),
            .. SinglePages.Plan(edition),
            .. searches is { } start ? SinglePages.Search(edition, start) : [],
        ];
        if (!edition.Forwarding.IsEmpty)
            pages = [.. pages.Select(page => ForwardPages.WithAnchors(edition, page)), .. ForwardPages.Plan(edition, pages)];
        (Claims, EntryCount, ListedCount) = before?.pages.Length == pages.Length ? SummedUp(before) : SummedUp();
    }

    /// <summary>In an order that depends on the archive alone. No two of them should have one address: that is for
    /// <see cref="AddressCheck"/> to hold.</summary>
    public IReadOnlyList<PlannedPage> Pages => pages;

    public PageMaterial Material { get; }

    /// <summary>In step with the pages. The very object of an earlier plan that claimed the same.</summary>
    internal Claim[] Claims { get; }

    /// <summary>How many entries have their canonical place on the pages.</summary>
    internal int EntryCount { get; }

    /// <summary>How many pages search engines are told about.</summary>
    internal int ListedCount { get; }

    /// <summary>Those of posts that no earlier plan had.</summary>
    internal IEnumerable<PlannedPage> NewPagesOfPosts => posts.New;

    /// <param name="searches">Gives the file that searches begin with, when the search page is made; null: there is none.</param>
    /// <param name="before">Of an earlier edition: pages about what is the very same are taken from it.</param>
    public static PagePlan Make(Edition edition, Func<Address>? searches = null, PagePlan? before = null) => new(edition, searches, before);

    private static Claim ClaimOf(PlannedPage page) => new(page.Address, page.Source);

    private (Claim[] Claims, int Entries, int Listed) SummedUp() =>
        ([.. pages.Select(ClaimOf)], pages.Sum(page => page.Entries.Count), pages.Count(page => page.IsListed));

    /// <summary>The same, by the pages that an earlier plan of as many had not.</summary>
    private (Claim[] Claims, int Entries, int Listed) SummedUp(PagePlan before)
    {
        var (claims, entries, listed) = (before.Claims, before.EntryCount, before.ListedCount);
        foreach (var i in Identity.Differences<PlannedPage>(pages, before.pages))
        {
            var (page, then) = (pages[i], before.pages[i]);
            entries += page.Entries.Count - then.Entries.Count;
            listed += (page.IsListed ? 1 : 0) - (then.IsListed ? 1 : 0);
            if (ClaimOf(page) == claims[i]) continue;
            if (ReferenceEquals(claims, before.Claims)) claims = [.. claims];
            claims[i] = ClaimOf(page);
        }

        return (claims, entries, listed);
    }
}
