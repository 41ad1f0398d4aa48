namespace Palabre.Model;

/// <summary>What a discussion is about.</summary>
/// <param name="Key">The slug of its file or of its name: unique.</param>
public sealed record Theme(string Key, string Title)
{
    public string? Description { get; init; }

    /// <summary>Other names that lead to it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Of its page, as written: what stands among the aliases and begins with '/'.</summary>
    public IReadOnlyList<Written> FormerAddresses { get; init; } = [];

    /// <summary>The key of the theme this one is a part of, or null.</summary>
    public string? Parent { get; init; }

    /// <summary>Where that is written, for messages.</summary>
    public SourceLocation ParentSource { get; init; }

    /// <summary>Smaller stands first; themes without an order come after those with one.</summary>
    public int Order { get; init; } = int.MaxValue;

    public Written? Image { get; init; }

    /// <summary>Markdown, the editors' own words: the introduction.</summary>
    public string Body { get; init; } = "";

    public SourceLocation BodySource { get; init; }

    /// <summary>Its file; for a theme that posts name and nobody described, the first place that names it.</summary>
    public SourceLocation Source { get; init; }

    public bool IsDescribed { get; init; }

    public IReadOnlyDictionary<string, object> Extra { get; init; } = Entry.NoExtra;
}

/// <summary>Who wrote entries, as <c>content/authors/</c> describes them; or a name that entries alone use.</summary>
/// <param name="Key">The slug of the file or of the name: unique.</param>
public sealed record Author(string Key, string Name)
{
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <inheritdoc cref="Theme.FormerAddresses"/>
    public IReadOnlyList<Written> FormerAddresses { get; init; } = [];

    public string? Url { get; init; }
    public Written? Avatar { get; init; }
    public string? Bio { get; init; }

    /// <summary>False: named on their entries, with no page of their own.</summary>
    public bool IsListed { get; init; } = true;

    public SourceLocation Source { get; init; }

    public bool IsDescribed { get; init; }

    public IReadOnlyDictionary<string, object> Extra { get; init; } = Entry.NoExtra;
}

/// <summary>A page that belongs to no discussion: «À propos».</summary>
public sealed record StandingPage(string Slug, string Title)
{
    public required string Body { get; init; }
    public required SourceLocation Source { get; init; }
    public required SourceLocation BodySource { get; init; }
    public string? Summary { get; init; }
    public string? Language { get; init; }
    public EntryDate? Updated { get; init; }
    public int Order { get; init; } = int.MaxValue;

    /// <summary>Published only because the options ask for drafts.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Not published before; null: at once.</summary>
    public EntryDate? PublishDate { get; init; }

    /// <inheritdoc cref="Post.Expires"/>
    public EntryDate? Expires { get; init; }

    public Written? Permalink { get; init; }
    public IReadOnlyList<Written> Aliases { get; init; } = [];
    public IReadOnlyDictionary<string, object> Extra { get; init; } = Entry.NoExtra;
}

/// <summary>Why an entry that was read is not published.</summary>
public enum WithheldReason
{
    Draft,
    Future,
    Expired,
    Pending,
    Spam,

    /// <summary>A comment whose post is withheld.</summary>
    PostWithheld,

    /// <summary>A comment whose post does not exist.</summary>
    NoPost,

    /// <summary>A comment of a post whose comments are hidden.</summary>
    CommentsHidden,
}

/// <summary>An entry that was read and is not published.</summary>
public sealed record Withheld(Entry Entry, WithheldReason Reason);

/// <summary>Every entry, author and theme, in memory. Immutable.</summary>
public sealed record Archive
{
    public required Settings Settings { get; init; }

    /// <summary>What is published, by date, then id (<see cref="EntryIdOrder"/>); ids unique.</summary>
    public required IReadOnlyList<Post> Posts { get; init; }

    /// <summary>Where each of <see cref="Posts"/> stands.</summary>
    public required PostPositions Positions { get; init; }

    /// <summary>What is published, in step with <see cref="Posts"/>: each post's comments by date, then id (<see cref="EntryIdOrder"/>).</summary>
    public required IReadOnlyList<IReadOnlyList<Comment>> Comments { get; init; }

    /// <summary>The positions, ascending, of those of <see cref="Posts"/> that have former addresses. Few have.</summary>
    public required IReadOnlyList<int> MovedPosts { get; init; }

    /// <summary>Those of <see cref="Comments"/> that have former addresses, in the same order. Few have.</summary>
    public required IReadOnlyList<Comment> MovedComments { get; init; }

    /// <summary>Every theme that a file describes or a published post names, by order, then key.</summary>
    public required IReadOnlyList<Theme> Themes { get; init; }

    /// <summary>Every author that a file describes, by key. Names that entries alone use are found in <c>Listing</c>.</summary>
    public required IReadOnlyList<Author> Authors { get; init; }

    /// <summary>By order, then slug.</summary>
    public required IReadOnlyList<StandingPage> Pages { get; init; }

    /// <summary>Files that readers may see besides: paths from the site's folder, ordinal order.</summary>
    public required IReadOnlyList<string> Media { get; init; }

    /// <summary>Files that are published at the site's root: see <see cref="RootPath"/>. Ordinal order.</summary>
    public IReadOnlyList<string> RootFiles { get; init; } = [];

    /// <summary>What was read and is not published, by source.</summary>
    public required IReadOnlyList<Withheld> Withheld { get; init; }

    /// <summary>What is published only because the options ask for it, and why it would else be withheld.</summary>
    public IReadOnlyList<Withheld> Early { get; init; } = [];

    /// <summary>The next moment at which time alone changes what is published; null if there is none.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Posts and comments.</summary>
    public required int EntryCount { get; init; }

    /// <summary>Whether all that people wrote about addresses is the very same.</summary>
    internal bool HasSameAddresses(Archive? other) => other is not null
        && ReferenceEquals(Posts, other.Posts) && ReferenceEquals(Pages, other.Pages) && ReferenceEquals(Themes, other.Themes)
        && ReferenceEquals(Authors, other.Authors) && MovedComments.SequenceEqual(other.MovedComments, ReferenceEqualityComparer.Instance);
}
