namespace Palabre.Model;

/// <summary>
/// How much of the texts that are kept stays in memory: they are most of what lives while an archive is made, and few of them are read at a time.
/// Safe for threads.
/// </summary>
public sealed class TextMemory
{
    private int staying; // bytes

    /// <summary>That of the process.</summary>
    public static TextMemory Shared { get; } = new();

    /// <summary>Where texts go for which there is no room; null: all stay. What is read does not depend on it.</summary>
    public IOverflow? Overflow { get; set; }

    /// <summary>How many bytes stay: all texts of most archives, so that they never go to a disk.</summary>
    public int Most { get; set; } = 4 << 20;

    internal IOverflown? Overflown(ReadOnlySpan<byte> block) =>
        Overflow is null || Interlocked.Add(ref staying, block.Length) <= Most ? null : Overflow.Keep(block);
}
