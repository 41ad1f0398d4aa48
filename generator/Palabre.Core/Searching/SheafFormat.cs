using System.Text;

namespace Palabre.Searching;

/// <summary>
/// A <see cref="Sheaf"/> as bytes, one field after the other: lengths, languages, terms. Of a posting, what is between its
/// number and the one before, times 4, with 1 if a weight other than 1 follows and 2 if a spelling other than the first does.
/// </summary>
internal static class SheafFormat
{
    private const int IsContent = 1, IsSpelling = 2, IsWord = 4;

    internal static byte[] Write(Sheaf sheaf)
    {
        using var stream = new MemoryStream(1 << 20);
        using var to = new BinaryWriter(stream, Encoding.UTF8);
        to.Write7BitEncodedInt(sheaf.Lengths.Length);
        foreach (var length in sheaf.Lengths) to.Write7BitEncodedInt(length);
        Write(to, [.. sheaf.Languages.Order(StringComparer.Ordinal)]);
        to.Write7BitEncodedInt(sheaf.Terms.Count);
        foreach (var term in sheaf.Terms) Write(to, term);
        return stream.ToArray();
    }

    internal static Sheaf Read(ReadOnlySpan<byte> bytes)
    {
        var from = new ByteReader(bytes);
        var lengths = new int[from.Number()];
        for (var i = 0; i < lengths.Length; i++) lengths[i] = from.Number();
        var sheaf = new Sheaf { Lengths = lengths };
        sheaf.Languages.UnionWith(Texts(ref from));
        var terms = new SheafTerm[from.Number()];
        for (var i = 0; i < terms.Length; i++) terms[i] = Term(ref from);
        sheaf.Terms = terms;
        return sheaf;
    }

    private static void Write(BinaryWriter to, SheafTerm term)
    {
        var (isSpelling, isWord) = (term.Spellings is [var only] && only == term.Term, term.Word.Text == term.Term);
        to.Write((byte)((term.IsContent ? IsContent : 0) | (isSpelling ? IsSpelling : 0) | (isWord ? IsWord : 0)));
        to.Write(term.Term);
        if (!isSpelling) Write(to, term.Spellings);
        if (!isWord) to.Write(term.Word.Text);
        to.Write7BitEncodedInt(term.Word.Count);
        to.Write7BitEncodedInt(term.Postings.Length);
        var last = -1;
        foreach (var (number, weight, accents) in term.Postings)
        {
            to.Write7BitEncodedInt((4 * (number - last - 1)) + (weight == 1 ? 0 : 1) + (accents == 0 ? 0 : 2));
            if (weight != 1) to.Write(weight);
            if (accents != 0) to.Write(accents);
            last = number;
        }
    }

    private static SheafTerm Term(ref ByteReader from)
    {
        var flags = from.Byte();
        var text = from.Text();
        var spellings = (flags & IsSpelling) == 0 ? Texts(ref from) : [text];
        var word = ((flags & IsWord) == 0 ? from.Text() : text, from.Number());
        var postings = new Posting[from.Number()];
        var last = -1;
        for (var i = 0; i < postings.Length; i++)
        {
            var read = from.Number();
            last += (read >> 2) + 1;
            postings[i] = new((ushort)last, (read & 1) == 0 ? (byte)1 : from.Byte(), (read & 2) == 0 ? (byte)0 : from.Byte());
        }

        return new(text, spellings, word, (flags & IsContent) != 0, postings);
    }

    private static void Write(BinaryWriter to, string[] texts)
    {
        to.Write7BitEncodedInt(texts.Length);
        foreach (var text in texts) to.Write(text);
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
