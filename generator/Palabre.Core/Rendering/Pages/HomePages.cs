using Palabre.Addressing;
using Palabre.Listing;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Rendering.Views;

namespace Palabre.Rendering;

/// <summary>The home page and its further pages: what is being talked about, then posts by day.</summary>
internal static class HomePages
{
    private const int LatestDiscussions = 6;

    /// <param name="size">How many posts a page shows.</param>
    internal static IEnumerable<PlannedPage> Plan(IReadOnlyList<Post> posts, int size)
    {
        var count = PageFrame.Count(posts.Count, size);
        for (var number = 1; number <= count; number++)
        {
            var (n, address) = (number, AddressBook.Page(AddressBook.Home, number));
            Post[] shown = [.. posts.Skip((n - 1) * size).Take(size)];
            yield return new(address, new(SettingsReader.Path), (material, _) => View(material, shown, n, count, address))
            {
                Changed = () => shown.Length > 0 ? shown.Max(p => p.Date) : null,
                IsListed = n == 1,
                MadeOf = made =>
                {
                    made.Add(count);
                    foreach (var post in shown) made.Add(post);
                    if (n == 1) made.AddAll();
                },
            };
        }
    }

    private static HomeView View(PageMaterial material, Post[] posts, int number, int count, Address address)
    {
        var (edition, frame, lists) = (material.Edition, material.Frame, material.Lists);
        var isFirst = number == 1;
        return new()
        {
            Site = frame.Site,
            Title = frame.Numbered(edition.Settings.Title, number),
            Description = isFirst ? edition.Settings.Description : null,
            Href = edition.Addresses.Href(address),
            Canonical = edition.Addresses.Absolute(address),
            Language = edition.Strings.Language,
            Pager = frame.Pager(AddressBook.Home, number, count),
            Pinned = [.. posts.Where(p => p.Pinned).Select(edition.Entries.Summary)],
            Days = lists.ByDay(posts.Where(p => !p.Pinned)),
            Discussions = isFirst
                ? [.. Lister.LastWordFirst(edition.Listings.Discussions).Take(LatestDiscussions).Select(lists.Discussion)] : [],
            LatestComments = isFirst ? [.. edition.Listings.LatestComments.Select(edition.Entries.CommentSummary)] : [],
            Themes = isFirst ? lists.Themes(parent: null) : [],
            Years = isFirst ? lists.Years() : [],
        };
    }
}
