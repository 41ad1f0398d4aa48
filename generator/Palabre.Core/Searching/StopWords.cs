using System.Collections.Frozen;

namespace Palabre.Searching;

/// <summary>Words that say nothing alone: a search for other words passes over them, a phrase does not.</summary>
internal static class StopWords
{
    private static readonly FrozenDictionary<string, (string All, HashSet<string> Words)> ByLanguage = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["de"] = "aber als am an auch auf aus bei bin bis da das dass dem den der des die du durch ein eine einem einen einer eines er es fur hat hatte hier ich ihr im in ist "
            + "ja kann mein mir mit nach nicht noch nur oder ohne sein sich sie sind so uber um und uns von vor war was wenn wer wie wir wird zu zum zur",
        ["en"] = "a an and are as at be been but by for from had has have he her his i if in is it its me my no not of on or our she so "
            + "than that the their them then there they this to was we were what which who will with you your",
        ["es"] = "a al como con cuando de del desde donde el ella en entre era es esta este esto fue ha han hasta hay la las le les lo los mas me mi muy no nos o para pero "
            + "por que se ser si sin sobre son su sus tambien te tu un una y ya yo",
        ["fr"] = "a ai as au aux avec c ce ces cet cette d dans de des du elle elles en es est et etait ete etre eux il ils j je l la le les leur leurs "
            + "lui m ma mais me mes moi mon n ne nos notre nous on ont ou par pas pour qu que qui s sa se ses si son sont sur t ta te tes toi ton tu un une vos votre vous y",
        ["it"] = "a ad ai al alla alle anche che chi ci come con cosi da dal dalla dei del della delle di e ed era gli ha hanno i il in io la le lei lo loro lui ma mi ne nel "
            + "nella no noi non o per piu quella quello questa questo se sei si sia sono su sua sul sulla suo tra tu un una uno",
        ["nl"] = "aan al als bij dan dat de die dit een en er geen had heb hebben heeft het hij hoe ik in is je kan maar me met mijn na naar niet nog nu of om ook op over te "
            + "tot uit van voor waar was wat we wel wij worden wordt ze zich zij zijn zo",
        ["pt"] = "a ao aos as ate com como da das de do dos e ela ele em entre era essa esse esta este eu foi ha isso ja lhe mais mas me meu minha muito na nao nas nem no nos "
            + "o os ou para pela pelo por quando que quem se sem ser seu sua tambem te tem um uma voce",
    }.ToFrozenDictionary(l => l.Key, l => (l.Value, l.Value.Split(' ').ToHashSet(StringComparer.Ordinal)), StringComparer.Ordinal);

    /// <summary>All of a language, with spaces between them; empty of one that has none here.</summary>
    internal static string Of(string language) => ByLanguage.TryGetValue(language, out var stops) ? stops.All : "";

    /// <param name="word">In lower case without accents.</param>
    internal static bool Has(string word, string language) => ByLanguage.TryGetValue(language, out var stops) && stops.Words.Contains(word);
}
