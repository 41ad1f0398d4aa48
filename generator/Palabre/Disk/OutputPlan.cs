using System.IO.Enumeration;
using Palabre.Diagnostics;

namespace Palabre.Disk;

/// <summary>What a commit is to do beside moving staged files: fixed, and every obstacle known, before it begins.</summary>
internal sealed class OutputPlan(OutputDisk disk, OutputTree tree)
{
    // Named one by one; of the others the number is told.
    private const int MostNamed = 10;

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, RecurseSubdirectories = true };

    private readonly HashSet<string> stale = new(StringComparer.Ordinal);
    private readonly HashSet<string> giveWay = new(StringComparer.Ordinal);
    private readonly List<string> foreign = [];
    private readonly List<Diagnostic> diagnostics = [];

    /// <summary>Stale files in the place of a folder, or in a folder in the place of a file: deleted before anything moves.</summary>
    internal IReadOnlyCollection<string> DeletedFirst => giveWay;

    /// <summary>The other stale files.</summary>
    internal IEnumerable<string> DeletedLast => stale.Where(path => !giveWay.Contains(path));

    /// <summary>Folders in the place of a file, and those in them, innermost first: empty once files gave way.</summary>
    internal List<string> FoldersThatGiveWay { get; } = [];

    internal int Deletions => stale.Count;

    /// <summary>Warnings, and errors that forbid a commit.</summary>
    internal IReadOnlyList<Diagnostic> Diagnostics => [.. diagnostics, .. ForeignFiles()];

    /// <summary>
    /// A file that was recorded and is no longer wanted: deleted if it is still one of the things that were recorded of
    /// it, kept if somebody changed it since. What stands behind a link is none of ours.
    /// </summary>
    /// <param name="folder">The file's, in the tree.</param>
    internal void AddStale(string path, int folder, IReadOnlyList<Digest> recorded)
    {
        if (tree.StandingOf(folder) != Standing.Folder) return;
        var standing = Standings.Of(disk.Full(path));
        if (standing == Standing.File && recorded.Contains(DigestOf(disk.Full(path)) ?? default)) stale.Add(path);
        else if (standing is Standing.File or Standing.Link) diagnostics.Add(Catalogue.ChangedFileKept(disk.At(path)));
    }

    /// <summary>Every stale file must have been added.</summary>
    /// <param name="folder">One that the output needs.</param>
    internal void AddFolder(int folder)
    {
        var path = tree.PathOf(folder);
        if (tree.StandingOf(folder) == Standing.Link) diagnostics.Add(Catalogue.LinkInTheWay(disk.At(path)));
        if (tree.StandingOf(folder) == Standing.File) MustGiveWay(path);
    }

    /// <inheritdoc cref="AddFolder" path="/summary"/>
    internal void AddFile(string path, Fate fate)
    {
        if (fate == Fate.Link) diagnostics.Add(Catalogue.LinkInTheWay(disk.At(path)));
        if (fate == Fate.Foreign) foreign.Add(path);
        if (fate == Fate.OverFolder) EmptyFolder(path);
    }

    private void EmptyFolder(string path)
    {
        var root = disk.Full(path);
        List<string> folders = [path];
        var found = new FileSystemEnumerable<(string Path, bool IsFolder)>(root,
            (ref entry) => ($"{path}/{Path.GetRelativePath(root, entry.ToFullPath()).Replace(Path.DirectorySeparatorChar, '/')}", IsFolder(ref entry)),
            Everything)
        { ShouldRecursePredicate = (ref entry) => IsFolder(ref entry) };
        foreach (var (child, isFolder) in found)
        {
            if (isFolder) folders.Add(child);
            else MustGiveWay(child);
        }

        folders.Sort(StringComparer.Ordinal);
        folders.Reverse();
        FoldersThatGiveWay.AddRange(folders);
    }

    private void MustGiveWay(string path)
    {
        if (stale.Contains(path)) giveWay.Add(path);
        else foreign.Add(path);
    }

    private IEnumerable<Diagnostic> ForeignFiles()
    {
        foreign.Sort(StringComparer.Ordinal);
        foreach (var path in foreign.Take(MostNamed)) yield return Catalogue.ForeignFile(disk.At(path));
        if (foreign.Count > MostNamed) yield return Catalogue.MoreForeignFiles(disk.Location, foreign.Count - MostNamed);
    }

    private static bool IsFolder(ref FileSystemEntry entry) =>
        entry.IsDirectory && !Standings.IsLink(ref entry);

    private static Digest? DigestOf(string full)
    {
        try
        {
            return Digest.OfFile(full, new FileInfo(full).Length);
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            return null;
        }
    }
}
