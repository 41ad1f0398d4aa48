using System.Text;

namespace Palabre.Rendering;

/// <summary>
/// The words of markup that is nothing but paragraphs of text, which most bodies are: what <see cref="MarkupText"/> makes of it,
/// without a step from UTF-8 and back. Whatever it is not certain of is left to that.
/// </summary>
internal static class ParagraphText
{
    /// <summary>Appends the words, a paragraph a line; what was appended means nothing if it returns false.</summary>
    /// <param name="markup">As <see cref="BodyRenderer"/> renders bodies.</param>
    internal static bool TryAppend(ReadOnlySpan<byte> markup, Utf8Buffer text)
    {
        if (markup.IsEmpty) return false;
        for (var rest = markup; !rest.IsEmpty;)
        {
            if (!rest.StartsWith("<p>"u8)) return false;
            rest = rest[3..];
            var end = rest.IndexOf((byte)'<');
            if (end <= 0 || !rest[end..].StartsWith("</p>"u8) || !IsPlain(rest[..end])) return false;
            if (text.Length > 0) text.Append("\n"u8);
            Append(rest[..end], text);
            rest = rest[(end + 4)..];
            if (rest.StartsWith("\n"u8)) rest = rest[1..];
        }

        return true;
    }

    /// <summary>No entity, no blank that would be folded or trimmed, and nothing that orders text.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> words) =>
        !words.ContainsAny((byte)'&', (byte)'\t', (byte)'\r') && !HasTwoBlanks(words) && !IsBlankAtEnd(words) && !MayOrder(words);

    private static bool HasTwoBlanks(ReadOnlySpan<byte> words) =>
        words.IndexOf("  "u8) >= 0 || words.IndexOf(" \n"u8) >= 0 || words.IndexOf("\n "u8) >= 0 || words.IndexOf("\n\n"u8) >= 0;

    private static bool IsBlankAtEnd(ReadOnlySpan<byte> words)
    {
        Rune.DecodeFromUtf8(words, out var first, out _);
        Rune.DecodeLastFromUtf8(words, out var last, out _);
        return Rune.IsWhiteSpace(first) || Rune.IsWhiteSpace(last);
    }

    /// <summary>All characters that do (<see cref="Bidi"/>) begin with the same two bytes as quotation marks, or with two that are rarer.</summary>
    private static bool MayOrder(ReadOnlySpan<byte> words)
    {
        for (int at; (at = words.IndexOf((byte)0xE2)) >= 0 && at + 2 < words.Length; words = words[(at + 3)..])
            if (words[at + 1] == 0x81 || (words[at + 1] == 0x80 && words[at + 2] is >= 0xAA and <= 0xAE or 0x8E or 0x8F)) return true;
        return false;
    }

    private static void Append(ReadOnlySpan<byte> words, Utf8Buffer text)
    {
        for (int end; (end = words.IndexOf((byte)'\n')) >= 0; words = words[(end + 1)..])
        {
            text.Append(words[..end]);
            text.Append(" "u8);
        }

        text.Append(words);
    }
}
