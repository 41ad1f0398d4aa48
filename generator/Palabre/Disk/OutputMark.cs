using Microsoft.Win32.SafeHandles;
using Palabre.Diagnostics;

namespace Palabre.Disk;

/// <summary>
/// The file <c>.palabre</c> of an output folder: it tells whoever finds the folder what writes there, its line in the record
/// tells us that the record is ours, and a lock of the system on it keeps builds apart. Such a lock ends with its process,
/// however that ends: a build that was killed locks nothing.
/// </summary>
internal sealed class OutputMark : IDisposable
{
    private readonly OutputDisk disk;
    private readonly SafeFileHandle handle;
    private readonly bool isNew;

    private OutputMark(OutputDisk disk, SafeFileHandle handle, bool isNew) =>
        (this.disk, this.handle, this.isNew) = (disk, handle, isNew);

    internal static RecordLine Line { get; } = new(OutputPaths.Mark, Digest.Of(Text));

    /// <summary>Whether the file is to stay: the folder holds a site. Else one that was made by us goes with us.</summary>
    internal bool Keep { get; set; }

    private static ReadOnlySpan<byte> Text =>
        "Palabre writes this folder. It replaces and deletes the files that SHA256SUMS lists, and no others.\n"u8;

    /// <param name="problem">Why there is none: another build has it, or something else has its name.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    internal static OutputMark? Take(OutputDisk disk, out Diagnostic? problem)
    {
        var path = disk.Full(OutputPaths.Mark);
        problem = disk.ObstacleTo(OutputPaths.Mark);
        if (problem is not null) return null;
        disk.Step("take mark");
        SafeFileHandle? handle = null;
        try
        {
            // Windows deletes what is open only where that is shared. It stays ours: whoever else takes the mark wants to write.
            handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None);
            var isNew = RandomAccess.GetLength(handle) == 0;
            if (!IsStill(path, handle)) problem = Catalogue.OutputBusy(disk.Location);
            else if (!Complete(handle)) problem = Catalogue.ForeignFile(disk.At(OutputPaths.Mark));
            else return new(disk, handle, isNew);
        }
        catch (IOException e) when (handle is null && DiskFault.IsBusy(e))
        {
            problem = Catalogue.OutputBusy(disk.Location);
        }
        catch
        {
            handle?.Dispose();
            throw;
        }

        handle?.Dispose();
        return null;
    }

    public void Dispose()
    {
        try
        {
            // While it is locked, so that it is ours. If it stays, it does no harm: the next build takes it over.
            if (isNew && !Keep) DiskFault.Ignore(() => disk.DeleteFile(disk.Full(OutputPaths.Mark)));
        }
        finally
        {
            handle.Dispose();
        }
    }

    // Between our opening the file and our locking it, a build that made it may have failed and taken it away, and a third
    // have made another of the same name. Two such files differ in when they were made.
    private static bool IsStill(string path, SafeFileHandle handle) => File.Exists(path)
        && File.GetLastWriteTimeUtc(path) == File.GetLastWriteTimeUtc(handle)
        && File.GetCreationTimeUtc(path) == File.GetCreationTimeUtc(handle);

    /// <summary>Writes what is missing of the text; false if the file says something else.</summary>
    private static bool Complete(SafeFileHandle handle)
    {
        Span<byte> found = stackalloc byte[Text.Length + 1];
        var length = RandomAccess.Read(handle, found, 0);
        if (!Text.StartsWith(found[..length])) return false;
        if (length < Text.Length) RandomAccess.Write(handle, Text, 0);
        return true;
    }
}
