using Palabre.Model;
using Palabre.Threading;

namespace Palabre.Listing;

/// <summary>A discussion as lists show it.</summary>
/// <param name="Entries">How many posts and comments.</param>
/// <param name="Voices">Who takes part, in the order of their first word; each once.</param>
/// <param name="First">When its oldest entry was published.</param>
/// <param name="LastWord">Its youngest entry.</param>
public sealed record DiscussionSummary(
    Discussion Discussion, int Entries, IReadOnlyList<Author> Voices, EntryDate First, Entry LastWord);

/// <param name="Discussions">Those with a post of this theme; last word first.</param>
public sealed record ThemeListing(Theme Theme, IReadOnlyList<DiscussionSummary> Discussions, int Entries);

/// <param name="Entries">Youngest first.</param>
/// <param name="Posts">How many of them are posts.</param>
public sealed record AuthorListing(Author Author, IReadOnlyList<Entry> Entries, int Posts);

/// <param name="Month">1 to 12.</param>
/// <param name="Posts">Oldest first.</param>
/// <param name="Comments">How many were written under these posts, whenever that was.</param>
public sealed record MonthListing(int Year, int Month, IReadOnlyList<Post> Posts, int Comments);

/// <param name="Months">Those with posts, ascending.</param>
public sealed record YearListing(int Year, IReadOnlyList<MonthListing> Months);

/// <summary>Everything that pages list, in the order in which they list it.</summary>
public sealed record Listings
{
    public required AuthorBook AuthorBook { get; init; }
    public required ThemeBook ThemeBook { get; init; }

    /// <summary>The home page's: pinned posts first, then youngest first.</summary>
    public required IReadOnlyList<Post> Posts { get; init; }

    /// <summary>In step with the threads' discussions.</summary>
    public required IReadOnlyList<DiscussionSummary> Discussions { get; init; }

    /// <summary>In the archive's order of themes.</summary>
    public required IReadOnlyList<ThemeListing> Themes { get; init; }

    /// <summary>Those with entries or a description, less those who are not listed; by name.</summary>
    public required IReadOnlyList<AuthorListing> Authors { get; init; }

    /// <summary>Ascending.</summary>
    public required IReadOnlyList<YearListing> Years { get; init; }

    /// <summary>Youngest first; a handful.</summary>
    public required IReadOnlyList<Comment> LatestComments { get; init; }

    /// <summary>How many comments each post has.</summary>
    public required IReadOnlyDictionary<Post, int> CommentCounts { get; init; }
}
