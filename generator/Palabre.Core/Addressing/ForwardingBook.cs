using Palabre.Listing;
using Palabre.Model;
using Palabre.Threading;

namespace Palabre.Addressing;

/// <summary>A former place, and where what stood there is now.</summary>
/// <param name="Source">What in the content says so.</param>
public sealed record Forward(Place From, SourceLocation Source, Place To)
{
    /// <summary>What stands there now; null where that is no entry.</summary>
    public Entry? Entry { get; init; }

    /// <summary>Of what is no entry.</summary>
    public string? Title { get; init; }

    /// <summary>Nobody wrote this place: it follows from an alias, and gives way to whatever else is there.</summary>
    public bool IsMade { get; init; }

    /// <summary>The part of the post that stood here; 0 is all of it.</summary>
    public int Part { get; init; }
}

/// <summary>
/// Where former addresses lead. An alias of a post leads to the post, and each anchor of a comment of it to the comment,
/// whichever part that stands on; an alias with an anchor leads to what bears it.
/// </summary>
public sealed class ForwardingBook
{
    private readonly AddressBook addresses;
    private readonly Archive archive;
    private readonly Lazy<Dictionary<Post, IReadOnlyList<Comment>>> comments;
    private readonly List<Forward> pages = [];
    private readonly Dictionary<Address, List<Forward>> anchors = [];
    private readonly Dictionary<Entry, List<string>> former = new(ReferenceEqualityComparer.Instance);
    private readonly PostParts parts;

    public ForwardingBook(Archive archive, Threads threads, Listings listings, AddressBook addresses, PostParts parts)
    {
        (this.archive, this.addresses, this.parts) = (archive, addresses, parts);
        comments = new(ByPost);
        var moved = 0; // of the moved comments, which are in the order of their posts
        foreach (var i in archive.MovedPosts)
        {
            var (post, place) = (archive.Posts[i], threads.Places[i]);
            TakeComments(before: i);
            var count = parts.StartsOf(post, place).Count;
            foreach (var alias in post.Aliases)
                if (!IsOwnPart(post, count, alias)) Take(alias, Target(post, place, alias), post, null);
            TakeComments(before: i + 1);
            Make(post, count);
        }

        TakeComments(before: archive.Posts.Count);

        foreach (var page in archive.Pages)
            foreach (var alias in page.Aliases) Take(alias, new(addresses.StandingPage(page)), null, page.Title);
        foreach (var theme in listings.Themes.Select(t => t.Theme))
            foreach (var alias in theme.FormerAddresses) Take(alias, new(addresses.Theme(theme)), null, theme.Title);
        foreach (var author in listings.Authors.Select(a => a.Author))
            foreach (var alias in author.FormerAddresses) Take(alias, new(addresses.Author(author)), null, author.Name);
        // Under each of these names the author had a page, until somebody wrote that they are one.
        foreach (var author in archive.Authors)
        {
            if (!author.IsListed) continue;
            foreach (var key in listings.AuthorBook.OtherKeys(author))
                pages.Add(new(new(addresses.Author(key)), author.Source, new(addresses.Author(author))) { Title = author.Name, IsMade = true });
        }

        Clashes = [.. FindClashes()];

        void TakeComments(int before)
        {
            for (; moved < archive.MovedComments.Count && archive.MovedComments[moved] is var comment && archive.Positions.Of(comment.PostId) < before; moved++)
                foreach (var alias in comment.Aliases) Take(alias, addresses.PlaceOf(comment), comment, null);
        }
    }

    /// <summary>Nothing stood anywhere else.</summary>
    public bool IsEmpty => pages.Count == 0 && anchors.Count == 0;

    /// <summary>The pages that lead on: first those that somebody wrote, which may name one address twice.</summary>
    public IEnumerable<Forward> Pages => pages.Where(p => !p.IsMade).Concat(pages.Where(p => p.IsMade));

    /// <summary>The pages that have anchors of aliases on them, and nothing but these may be there.</summary>
    public IEnumerable<Address> PagesOfAnchors => anchors.Keys;

    /// <summary>An alias, and the entry or the alias whose anchor it names.</summary>
    public IReadOnlyList<(Forward Forward, SourceLocation Other)> Clashes { get; }

    /// <summary>The anchors that aliases name on a page, in the order of the archive.</summary>
    public IReadOnlyList<Forward> AnchorsOn(Address page) => anchors.TryGetValue(page, out var found) ? found : [];

    /// <summary>The anchors of a page that leads on: those of aliases, then those of the comments that came along.</summary>
    public IEnumerable<Forward> AnchorsOf(Forward page)
    {
        var named = AnchorsOn(page.From.Address);
        var known = named.Select(n => n.From.Anchor!).ToHashSet(StringComparer.Ordinal);
        foreach (var forward in named) yield return forward;
        if (page.Entry is not Post post) yield break;
        foreach (var comment in comments.Value[post])
        {
            var anchor = Anchor.Of(comment);
            if ((page.Part == 0 || parts.Of(comment) == page.Part) && known.Add(anchor))
                yield return new(page.From with { Anchor = anchor }, page.Source, addresses.PlaceOf(comment)) { Entry = comment, IsMade = true };
        }
    }

    /// <summary>Names that the entry had on the very page where it stands.</summary>
    public IReadOnlyList<string> FormerAnchors(Entry entry) => former.TryGetValue(entry, out var names) ? names : [];

    /// <summary>Whether an alias names a further part that the post has again, after it had fewer for a while.</summary>
    private bool IsOwnPart(Post post, int count, Written alias) => count > 1 && WrittenAddress.ParsePlace(alias.Text).Place is { Anchor: null } from
        && Enumerable.Range(2, count - 1).Any(part => addresses.PostPart(post, part) == from.Address);

    /// <summary>An alias that looks like a discussion's leads from the old discussion to the one that the post opens now.</summary>
    private Place Target(Post post, PostPlace place, Written alias) =>
        place.Position == 0 && place.Discussion.Posts.Count > 1
        && WrittenAddress.ParsePlace(alias.Text).Place is { Anchor: null } from && addresses.IsLikeDiscussion(from.Address)
            ? new(addresses.Discussion(place.Discussion)) : addresses.PlaceOf(post);

    private void Take(Written alias, Place to, Entry? entry, string? title)
    {
        // What names its own place asks for nothing.
        if (WrittenAddress.ParsePlace(alias.Text).Place is not { } from || from == to) return;
        var forward = new Forward(from, alias.Source, to) { Entry = entry, Title = title };
        if (from.Anchor is not { } anchor)
        {
            pages.Add(forward);
            return;
        }

        if (!anchors.TryGetValue(from.Address, out var on)) anchors[from.Address] = on = [];
        on.Add(forward);
        if (entry is null || from.Address != to.Address) return;
        if (!former.TryGetValue(entry, out var names)) former[entry] = names = [];
        names.Add(anchor);
    }

    /// <summary>The further parts of a post were below its former addresses too.</summary>
    private void Make(Post post, int count)
    {
        for (var part = 2; part <= count; part++)
        {
            foreach (var alias in post.Aliases)
            {
                if (WrittenAddress.ParsePlace(alias.Text).Place is not { Anchor: null } from) continue;
                var below = AddressBook.Part(from.Address, part);
                if (below != addresses.PostPart(post, part))
                    pages.Add(new(new(below), alias.Source, new(addresses.PostPart(post, part))) { Entry = post, IsMade = true, Part = part });
            }
        }
    }

    private IEnumerable<(Forward, SourceLocation)> FindClashes()
    {
        if (anchors.Count == 0) yield break;
        var owners = Owners();
        foreach (var (_, on) in anchors.OrderBy(a => a.Key.Path, StringComparer.Ordinal))
        {
            var first = new Dictionary<string, Forward>(StringComparer.Ordinal);
            foreach (var forward in on)
            {
                if (owners.TryGetValue(forward.From, out var owner)) yield return (forward, owner);
                else if (!first.TryAdd(forward.From.Anchor!, forward)) yield return (forward, first[forward.From.Anchor!].Source);
            }
        }
    }

    private Dictionary<Post, IReadOnlyList<Comment>> ByPost()
    {
        var byPost = new Dictionary<Post, IReadOnlyList<Comment>>(archive.Posts.Count, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < archive.Posts.Count; i++) byPost[archive.Posts[i]] = archive.Comments[i];
        return byPost;
    }

    /// <summary>By anchor, on the pages that aliases name anchors of: the comments that stand there, or are listed there.</summary>
    private Dictionary<Place, SourceLocation> Owners()
    {
        var owners = new Dictionary<Place, SourceLocation>();
        foreach (var (post, all) in comments.Value)
        {
            foreach (var comment in all)
            {
                foreach (var page in new[] { addresses.Post(post), addresses.PageOf(comment) })
                    if (anchors.ContainsKey(page)) owners[new(page, Anchor.Of(comment))] = comment.Source;
            }
        }

        return owners;
    }
}
