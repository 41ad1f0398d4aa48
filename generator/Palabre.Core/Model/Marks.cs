using System.Collections.Frozen;
using System.Text;

namespace Palabre.Model;

/// <summary>
/// Marks that make another letter of the one before them, in scripts whose letters <see cref="Letters"/> keeps: some
/// systems write file names with the two apart (macOS), others as one.
/// </summary>
internal static class Marks
{
    // By mark: pairs of the letter before it and of what the two make. Unicode's canonical compositions of Cyrillic,
    // Arabic and kana; those of Hangul are calculated (The Unicode Standard, section 3.12).
    private static readonly (int Mark, string Pairs)[] Table =
    [
        (0x0300, "еѐиѝ"),
        (0x0301, "гѓкќ"),
        (0x0304, "иӣуӯ"),
        (0x0306, "ийуўжӂаӑеӗ"),
        (0x0308, "еёіїаӓәӛжӝзӟиӥоӧөӫэӭуӱчӵыӹ"),
        (0x030B, "уӳ"),
        (0x030F, "ѵѷ"),
        (0x0653, "اآ"),
        (0x0654, "اأوؤيئەۀہۂےۓ"),
        (0x0655, "اإ"),
        (0x3099, "かがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼうゔゝゞカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドハバヒビフブヘベホボウヴワヷヰヸヱヹヲヺヽヾ"),
        (0x309A, "はぱひぴふぷへぺほぽハパヒピフプヘペホポ"),
    ];

    private static readonly FrozenDictionary<(char Letter, int Mark), char> Made = Table
        .SelectMany(row => row.Pairs.Chunk(2).Select(pair => (Key: (pair[0], row.Mark), Made: pair[1])))
        .ToFrozenDictionary(pair => pair.Key, pair => pair.Made);

    /// <summary>The one letter that the two make; null if they make none.</summary>
    internal static char? Joined(char letter, Rune mark)
    {
        if (letter is >= '\u1100' and <= '\u1112' && mark.Value is >= 0x1161 and <= 0x1175)
            return (char)(0xAC00 + ((((letter - 0x1100) * 21) + mark.Value - 0x1161) * 28));
        if (letter is >= '\uAC00' and <= '\uD7A3' && (letter - 0xAC00) % 28 == 0 && mark.Value is > 0x11A7 and <= 0x11C2)
            return (char)(letter + mark.Value - 0x11A7);
        return Made.TryGetValue((letter, mark.Value), out var made) ? made : null;
    }
}
