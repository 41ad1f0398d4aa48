using Palabre.Addressing;
using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Rendering.Views;
using Palabre.Threading;

namespace Palabre.Rendering;

/// <summary>Posts with their comments; further pages where the comments are very many.</summary>
internal static class PostPages
{
    internal static IEnumerable<PlannedPage> Plan(Edition edition, Post post)
    {
        var place = edition.PlaceOf(post);
        var starts = edition.Parts.StartsOf(post, place);
        return Enumerable.Range(1, starts.Count).SelectMany(part => Plan(edition.Addresses.PostPart(post, part), post, place, starts, part));
    }

    /// <summary>The page of a part; and, where time and replies give two orders, one more in the order of time.</summary>
    private static IEnumerable<PlannedPage> Plan(Address address, Post post, PostPlace place, IReadOnlyList<int> starts, int part)
    {
        var positions = Positions(place, starts, part);
        var nested = new PostPart(post, place, part, starts, address)
        {
            HasTwoOrders = TimeOrder.IsAnother(place.Discussion, positions),
        };
        var comments = positions.Select(p => place.Discussion.Turns[p].Entry).OfType<Comment>();
        Entry[] entries = part == 1 ? [post, .. comments] : [.. comments];
        yield return new(nested.Address, post.Permalink?.Source ?? post.Source, (material, diagnostics) => View(material, nested, diagnostics))
        {
            Entries = entries,
            Discussion = place.Discussion,
            Near = post,
            Changed = () => entries.OfType<Comment>().Append<Entry>(post).Max(e => e.Updated is { } updated && updated > e.Date ? updated : e.Date),
        };
        if (!nested.HasTwoOrders) yield break;
        var chronological = nested with { IsChronological = true };
        yield return new(AddressBook.Chronological(nested.Address), post.Source, (material, _) => View(material, chronological, []))
        {
            IsListed = false,
            Discussion = place.Discussion,
            Near = post,
        };
    }

    /// <summary>A page of a post.</summary>
    /// <param name="Address">Its own; of the page in the order of time, that of the nested one.</param>
    /// <param name="Starts">Of each part, where it begins in the discussion.</param>
    private sealed record PostPart(Post Post, PostPlace Place, int Part, IReadOnlyList<int> Starts, Address Address)
    {
        public int Parts => Starts.Count;

        public bool HasTwoOrders { get; init; }

        public bool IsChronological { get; init; }
    }

    /// <summary>The turns of a branch that stand on the post's own page: its comments, and posts that answer here, without theirs.</summary>
    private static List<int> Positions(PostPlace place, IReadOnlyList<int> starts, int part)
    {
        var discussion = place.Discussion;
        var last = place.Position + discussion.Turns[place.Position].Below;
        var (from, to) = (part == 1 ? place.Position + 1 : starts[part - 1], part < starts.Count ? starts[part] - 1 : last);
        var positions = new List<int>(to - from + 1);
        for (var i = from; i <= to; i++)
        {
            positions.Add(i);
            if (discussion.Turns[i].Entry is Post) i += discussion.Turns[i].Below;
        }

        return positions;
    }

    private static PostView View(PageMaterial material, PostPart page, List<Diagnostic> diagnostics)
    {
        var (edition, frame) = (material.Edition, material.Frame);
        var (post, discussion) = (page.Post, page.Place.Discussion);
        var own = discussion.Turns[page.Place.Position];
        var entry = page.Part == 1 ? edition.Entries.Whole(post, Anchor.OnOwnPage(post), diagnostics) : edition.Entries.Summary(post).Entry;
        var maker = new TurnViewMaker(edition, discussion, Positions(page.Place, page.Starts, page.Part), page.Place.Position);
        EntryView? ViewOf(Turn turn) => turn.Entry switch
        {
            Comment comment => edition.Entries.Whole(comment, Anchor.Of(comment), diagnostics),
            Post answering => edition.Entries.Summary(answering).Entry,
            _ => null,
        };
        var turns = page.IsChronological ? maker.Chronological(ViewOf) : maker.Nested(ViewOf);
        var chronological = AddressBook.Chronological(page.Address);
        return new()
        {
            Site = frame.Site,
            Title = frame.Numbered(entry.Title!, page.Part) is var title && page.IsChronological ? edition.Strings.Text("page.in_time", title) : title,
            Description = edition.Texts.Words(post, 160) is { Length: > 0 } words ? words : null,
            Href = edition.Addresses.Href(page.IsChronological ? chronological : page.Address),
            Canonical = edition.Addresses.Absolute(page.Address),
            NoIndex = page.IsChronological,
            Language = post.Language ?? edition.Settings.Language,
            Image = PreviewPicture(edition, entry.Image),
            Breadcrumbs = [frame.Link("nav.archive", edition.Addresses.Archive),
                new(edition.Dates.Month(post.Date.Day.Year, post.Date.Day.Month),
                    edition.Addresses.Href(edition.Addresses.Month(post.Date.Day.Year, post.Date.Day.Month)))],
            Feeds = frame.Feeds(discussion, post),
            Markdown = frame.Markdown(discussion),
            Pager = frame.Pager(page.Part, page.Parts, n => AddressOf(edition, page, n)),
            Post = entry with
            {
                Answers = own.Answered >= 0 && discussion.Turns[own.Answered].Entry is { } answered ? edition.Entries.Link(answered) : null,
                Missing = discussion.MissingAt(page.Place.Position),
            },
            Turns = turns,
            Outline = TurnViewMaker.Outline(turns, edition),
            Tree = discussion.Posts.Count == 1 && page.Parts == 1 ? frame.Tree(discussion, withLinks: true) : Html.None,
            Chronological = page.IsChronological,
            OtherOrder = page.HasTwoOrders ? edition.Addresses.Href(page.IsChronological ? page.Address : chronological) : null,
            Comments = edition.Listings.CommentsOf(post),
            Part = page.Part,
            Parts = page.Parts,
            ContinuedIn = [.. turns.Where(t => t.Continues).Select(t => new EntryLinkView(
                edition.Listed(t.Entry!.Authors.Select(a => a.Name)), t.Entry.Href, t.Entry.Title, t.Entry.Date) { Language = t.Entry.Language })],
            Discussion = discussion.Posts.Count == 1 ? null
                : new(edition.Entries.TitleOf(discussion.Opening), edition.Addresses.Href(edition.Addresses.Discussion(discussion)), edition.Entries.LanguageOf(discussion.Opening)),
            Elsewhere = page.Part == 1 && page.Parts > 1 ? Elsewhere(edition, post) : [],
            Earlier = Neighbour(edition, post, -1),
            Later = Neighbour(edition, post, 1),
        };
    }

    /// <summary>Of another part, in the same order where it has both.</summary>
    private static Address AddressOf(Edition edition, PostPart page, int part)
    {
        var address = edition.Addresses.PostPart(page.Post, part);
        return page.IsChronological && TimeOrder.IsAnother(page.Place.Discussion, Positions(page.Place, page.Starts, part))
            ? AddressBook.Chronological(address) : address;
    }

    private static IReadOnlyList<MovedView> Elsewhere(Edition edition, Post post) => [.. edition.CommentsOf(post)
        .Where(comment => edition.Parts.Of(comment) > 1)
        .Select(comment => ForwardPages.Moved(edition, comment, Anchor.Of(comment)))];

    /// <summary>Null of a drawing: those who show previews of links take pictures made of pixels alone.</summary>
    private static string? PreviewPicture(Edition edition, string? image) =>
        image is null || edition.Settings.Origin is null || image.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) ? null : edition.Settings.Origin + image;

    private static LinkView? Neighbour(Edition edition, Post post, int step) => edition.Neighbour(post, step) is { } neighbour
        ? new(edition.Entries.TitleOf(neighbour), edition.Addresses.Href(neighbour), edition.Entries.LanguageOf(neighbour))
        : null;
}
