using Palabre.Addressing;
using Palabre.Listing;
using Palabre.Model;
using Palabre.Rendering.Views;

namespace Palabre.Rendering;

/// <summary>The list of themes, and each theme with its discussions.</summary>
internal static class ThemePages
{
    /// <param name="source">Of its address.</param>
    internal static PlannedPage All(AddressBook addresses, SourceLocation source)
    {
        var all = addresses.Themes;
        return new(all, source, (material, _) => new ThemesView
        {
            Site = material.Frame.Site,
            Title = material.Edition.Strings.Text("nav.themes"),
            Href = material.Edition.Addresses.Href(all),
            Canonical = material.Edition.Addresses.Absolute(all),
            Language = material.Edition.Strings.Language,
            Themes = material.Lists.Themes(parent: null),
        })
        { MadeOf = made => made.AddAll() };
    }

    /// <param name="size">How many discussions a page shows.</param>
    /// <param name="hasParts">Other themes are part of it.</param>
    internal static IEnumerable<PlannedPage> Plan(AddressBook addresses, ThemeListing listing, int size, bool hasParts)
    {
        var (first, count) = (addresses.Theme(listing.Theme), PageFrame.Count(listing.Count, size));
        for (var number = 1; number <= count; number++)
        {
            var (n, address) = (number, AddressBook.Page(first, number));
            yield return new(address, listing.Theme.Source, (material, d) => View(material, listing, n, count, address, d))
            {
                Changed = () => listing.Latest,
                IsListed = n == 1,
                Near = OnPage(listing, n, size).FirstOrDefault()?.LastWord,
                MadeOf = made =>
                {
                    made.Add(listing.Entries);
                    made.Add(listing.Count);
                    foreach (var summary in OnPage(listing, n, size)) made.Add(summary.Discussion);
                    if (hasParts) made.AddAll();
                    if (n == 1) made.AddAddresses(); // the introduction may link to any
                },
            };
        }
    }

    private static IEnumerable<DiscussionSummary> OnPage(ThemeListing listing, int number, int size) => listing.Discussions.Skip((number - 1) * size).Take(size);

    private static ThemeView View(
        PageMaterial material, ThemeListing listing, int number, int count, Address address, List<Diagnostics.Diagnostic> diagnostics)
    {
        var (edition, frame, lists) = (material.Edition, material.Frame, material.Lists);
        var theme = listing.Theme;
        var parent = edition.Listings.Themes.FirstOrDefault(t => t.Theme.Key == theme.Parent)?.Theme;
        return new()
        {
            Site = frame.Site,
            Title = frame.Numbered(edition.Typeset(theme.Title), number),
            Description = theme.Description,
            Href = edition.Addresses.Href(address),
            Canonical = edition.Addresses.Absolute(address),
            Language = edition.Strings.Language,
            Breadcrumbs = [frame.Link("nav.themes", edition.Addresses.Themes),
                .. parent is null ? Array.Empty<LinkView>() : [new(edition.Typeset(parent.Title), edition.Addresses.Href(edition.Addresses.Theme(parent)))]],
            Pager = frame.Pager(edition.Addresses.Theme(theme), number, count),
            Feeds = edition.Settings.Origin is null ? [] :
            [
                .. frame.FeedOf(edition.Addresses.Theme(theme), "feed.of_theme", theme.Title),
                new(edition.Strings.Text("feed.of_theme", theme.Title),
                    edition.Addresses.Href(AddressBook.JsonFeedOf(edition.Addresses.Theme(theme))), "application/feed+json"),
            ],
            Introduction = number == 1 ? edition.Prose(theme.Body, theme.BodySource, null, diagnostics) : Html.None,
            Entries = listing.Entries,
            Total = listing.Count,
            Discussions = [.. OnPage(listing, number, edition.Settings.PageSize)
                .Select(summary => lists.Discussion(summary) with { Tree = frame.Tree(summary.Discussion, withLinks: false) })],
            Parts = lists.Themes(theme.Key),
            Picture = theme.Image is { } image && edition.Links.Picture(image.Text, theme.Source.File, null) is { } picture
                ? edition.Addresses.Href(picture.Address) : null,
            Extra = theme.Extra,
        };
    }
}
