using Palabre.Model;
using Palabre.Threading;

namespace Palabre.Listing;

/// <summary>Gathers what pages list.</summary>
public static class Lister
{
    /// <param name="before">Of earlier threads: what is told of posts, comments and discussions that are the very same objects is taken from it.</param>
    /// <param name="jobs">How many threads may work at once; the result does not depend on it.</param>
    public static Listings List(Archive archive, Threads threads, Listings? before = null, int jobs = 1)
    {
        var known = before?.Memory;
        var hasSamePosts = ReferenceEquals(known?.Archive.Posts, archive.Posts);
        var authors = Authors(archive, before);
        var hasSameAuthors = authors.IsSame(before?.AuthorBook);
        var summaries = Carried<Discussion, DiscussionSummary>.Of(
            threads.Discussions, known?.Summaries,
            (_, summary) => hasSameAuthors || authors.Has(summary.Voices, before!.AuthorBook),
            i => Summary(threads.Discussions[i], authors), jobs);
        var themes = ReferenceEquals(known?.Archive.Themes, archive.Themes) ? before!.ThemeBook : new(archive.Themes);
        var about = About(themes, summaries, ReferenceEquals(before?.ThemeBook, themes) ? known : null);
        var listed = hasSameAuthors ? known!.ListedAuthors : Listed(archive, authors);
        var memory = new ListMemory(
            archive, summaries, about,
            Carried<Theme, ThemeListing>.Of(
                archive.Themes, known?.Themes,
                (i, listing) => listing.IsOf(about[archive.Themes[i].Key]),
                i => new(archive.Themes[i], about[archive.Themes[i].Key])),
            listed,
            Carried<Author, AuthorListing>.Of(
                listed, known?.Authors,
                (i, listing) => listing.IsOf(authors.EntriesOf(listed[i])),
                i => new(listed[i], authors.EntriesOf(listed[i]))));
        return new(memory)
        {
            AuthorBook = authors,
            ThemeBook = themes,
            Posts = hasSamePosts ? before!.Posts : [.. archive.Posts.Reverse().Where(p => p.Pinned), .. archive.Posts.Reverse().Where(p => !p.Pinned)],
            Years = hasSamePosts ? before!.Years : Years(archive),
        };
    }

    private static AuthorBook Authors(Archive archive, Listings? before)
    {
        if (before?.Memory.Archive is not { } then || then.Posts.Count != archive.Posts.Count) return new(archive);
        IReadOnlyList<int> changed = Identity.Differences(archive.Comments, then.Comments);
        if (!ReferenceEquals(archive.Posts, then.Posts)) changed = [.. changed.Union(Identity.Differences(archive.Posts, then.Posts)).Order()];
        return new(archive, before.AuthorBook, changed);
    }

    private static DiscussionSummary Summary(Discussion discussion, AuthorBook authors)
    {
        var entries = new List<Entry>(discussion.Turns.Count);
        var (first, last, isByAge) = ((Entry)discussion.Opening, (Entry)discussion.Opening, true);
        for (var i = 0; i < discussion.Turns.Count; i++)
        {
            if (discussion.Turns[i].Entry is not { } entry) continue;
            entries.Add(entry);
            // Of equals the first stays: the order of the turns decides.
            if (entry.Date < first.Date) first = entry;
            if (entry.Date < last.Date) isByAge = false;
            else if (entry.Date > last.Date) last = entry;
        }

        var (voices, met) = (new List<Author>(), new HashSet<Author>(ReferenceEqualityComparer.Instance));
        foreach (var entry in isByAge ? entries : [.. entries.OrderBy(e => e.Date)])
            foreach (var author in authors.Of(entry))
                if (met.Add(author)) voices.Add(author);
        return new(discussion, entries.Count, voices, first.Date, last);
    }

    /// <summary>The discussions of each theme, in their order.</summary>
    private static CarriedLists<DiscussionSummary> About(ThemeBook themes, Carried<Discussion, DiscussionSummary> summaries, ListMemory? known)
    {
        var before = known?.Summaries.Row.Length == summaries.Row.Length ? known : null;
        IReadOnlyList<int> changed = before is null
            ? [.. Enumerable.Range(0, summaries.Row.Length)] : Identity.Differences(summaries.Row, before.Summaries.Row);
        return CarriedLists<DiscussionSummary>.Of(before?.About, changed, (i, say) =>
        {
            var summary = summaries.Row[i];
            var discussion = summary.Discussion;
            if (!summary.IsOfSeveral)
            {
                foreach (var theme in themes.Of(discussion.Opening)) say(theme.Key, summary);
                return;
            }

            foreach (var theme in discussion.Posts.SelectMany(at => themes.Of((Post)discussion.Turns[at].Entry!)).DistinctBy(theme => theme.Key)) say(theme.Key, summary);
        });
    }

    /// <summary>The order of lists of discussions: where somebody spoke last stands first.</summary>
    public static IOrderedEnumerable<DiscussionSummary> LastWordFirst(IEnumerable<DiscussionSummary> discussions) =>
        discussions.OrderByDescending(d => d.LastWord.Date).ThenBy(d => d.Discussion.Opening.Id, EntryIdOrder.Instance);

    /// <summary>Whether one stands before another in that order.</summary>
    internal static bool IsBefore(DiscussionSummary a, DiscussionSummary b) => b.LastWord.Date.CompareTo(a.LastWord.Date) is not 0 and var date
        ? date < 0 : EntryIdOrder.Instance.Compare(a.Discussion.Opening.Id, b.Discussion.Opening.Id) < 0;

    private static Author[] Listed(Archive archive, AuthorBook authors) =>
        [.. authors.Writing.Concat(archive.Authors)
            .DistinctBy(author => author.Key, StringComparer.Ordinal)
            .Where(author => author.IsListed)
            .OrderBy(author => Slug.From(author.Name), StringComparer.Ordinal).ThenBy(author => author.Key, StringComparer.Ordinal)];

    private static YearListing[] Years(Archive archive) =>
        [.. archive.Posts.GroupBy(p => p.Date.Day.Year).OrderBy(year => year.Key).Select(year => new YearListing(
            year.Key, [.. year.GroupBy(p => p.Date.Day.Month).OrderBy(month => month.Key).Select(month => new MonthListing(year.Key, month.Key, [.. month]))]))];

    internal static IReadOnlyList<Comment> Latest(Archive archive)
    {
        const int most = 10;
        var youngest = new PriorityQueue<Comment, EntryDate>(most + 1);
        var candidates = new List<Comment>();
        foreach (var comments in archive.Comments)
        {
            // From the youngest down, as long as they are not older than all that were met.
            for (var i = comments.Count - 1; i >= 0; i--)
            {
                if (!comments[i].HasText) continue;
                if (youngest.Count == most && comments[i].Date < youngest.Peek().Date) break;
                candidates.Add(comments[i]);
                youngest.Enqueue(comments[i], comments[i].Date);
                if (youngest.Count > most) youngest.Dequeue();
            }
        }

        return [.. candidates.OrderByDescending(c => c.Date).ThenBy(c => c.Id, EntryIdOrder.Instance).Take(most)];
    }
}
