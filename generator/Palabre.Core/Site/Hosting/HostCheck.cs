using System.Globalization;
using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Site;

/// <summary>A file of the output before it is written.</summary>
/// <param name="Source">The file of the site that it is a copy of; null where it is made.</param>
/// <param name="Bytes">Its length; null where that is not known.</param>
public readonly record struct SizedFile(string Path, string? Source, long? Bytes);

/// <summary>Holds an output against what hosts take, before a deployment does.</summary>
public static class HostCheck
{
    private const int MostNamed = 10;

    /// <summary>What is told of a host of several is told once, of the strictest.</summary>
    /// <param name="files">All of them, each once.</param>
    public static IEnumerable<Diagnostic> Of(SiteBuild build, Host host, IReadOnlyCollection<SizedFile> files)
    {
        HostLimits[] hosts = [.. HostLimits.Of(host)];
        var byFiles = hosts.Where(h => h.Files is not null).OrderBy(h => h.Files!.Most).ThenBy(h => h.Host);
        var byBytes = hosts.Where(h => h.Bytes is not null).OrderByDescending(h => h.Bytes!.IsVerified).ThenBy(h => h.Bytes!.Most);
        var byFileBytes = hosts.Where(h => h.FileBytes is not null).OrderByDescending(h => h.FileBytes!.IsVerified).ThenBy(h => h.FileBytes!.Most);
        return
        [
            .. byFiles.Select(limits => Files(build, host, limits, files)).OfType<Diagnostic>().Take(1),
            .. hosts.Where(h => h.FilesPerFolder is not null).SelectMany(limits => Folders(limits, files)),
            .. byBytes.Select(limits => Bytes(build, host, limits, files)).OfType<Diagnostic>().Take(1),
            .. byFileBytes.Take(1).SelectMany(limits => LargeFiles(limits, files)),
            .. Redirects(build, hosts),
            .. Paths(build, hosts),
        ];
    }

    private static Diagnostic? Files(SiteBuild build, Host host, HostLimits limits, IReadOnlyCollection<SizedFile> files)
    {
        var folders = limits.CountsFolders ? FoldersOf(files.Select(f => f.Path)) : 0;
        var count = files.Count + folders;
        var most = limits.Files!.Most;
        if (count <= most) return null;
        var parts = Parts(files, new(build), _ => 1);
        var told = parts.Take(3).Select(p => $"{Number(p.Sum)} are {p.Kind}")
            .Concat(folders > 0 ? [$"{Number(folders)} are folders, which count"] : []);
        var wayOut = WayOut(build, host, limits, parts, count - most);
        return Catalogue.TooManyFiles(count, limits.Name, most, string.Join(", ", told), wayOut, Where(limits.Files), limits.Files.IsVerified);
    }

    private static Diagnostic? Bytes(SiteBuild build, Host host, HostLimits limits, IReadOnlyCollection<SizedFile> files)
    {
        var (bytes, most) = (files.Sum(f => f.Bytes ?? 0), limits.Bytes!.Most);
        if (bytes <= most) return null;
        var parts = Parts(files, new(build), f => f.Bytes ?? 0);
        var told = string.Join(", ", parts.Take(3).Select(p => $"{p.Kind} {Catalogue.Megabytes(p.Sum)}"));
        var wayOut = WayOut(build, host, parts, bytes - most);
        return Catalogue.OutputTooLarge(bytes, limits.Name, most, told, wayOut, Where(limits.Bytes), limits.Bytes.IsVerified);
    }

    private static IEnumerable<Diagnostic> LargeFiles(HostLimits limits, IReadOnlyCollection<SizedFile> files)
    {
        var limit = limits.FileBytes!;
        return files.Where(f => f.Bytes > limit.Most).OrderByDescending(f => f.Bytes).ThenBy(f => f.Path, StringComparer.Ordinal).Take(MostNamed)
            .Select(file => Catalogue.FileTooLarge(
                new(file.Source ?? "output/" + file.Path), file.Path, file.Bytes!.Value, limits.Name, limit.Most, Where(limit), limit.IsVerified));
    }

    private static IEnumerable<Diagnostic> Redirects(SiteBuild build, HostLimits[] hosts)
    {
        // Rules are written only where the settings name a host that heeds them.
        if (build.Edition.Settings.Host is null || !hosts.Any(h => h.ReadsHostFiles)) yield break;
        var rules = HostFiles.Rules(build.Edition, build.Pages).Count();
        foreach (var limits in hosts.Where(h => h.Redirects is not null).OrderBy(h => h.Redirects!.Most).Take(1))
            if (rules > limits.Redirects!.Most) yield return Catalogue.TooManyRedirects(rules, limits.Name, limits.Redirects.Most, Where(limits.Redirects));
    }

    private static IEnumerable<Diagnostic> Paths(SiteBuild build, HostLimits[] hosts)
    {
        if (build.Edition.Settings.BasePath is { Length: > 0 } path && hosts.FirstOrDefault(h => h.ServesRoot) is { } root)
            yield return Catalogue.HostServesRoot(path, root.Name);
    }

    /// <summary>What brings the number below the limit, and really does: settings first, then other hosts.</summary>
    private static string WayOut(SiteBuild build, Host host, HostLimits limits, List<(string Kind, long Sum)> parts, long excess)
    {
        if (Settings(build, parts, excess) is { } settings) return settings;
        var hosts = HostLimits.All.Where(h => h != limits && (h.Files is null || h.Files.Most > limits.Files!.Most))
            .Select(h => h.Files is null ? $"{h.Name} sets no number" : $"{h.Name} takes {Number(h.Files.Most)}");
        var others = Others(host, string.Join(", ", hosts));
        return limits.More is { } more ? $"No setting brings it below that: {more}; {others}." : $"No setting brings it below that: {others}.";
    }

    /// <summary>What brings the bytes below the limit, and really does: settings first, then media elsewhere, then other hosts.</summary>
    private static string WayOut(SiteBuild build, Host host, List<(string Kind, long Sum)> parts, long excess)
    {
        if (Settings(build, parts, excess) is { } settings) return settings;
        if (parts.Any(p => p.Kind == OutputKinds.Media && p.Sum > excess)) return "Publish large media elsewhere, and link to them.";
        var others = string.Join(", ", HostLimits.All.Where(h => h.Bytes is null).Select(h => $"{h.Name} sets none"));
        return $"No setting brings it below that: {Others(host, others)}.";
    }

    private static string Others(Host host, string others) => host == Host.Any ? "check --host for the one you publish at" : others;

    /// <summary>The fewest settings that bring it below the limit; null where none do.</summary>
    private static string? Settings(SiteBuild build, List<(string Kind, long Sum)> parts, long excess)
    {
        var levers = new List<string>();
        foreach (var (kind, sum) in parts)
        {
            if (excess <= 0) break;
            if (OutputKinds.Lever(kind, build.Edition.Settings) is not { } lever) continue;
            levers.Add(lever);
            excess -= sum;
        }

        return excess <= 0 ? $"Write {string.Join(" and ", levers)} in content/site.yml." : null;
    }

    private static IEnumerable<Diagnostic> Folders(HostLimits limits, IReadOnlyCollection<SizedFile> files) => files
        .CountBy(f => f.Path[..(f.Path.LastIndexOf('/') + 1)], StringComparer.Ordinal)
        .Where(folder => folder.Value > limits.FilesPerFolder!.Most)
        .OrderBy(folder => folder.Key, StringComparer.Ordinal)
        .Select(folder => Catalogue.FolderTooFull(folder.Key, folder.Value, limits.Name, limits.FilesPerFolder!.Most, Where(limits.FilesPerFolder)));

    private static List<(string Kind, long Sum)> Parts(IEnumerable<SizedFile> files, OutputKinds kinds, Func<SizedFile, long> measure) =>
        [.. files.GroupBy(f => kinds.Of(f.Path), StringComparer.Ordinal).Select(g => (g.Key, g.Sum(measure)))
            .OrderByDescending(p => p.Item2).ThenBy(p => p.Key, StringComparer.Ordinal)];

    private static int FoldersOf(IEnumerable<string> paths)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
            for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
                if (!folders.Add(path[..slash])) break;
        return folders.Count;
    }

    private static string Where(HostLimit limit) =>
        $"{(limit.IsVerified ? "" : "not verified: ")}{limit.Source}, read on {limit.Read.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
