using System.IO.Enumeration;
using Palabre.Diagnostics;
using Palabre.Reading;

namespace Palabre.Disk;

/// <summary>Lists the files under some folders, one level of folders after the other, the folders of a level in parallel.</summary>
/// <param name="takesMail">Folders that begin with a dot count if they are mail's: those within a maildir (Maildir++).</param>
internal sealed class SiteListing(string root, bool takesMail = false)
{
    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
        MatchType = MatchType.Simple,
    };

    private readonly HashSet<string> entered = new(StringComparer.Ordinal);
    private readonly LinkRules links = new(root);
    private List<Folder> level = [];

    internal List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>Takes a folder to be listed; false if there is none of that name.</summary>
    internal bool Enter(string folder)
    {
        var path = string.Join('/', folder.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(segment => segment != "."));
        var full = new DirectoryInfo(Path.Join(root, path));
        if (!full.Exists)
        {
            if (File.Exists(full.FullName)) Diagnostics.Add(Catalogue.FileForFolder(new(path)));
            return false;
        }

        if (links.ProblemOf(path) is { } problem) Diagnostics.Add(problem);
        else if (entered.Add(path)) level.Add(new(path, Linked: false));
        return true;
    }

    /// <returns>Ordinal by path, however the file system orders them.</returns>
    internal SourceFile[] Run()
    {
        var files = new List<SourceFile>();
        while (level.Count > 0)
        {
            var listed = new Contents[level.Count];
            Parallel.For(0, level.Count, i => listed[i] = List(level[i]));
            level = [];
            foreach (var contents in listed)
            {
                files.AddRange(contents.Files);
                Diagnostics.AddRange(contents.Diagnostics);
                foreach (var folder in contents.Folders)
                    if (entered.Add(folder.Path)) level.Add(folder); // one asked for by name is entered already
            }
        }

        SourceFile[] sorted = [.. files];
        Array.Sort(sorted, (a, b) => string.CompareOrdinal(a.Path, b.Path));
        return sorted;
    }

    private Contents List(Folder folder)
    {
        var contents = new Contents();
        var prefix = folder.Path.Length == 0 ? "" : folder.Path + "/";
        try
        {
            var children = new FileSystemEnumerable<Child>(Path.Join(root, folder.Path),
                (ref entry) => Child.Of(prefix, ref entry), Everything)
            {
                ShouldIncludePredicate = (ref entry) => !SourceNames.IsLeftover(folder.Path, entry.FileName)
                    || (takesMail && entry.IsDirectory && Directory.Exists(Path.Join(entry.ToFullPath(), "cur"))),
            };
            foreach (var child in children) Sort(child, folder, contents);
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            contents.Diagnostics.Add(Catalogue.UnreadableFolder(new(folder.Path), DiskFault.Reason(e)));
        }

        return contents;
    }

    private void Sort(Child child, Folder folder, Contents contents)
    {
        var name = child.Path.AsSpan(folder.Path.Length == 0 ? 0 : folder.Path.Length + 1);
        if (!SourceNames.IsUsable(name)) contents.Diagnostics.Add(Catalogue.UnusableName(new(folder.Path), name.ToString()));
        else if (child.IsLink) SortLink(child.Path, folder, contents);
        else if (child.IsFolder) SortFolder(new(child.Path, folder.Linked), contents);
        else SortFile(new(child.Path, child.Length, child.Stamp), contents);
    }

    private void SortLink(string path, Folder folder, Contents contents)
    {
        var problem = links.ProblemOf(path);
        var isFolder = problem is null && Directory.Exists(Path.Join(root, path));
        if (isFolder) problem = links.ProblemOfFolder(path, folder.Path, folder.Linked);
        if (problem is not null) contents.Diagnostics.Add(problem);
        else if (isFolder) SortFolder(new(path, Linked: true), contents);
        else SortFile(links.FileAt(path), contents);
    }

    private static void SortFolder(Folder folder, Contents contents)
    {
        contents.Folders.Add(folder);
        if (SourceNames.IsLikeFile(folder.Path)) contents.Diagnostics.Add(Catalogue.FolderNamedLikeFile(new(folder.Path)));
    }

    private void SortFile(SourceFile file, Contents contents)
    {
        if (file.Length == 0 && FileKind.OfEmpty(links.Real(file.Path)) is { } kind)
            contents.Diagnostics.Add(Catalogue.NotAFile(new(file.Path), kind));
        else contents.Files.Add(file);
    }

    /// <param name="Linked">Reached by a link that stands in another folder.</param>
    private readonly record struct Folder(string Path, bool Linked);

    private readonly record struct Child(string Path, long Length, long Stamp, bool IsFolder, bool IsLink)
    {
        internal static Child Of(string prefix, ref FileSystemEntry entry) => new(
            string.Concat(prefix, entry.FileName),
            entry.IsDirectory ? 0 : entry.Length,
            entry.IsDirectory ? 0 : entry.LastWriteTimeUtc.UtcTicks,
            entry.IsDirectory,
            (entry.Attributes & FileAttributes.ReparsePoint) != 0);
    }

    private sealed class Contents
    {
        internal List<SourceFile> Files { get; } = [];
        internal List<Folder> Folders { get; } = [];
        internal List<Diagnostic> Diagnostics { get; } = [];
    }
}
