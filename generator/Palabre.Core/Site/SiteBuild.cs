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
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? pageBuffer; // large pages would each leave a large array behind

    private volatile bool hasErrors; // asked for by every page

    private SiteBuild(Edition edition, Concordance? words, IEnumerable<Diagnostic> diagnostics)
    {
        Edition = edition;
        Find(diagnostics);
        Pages = PagePlan.Make(edition, words?.Start);
        var pictures = PostFiles.Of(edition, Find);
        var copies = MediaFiles(edition, pictures);
        OutputFile[] others =
        [
            .. SiteMap.Files(edition, Pages), .. Feeds.Files(edition), .. words is null ? [] : Searches.Files(edition, words),
            new RenderedFile(".nojekyll", _ => { }),
        ];
        Find(AddressCheck.Written(edition.Archive));
        Claim[] claims =
        [
            .. Pages.Select(p => new Claim(p.Address, p.Source)),
            .. copies.Select(c => c.Claim),
            .. others.Select(file => new Claim(new("/" + file.Path), new(SettingsReader.Path))),
        ];
        Find(AddressCheck.Check(claims));
        edition.Links.Known = claims.Select(c => c.Address.Path).ToHashSet(StringComparer.Ordinal);
        if (!HasErrors) Conservation.Prove(edition, Pages);
        var renderer = new PageRenderer(edition.Look);
        Files =
        [
            .. Pages.Select(page => new RenderedFile(page.Address.File, output => Render(renderer, page, output))),
            .. copies.Select(c => c.File),
            .. others,
        ];
    }

    public Edition Edition { get; }

    public Archive Archive => Edition.Archive;

    /// <summary>Every page, in an order that depends on the archive alone.</summary>
    public IReadOnlyList<PlannedPage> Pages { get; }

    /// <summary>Every file of the output. Not to be written where there are errors.</summary>
    public IReadOnlyList<OutputFile> Files { get; }

    /// <summary>What was found so far, by source.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics =>
        [.. found.Keys.Concat(Edition.Strings.Missing.Select(Unspoken)).Order(Diagnostic.BySource)];

    public bool HasErrors => hasErrors;

    /// <param name="settings">As <see cref="SettingsReader"/> read them, with what the command line says instead.</param>
    /// <param name="onStage">Told the name of each stage as it begins.</param>
    /// <exception cref="OperationCanceledException">Between two stages.</exception>
    public static SiteBuild Prepare(
        SiteFiles files, Checked<Settings> settings, ReadingOptions options, Action<string> onStage, CancellationToken cancel)
    {
        onStage("read");
        var archive = ArchiveReader.Read(files, settings.Value, options);
        cancel.ThrowIfCancellationRequested();
        onStage("thread");
        var threads = Threader.Thread(archive.Value);
        cancel.ThrowIfCancellationRequested();
        onStage("quote");
        var quotations = Quotations.Find(threads.Value, options.Jobs);
        cancel.ThrowIfCancellationRequested();
        onStage("list");
        var look = Look.Read(files, settings.Value);
        var media = archive.Value.Media.ToHashSet(StringComparer.Ordinal);
        var pictures = files.Files.Where(f => media.Contains(f.Path)).ToDictionary(f => f.Path, StringComparer.Ordinal);
        var edition = new Edition(archive.Value, threads.Value, quotations, look.Value, path => files.Read(pictures[path]).Bytes);
        cancel.ThrowIfCancellationRequested();
        onStage("search");
        var words = settings.Value.Search ? Concordance.Make(edition, options.Jobs, cancel) : null;
        return new(edition, words,
            [.. settings.Diagnostics, .. archive.Diagnostics, .. threads.Diagnostics, .. look.Diagnostics]);
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
        buffer.ResetWrittenCount();
        renderer.Render(page.View(diagnostics), buffer, diagnostics);
        Find(diagnostics);
        // A page that a template failed on proves nothing, and is not written.
        if (!HasErrors) Conservation.Prove(page, buffer.WrittenSpan);
        output.Write(buffer.WrittenSpan);
    }

    private Diagnostic Unspoken(string key) =>
        Catalogue.NoString(new($"{Edition.Settings.Look}/strings/{Edition.Strings.Language}.yml"), key, Edition.Strings.Language);

    private static List<(Claim Claim, OutputFile File)> MediaFiles(Edition edition, IEnumerable<(Address Address, string Source)> pictures)
    {
        var files = new List<(Claim, OutputFile)>();
        foreach (var path in edition.Archive.Media)
            if (path.StartsWith(MediaPath.Folder, StringComparison.Ordinal)) Copy(AddressBook.Media(path), path);
        foreach (var (address, source) in pictures) Copy(address, source);
        foreach (var (name, file) in edition.Look.PublishedFiles)
        {
            var address = AddressBook.Asset(name);
            if (file.IsOfSite) Copy(address, file.Path);
            else files.Add((new(address, new(file.Path)), new RenderedFile(address.File, output => output.Write(file.Bytes.Span))));
        }

        return files;

        void Copy(Address address, string source) =>
            files.Add((new(address, new(source)), new CopiedFile(address.File, source)));
    }
}
