namespace Palabre.Rendering;

/// <summary>Which way a language is written.</summary>
internal static class Direction
{
    private static readonly HashSet<string> RightToLeft =
        new(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"], StringComparer.OrdinalIgnoreCase);

    /// <param name="language">A BCP 47 tag.</param>
    internal static string Of(string language) =>
        RightToLeft.Contains(language.Split('-')[0]) || language.Contains("-Arab", StringComparison.OrdinalIgnoreCase)
        || language.Contains("-Hebr", StringComparison.OrdinalIgnoreCase) ? "rtl" : "ltr";
}
