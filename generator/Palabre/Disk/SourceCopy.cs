using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using Palabre.Diagnostics;

namespace Palabre.Disk;

/// <summary>A file of the site on its way to the output, a block at a time: media may be larger than memory.</summary>
internal sealed class SourceCopy : IDisposable
{
    private readonly SafeFileHandle? handle;
    private readonly string source;

    /// <exception cref="SourceFault">It cannot be opened.</exception>
    internal SourceCopy(string root, string source)
    {
        this.source = source;
        var full = Path.Join(root, source);
        try
        {
            // An empty file is not opened: it may be a pipe, which would never answer.
            if (new FileInfo(full) is { Exists: true, LinkTarget: null, Length: 0 }) return;
            handle = File.OpenHandle(full, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Length = RandomAccess.GetLength(handle);
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            throw new SourceFault(Catalogue.UnreadableFile(new(source), DiskFault.Reason(e)));
        }
    }

    internal long Length { get; }

    /// <param name="full">A file of the same length.</param>
    /// <returns>Null if that file holds other bytes, or cannot be read.</returns>
    /// <exception cref="SourceFault">The source cannot be read.</exception>
    internal Digest? DigestIfSame(string full, byte[] block)
    {
        var ours = block.AsSpan(0, block.Length / 2);
        var theirs = block.AsSpan(block.Length / 2);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            using var other = Length == 0 ? null : File.OpenHandle(full, share: FileShare.ReadWrite | FileShare.Delete);
            for (long at = 0; at < Length;)
            {
                var read = Read(ours, at);
                if (read == 0 || !IsSame(other!, at, ours[..read], theirs)) return null;
                hash.AppendData(ours[..read]);
                at += read;
            }
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            return null; // what cannot be read can still be replaced, if it is ours
        }

        return Digest.Of(hash);
    }

    /// <exception cref="SourceFault">The source cannot be read.</exception>
    internal Digest CopyTo(SafeFileHandle target, byte[] block)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (long at = 0; Read(block, at) is > 0 and var read; at += read)
        {
            hash.AppendData(block.AsSpan(0, read));
            RandomAccess.Write(target, block.AsSpan(0, read), at);
        }

        return Digest.Of(hash);
    }

    public void Dispose() => handle?.Dispose();

    private int Read(Span<byte> block, long at)
    {
        try
        {
            return handle is null ? 0 : RandomAccess.Read(handle, block, at);
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            throw new SourceFault(Catalogue.UnreadableFile(new(source), DiskFault.Reason(e)));
        }
    }

    private static bool IsSame(SafeFileHandle other, long at, ReadOnlySpan<byte> bytes, Span<byte> block)
    {
        for (var done = 0; done < bytes.Length;)
        {
            var read = RandomAccess.Read(other, block[..(bytes.Length - done)], at + done);
            if (read == 0 || !bytes.Slice(done, read).SequenceEqual(block[..read])) return false;
            done += read;
        }

        return true;
    }
}

/// <summary>A file of the site fails, and not the disk that is written to.</summary>
internal sealed class SourceFault(Diagnostic problem) : Exception(problem.Message)
{
    internal Diagnostic Problem => problem;
}
