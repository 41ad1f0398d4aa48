using System.Text.Json;

namespace Palabre.Rendering;

/// <summary>What every part of a data block writes alike: a property whose value is absent is left out.</summary>
internal static class JsonLd
{
    /// <summary>Nothing where there is no text.</summary>
    internal static void Text(this Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text)) json.WriteString(name, HtmlText.Clean(text));
    }

    internal static void Type(this Utf8JsonWriter json, string type) => json.WriteString("@type", type);

    /// <summary>Begins an object that is the value of <paramref name="name"/>.</summary>
    internal static void Begin(this Utf8JsonWriter json, string name, string type)
    {
        json.WriteStartObject(name);
        json.Type(type);
    }

    /// <summary>Begins an object in a list.</summary>
    internal static void Begin(this Utf8JsonWriter json, string type)
    {
        json.WriteStartObject();
        json.Type(type);
    }

    /// <summary>A reference to what another place of the web, or of this block, describes.</summary>
    internal static void Reference(this Utf8JsonWriter json, string name, string id)
    {
        json.WriteStartObject(name);
        json.WriteString("@id", id);
        json.WriteEndObject();
    }
}
