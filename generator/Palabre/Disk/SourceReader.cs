using Microsoft.Win32.SafeHandles;
using Palabre.Addressing;
using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Disk;

/// <summary>Reads files of a site, each whole.</summary>
/// <param name="root">The site's folder, absolute.</param>
/// <param name="limit">The most bytes a file may hold.</param>
internal sealed class SourceReader(string root, long limit)
{
    private const int LedgerFactor = 16;

    /// <summary>The bytes as they are now, even if the file grew or shrank since it was listed. Safe on any thread.</summary>
    internal ReadResult Read(SourceFile file)
    {
        // Not even opened: a pipe that took the place of an empty file since would never answer.
        if (file.Length == 0) return default;
        // The ledger grows with the archive, and is ours.
        var most = file.Path == Ledger.Path ? limit * LedgerFactor : limit;
        if (file.Length > most) return Failed(Catalogue.TooLarge(new(file.Path), most));
        var full = Path.Join(root, file.Path);
        var bytes = GC.AllocateUninitializedArray<byte>((int)file.Length + 1); // one more, to see that there is none
        if (LinuxFiles.Read(full, bytes)) return new(bytes.AsMemory(0, (int)file.Length), null);
        try
        {
            using var handle = File.OpenHandle(full, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var length = RandomAccess.GetLength(handle);
            return length > most
                ? Failed(Catalogue.TooLarge(new(file.Path), most))
                : new(ReadAll(handle, (int)length, bytes), null);
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            return Failed(Catalogue.UnreadableFile(new SourceLocation(file.Path), DiskFault.Reason(e)));
        }
    }

    private static ReadOnlyMemory<byte> ReadAll(SafeFileHandle handle, int length, byte[] bytes)
    {
        if (bytes.Length < length) bytes = GC.AllocateUninitializedArray<byte>(length); // it grew since it was listed
        var at = 0;
        while (at < length && RandomAccess.Read(handle, bytes.AsSpan(at), at) is > 0 and var read) at += read;
        return bytes.AsMemory(0, at); // shorter if the file was cut while it was read
    }

    private static ReadResult Failed(Diagnostic problem) => new(ReadOnlyMemory<byte>.Empty, problem);
}
