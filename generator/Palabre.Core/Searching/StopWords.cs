namespace Palabre.Searching;

/// <summary>Words that say nothing alone: a search for other words passes over them, a phrase does not.</summary>
internal static class StopWords
{
    private const string French = "a ai as au aux avec c ce ces cet cette d dans de des du elle elles en es est et etait ete etre eux il ils j je l la le les leur leurs "
        + "lui m ma mais me mes moi mon n ne nos notre nous on ont ou par pas pour qu que qui s sa se ses si son sont sur t ta te tes toi ton tu un une vos votre vous y";

    private const string English = "a an and are as at be been but by for from had has have he her his i if in is it its me my no not of on or our she so "
        + "than that the their them then there they this to was we were what which who will with you your";

    private static readonly HashSet<string> OfFrench = [.. French.Split(' ')], OfEnglish = [.. English.Split(' ')];

    /// <summary>All of a language, with spaces between them; empty of one that has none here.</summary>
    internal static string Of(string language) => language switch
    {
        "fr" => French,
        "en" => English,
        _ => "",
    };

    /// <param name="word">In lower case without accents.</param>
    internal static bool Has(string word, string language) => language switch
    {
        "fr" => OfFrench.Contains(word),
        "en" => OfEnglish.Contains(word),
        _ => false,
    };
}
