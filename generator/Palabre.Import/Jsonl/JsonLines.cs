using System.Text;
using System.Text.Json;
using Palabre.Diagnostics;
using Palabre.Import.Texts;

namespace Palabre.Import.Jsonl;

/// <summary>The lines of a file, a line in memory at a time.</summary>
internal static class JsonLines
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
        // Of a list, what stands between its objects is none of theirs.
        var text = line.AsSpan().TrimEnd();
        if (text is [.., ',' or ']'] && text[..^1].TrimEnd() is [.., '}'] alone) text = alone;
        text = text.TrimStart();
        if (text is ['[' or ',', ..] && text[1..].TrimStart() is ['{', ..] own) text = own;
        var column = line.AsSpan().IndexOf('{');
        if (text is "{") return (null, Bad(1, "an object has to be on one line, as jq -c writes it"));
        if (!text.StartsWith('{')) return (null, Bad(1, "it is not an object"));
        try
        {
            return (JsonDocument.Parse(JsonText.WithWholeCharacters(text.ToString()), Options), null);
        }
        catch (JsonException e)
        {
            var (bytes, at) = (Encoding.UTF8.GetBytes(text.ToString()), (int)(e.BytePositionInLine ?? 0));
            var isList = at > 0 && at < bytes.Length && bytes[at] == ',' && bytes[at - 1] == '}';
            return (null, Bad(column + at + 1, isList ? "each object has to be on a line of its own, as jq -c '.[]' writes them" : "it is not JSON from here on"));
        }
    }
}
