namespace Palabre.Rendering.Views;

/// <summary>A link with its text.</summary>
/// <param name="Language">Of the page linked to, where it is known and not the site's.</param>
public sealed record LinkView(string Text, string Href, string? Language = null);

/// <summary>A date, in the words of the site's language.</summary>
/// <param name="Iso">For <c>datetime</c>.</param>
/// <param name="Long">«mardi 12 janvier 2010»</param>
/// <param name="Short">«12 janvier 2010»</param>
/// <param name="Moment">With the time, where one was written.</param>
public sealed record DateView(string Iso, string Long, string Short, string Moment);

/// <summary>Who wrote an entry.</summary>
/// <param name="Href">Their page on this site, or null.</param>
/// <param name="Url">Their own page elsewhere, or null.</param>
/// <param name="Avatar">A picture of this site, or null.</param>
public sealed record AuthorView(string Name, string? Href, string? Url, string? Avatar);

/// <summary>What an entry answers, or an entry that is named from another.</summary>
/// <param name="Author">The names of its authors, in one text.</param>
/// <param name="Href">Its canonical place.</param>
/// <param name="Title">Of a post; null of a comment.</param>
public sealed record EntryLinkView(string Author, string Href, string? Title, DateView Date)
{
    /// <summary>Of the title, where it is not the site's.</summary>
    public string? Language { get; init; }
}

/// <summary>What a post relays.</summary>
public sealed record RelayedView(string? By, string? From, string? Url, DateView? Date);

/// <summary>A discussion elsewhere.</summary>
public sealed record ParallelView(string Title, string Url, string? Site, string? Language);

/// <summary>Why and when a text was taken down.</summary>
public sealed record RemovalView(string? Reason, DateView? On);

/// <summary>How to cite an entry.</summary>
/// <param name="Text">Author, title, site, date and address, in one line.</param>
/// <param name="Bibtex">The same as an entry of a BibTeX file.</param>
public sealed record ReferenceView(string Text, string Bibtex);

/// <summary>A post or comment.</summary>
public sealed record EntryView
{
    /// <summary><c>post</c> or <c>comment</c>.</summary>
    public required string Kind { get; init; }

    public required string Id { get; init; }

    /// <summary>Its name within this page: unique.</summary>
    public required string Anchor { get; init; }

    /// <summary>Names that it had on this page before, each to be that of an element within it.</summary>
    public IReadOnlyList<string> Former { get; init; } = [];

    /// <summary>Its one canonical place.</summary>
    public required string Href { get; init; }

    /// <summary>Of a post; null of a comment.</summary>
    public string? Title { get; init; }

    /// <summary>Empty: nobody is named.</summary>
    public required IReadOnlyList<AuthorView> Authors { get; init; }

    public required DateView Date { get; init; }
    public DateView? Updated { get; init; }

    /// <summary>The text. Empty where it was removed.</summary>
    public required Html Html { get; init; }

    /// <summary>Where it is not the site's.</summary>
    public string? Language { get; init; }

    /// <summary><c>rtl</c> or <c>ltr</c>, where it is not the site's direction.</summary>
    public string? Direction { get; init; }

    /// <summary>That of its text: where no language is named, as most of its letters are written.</summary>
    public string? TextDirection { get; init; }

    /// <summary>Not null: the text was taken down.</summary>
    public RemovalView? Removal { get; init; }

    /// <summary>What it answers; null of a comment that answers its post, and of an opening post.</summary>
    public EntryLinkView? Answers { get; init; }

    /// <summary>What it names as answered, and nobody has.</summary>
    public string? Missing { get; init; }

    /// <summary>An entry under another post, which it answers too.</summary>
    public EntryLinkView? Elsewhere { get; init; }

    /// <summary>What answers it, on its page.</summary>
    public IReadOnlyList<EntryLinkView> Replies { get; init; } = [];

    /// <summary>Entries that quote it word for word.</summary>
    public IReadOnlyList<EntryLinkView> CitedBy { get; init; } = [];

    /// <summary>Entries that it quotes word for word.</summary>
    public IReadOnlyList<EntryLinkView> Cites { get; init; } = [];

    /// <summary>The comment before it in time, on its page; null before the first.</summary>
    public string? Earlier { get; init; }

    /// <summary>The comment after it in time, on its page.</summary>
    public string? Later { get; init; }

    /// <summary>Opens an answer that is already filled in; null where the settings say nothing of answers.</summary>
    public string? AnswerHref { get; init; }

    /// <summary>Of a post, where the site has said its address.</summary>
    public ReferenceView? Reference { get; init; }

    public IReadOnlyList<LinkView> Themes { get; init; } = [];
    public RelayedView? Relayed { get; init; }
    public IReadOnlyList<ParallelView> Parallel { get; init; } = [];

    /// <summary>Of a picture of the post.</summary>
    public string? Image { get; init; }

    /// <summary>How many comments stand under the post.</summary>
    public int Comments { get; init; }

    /// <summary><c>open</c>, <c>closed</c> or <c>hidden</c>.</summary>
    public string? Commenting { get; init; }

    /// <summary>Keys that Palabre does not know.</summary>
    public required IReadOnlyDictionary<string, object> Extra { get; init; }
}

/// <summary>A turn in the outline of a discussion.</summary>
/// <param name="Level">As in <see cref="TurnView.Level"/>.</param>
public sealed record OutlineView(string Author, DateView Date, string Href, int Level, int Depth);

/// <summary>An entry in its place among replies: a list that nests, given flat.</summary>
public sealed record TurnView
{
    /// <summary>Null: a placeholder for what is not there.</summary>
    public EntryView? Entry { get; init; }

    /// <summary>Of a placeholder: what its replies name.</summary>
    public string? Missing { get; init; }

    /// <summary>A post that answers here and has its page: its opening words stand for it.</summary>
    public bool Continues { get; init; }

    /// <summary>True depth: replies below the first level, which is 0.</summary>
    public required int Depth { get; init; }

    /// <summary>How many turns stand below this one.</summary>
    public required int Below { get; init; }

    /// <summary>The turns right below this one begin a list within its own place.</summary>
    public required bool Opens { get; init; }

    /// <summary>One item for each such list that ends after this turn.</summary>
    public required IReadOnlyList<int> Closes { get; init; }

    /// <summary>How many lists it stands in, below the first.</summary>
    public required int Level { get; init; }

    /// <summary>It stands in one list with what it answers, though it is a reply.</summary>
    public bool Flat { get; init; }
}
