using System.Buffers;
using System.Collections.Concurrent;
using Palabre.Addressing;
using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Quoting;
using Palabre.Reading;
using Palabre.Rendering;
using Palabre.Rendering.Views;
using Palabre.Searching;
using Palabre.Threading;
using CommentsWithPictures = Palabre.Model.Carried<System.Collections.Generic.IReadOnlyList<Palabre.Model.Comment>, Palabre.Model.Comment[]>;
using RemovedWords = Palabre.Model.Carried<Palabre.Threading.Discussion, System.Collections.Generic.IReadOnlyList<Palabre.Diagnostics.Diagnostic>>;

namespace Palabre.Site;

/// <summary>
/// The whole way from a site's files to those of its output: read → thread → list → render. What is found while files
/// are made joins <see cref="Diagnostics"/>; so ask for them when all are made.
/// </summary>
public sealed class SiteBuild
{
    private readonly ConcurrentDictionary<Diagnostic, byte> found = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<Diagnostic>> foundIn = new(StringComparer.Ordinal);
    private readonly ReadMemory? memory;
    private readonly Checked<Look> look;
    [ThreadStatic]
    private static Utf8Buffer? pageBuffer; // large pages would each leave a large array behind

    private volatile bool hasErrors; // asked for by every page

    private readonly RemovedWords leaks;
    private readonly CommentsWithPictures withPictures;
    private readonly PagePlan plan;
    private readonly PageRenderer renderer;
    private readonly bool hasOwnMarkup; // not all is the program's: of a look, or of posts that are trusted
    private readonly PlannedFiles planned;
    private readonly IReadOnlyList<Diagnostic> misspelt;
    private readonly IReadOnlyList<Diagnostic> clashes;
    private readonly Lazy<Concordance>? words;
    private readonly Lazy<PublishedPlaces> places;
    private readonly Lazy<IReadOnlyList<OutputFile>> searches;

    private SiteBuild(
        Edition edition, Lazy<Concordance>? words, Checked<Ledger>? ledger, ReadMemory? memory, RemovedWords leaks, Checked<Look> look,
        IEnumerable<Diagnostic> diagnostics, SiteBuild? before)
    {
        (Edition, Ledger, this.memory, this.leaks, this.look, this.words) = (edition, ledger, memory, leaks, look, words);
        Note(diagnostics);
        plan = PagePlan.Make(edition, words is null ? null : () => words.Value.Start, before?.plan);
        renderer = new(edition.Look);
        hasOwnMarkup = edition.Settings.TrustPosts || edition.Look.OwnTemplates.Any();
        var pictures = PostFiles.Of(edition, Note);
        planned = new(edition, plan, pictures, hasSearch: words is not null, page => new PageFile(this, page), before?.planned);
        searches = new(() => words is null ? [] : [.. Searches.Files(words.Value)]);
        // Of feeds, the site's own are promised: those of posts, themes and authors move with their page.
        Address[] promised = [AddressBook.Feed, AddressBook.CommentsFeed, AddressBook.JsonFeed];
        places = new(() => new(edition, Pages,
        [
            .. edition.Archive.Media.Where(path => path.StartsWith(MediaPath.Folder, StringComparison.Ordinal)).Select(path => (AddressBook.Media(path), path)),
            .. pictures.Where(p => !p.IsFormer).Select(p => (p.Address, p.Source)),
            .. planned.Feeds.Where(file => promised.Contains(file.Address)).Select(file => (file.Address, SettingsReader.Path)),
        ],
        pictures.Where(p => p.IsFormer).Select(p => p.Address)));
        misspelt = edition.Archive.HasSameAddresses(before?.Archive) ? before!.misspelt : [.. AddressCheck.Written(edition.Archive)];
        Note(misspelt);
        Note(AddressCheck.Anchors(edition.Forwarding));
        withPictures = PictureCheck.WithPictures(edition.Archive, before?.withPictures);
        Note(PictureCheck.Of(edition, withPictures));
        edition.Links.Known = new(() => planned.Addresses.Select(address => address.Path).ToHashSet(StringComparer.Ordinal));
        (clashes, var lost) = Proved(edition, plan, planned, planned.HasClaimsOf(before?.planned) ? before!.clashes : null);
        Note(clashes);
        if (!HasErrors && lost is not null) throw lost;
    }

    public Edition Edition { get; }

    public Archive Archive => Edition.Archive;

    /// <summary>Null where the site has none. What is wrong with it is for the caller to tell.</summary>
    public Checked<Ledger>? Ledger { get; }

    /// <summary>What stands where, for as long as links last. Of no use where there are errors.</summary>
    public PublishedPlaces Places => places.Value;

    /// <summary>Every page, in an order that depends on the archive alone.</summary>
    public IReadOnlyList<PlannedPage> Pages => plan.Pages;

    /// <summary>Every file of the output but <see cref="SearchFiles"/>. Not to be written where there are errors.</summary>
    public IReadOnlyList<OutputFile> Files => planned.Files;

    /// <summary>Those of <see cref="Files"/> that are copied.</summary>
    public IEnumerable<CopiedFile> Copies => planned.Copies;

    /// <summary>What searches read, made of every word of the archive when it is first asked for; empty where there is no search page.</summary>
    public IReadOnlyList<OutputFile> SearchFiles => searches.Value;

    /// <summary>The file at a path; of those that claim one place, the first. Null if there is none.</summary>
    /// <param name="path">As in <see cref="OutputFile.Path"/>.</param>
    public OutputFile? Find(string path) => planned.Find(path)
        ?? (path.StartsWith(Edition.Addresses.Search.Below("").Path[1..], StringComparison.Ordinal) ? SearchFiles.FirstOrDefault(file => file.Path == path) : null);

    /// <summary>What in the content the file at a path is made because of; null if there is no such file.</summary>
    /// <inheritdoc cref="Find(string)"/>
    public SourceLocation? SourceOf(string path) => planned.SourceOf(path);

    /// <summary>What the template of a page sees.</summary>
    /// <inheritdoc cref="PageMaterial.View"/>
    public PageView View(PlannedPage page, List<Diagnostic> diagnostics) => plan.Material.View(page, diagnostics);

    /// <summary>The names of all entries that are published, in an order that depends on the archive alone.</summary>
    public IEnumerable<string> Published => Archive.Posts.SelectMany(post => Edition.CommentsOf(post).Select(comment => comment.Id).Prepend(post.Id));

    /// <summary>Of what <see cref="SearchFiles"/> are made; null where there is no search page.</summary>
    internal Concordance? Words => words?.Value;

    /// <summary>What was found so far, by source.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => [.. found.Keys.Order(Diagnostic.BySource)];

    /// <summary>What was found while files of the output were made, by the path of the file; the others left out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Diagnostic>> FoundIn => foundIn;

    /// <summary>How many were found so far: more of them are a reason to ask for <see cref="Diagnostics"/> again.</summary>
    public int DiagnosticCount => found.Count;

    public bool HasErrors => hasErrors;

    /// <summary>The files, of those whose texts were rendered so far, that have links which any address of the site may answer.</summary>
    public IEnumerable<string> AskingSources => Edition.Links.Asking.Keys;

    /// <inheritdoc cref="Site.Fingerprints(SiteFiles, Edition, IEnumerable{Address}, Func{string, Fingerprint}, IReadOnlySet{string}, int)"/>
    public Fingerprints Fingerprints(SiteFiles files, Func<string, Fingerprint> ofSource, IReadOnlySet<string> asking, int jobs) =>
        new(files, Edition, planned.Addresses, ofSource, asking, jobs);

    /// <param name="settings">As <see cref="SettingsReader"/> read them, with what the command line says instead.</param>
    /// <param name="onStage">Told the name of each stage as it begins.</param>
    /// <param name="before">An earlier build: what it knows and cannot have changed is not worked out again. It changes what
    /// this costs, never what it gives. Settings and options must be the same objects for it to be of use.</param>
    /// <param name="words">What searches leave to each other; null: nothing.</param>
    /// <param name="isKept">It may be <paramref name="before"/> of another one: so what it read and threaded is kept in a form that serves
    /// that, a twentieth of all memory.</param>
    /// <exception cref="OperationCanceledException">Between two stages.</exception>
    public static SiteBuild Prepare(
        SiteFiles files, Checked<Settings> settings, ReadingOptions options, Action<string> onStage, CancellationToken cancel,
        SiteBuild? before = null, WordStore? words = null, bool isKept = false)
    {
        onStage("read");
        // Templates are parsed beside the entries: of a small site, that takes as long.
        var looking = Looking(files, settings.Value, before?.look);
        var (archive, memory) = ArchiveReader.Read(files, settings.Value, options, before?.memory);
        cancel.ThrowIfCancellationRequested();
        onStage("thread");
        var threads = Threader.Thread(archive.Value, before?.Edition.Threads, options.Jobs);
        if (!isKept) threads = threads with { Value = threads.Value with { Memory = null } };
        cancel.ThrowIfCancellationRequested();
        onStage("quote");
        var leaks = RemovedQuotations.Find(
            threads.Value, path => TextFile.Read(path, BytesOf(path).Span, []) ?? "", before?.leaks);
        cancel.ThrowIfCancellationRequested();
        onStage("list");
        var look = looking.GetAwaiter().GetResult();
        var edition = new Edition(archive.Value, threads.Value, look.Value, BytesOf, before?.Edition, options.Jobs);
        var concordance = settings.Value.Search ? new Lazy<Concordance>(() => Concordance.Make(edition, options.Jobs, cancel, words)) : null;
        return new(edition, concordance, LedgerCheck.Read(files), isKept ? memory : null, leaks, look,
            [.. settings.Diagnostics, .. archive.Diagnostics, .. threads.Diagnostics, .. leaks.Values.SelectMany(told => told), .. look.Diagnostics], before);

        ReadOnlyMemory<byte> BytesOf(string path) => files.Read(files.Find(path)!.Value).Bytes;
    }

    // What is kept for later, here and in what builds are made of, must not hold the build before: it would hold the one before that.
    private static Task<Checked<Look>> Looking(SiteFiles files, Settings settings, Checked<Look>? before) =>
        Task.Run(() => Look.Read(files, settings, before), CancellationToken.None);

    private static (IReadOnlyList<Diagnostic> Clashes, ConservationException? Lost) Proved(
        Edition edition, PagePlan plan, PlannedFiles planned, IReadOnlyList<Diagnostic>? known)
    {
        (IReadOnlyList<Diagnostic> clashes, ConservationException? lost) = ([], null);
        Parallel.Invoke(
            () => clashes = known ?? AddressCheck.Check(planned.Claims),
            () => lost = Conservation.Fault(edition, plan));
        return (clashes, lost);
    }

    private void Note(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            found.TryAdd(diagnostic, 0);
            if (diagnostic.Severity == Severity.Error) hasErrors = true;
        }
    }

    private void Render(PlannedPage page, IBufferWriter<byte> output)
    {
        var diagnostics = new List<Diagnostic>();
        var buffer = pageBuffer ??= new(256 << 10);
        buffer.Clear();
        var view = View(page, diagnostics);
        renderer.Render(view, buffer, diagnostics);
        if (page.Anchors.Count > 0 && !HasErrors && !diagnostics.Exists(d => d.Severity == Severity.Error))
            diagnostics.AddRange(Conservation.Anchors(page, buffer.Written, hasOwnMarkup));
        // A page that a template failed on proves nothing, nor does one of a site with errors; neither is written.
        if (!HasErrors && !diagnostics.Exists(d => d.Severity == Severity.Error) && Conservation.Misplaced(page, buffer.Written, hasOwnMarkup) is var (entry, times))
        {
            var template = Edition.Look.OwnTemplate(view.Kind) ?? throw new ConservationException($"'{entry.Id}' ({entry.Source}) stands {times} times on {page.Address}.");
            diagnostics.Add(Catalogue.EntryMisplaced(template, view.Kind, times));
        }

        if (diagnostics.Count > 0) NoteIn(page.Address.File, diagnostics);
        output.Write(buffer.Written);
    }

    /// <summary>What was found while a file of the output was made: by this build or, of a file that stands as it would be, by an earlier one.</summary>
    public void NoteIn(string path, IReadOnlyList<Diagnostic> diagnostics)
    {
        foundIn[path] = diagnostics;
        Note(diagnostics);
    }

    /// <summary>The file of a page. There is one for each at once.</summary>
    private sealed record PageFile(SiteBuild Build, PlannedPage Page) : RenderedFile(Page.Address.File)
    {
        public override Discussion? Discussion => Page.Discussion;

        public override Entry? Near => Page.Near;

        public override Action<Ingredients>? MadeOf => Page.MadeOf;

        public override void Render(IBufferWriter<byte> output) => Build.Render(Page, output);
    }
}
