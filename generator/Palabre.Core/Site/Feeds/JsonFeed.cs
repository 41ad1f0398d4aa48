using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Palabre.Addressing;
using Palabre.Model;
using Palabre.Rendering;

namespace Palabre.Site;

/// <summary>Writes the latest of a feed as a JSON Feed (version 1.1).</summary>
internal sealed class JsonFeed(Edition edition, FeedTexts texts)
{
    // Letters stay letters. Nothing of it ever stands within HTML.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal void Write(Feed feed, IBufferWriter<byte> output)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", FeedTexts.Plain(feed.Title));
            json.WriteString("home_page_url", edition.Addresses.Absolute(feed.Page));
            json.WriteString("feed_url", edition.Addresses.Absolute(feed.Json!.Value));
            if (feed.Address == AddressBook.Feed && edition.Settings.Description is { } description)
                json.WriteString("description", FeedTexts.Plain(description));
            json.WriteString("language", edition.Settings.Language);
            json.WriteStartArray("items");
            foreach (var entry in feed.Latest) Write(entry, json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private void Write(Entry entry, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", texts.IdOf(entry));
        json.WriteString("url", edition.Addresses.Absolute(entry));
        json.WriteString("title", texts.TitleOf(entry));
        if (XmlOutput.Clean(texts.ContentOf(entry).ToString()) is { Length: > 0 } content) json.WriteString("content_html", content);
        else json.WriteString("content_text", texts.TitleOf(entry));
        if (texts.SummaryOf(entry) is { } summary) json.WriteString("summary", summary);
        json.WriteString("date_published", Rfc3339.Numeric(entry.Date.Time));
        json.WriteString("date_modified", Rfc3339.Numeric(Feed.Updated(entry)));
        json.WriteStartArray("authors");
        foreach (var author in texts.AuthorsOf(entry))
        {
            json.WriteStartObject();
            json.WriteString("name", author.Name);
            if (author.Url is { } url) json.WriteString("url", url);
            if (author.Avatar is { } avatar) json.WriteString("avatar", avatar);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        string[] themes = [.. texts.ThemesOf(entry).Select(theme => FeedTexts.Plain(theme.Title))];
        if (themes.Length > 0)
        {
            json.WriteStartArray("tags");
            foreach (var theme in themes) json.WriteStringValue(theme);
            json.WriteEndArray();
        }

        if (texts.LanguageOf(entry) is { } language) json.WriteString("language", language);
        json.WriteEndObject();
    }
}
