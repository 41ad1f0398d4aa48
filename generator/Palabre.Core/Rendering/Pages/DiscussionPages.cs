using Palabre.Addressing;
using Palabre.Listing;
using Palabre.Rendering.Views;
using Palabre.Threading;

namespace Palabre.Rendering;

/// <summary>Discussions of several posts, whole: every entry stands here too, and its canonical place is elsewhere.</summary>
internal static class DiscussionPages
{
    internal static IEnumerable<PlannedPage> Plan(AddressBook addresses, DiscussionSummary summary)
    {
        int[] positions = [.. Enumerable.Range(0, summary.Discussion.Turns.Count)];
        return Plan(new(summary, positions, addresses.Discussion(summary.Discussion), TimeOrder.IsAnother(summary.Discussion, positions)));
    }

    private static IEnumerable<PlannedPage> Plan(WholeDiscussion page)
    {
        var (discussion, source) = (page.Summary.Discussion, page.Summary.Discussion.Opening.Source);
        yield return new(page.Address, source, (material, _) => View(material, page, chronological: false))
        {
            Changed = () => page.Summary.LastWord.Date,
            Discussion = discussion,
            Near = discussion.Opening,
        };
        if (!page.HasTwoOrders) yield break;
        yield return new(AddressBook.Chronological(page.Address), source, (material, _) => View(material, page, chronological: true))
        {
            IsListed = false,
            Discussion = discussion,
            Near = discussion.Opening,
        };
    }

    /// <param name="Positions">Of all its turns.</param>
    /// <param name="Address">Of its page in the order of replies.</param>
    private sealed record WholeDiscussion(DiscussionSummary Summary, int[] Positions, Address Address, bool HasTwoOrders);

    /// <summary>What is wrong with a text is reported from the page where it has its canonical place.</summary>
    private static EntryView? Whole(Edition edition, Turn turn) =>
        turn.Entry is { } entry ? edition.Entries.Whole(entry, Anchor.OnSharedPage(entry), []) : null;

    private static DiscussionView View(PageMaterial material, WholeDiscussion page, bool chronological)
    {
        var (edition, frame, lists) = (material.Edition, material.Frame, material.Lists);
        var (summary, positions, address, hasTwoOrders) = page;
        var maker = new TurnViewMaker(edition, summary.Discussion, positions, -1);
        var turns = chronological ? maker.Chronological(turn => Whole(edition, turn)) : maker.Nested(turn => Whole(edition, turn));
        var view = lists.Discussion(summary);
        var byTime = AddressBook.Chronological(address);
        return new()
        {
            Site = frame.Site,
            Title = edition.Strings.Text("discussion.title", view.Title),
            Description = view.Opening.Length > 0 ? view.Opening : null,
            Href = edition.Addresses.Href(chronological ? byTime : address),
            Canonical = edition.Addresses.Absolute(address),
            NoIndex = chronological,
            Language = summary.Discussion.Opening.Language ?? edition.Settings.Language,
            Feeds = frame.Feeds(summary.Discussion, summary.Discussion.Opening),
            Markdown = frame.Markdown(summary.Discussion),
            Discussion = view,
            Turns = turns,
            Outline = TurnViewMaker.Outline(turns, edition),
            Tree = frame.Tree(summary.Discussion, withLinks: true),
            Chronological = chronological,
            OtherOrder = hasTwoOrders ? edition.Addresses.Href(chronological ? address : byTime) : null,
        };
    }
}
