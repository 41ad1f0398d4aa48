using System.Text;

namespace Palabre.Searching;

/// <summary>
/// Reads what <see cref="SheafFormat"/> wrote: the terms one after another, so that of a large archive only a few are in
/// memory at a time.
/// </summary>
internal sealed class SheafReader
{
    private readonly ReadOnlyMemory<byte> bytes;
    private int at, left;

    internal SheafReader(ReadOnlyMemory<byte> bytes)
    {
        this.bytes = bytes;
        var from = new ByteReader(bytes.Span);
        Lengths = new int[from.Number()];
        for (var i = 0; i < Lengths.Length; i++) Lengths[i] = from.Number();
        Languages = Texts(ref from);
        left = from.Number();
        at = bytes.Length - from.Left;
    }

    /// <inheritdoc cref="Sheaf.Lengths"/>
    internal int[] Lengths { get; }

    internal IReadOnlyList<string> Languages { get; }

    /// <summary>Null before the first.</summary>
    internal SheafTerm? Term { get; private set; }

    /// <returns>False after the last.</returns>
    internal bool Next()
    {
        if (left == 0) return false;
        left--;
        var from = new ByteReader(bytes.Span[at..]);
        Term = ReadTerm(ref from);
        at = bytes.Length - from.Left;
        return true;
    }

    private static SheafTerm ReadTerm(ref ByteReader from)
    {
        var flags = from.Byte();
        var text = from.Text();
        var spellings = (flags & SheafFormat.IsSpelling) == 0 ? Texts(ref from) : [text];
        var word = ((flags & SheafFormat.IsWord) == 0 ? from.Text() : text, from.Number());
        var postings = new Posting[from.Number()];
        var last = -1;
        for (var i = 0; i < postings.Length; i++)
        {
            var read = from.Number();
            last += (read >> 2) + 1;
            postings[i] = new((ushort)last, (read & 1) == 0 ? (byte)1 : from.Byte(), (read & 2) == 0 ? (byte)0 : from.Byte());
        }

        return new(text, spellings, word, (flags & SheafFormat.IsContent) != 0, postings);
    }

    private static string[] Texts(ref ByteReader from)
    {
        var texts = new string[from.Number()];
        for (var i = 0; i < texts.Length; i++) texts[i] = from.Text();
        return texts;
    }

    /// <summary>Reads what a <see cref="BinaryWriter"/> wrote.</summary>
    private ref struct ByteReader(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> rest = bytes;

        internal readonly int Left => rest.Length;

        internal byte Byte()
        {
            var read = rest[0];
            rest = rest[1..];
            return read;
        }

        internal int Number()
        {
            var number = 0;
            for (var shift = 0; ; shift += 7)
            {
                var read = Byte();
                number |= (read & 0x7F) << shift;
                if (read < 0x80) return number;
            }
        }

        internal string Text()
        {
            var length = Number();
            var text = Encoding.UTF8.GetString(rest[..length]);
            rest = rest[length..];
            return text;
        }
    }
}
