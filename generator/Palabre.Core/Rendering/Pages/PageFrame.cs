using Palabre.Addressing;
using Palabre.Model;
using Palabre.Rendering.Views;
using Palabre.Threading;

namespace Palabre.Rendering;

/// <summary>What pages of all kinds are given alike.</summary>
internal sealed class PageFrame
{
    private readonly Edition edition;

    // By the post that opens each. A page and the same in the order of time show one picture, and so do lists of one time.
    private readonly Recent<Html> trees = new(1 << 6, 1 << 6, _ => 1), linkedTrees = new(1 << 6, 1 << 6, _ => 1);

    /// <param name="hasSearch">There is a search page.</param>
    internal PageFrame(Edition edition, bool hasSearch)
    {
        this.edition = edition;
        var (settings, addresses) = (edition.Settings, edition.Addresses);
        Site = new()
        {
            Title = edition.Typeset(settings.Title),
            Description = settings.Description is { } description ? edition.Typeset(description) : null,
            Language = edition.Strings.Language,
            Direction = Direction.Of(settings.Language),
            Home = addresses.Href(AddressBook.Home),
            Themes = addresses.Href(addresses.Themes),
            Authors = addresses.Href(addresses.Authors),
            Archive = addresses.Href(addresses.Archive),
            Feed = settings.Origin is null ? null : addresses.Href(AddressBook.Feed),
            CommentsFeed = settings.Origin is null ? null : addresses.Href(AddressBook.CommentsFeed),
            JsonFeed = settings.Origin is null ? null : addresses.Href(AddressBook.JsonFeed),
            Export = settings.Export ? addresses.Href(AddressBook.Export) : null,
            Answer = edition.Settings.Answer is not null,
            Search = hasSearch ? addresses.Href(addresses.Search) : null,
            SearchDescription = hasSearch && settings.Origin is not null ? addresses.Href(AddressBook.SearchDescription) : null,
            Portable = settings.IsPortable,
            Root = addresses.Href(AddressBook.Home),
            Pages = [.. edition.Archive.Pages.Select(p => new LinkView(p.Title, addresses.Href(addresses.StandingPage(p)), p.Language))],
            Links = [.. settings.Links.Select(l => new LinkView(l.Title, l.Url, l.Language))],
            Extra = settings.Extra,
        };
    }

    internal SiteView Site { get; }

    /// <summary>Where a page is one of several: their number is at least one.</summary>
    internal static int Count(int items, int perPage) => Math.Max(1, (items + perPage - 1) / perPage);

    /// <summary>Null where there is one page only.</summary>
    internal PagerView? Pager(Address first, int number, int count) => Pager(number, count, n => AddressBook.Page(first, n));

    /// <inheritdoc cref="Pager(Address, int, int)"/>
    internal PagerView? Pager(int number, int count, Func<int, Address> address)
    {
        if (count == 1) return null;
        string Href(int n) => edition.Addresses.Href(address(n));
        return new(number, count,
            number > 1 ? Href(number - 1) : null,
            number < count ? Href(number + 1) : null,
            [.. Around(number, count).Select(n => new LinkView(n.ToString(System.Globalization.CultureInfo.InvariantCulture), Href(n)))]);
    }

    /// <summary>The pages worth a link: the first, the last and those around this one.</summary>
    private static IEnumerable<int> Around(int number, int count) =>
        Enumerable.Range(number - 2, 5).Append(1).Append(count).Where(n => n >= 1 && n <= count).Distinct().Order();

    /// <summary>A picture of a whole discussion; the places of its entries are linked where <paramref name="withLinks"/> says so.</summary>
    internal Html Tree(Discussion discussion, bool withLinks) => (withLinks ? linkedTrees : trees).Of(
        discussion.Opening, (Frame: this, discussion, withLinks), static (_, asked) => asked.Frame.Drawn(asked.discussion, asked.withLinks));

    private Html Drawn(Discussion discussion, bool withLinks)
    {
        var entries = discussion.Turns.Count(t => t.Entry is not null);
        var label = edition.Strings.Text("discussion.tree", edition.Strings.Text("discussion.entries", entries), edition.Entries.TitleOf(discussion.Opening));
        return Pictures.Tree(discussion, [.. Enumerable.Range(0, discussion.Turns.Count)], label, withLinks
            ? entry => (edition.Addresses.Href(entry), $"{edition.Entries.NamesOf(entry)}, {edition.Dates.Moment(entry.Date)}") : null,
            edition.Listings.AuthorBook.KeyOf);
    }

    /// <summary>A picture of entries by month.</summary>
    internal Html Activity(IEnumerable<Entry> entries) => Pictures.Activity(
        entries.CountBy(e => (e.Date.Day.Year, e.Date.Day.Month)).ToDictionary(), edition.Strings.Text("archive.activity"));

    /// <summary>The title of a further page says its number.</summary>
    internal string Numbered(string title, int number) =>
        number == 1 ? title : edition.Strings.Text("page.numbered", title, number);

    /// <summary>The feeds of a post: of what is said of it, and, where it answers another, of the whole discussion.</summary>
    internal IReadOnlyList<FeedView> Feeds(Discussion discussion, Post post) => !edition.Settings.PostFeeds ? []
        : post == discussion.Opening
        ? FeedOf(edition.Addresses.Post(post), "feed.of_discussion", edition.Entries.TitleOf(post))
        : [.. FeedOf(edition.Addresses.Post(post), "feed.of_post", edition.Entries.TitleOf(post)), .. Feeds(discussion, discussion.Opening)];

    /// <summary>The Atom feed of what a page shows; none where the site has not said its address.</summary>
    /// <param name="key">Its name in the look's words.</param>
    internal IReadOnlyList<FeedView> FeedOf(Address page, string key, string name) => edition.Settings.Origin is null ? []
        : [new(edition.Strings.Text(key, name), edition.Addresses.Href(AddressBook.FeedOf(page)), "application/atom+xml")];

    /// <summary>The discussion as Markdown; null where it is not published as such.</summary>
    internal string? Markdown(Discussion discussion) =>
        edition.Settings.Export ? edition.Addresses.Href(edition.Addresses.Markdown(discussion)) : null;

    internal LinkView Link(string key, Address address) => new(edition.Strings.Text(key), edition.Addresses.Href(address));
}
