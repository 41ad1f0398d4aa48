using System.Text;

namespace Palabre.Model;

/// <summary>
/// Room for texts of UTF-8 that are kept: one after the other in blocks, since a collector marks and moves each array for itself.
/// A block lives as long as one of its texts; so what is kept here should live alike.
/// </summary>
internal static class Utf8Blocks
{
    private const int Size = 64 << 10;

    /// <summary>What is longer has an array of its own, so that little of a block stays empty.</summary>
    private const int Longest = Size / 8;

    [ThreadStatic]
    private static byte[]? block;

    [ThreadStatic]
    private static int used;

    /// <param name="text">Half a surrogate pair becomes U+FFFD.</param>
    internal static ReadOnlyMemory<byte> Keep(ReadOnlySpan<char> text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var kept = length > Longest ? new byte[length] : Room(length);
        Encoding.UTF8.GetBytes(text, kept.Span);
        return kept;
    }

    private static Memory<byte> Room(int length)
    {
        if (block is null || length > block.Length - used) (block, used) = (new byte[Size], 0);
        used += length;
        return block.AsMemory(used - length, length);
    }
}
