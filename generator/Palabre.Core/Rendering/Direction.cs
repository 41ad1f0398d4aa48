using System.Buffers;

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

    /// <summary>Whether markup has no letter from right to left; in doubt it has.</summary>
    internal static bool IsRightward(Html html) => html.IsUtf8Without(Leftward) || (html.Text is { } text && !LetterCount.MayBeLeftward(text));

    /// <summary>
    /// That of a text that names no language, by most of its letters. Null where it
    /// is that of the language around it.
    /// </summary>
    /// <param name="html">Its markup.</param>
    internal static string? OfText(Html html, string within)
    {
        var around = Of(within);
        if (around == "ltr" && IsRightward(html)) return null;
        using var markup = html.Lend();
        var count = default(LetterCount);
        for (var tokens = new HtmlTokens(markup.Chars); tokens.Next();)
            if (tokens.Kind == HtmlTokenKind.Text) count = count.With(tokens.Rest);
        return count.OtherThan(around);
    }

    /// <summary>As <see cref="OfText(Html, string)"/>, of words without markup.</summary>
    internal static string? OfWords(string words, string within) => Of(within) is var around && around == "ltr" && !LetterCount.MayBeLeftward(words)
        ? null : default(LetterCount).With(words).OtherThan(around);

    /// <summary>That of a language among another; null where it is the same, or no language is named.</summary>
    internal static string? Of(string? language, string within) => language is null || Of(language) == Of(within) ? null : Of(language);
}
