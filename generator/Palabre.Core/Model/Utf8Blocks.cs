using System.Collections.Concurrent;
using System.Text;

namespace Palabre.Model;

/// <summary>
/// Room for texts of UTF-8 that are kept: one after the other in blocks, since a collector marks and moves each array for itself.
/// A block lives as long as one of its texts, so one of these is for texts that live alike. Safe for threads.
/// </summary>
internal sealed class Utf8Blocks(TextMemory memory)
{
    /// <summary>What is longer has a block of its own, so that little of one stays empty.</summary>
    private const int Longest = Utf8Block.Size / 8;

    private readonly ConcurrentBag<Filling> open = []; // as many as threads were here at once

    /// <param name="text">Half a surrogate pair becomes U+FFFD.</param>
    internal Utf8Slice Keep(ReadOnlySpan<char> text)
    {
        var filling = RoomFor(Encoding.UTF8.GetByteCount(text));
        return Kept(filling, Encoding.UTF8.GetBytes(text, filling.Free));
    }

    /// <param name="utf8">May be changed afterwards.</param>
    internal Utf8Slice Keep(ReadOnlySpan<byte> utf8)
    {
        var filling = RoomFor(utf8.Length);
        utf8.CopyTo(filling.Free);
        return Kept(filling, utf8.Length);
    }

    private Filling RoomFor(int length)
    {
        if (length > Longest) return new(memory, length);
        if (!open.TryTake(out var filling)) return new(memory, Utf8Block.Size);
        if (length <= filling.Free.Length) return filling;
        filling.Close();
        return new(memory, Utf8Block.Size);
    }

    private Utf8Slice Kept(Filling filling, int length)
    {
        var kept = filling.Take(length);
        if (filling.Free.IsEmpty) filling.Close();
        else open.Add(filling); // only now: whoever finds it full closes it
        return kept;
    }

    /// <summary>A block that takes more.</summary>
    private sealed class Filling(TextMemory memory, int length)
    {
        private readonly Utf8Block block = new(memory, length);
        private int filled;

        internal Span<byte> Free => block.Open[filled..];

        internal Utf8Slice Take(int length) => new(block, (filled += length) - length, length);

        internal void Close() => block.Close();
    }
}
