using Palabre.Addressing;
using Palabre.Listing;
using Palabre.Rendering.Views;

namespace Palabre.Rendering;

/// <summary>Discussions of several posts, whole: every entry stands here too, and its canonical place is elsewhere.</summary>
internal static class DiscussionPages
{
    internal static IEnumerable<PlannedPage> Plan(Edition edition, PageFrame frame, ListViews lists) =>
        from summary in edition.Listings.Discussions
        where summary.Discussion.Posts.Count > 1
        let address = edition.Addresses.Discussion(summary.Discussion)
        select new PlannedPage(address, summary.Discussion.Opening.Source, _ => View(edition, frame, lists, summary, address))
        {
            Changed = summary.LastWord.Date,
        };

    private static DiscussionView View(Edition edition, PageFrame frame, ListViews lists, DiscussionSummary summary, Address address)
    {
        var opening = summary.Discussion.Opening;
        var view = lists.Discussion(summary);
        int[] positions = [.. Enumerable.Range(0, summary.Discussion.Turns.Count)];
        return new()
        {
            Site = frame.Site,
            Title = edition.Strings.Text("discussion.title", view.Title),
            Description = view.Opening.Length > 0 ? view.Opening : null,
            Href = edition.Addresses.Href(address),
            Canonical = edition.Addresses.Absolute(address),
            Language = opening.Language ?? edition.Settings.Language,
            Discussion = view,
            // What is wrong with a text is reported from the page where it has its canonical place.
            Turns = TurnViewMaker.Make(summary.Discussion, positions, -1, edition, turn =>
                turn.Entry is { } entry ? edition.Entries.Whole(entry, Anchor.OnSharedPage(entry), []) : null),
        };
    }
}
