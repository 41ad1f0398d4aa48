using System.Collections.Frozen;

namespace Palabre.Rendering;

/// <summary>The quotation marks of a language, outer and inner.</summary>
/// <param name="Marks">Four characters: outer opening and closing, inner opening and closing.</param>
/// <param name="IsFrench">Marks and high punctuation stand off by no-break spaces.</param>
internal sealed record QuoteMarks(string Marks, bool IsFrench = false)
{
    // Each word: languages, '=', and their marks. What is not here keeps its straight quotes.
    private const string Table =
        "en,nl,ga,cy,eo,tr,id,ms,pt=“”‘’ fr=«»“” de,cs,sk,sl,is,lt,bg,et=„“‚‘ es,it,ca,gl,eu,el,no,nb,nn,hy=«»“” "
        + "pl,ro,hr,hu=„”‚’ sv,fi=””’’ ru,uk,be,sq=«»„“ da=»«›‹";

    private static readonly FrozenDictionary<string, QuoteMarks> ByLanguage = Table.Split(' ')
        .Select(word => word.Split('='))
        .SelectMany(pair => pair[0].Split(',').Select(language => (language, Marks: pair[1])))
        .ToFrozenDictionary(p => p.language, p => new QuoteMarks(p.Marks, p.language == "fr"), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, QuoteMarks>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        ByLanguage.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The marks of a BCP 47 tag's language; null if the table has none.</summary>
    internal static QuoteMarks? Of(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny('-', '_');
        return Lookup.TryGetValue(end < 0 ? tag : tag[..end], out var marks) ? marks : null;
    }

    /// <summary>Of a quotation that is written in single marks: the inner ones, where these are single.</summary>
    internal (char Opening, char Closing) Single { get; } = Marks[2] is '‚' or '’' or '›' ? (Marks[2], Marks[3]) : ('‘', '’');

    internal char Opening(int depth) => Marks[depth == 0 ? 0 : 2];

    internal char Closing(int depth) => Marks[depth == 0 ? 1 : 3];
}
