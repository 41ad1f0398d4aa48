using System.Collections.Concurrent;
using System.Text;

namespace Palabre.Model;

/// <summary>
/// Room for texts of UTF-8 that are kept: one after the other in blocks, since a collector marks and moves each array for itself.
/// A block lives as long as one of its texts, so one of these is for texts that live alike. Safe for threads.
/// </summary>
internal sealed class Utf8Blocks
{
    private const int Size = 64 << 10;

    /// <summary>What is longer has an array of its own, so that little of a block stays empty.</summary>
    private const int Longest = Size / 8;

    private readonly ConcurrentBag<Block> open = []; // as many as threads were here at once

    /// <param name="text">Half a surrogate pair becomes U+FFFD.</param>
    internal ReadOnlyMemory<byte> Keep(ReadOnlySpan<char> text)
    {
        var kept = RoomFor(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, kept.Span);
        return kept;
    }

    /// <param name="utf8">May be changed afterwards.</param>
    internal ReadOnlyMemory<byte> Keep(ReadOnlySpan<byte> utf8)
    {
        var kept = RoomFor(utf8.Length);
        utf8.CopyTo(kept.Span);
        return kept;
    }

    private Memory<byte> RoomFor(int length)
    {
        if (length > Longest) return new byte[length];
        if (!open.TryTake(out var block)) block = new();
        var room = block.Take(length);
        open.Add(block);
        return room;
    }

    private sealed class Block
    {
        private Memory<byte> free;

        internal Memory<byte> Take(int length)
        {
            if (length > free.Length) free = new byte[Size];
            var taken = free[..length];
            free = free[length..];
            return taken;
        }
    }
}
