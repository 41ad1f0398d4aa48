using System.IO.Enumeration;
using Palabre.Reading;

namespace Palabre.Disk;

/// <summary>Something in a folder of a site.</summary>
/// <param name="File">Its path; of a folder, and of a link, nothing else.</param>
/// <param name="Kind">A link is one, whatever it leads to.</param>
internal readonly record struct Child(SourceFile File, ChildKind Kind);

internal enum ChildKind : byte
{
    File,
    Folder,
    Link,
}

/// <summary>Reads what stands in one folder, without what is left behind there, in whatever order the disk has it.</summary>
/// <param name="full">The folder, absolute.</param>
/// <param name="path">The same from the site's folder, with '/'.</param>
/// <param name="takesMail">As <see cref="SiteListing"/> has it.</param>
/// <exception cref="IOException">It cannot be read; each step may say so.</exception>
internal sealed class FolderReader(string full, string path, bool takesMail) : FileSystemEnumerator<Child>(full, Everything)
{
    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
        MatchType = MatchType.Simple,
    };

    private readonly string prefix = path.Length == 0 ? "" : path + "/";

    protected override bool ShouldIncludeEntry(ref FileSystemEntry entry) => !SourceNames.IsLeftover(path, entry.FileName)
        || (takesMail && entry.IsDirectory && Directory.Exists(Path.Join(entry.ToFullPath(), "cur")));

    protected override Child TransformEntry(ref FileSystemEntry entry)
    {
        var at = string.Concat(prefix, entry.FileName);
        if (Standings.IsLink(ref entry)) return new(new(at, entry.IsDirectory ? 0 : entry.Length), ChildKind.Link);
        return entry.IsDirectory ? new(new(at, 0), ChildKind.Folder)
            : new(new(at, entry.Length, entry.LastWriteTimeUtc.UtcTicks), ChildKind.File);
    }
}
