using System.Buffers;
using Palabre.Addressing;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Rendering;

namespace Palabre.Site;

/// <summary>
/// Every file of the output but those of searches, and its claim on an address. A file is made when it is wanted, of the many that a preview is never
/// asked for.
/// </summary>
internal sealed class PlannedFiles
{
    private readonly FilesOfKind[] kinds;
    private readonly (Claim Claim, OutputFile File)[] copies;
    private readonly FeedFiles feeds;
    private readonly Claim[] claims;
    private readonly Lazy<Dictionary<string, int>> positions; // of the first claim on each path
    private readonly Lazy<IReadOnlyList<OutputFile>> files;

    /// <param name="pictures">Beside posts.</param>
    /// <param name="fileOf">Gives the file of a page.</param>
    /// <param name="before">That of an earlier build.</param>
    internal PlannedFiles(
        Edition edition, PagePlan plan, IEnumerable<(Address Address, string Source, bool IsFormer)> pictures, bool hasSearch,
        Func<PlannedPage, RenderedFile> fileOf, PlannedFiles? before)
    {
        (feeds, copies) = (new(edition, before?.feeds), [.. Copied(edition, pictures)]);
        (Claim Claim, OutputFile File)[] exports = [.. ExportFiles.Of(edition)];
        OutputFile[] others = [.. Others(edition, plan, hasSearch, fileOf)];
        kinds =
        [
            new(plan.Claims, i => fileOf(plan.Pages[i])),
            new([.. copies.Select(c => c.Claim)], i => copies[i].File),
            new(feeds.Claims, i => feeds.Of(feeds.All[i])),
            new([.. exports.Select(e => e.Claim)], i => exports[i].File),
            new([.. others.Select(file => new Claim(new("/" + file.Path), new(SettingsReader.Path)))], i => others[i]),
        ];
        var isSame = before?.kinds.Zip(kinds).All(kind => ReferenceEquals(kind.First.Claims, kind.Second.Claims) || kind.First.Claims.AsSpan().SequenceEqual(kind.Second.Claims)) == true;
        claims = isSame ? before!.claims : [.. kinds.SelectMany(kind => kind.Claims)];
        positions = isSame ? before!.positions : Positions(claims);
        files = new(() => [.. Enumerable.Range(0, claims.Length).Select(FileAt)]);
    }

    /// <summary>In the order of <see cref="Files"/>.</summary>
    internal IReadOnlyList<Claim> Claims => claims;

    /// <summary>In the order of <see cref="Files"/>.</summary>
    internal IEnumerable<Address> Addresses => claims.Select(claim => claim.Address);

    internal IReadOnlyList<OutputFile> Files => files.Value;

    internal IEnumerable<CopiedFile> Copies => copies.Select(c => c.File).OfType<CopiedFile>();

    internal IReadOnlyList<FeedFile> Feeds => feeds.All;

    /// <summary>Whether each address is claimed for what claimed it before.</summary>
    internal bool HasClaimsOf(PlannedFiles? before) => before is not null && ReferenceEquals(claims, before.claims);

    /// <summary>The file at a path; of those that claim one place, the first. Null if there is none.</summary>
    internal OutputFile? Find(string path) => positions.Value.TryGetValue(path, out var position) ? FileAt(position) : null;

    /// <summary>What in the content the file at a path is made because of; null if there is no such file.</summary>
    internal SourceLocation? SourceOf(string path) => positions.Value.TryGetValue(path, out var position) ? claims[position].Source : null;

    private OutputFile FileAt(int position)
    {
        foreach (var kind in kinds)
        {
            if (position < kind.Claims.Length) return kind.File(position);
            position -= kind.Claims.Length;
        }

        throw new ArgumentOutOfRangeException(nameof(position));
    }

    // On its own, so that it holds no build: later ones take it over.
    private static Lazy<Dictionary<string, int>> Positions(Claim[] claims) => new(() =>
    {
        var positions = new Dictionary<string, int>(claims.Length, StringComparer.Ordinal);
        for (var i = 0; i < claims.Length; i++) positions.TryAdd(claims[i].Address.File, i);
        return positions;
    });

    /// <summary>What has one file each; what an editor wrote stands instead.</summary>
    private static IEnumerable<OutputFile> Others(Edition edition, PagePlan plan, bool hasSearch, Func<PlannedPage, RenderedFile> fileOf)
    {
        var own = edition.Archive.RootFiles.Select(path => AddressBook.Root(path).File).ToHashSet(StringComparer.Ordinal);
        OutputFile[] all =
        [
            .. SiteMap.Files(edition, plan),
            .. hasSearch ? Searches.Description(edition) : [],
            .. HostFiles.Of(edition, plan.Pages, output => fileOf(plan.Pages.First(page => page.Address == AddressBook.Home)).Render(output)),
            new WrittenFile(".nojekyll", _ => { }),
        ];
        return all.Where(file => !own.Contains(file.Path));
    }

    private static List<(Claim Claim, OutputFile File)> Copied(Edition edition, IEnumerable<(Address Address, string Source, bool IsFormer)> pictures)
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
            else files.Add((new(address, new(file.Path)), new WrittenFile(address.File, output => output.Write(file.Bytes.Span), _ => { })));
        }

        return files;

        void Copy(Address address, string source) =>
            files.Add((new(address, new(source)), new CopiedFile(address.File, source)));
    }

    /// <param name="File">Gives the file of a claim.</param>
    private sealed record FilesOfKind(Claim[] Claims, Func<int, OutputFile> File);
}
