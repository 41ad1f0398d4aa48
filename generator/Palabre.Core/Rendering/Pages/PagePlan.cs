using Palabre.Addressing;

namespace Palabre.Rendering;

/// <summary>Every page of the site.</summary>
public static class PagePlan
{
    /// <summary>In an order that depends on the archive alone. No two of them should have one address: that is for
    /// <see cref="AddressCheck"/> to hold.</summary>
    /// <param name="searches">Gives the file that searches begin with, when the search page is made; null: there is none.</param>
    public static IReadOnlyList<PlannedPage> Make(Edition edition, Func<Address>? searches = null)
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
            .. searches is { } start ? SinglePages.Search(edition, frame, start) : [],
        ];
        var data = new PageData(edition.Settings);
        return
        [
            .. pages.Select(page => page with { View = diagnostics => data.With(page.View(diagnostics)) }).Select(page => ForwardPages.WithAnchors(edition, page)),
            .. ForwardPages.Plan(edition, frame, pages),
        ];
    }
}
