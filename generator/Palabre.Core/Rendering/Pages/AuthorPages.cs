using Palabre.Addressing;
using Palabre.Listing;
using Palabre.Model;
using Palabre.Rendering.Views;

namespace Palabre.Rendering;

/// <summary>The list of authors, and each author with their entries.</summary>
internal static class AuthorPages
{
    internal static IEnumerable<PlannedPage> Plan(Edition edition, PageFrame frame)
    {
        var all = edition.Addresses.Authors;
        yield return new(all, new("content/authors"), _ => new AuthorsView
        {
            Site = frame.Site,
            Title = edition.Strings.Text("nav.authors"),
            Href = edition.Addresses.Href(all),
            Canonical = edition.Addresses.Absolute(all),
            Language = edition.Settings.Language,
            Authors = [.. edition.Listings.Authors.Select(listing => Summary(edition, listing))],
        })
        { MadeOf = made => made.AddAll() };

        foreach (var listing in edition.Listings.Authors)
        {
            var count = PageFrame.Count(listing.Count, edition.Settings.PageSize);
            for (var number = 1; number <= count; number++)
            {
                var (n, address) = (number, AddressBook.Page(edition.Addresses.Author(listing.Author), number));
                yield return new(address, listing.Author.Source, _ => View(edition, frame, listing, n, count, address))
                {
                    Changed = listing.Latest,
                    IsListed = n == 1,
                    MadeOf = made =>
                    {
                        made.Add(listing.Author.Name);
                        made.Add(listing.Count);
                        made.Add(listing.Posts);
                        foreach (var entry in n == 1 ? listing.Entries : OnPage(edition, listing, n)) made.Add(entry);
                        if (listing.Latest is { } latest) made.Add(latest.Time.Ticks);
                    },
                };
            }
        }
    }

    private static AuthorSummaryView Summary(Edition edition, AuthorListing listing)
    {
        return new(edition.Entries.ViewOf(listing.Author), listing.Posts, listing.Count - listing.Posts,
            listing.Latest is { } latest ? edition.Entries.DateOf(latest) : null);
    }

    private static IEnumerable<Entry> OnPage(Edition edition, AuthorListing listing, int number) =>
        listing.Entries.Skip((number - 1) * edition.Settings.PageSize).Take(edition.Settings.PageSize);

    private static AuthorPageView View(Edition edition, PageFrame frame, AuthorListing listing, int number, int count, Address address)
    {
        var summary = Summary(edition, listing);
        return new()
        {
            Site = frame.Site,
            Title = frame.Numbered(listing.Author.Name, number),
            Description = listing.Author.Bio,
            Href = edition.Addresses.Href(address),
            Canonical = edition.Addresses.Absolute(address),
            Language = edition.Settings.Language,
            Breadcrumbs = [frame.Link("nav.authors", edition.Addresses.Authors)],
            Pager = frame.Pager(edition.Addresses.Author(listing.Author), number, count),
            Feeds = frame.FeedOf(edition.Addresses.Author(listing.Author), "feed.of_author", listing.Author.Name),
            Author = summary.Author,
            Bio = listing.Author.Bio,
            Activity = number == 1 ? frame.Activity(listing.Entries) : Html.None,
            Posts = summary.Posts,
            Comments = summary.Comments,
            Entries = [.. OnPage(edition, listing, number)
                .Select(entry => entry is Post post
                    ? new AuthorEntryView(edition.Entries.Summary(post), null)
                    : new AuthorEntryView(null, edition.Entries.CommentSummary((Comment)entry)))],
            Extra = listing.Author.Extra,
        };
    }
}
