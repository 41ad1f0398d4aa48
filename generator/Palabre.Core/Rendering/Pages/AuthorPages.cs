using Palabre.Addressing;
using Palabre.Listing;
using Palabre.Model;
using Palabre.Rendering.Views;

namespace Palabre.Rendering;

/// <summary>The list of authors, and each author with their entries.</summary>
internal static class AuthorPages
{
    /// <inheritdoc cref="ThemePages.All"/>
    internal static PlannedPage All(AddressBook addresses, SourceLocation source)
    {
        var all = addresses.Authors;
        return new(all, source, (material, _) => new AuthorsView
        {
            Site = material.Frame.Site,
            Title = material.Edition.Strings.Text("nav.authors"),
            Href = material.Edition.Addresses.Href(all),
            Canonical = material.Edition.Addresses.Absolute(all),
            Language = material.Edition.Strings.Language,
            Authors = [.. material.Edition.Listings.Authors.Select(listing => Summary(material.Edition, listing))],
        })
        { MadeOf = made => made.AddAll() };
    }

    /// <param name="size">How many entries a page shows.</param>
    internal static IEnumerable<PlannedPage> Plan(AddressBook addresses, AuthorListing listing, int size)
    {
        var (first, count) = (addresses.Author(listing.Author), PageFrame.Count(listing.Count, size));
        for (var number = 1; number <= count; number++)
        {
            var (n, address) = (number, AddressBook.Page(first, number));
            yield return new(address, listing.Author.Source, (material, _) => View(material, listing, n, count, address))
            {
                Changed = () => listing.Latest,
                IsListed = n == 1,
                Near = OnPage(listing, n, size).LastOrDefault(),
                MadeOf = made =>
                {
                    made.Add(listing.Author.Name);
                    made.Add(listing.Count);
                    made.Add(listing.Posts);
                    foreach (var entry in n == 1 ? listing.Entries : OnPage(listing, n, size)) made.Add(entry);
                    if (listing.Latest is { } latest) made.Add(latest.Time.Ticks);
                },
            };
        }
    }

    private static AuthorSummaryView Summary(Edition edition, AuthorListing listing)
    {
        return new(edition.Entries.ViewOf(listing.Author), listing.Posts, listing.Count - listing.Posts,
            listing.Latest is { } latest ? edition.Entries.DateOf(latest) : null);
    }

    private static IEnumerable<Entry> OnPage(AuthorListing listing, int number, int size) => listing.Entries.Skip((number - 1) * size).Take(size);

    private static AuthorPageView View(PageMaterial material, AuthorListing listing, int number, int count, Address address)
    {
        var (edition, frame) = (material.Edition, material.Frame);
        var summary = Summary(edition, listing);
        return new()
        {
            Site = frame.Site,
            Title = frame.Numbered(listing.Author.Name, number),
            Description = listing.Author.Bio,
            Href = edition.Addresses.Href(address),
            Canonical = edition.Addresses.Absolute(address),
            Language = edition.Strings.Language,
            Breadcrumbs = [frame.Link("nav.authors", edition.Addresses.Authors)],
            Pager = frame.Pager(edition.Addresses.Author(listing.Author), number, count),
            Feeds = frame.FeedOf(edition.Addresses.Author(listing.Author), "feed.of_author", listing.Author.Name),
            Author = summary.Author,
            Bio = listing.Author.Bio,
            Activity = number == 1 ? frame.Activity(listing.Entries) : Html.None,
            Posts = summary.Posts,
            Comments = summary.Comments,
            Entries = [.. OnPage(listing, number, edition.Settings.PageSize)
                .Select(entry => entry is Post post
                    ? new AuthorEntryView(edition.Entries.Summary(post), null)
                    : new AuthorEntryView(null, edition.Entries.CommentSummary((Comment)entry)))],
            Extra = listing.Author.Extra,
        };
    }
}
