using Palabre.Diagnostics;

namespace Palabre.Import.Xml;

/// <summary>Unpacked bytes, no more than a packed text of that size could honestly hold, and none of a damaged one.</summary>
internal sealed class MeasuredStream(Stream unpacked, string path, long packedLength, IDisposable? owner = null) : ForwardStream
{
    private readonly long most = Math.Max(1L << 26, packedLength * 200);
    private long read;

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
