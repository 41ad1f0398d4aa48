using Palabre.Addressing;
using Palabre.Listing;
using Palabre.Rendering.Views;
using Palabre.Threading;

namespace Palabre.Rendering;

/// <summary>Discussions of several posts, whole: every entry stands here too, and its canonical place is elsewhere.</summary>
internal static class DiscussionPages
{
    internal static IEnumerable<PlannedPage> Plan(Edition edition, PageFrame frame, ListViews lists)
    {
        foreach (var summary in edition.Listings.Discussions)
        {
            if (summary.Discussion.Posts.Count == 1) continue;
            var (address, source) = (edition.Addresses.Discussion(summary.Discussion), summary.Discussion.Opening.Source);
            int[] positions = [.. Enumerable.Range(0, summary.Discussion.Turns.Count)];
            var hasTwoOrders = TimeOrder.IsAnother(summary.Discussion, positions);
            DiscussionView View(bool chronological)
            {
                var maker = new TurnViewMaker(edition, summary.Discussion, positions, -1);
                return Page(
                    edition, frame, summary, lists, address, hasTwoOrders, chronological,
                    chronological ? maker.Chronological(turn => Whole(edition, turn)) : maker.Nested(turn => Whole(edition, turn)));
            }

            yield return new(address, source, _ => View(false))
            {
                Changed = summary.LastWord.Date,
                Discussion = summary.Discussion,
                MadeOf = made => made.Add(summary.Discussion),
            };
            if (!hasTwoOrders) continue;
            yield return new(AddressBook.Chronological(address), source, _ => View(true))
            {
                IsListed = false,
                Discussion = summary.Discussion,
                MadeOf = made => made.Add(summary.Discussion),
            };
        }
    }

    /// <summary>What is wrong with a text is reported from the page where it has its canonical place.</summary>
    private static EntryView? Whole(Edition edition, Turn turn) =>
        turn.Entry is { } entry ? edition.Entries.Whole(entry, Anchor.OnSharedPage(entry), []) : null;

    private static DiscussionView Page(
        Edition edition, PageFrame frame, DiscussionSummary summary, ListViews lists, Address address, bool hasTwoOrders,
        bool chronological, IReadOnlyList<TurnView> turns)
    {
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
            Outline = TurnViewMaker.Outline(turns),
            Tree = frame.Tree(summary.Discussion, withLinks: true),
            Chronological = chronological,
            OtherOrder = hasTwoOrders ? edition.Addresses.Href(chronological ? address : byTime) : null,
        };
    }
}
