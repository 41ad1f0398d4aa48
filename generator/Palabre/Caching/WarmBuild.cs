using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Palabre.Diagnostics;
using Palabre.Disk;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Searching;
using Palabre.Site;

namespace Palabre.Caching;

/// <summary>A build that knows the last one into the same folder, and leaves itself to the next.</summary>
internal sealed class WarmBuild
{
    private readonly CacheFolder? folder;
    private readonly LastBuild? before;
    private readonly SourceDigests digests;
    private readonly BuildScope scope;
    private readonly SiteFiles files;
    private readonly bool forget;
    private Fingerprints? asked;

    /// <param name="folder">Null: nothing is taken over, nor left.</param>
    /// <param name="forget">What the last build left is not to be used.</param>
    /// <param name="settings">The bytes of the settings, as they were read.</param>
    internal WarmBuild(BuildScope scope, SiteFiles files, ReadOnlyMemory<byte> settings, CacheFolder? folder, bool forget)
    {
        (this.scope, this.files, this.folder, this.forget) = (scope, files, folder, forget);
        before = forget ? null : folder?.Read(scope.Identity, files.Files);
        // A clock that was set back could bring back what had appeared.
        if (before is not null && scope.Now < before.Now) before = null;
        digests = new(files, scope.Root.FullName, settings);
    }

    /// <summary>The files of the site, to be read through this.</summary>
    internal SiteFiles Files => folder is null ? files : digests.Files;

    /// <summary>What the search of the last build left, and where this one's does; null where nothing is to be left.</summary>
    internal WordStore? Words => folder is null ? null : new(
        () => (forget ? null : folder.ReadWords(scope.Identity)) ?? WordMemory.None,
        memory => folder.Write(memory, scope.Identity));

    /// <summary>The last build, if another one would find and write the same; else null. To be asked before all else.</summary>
    internal LastBuild? Unchanged()
    {
        if (before is null) return null;
        if (scope.Now < before.Until && Standstill.Sources(before, files.Files, digests, scope.Jobs) is { } sources
            && Standstill.IsOutput(before, scope.OutputPrefix, scope.Jobs))
        {
            // The next one need not read the files again to see that only their times are new.
            if (!ReferenceEquals(sources, before.Sources))
                folder!.Write(before with { Sources = [.. sources.Select(s => s with { Stamp = Standstill.Lasting(s.Stamp, scope.Begun) })] });
            return before;
        }

        digests.TakeOver(before);
        return null;
    }

    /// <summary>Whether there is a last build, of which most may stand.</summary>
    internal bool HasBefore => before is not null;

    /// <summary>Finds what the last build left of a file that would be the same now: see <see cref="WriteOptions.Known"/>.</summary>
    internal Func<OutputFile, KnownFile?> Known(SiteBuild build)
    {
        if (before is null) return _ => null;
        // Of what changed it does not matter whether it asked: its bytes are others. So what still asks gives no others below.
        var fingerprints = asked = Fingerprints(build, Asking(_ => true));
        var files = new Dictionary<string, int>(before.Files.Count, StringComparer.Ordinal);
        for (var i = 0; i < before.Files.Count; i++) files[before.Files[i].Path] = i;
        var diagnostics = before.Diagnostics.Where(d => d.File >= 0).ToLookup(d => d.File, d => d.Diagnostic);
        return file =>
        {
            if (!files.TryGetValue(file.Path, out var i) || before.Files[i] is not { Made: { } made } built || fingerprints.Of(file) != made) return null;
            if (diagnostics[i].Any()) build.NoteIn(file.Path, [.. diagnostics[i]]);
            return new(built.Look, built.Digest);
        };
    }

    /// <summary>Finds out of what files are made about which <see cref="Known"/> will be asked; while something else is waited for, say.</summary>
    internal void Foresee(IReadOnlyList<OutputFile> files, CancellationToken cancel)
    {
        if (asked is not { } fingerprints) return;
        Parallel.ForEach(files, new() { MaxDegreeOfParallelism = scope.Jobs, CancellationToken = cancel }, file => fingerprints.Of(file));
    }

    /// <summary>
    /// A hash of every file of the site, of the options, and of what is published, in hexadecimal: builds of another state of the site, or of
    /// a moment at which more is published, have another. Of files that are copied, which may be large, the length stands for the bytes: each is
    /// in one part alone. A file that cannot be read counts as such.
    /// </summary>
    internal string Mark(SiteBuild build)
    {
        var copied = build.Copies.Select(copy => copy.Source).ToHashSet(StringComparer.Ordinal);
        var sources = new Digest[files.Files.Count];
        Parallel.For(0, sources.Length, new() { MaxDegreeOfParallelism = scope.Jobs }, i =>
        {
            if (!copied.Contains(files.Files[i].Path)) sources[i] = digests.Of(i) ?? default;
        });
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(scope.Options);
        for (var i = 0; i < sources.Length; i++) Add($"{files.Files[i].Path} {files.Files[i].Length} {sources[i]}");
        foreach (var id in build.Published) Add(id);
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(string text) => hash.AppendData(MemoryMarshal.AsBytes($"{text}\n".AsSpan()));
    }

    /// <summary>Leaves this build to the next.</summary>
    /// <param name="files">All files of the output, in any order.</param>
    /// <param name="standing">What became of each; ordinal by path.</param>
    /// <param name="others">What was found besides what the build found.</param>
    internal void Keep(SiteBuild build, IReadOnlyList<OutputFile> files, IReadOnlyList<StagedFile> standing, IEnumerable<Diagnostic> others)
    {
        if (folder is null || digests.IsUnsteady) return;
        // Of what holds the same as it did, whether its texts have links that other files may answer is known.
        var asking = Asking(s => digests.Of(s.Path) == s.Digest);
        asking.UnionWith(build.AskingSources);
        if (Sources(asking) is not { } sources || Built(build, files, standing, asking) is not { } built || RecordLook() is not { } record) return;
        var positions = new Dictionary<string, int>(build.FoundIn.Count, StringComparer.Ordinal);
        for (var i = 0; i < standing.Count; i++)
            if (build.FoundIn.ContainsKey(standing[i].Path)) positions[standing[i].Path] = i;
        BuiltDiagnostic[] ofFiles = [.. build.FoundIn.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .SelectMany(pair => pair.Value.Select(d => new BuiltDiagnostic(positions[pair.Key], d)))];
        var known = ofFiles.Select(d => d.Diagnostic).ToHashSet();
        folder.Write(new()
        {
            Identity = scope.Identity,
            Now = scope.Now,
            Until = build.Archive.Until ?? DateTimeOffset.MaxValue,
            Size = ArchiveSize.Of(build.Archive),
            Sources = sources,
            Files = built,
            Record = record,
            Diagnostics = [.. ofFiles, .. build.Diagnostics.Concat(others).Where(d => !known.Contains(d)).Select(d => new BuiltDiagnostic(-1, d))],
        });
    }

    /// <summary>Null where one cannot be read any more.</summary>
    private BuiltSource[]? Sources(HashSet<string> asking)
    {
        var sources = new BuiltSource[files.Files.Count];
        var isWhole = true;
        Parallel.For(0, sources.Length, new() { MaxDegreeOfParallelism = scope.Jobs }, i =>
        {
            var file = files.Files[i];
            if (digests.Of(i) is { } digest) sources[i] = new(file.Path, file.Length, Standstill.Lasting(file.Stamp, scope.Begun), digest, asking.Contains(file.Path));
            else Volatile.Write(ref isWhole, false);
        });
        return isWhole ? sources : null;
    }

    /// <summary>Null where a file is gone, or a copy is of other bytes than its source was known by: both were edited meanwhile.</summary>
    private BuiltFile[]? Built(SiteBuild build, IReadOnlyList<OutputFile> files, IReadOnlyList<StagedFile> standing, HashSet<string> asking)
    {
        var fingerprints = asked?.IsOf(asking) == true ? asked : Fingerprints(build, asking);
        var byPath = files.Where(file => file.MadeOf is not null).ToDictionary(file => file.Path, StringComparer.Ordinal);
        var built = new BuiltFile[standing.Count];
        var prefix = scope.OutputPrefix;
        var isWhole = true;
        Parallel.For(0, built.Length, new() { MaxDegreeOfParallelism = scope.Jobs }, i =>
        {
            var (path, _, _, digest, known) = standing[i];
            var file = byPath.GetValueOrDefault(path);
            var isOfSource = file is not CopiedFile copy || digests.Of(copy.Source) == digest;
            if (isOfSource && (known ?? FileLook.At(prefix, path)) is { } look) built[i] = new(path, look, digest, file is null ? null : fingerprints.Of(file));
            else Volatile.Write(ref isWhole, false);
        });
        return isWhole ? built : null;
    }

    private Fingerprints Fingerprints(SiteBuild build, HashSet<string> asking) =>
        build.Fingerprints(files, path => digests.Of(path) is { } digest ? digest.First : default, asking, scope.Jobs);

    /// <summary>The files whose texts had links that other files may answer.</summary>
    private HashSet<string> Asking(Func<BuiltSource, bool> isMeant) => before is null ? new(StringComparer.Ordinal)
        : before.Sources.Where(s => s.AsksAddresses && isMeant(s)).Select(s => s.Path).ToHashSet(StringComparer.Ordinal);

    private BuiltFile? RecordLook() => FileLook.At(scope.OutputPrefix, OutputPaths.Record) is { } look
        ? new(OutputPaths.Record, look, default, null) : null;
}

/// <summary>What one build is about.</summary>
/// <param name="Options">Those that have a say in its files, whatever part of them is made.</param>
/// <param name="Begun">When it began, by the clock of the machine.</param>
/// <param name="Now">The moment that decides what lies in the future.</param>
internal sealed record BuildScope(
    DirectoryInfo Root, DirectoryInfo Output, Digest Identity, string Options, DateTimeOffset Begun, DateTimeOffset Now, int Jobs)
{
    internal string OutputPrefix { get; } = Path.TrimEndingDirectorySeparator(Output.FullName) + Path.DirectorySeparatorChar;
}
