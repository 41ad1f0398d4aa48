using System.Collections.Concurrent;
using Microsoft.Win32.SafeHandles;
using Palabre.Model;

namespace Palabre.Disk;

/// <summary>
/// Texts that find no room in memory, in a file that nobody else may read, and whose name is gone before anything stands in it (on
/// Windows, when we are): whatever ends this process, nothing stays. It is made when the first block comes; where it cannot be, or the
/// disk is full, blocks stay in memory.
/// </summary>
/// <param name="folder">Absolute.</param>
internal sealed class Overflow(string folder) : IOverflow
{
    // Each block begins at a multiple of the largest; what is not written of one takes no room.
    private readonly Lazy<(FileStream Stream, SafeFileHandle Handle)?> file = new(() => Open(folder)); // the stream would close what it opened
    private readonly ConcurrentStack<int> free = [];
    private int slots;

    /// <summary>Of the file, in bytes.</summary>
    internal long Length => file.Value is var (_, handle) ? RandomAccess.GetLength(handle) : 0;

    public IOverflown? Keep(ReadOnlySpan<byte> block)
    {
        if (block.Length > IOverflow.Largest || file.Value is not var (_, handle)) return null;
        if (!free.TryPop(out var slot)) slot = Interlocked.Increment(ref slots) - 1;
        try
        {
            RandomAccess.Write(handle, block, (long)slot * IOverflow.Largest);
            return new Kept(this, handle, slot);
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            free.Push(slot);
            return null;
        }
    }

    private static (FileStream, SafeFileHandle)? Open(string folder)
    {
        try
        {
            var path = Path.Join(folder, Path.GetRandomFileName());
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Delete, Options = FileOptions.DeleteOnClose, BufferSize = 0 };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            var stream = new FileStream(path, options);
            if (!OperatingSystem.IsWindows()) File.Delete(path);
            return (stream, stream.SafeFileHandle);
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            return null;
        }
    }

    private sealed class Kept(Overflow overflow, SafeFileHandle handle, int slot) : IOverflown
    {
        ~Kept() => overflow.free.Push(slot);

        public void Read(int start, Span<byte> part)
        {
            for (var at = 0; at < part.Length;)
            {
                var read = RandomAccess.Read(handle, part[at..], ((long)slot * IOverflow.Largest) + start + at);
                if (read == 0) throw new IOException("What was put aside in a temporary file is no longer there.");
                at += read;
            }

            GC.KeepAlive(this); // else the place may be given away while it is read
        }
    }
}
