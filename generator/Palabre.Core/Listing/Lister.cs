using Palabre.Model;
using Palabre.Threading;

namespace Palabre.Listing;

/// <summary>Gathers what pages list.</summary>
public static class Lister
{
    public static Listings List(Archive archive, Threads threads)
    {
        var authors = new AuthorBook(archive);
        var themes = new ThemeBook(archive.Themes);
        var counts = Counts(archive);
        DiscussionSummary[] discussions = [.. threads.Discussions.Select(d => Summary(d, authors))];
        return new()
        {
            AuthorBook = authors,
            ThemeBook = themes,
            Posts = [.. archive.Posts.Reverse().OrderByDescending(p => p.Pinned)],
            Discussions = discussions,
            Themes = Themes(archive, themes, discussions),
            Authors = Authors(archive, authors),
            Years = Years(archive, counts),
            LatestComments = Latest(archive),
            CommentCounts = counts,
        };
    }

    private static DiscussionSummary Summary(Discussion discussion, AuthorBook authors)
    {
        var entries = discussion.Turns.Where(t => t.Entry is not null).Select(t => t.Entry!).ToArray();
        // MinBy and MaxBy keep the first of equals: the order of the turns decides.
        var (first, last) = (entries.MinBy(e => e.Date)!, entries.MaxBy(e => e.Date)!);
        Author[] voices = [.. entries.OrderBy(e => e.Date).SelectMany(authors.Of).Distinct(ReferenceEqualityComparer.Instance).Cast<Author>()];
        return new(discussion, entries.Length, voices, first.Date, last);
    }

    private static ThemeListing[] Themes(Archive archive, ThemeBook themes, DiscussionSummary[] discussions)
    {
        var byTheme = discussions
            .SelectMany(summary => summary.Discussion.Posts
                .SelectMany(i => themes.Of((Post)summary.Discussion.Turns[i].Entry!))
                .Distinct(ReferenceEqualityComparer.Instance).Cast<Theme>()
                .Select(theme => (theme.Key, Summary: summary)))
            .ToLookup(pair => pair.Key, pair => pair.Summary, StringComparer.Ordinal);
        return [.. archive.Themes.Select(theme =>
        {
            DiscussionSummary[] about = [.. LastWordFirst(byTheme[theme.Key])];
            return new ThemeListing(theme, about, about.Sum(d => d.Entries));
        })];
    }

    /// <summary>The order of lists of discussions: where somebody spoke last stands first.</summary>
    public static IOrderedEnumerable<DiscussionSummary> LastWordFirst(IEnumerable<DiscussionSummary> discussions) =>
        discussions.OrderByDescending(d => d.LastWord.Date).ThenBy(d => d.Discussion.Opening.Id, StringComparer.Ordinal);

    private static AuthorListing[] Authors(Archive archive, AuthorBook authors)
    {
        var entries = archive.Posts.Cast<Entry>().Concat(archive.Comments.SelectMany(c => c))
            .SelectMany(entry => authors.Of(entry).Select(author => (Author: author, Entry: entry)))
            .ToLookup(pair => pair.Author.Key, pair => pair.Entry, StringComparer.Ordinal);
        return [.. entries.Select(group => authors.ByKey(group.Key)).Concat(archive.Authors)
            .DistinctBy(author => author.Key, StringComparer.Ordinal)
            .Where(author => author.IsListed)
            .OrderBy(author => Slug.From(author.Name), StringComparer.Ordinal).ThenBy(author => author.Key, StringComparer.Ordinal)
            .Select(author => new AuthorListing(author,
                [.. entries[author.Key].OrderByDescending(e => e.Date).ThenBy(e => e.Id, StringComparer.Ordinal)],
                entries[author.Key].Count(e => e is Post)))];
    }

    private static YearListing[] Years(Archive archive, Dictionary<Post, int> counts) =>
        [.. archive.Posts.GroupBy(p => p.Date.Day.Year).OrderBy(year => year.Key).Select(year => new YearListing(
            year.Key, [.. year.GroupBy(p => p.Date.Day.Month).OrderBy(month => month.Key).Select(month => new MonthListing(
                year.Key, month.Key, [.. month], month.Sum(p => counts[p])))]))];

    private static Comment[] Latest(Archive archive) =>
        [.. archive.Comments.SelectMany(c => c.Where(e => e.HasText))
            .OrderByDescending(c => c.Date).ThenBy(c => c.Id, StringComparer.Ordinal).Take(10)];

    private static Dictionary<Post, int> Counts(Archive archive)
    {
        var counts = new Dictionary<Post, int>(archive.Posts.Count, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < archive.Posts.Count; i++) counts[archive.Posts[i]] = archive.Comments[i].Count;
        return counts;
    }
}
