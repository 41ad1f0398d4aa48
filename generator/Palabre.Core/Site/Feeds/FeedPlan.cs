using Palabre.Addressing;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Rendering;

namespace Palabre.Site;

/// <summary>
/// Every feed of a site: of its posts and of its comments, and one for each theme, author and post. Those of themes and
/// authors have their latest entries alone: all entries are in the archives of the first two.
/// </summary>
internal static class FeedPlan
{
    internal static IEnumerable<Feed> Make(Edition edition) =>
    [
        OfPosts(edition), OfComments(edition), .. OfThemes(edition), .. OfAuthors(edition),
        .. edition.Settings.PostFeeds ? edition.Archive.Posts.Select(p => OfPost(edition, p)) : [],
    ];

    private static Feed OfPosts(Edition edition) => new()
    {
        Name = "/posts",
        Title = edition.Settings.Title,
        Address = AddressBook.Feed,
        Json = AddressBook.JsonFeed,
        Page = AddressBook.Home,
        Source = new(SettingsReader.Path),
        Entries = edition.Archive.Posts,
    };

    private static Feed OfComments(Edition edition) => new()
    {
        Name = "/comments",
        Title = edition.Strings.Text("feed.comments", edition.Settings.Title),
        Address = AddressBook.CommentsFeed,
        Page = AddressBook.Home,
        Source = new(SettingsReader.Path),
        Entries = Feed.InOrder(edition.Archive.Comments.SelectMany(c => c)),
    };

    /// <summary>The posts of a theme: what is said below them is in their own feeds.</summary>
    private static IEnumerable<Feed> OfThemes(Edition edition)
    {
        var posts = edition.Archive.Posts
            .SelectMany(post => edition.Listings.ThemeBook.Of(post).Select(theme => (theme.Key, Post: post)))
            .ToLookup(pair => pair.Key, pair => pair.Post, StringComparer.Ordinal);
        return edition.Archive.Themes.Select(theme => new Feed
        {
            Name = "/theme/" + Uri.EscapeDataString(theme.Key),
            Title = edition.Strings.Text("feed.titled", edition.Settings.Title, theme.Title),
            Address = AddressBook.FeedOf(edition.Addresses.Theme(theme)),
            Json = AddressBook.JsonFeedOf(edition.Addresses.Theme(theme)),
            Page = edition.Addresses.Theme(theme),
            Source = theme.Source,
            Entries = [.. posts[theme.Key].TakeLast(Feed.Size)],
        });
    }

    private static IEnumerable<Feed> OfAuthors(Edition edition) => edition.Listings.Authors.Select(listing => new Feed
    {
        Name = "/author/" + Uri.EscapeDataString(listing.Author.Key),
        Title = edition.Strings.Text("feed.titled", edition.Settings.Title, listing.Author.Name),
        Address = AddressBook.FeedOf(edition.Addresses.Author(listing.Author)),
        Page = edition.Addresses.Author(listing.Author),
        Source = listing.Author.Source,
        Entries = [.. Feed.InOrder(listing.Entries).TakeLast(Feed.Size)],
    });

    /// <summary>
    /// The whole discussion, of the post that opens it. Of one that itself answers: what stands on its page, which is its
    /// comments and the posts that answer here; the discussion's feed has all of it, and a long chain of posts does not
    /// become a feed of all that follows for each of them.
    /// </summary>
    private static Feed OfPost(Edition edition, Post post)
    {
        var (discussion, position) = edition.PlaceOf(post);
        return new()
        {
            Discussion = discussion,
            Name = "/post/" + Uri.EscapeDataString(post.Id),
            Title = edition.Strings.Text("feed.titled", edition.Settings.Title, edition.Entries.TitleOf(post)),
            Address = AddressBook.FeedOf(edition.Addresses.Post(post)),
            Page = position == 0 && discussion.Posts.Count > 1 ? edition.Addresses.Discussion(discussion) : edition.Addresses.Post(post),
            Source = post.Source,
            Entries = Feed.InOrder(OnPage()),
        };

        IEnumerable<Entry> OnPage()
        {
            var last = position + discussion.Turns[position].Below;
            for (var i = position; i <= last; i++)
            {
                if (discussion.Turns[i].Entry is not { } entry) continue;
                yield return entry;
                if (position > 0 && i > position && entry is Post) i += discussion.Turns[i].Below;
            }
        }
    }
}
