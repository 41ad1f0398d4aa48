using System.Buffers;
using System.Text;

namespace Palabre.Rendering;

/// <summary>
/// UTF-8 that grows as it is written to, and keeps its memory for what comes next. Pages and feeds are written in hundreds of
/// small pieces, each by a direct call.
/// </summary>
/// <param name="room">In bytes, at first.</param>
public sealed class Utf8Buffer(int room = 256) : IBufferWriter<byte>
{
    // Longer runs are written piece by piece, so that no room is made for three times a long text.
    private const int Piece = 4096;

    private const int KeptAtMost = 4 << 20;

    private byte[] bytes = new byte[room];

    public int Length { get; private set; }

    /// <summary>Until the next change.</summary>
    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public void Clear()
    {
        if (bytes.Length > KeptAtMost) bytes = new byte[room];
        Length = 0;
    }

    public void Append(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > bytes.Length - Length) Grow(utf8.Length);
        utf8.CopyTo(bytes.AsSpan(Length));
        Length += utf8.Length;
    }

    /// <summary>In one pass. Halves of surrogate pairs that stand alone become U+FFFD.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var piece = text.Length <= Piece ? text : text[..(char.IsHighSurrogate(text[Piece - 1]) ? Piece - 1 : Piece)];
            if (piece.Length * 3 > bytes.Length - Length) Grow(piece.Length * 3);
            Length += Encoding.UTF8.GetBytes(piece, bytes.AsSpan(Length));
            text = text[piece.Length..];
        }
    }

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(bytes.Length - Length));
        Length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (Math.Max(sizeHint, 1) > bytes.Length - Length) Grow(Math.Max(sizeHint, 1));
        return bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    private void Grow(int more) => Array.Resize(ref bytes, Math.Max(checked(Length + more), (int)Math.Min(2L * bytes.Length, Array.MaxLength)));
}
