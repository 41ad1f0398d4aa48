using Palabre.Addressing;

namespace Palabre.Rendering;

/// <summary>Every page of the site.</summary>
public static class PagePlan
{
    /// <summary>In an order that depends on the archive alone. No two of them should have one address: that is for
    /// <see cref="AddressCheck"/> to hold.</summary>
    /// <param name="searches">The file that searches begin with; null: there is no search page.</param>
    public static IReadOnlyList<PlannedPage> Make(Edition edition, Address? searches = null)
    {
        var frame = new PageFrame(edition, searches is not null);
        var lists = new ListViews(edition);
        PlannedPage[] pages =
        [
            .. HomePages.Plan(edition, frame, lists),
            .. PostPages.Plan(edition, frame),
            .. DiscussionPages.Plan(edition, frame, lists),
            .. ThemePages.Plan(edition, frame, lists),
            .. AuthorPages.Plan(edition, frame),
            .. ArchivePages.Plan(edition, frame, lists),
            .. SinglePages.Plan(edition, frame),
            .. SinglePages.Redirects(edition, frame),
            .. searches is { } start ? SinglePages.Search(edition, frame, start) : [],
        ];
        return pages;
    }
}
