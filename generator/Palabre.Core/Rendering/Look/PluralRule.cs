using Palabre.Reading;

namespace Palabre.Rendering;

/// <summary>CLDR plural categories of whole numbers (Unicode CLDR 45, plurals.xml, cardinal rules).</summary>
internal static class PluralRule
{
    internal static readonly string[] Categories = ["zero", "one", "two", "few", "many", "other"];

    /// <param name="language">A BCP 47 tag; its first part decides.</param>
    /// <returns><c>zero</c>, <c>one</c>, <c>two</c>, <c>few</c>, <c>many</c> or <c>other</c>.</returns>
    internal static string Category(string language, long n)
    {
        var (mod10, mod100) = (n % 10, n % 100);
        switch (LanguageTag.Main(language))
        {
            case "pt" when language.Equals("pt-PT", StringComparison.OrdinalIgnoreCase):
                return n == 1 ? "one" : IsMillions(n) ? "many" : "other";
            case "fr" or "pt":
                return n is 0 or 1 ? "one" : IsMillions(n) ? "many" : "other";
            case "es" or "it" or "ca":
                return n == 1 ? "one" : IsMillions(n) ? "many" : "other";
            case "ja" or "zh" or "ko" or "vi" or "th" or "id" or "ms" or "my" or "lo" or "yo":
                return "other";
            case "am" or "bn" or "fa" or "gu" or "hi" or "kn" or "zu" or "hy" or "ff" or "kab" or "ln" or "mg" or "wo":
                return n is 0 or 1 ? "one" : "other";
            case "ru" or "uk" or "be":
                return mod10 == 1 && mod100 != 11 ? "one" : mod10 is >= 2 and <= 4 && mod100 is not (>= 12 and <= 14) ? "few" : "many";
            case "sr" or "hr" or "bs":
                return mod10 == 1 && mod100 != 11 ? "one" : mod10 is >= 2 and <= 4 && mod100 is not (>= 12 and <= 14) ? "few" : "other";
            case "pl":
                return n == 1 ? "one" : mod10 is >= 2 and <= 4 && mod100 is not (>= 12 and <= 14) ? "few" : "many";
            case "cs" or "sk":
                return n == 1 ? "one" : n is >= 2 and <= 4 ? "few" : "other";
            case "sl":
                return mod100 switch { 1 => "one", 2 => "two", 3 or 4 => "few", _ => "other" };
            case "lt":
                return mod10 == 1 && mod100 is not (>= 11 and <= 19) ? "one" : mod10 >= 2 && mod100 is not (>= 11 and <= 19) ? "few" : "other";
            case "lv":
                return mod10 == 0 || mod100 is >= 11 and <= 19 ? "zero" : mod10 == 1 ? "one" : "other";
            case "ro":
                return n == 1 ? "one" : n == 0 || mod100 is >= 1 and <= 19 ? "few" : "other";
            case "ar":
                return n switch { 0 => "zero", 1 => "one", 2 => "two", _ => mod100 switch { >= 3 and <= 10 => "few", >= 11 => "many", _ => "other" } };
            case "he":
                return n switch { 1 => "one", 2 => "two", _ => "other" };
            case "ga":
                return n switch { 1 => "one", 2 => "two", >= 3 and <= 6 => "few", >= 7 and <= 10 => "many", _ => "other" };
            case "br":
                return mod10 == 1 && mod100 is not (11 or 71 or 91) ? "one"
                    : mod10 == 2 && mod100 is not (12 or 72 or 92) ? "two"
                    : mod10 is 3 or 4 or 9 && mod100 is not ((>= 10 and <= 19) or (>= 70 and <= 79) or (>= 90 and <= 99)) ? "few"
                    : IsMillions(n) ? "many" : "other";
            case "cy":
                return n switch { 0 => "zero", 1 => "one", 2 => "two", 3 => "few", 6 => "many", _ => "other" };
            default:
                return n == 1 ? "one" : "other";
        }
    }

    /// <summary>The categories that counts of a site come upon; millions are none. And <c>other</c>, which every text has.</summary>
    internal static IEnumerable<string> Usual(string language)
    {
        var met = Enumerable.Range(0, 201).Select(n => Category(language, n)).ToHashSet(StringComparer.Ordinal);
        return Categories.Where(category => category == "other" || met.Contains(category));
    }

    private static bool IsMillions(long n) => n != 0 && n % 1_000_000 == 0;
}
