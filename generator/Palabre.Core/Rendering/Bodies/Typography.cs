namespace Palabre.Rendering;

/// <summary>Quotation marks, apostrophes, dashes and the spaces around them, by language.</summary>
public static class Typography
{
    [ThreadStatic]
    private static Typographer? idle;

    /// <summary>
    /// <paramref name="text"/>, which is plain, as a typographer of the language would set it. Applying it twice
    /// changes nothing more; no letter or digit is ever changed. A text with an address in it stays as it is.
    /// </summary>
    /// <param name="language">A BCP 47 tag.</param>
    public static string Apply(string text, string language)
    {
        if (text.Contains("://", StringComparison.Ordinal)) return text;
        var typographer = idle ??= new();
        typographer.Begin(language);
        var set = typographer.Set(text);
        return set.SequenceEqual(text) ? text : set.ToString();
    }
}
