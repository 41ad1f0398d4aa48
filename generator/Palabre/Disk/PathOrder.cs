using System.Runtime.InteropServices;
using Palabre.Reading;

namespace Palabre.Disk;

/// <summary>
/// The ordinal order of paths, without a comparison of whole ones: the children of each folder are sorted by name, that of a
/// folder with the '/' that follows it in paths, and what a folder holds stands where the folder does.
/// </summary>
internal static class PathOrder
{
    /// <summary>Compares two names in one folder as all paths compare that begin with them.</summary>
    internal static int Compare(ReadOnlySpan<char> a, bool aIsFolder, ReadOnlySpan<char> b, bool bIsFolder)
    {
        var common = Math.Min(a.Length, b.Length);
        var order = a[..common].SequenceCompareTo(b[..common]);
        return order != 0 ? order : After(a, aIsFolder, common) - After(b, bIsFolder, common);
    }

    /// <param name="nameAt">Where in each path the name begins.</param>
    internal static void Sort(List<Child> children, int nameAt) => CollectionsMarshal.AsSpan(children).Sort(
        (a, b) => Compare(
            a.File.Path.AsSpan(nameAt), a.Kind == ChildKind.Folder,
            b.File.Path.AsSpan(nameAt), b.Kind == ChildKind.Folder));

    /// <param name="folders">Each folder that was listed, by its path; the children sorted.</param>
    /// <param name="asked">The paths at which the listing began; one may lie within another.</param>
    internal static SourceFile[] FilesOf(Dictionary<string, List<Child>> folders, IEnumerable<string> asked)
    {
        var files = new List<SourceFile>(folders.Values.Sum(children => children.Count));
        var placed = new HashSet<string>(StringComparer.Ordinal);
        var isSorted = true;
        foreach (var path in asked.Order(Comparer<string>.Create((a, b) => Compare(a, true, b, true))))
        {
            var from = files.Count;
            Place(path, folders, placed, files);
            isSorted &= from == 0 || from == files.Count || string.CompareOrdinal(files[from - 1].Path, files[from].Path) < 0;
        }

        // A hidden folder within another one, asked for by name: what the other holds may stand on both sides of it.
        if (!isSorted) files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return [.. files];
    }

    private static void Place(string path, Dictionary<string, List<Child>> folders, HashSet<string> placed, List<SourceFile> files)
    {
        var pending = new Stack<(List<Child> Children, int Next)>();
        Begin(path);
        while (pending.TryPop(out var at))
        {
            var (children, next) = at;
            while (next < children.Count && children[next].Kind == ChildKind.File) files.Add(children[next++].File);
            if (next == children.Count) continue;
            pending.Push((children, next + 1));
            Begin(children[next].File.Path);
        }

        void Begin(string folder)
        {
            if (folders.TryGetValue(folder, out var children) && placed.Add(folder)) pending.Push((children, 0));
        }
    }

    // What follows a name in a path: nothing, which comes before all else, or a '/' and more.
    private static int After(ReadOnlySpan<char> name, bool isFolder, int at) => at < name.Length ? name[at] : isFolder ? '/' : -1;
}
