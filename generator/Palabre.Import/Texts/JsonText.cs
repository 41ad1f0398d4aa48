using System.Text.RegularExpressions;

namespace Palabre.Import.Texts;

/// <summary>JSON as programs write it.</summary>
internal static partial class JsonText
{
    /// <summary>JSON can write half of a surrogate pair, which no text can hold (RFC 8259, section 8.2): U+FFFD stands for it.</summary>
    /// <returns>Of the same length, so that columns stay true.</returns>
    internal static string WithWholeCharacters(string json) =>
        json.Contains(@"\ud", StringComparison.OrdinalIgnoreCase)
            ? Escape().Replace(json, escape => escape.Groups["half"].Success ? @"\ufffd" : escape.Value) : json;

    /// <summary>An escape, so far as it tells where the next begins: a pair of surrogates as one, half of a pair, any other.</summary>
    [GeneratedRegex(@"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)")]
    private static partial Regex Escape();
}
