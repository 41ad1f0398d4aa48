using System.Text;

namespace Palabre.Model;

/// <summary>
/// A text that is kept as UTF-8: what people wrote is most of what is in memory while an archive is made, and takes half of
/// a string's room so. Each <see cref="ToString"/> makes a string; ask for one once. Half a surrogate pair, which
/// UTF-8 cannot hold, becomes U+FFFD, as it would on a page.
/// </summary>
public readonly struct Utf8Text(ReadOnlySpan<char> text) : IEquatable<Utf8Text>
{
    private static readonly Utf8Blocks Blocks = new();

    private readonly ReadOnlyMemory<byte> bytes = text.IsEmpty ? default : Blocks.Keep(text);

    public static implicit operator Utf8Text(string text) => new(text);

    public static bool operator ==(Utf8Text left, Utf8Text right) => left.Equals(right);

    public static bool operator !=(Utf8Text left, Utf8Text right) => !left.Equals(right);

    public ReadOnlySpan<byte> Bytes => bytes.Span;

    public bool IsEmpty => bytes.IsEmpty;

    /// <param name="part">As UTF-8.</param>
    public bool Contains(ReadOnlySpan<byte> part) => Bytes.IndexOf(part) >= 0;

    public bool Equals(Utf8Text other) => Bytes.SequenceEqual(other.Bytes);

    public override bool Equals(object? obj) => obj is Utf8Text other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }

    public override string ToString() => Encoding.UTF8.GetString(Bytes);
}
