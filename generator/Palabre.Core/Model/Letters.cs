using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Palabre.Model;

/// <summary>Letters without case and accent, the same on every machine.</summary>
public static class Letters
{
    // Each word: the plain letters, '=', and the letters that fold to them.
    private const string Table =
        "a=àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặª ae=æǣǽ b=ƀɓḃḅḇ c=çćĉċčƈȼḉ d=ďđɖɗḋḍḏḑḓð e=èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ "
        + "f=ƒḟ g=ĝğġģǥǧǵɠḡ h=ĥħȟḣḥḧḩḫẖ i=ìíîïĩīĭįıǐȉȋḭḯỉịİ ij=ĳ j=ĵǰ k=ķƙǩḱḳḵĸ l=ĺļľŀłƚḷḹḻḽ m=ḿṁṃ n=ñńņňŉƞǹṅṇṉṋ "
        + "ng=ŋ o=òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợº oe=œ p=ƥṕṗ r=ŕŗřȑȓṙṛṝṟ s=śŝşšșſṡṣṥṧṩ ss=ß "
        + "t=ţťŧƫƭțṫṭṯṱẗ th=þ u=ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự v=ṽṿ w=ŵẁẃẅẇẉẘ x=ẋẍ y=ýÿŷƴȳẏẙỳỵỷỹ "
        + "z=źżžƶȥẑẓẕ "
        + "α=άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ "
        + "ε=έἐἑἒἓἔἕὲέ "
        + "η=ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ "
        + "ι=ΐίϊἰἱἲἳἴἵἶἷὶίῐῑῒΐῖῗ "
        + "ο=όὀὁὂὃὄὅὸό "
        + "ρ=ῤῥ "
        + "υ=ΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ "
        + "ω=ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ";

    private static readonly FrozenDictionary<char, string> Plain = Table.Split(' ')
        .Select(word => word.Split('='))
        .SelectMany(pair => pair[1].Select(letter => (Letter: letter, Plain: pair[0])))
        .ToFrozenDictionary(p => p.Letter, p => p.Plain);

    // Of the letters that most texts have, what they fold to: looked up once.
    private static readonly string?[] Common = [.. Enumerable.Range(0, 0x250).Select(i => FoldAnew(new((char)i)))];

    /// <summary>
    /// The letter or digit in lower case, without accents: one or two characters. Empty for what is neither letter nor
    /// digit; null for a combining mark of the Latin script, which folds into the letter before it, for the points of Hebrew and Arabic, which
    /// most leave out, and for the stroke that stretches Arabic words.
    /// </summary>
    public static string? Fold(Rune rune) => rune.Value < Common.Length ? Common[rune.Value] : FoldAnew(rune);

    private static string? FoldAnew(Rune rune)
    {
        if (rune.Value is (>= 0x300 and <= 0x36F) || IsPoint(rune.Value)) return null;
        var lower = Rune.ToLowerInvariant(rune);
        if (lower.Value == 'ẞ') return "ss";
        if (lower.IsBmp && Plain.TryGetValue((char)lower.Value, out var plain)) return plain;
        // Marks of other scripts, such as the vowels of Devanagari, are part of the word.
        return Rune.IsLetterOrDigit(lower) || IsMark(lower) ? lower.ToString() : "";
    }

    /// <summary>Whether it belongs to the character before it.</summary>
    public static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsPoint(int c) => c is (>= 0x591 and <= 0x5BD) or 0x5BF or 0x5C1 or 0x5C2 or 0x5C4 or 0x5C5 or 0x5C7
        or 0x640 or (>= 0x64B and <= 0x65F) or 0x670;
}
