using System.Buffers;
using System.Collections.Concurrent;
using Palabre.Addressing;
using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Quoting;
using Palabre.Reading;
using Palabre.Rendering;
using Palabre.Searching;
using Palabre.Threading;

namespace Palabre.Site;

/// <summary>
/// The whole way from a site's files to those of its output: read → thread → list → render. What is found while files
/// are made joins <see cref="Diagnostics"/>; so ask for them when all are made.
/// </summary>
public sealed class SiteBuild
{
    private readonly ConcurrentDictionary<Diagnostic, byte> found = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<Diagnostic>> foundIn = new(StringComparer.Ordinal);
    private readonly ReadMemory memory;
    private readonly Checked<Look> look;
    [ThreadStatic]
    private static Utf8Buffer? pageBuffer; // large pages would each leave a large array behind

    private volatile bool hasErrors; // asked for by every page

    private readonly Claim[] claims;
    private readonly IReadOnlyList<Diagnostic> clashes;
    private readonly Lazy<Concordance>? words;
    private readonly Lazy<PublishedPlaces> places;
    private readonly Lazy<IReadOnlyList<OutputFile>> searches;

    private SiteBuild(Edition edition, Lazy<Concordance>? words, Checked<Ledger>? ledger, ReadMemory memory, Checked<Look> look, IEnumerable<Diagnostic> diagnostics, SiteBuild? before)
    {
        (Edition, Ledger, this.memory, this.look, this.words) = (edition, ledger, memory, look, words);
        Find(diagnostics);
        Pages = PagePlan.Make(edition, words is null ? null : () => words.Value.Start);
        var pictures = PostFiles.Of(edition, Find);
        var copies = MediaFiles(edition, pictures);
        (Claim Claim, OutputFile File)[] data = [.. FeedFiles.Of(edition), .. ExportFiles.Of(edition)];
        var (own, renderer) = (edition.Archive.RootFiles.Select(path => AddressBook.Root(path).File).ToHashSet(StringComparer.Ordinal), new PageRenderer(edition.Look));
        // What an editor wrote stands instead.
        OutputFile[] others =
        [
            .. new OutputFile[][]
            {
                [.. SiteMap.Files(edition, Pages)],
                words is null ? [] : [.. Searches.Description(edition)],
                [.. HostFiles.Of(edition, Pages, output => Render(renderer, Pages.First(page => page.Address == AddressBook.Home), output))],
                [new RenderedFile(".nojekyll", _ => { })],
            }.SelectMany(files => files).Where(file => !own.Contains(file.Path)),
        ];
        searches = new(() => words is null ? [] : [.. Searches.Files(words.Value)]);
        // Of feeds, the site's own are promised: those of posts, themes and authors move with their page.
        Address[] promised = [AddressBook.Feed, AddressBook.CommentsFeed, AddressBook.JsonFeed];
        places = new(() => new(edition, Pages,
        [
            .. edition.Archive.Media.Where(path => path.StartsWith(MediaPath.Folder, StringComparison.Ordinal)).Select(path => (AddressBook.Media(path), path)),
            .. pictures.Where(p => !p.IsFormer).Select(p => (p.Address, p.Source)),
            .. data.Where(d => promised.Contains(d.Claim.Address)).Select(d => (d.Claim.Address, SettingsReader.Path)),
        ],
        pictures.Where(p => p.IsFormer).Select(p => p.Address)));
        Find(AddressCheck.Written(edition.Archive));
        Find(AddressCheck.Anchors(edition.Forwarding));
        claims =
        [
            .. Pages.Select(p => new Claim(p.Address, p.Source)),
            .. copies.Select(c => c.Claim),
            .. data.Select(d => d.Claim),
            .. others.Select(file => new Claim(new("/" + file.Path), new(SettingsReader.Path))),
        ];
        edition.Links.Known = new(() => claims.Select(c => c.Address.Path).ToHashSet(StringComparer.Ordinal));
        (IReadOnlyList<Diagnostic> told, ConservationException? lost) = ([], null);
        Parallel.Invoke(
            () => told = before is not null && claims.AsSpan().SequenceEqual(before.claims) ? before.clashes : AddressCheck.Check(claims),
            () => lost = Conservation.Fault(edition, Pages));
        clashes = told;
        Find(clashes);
        if (!HasErrors && lost is not null) throw lost;
        Files =
        [
            .. Pages.Select(page => new RenderedFile(page.Address.File, output => Render(renderer, page, output)) { MadeOf = page.MadeOf, Discussion = page.Discussion, When = page.When }),
            .. copies.Select(c => c.File),
            .. data.Select(d => d.File),
            .. others,
        ];
    }

    public Edition Edition { get; }

    public Archive Archive => Edition.Archive;

    /// <summary>Null where the site has none. What is wrong with it is for the caller to tell.</summary>
    public Checked<Ledger>? Ledger { get; }

    /// <summary>What stands where, for as long as links last. Of no use where there are errors.</summary>
    public PublishedPlaces Places => places.Value;

    /// <summary>Every page, in an order that depends on the archive alone.</summary>
    public IReadOnlyList<PlannedPage> Pages { get; }

    /// <summary>Every file of the output but <see cref="SearchFiles"/>. Not to be written where there are errors.</summary>
    public IReadOnlyList<OutputFile> Files { get; }

    /// <summary>What searches read, made of every word of the archive when it is first asked for; empty where there is no search page.</summary>
    public IReadOnlyList<OutputFile> SearchFiles => searches.Value;

    /// <summary>Of what <see cref="SearchFiles"/> are made; null where there is no search page.</summary>
    internal Concordance? Words => words?.Value;

    /// <summary>For the search of another build; null where none was asked for, or <see cref="SearchFiles"/> were not made.</summary>
    public WordMemory? WordMemory => words is { IsValueCreated: true } ? words.Value.Memory : null;

    /// <summary>What was found so far, by source.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics =>
        [.. found.Keys.Concat(Edition.Strings.Missing.Select(Unspoken)).Order(Diagnostic.BySource)];

    /// <summary>What was found while files of the output were made, by the path of the file; the others left out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Diagnostic>> FoundIn => foundIn;

    /// <summary>How many were found so far: more of them are a reason to ask for <see cref="Diagnostics"/> again.</summary>
    public int DiagnosticCount => found.Count + Edition.Strings.Missing.Count;

    public bool HasErrors => hasErrors;

    /// <summary>The files, of those whose texts were rendered so far, that have links which any address of the site may answer.</summary>
    public IEnumerable<string> AskingSources => Edition.Links.Asking.Keys;

    /// <summary>Whether the look has all the words that were asked for so far.</summary>
    public bool HasAllWords => Edition.Strings.Missing.Count == 0;

    /// <inheritdoc cref="Site.Fingerprints(SiteFiles, Edition, IEnumerable{Address}, Func{string, Fingerprint}, IReadOnlySet{string}, int)"/>
    public Fingerprints Fingerprints(SiteFiles files, Func<string, Fingerprint> ofSource, IReadOnlySet<string> asking, int jobs) =>
        new(files, Edition, claims.Select(c => c.Address), ofSource, asking, jobs);

    /// <param name="settings">As <see cref="SettingsReader"/> read them, with what the command line says instead.</param>
    /// <param name="onStage">Told the name of each stage as it begins.</param>
    /// <param name="before">An earlier build: what it knows and cannot have changed is not worked out again. It changes what
    /// this costs, never what it gives. Settings and options must be the same objects for it to be of use.</param>
    /// <param name="wordsBefore">Gives what an earlier search left, when words are read; null: nothing is left of this one either.</param>
    /// <exception cref="OperationCanceledException">Between two stages.</exception>
    public static SiteBuild Prepare(
        SiteFiles files, Checked<Settings> settings, ReadingOptions options, Action<string> onStage, CancellationToken cancel,
        SiteBuild? before = null, Func<WordMemory>? wordsBefore = null)
    {
        onStage("read");
        // Templates are parsed beside the entries: of a small site, that takes as long.
        var looking = Task.Run(() => Look.Read(files, settings.Value, before?.look), CancellationToken.None);
        var (archive, memory) = ArchiveReader.Read(files, settings.Value, options, before?.memory);
        cancel.ThrowIfCancellationRequested();
        onStage("thread");
        var threads = Threader.Thread(archive.Value, before?.Edition.Threads);
        cancel.ThrowIfCancellationRequested();
        onStage("quote");
        var byPath = new Lazy<Dictionary<string, SourceFile>>(() => files.Files.ToDictionary(f => f.Path, StringComparer.Ordinal));
        var leaks = RemovedQuotations.Find(threads.Value, path => TextFile.Read(path, files.Read(byPath.Value[path]).Bytes.Span, []) ?? "");
        cancel.ThrowIfCancellationRequested();
        onStage("list");
        var look = looking.GetAwaiter().GetResult();
        var media = archive.Value.Media.ToHashSet(StringComparer.Ordinal);
        var pictures = files.Files.Where(f => media.Contains(f.Path)).ToDictionary(f => f.Path, StringComparer.Ordinal);
        var edition = new Edition(archive.Value, threads.Value, look.Value, path => files.Read(pictures[path]).Bytes, before?.Edition);
        var words = settings.Value.Search ? new Lazy<Concordance>(() => Concordance.Make(edition, options.Jobs, cancel, wordsBefore?.Invoke())) : null;
        return new(edition, words, LedgerCheck.Read(files), memory, look,
            [.. settings.Diagnostics, .. archive.Diagnostics, .. threads.Diagnostics, .. leaks, .. look.Diagnostics], before);
    }

    private void Find(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            found.TryAdd(diagnostic, 0);
            if (diagnostic.Severity == Severity.Error) hasErrors = true;
        }
    }

    private void Render(PageRenderer renderer, PlannedPage page, IBufferWriter<byte> output)
    {
        var diagnostics = new List<Diagnostic>();
        var buffer = pageBuffer ??= new(256 << 10);
        buffer.Clear();
        renderer.Render(page.View(diagnostics), buffer, diagnostics);
        if (page.Anchors.Count > 0 && !HasErrors && !diagnostics.Exists(d => d.Severity == Severity.Error))
            diagnostics.AddRange(Conservation.Anchors(page, buffer.Written));
        if (diagnostics.Count > 0) FindIn(page.Address.File, diagnostics);
        // A page that a template failed on proves nothing, and is not written.
        if (!HasErrors) Conservation.Prove(page, buffer.Written);
        output.Write(buffer.Written);
    }

    /// <summary>What was found while a file of the output was made: by this build or, of a file that stands as it would be, by an earlier one.</summary>
    public void FindIn(string path, IReadOnlyList<Diagnostic> diagnostics)
    {
        foundIn[path] = diagnostics;
        Find(diagnostics);
    }

    private Diagnostic Unspoken(string key) =>
        Catalogue.NoString(new($"{Edition.Settings.Look}/strings/{Edition.Strings.Language}.yml"), key, Edition.Strings.Language);

    private static List<(Claim Claim, OutputFile File)> MediaFiles(Edition edition, IEnumerable<(Address Address, string Source, bool IsFormer)> pictures)
    {
        var files = new List<(Claim, OutputFile)>();
        foreach (var path in edition.Archive.Media)
            if (path.StartsWith(MediaPath.Folder, StringComparison.Ordinal)) Copy(AddressBook.Media(path), path);
        foreach (var (address, source, _) in pictures) Copy(address, source);
        foreach (var path in edition.Archive.RootFiles) Copy(AddressBook.Root(path), path);
        foreach (var (name, file) in edition.Look.PublishedFiles)
        {
            var address = AddressBook.Asset(name);
            if (file.IsOfSite) Copy(address, file.Path);
            else files.Add((new(address, new(file.Path)), new RenderedFile(address.File, output => output.Write(file.Bytes.Span)) { MadeOf = _ => { } }));
        }

        return files;

        void Copy(Address address, string source) =>
            files.Add((new(address, new(source)), new CopiedFile(address.File, source) { MadeOf = made => made.AddSource(source) }));
    }
}
