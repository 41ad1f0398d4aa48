using System.Collections.Concurrent;
using Palabre.Addressing;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Rendering;
using Palabre.Threading;

namespace Palabre.Site;

/// <summary>
/// The fingerprints of the files of an output: of everything that has a say in their bytes, besides the program and its
/// options. They are coarse on purpose: whatever shows anything of a discussion has all of it for an ingredient.
/// </summary>
public sealed class Fingerprints : IFingerprints
{
    private readonly Edition edition;
    private readonly Func<string, Fingerprint> ofSource;
    private readonly IReadOnlySet<string> asking;
    private readonly Dictionary<Discussion, Fingerprint> byDiscussion = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Fingerprint> byPost; // by its id: of the discussion in which it stands
    private readonly ConcurrentDictionary<OutputFile, Fingerprint> byFile = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<Fingerprint> addresses;
    private readonly Fingerprint common;

    /// <param name="ofSource">Of the bytes of a file of the site; it is asked on any thread.</param>
    /// <param name="asking">The files whose texts have links that any address of the site may answer: see <see cref="SiteBuild.AskingSources"/>.</param>
    /// <param name="claims">Every address of the output.</param>
    internal Fingerprints(
        SiteFiles files, Edition edition, IEnumerable<Address> claims, Func<string, Fingerprint> ofSource, IReadOnlySet<string> asking, int jobs)
    {
        (this.edition, this.ofSource, this.asking) = (edition, ofSource, asking);
        addresses = new(() => OfAddresses(claims));
        common = Common(files);
        var discussions = edition.Threads.Discussions;
        var made = new Fingerprint[discussions.Count];
        Parallel.For(0, made.Length, new() { MaxDegreeOfParallelism = jobs }, i => made[i] = Made(discussions[i]));
        for (var i = 0; i < made.Length; i++) byDiscussion.Add(discussions[i], made[i]);
        byPost = edition.Archive.Posts.ToDictionary(post => post.Id, post => byDiscussion[edition.PlaceOf(post).Discussion], StringComparer.Ordinal);
        var all = new Ingredients(this);
        foreach (var fingerprint in made) all.Add(fingerprint);
        All = all.Seal();
    }

    /// <inheritdoc/>
    public Fingerprint All { get; }

    /// <inheritdoc/>
    public Fingerprint Addresses => addresses.Value;

    /// <summary>Whether these are the files that were taken for asking.</summary>
    public bool IsOf(IReadOnlySet<string> asking) => this.asking.SetEquals(asking);

    /// <summary>Null of a file that is always made anew. It may be asked on any thread.</summary>
    public Fingerprint? Of(OutputFile file) => file.MadeOf is { } madeOf ? byFile.GetOrAdd(file, Made, madeOf) : null;

    /// <inheritdoc/>
    public Fingerprint Of(Discussion discussion) => byDiscussion[discussion];

    /// <inheritdoc/>
    public Fingerprint DiscussionOf(Entry entry) => byPost[entry is Comment comment ? comment.PostId : entry.Id];

    /// <inheritdoc/>
    public Fingerprint OfSource(string path) => ofSource(path);

    /// <summary>What every page may show: all files but those of entries, and the heads of posts.</summary>
    private Fingerprint Common(SiteFiles files)
    {
        var common = new Ingredients(this);
        foreach (var file in files.Files)
        {
            if (SitePaths.IsOfEntries(file.Path, edition.Settings) || file.Path == Ledger.Path) continue;
            common.Add(file.Path);
            common.AddSource(file.Path);
        }

        foreach (var post in edition.Archive.Posts)
        {
            common.Add(post.Id);
            common.Add(post.Slug);
            common.Add(post.Title);
            common.Add(post.Source.File);
            common.Add(post.Language);
            common.Add(post.HasText ? 1 : 0);
            Add(common, post.Date);
            common.Add(edition.Addresses.Href(post));
        }

        // Time alone brings and takes them.
        foreach (var page in edition.Archive.Pages) common.Add(page.Slug);

        foreach (var theme in edition.Archive.Themes)
        {
            common.Add(theme.Key);
            common.Add(theme.Title);
        }

        foreach (var forward in edition.Forwarding.Pages)
        {
            common.Add(forward.From.ToString());
            common.Add(forward.To.ToString());
        }

        return common.Seal();
    }

    private Fingerprint Made(OutputFile file, Action<Ingredients> madeOf)
    {
        var ingredients = new Ingredients(this);
        ingredients.Add(common);
        madeOf(ingredients);
        return ingredients.Seal();
    }

    private Fingerprint Made(Discussion discussion)
    {
        var made = new Ingredients(this);
        var isAsking = false;
        (string File, Fingerprint Fingerprint) last = ("", default); // a list of comments is one file
        foreach (var turn in discussion.Turns)
        {
            made.Add(turn.Depth);
            made.Add(turn.Answered);
            made.Add(turn.Below);
            made.Add(turn.Missing);
            if (turn.Elsewhere is { } elsewhere) AddLink(made, elsewhere);
            if (turn.Entry is not { } entry) continue;
            var source = entry.Source;
            if (source.File != last.File)
            {
                last = (source.File, ofSource(source.File));
                isAsking |= asking.Contains(source.File);
            }

            made.Add(last.Fingerprint);
            made.Add(source.File);
            made.Add(source.Line);
            made.Add(source.Column);
            AddLink(made, entry);
            foreach (var name in edition.Forwarding.FormerAnchors(entry)) made.Add(name);
        }

        if (isAsking) made.AddAddresses();
        return made.Seal();
    }

    /// <summary>An entry as a link to it shows it, and who its names stand for.</summary>
    private void AddLink(Ingredients made, Entry entry)
    {
        made.Add(entry.Id);
        made.Add(edition.Addresses.Href(entry));
        Add(made, entry.Date);
        made.Add((entry as Post)?.Title);
        foreach (var name in entry.Authors)
        {
            made.Add(name);
            if (edition.Listings.AuthorBook.Find(name) is not { } author) continue;
            made.Add(author.Key);
            made.Add(author.Name);
            made.Add(author.IsListed ? 1 : 0); // all else of an author is in a file
        }
    }

    private static void Add(Ingredients made, EntryDate date)
    {
        made.Add(date.Time.Ticks);
        made.Add(date.Time.Offset.Ticks);
        made.Add(date.IsDay ? 1 : 0);
    }

    private Fingerprint OfAddresses(IEnumerable<Address> claims)
    {
        var made = new Ingredients(this);
        foreach (var address in claims) made.Add(address.Path);
        foreach (var comment in edition.Archive.Comments.SelectMany(c => c)) made.Add(edition.Addresses.Href(comment));
        foreach (var page in edition.Forwarding.PagesOfAnchors.OrderBy(page => page.Path, StringComparer.Ordinal))
            foreach (var former in edition.Forwarding.AnchorsOn(page)) made.Add(former.From.ToString());
        foreach (var post in edition.Archive.Posts)
            if (BodyIds.MayBeIn(post)) made.Add(ofSource(post.Source.File)); // its headings are addresses, too
        return made.Seal();
    }
}
