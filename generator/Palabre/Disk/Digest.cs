using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Palabre.Disk;

/// <summary>A SHA-256, as a value without an allocation: there is one for each file of the output.</summary>
/// <param name="First">The first 16 bytes as they lie in memory: to be compared for equality only.</param>
/// <param name="Last">The other 16.</param>
internal readonly record struct Digest(UInt128 First, UInt128 Last)
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

    /// <param name="hex">UTF-8, in letters of either case.</param>
    internal static Digest? Parse(ReadOnlySpan<byte> hex)
    {
        Unsafe.SkipInit(out Digest digest);
        if (hex.Length != HexSize) return null;
        var status = Convert.FromHexString(hex, Writable(ref digest), out _, out _);
        return status == System.Buffers.OperationStatus.Done ? digest : null;
    }

    /// <param name="hex">Receives <see cref="HexSize"/> lower-case letters and digits.</param>
    internal void Write(Span<byte> hex) =>
        Convert.TryToHexStringLower(MemoryMarshal.AsBytes(new ReadOnlySpan<Digest>(in this)), hex, out _);

    private static Span<byte> Writable(ref Digest digest) => MemoryMarshal.AsBytes(new Span<Digest>(ref digest));
}
