using Palabre.Addressing;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Rendering;
using Palabre.Threading;

namespace Palabre.Site;

/// <summary>A feed that will be: where it stands, and how it is made when one of its files is wanted.</summary>
/// <param name="Source">What in the content asks for it.</param>
/// <param name="Archives">How many archives it has: see <see cref="Site.Feed.Archives"/>.</param>
internal sealed record PlannedFeed(Address Address, SourceLocation Source, int Archives, Func<PlannedFeed, Feed> Make)
{
    private readonly Lock one = new();
    private Feed? made;

    /// <summary>Of the same as a JSON Feed; null where there is none.</summary>
    internal Address? Json { get; init; }

    /// <summary>The one that it tells of; null: of several.</summary>
    internal Discussion? Discussion { get; init; }

    internal Feed Feed
    {
        get
        {
            lock (one) return made ??= Make(this);
        }
    }

    /// <summary>What a file of it is made of. One discussion says by itself which of its entries the files hold.</summary>
    internal void MadeOf(Ingredients ingredients, Func<Feed, IEnumerable<Entry>> entries)
    {
        if (Discussion is { } discussion) ingredients.Add(discussion);
        else Feed.MadeOf(ingredients, entries(Feed));
    }
}

/// <summary>
/// Every feed of a site: of its posts and of its comments, and one for each theme, author and post. Those of themes and
/// authors have their latest entries alone: all entries are in the archives of the first two.
/// </summary>
internal static class FeedPlan
{
    internal static IEnumerable<PlannedFeed> Make(Edition edition) =>
    [
        OfPosts(edition), OfComments(edition), .. OfThemes(edition), .. OfAuthors(edition),
        .. edition.Settings.PostFeeds ? edition.Archive.Posts.Select(p => OfPost(edition, p)) : [],
    ];

    private static PlannedFeed OfPosts(Edition edition) => new(AddressBook.Feed, new(SettingsReader.Path), Feed.ArchivesOf(edition.Archive.Posts.Count), planned => new()
    {
        Name = "/posts",
        Title = edition.Settings.Title,
        Address = planned.Address,
        Json = planned.Json,
        Page = AddressBook.Home,
        Source = planned.Source,
        Entries = edition.Archive.Posts,
    })
    { Json = AddressBook.JsonFeed };

    private static PlannedFeed OfComments(Edition edition) => new(
        AddressBook.CommentsFeed, new(SettingsReader.Path), Feed.ArchivesOf(edition.Archive.EntryCount - edition.Archive.Posts.Count), planned => new()
        {
            Name = "/comments",
            Title = edition.Strings.Text("feed.comments", edition.Settings.Title),
            Address = planned.Address,
            Page = AddressBook.Home,
            Source = planned.Source,
            Entries = Feed.InOrder(edition.Archive.Comments.SelectMany(c => c)),
        });

    /// <summary>The posts of a theme: what is said below them is in their own feeds.</summary>
    private static IEnumerable<PlannedFeed> OfThemes(Edition edition)
    {
        var posts = new Lazy<ILookup<string, Post>>(() => edition.Archive.Posts
            .SelectMany(post => edition.Listings.ThemeBook.Of(post).Select(theme => (theme.Key, Post: post)))
            .ToLookup(pair => pair.Key, pair => pair.Post, StringComparer.Ordinal));
        return edition.Archive.Themes.Select(theme => new PlannedFeed(
            AddressBook.FeedOf(edition.Addresses.Theme(theme)), theme.Source, Archives: 0, planned => new()
            {
                Name = "/theme/" + Uri.EscapeDataString(theme.Key),
                Title = edition.Strings.Text("feed.titled", edition.Settings.Title, theme.Title),
                Address = planned.Address,
                Json = planned.Json,
                Page = edition.Addresses.Theme(theme),
                Source = theme.Source,
                Entries = [.. posts.Value[theme.Key].TakeLast(Feed.Size)],
            })
        { Json = AddressBook.JsonFeedOf(edition.Addresses.Theme(theme)) });
    }

    private static IEnumerable<PlannedFeed> OfAuthors(Edition edition) => edition.Listings.Authors.Select(listing => new PlannedFeed(
        AddressBook.FeedOf(edition.Addresses.Author(listing.Author)), listing.Author.Source, Archives: 0, planned => new()
        {
            Name = "/author/" + Uri.EscapeDataString(listing.Author.Key),
            Title = edition.Strings.Text("feed.titled", edition.Settings.Title, listing.Author.Name),
            Address = planned.Address,
            Page = edition.Addresses.Author(listing.Author),
            Source = listing.Author.Source,
            Entries = [.. Feed.InOrder(listing.Entries).TakeLast(Feed.Size)],
        }));

    /// <summary>
    /// The whole discussion, of the post that opens it. Of one that itself answers: what stands on its page, which is its
    /// comments and the posts that answer here; the discussion's feed has all of it, and a long chain of posts does not
    /// become a feed of all that follows for each of them.
    /// </summary>
    private static PlannedFeed OfPost(Edition edition, Post post)
    {
        var (discussion, position) = edition.PlaceOf(post);
        var page = edition.Addresses.Post(post);
        // Of few turns, there is no need to count the entries among them.
        var archives = discussion.Turns[position].Below < Feed.Size ? 0 : Feed.ArchivesOf(OnPage(discussion, position).Count());
        return new(AddressBook.FeedOf(page), post.Source, archives, planned => new()
        {
            Discussion = discussion,
            Name = "/post/" + Uri.EscapeDataString(post.Id),
            Title = edition.Strings.Text("feed.titled", edition.Settings.Title, edition.Entries.TitleOf(post)),
            Address = planned.Address,
            Page = position == 0 && discussion.Posts.Count > 1 ? edition.Addresses.Discussion(discussion) : page,
            Source = post.Source,
            Entries = Feed.InOrder(OnPage(discussion, position)),
        })
        { Discussion = discussion };
    }

    private static IEnumerable<Entry> OnPage(Discussion discussion, int position)
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
