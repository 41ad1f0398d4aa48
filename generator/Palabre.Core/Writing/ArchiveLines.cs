using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Palabre.Model;

namespace Palabre.Writing;

/// <summary>
/// An archive as lines of JSON, one object each: the documented door in and out (<c>generator/EXPORT.md</c>). Names are
/// those of the files, in one order; what is not said is left out. Texts that were removed are never in it.
/// </summary>
public static class ArchiveLines
{
    // Letters stay letters: people read these lines too. They never stand within HTML.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The site, then themes, authors, pages, and each post followed by its comments, all in the archive's order.</summary>
    /// <param name="addressOf">The published address of an entry or page, in <c>address</c>; null where there is none to tell.</param>
    public static void Write(Archive archive, Func<object, string?> addressOf, IBufferWriter<byte> output)
    {
        Line(output, json => Site(archive.Settings, json));
        foreach (var theme in archive.Themes.Where(t => t.IsDescribed)) Line(output, json => Theme(theme, json));
        foreach (var author in archive.Authors) Line(output, json => Author(author, json));
        foreach (var page in archive.Pages) Line(output, json => Page(page, addressOf(page), json));
        var names = new Names(archive);
        for (var i = 0; i < archive.Posts.Count; i++)
        {
            Line(output, json => Post(archive.Posts[i], addressOf(archive.Posts[i]), names, json));
            foreach (var comment in archive.Comments[i]) Line(output, json => Comment(comment, addressOf(comment), names, json));
        }
    }

    private static void Line(IBufferWriter<byte> output, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void Site(Settings settings, Utf8JsonWriter json)
    {
        Text(json, "kind", "site");
        json.WriteNumber("format", 1);
        Text(json, "title", settings.Title);
        Text(json, "description", settings.Description);
        Text(json, "language", settings.Language);
        Text(json, "timeZone", settings.Zone.Id);
        Text(json, "baseUrl", settings.Origin is null ? null : settings.BaseUrl);
        Text(json, "author", settings.Author);
    }

    private static void Theme(Theme theme, Utf8JsonWriter json)
    {
        Text(json, "kind", "theme");
        Text(json, "id", theme.Key);
        Text(json, "title", theme.Title);
        Text(json, "description", theme.Description);
        Texts(json, "aliases", [.. theme.Aliases, .. theme.FormerAddresses.Select(a => a.Text)]);
        Text(json, "parent", theme.Parent);
        if (theme.Order != int.MaxValue) json.WriteNumber("order", theme.Order);
        Text(json, "image", theme.Image?.Text);
        Extra(json, theme.Extra);
        Text(json, "body", theme.Body is { Length: > 0 } body ? body : null);
    }

    private static void Author(Author author, Utf8JsonWriter json)
    {
        Text(json, "kind", "author");
        Text(json, "id", author.Key);
        Text(json, "name", author.Name);
        Texts(json, "aliases", [.. author.Aliases, .. author.FormerAddresses.Select(a => a.Text)]);
        Text(json, "url", author.Url);
        Text(json, "avatar", author.Avatar?.Text);
        Text(json, "bio", author.Bio);
        if (!author.IsListed) json.WriteBoolean("listed", false);
        Extra(json, author.Extra);
    }

    private static void Page(StandingPage page, string? address, Utf8JsonWriter json)
    {
        Text(json, "kind", "page");
        Text(json, "id", page.Slug);
        Text(json, "title", page.Title);
        Text(json, "permalink", page.Permalink?.Text);
        Texts(json, "aliases", page.Aliases.Select(a => a.Text));
        Text(json, "summary", page.Summary);
        Text(json, "language", page.Language);
        Date(json, "updated", page.Updated);
        Date(json, "publishDate", page.PublishDate);
        Date(json, "expires", page.Expires);
        if (page.Order != int.MaxValue) json.WriteNumber("order", page.Order);
        Text(json, "address", address);
        Extra(json, page.Extra);
        Text(json, "body", page.Body);
    }

    private static void Post(Post post, string? address, Names names, Utf8JsonWriter json)
    {
        Text(json, "kind", "post");
        Text(json, "id", post.Id);
        Opening(post, names, json);
        if (post.HasText) Text(json, "title", post.Title);
        Text(json, "slug", post.Slug);
        Text(json, "permalink", post.Permalink?.Text);
        Texts(json, "aliases", post.Aliases.Select(a => a.Text));
        if (post.HasText) Said(post, json);
        if (post.Comments != Commenting.Open) Text(json, "comments", post.Comments.ToString().ToLowerInvariant());
        Date(json, "publishDate", post.PublishDate);
        Date(json, "expires", post.Expires);
        Closing(post, address, names, json);
    }

    /// <summary>What a post says beside its body.</summary>
    private static void Said(Post post, Utf8JsonWriter json)
    {
        Texts(json, "themes", post.Themes.Select(t => t.Text));
        if (post.Relayed is { } relayed)
        {
            json.WriteStartObject("relayed");
            Text(json, "by", relayed.By);
            Text(json, "from", relayed.From);
            Text(json, "url", relayed.Url);
            Date(json, "date", relayed.Date);
            json.WriteEndObject();
        }

        Parallel(post, json);
        Text(json, "summary", post.Summary?.Text);
        Text(json, "image", post.Image?.Text);
        if (post.Pinned) json.WriteBoolean("pinned", true);
    }

    private static void Comment(Comment comment, string? address, Names names, Utf8JsonWriter json)
    {
        Text(json, "kind", "comment");
        Text(json, "id", comment.Id);
        Text(json, "postId", comment.PostId);
        Opening(comment, names, json);
        Texts(json, "aliases", comment.Aliases.Select(a => a.Text));
        Text(json, "url", comment.Url);
        Text(json, "avatar", comment.Avatar?.Text);
        Closing(comment, address, names, json);
    }

    private static void Opening(Entry entry, Names names, Utf8JsonWriter json)
    {
        Text(json, "date", EntryText.Date(entry.Date));
        Date(json, "updated", entry.Updated);
        Texts(json, "authors", entry.Authors);
        Text(json, "replyTo", names.Answered(entry.ReplyTo?.Text));
    }

    private static void Closing(Entry entry, string? address, Names names, Utf8JsonWriter json)
    {
        Text(json, "language", entry.Language);
        Text(json, "status", EntryText.Word(entry.Status));
        Text(json, "reason", entry.Removal?.Reason);
        Date(json, "removedOn", entry.Removal?.On);
        Text(json, "address", address);
        if (!entry.HasText) return;
        if (entry.Origin is { } origin)
        {
            json.WriteStartObject("source");
            Text(json, "system", names.Elsewhere(origin.System));
            Text(json, "id", names.Elsewhere(origin.Id));
            Text(json, "url", names.Elsewhere(origin.Url));
            json.WriteEndObject();
        }

        Extra(json, entry.Extra);
        Text(json, "format", entry.Format.ToString().ToLowerInvariant());
        Text(json, "body", entry.Body.ToString());
    }

    private static void Parallel(Post post, Utf8JsonWriter json)
    {
        if (post.Parallel.Count == 0) return;
        json.WriteStartArray("parallel");
        foreach (var parallel in post.Parallel)
        {
            json.WriteStartObject();
            Text(json, "title", parallel.Title);
            Text(json, "url", parallel.Url);
            Text(json, "site", parallel.Site);
            Text(json, "language", parallel.Language);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Names that may hold an address of e-mail, which nobody is shown.</summary>
    private sealed class Names(Archive archive)
    {
        // Editors chose them: they stand as they are, and so does what answers them.
        private readonly HashSet<string> ids = archive.Posts.Select(post => post.Id).Concat(archive.Comments.SelectMany(comments => comments.Select(comment => comment.Id)))
            .Where(id => id.Contains('@', StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);

        /// <param name="name">Of an entry, or of none that is there: <c>c01</c>, <c>hello#c01</c>.</param>
        internal string? Answered(string? name) => name is null || ids.Contains(name) || ids.Contains(name[(name.IndexOf('#', StringComparison.Ordinal) + 1)..]) ? name
            : MailMask.Of(name).Text;

        /// <summary>What a system that an entry was imported from calls it.</summary>
        internal string? Elsewhere(string? name) => name is null ? null : MailMask.Of(name, archive.Settings.MailArchives).Text;
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        var isOpen = false;
        foreach (var value in values)
        {
            if (!isOpen) json.WriteStartArray(name);
            isOpen = true;
            json.WriteStringValue(value);
        }

        if (isOpen) json.WriteEndArray();
    }

    private static void Date(Utf8JsonWriter json, string name, EntryDate? date)
    {
        if (date is { } known) json.WriteString(name, EntryText.Date(known));
    }

    private static void Extra(Utf8JsonWriter json, IReadOnlyDictionary<string, object> extra)
    {
        if (extra.Count == 0) return;
        json.WritePropertyName("extra");
        Any(json, extra);
    }

    // As deep as the reader of the files lets values be.
    private static void Any(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case IReadOnlyDictionary<string, object> map:
                json.WriteStartObject();
                foreach (var (key, inner) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                {
                    json.WritePropertyName(key);
                    Any(json, inner);
                }

                json.WriteEndObject();
                break;
            case IReadOnlyList<object> list:
                json.WriteStartArray();
                foreach (var inner in list) Any(json, inner);
                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
