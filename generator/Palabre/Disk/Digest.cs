using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Palabre.Model;

namespace Palabre.Disk;

/// <summary>A SHA-256, as a value without an allocation: there is one for each file of the output.</summary>
/// <param name="First">The first 16 bytes.</param>
/// <param name="Last">The other 16.</param>
internal readonly record struct Digest(Fingerprint First, Fingerprint Last)
{
    internal const int Size = SHA256.HashSizeInBytes, HexSize = 2 * Size;

    internal static Digest Of(ReadOnlySpan<byte> bytes)
    {
        Unsafe.SkipInit(out Digest digest);
        SHA256.HashData(bytes, Writable(ref digest));
        return digest;
    }

    /// <summary>Of what was appended; <paramref name="hash"/> is then empty again.</summary>
    internal static Digest Of(IncrementalHash hash)
    {
        Unsafe.SkipInit(out Digest digest);
        hash.GetHashAndReset(Writable(ref digest));
        return digest;
    }

    /// <summary>Of a file, a block at a time: it may be larger than memory.</summary>
    /// <param name="length">As the disk tells it. One of no bytes is not even opened: it may be a pipe, which would never answer.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    internal static Digest OfFile(string full, long length)
    {
        if (length == 0) return Of([]);
        var block = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            if (length < block.Length && LinuxFiles.Read(full, block.AsSpan(0, (int)length + 1))) return Of(block.AsSpan(0, (int)length));
            using var handle = File.OpenHandle(full, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var first = RandomAccess.Read(handle, block, 0);
            if (first == length) return Of(block.AsSpan(0, first));
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(block, 0, first);
            for (long at = first; RandomAccess.Read(handle, block, at) is > 0 and var read; at += read) hash.AppendData(block, 0, read);
            return Of(hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    /// <param name="hex">UTF-8, in letters of either case.</param>
    internal static Digest? Parse(ReadOnlySpan<byte> hex)
    {
        Unsafe.SkipInit(out Digest digest);
        if (hex.Length != HexSize) return null;
        var status = Convert.FromHexString(hex, Writable(ref digest), out _, out _);
        return status == OperationStatus.Done ? digest : null;
    }

    /// <param name="hex">Receives <see cref="HexSize"/> lower-case letters and digits.</param>
    internal void Write(Span<byte> hex) =>
        Convert.TryToHexStringLower(MemoryMarshal.AsBytes(new ReadOnlySpan<Digest>(in this)), hex, out _);

    private static Span<byte> Writable(ref Digest digest) => MemoryMarshal.AsBytes(new Span<Digest>(ref digest));
}
