namespace Palabre.Model;

/// <summary>What readers may see of an entry.</summary>
public enum Status : byte
{
    Published,

    /// <summary>Waits for an editor; not published.</summary>
    Pending,

    /// <summary>Not published.</summary>
    Spam,

    /// <summary>Its slot, subtree and address stay; its text is shown nowhere.</summary>
    Removed,

    /// <summary>As <see cref="Removed"/>; the file keeps what may be kept.</summary>
    Redacted,
}

/// <summary>How a body is written. <c>auto</c> is settled in <c>Reading</c>.</summary>
public enum BodyFormat : byte
{
    Markdown,
    Html,
    Text,
}

/// <summary>The entry that another answers, as its editor named it.</summary>
/// <param name="Text">Never empty; exactly as written.</param>
/// <param name="MayBeOrdinal">Written under <c>replying_to</c>, which in Staticman's archives may hold a number.</param>
public readonly record struct Reference(string Text, SourceLocation Source, bool MayBeOrdinal = false);

/// <summary>Why and when an entry's text was taken down.</summary>
public sealed record Removal(string? Reason, EntryDate? On)
{
    /// <summary>What the file still holds of the text: for finding who quotes it, never for a page.</summary>
    public string Text { get; init; } = "";
}

/// <summary>Where an imported entry came from.</summary>
/// <param name="Url">http or https, or null.</param>
public sealed record Origin(string? System, string? Id, string? Url);

/// <summary>One dated contribution. Immutable: <c>Reading</c> alone makes and checks entries.</summary>
public abstract record Entry
{
    // What few entries have, in one object that most share: of a large archive, entries are an eighth of all that lives.
    private protected Rarities rare = Rarities.None;

    // And what it answers and where its text begins stand in the file that it stands in, whose name is kept once.
    private readonly string? answered;
    private readonly bool mayBeOrdinal;
    private readonly (int Line, int Column) answeredAt, bodyAt;

    /// <summary>As written: of a post unique in the archive, of a comment under its post. Never empty.</summary>
    public required string Id { get; init; }

    public required EntryDate Date { get; init; }

    public EntryDate? Updated
    {
        get => rare.Updated;
        init => rare = value == rare.Updated ? rare : rare with { Updated = value };
    }

    /// <summary>Names as written, in the order of writing; empty where nobody is named.</summary>
    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>The entry this one answers; null if none was named. It may name an entry that does not exist. It stands in the file of <see cref="Source"/>.</summary>
    public Reference? ReplyTo
    {
        get => answered is null ? null : new(answered, Here(answeredAt), mayBeOrdinal);
        init => (answered, answeredAt, mayBeOrdinal) = (value?.Text, Place(value?.Source ?? default), value is { MayBeOrdinal: true });
    }

    /// <summary>In <see cref="Format"/>, without front matter; lines end in LF. Empty if nothing was written, or was removed.</summary>
    public required Utf8Text Body { get; init; }

    public BodyFormat Format { get; init; }

    /// <summary>A BCP 47 tag; null where it is the site's.</summary>
    public string? Language
    {
        get => rare.Language;
        init => rare = value == rare.Language ? rare : rare with { Language = value };
    }

    /// <summary>Former addresses, as written; each may name an anchor.</summary>
    public IReadOnlyList<Written> Aliases
    {
        get => rare.Aliases;
        init => rare = value.Count == 0 && rare.Aliases.Count == 0 ? rare : rare with { Aliases = value };
    }

    public Status Status { get; init; }

    /// <summary>Not null exactly for what is removed or redacted.</summary>
    public Removal? Removal
    {
        get => rare.Removal;
        init => rare = value == rare.Removal ? rare : rare with { Removal = value };
    }

    public Origin? Origin { get; init; }

    /// <summary>Where the entry begins, for messages.</summary>
    public required SourceLocation Source { get; init; }

    /// <summary>Where <see cref="Body"/> begins, for messages about lines of it: in the file of <see cref="Source"/>.</summary>
    public required SourceLocation BodySource
    {
        get => Here(bodyAt);
        init => bodyAt = Place(value);
    }

    /// <summary>Keys that Palabre does not know, for templates: text, lists and maps of them.</summary>
    public IReadOnlyDictionary<string, object> Extra
    {
        get => rare.Extra;
        init => rare = value.Count == 0 && rare.Extra.Count == 0 ? rare : rare with { Extra = value };
    }

    /// <summary>From when on it is published.</summary>
    internal virtual EntryDate Due => Date;

    /// <summary>The text may be shown: it was neither removed nor redacted.</summary>
    public bool HasText => Removal is null;

    internal static IReadOnlyDictionary<string, object> NoExtra { get; } = new Dictionary<string, object>();

    private SourceLocation Here((int Line, int Column) place) => new(Source.File, place.Line, place.Column);

    private static (int Line, int Column) Place(SourceLocation source) => (source.Line, source.Column);

    private protected sealed record Rarities
    {
        public static Rarities None { get; } = new();

        public EntryDate? Updated { get; init; }

        public string? Language { get; init; }

        public IReadOnlyList<Written> Aliases { get; init; } = [];

        public Removal? Removal { get; init; }

        public Written? Avatar { get; init; }

        public EntryDate? PublishDate { get; init; }

        public EntryDate? Expires { get; init; }

        public IReadOnlyDictionary<string, object> Extra { get; init; } = NoExtra;
    }
}

/// <summary>Whether a post takes comments.</summary>
public enum Commenting
{
    Open,

    /// <summary>Comments are shown; no more are asked for.</summary>
    Closed,

    /// <summary>Comments are not shown, nor published anywhere else.</summary>
    Hidden,
}

/// <summary>What a post relays: words that somebody said elsewhere.</summary>
public sealed record Relayed(string? By, string? From, string? Url, EntryDate? Date);

/// <summary>A discussion of the same matter on another site.</summary>
/// <param name="Url">http or https.</param>
public sealed record ParallelDiscussion(string Title, string Url, string? Site, string? Language);

/// <summary>An entry of <c>content/posts/</c>.</summary>
public sealed record Post : Entry
{
    public required string Title { get; init; }

    /// <summary>A path segment: lower-case letters and digits joined by '-'. See <see cref="Model.Slug"/>.</summary>
    public required string Slug { get; init; }

    /// <summary>The address that the editor chose; null for that of the pattern. Checked by <c>Addressing</c>.</summary>
    public Written? Permalink { get; init; }

    /// <summary>Theme names as written.</summary>
    public IReadOnlyList<Written> Themes { get; init; } = [];

    public Relayed? Relayed { get; init; }

    public IReadOnlyList<ParallelDiscussion> Parallel { get; init; } = [];

    /// <summary>Written by the editor; null: taken from the body.</summary>
    public Written? Summary { get; init; }

    public Commenting Comments { get; init; }

    /// <summary>Not published before, though its date is earlier; null where its date says so.</summary>
    public EntryDate? PublishDate
    {
        get => rare.PublishDate;
        init => rare = value == rare.PublishDate ? rare : rare with { PublishDate = value };
    }

    internal override EntryDate Due => PublishDate ?? Date;

    /// <summary>Not published from then on; null: for good.</summary>
    public EntryDate? Expires
    {
        get => rare.Expires;
        init => rare = value == rare.Expires ? rare : rare with { Expires = value };
    }

    /// <summary>As written: an address, or a path beside the post or under <c>content/media/</c>.</summary>
    public Written? Image { get; init; }

    public bool Pinned { get; init; }
}

/// <summary>An entry of <c>content/comments/</c>.</summary>
public sealed record Comment : Entry
{
    /// <summary>The id of the post it stands under. <c>Reading</c> gives it, once, when all posts are known; until then it is empty.</summary>
    public string PostId { get; internal set; } = "";

    /// <summary>Without extension; of a list, null. Staticman's replies may name it.</summary>
    public string? FileName { get; init; }

    /// <summary>The author's own page: http or https; null if none.</summary>
    public string? Url { get; init; }

    /// <summary>A path under <c>content/media/</c>, or null.</summary>
    public Written? Avatar
    {
        get => rare.Avatar;
        init => rare = value == rare.Avatar ? rare : rare with { Avatar = value };
    }
}
