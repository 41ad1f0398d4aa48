using Palabre.Diagnostics;
using Palabre.Site;

namespace Palabre.Disk;

/// <summary>Writes a site to its output folder: only what changed, all or nothing, and nothing that is not ours.</summary>
/// <remarks>
/// <para>The protocol. Its promise: whenever the process is killed, each file of the output is whole, old or new, and the
/// next build puts the rest right.</para>
/// <list type="number">
/// <item>The folder is locked (<see cref="OutputMark"/>), and what a killed build left in <c>.palabre-staging/</c> is
/// removed. The staging folder is in the output folder, so that files can be renamed from one to the other.</item>
/// <item>All files are rendered, in parallel. One whose bytes stand in the output is left alone, time and all; any other is
/// written to the staging folder. A full disk shows here, when nothing has changed yet.</item>
/// <item>If what was rendered may be committed and nothing is in the way, the record <c>SHA256SUMS</c> is replaced by the
/// union of the old one and the new: whatever step is the last, each file of ours is in it. (Both records were staged before:
/// a commit only renames and deletes.) Then files move into place,
/// each by a rename, a new folder by one for all that is in it; then files of the old record that are not in the new are
/// deleted, each only if it is still what was recorded, and folders that are empty by that. Last comes the new record.
/// Where a file gives way to a folder of its name, or a folder to a file, the old is deleted first: for that moment neither
/// stands.</item>
/// <item>The staging folder is removed.</item>
/// </list>
/// <para>What is not in the record is not ours: it is never changed nor deleted, and with other bytes in a page's place it is
/// an error. A file of the record is ours: if somebody edited it, the next build writes it anew. Links below the output
/// folder are never followed; the output folder itself may be one if the command line names it.</para>
/// <para>Nothing is flushed to the disk (fsync): a kill loses nothing that the system was given, and at a power failure a
/// page may be cut short, which the next build sees, as it compares bytes. For 200,000 files the certainty would cost
/// minutes. On a file system that ignores case, a page whose address changes by case only keeps its old name on disk.</para>
/// </remarks>
internal static class OutputFolder
{
    /// <summary>Renders, stages and commits.</summary>
    /// <param name="files">In any order; their order does not matter to the outcome.</param>
    /// <param name="mayCommit">Called once all is rendered, on the calling thread, unless something of the disk forbids the
    /// commit already: whether what rendering found allows it.</param>
    /// <param name="cancel">Heeded until the commit begins.</param>
    /// <exception cref="OperationCanceledException">The output is as it was. So it is if a rendering or
    /// <paramref name="mayCommit"/> throws, whose exceptions come as they are. The disk's become diagnostics.</exception>
    internal static WriteResult Write(DirectoryInfo output, IReadOnlyList<OutputFile> files, WriteOptions options,
        Func<bool> mayCommit, CancellationToken cancel, Action<string>? onStep = null)
    {
        var disk = new OutputDisk(output, options.Root, onStep);
        var paths = new PathCheck(disk.Location);
        OutputFile[] sorted = [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
        if (paths.Problems(sorted) is { Count: > 0 } problems) return WriteResult.Nothing(problems);
        try
        {
            using var session = OutputSession.Open(disk, out var problem);
            return session is null ? WriteResult.Nothing([problem!])
                : new OutputBuild(disk, session, paths, sorted, options).Run(mayCommit, cancel);
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            var reason = File.Exists(disk.Folder) ? "a file has its name" : DiskFault.Reason(e);
            return WriteResult.Nothing([Catalogue.CannotWrite(disk.Location, reason)]);
        }
    }

    /// <summary>Why an output folder must not be written to, whatever is in it; null if it may be.</summary>
    /// <param name="root">The site's folder.</param>
    /// <param name="folders">The folders of the site that are read, from the root: an output folder in one of them would be
    /// read as content by the next build.</param>
    /// <param name="isNamed">Whoever runs the build named the folder: a link that the repository brought along is not what they meant.</param>
    internal static Diagnostic? Refusal(DirectoryInfo root, DirectoryInfo output, IReadOnlyList<string> folders, bool isNamed)
    {
        var location = new OutputDisk(output, root, null).Location;
        if (!isNamed && output.LinkTarget is not null) return Catalogue.OutputIsLink(location, Path.GetRelativePath(Directory.GetCurrentDirectory(), output.FullName).Replace(Path.DirectorySeparatorChar, '/'));
        var (site, target) = (RealPath.Of(root.FullName), RealPath.Of(output.FullName));
        if (site is null || target is null) return Catalogue.OutputInSite(location, "is reached by a circle of links");
        if (target.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Contains(".git", StringComparer.OrdinalIgnoreCase))
            return Catalogue.OutputInSite(location, "lies in a folder of git's own");
        if (RealPath.IsWithin(site, target))
            return Catalogue.OutputInSite(location, RealPath.IsWithin(target, site) ? "is the site's folder" : "holds the site");
        foreach (var folder in folders)
        {
            if (RealPath.Of(Path.Join(root.FullName, folder)) is not { } real) continue;
            if (RealPath.IsWithin(target, real)) return Catalogue.OutputInSite(location, $"lies in '{folder}', which is read");
            if (RealPath.IsWithin(real, target)) return Catalogue.OutputInSite(location, $"holds '{folder}', which is read");
        }

        return null;
    }
}
