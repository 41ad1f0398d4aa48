using System.Buffers;
using System.Text;

namespace Palabre.Rendering;

/// <summary>Which way a language is written.</summary>
internal static class Direction
{
    private static readonly HashSet<string> RightToLeft =
        new(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> RightToLeftScripts = new(["Adlm", "Arab", "Aran", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"], StringComparer.OrdinalIgnoreCase);

    /// <param name="language">A BCP 47 tag: a script that it names decides (RFC 5646, section 2.2.3), else the language.</param>
    internal static string Of(string language)
    {
        if (!language.Contains('-', StringComparison.Ordinal)) return RightToLeft.Contains(language) ? "rtl" : "ltr";
        var parts = language.Split('-');
        // Four letters after the language, or after up to three extended ones of three letters each.
        var script = parts.Skip(1).SkipWhile(part => part.Length == 3).FirstOrDefault();
        var isLeftward = script is { Length: 4 } && script.All(char.IsAsciiLetter) ? RightToLeftScripts.Contains(script) : RightToLeft.Contains(parts[0]);
        return isLeftward ? "rtl" : "ltr";
    }

    // The first bytes, as UTF-8, that letters from right to left may have.
    private static readonly SearchValues<byte> Leftward = SearchValues.Create([.. Enumerable.Range(0xD6, 0xE0 - 0xD6 + 1).Select(b => (byte)b), 0xEF, 0xF0]);

    /// <summary>
    /// That of a text that names no language, by its first letter (UAX #9, P2 and P3), as <c>dir="auto"</c> has it; null where it is that of
    /// the language around it.
    /// </summary>
    /// <param name="html">Its markup.</param>
    internal static string? OfText(Html html, string within)
    {
        var around = Of(within);
        if (around == "ltr" && html.IsUtf8Without(Leftward)) return null;
        using var markup = html.Lend();
        var end = '\0'; // of a tag, or of a reference to a character
        foreach (var rune in markup.Chars.EnumerateRunes())
        {
            if (end != '\0') end = rune.Value == end ? '\0' : end;
            else if (rune.Value is '<' or '&') end = rune.Value == '<' ? '>' : ';';
            else if (Rune.IsLetter(rune)) return IsLeftward(rune.Value) == (around == "rtl") ? null : around == "rtl" ? "ltr" : "rtl";
        }

        return null;
    }

    // Blocks of letters from right to left; what stands among them from left to right is no letter.
    private static bool IsLeftward(int rune) => rune is (>= 0x590 and <= 0x8FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);

    /// <summary>That of a language among another; null where it is the same, or no language is named.</summary>
    internal static string? Of(string? language, string within) => language is null || Of(language) == Of(within) ? null : Of(language);
}
