namespace Palabre.Searching;

/// <summary>Bits, the first in the highest place of a byte.</summary>
internal sealed class BitWriter
{
    private readonly List<byte> bytes = [];
    private uint pending;
    private int count;

    /// <param name="width">At most 24.</param>
    internal void Add(uint value, int width)
    {
        pending = (pending << width) | value;
        for (count += width; count >= 8; count -= 8) bytes.Add((byte)(pending >> (count - 8)));
        pending &= (1u << count) - 1;
    }

    internal void AddOnes(int number)
    {
        for (; number >= 16; number -= 16) Add(0xFFFF, 16);
        Add((1u << number) - 1, number);
    }

    /// <summary>All bits, filled up with zeros to a whole byte.</summary>
    internal byte[] Take()
    {
        if (count > 0) Add(0, 8 - count);
        return [.. bytes];
    }
}
