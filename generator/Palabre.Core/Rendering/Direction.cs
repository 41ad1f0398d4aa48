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

    /// <summary>That of a language among another; null where it is the same, or no language is named.</summary>
    internal static string? Of(string? language, string within) => language is null || Of(language) == Of(within) ? null : Of(language);
}
