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
    private readonly string real = RealPath.Of(root.FullName) ?? root.FullName;

    /// <summary>A new file, with the folders above it. What stands there stays.</summary>
    /// <param name="path">From the site's folder, with '/'.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">Permission is denied.</exception>
    internal WriteOutcome Create(string path, ReadOnlySpan<byte> bytes)
    {
        if (Full(path) is not { } full) return WriteOutcome.Outside;
        if (Path.Exists(full)) return WriteOutcome.Exists;
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        try
        {
            using var file = File.OpenHandle(full, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            RandomAccess.Write(file, bytes, 0);
            return WriteOutcome.Written;
        }
        catch (IOException) when (Path.Exists(full) && new FileInfo(full) is { Exists: true, Length: > 0 })
        {
            return WriteOutcome.Exists; // another hand was faster
        }
    }

    /// <summary>A file that may exist: in one step, so that whoever reads it finds the old bytes or the new ones.</summary>
    /// <inheritdoc cref="Create"/>
    internal WriteOutcome Replace(string path, ReadOnlySpan<byte> bytes)
    {
        if (Full(path) is not { } full) return WriteOutcome.Outside;
        if (Directory.Exists(full)) return WriteOutcome.Exists;
        if (File.Exists(full) && new FileInfo(full).Length == bytes.Length && bytes.SequenceEqual(File.ReadAllBytes(full)))
            return WriteOutcome.Unchanged;

        // A link stays a link: what it leads to is replaced.
        var target = RealPath.Of(full) ?? full;
        var folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        var fresh = Path.Join(folder, $".{Path.GetFileName(target)}.palabre-new");
        try
        {
            // Not through a link, which whoever put files into the site may have left there.
            File.Delete(fresh);
            using (var file = File.OpenHandle(fresh, FileMode.CreateNew, FileAccess.Write, FileShare.None)) RandomAccess.Write(file, bytes, 0);
            if (!OperatingSystem.IsWindows() && File.Exists(target)) File.SetUnixFileMode(fresh, File.GetUnixFileMode(target));
            Patience.OfSystem.Do(() => File.Move(fresh, target, overwrite: true));
        }
        catch
        {
            DiskFault.Ignore(() => File.Delete(fresh));
            throw;
        }

        return WriteOutcome.Written;
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
