namespace Palabre.Model;

/// <summary>Room that is not memory, for blocks of texts that nobody reads just now. Safe for threads.</summary>
public interface IOverflow
{
    /// <summary>The length of the largest block, in bytes: large enough that few objects hold an archive.</summary>
    const int Largest = 32 << 10;

    /// <param name="block">At most <see cref="Largest"/> bytes.</param>
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
