using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Palabre.Import.Texts;

namespace Palabre.Import.Jekyll;

/// <summary>Front matter in JSON, an object that begins the file (Hugo's documentation, Front matter), as the same in YAML.</summary>
internal static class JsonFrontMatter
{
    // Depth: as deep as YAML may be.
    private static readonly JsonReaderOptions Reading = new() { AllowTrailingCommas = true, MaxDepth = 32 };
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The file with lines of hyphens around its object, which is YAML, too; as it is where it begins with none, as with Liquid's <c>{% … %}</c>. Of an
    /// object with a mistake, all of it: so that whoever reads the YAML tells where.
    /// </summary>
    internal static byte[] ToYaml(byte[] bytes)
    {
        var start = bytes.AsSpan().TrimStart("\uFEFF"u8);
        if (!start.StartsWith("{"u8) || !start[1..].TrimStart(" \t\r\n"u8).StartsWith("\""u8)) return bytes;
        var text = Encoding.UTF8.GetBytes(JsonText.WithWholeCharacters(Encoding.UTF8.GetString(start)));
        return ObjectOf(text) is var (json, length)
            ? [.. "---\n"u8, .. json, .. "\n---\n"u8, .. text.AsSpan(length).TrimStart(" \t\r\n"u8)]
            : [.. "---\n"u8, .. text, .. "\n---\n"u8];
    }

    /// <summary>Written anew on one line: YAML knows neither tabs before keys nor all of JSON's escapes.</summary>
    private static (byte[] Json, int Length)? ObjectOf(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader(text, Reading);
            if (!JsonDocument.TryParseValue(ref reader, out var document)) return null;
            using (document)
            {
                using var buffer = new MemoryStream();
                using (var writer = new Utf8JsonWriter(buffer, Writing)) document.WriteTo(writer);
                return (buffer.ToArray(), (int)reader.BytesConsumed);
            }
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
