using Palabre.Model;
using Palabre.Threading;

namespace Palabre.Listing;

/// <summary>A discussion as lists show it.</summary>
/// <param name="Entries">How many posts and comments.</param>
/// <param name="Voices">Who takes part, in the order of their first word; each once.</param>
/// <param name="First">When its oldest entry was published.</param>
/// <param name="LastWord">Its youngest entry.</param>
public sealed record DiscussionSummary(
    Discussion Discussion, int Entries, IReadOnlyList<Author> Voices, EntryDate First, Entry LastWord)
{
    /// <summary>Posts answer one another in it.</summary>
    public bool IsOfSeveral { get; } = Discussion.Posts.Count > 1;
}

/// <summary>A theme and what was said of it.</summary>
public sealed class ThemeListing
{
    private readonly IReadOnlyList<DiscussionSummary> about;
    private readonly Lazy<IReadOnlyList<DiscussionSummary>> discussions;
    private readonly Lazy<(int Entries, EntryDate? Latest)> sum;

    /// <param name="about">In any order; not changed any more.</param>
    internal ThemeListing(Theme theme, IReadOnlyList<DiscussionSummary> about)
    {
        (Theme, this.about, Count) = (theme, about, about.Count);
        // Summed up and sorted when a page wants it: a preview may never be asked for one.
        sum = new(() => Sum(about));
        discussions = new(() => [.. Lister.LastWordFirst(about)]);
    }

    private static (int Entries, EntryDate? Latest) Sum(IReadOnlyList<DiscussionSummary> about)
    {
        var (entries, first) = (0, (DiscussionSummary?)null);
        foreach (var summary in about)
        {
            entries += summary.Entries;
            if (first is null || Lister.IsBefore(summary, first)) first = summary;
        }

        return (entries, first?.LastWord.Date);
    }

    /// <summary>Whether the very same list would give the same.</summary>
    internal bool IsOf(IReadOnlyList<DiscussionSummary> now) => ReferenceEquals(now, about) || (now.Count == 0 && Count == 0);

    public Theme Theme { get; }

    /// <summary>How many discussions.</summary>
    public int Count { get; }

    /// <summary>How many entries these have.</summary>
    public int Entries => sum.Value.Entries;

    /// <summary>Of the last word in any of them; null where there is none.</summary>
    public EntryDate? Latest => sum.Value.Latest;

    /// <summary>Those with a post of this theme; last word first.</summary>
    public IReadOnlyList<DiscussionSummary> Discussions => discussions.Value;
}

/// <summary>An author and what they wrote.</summary>
public sealed class AuthorListing
{
    private readonly IReadOnlyList<Entry> written;
    private readonly Lazy<IReadOnlyList<Entry>> entries;
    private readonly Lazy<(int Posts, EntryDate? Latest)> sum;

    /// <param name="written">In any order; not changed any more.</param>
    internal AuthorListing(Author author, IReadOnlyList<Entry> written)
    {
        (Author, this.written, Count) = (author, written, written.Count);
        // Summed up and sorted when a page wants it: many are never asked for.
        sum = new(() => (written.Count(entry => entry is Post), written.Count == 0 ? null : written.Max(entry => entry.Date)));
        entries = new(() => [.. written.OrderByDescending(e => e.Date).ThenBy(e => e.Id, EntryIdOrder.Instance)]);
    }

    /// <summary>Whether the very same list would give the same.</summary>
    internal bool IsOf(IReadOnlyList<Entry> now) => ReferenceEquals(now, written) || (now.Count == 0 && Count == 0);

    public Author Author { get; }

    /// <summary>How many entries.</summary>
    public int Count { get; }

    /// <summary>How many of them are posts.</summary>
    public int Posts => sum.Value.Posts;

    /// <summary>Of the youngest; null where there is none.</summary>
    public EntryDate? Latest => sum.Value.Latest;

    /// <summary>Youngest first.</summary>
    public IReadOnlyList<Entry> Entries => entries.Value;
}

/// <param name="Month">1 to 12.</param>
/// <param name="Posts">Oldest first.</param>
public sealed record MonthListing(int Year, int Month, IReadOnlyList<Post> Posts);

/// <param name="Months">Those with posts, ascending.</param>
public sealed record YearListing(int Year, IReadOnlyList<MonthListing> Months);

/// <summary>Everything that pages list, in the order in which they list it.</summary>
public sealed record Listings
{
    private readonly Lazy<IReadOnlyList<Comment>> latest;

    internal Listings(ListMemory memory) => (Memory, latest) = (memory, new(() => Lister.Latest(memory.Archive)));

    internal ListMemory Memory { get; }

    public required AuthorBook AuthorBook { get; init; }
    public required ThemeBook ThemeBook { get; init; }

    /// <summary>The home page's: pinned posts first, then youngest first.</summary>
    public required IReadOnlyList<Post> Posts { get; init; }

    /// <summary>In step with the threads' discussions.</summary>
    public IReadOnlyList<DiscussionSummary> Discussions => Memory.Summaries.Values;

    /// <summary>In the archive's order of themes.</summary>
    public IReadOnlyList<ThemeListing> Themes => Memory.Themes.Values;

    /// <summary>Those with entries or a description, less those who are not listed; by name.</summary>
    public IReadOnlyList<AuthorListing> Authors => Memory.Authors.Values;

    /// <summary>Ascending.</summary>
    public required IReadOnlyList<YearListing> Years { get; init; }

    /// <summary>Youngest first; a handful.</summary>
    public IReadOnlyList<Comment> LatestComments => latest.Value;

    /// <summary>How many comments were written under the posts of a month, whenever that was.</summary>
    public int CommentsOf(MonthListing month) => month.Posts.Sum(CommentsOf);

    /// <summary>How many comments a post has.</summary>
    public int CommentsOf(Post post) => Memory.Archive.Comments[Memory.Archive.Positions.Of(post)].Count;
}

/// <summary>What lists leave for the next time.</summary>
/// <param name="Archive">Of which they were made.</param>
/// <param name="About">By the key of the theme: the discussions with a post of it.</param>
/// <param name="ListedAuthors">By name.</param>
internal sealed record ListMemory(
    Archive Archive,
    Carried<Discussion, DiscussionSummary> Summaries,
    CarriedLists<DiscussionSummary> About,
    Carried<Theme, ThemeListing> Themes,
    IReadOnlyList<Author> ListedAuthors,
    Carried<Author, AuthorListing> Authors);
