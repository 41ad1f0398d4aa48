using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Palabre.Rendering;

/// <summary>JSON as a page can hold it: a script element that is data, which browsers read and do not run.</summary>
internal static class DataBlock
{
    // This encoder writes '<', '>', '&', quotation marks and the separators of lines as \u003C and so on. So no text can
    // close the element or open a comment in it (HTML, section 4.12.1.3), and none can look like an attribute.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Made where it is written: a block is as long as the page's texts.</summary>
    internal static Html Of(Action<Utf8JsonWriter> write) => new(page =>
    {
        page.Append("<script type=\"application/ld+json\">"u8);
        using (var json = new Utf8JsonWriter(page, Options)) write(json);
        page.Append("</script>\n"u8);
    });
}
