using Palabre.Addressing;
using Palabre.Listing;
using Palabre.Model;
using Palabre.Threading;

namespace Palabre.Rendering;

/// <summary>Every page of the site.</summary>
public sealed class PagePlan
{
    private readonly Archive archive;
    private readonly Carried<IReadOnlyList<Post>, PlannedPage[]> home;
    private readonly Carried<Post, (Discussion Discussion, PlannedPage[] Pages)> posts;
    private readonly Carried<DiscussionSummary, PlannedPage[]> discussions;
    private readonly Carried<ThemeListing, PlannedPage[]> themes;
    private readonly Carried<AuthorListing, PlannedPage[]> authors;

    private PagePlan(Edition edition, Func<Address>? searches, PagePlan? before)
    {
        (archive, Material) = (edition.Archive, new(edition, searches is not null));
        // Addresses and sizes of pages are the settings'.
        if (before is not null && !ReferenceEquals(before.archive.Settings, archive.Settings)) before = null;
        var hasSameThemes = before is not null && ReferenceEquals(before.archive.Themes, archive.Themes);
        var (listings, lists) = (edition.Listings, Material.Lists);
        DiscussionSummary[] several = [.. listings.Discussions.Where(summary => summary.Discussion.Posts.Count > 1)];
        home = Carried<IReadOnlyList<Post>, PlannedPage[]>.Of(
            [listings.Posts], before?.home, (_, _) => true, _ => [.. HomePages.Plan(listings.Posts, archive.Settings.PageSize)]);
        // At once, since of each all turns are looked at.
        posts = Carried<Post, (Discussion Discussion, PlannedPage[] Pages)>.Of(
            archive.Posts, before?.posts,
            (i, known) => ReferenceEquals(known.Discussion, edition.Threads.Places[i].Discussion),
            i => (edition.Threads.Places[i].Discussion, [.. PostPages.Plan(edition, archive.Posts[i])]), jobs: -1);
        discussions = Carried<DiscussionSummary, PlannedPage[]>.Of(
            several, before?.discussions, (_, _) => true, i => [.. DiscussionPages.Plan(edition.Addresses, several[i])]);
        themes = Carried<ThemeListing, PlannedPage[]>.Of(
            listings.Themes, hasSameThemes ? before!.themes : null, (_, _) => true,
            i => [.. ThemePages.Plan(edition.Addresses, listings.Themes[i], archive.Settings.PageSize, lists.HasParts(listings.Themes[i].Theme))]);
        authors = Carried<AuthorListing, PlannedPage[]>.Of(
            listings.Authors, before?.authors, (_, _) => true,
            i => [.. AuthorPages.Plan(edition.Addresses, listings.Authors[i], archive.Settings.PageSize)]);
        PlannedPage[] pages =
        [
            .. home.Values[0],
            .. posts.Values.SelectMany(known => known.Pages),
            .. discussions.Values.SelectMany(known => known),
            ThemePages.All(edition.Addresses),
            .. themes.Values.SelectMany(known => known),
            AuthorPages.All(edition.Addresses),
            .. authors.Values.SelectMany(known => known),
            .. ArchivePages.Plan(edition),
            .. SinglePages.Plan(edition),
            .. searches is { } start ? SinglePages.Search(edition, start) : [],
        ];
        Pages = edition.Forwarding.IsEmpty ? pages
            : [.. pages.Select(page => ForwardPages.WithAnchors(edition, page)), .. ForwardPages.Plan(edition, pages)];
    }

    /// <summary>In an order that depends on the archive alone. No two of them should have one address: that is for
    /// <see cref="AddressCheck"/> to hold.</summary>
    public IReadOnlyList<PlannedPage> Pages { get; }

    public PageMaterial Material { get; }

    /// <summary>Those of posts that no earlier plan had.</summary>
    internal IEnumerable<PlannedPage> NewPagesOfPosts => posts.Made.SelectMany(i => posts.Values[i].Pages);

    /// <param name="searches">Gives the file that searches begin with, when the search page is made; null: there is none.</param>
    /// <param name="before">Of an earlier edition: pages about what is the very same are taken from it.</param>
    public static PagePlan Make(Edition edition, Func<Address>? searches = null, PagePlan? before = null) => new(edition, searches, before);
}
