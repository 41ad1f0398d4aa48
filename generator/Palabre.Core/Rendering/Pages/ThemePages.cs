using Palabre.Addressing;
using Palabre.Listing;
using Palabre.Rendering.Views;

namespace Palabre.Rendering;

/// <summary>The list of themes, and each theme with its discussions.</summary>
internal static class ThemePages
{
    internal static IEnumerable<PlannedPage> Plan(Edition edition, PageFrame frame, ListViews lists)
    {
        var all = edition.Addresses.Themes;
        yield return new(all, new("themes"), _ => new ThemesView
        {
            Site = frame.Site,
            Title = edition.Strings.Text("nav.themes"),
            Href = edition.Addresses.Href(all),
            Canonical = edition.Addresses.Absolute(all),
            Language = edition.Settings.Language,
            Themes = lists.Themes(parent: null),
        })
        { MadeOf = made => made.AddAll() };

        foreach (var listing in edition.Listings.Themes)
        {
            var count = PageFrame.Count(listing.Count, edition.Settings.PageSize);
            for (var number = 1; number <= count; number++)
            {
                var (n, address) = (number, AddressBook.Page(edition.Addresses.Theme(listing.Theme), number));
                yield return new(address, listing.Theme.Source, d => View(edition, frame, lists, listing, n, count, address, d))
                {
                    Changed = listing.Latest,
                    IsListed = n == 1,
                    MadeOf = made =>
                    {
                        made.Add(listing.Entries);
                        made.Add(listing.Count);
                        foreach (var summary in OnPage(edition, listing, n)) made.Add(summary.Discussion);
                        if (lists.HasParts(listing.Theme)) made.AddAll();
                        if (n == 1) made.AddAddresses(); // the introduction may link to any
                    },
                };
            }
        }
    }

    private static IEnumerable<DiscussionSummary> OnPage(Edition edition, ThemeListing listing, int number) =>
        listing.Discussions.Skip((number - 1) * edition.Settings.PageSize).Take(edition.Settings.PageSize);

    private static ThemeView View(
        Edition edition, PageFrame frame, ListViews lists, ThemeListing listing, int number, int count, Address address,
        List<Diagnostics.Diagnostic> diagnostics)
    {
        var theme = listing.Theme;
        var parent = edition.Listings.Themes.FirstOrDefault(t => t.Theme.Key == theme.Parent)?.Theme;
        return new()
        {
            Site = frame.Site,
            Title = frame.Numbered(theme.Title, number),
            Description = theme.Description,
            Href = edition.Addresses.Href(address),
            Canonical = edition.Addresses.Absolute(address),
            Language = edition.Settings.Language,
            Breadcrumbs = [frame.Link("nav.themes", edition.Addresses.Themes),
                .. parent is null ? Array.Empty<LinkView>() : [new(parent.Title, edition.Addresses.Href(edition.Addresses.Theme(parent)))]],
            Pager = frame.Pager(edition.Addresses.Theme(theme), number, count),
            Feeds = edition.Settings.Origin is null ? [] :
            [
                .. frame.FeedOf(edition.Addresses.Theme(theme), "feed.of_theme", theme.Title),
                new(edition.Strings.Text("feed.of_theme", theme.Title),
                    edition.Addresses.Href(AddressBook.JsonFeedOf(edition.Addresses.Theme(theme))), "application/feed+json"),
            ],
            Introduction = number == 1 ? edition.Prose(theme.Body, theme.BodySource, AddressBook.Page(address, 1), null, diagnostics) : Html.None,
            Entries = listing.Entries,
            Total = listing.Count,
            Discussions = [.. OnPage(edition, listing, number)
                .Select(summary => lists.Discussion(summary) with { Tree = frame.Tree(summary.Discussion, withLinks: false) })],
            Parts = lists.Themes(theme.Key),
            Picture = theme.Image is { } image && edition.Links.Picture(image.Text, theme.Source.File, null) is { } picture
                ? edition.Addresses.Href(picture.Address) : null,
            Extra = theme.Extra,
        };
    }
}
