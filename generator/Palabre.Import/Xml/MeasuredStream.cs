using Palabre.Diagnostics;

namespace Palabre.Import.Xml;

/// <summary>Unpacked bytes, no more than a packed text of that size could honestly hold, and none of a damaged one.</summary>
internal sealed class MeasuredStream(Stream unpacked, string path, long packedLength, IDisposable? owner = null) : Stream
{
    private readonly long most = Math.Max(1L << 26, packedLength * 200);
    private long read;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        int taken;
        try
        {
            taken = unpacked.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw new ImportException(Catalogue.Damaged(new(path)));
        }

        read += taken;
        return read <= most ? taken : throw new ImportException(Catalogue.TooMuch(new(path)));
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
            owner?.Dispose();
        }

        base.Dispose(disposing);
    }
}
