using System.Text;
using Palabre.Model;

namespace Palabre.Searching;

/// <summary>
/// Reads a text word by word, as searches compare words. The look's <c>search.js</c> reads alike, and one fixture holds
/// both to it. A word is a run of letters, digits and their marks; where a script puts no space between words, each letter is one.
/// What is elided before an apostrophe is left out («l'», «qu'», «dell'»), other apostrophes join («aujourd'hui»), and an English
/// «'s» goes.
/// </summary>
/// <param name="buffers">At least twice <see cref="Longest"/>: each word stands there until the next.</param>
internal ref struct WordReader(ReadOnlySpan<char> text, Span<char> buffers)
{
    /// <summary>In UTF-16 units; what a longer word has more is not compared.</summary>
    internal const int Longest = 32;

    private static readonly HashSet<string> Elided = new(
        [
            "l", "d", "j", "m", "t", "s", "c", "n", "v", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
            "un", "gl", "all", "dall", "dell", "nell", "sull", "coll", "quell", "quest", "anch",
        ], StringComparer.Ordinal);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ElidedSpans = Elided.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Span<char> plain = buffers[..Longest];
    private readonly Span<char> exact = buffers[Longest..(2 * Longest)];
    private ReadOnlySpan<char> rest = text;
    private int length;
    private int part; // where the last part begins, after an apostrophe

    /// <summary>The word in lower case without accents.</summary>
    internal readonly ReadOnlySpan<char> Plain => plain[..length];

    /// <summary>The word in lower case with its accents: as many characters as <see cref="Plain"/>.</summary>
    internal readonly ReadOnlySpan<char> Exact => exact[..length];

    internal bool Next()
    {
        (length, part) = (0, 0);
        while (rest.Length > 0)
        {
            // What most words are made of folds to itself.
            if (char.IsAsciiLetterOrDigit(rest[0]))
            {
                Add(char.ToLowerInvariant(rest[0]));
                rest = rest[1..];
                continue;
            }

            Rune.DecodeFromUtf16(rest, out var rune, out var size);
            if (IsAlone(rune))
            {
                if (length > 0) break;
                rest = rest[size..];
                Add(rune.ToString(), rune);
                return true;
            }

            rest = rest[size..];
            if (IsNothing(rune.Value)) continue;
            if (length > 0 && rune.Value is '\'' or '’' && IsWordNext(rest))
            {
                if (part == 0 && ElidedSpans.Contains(Plain) && !IsLoneS(rest)) length = 0;
                else part = length;
                continue;
            }

            if (Fold(rune) is not { } folded) continue;
            if (folded.Length > 0) Add(folded, rune);
            else if (length > 0) break;
        }

        if (part > 0 && length == part + 1 && plain[part] == 's') length = part;
        return length > 0;
    }

    /// <summary>The English «'s»: what stands before it is a word, not elided.</summary>
    private static bool IsLoneS(ReadOnlySpan<char> text)
    {
        var isS = false;
        while (text.Length > 0)
        {
            Rune.DecodeFromUtf16(text, out var rune, out var size);
            text = text[size..];
            if (IsAlone(rune)) break;
            if (IsNothing(rune.Value)) continue;
            if (rune.Value is '\'' or '’') return isS && !IsWordNext(text);
            if (Fold(rune) is not { } folded) continue;
            if (folded.Length == 0) break;
            if (isS || folded != "s") return false;
            isS = true;
        }

        return isS;
    }

    private static bool IsWordNext(ReadOnlySpan<char> text) =>
        Rune.DecodeFromUtf16(text, out var rune, out _) == System.Buffers.OperationStatus.Done
        && !IsAlone(rune) && !IsNothing(rune.Value) && Fold(rune) is { Length: > 0 };

    private void Add(char folded)
    {
        if (length == Longest) return;
        (plain[length], exact[length]) = (folded, folded);
        length++;
    }

    private void Add(string folded, Rune rune)
    {
        if (length + folded.Length > Longest) return;
        folded.CopyTo(plain[length..]);
        folded.CopyTo(exact[length..]);
        // 'İ' has no lower case of one character, in browsers.
        if (folded.Length == 1 && !rune.IsAscii && Rune.ToLowerInvariant(rune) is { IsBmp: true, Value: not 'İ' } lower) exact[length] = (char)lower.Value;
        length += folded.Length;
    }

    /// <summary>
    /// Scripts that put no space between words: each of their letters, marks and digits is searched for alone. Thai and Lao,
    /// Burmese, Khmer; kana and Chinese.
    /// </summary>
    private static bool IsAlone(Rune rune) => rune.Value >= 0xE01 && (rune.Value is <= 0xEDF or (>= 0x1000 and <= 0x109D)
        or (>= 0x1780 and <= 0x17E9) or (>= 0x3005 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF66 and <= 0xFF9F)
        or (>= 0x20000 and <= 0x3FFFF)) && (Rune.IsLetterOrDigit(rune) || rune.Value == '〇' || Letters.IsMark(rune));

    /// <summary>Soft hyphens and joiners, which stand within words and are not seen.</summary>
    private static bool IsNothing(int c) => c is 0xAD or 0x200C or 0x200D or 0x2060 or 0xFEFF;

    /// <summary>Letters that people write one for the other, besides those that an address folds too.</summary>
    private static string? Fold(Rune rune) => rune.Value switch
    {
        'ё' or 'Ё' => "е",
        'أ' or 'إ' or 'آ' or 'ٱ' => "ا",
        'ة' => "ه",
        'ى' or 'ی' => "ي",
        'ک' => "ك",
        _ => Letters.Fold(rune),
    };
}
