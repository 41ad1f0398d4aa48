using Palabre.Model;
using Palabre.Threading;

namespace Palabre.Listing;

/// <summary>Gathers what pages list.</summary>
public static class Lister
{
    /// <param name="before">Of earlier threads: what is told of discussions that are the very same objects is taken from it.</param>
    public static Listings List(Archive archive, Threads threads, Listings? before = null)
    {
        var themes = new ThemeBook(archive.Themes);
        var counts = Counts(archive);
        var (authors, years, latest) = ((AuthorBook?)null, Array.Empty<YearListing>(), Array.Empty<Comment>());
        Parallel.Invoke(
            () => authors = new(archive, before?.AuthorBook),
            () => (years, latest) = (Years(archive, counts), Latest(archive)));
        var discussions = Summaries(threads, authors!, before);
        return new()
        {
            AuthorBook = authors!,
            ThemeBook = themes,
            Posts = [.. archive.Posts.Reverse().Where(p => p.Pinned), .. archive.Posts.Reverse().Where(p => !p.Pinned)],
            Discussions = discussions,
            Themes = Themes(archive, themes, discussions),
            Authors = Authors(archive, authors!),
            Years = years,
            LatestComments = latest,
            CommentCounts = counts,
        };
    }

    private static DiscussionSummary[] Summaries(Threads threads, AuthorBook authors, Listings? before)
    {
        var known = new Dictionary<Discussion, DiscussionSummary>(before?.Discussions.Count ?? 0, ReferenceEqualityComparer.Instance);
        if (before is not null && authors.Contains(before.AuthorBook))
            foreach (var summary in before.Discussions) known.Add(summary.Discussion, summary);
        return [.. threads.Discussions.Select(d => known.GetValueOrDefault(d) ?? Summary(d, authors))];
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

    private static ThemeListing[] Themes(Archive archive, ThemeBook themes, DiscussionSummary[] discussions)
    {
        var byTheme = archive.Themes.ToDictionary(theme => theme.Key, _ => new List<DiscussionSummary>(), StringComparer.Ordinal);
        foreach (var summary in discussions)
        {
            var discussion = summary.Discussion;
            for (var i = 0; i < discussion.Posts.Count; i++)
            {
                foreach (var theme in themes.Of((Post)discussion.Turns[discussion.Posts[i]].Entry!))
                {
                    var about = byTheme[theme.Key];
                    if (about.Count == 0 || !ReferenceEquals(about[^1], summary)) about.Add(summary);
                }
            }
        }

        return [.. archive.Themes.Select(theme => new ThemeListing(theme, byTheme[theme.Key]))];
    }

    /// <summary>The order of lists of discussions: where somebody spoke last stands first.</summary>
    public static IOrderedEnumerable<DiscussionSummary> LastWordFirst(IEnumerable<DiscussionSummary> discussions) =>
        discussions.OrderByDescending(d => d.LastWord.Date).ThenBy(d => d.Discussion.Opening.Id, StringComparer.Ordinal);

    /// <summary>Whether one stands before another in that order.</summary>
    internal static bool IsBefore(DiscussionSummary a, DiscussionSummary b) => b.LastWord.Date.CompareTo(a.LastWord.Date) is not 0 and var date
        ? date < 0 : string.CompareOrdinal(a.Discussion.Opening.Id, b.Discussion.Opening.Id) < 0;

    private static AuthorListing[] Authors(Archive archive, AuthorBook authors) =>
        [.. authors.Entries.Keys.Select(authors.ByKey).Concat(archive.Authors)
            .DistinctBy(author => author.Key, StringComparer.Ordinal)
            .Where(author => author.IsListed)
            .OrderBy(author => Slug.From(author.Name), StringComparer.Ordinal).ThenBy(author => author.Key, StringComparer.Ordinal)
            .Select(author => new AuthorListing(author, authors.Entries.GetValueOrDefault(author.Key, [])))];

    private static YearListing[] Years(Archive archive, Dictionary<Post, int> counts) =>
        [.. archive.Posts.GroupBy(p => p.Date.Day.Year).OrderBy(year => year.Key).Select(year => new YearListing(
            year.Key, [.. year.GroupBy(p => p.Date.Day.Month).OrderBy(month => month.Key).Select(month => new MonthListing(
                year.Key, month.Key, [.. month], month.Sum(p => counts[p])))]))];

    private static Comment[] Latest(Archive archive)
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

        return [.. candidates.OrderByDescending(c => c.Date).ThenBy(c => c.Id, StringComparer.Ordinal).Take(most)];
    }

    private static Dictionary<Post, int> Counts(Archive archive)
    {
        var counts = new Dictionary<Post, int>(archive.Posts.Count, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < archive.Posts.Count; i++) counts[archive.Posts[i]] = archive.Comments[i].Count;
        return counts;
    }
}
