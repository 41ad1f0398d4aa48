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
        foreach (var limits in hosts.Where(h => h.Files is not null).OrderBy(h => h.Files!.Most).ThenBy(h => h.Host))
        {
            if (Files(build, host, limits, files) is not { } diagnostic) continue;
            yield return diagnostic;
            break;
        }

        foreach (var limits in hosts.Where(h => h.FilesPerFolder is not null))
            foreach (var diagnostic in Folders(limits, files)) yield return diagnostic;
        foreach (var limits in hosts.Where(h => h.Bytes is not null).OrderByDescending(h => h.Bytes!.IsVerified).ThenBy(h => h.Bytes!.Most))
        {
            var bytes = files.Sum(f => f.Bytes ?? 0);
            if (bytes <= limits.Bytes!.Most) continue;
            var parts = Parts(files, new(build), f => f.Bytes ?? 0);
            var told = string.Join(", ", parts.Take(3).Select(p => $"{p.Kind} {Catalogue.Megabytes(p.Sum)}"));
            var excess = bytes - limits.Bytes.Most;
            var others = string.Join(", ", HostLimits.All.Where(h => h.Bytes is null).Select(h => $"{h.Name} sets none"));
            var wayOut = Settings(build, parts, excess)
                ?? (parts.Any(p => p.Kind == OutputKinds.Media && p.Sum > excess) ? "Publish large media elsewhere, and link to them." : $"No setting brings it below that: {Others(host, others)}.");
            yield return Catalogue.OutputTooLarge(bytes, limits.Name, limits.Bytes.Most, told, wayOut, Where(limits.Bytes), limits.Bytes.IsVerified);
            break;
        }

        foreach (var limits in hosts.Where(h => h.FileBytes is not null).OrderByDescending(h => h.FileBytes!.IsVerified).ThenBy(h => h.FileBytes!.Most).Take(1))
        {
            SizedFile[] large = [.. files.Where(f => f.Bytes > limits.FileBytes!.Most).OrderByDescending(f => f.Bytes).ThenBy(f => f.Path, StringComparer.Ordinal)];
            foreach (var file in large.Take(MostNamed))
                yield return Catalogue.FileTooLarge(new(file.Source ?? "output/" + file.Path), file.Path, file.Bytes!.Value, limits.Name, limits.FileBytes!.Most, Where(limits.FileBytes), limits.FileBytes.IsVerified);
        }

        var rules = hosts.Any(h => h.ReadsHostFiles) && build.Edition.Settings.Host is not null ? HostFiles.Rules(build.Edition, build.Pages).Count() : 0;
        foreach (var limits in hosts.Where(h => h.Redirects is not null).OrderBy(h => h.Redirects!.Most).Take(1))
            if (rules > limits.Redirects!.Most) yield return Catalogue.TooManyRedirects(rules, limits.Name, limits.Redirects.Most, Where(limits.Redirects));
        if (build.Edition.Settings.BasePath is { Length: > 0 } path && hosts.FirstOrDefault(h => h.ServesRoot) is { } root)
            yield return Catalogue.HostServesRoot(path, root.Name);
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
        return Catalogue.TooManyFiles(count, limits.Name, most, string.Join(", ", told), WayOut(build, host, limits, parts, count - most), Where(limits.Files), limits.Files.IsVerified);
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
