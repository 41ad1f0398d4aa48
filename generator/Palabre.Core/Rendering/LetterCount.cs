using System.Text;

namespace Palabre.Rendering;

/// <summary>How many letters of a text are written from right to left, and how many from left to right.</summary>
internal readonly record struct LetterCount(int Leftward, int Rightward)
{
    /// <summary>
    /// Another direction than that around, if two thirds of the letters are written so; else null. Less is no sign: who writes Arabic names
    /// people and programs in Latin letters, too.
    /// </summary>
    /// <param name="around"><c>ltr</c> or <c>rtl</c>.</param>
    internal string? OtherThan(string around) => around == "ltr"
        ? Leftward > 2 * Rightward ? "rtl" : null
        : Rightward > 2 * Leftward ? "ltr" : null;

    /// <summary>False only of a text without letters from right to left.</summary>
    internal static bool MayBeLeftward(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\u0590', '\u08FF') || text.ContainsAnyInRange('\uD800', '\uFEFE'); // surrogates among them

    internal LetterCount With(LetterCount other) => new(Leftward + other.Leftward, Rightward + other.Rightward);

    /// <param name="text">Of markup, without tags: a reference to a character counts for none.</param>
    internal LetterCount With(ReadOnlySpan<char> text)
    {
        var (leftward, rightward, isReference) = (Leftward, Rightward, false);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '&') isReference = true;
            else if (rune.Value is ';' or ' ') isReference = false;
            else if (isReference || !Rune.IsLetter(rune)) continue;
            else if (IsLeftward(rune.Value)) leftward++;
            else rightward++;
        }

        return new(leftward, rightward);
    }

    // Blocks of letters from right to left; what stands among them from left to right is no letter.
    private static bool IsLeftward(int rune) => rune is (>= 0x590 and <= 0x8FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
