using System.Security.Cryptography;
using System.Text;

namespace Palabre.Disk;

/// <summary>What came of writing a file of a site.</summary>
internal enum WriteOutcome
{
    Written,

    /// <summary>It holds these bytes already.</summary>
    Unchanged,

    /// <summary>A file or folder stands there, and was left as it is.</summary>
    Exists,

    /// <summary>Its folder leads out of the site by a link.</summary>
    Outside,
}

/// <summary>The only hands that change the files of a site: they make new ones, and replace or delete those that a command was asked to change.</summary>
/// <param name="root">The site's folder; made where it is missing.</param>
internal sealed class SourceWriter(DirectoryInfo root)
{
    // In characters: with three bytes for each, it and what goes around it are a name that disks take.
    private const int LongestName = 60;

    private readonly string real = RealPath.Of(root.FullName) ?? root.FullName;

    /// <summary>A new file, with the folders above it. What stands there stays.</summary>
    /// <param name="path">From the site's folder, with '/'.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">Permission is denied.</exception>
    internal WriteOutcome Create(string path, ReadOnlySpan<byte> bytes)
    {
        if (Full(path) is not { } full) return WriteOutcome.Outside;
        if (Path.Exists(full)) return WriteOutcome.Exists;
        try
        {
            Put(full, bytes, isNew: true);
            return WriteOutcome.Written;
        }
        catch (IOException) when (Path.Exists(full))
        {
            return WriteOutcome.Exists; // another hand was faster
        }
    }

    /// <summary>A file that may exist.</summary>
    /// <inheritdoc cref="Create"/>
    internal WriteOutcome Replace(string path, ReadOnlySpan<byte> bytes)
    {
        if (Full(path) is not { } full) return WriteOutcome.Outside;
        if (Directory.Exists(full)) return WriteOutcome.Exists;
        if (File.Exists(full) && new FileInfo(full).Length == bytes.Length && bytes.SequenceEqual(File.ReadAllBytes(full)))
            return WriteOutcome.Unchanged;

        // A link stays a link: what it leads to is replaced.
        Put(RealPath.Of(full) ?? full, bytes, isNew: false);
        return WriteOutcome.Written;
    }

    /// <summary>In one step: whoever reads it, and whatever ends us, finds what was there before or all of the new bytes.</summary>
    private static void Put(string target, ReadOnlySpan<byte> bytes, bool isNew)
    {
        var folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        var name = Path.GetFileName(target);
        if (name.Length > LongestName) name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 8));
        var fresh = Path.Join(folder, $".{name}.palabre-new");
        try
        {
            // Not through a link, which whoever put files into the site may have left there.
            File.Delete(fresh);
            using (var file = File.OpenHandle(fresh, FileMode.CreateNew, FileAccess.Write, FileShare.None)) RandomAccess.Write(file, bytes, 0);
            if (!isNew && !OperatingSystem.IsWindows() && File.Exists(target)) File.SetUnixFileMode(fresh, File.GetUnixFileMode(target));
            Patience.OfSystem.Do(() => File.Move(fresh, target, overwrite: !isNew));
        }
        catch
        {
            DiskFault.Ignore(() => File.Delete(fresh));
            throw;
        }
    }

    /// <summary>A file goes, and its folder if that is empty then. Of a link, the link.</summary>
    /// <inheritdoc cref="Create"/>
    internal void Delete(string path)
    {
        if (Full(path) is not { } full) return;
        File.Delete(full);
        var folder = Path.GetDirectoryName(full)!;
        if (folder != real && !Directory.EnumerateFileSystemEntries(folder).Any()) DiskFault.Ignore(() => Directory.Delete(folder));
    }

    /// <summary>The path on this disk; null where it would leave the site's folder.</summary>
    private string? Full(string path)
    {
        var full = Path.GetFullPath(Path.Join(real, path));
        return RealPath.Of(full) is { } leads && RealPath.IsWithin(leads, real) ? full : null;
    }
}
