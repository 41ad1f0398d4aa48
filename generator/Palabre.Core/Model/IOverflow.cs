namespace Palabre.Model;

/// <summary>Room that is not memory, for blocks of texts that nobody reads just now. Safe for threads.</summary>
public interface IOverflow
{
    /// <param name="block">At most 32 KiB.</param>
    /// <returns>What brings it back; null where there is no room, so that it stays in memory.</returns>
    IOverflown? Keep(ReadOnlySpan<byte> block);
}

/// <summary>A block that was kept. Its room is free again when this is collected.</summary>
public interface IOverflown
{
    /// <param name="start">Of the part that is wanted, within the block.</param>
    /// <param name="part">As long as that.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    void Read(int start, Span<byte> part);
}
