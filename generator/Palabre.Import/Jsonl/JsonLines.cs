using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Palabre.Diagnostics;

namespace Palabre.Import.Jsonl;

/// <summary>The lines of a file, a line in memory at a time.</summary>
internal static partial class JsonLines
{
    private const char NoCharacter = '\uFFFF'; // stands for bytes that are none: no text has it (Unicode, section 23.7)

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

    // UTF-16 and UTF-32 are known by their marks.
    private static readonly Encoding Utf8 = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(NoCharacter.ToString()));

    /// <summary>What may hold something, numbered from 1; the brackets around a list that has an object on each line may not.</summary>
    internal static IEnumerable<(int Number, string Line)> Of(ImportFile file)
    {
        using var reader = new StreamReader(file.Open(), Utf8);
        for (var number = 1; reader.ReadLine() is { } line; number++)
            if (line.AsSpan().Trim() is not ("" or "[" or "]" or "],")) yield return (number, line);
    }

    /// <summary>The object of a line, behind which a list may have its comma.</summary>
    /// <returns>Null, and what is wrong.</returns>
    internal static (JsonDocument? Read, Diagnostic? Problem) Parse(ImportFile file, int number, string line)
    {
        Diagnostic Bad(int column, string reason) => Catalogue.BadLine(new(file.Path, number, column), reason);
        if (line.Contains(NoCharacter, StringComparison.Ordinal)) return (null, Bad(line.IndexOf(NoCharacter, StringComparison.Ordinal) + 1, "from here on it is no UTF-8; the file has to be saved as such"));
        var text = line.AsSpan().TrimEnd();
        if (text.EndsWith("},")) text = text[..^1];
        var start = text.TrimStart();
        if (start is "{") return (null, Bad(1, "an object has to be on one line, as jq -c writes it"));
        if (!start.StartsWith('{')) return (null, Bad(1, "it is not an object"));
        try
        {
            return (JsonDocument.Parse(WithWholeCharacters(text.ToString()), Options), null);
        }
        catch (JsonException e)
        {
            return (null, Bad((int)(e.BytePositionInLine ?? 0) + 1, "it is not JSON from here on"));
        }
    }

    /// <summary>JSON can write half of a surrogate pair, which no text can hold (RFC 8259, section 8.2): U+FFFD stands for it.</summary>
    /// <returns>Of the same length, so that columns stay true.</returns>
    private static string WithWholeCharacters(string line) =>
        line.Contains(@"\ud", StringComparison.OrdinalIgnoreCase)
            ? Escape().Replace(line, escape => escape.Groups["half"].Success ? @"\ufffd" : escape.Value) : line;

    /// <summary>An escape, so far as it tells where the next begins: a pair of surrogates as one, half of a pair, any other.</summary>
    [GeneratedRegex(@"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)")]
    private static partial Regex Escape();
}
