using Palabre.Reading;

namespace Palabre.Disk;

/// <summary>Keeps a listing true after a change of a few files, at the cost of looking at these.</summary>
internal static class ListingUpdate
{
    /// <param name="before">A listing in which nothing was found wrong; ordinal by path.</param>
    /// <param name="folders">Those that were listed; they may be hidden themselves.</param>
    /// <param name="changed">Paths from the site's folder at which something may have changed.</param>
    /// <returns>What a new listing would give; null where only that can tell: folders, links and what is no plain file.</returns>
    internal static IReadOnlyList<SourceFile>? Apply(DirectoryInfo root, IReadOnlyList<SourceFile> before, IReadOnlyList<string> folders, IEnumerable<string> changed)
    {
        var files = new List<SourceFile>(before);
        foreach (var path in changed)
        {
            if (SourceNames.HasLeftover(path, WithinListed(path, folders))) continue;
            var at = Position(files, path);
            var found = new FileInfo(Path.Join(root.FullName, path));
            if (Directory.Exists(found.FullName) || found.LinkTarget is not null) return null;
            if (!found.Exists)
            {
                if (at >= 0) files.RemoveAt(at);
                else if (IsFolder(files, path)) return null;
                continue;
            }

            // What is empty may be a pipe, and a file of a folder that was not listed may be one of a link.
            if (found.Length == 0 || !SourceNames.IsUsable(found.Name)) return null;
            var file = new SourceFile(path, found.Length, found.LastWriteTimeUtc.Ticks);
            // Somebody wrote, though the disk's clock does not show it.
            if (at >= 0) files[at] = files[at] == file ? file with { Stamp = ~file.Stamp } : file;
            else if (IsInListedFolder(files, ~at, path)) files.Insert(~at, file);
            else return null;
        }

        return files;
    }

    // Names that go on otherwise may stand between a folder's own and those of its files: '-' and '.' come before '/'.
    private static bool IsFolder(List<SourceFile> files, string path) =>
        ~Position(files, path + "/") is var first && first < files.Count && files[first].Path.StartsWith(path + "/", StringComparison.Ordinal);

    /// <summary>Where in a path that begins which is not a listed folder's own.</summary>
    private static int WithinListed(string path, IReadOnlyList<string> folders)
    {
        var within = 0;
        foreach (var folder in folders)
            if (SourceNames.IsWithin(path, folder)) within = Math.Max(within, folder.Length + 1);
        return within;
    }

    private static bool IsInListedFolder(List<SourceFile> files, int at, string path)
    {
        var folder = path.AsSpan(0, path.LastIndexOf('/') + 1);
        return (at > 0 && files[at - 1].Path.AsSpan().StartsWith(folder)) || (at < files.Count && files[at].Path.AsSpan().StartsWith(folder));
    }

    private static int Position(List<SourceFile> files, string path) => files.BinarySearch(
        new(path, 0), Comparer<SourceFile>.Create((a, b) => string.CompareOrdinal(a.Path, b.Path)));
}
