using System.IO.Enumeration;

namespace Palabre.Disk;

/// <summary>What stands at a place of the output folder.</summary>
internal enum Standing : byte
{
    /// <summary>Nobody has looked yet.</summary>
    Unknown,
    Nothing,
    Folder,

    /// <summary>Or a pipe, a socket, a device: nothing in the output folder is opened that is not as long as a page.</summary>
    File,

    /// <summary>A symbolic link or its like, whatever it leads to.</summary>
    Link,
}

internal static class Standings
{
    internal static Standing Of(string full) => Of(new FileInfo(full));

    /// <summary>Files of a cloud drive are reparse points too, and no links.</summary>
    internal static bool IsLink(ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0 && entry.ToFileSystemInfo().LinkTarget is not null;

    /// <summary>One look at the disk, whose answer <paramref name="place"/> keeps: its length is of the same moment.</summary>
    internal static Standing Of(FileInfo place)
    {
        var attributes = place.Attributes;
        if (attributes == (FileAttributes)(-1)) return Standing.Nothing;
        if ((attributes & FileAttributes.ReparsePoint) != 0 && place.LinkTarget is not null) return Standing.Link;
        return (attributes & FileAttributes.Directory) != 0 ? Standing.Folder : Standing.File;
    }
}
