namespace Palabre.Model;

/// <summary>
/// How much of the texts that are kept stays in memory: they are most of what lives while an archive is made, and few of them are read at a time.
/// Safe for threads.
/// </summary>
public sealed class KeptMemory
{
    private int staying; // bytes

    /// <summary>That of the process.</summary>
    public static KeptMemory Shared { get; } = new();

    /// <summary>Where texts go for which there is no room; null: all stay. What is read does not depend on it.</summary>
    public IOverflow? Overflow { get; set; }

    /// <summary>How many bytes stay, of the first blocks that are closed: all texts of most archives, so that they never go to a disk.</summary>
    public int Most { get; set; } = 4 << 20;

    /// <summary>Where a block went; null: it stays.</summary>
    internal IOverflown? Overflown(ReadOnlySpan<byte> block)
    {
        if (Overflow is not { } overflow) return null;
        if (Volatile.Read(ref staying) >= Most) return overflow.Keep(block);
        Interlocked.Add(ref staying, block.Length);
        return null;
    }
}
