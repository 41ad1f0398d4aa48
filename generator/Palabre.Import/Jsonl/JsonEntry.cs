using System.Text.Json;
using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Import.Jsonl;

/// <summary>An object of a line.</summary>
/// <param name="Line">Of the file: where all of it stands, for messages.</param>
internal sealed record JsonEntry(JsonElement Json, SourceLocation Line)
{
    /// <summary>The line, as reports name it.</summary>
    internal string Place => $"line {Account.Number(Line.Line)}";

    /// <summary>Numbers are the text they are written as. Null for what is absent, empty, or of another shape.</summary>
    internal string? Text(string name) => Json.TryGetProperty(name, out var value) && TextOf(value) is { Length: > 0 } text ? text : null;

    /// <summary>The first that is there of a field's names.</summary>
    internal string? Text(Field field) => field.Aliases.Prepend(field.Name).Select(Text).FirstOrDefault(text => text is not null);

    /// <summary>A list of texts, or one text.</summary>
    internal IReadOnlyList<string> Texts(string name)
    {
        if (!Json.TryGetProperty(name, out var value)) return [];
        if (value.ValueKind != JsonValueKind.Array) return TextOf(value) is { Length: > 0 } one ? [one] : [];
        return [.. value.EnumerateArray().Select(TextOf).OfType<string>().Where(t => t.Length > 0)];
    }

    /// <summary>Whether a list or a map stands under the name.</summary>
    internal bool IsNested(string name) => Json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Object or JsonValueKind.Array;

    /// <summary>As our own readers take it.</summary>
    /// <param name="aside">Names that are none of a field.</param>
    /// <param name="dropped">Receives the names of what is nobody's business, however deep it stands, and is left out.</param>
    internal YamlMap Fields(IReadOnlyCollection<string> aside, List<string> dropped) => MapOf(Json, aside, dropped);

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    // As deep as the reader of JSON lets values be.
    private YamlNode NodeOf(JsonElement value, List<string> dropped) => value.ValueKind switch
    {
        JsonValueKind.Object => MapOf(value, [], dropped),
        JsonValueKind.Array => new YamlList(Line, [.. value.EnumerateArray().Select(item => NodeOf(item, dropped))]),
        JsonValueKind.String => Scalar(TextFile.WithLineFeeds(value.GetString()!), isPlain: false),
        _ => Scalar(value.GetRawText(), isPlain: true), // a number, true, false or null
    };

    private YamlMap MapOf(JsonElement map, IReadOnlyCollection<string> aside, List<string> dropped)
    {
        var pairs = new Dictionary<string, YamlPair>(StringComparer.Ordinal); // of a name that is there twice, the last counts
        foreach (var property in map.EnumerateObject())
        {
            if (aside.Contains(property.Name)) continue;
            if (CommentFields.All.IsPrivate(property.Name)) dropped.Add(property.Name);
            else pairs[property.Name] = new(Scalar(property.Name, isPlain: false), NodeOf(property.Value, dropped));
        }

        return new(Line, [.. pairs.Values]);
    }

    private YamlScalar Scalar(string text, bool isPlain) => new(Line, text, isPlain, Line);
}
