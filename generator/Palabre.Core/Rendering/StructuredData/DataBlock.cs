using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Palabre.Rendering;

/// <summary>JSON as a page can hold it: a script element that is data, which browsers read and do not run.</summary>
internal static class DataBlock
{
    [ThreadStatic]
    private static Utf8Buffer? idle; // a block is as long as the page's texts

    // This encoder writes '<', '>', '&', quotation marks and the separators of lines as \u003C and so on. So no text can
    // close the element or open a comment in it (HTML, section 4.12.1.3), and none can look like an attribute.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    internal static Html Of(Action<Utf8JsonWriter> write)
    {
        var json = idle ?? new(64 << 10);
        idle = null;
        json.Clear();
        json.Append("<script type=\"application/ld+json\">"u8);
        using (var writer = new Utf8JsonWriter(json, Options)) write(writer);
        json.Append("</script>\n"u8);
        idle = json;
        return new(json.Written.ToArray());
    }
}
