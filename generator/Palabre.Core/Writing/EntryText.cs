using System.Globalization;
using Palabre.Model;

namespace Palabre.Writing;

/// <summary>How much of a date is known, and so written.</summary>
public enum DateForm
{
    /// <summary>The writer's clock, and its offset.</summary>
    Offset,

    /// <summary>A moment in UTC, which says nothing of the writer's clock (RFC 9557, section 2.2).</summary>
    Instant,

    /// <summary>A clock of the site's, whose offset its time zone says.</summary>
    Clock,
}

/// <summary>
/// Writes entries, and what describes them, as an editor would: the fields of content/README.md in its order, each under
/// its first name, and none that says what is understood without it. What is written reads back as the same value.
/// </summary>
public static class EntryText
{
    /// <summary>A post's file.</summary>
    /// <param name="name">The file's name after the date, without extension: the slug where no other is written.</param>
    /// <param name="form">How each of its dates is written; null: with the offset.</param>
    public static string Of(Post post, string name, bool isDraft = false, Func<EntryDate, DateForm>? form = null)
    {
        var yaml = new YamlWriter()
            .Text("title", post.Title)
            .Text("date", Date(post.Date, form))
            .Text("updated", Date(post.Updated, form))
            .Texts("author", post.Authors)
            .Texts("themes", Texts(post.Themes))
            .Text("id", post.Id == post.Slug ? null : post.Id)
            .Text("slug", post.Slug == name ? null : post.Slug)
            .Text("permalink", post.Permalink?.Text)
            .Texts("aliases", Texts(post.Aliases))
            .Text("replyTo", post.ReplyTo?.Text);
        if (post.Relayed is { } relayed)
            yaml.Map("relayed", ("by", relayed.By), ("from", relayed.From), ("url", relayed.Url), ("date", Date(relayed.Date, form)));
        if (post.Parallel.Count > 0) yaml.Any("parallel", post.Parallel.Select(Parallel).ToList());
        yaml.Text("summary", post.Summary?.Text)
            .Flag("draft", isDraft)
            .Text("publishDate", Date(post.PublishDate, form))
            .Text("expires", Date(post.Expires, form))
            .Text("language", post.Language)
            .Text("comments", post.Comments switch { Commenting.Closed => "closed", Commenting.Hidden => "hidden", _ => null });
        Standing(post, yaml, form);
        yaml.Text("image", post.Image?.Text).Flag("pinned", post.Pinned);
        Extra(post.Extra, yaml);
        return $"---\n{yaml}---\n{(post.Body.IsEmpty ? "" : "\n")}{post.Body}{(post.Body.IsEmpty ? "" : "\n")}";
    }

    /// <summary>A comment's file.</summary>
    /// <param name="name">The file's name without extension: the id where no other is written.</param>
    /// <param name="aliases">Former addresses, with their anchors: <c>/2010/01/hello.html#c123</c>.</param>
    public static string Of(Comment comment, string name, IReadOnlyList<string> aliases, Func<EntryDate, DateForm>? form = null)
    {
        var yaml = new YamlWriter()
            .Text("author", comment.Authors.Count > 0 ? comment.Authors[0] : null)
            .Text("date", Date(comment.Date, form))
            .Text("updated", Date(comment.Updated, form))
            .Text("id", comment.Id == name ? null : comment.Id)
            .Text("replyTo", comment.ReplyTo?.Text)
            .Text("url", comment.Url)
            .Text("language", comment.Language)
            .Text("avatar", comment.Avatar?.Text)
            .Texts("aliases", aliases);
        Standing(comment, yaml, form);
        Extra(comment.Extra, yaml);
        if (!comment.HasText) return yaml.ToString();
        var body = comment.Body.ToString();
        yaml.Text("format", comment.Format switch
        {
            BodyFormat.Html => "html",
            BodyFormat.Text => "text",
            _ => body.AsSpan().TrimStart().StartsWith('<') ? "markdown" : null,
        });
        // What would need quotes is easier to read as a block.
        return yaml.Block("body", YamlWriter.Scalar(body) == body ? body : body + "\n").ToString();
    }

    /// <summary>A standing page's file.</summary>
    /// <param name="name">The file's name without extension.</param>
    public static string Of(StandingPage page, string name, bool isDraft = false, Func<EntryDate, DateForm>? form = null)
    {
        var yaml = new YamlWriter()
            .Text("title", page.Title)
            .Text("slug", page.Slug == name ? null : page.Slug)
            .Text("permalink", page.Permalink?.Text)
            .Texts("aliases", Texts(page.Aliases))
            .Text("summary", page.Summary)
            .Text("language", page.Language)
            .Text("updated", Date(page.Updated, form))
            .Text("publishDate", Date(page.PublishDate, form))
            .Text("expires", Date(page.Expires, form))
            .Text("order", page.Order == int.MaxValue ? null : page.Order.ToString(CultureInfo.InvariantCulture))
            .Flag("draft", isDraft);
        Extra(page.Extra, yaml);
        return $"---\n{yaml}---\n\n{page.Body}\n";
    }

    public static string Of(Author author)
    {
        var yaml = new YamlWriter()
            .Text("name", author.Name)
            .Texts("aliases", author.Aliases)
            .Text("url", author.Url)
            .Text("avatar", author.Avatar?.Text)
            .Text("bio", author.Bio)
            .Flag("listed", !author.IsListed, "false");
        Extra(author.Extra, yaml);
        return yaml.ToString();
    }

    public static string Of(Theme theme)
    {
        var yaml = new YamlWriter()
            .Text("title", theme.Title)
            .Text("description", theme.Description)
            .Texts("aliases", theme.Aliases)
            .Text("parent", theme.Parent)
            .Text("order", theme.Order == int.MaxValue ? null : theme.Order.ToString(CultureInfo.InvariantCulture))
            .Text("image", theme.Image?.Text);
        Extra(theme.Extra, yaml);
        return $"---\n{yaml}---\n{(theme.Body.Length == 0 ? "" : $"\n{theme.Body}\n")}";
    }

    /// <summary>As Palabre reads it back: a day, or a moment to the second.</summary>
    public static string Date(EntryDate date, DateForm form = default) =>
        date.IsDay ? date.Time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : form == DateForm.Instant ? date.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : form == DateForm.Clock ? date.Time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)
        : date.Time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string? Date(EntryDate? date, Func<EntryDate, DateForm>? form) => date is { } known ? Date(known, form?.Invoke(known) ?? default) : null;

    /// <summary>The status as it is written; null where it is understood.</summary>
    internal static string? Word(Status status) => status == Status.Published ? null : status.ToString().ToLowerInvariant();

    private static void Standing(Entry entry, YamlWriter yaml, Func<EntryDate, DateForm>? form) => yaml
        .Text("status", Word(entry.Status))
        .Text("reason", entry.Removal?.Reason)
        .Text("removedOn", Date(entry.Removal?.On, form))
        .Map("source", ("system", entry.Origin?.System), ("id", entry.Origin?.Id), ("url", entry.Origin?.Url));

    private static void Extra(IReadOnlyDictionary<string, object> extra, YamlWriter yaml)
    {
        if (extra.Count > 0) yaml.Any("extra", extra);
    }

    private static object Parallel(ParallelDiscussion parallel) => new (string Key, string? Value)[]
        {
            ("title", parallel.Title), ("url", parallel.Url), ("site", parallel.Site), ("language", parallel.Language),
        }.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, object (pair) => pair.Value!, StringComparer.Ordinal);

    private static string[] Texts(IReadOnlyList<Written> written) => [.. written.Select(w => w.Text)];
}
