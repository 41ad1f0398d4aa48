using System.Collections.Concurrent;
using System.Text;

namespace Palabre.Model;

/// <summary>
/// Room for texts that are kept as bytes: one after the other in blocks, since a collector marks and moves each array for itself.
/// A block lives as long as one of its texts, so one of these is for texts that live alike. Safe for threads.
/// </summary>
internal sealed class KeptBlocks(KeptMemory memory)
{
    /// <summary>What is longer has a block of its own, so that little of one stays empty.</summary>
    private const int Longest = IOverflow.Largest / 8;

    private readonly ConcurrentBag<Filling> open = []; // as many as threads were here at once

    /// <param name="text">As UTF-8. Half a surrogate pair becomes U+FFFD.</param>
    internal KeptBytes Keep(ReadOnlySpan<char> text)
    {
        var filling = RoomFor(Encoding.UTF8.GetByteCount(text));
        return Kept(filling, Encoding.UTF8.GetBytes(text, filling.Free));
    }

    /// <param name="bytes">May be changed afterwards.</param>
    internal KeptBytes Keep(ReadOnlySpan<byte> bytes)
    {
        var filling = RoomFor(bytes.Length);
        bytes.CopyTo(filling.Free);
        return Kept(filling, bytes.Length);
    }

    private Filling RoomFor(int length)
    {
        if (length > Longest) return new(memory, length);
        if (!open.TryTake(out var filling)) return new(memory, IOverflow.Largest);
        if (length <= filling.Free.Length) return filling;
        filling.Close();
        return new(memory, IOverflow.Largest);
    }

    private KeptBytes Kept(Filling filling, int length)
    {
        var kept = filling.Take(length);
        if (filling.Free.IsEmpty) filling.Close();
        else open.Add(filling); // only now: whoever finds it full closes it
        return kept;
    }

    /// <summary>A block that takes more.</summary>
    private sealed class Filling(KeptMemory memory, int length)
    {
        private readonly KeptBlock block = new(memory, length);
        private int filled;

        internal Span<byte> Free => block.Open[filled..];

        internal KeptBytes Take(int length) => new(block, (filled += length) - length, length);

        internal void Close() => block.Close();
    }
}
