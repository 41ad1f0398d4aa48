using System.Globalization;
using System.Text.Json;
using Palabre.Reading;

namespace Palabre.Import.Jsonl;

/// <summary>An object of a line. What has another shape than asked for counts as absent; numbers are the text they are written as.</summary>
internal readonly record struct JsonEntry(JsonElement Json)
{
    /// <summary>Null for what is absent or empty.</summary>
    internal string? Text(string name) => Json.TryGetProperty(name, out var value) ? TextOf(value) is { Length: > 0 } text ? text : null : null;

    /// <summary>A list of texts, or one text.</summary>
    internal IReadOnlyList<string> Texts(string name)
    {
        if (!Json.TryGetProperty(name, out var value)) return [];
        if (value.ValueKind != JsonValueKind.Array) return TextOf(value) is { Length: > 0 } one ? [one] : [];
        return [.. value.EnumerateArray().Select(TextOf).OfType<string>().Where(t => t.Length > 0)];
    }

    internal bool? Flag(string name) => Json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;

    internal int? Number(string name) => int.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    internal JsonEntry? Map(string name) => Json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? new(value) : null;

    internal IEnumerable<JsonEntry> Maps(string name) => Json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.Object).Select(v => new JsonEntry(v))] : [];

    /// <summary>What the fields do not say, but for what is nobody's business.</summary>
    internal IReadOnlyDictionary<string, object> Extra(FieldSet set) => Map("extra") is { } extra && Plain(extra.Json, set) is Dictionary<string, object> map
        ? map : new Dictionary<string, object>();

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    // As deep as the reader of JSON lets values be.
    private static object Plain(JsonElement value, FieldSet set) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().DistinctBy(p => p.Name, StringComparer.Ordinal).Where(p => !set.IsPrivate(p.Name))
            .ToDictionary(p => p.Name, p => Plain(p.Value, set), StringComparer.Ordinal),
        JsonValueKind.Array => value.EnumerateArray().Select(item => Plain(item, set)).ToList(),
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };
}
