using Microsoft.Win32.SafeHandles;
using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Disk;

/// <summary>The output folder: its places, and the only hands that change anything in it.</summary>
/// <param name="root">The site's folder, from which messages name the output.</param>
/// <param name="onStep">Called before each change, with its name; what it throws is what the disk could throw. For tests.</param>
internal sealed class OutputDisk(DirectoryInfo output, DirectoryInfo root, Action<string>? onStep)
{
    private readonly string prefix = Path.TrimEndingDirectorySeparator(output.FullName) + Path.DirectorySeparatorChar;
    private readonly string shown = Shown(output, root);

    internal string Folder { get; } = Path.TrimEndingDirectorySeparator(output.FullName);

    /// <summary>The output folder, as messages name it.</summary>
    internal SourceLocation Location => new(shown);

    internal string Full(string path) => prefix + path;

    internal string Staged(string path) => string.Concat(prefix, OutputPaths.Staging, "/", path);

    /// <summary>A file of the output, as messages name it.</summary>
    internal SourceLocation At(string path) => new(path.Length == 0 ? shown : $"{shown}/{path}");

    internal bool HasVisibleFiles() =>
        Directory.EnumerateFileSystemEntries(Folder).Any(entry => !Path.GetFileName(entry.AsSpan()).StartsWith('.'));

    /// <summary>What stands where a file of Palabre's own belongs, and is none; null if the place is free for it.</summary>
    internal Diagnostic? ObstacleTo(string path) => Standings.Of(Full(path)) switch
    {
        Standing.Link => Catalogue.LinkInTheWay(At(path)),
        Standing.Folder => Catalogue.ForeignFile(At(path)),
        _ => null,
    };

    /// <summary>With all that is above it; nothing if it is there.</summary>
    internal void CreateFolder(string full)
    {
        Step("create folder");
        Directory.CreateDirectory(full);
    }

    internal SafeFileHandle CreateFile(string full)
    {
        Step("create file");
        return File.OpenHandle(full, FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }

    internal void WriteFile(string full, ReadOnlySpan<byte> bytes)
    {
        using var file = CreateFile(full);
        Step("write file");
        RandomAccess.Write(file, bytes, 0);
    }

    /// <summary>In one step, over what stands there: a reader finds the old file or the new one.</summary>
    internal void MoveFile(string from, string to)
    {
        Step("move file");
        Patience.OfSystem.Do(() => File.Move(from, to, overwrite: true));
    }

    internal void MoveFolder(string from, string to)
    {
        Step("move folder");
        Patience.OfSystem.Do(() => Directory.Move(from, to));
    }

    internal void DeleteFile(string full)
    {
        Step("delete file");
        Patience.OfSystem.Do(() => File.Delete(full));
    }

    /// <summary>Only if nothing is in it.</summary>
    internal void DeleteIfEmpty(string full)
    {
        if (!Directory.Exists(full) || Directory.EnumerateFileSystemEntries(full).Any()) return;
        Step("delete folder");
        Patience.OfSystem.Do(() => Directory.Delete(full));
    }

    /// <summary>With all that is in it; a link in it is removed, not followed.</summary>
    internal void DeleteTree(string full)
    {
        if (!Directory.Exists(full)) return;
        Step("delete tree");
        Directory.Delete(full, recursive: true);
    }

    internal void Step(string name) => onStep?.Invoke(name);

    private static string Shown(DirectoryInfo output, DirectoryInfo root)
    {
        var relative = Path.GetRelativePath(root.FullName, output.FullName);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? output.FullName : relative).Replace(Path.DirectorySeparatorChar, '/');
    }
}
