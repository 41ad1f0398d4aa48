using System.Text;

namespace Palabre.Searching;

/// <summary>
/// Writes a <see cref="Sheaf"/> as bytes that <see cref="SheafReader"/> reads, one field after the other: lengths, languages,
/// terms. Of a posting, what is between its number and the one before, times 4, with 1 if a weight other than 1 follows and
/// 2 if a spelling other than the first does.
/// </summary>
internal static class SheafFormat
{
    internal const int IsContent = 1, IsSpelling = 2, IsWord = 4;

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

    private static void Write(BinaryWriter to, string[] texts)
    {
        to.Write7BitEncodedInt(texts.Length);
        foreach (var text in texts) to.Write(text);
    }
}
