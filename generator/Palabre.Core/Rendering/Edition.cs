using Palabre.Addressing;
using Palabre.Diagnostics;
using Palabre.Listing;
using Palabre.Model;
using Palabre.Quoting;
using Palabre.Reading;
using Palabre.Threading;

namespace Palabre.Rendering;

/// <summary>The archive with its threads, listings and addresses, and the words it is told in: what pages are made of.</summary>
public sealed class Edition
{
    private readonly Lazy<Dictionary<Entry, Entry>> answers;

    /// <param name="read">Gives the bytes of a file of the site: of a picture, for its size; of a comment, for the place of what is told of it.</param>
    /// <param name="before">An earlier edition: what it knows of discussions, posts and authors that are the very same objects is taken from it.</param>
    /// <param name="jobs">How many threads may work at once; nothing else depends on it.</param>
    public Edition(
        Archive archive, Threads threads, Look look, Func<string, ReadOnlyMemory<byte>> read, Edition? before = null, int jobs = 1)
    {
        (Archive, Threads, Look, Jobs) = (archive, threads, look, jobs);
        answers = new(() => threads.Discussions
            .SelectMany(d => d.Turns.Where(t => t.Entry is not null && t.Answered >= 0 && d.Turns[t.Answered].Entry is not null)
                .Select(t => (t.Entry, Answered: d.Turns[t.Answered].Entry)))
            .ToDictionary(pair => pair.Entry!, pair => pair.Answered!, (IEqualityComparer<Entry>)ReferenceEqualityComparer.Instance));
        Quotations = new(
            DiscussionOf,
            post => archive.Positions.Find(post) is { } at ? threads.Places[at].Discussion : null, before?.Quotations);
        Listings = Lister.List(archive, threads, before?.Listings, jobs);
        Parts = new(archive, threads);
        Addresses = new(archive, Parts, before?.Addresses);
        Forwarding = new(archive, threads, Listings, Addresses, Parts);
        Dates = new(look.Strings, archive.Settings.Zone);
        Links = new(this, read);
        (Texts, Entries) = (new(this), new(this));
        Answers = new(this);
        Places = new(path => TextFile.Read(path, read(path).Span, []) ?? "");
    }

    public Archive Archive { get; }

    public Settings Settings => Archive.Settings;

    public Threads Threads { get; }

    /// <summary>How many threads may work at once on what is made of it.</summary>
    internal int Jobs { get; }

    public Quotations Quotations { get; }

    public Look Look { get; }

    public Strings Strings => Look.Strings;

    public Listings Listings { get; }

    public PostParts Parts { get; }

    public AddressBook Addresses { get; }

    public ForwardingBook Forwarding { get; }

    public DateWords Dates { get; }

    internal LinkBook Links { get; }

    internal EntryTexts Texts { get; }

    internal EntryViewMaker Entries { get; }

    internal AnswerLinks Answers { get; }

    internal BodyPlaces Places { get; }

    public PostPlace PlaceOf(Post post) => Threads.Places[Archive.Positions.Of(post)];

    /// <summary>Those of a post's own page and its further parts, in their order.</summary>
    internal IEnumerable<Address> PartsOf(Post post) => Enumerable.Range(1, Parts.StartsOf(post, PlaceOf(post)).Count).Select(part => Addresses.PostPart(post, part));

    /// <summary>The discussion in which an entry stands.</summary>
    public Discussion DiscussionOf(Entry entry) => PlaceOf(entry as Post ?? PostOf((Comment)entry)).Discussion;

    /// <summary>By date, then id.</summary>
    public IReadOnlyList<Comment> CommentsOf(Post post) => Archive.Comments[Archive.Positions.Of(post)];

    /// <summary>The post that is <paramref name="step"/> places later in time; null before the first and after the last.</summary>
    public Post? Neighbour(Post post, int step) =>
        Archive.Positions.Of(post) + step is var at && at >= 0 && at < Archive.Posts.Count ? Archive.Posts[at] : null;

    /// <summary>What an entry answers, itself published: a comment that names nothing answers its post; an opening post, nothing.</summary>
    public Entry? Answered(Entry entry)
    {
        var answered = answers.Value.GetValueOrDefault(entry);
        return answered ?? (entry is Comment comment ? PostOf(comment) : null);
    }

    /// <summary>The editors' own Markdown: introductions and standing pages.</summary>
    internal Html Prose(string text, SourceLocation source, string? language, List<Diagnostic> diagnostics)
    {
        var body = BodyRenderer.Render(
            new()
            {
                Text = text,
                Format = BodyFormat.Markdown,
                Language = language ?? Settings.Language,
                Trust = Settings.TrustPosts ? BodyTrust.TrustedPost : BodyTrust.Post,
                IdPrefix = "p-",
                Source = source,
                Site = Settings.Whole,
                HeadingShift = HeadingLevels.Shift(text, BodyFormat.Markdown, 2),
            },
            (url, isImage) => Links.Resolve(url, new(source, null, "p-"), isImage));
        diagnostics.AddRange(body.Diagnostics);
        return Settings.TrustPosts ? body.Html : BlockDirections.Set(body.Html, Direction.Of(language ?? Settings.Language));
    }

    /// <summary>Names one after the other, as the look lists them.</summary>
    internal string Listed(IEnumerable<string> names) => string.Join(Strings.Text("list.separator"), names);

    /// <summary>A text of the site's own, as a typographer of its language would set it.</summary>
    internal string Typeset(string text) => Typography.Apply(text, Settings.Language);

    internal Post PostOf(Comment comment) => Archive.Posts[Archive.Positions.Of(comment.PostId)];
}
