using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Palabre.Searching;

/// <summary>
/// What inflections end in, of languages whose stems need no more than that: patterns, and what stands in the place of what each
/// matches, one after the other. The file that names all others hands them to the look's <c>search.js</c>, so they mean the same in .NET
/// and in JavaScript. German begins with the minimal procedure of J. Savoy, «Light stemming approaches for the French, Portuguese, German
/// and Hungarian languages», SAC 2006, changed where singular and plural would part; the others are as light.
/// </summary>
internal static class WordEnds
{
    private static readonly FrozenDictionary<string, WordEnd[]> ByLanguage = new Dictionary<string, WordEnd[]>(StringComparer.Ordinal)
    {
        // Lehrerinnen, Häusern, Straßen, Thema, Autos; Preise, Prozesse, Ergebnisse.
        ["de"] = [new("^(.{4,})nnen$|^(.{3,})(?:ern|e[nrs])$|^(.{3,})[ae]$|^(.{4,})[nrs]$", "$1$2$3$4"), new("^(.{4,}?)s+$", "$1")],
        // luces, luz; meses, mes; francesa, francés; casas, rojos, flores.
        ["es"] = [new("^(.+[aeiou])ces$", "$1z"), new("eses$", "es"), new("^(..+es)[ao]s?$", "$1"), new("^(.{3,})[aeo]s?$", "$1")],
        // amica, amiche, amici; studio, studi.
        ["it"] = [new("^(.{3,}?)[hi]?[aeio]$", "$1")],
        // ideeën; tafels, meisjes; boeken, grote; huizen, brieven; mannen; bomen, boom.
        ["nl"] =
        [
            new("^(..+e)e(?:en)?$", "$1"), new("^(..+(?:je|e[lmnr]))s$", "$1"), new("^(...+)en?$", "$1"), new("z$", "s"), new("v$", "f"),
            new("([b-df-hj-np-tvwxz])\\1$", "$1"), new("([aeou])\\1(.)$", "$1$2"),
        ],
        // opiniões, animais, fáceis, fácil, homens, portugueses, flores, casas.
        ["pt"] =
        [
            new("^(..+)[ao]es$", "$1ao"), new("^(.+[aeou])is$", "$1l"), new("il$", "el"), new("^(..+)ns$", "$1m"),
            new("(.[^s]s|[aeiou][lrz])es$", "$1"), new("^(..+[^s])s$", "$1"),
        ],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    internal static bool Has(string language) => ByLanguage.ContainsKey(language);

    /// <summary>Of a language, in the order in which they apply; none of a language that is not here.</summary>
    internal static IReadOnlyList<WordEnd> Of(string language) => ByLanguage.GetValueOrDefault(language, []);
}

/// <param name="Pattern">Of what goes, in lower case without accents.</param>
/// <param name="Left">What stands in its place, with <c>$1</c> for what a group matched.</param>
internal sealed record WordEnd(string Pattern, string Left)
{
    private readonly Regex regex = new(Pattern, RegexOptions.CultureInvariant);

    internal string Of(string word) => regex.Replace(word, Left, 1);
}
