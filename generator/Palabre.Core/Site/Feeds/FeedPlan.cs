using Palabre.Addressing;
using Palabre.Listing;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Rendering;
using Palabre.Threading;

namespace Palabre.Site;

/// <summary>
/// A feed that will be: where it stands, and how it is made when one of its files is wanted. It holds no edition, so that the
/// plan of the next may have it where what it is about is the same.
/// </summary>
/// <param name="Source">What in the content asks for it.</param>
/// <param name="Archives">How many archives it has: see <see cref="Site.Feed.Archives"/>.</param>
internal sealed record PlannedFeed(Address Address, SourceLocation Source, int Archives, Func<Edition, PlannedFeed, Feed> Make)
{
    /// <summary>Of the same as a JSON Feed; null where there is none.</summary>
    internal Address? Json { get; init; }

    /// <summary>The one that it tells of; null: of several.</summary>
    internal Discussion? Discussion { get; init; }

    /// <summary>The one below which all of it stands; null: of several.</summary>
    internal Post? Post { get; init; }

    internal int FileCount => 1 + Archives + (Json is null ? 0 : 1);

    /// <summary>Whether it has files at the same places, on the same account.</summary>
    internal bool HasSamePlaces(PlannedFeed other) =>
        Address == other.Address && Source == other.Source && Archives == other.Archives && Json == other.Json;
}

/// <summary>
/// Every feed of a site: of its posts and of its comments, and one for each theme, author and post. Those of themes and
/// authors have their latest entries alone: all entries are in the archives of the first two.
/// </summary>
internal sealed class FeedPlan
{
    private readonly Settings settings;
    private readonly Carried<AuthorListing, PlannedFeed> authors;
    private readonly Carried<Post, PlannedFeed> posts;

    /// <param name="before">Of an earlier edition: feeds about what is the very same are taken from it.</param>
    internal FeedPlan(Edition edition, FeedPlan? before)
    {
        settings = edition.Settings;
        if (before is not null && !ReferenceEquals(before.settings, settings)) before = null;
        authors = Carried<AuthorListing, PlannedFeed>.Of(
            edition.Listings.Authors, before?.authors, holds: null, i => OfAuthor(edition.Addresses, edition.Listings.Authors[i]));
        posts = Carried<Post, PlannedFeed>.Of(
            settings.PostFeeds ? edition.Archive.Posts : [], before?.posts,
            (i, feed) => ReferenceEquals(feed.Discussion, edition.Threads.Places[i].Discussion),
            i => OfPost(edition.Addresses, edition.Archive.Posts[i], edition.Threads.Places[i]), edition.Jobs);
        All = [OfPosts(edition.Archive), OfComments(edition.Archive), .. OfThemes(edition), .. authors.Values, .. posts.Values];
    }

    internal PlannedFeed[] All { get; }

    private static PlannedFeed OfPosts(Archive archive) => new(AddressBook.Feed, new(SettingsReader.Path), Feed.ArchivesOf(archive.Posts.Count), (edition, planned) => new()
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

    private static PlannedFeed OfComments(Archive archive) => new(
        AddressBook.CommentsFeed, new(SettingsReader.Path), Feed.ArchivesOf(archive.EntryCount - archive.Posts.Count), (edition, planned) => new()
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
            AddressBook.FeedOf(edition.Addresses.Theme(theme)), theme.Source, Archives: 0, (_, planned) => new()
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

    private static PlannedFeed OfAuthor(AddressBook addresses, AuthorListing listing) => new(
        AddressBook.FeedOf(addresses.Author(listing.Author)), listing.Author.Source, Archives: 0, (edition, planned) => new()
        {
            Name = "/author/" + Uri.EscapeDataString(listing.Author.Key),
            Title = edition.Strings.Text("feed.titled", edition.Settings.Title, listing.Author.Name),
            Address = planned.Address,
            Page = edition.Addresses.Author(listing.Author),
            Source = listing.Author.Source,
            Entries = [.. Feed.InOrder(listing.Entries).TakeLast(Feed.Size)],
        });

    /// <summary>
    /// The whole discussion, of the post that opens it. Of one that itself answers: what stands on its page, which is its
    /// comments and the posts that answer here; the discussion's feed has all of it, and a long chain of posts does not
    /// become a feed of all that follows for each of them.
    /// </summary>
    private static PlannedFeed OfPost(AddressBook addresses, Post post, PostPlace place)
    {
        var ((discussion, position), page) = (place, addresses.Post(post));
        // Of few turns, there is no need to count the entries among them.
        var archives = discussion.Turns[position].Below < Feed.Size ? 0 : Feed.ArchivesOf(OnPage(discussion, position).Count());
        return new(AddressBook.FeedOf(page), post.Source, archives, (edition, planned) => new()
        {
            Discussion = discussion,
            Name = "/post/" + Uri.EscapeDataString(post.Id),
            Title = edition.Strings.Text("feed.titled", edition.Settings.Title, edition.Entries.TitleOf(post)),
            Address = planned.Address,
            Page = position == 0 && discussion.Posts.Count > 1 ? edition.Addresses.Discussion(discussion) : page,
            Source = post.Source,
            Entries = Feed.InOrder(OnPage(discussion, position)),
        })
        { Discussion = discussion, Post = post };
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
