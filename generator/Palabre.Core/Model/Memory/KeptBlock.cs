namespace Palabre.Model;

/// <summary>Texts, each as bytes, one after the other: in memory, or where memory overflows to. Safe for threads, once it is closed.</summary>
internal sealed class KeptBlock(KeptMemory memory, int length)
{
    private byte[]? here = new byte[length];
    private IOverflown? away;

    /// <summary>What is written into it, until it is closed.</summary>
    internal Span<byte> Open => here;

    /// <summary>What stands in it, if that is in memory.</summary>
    internal byte[]? Here => Volatile.Read(ref here);

    /// <summary>Nothing will be written into it any more.</summary>
    internal void Close()
    {
        if (length > IOverflow.Largest || memory.Overflown(here) is not { } overflown) return;
        away = overflown;
        Volatile.Write(ref here, null);
    }

    /// <summary>A part of what is no longer in memory.</summary>
    internal void Return(int start, Span<byte> part) => away!.Read(start, part);
}
