namespace Palabre.Searching;

/// <summary>
/// What a word has in common with its inflections, found lightly: too little cut off loses a page, too much finds what
/// nobody asked for. The look's <c>search.js</c> does the same.
/// </summary>
internal static class Stems
{
    /// <summary>The languages that have stems and stop words, by their primary subtag.</summary>
    /// <returns>In lower case; "" of a language that has none, whose words stay.</returns>
    internal static string LanguageOf(string tag)
    {
        var dash = tag.AsSpan().IndexOf('-');
        var primary = (dash < 0 ? tag : tag[..dash]).ToLowerInvariant();
        return primary is "fr" or "en" || WordEnds.Has(primary) ? primary : "";
    }

    /// <param name="word">In lower case without accents.</param>
    /// <param name="language">As <see cref="LanguageOf"/> has it.</param>
    internal static string Of(string word, string language)
    {
        if (word.Length < 4) return word;
        if (language == "fr") return French(word);
        if (language == "en") return English(word);
        foreach (var end in WordEnds.Of(language)) word = end.Of(word);
        return word;
    }

    /// <summary>
    /// J. Savoy, «A stemming procedure and stopword list for general French corpora», Journal of the American Society for
    /// Information Science 50(10), 1999: the minimal procedure, without plural, feminine and infinitive. Three changes:
    /// plurals go from words of four letters («mots»), the rest from five («thème», «thèmes»); -eaux becomes -eau, and -ail what
    /// -aux becomes.
    /// </summary>
    private static string French(string word)
    {
        if (word.EndsWith("eaux", StringComparison.Ordinal)) return word[..^1];
        if (word.EndsWith("aux", StringComparison.Ordinal)) return word[..^2] + "l";
        if (word[^1] == 'x') return word[..^1];
        if (word[^1] == 's') word = word[..^1];
        if (word.Length < 5) return word;
        if (word[^1] == 'r') word = word[..^1];
        if (word[^1] == 'e') word = word[..^1];
        if (word[^1] == 'e') word = word[..^1];
        if (word[^1] == word[^2] && char.IsLetter(word[^1])) word = word[..^1];
        return word.Length >= 6 && word.EndsWith("ail", StringComparison.Ordinal) ? word[..^2] + "l" : word;
    }

    /// <summary>
    /// The S stemmer of D. Harman, «How effective is suffixing?», in the same journal, 42(1), 1991. Two changes: it leaves «boxes», «classes» and
    /// «heroes» an e that «box», «class» and «hero» have not, so an e after a hiss or an o goes, of «house» and «houses» alike; and -zz becomes -z.
    /// </summary>
    private static string English(string word)
    {
        if (word.EndsWith("ies", StringComparison.Ordinal) && word[^4] is not ('e' or 'a')) return word[..^3] + "y";
        if (word[^1] == 's' && word[^2] is not ('u' or 's')) word = word[..^1];
        if (word.Length >= 4 && word[^1] == 'e' && (word[^2] is 's' or 'x' or 'z' or 'o' || (word[^2] == 'h' && word[^3] is ('c' or 's')))) word = word[..^1];
        return word.EndsWith("zz", StringComparison.Ordinal) ? word[..^1] : word;
    }
}
