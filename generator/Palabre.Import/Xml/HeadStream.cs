namespace Palabre.Import.Xml;

/// <summary>A stream whose first bytes were read already, and are given back.</summary>
internal sealed class HeadStream(ReadOnlyMemory<byte> head, Stream rest) : ForwardStream
{
    private int at;

    public override int Read(Span<byte> buffer)
    {
        if (at == head.Length) return rest.Read(buffer);
        var taken = Math.Min(buffer.Length, head.Length - at);
        head.Span.Slice(at, taken).CopyTo(buffer);
        at += taken;
        return taken;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) rest.Dispose();
        base.Dispose(disposing);
    }
}
