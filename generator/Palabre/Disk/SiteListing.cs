using Palabre.Diagnostics;
using Palabre.Reading;

namespace Palabre.Disk;

/// <summary>Lists the files under some folders, one level of folders after the other, the folders of a level in parallel.</summary>
/// <param name="takesMail">Folders that begin with a dot count if they are mail's: those within a maildir (Maildir++).</param>
internal sealed class SiteListing(string root, bool takesMail = false)
{
    // Each folder that is listed or about to be, by its path, and what it holds as soon as that is known.
    private readonly Dictionary<string, List<Child>> entered = new(StringComparer.Ordinal);
    private readonly LinkRules links = new(root);
    private List<Folder> level = [];

    internal List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>Whether it came across links, followed or not.</summary>
    internal bool HasLinks { get; private set; }

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
        else if (entered.TryAdd(path, [])) level.Add(new(path, Linked: false));
        return true;
    }

    /// <returns>Ordinal by path, however the file system orders them.</returns>
    internal SourceFile[] Run()
    {
        string[] asked = [.. level.Select(folder => folder.Path)];
        while (level.Count > 0)
        {
            var listed = new Contents[level.Count];
            Parallel.For(0, level.Count, i => listed[i] = List(level[i]));
            var below = new List<Folder>();
            for (var i = 0; i < listed.Length; i++)
            {
                entered[level[i].Path] = listed[i].Children;
                Diagnostics.AddRange(listed[i].Diagnostics);
                HasLinks |= listed[i].HasLinks;
                foreach (var folder in listed[i].Folders)
                    if (entered.TryAdd(folder.Path, [])) below.Add(folder); // one asked for by name is entered already
            }

            level = below;
        }

        return PathOrder.FilesOf(entered, asked);
    }

    private Contents List(Folder folder)
    {
        var contents = new Contents();
        try
        {
            using var reader = new FolderReader(Path.Join(root, folder.Path), folder.Path, takesMail);
            while (reader.MoveNext()) Sort(reader.Current, folder, contents);
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            contents.Diagnostics.Add(Catalogue.UnreadableFolder(new(folder.Path), DiskFault.Reason(e)));
        }

        PathOrder.Sort(contents.Children, NameAt(folder.Path));
        return contents;
    }

    private void Sort(Child child, Folder folder, Contents contents)
    {
        var path = child.File.Path;
        var name = path.AsSpan(NameAt(folder.Path));
        if (!SourceNames.IsUsable(name)) contents.Diagnostics.Add(Catalogue.UnusableName(new(folder.Path), name.ToString()));
        else if (child.Kind == ChildKind.Link) SortLink(path, folder, contents);
        else if (child.Kind == ChildKind.Folder) SortFolder(new(path, folder.Linked), contents);
        else SortFile(child.File, contents);
    }

    private void SortLink(string path, Folder folder, Contents contents)
    {
        contents.HasLinks = true;
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
        contents.Children.Add(new(new(folder.Path, 0), ChildKind.Folder));
        if (SourceNames.IsLikeFile(folder.Path)) contents.Diagnostics.Add(Catalogue.FolderNamedLikeFile(new(folder.Path)));
    }

    private void SortFile(SourceFile file, Contents contents)
    {
        if (file.Length == 0 && EmptyFile.KindOf(links.Real(file.Path)) is { } kind)
            contents.Diagnostics.Add(Catalogue.NotAFile(new(file.Path), kind));
        else contents.Children.Add(new(file, ChildKind.File));
    }

    /// <param name="Linked">Reached by a link that stands in another folder.</param>
    private readonly record struct Folder(string Path, bool Linked);

    /// <summary>Where in the paths of a folder's children their names begin.</summary>
    private static int NameAt(string folder) => folder.Length == 0 ? 0 : folder.Length + 1;

    private sealed class Contents
    {
        /// <summary>Files and folders.</summary>
        internal List<Child> Children { get; } = [];

        internal List<Folder> Folders { get; } = [];
        internal List<Diagnostic> Diagnostics { get; } = [];
        internal bool HasLinks { get; set; }
    }
}
