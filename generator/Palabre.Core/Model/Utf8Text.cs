using System.Buffers;
using System.Text;

namespace Palabre.Model;

/// <summary>
/// A text that is kept as UTF-8: what people wrote is most of what is in memory while an archive is made, and takes half of
/// a string's room so; of a large one, some is put aside, and comes back each time it is asked for. Each <see cref="ToString"/> makes a string; ask for
/// one once. Half a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD, as it would on a page.
/// </summary>
public readonly struct Utf8Text(ReadOnlySpan<char> text) : IEquatable<Utf8Text>
{
    private static readonly KeptBlocks Blocks = new(KeptMemory.Shared);

    private readonly KeptBytes slice = text.IsEmpty ? default : Blocks.Keep(text);
    private readonly AsciiMarks marks = new(text); // for what it lacks, it is not looked through

    public static implicit operator Utf8Text(string text) => new(text);

    public static bool operator ==(Utf8Text left, Utf8Text right) => left.Equals(right);

    public static bool operator !=(Utf8Text left, Utf8Text right) => !left.Equals(right);

    public ReadOnlySpan<byte> Bytes => slice.Bytes;

    /// <summary>In bytes.</summary>
    public int Length => slice.Length;

    public bool IsEmpty => Length == 0;

    /// <param name="part">As UTF-8.</param>
    public bool Contains(ReadOnlySpan<byte> part) =>
        marks.Include(new(part)) && ((part is [var one] && AsciiMarks.IsMark(one)) || Bytes.IndexOf(part) >= 0);

    internal bool HasAny(AsciiMarks any) => marks.Overlap(any);

    public bool Equals(Utf8Text other) => Length == other.Length && marks == other.marks && Bytes.SequenceEqual(other.Bytes);

    public override bool Equals(object? obj) => obj is Utf8Text other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Length, marks);

    public override string ToString()
    {
        if (slice.IsHere) return Encoding.UTF8.GetString(slice.Bytes);
        var lent = ArrayPool<byte>.Shared.Rent(Length);
        var bytes = lent.AsSpan(0, Length);
        slice.CopyTo(bytes);
        var text = Encoding.UTF8.GetString(bytes);
        ArrayPool<byte>.Shared.Return(lent);
        return text;
    }
}
