using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Palabre.Disk;
using Palabre.Model;
using Palabre.Searching;

namespace Palabre.Caching;

/// <summary>
/// A <see cref="WordMemory"/> as bytes: the identity of the build, as in <see cref="LastBuild"/>; of each sheaf, the fingerprint
/// in 16 bytes, its length in 4, and itself. Only what our own seal covers is ever parsed.
/// </summary>
internal static class WordMemoryFormat
{
    private const int Head = 16 + 4;

    internal static void Write(WordMemory memory, Digest identity, Stream to)
    {
        Span<byte> head = stackalloc byte[Math.Max(Digest.Size, Head)];
        MemoryMarshal.Write(head, identity);
        to.Write(head[..Digest.Size]);
        foreach (var (made, sheaf) in memory.Sheaves)
        {
            MemoryMarshal.Write(head, made);
            BinaryPrimitives.WriteInt32LittleEndian(head[16..], sheaf.Length);
            to.Write(head[..Head]);
            to.Write(sheaf.Span);
        }
    }

    /// <summary>Null if it is of another identity: another program may have read other words.</summary>
    internal static WordMemory? Read(ReadOnlyMemory<byte> bytes, Digest identity)
    {
        if (MemoryMarshal.Read<Digest>(bytes.Span) != identity) return null;
        var sheaves = new List<KeyValuePair<Fingerprint, ReadOnlyMemory<byte>>>();
        for (var rest = bytes[Digest.Size..]; rest.Length > 0;)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(rest.Span[16..]);
            sheaves.Add(new(MemoryMarshal.Read<Fingerprint>(rest.Span), rest.Slice(Head, length)));
            rest = rest[(Head + length)..];
        }

        return new(sheaves);
    }
}
