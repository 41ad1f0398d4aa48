namespace Palabre.Model;

/// <summary>A text in a block.</summary>
internal readonly struct KeptBytes(KeptBlock block, int start, int length)
{
    internal int Length => length;

    /// <summary>Whether it is in memory: if not, each look at it costs.</summary>
    internal bool IsHere => block is null || block.Here is not null;

    /// <summary>Valid as long as it is held, whatever becomes of the block.</summary>
    internal ArraySegment<byte> Bytes
    {
        get
        {
            if (block is null) return ArraySegment<byte>.Empty;
            if (block.Here is { } here) return new(here, start, length);
            var bytes = GC.AllocateUninitializedArray<byte>(length);
            block.Return(start, bytes);
            return bytes;
        }
    }

    internal void CopyTo(Span<byte> bytes)
    {
        if (block is null) return;
        if (block.Here is { } here) here.AsSpan(start, length).CopyTo(bytes);
        else block.Return(start, bytes);
    }
}
