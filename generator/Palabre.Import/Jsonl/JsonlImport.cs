using System.Text.Json;
using System.Text.RegularExpressions;
using Palabre.Diagnostics;
using Palabre.Import.Texts;
using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Import.Jsonl;

/// <summary>
/// Lines of JSON, as <see cref="Writing.ArchiveLines"/> writes them: the door for every system that has no importer of its
/// own. Read twice, a line in memory at a time.
/// </summary>
internal sealed partial class JsonlImport(ImportFile file, SitePlan plan)
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

    private readonly HashSet<ulong> comments = [];
    private readonly Dictionary<string, int> orphans = new(StringComparer.Ordinal);
    private NewFile? site;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    private Account Account => plan.Account;

    internal IEnumerable<NewFile> Read()
    {
        foreach (var (number, line) in Lines())
            using (var read = Parse(number, line, isFirst: true))
                if (read is not null) Add(new(read.RootElement));
        site ??= plan.SiteFile(NameOf(file.Path));
        plan.Settle();
        foreach (var (number, line) in Lines())
        {
            using var read = Parse(number, line, isFirst: false);
            if (read is null) Account.Skip(PieceKind.Other, "lines that are no entries");
            else if (Make(new(read.RootElement), number) is { } made) yield return made;
        }

        if (site is { } rest) yield return rest; // no line spoke of one
        foreach (var (post, count) in orphans.OrderBy(o => o.Key, StringComparer.Ordinal)) Account.Tell(Catalogue.Orphans(new(file.Path), post, count));
    }

    private IEnumerable<(int Number, string Line)> Lines()
    {
        using var reader = new StreamReader(file.Open());
        for (var number = 1; reader.ReadLine() is { } line; number++)
            if (!string.IsNullOrWhiteSpace(line)) yield return (number, line);
    }

    private JsonDocument? Parse(int number, string line, bool isFirst)
    {
        try
        {
            var read = JsonDocument.Parse(WithWholeCharacters(line), Options);
            if (read.RootElement.ValueKind == JsonValueKind.Object) return read;
            read.Dispose();
            if (isFirst) Account.Tell(Catalogue.BadLine(new(file.Path, number, 1), "it is not an object"));
        }
        catch (JsonException e)
        {
            if (isFirst) Account.Tell(Catalogue.BadLine(new(file.Path, number, (int)(e.BytePositionInLine ?? 0) + 1), "it is not JSON from here on"));
        }

        return null;
    }

    /// <summary>JSON can write half of a surrogate pair, which no text can hold (RFC 8259, section 8.2): U+FFFD stands for it.</summary>
    /// <returns>Of the same length, so that columns stay true.</returns>
    private static string WithWholeCharacters(string line) =>
        line.Contains(@"\ud", StringComparison.OrdinalIgnoreCase)
            ? Escape().Replace(line, escape => escape.Groups["half"].Success ? @"\ufffd" : escape.Value) : line;

    /// <summary>An escape, so far as it tells where the next begins: a pair of surrogates as one, half of a pair, any other.</summary>
    [GeneratedRegex(@"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)")]
    private static partial Regex Escape();

    private static string KeyOf(string kind, string id) => Plainly.Line($"jsonl {kind} {Plainly.WithoutMail(id)}")!;

    private void Add(JsonEntry entry)
    {
        var kind = entry.Text("kind");
        if (kind == "site") site ??= plan.SiteFile(
            entry.Text("title"), entry.Text("language"), entry.Text("baseUrl"), entry.Text("timeZone"), description: entry.Text("description"), author: entry.Text("author"));
        if (entry.Text("id") is not { } id) return;
        if (kind == "comment") comments.Add(Plainly.Print($"{entry.Text("postId")}#{id}"));
        if (kind is not ("post" or "page") || (plan.Date(entry.Text("date")) is null && kind == "post")) return;
        plan.Add(new()
        {
            Key = KeyOf(kind, id),
            SourceId = id,
            WantedId = id,
            WantedSlug = entry.Text("slug") ?? id,
            Date = plan.Date(entry.Text("date"))?.Date ?? default,
            OldAddress = entry.Text("address"),
            Permalink = entry.Text("permalink"),
            IsPage = kind == "page",
        });
    }

    private NewFile? Make(JsonEntry entry, int number)
    {
        var kind = entry.Text("kind");
        var piece = kind switch { "post" => PieceKind.Post, "comment" => PieceKind.Comment, "page" => PieceKind.Page, _ => PieceKind.Other };
        var id = entry.Text("id");
        if (Problem(entry, kind, id) is { } problem)
        {
            Account.Skip(piece, problem);
            Account.Tell(Catalogue.BadLine(new(file.Path, number, 1), problem));
            return null;
        }

        // That of the first line is the number of this notation.
        if (kind != "site" && entry.Text("format") is { } format and not ("auto" or "markdown" or "html" or "text"))
            Account.Note("Texts in a format that Palabre does not know, taken for Markdown", $"line {Account.Number(number)}: `{format}`");
        var made = kind switch
        {
            "post" => Post(entry, plan.Find(KeyOf("post", id!))!),
            "page" => Page(entry, plan.Find(KeyOf("page", id!))!),
            "comment" => Comment(entry, id!),
            "theme" => Other(plan.File(Theme(entry, id!))),
            "author" => Other(plan.File(Author(entry, id!))),
            _ => Other(Site()),
        };
        if (made is null && piece == PieceKind.Other) Account.Skip(piece, "settings of a site that has its own, and what was described before");
        return made;
    }

    private string? Problem(JsonEntry entry, string? kind, string? id)
    {
        if (kind is not ("post" or "comment" or "page" or "theme" or "author" or "site")) return "its kind is none of post, comment, page, theme, author, site";
        if (kind == "site") return null;
        if (id is null) return "it has no id";
        if (kind is "post" or "comment" && plan.Date(entry.Text("date")) is null) return "it has no date, or one that cannot be read";
        if (kind is "theme" or "author" && Slug.From(id).Length == 0) return "its id has neither letter nor digit";
        return known.Add($"{kind} {(kind == "comment" ? entry.Text("postId") + "#" : "")}{id}") ? null : "another line has its id";
    }

    /// <summary>The settings of a new site, once.</summary>
    private NewFile? Site()
    {
        var settings = site;
        site = null;
        return settings;
    }

    private static string NameOf(string path) => SitePaths.Stem(path);

    private static NewFile? Other(NewFile? file) => file is null ? null : file with { Kind = PieceKind.Other };

    private NewFile Post(JsonEntry entry, PostSlot slot) => plan.File(slot, new Post
    {
        Id = slot.Id,
        Slug = slot.Slug,
        Title = Plainly.Line(entry.Text("title")) ?? slot.Slug,
        Date = slot.Date,
        Updated = plan.Date(entry.Text("updated"))?.Date,
        Authors = AuthorsOf(entry),
        ReplyTo = entry.Text("replyTo") is { } target ? new(target, default) : null,
        Permalink = entry.Text("permalink") is { } permalink ? new(permalink, default) : null,
        Aliases = [.. entry.Texts("aliases").Select(a => new Written(a, default))],
        Themes = [.. entry.Texts("themes").Select(t => new Written(t, default))],
        Relayed = entry.Map("relayed") is { } relayed
            ? new(relayed.Text("by"), relayed.Text("from"), relayed.Text("url"), plan.Date(relayed.Text("date"))?.Date) : null,
        Parallel = [.. entry.Maps("parallel").Where(p => p.Text("url") is not null)
            .Select(p => new ParallelDiscussion(p.Text("title") ?? p.Text("url")!, p.Text("url")!, p.Text("site"), p.Text("language")))],
        Summary = Plainly.Line(entry.Text("summary")) is { } summary ? new(summary, default) : null,
        Comments = entry.Text("comments") switch { "closed" => Commenting.Closed, "hidden" => Commenting.Hidden, _ => Commenting.Open },
        Image = entry.Text("image") is { } image ? new(image, default) : null,
        Pinned = entry.Flag("pinned") == true,
        PublishDate = plan.Date(entry.Text("publishDate"))?.Date,
        Expires = plan.Date(entry.Text("expires"))?.Date,
        Language = entry.Text("language"),
        Status = StatusOf(entry),
        Removal = RemovalOf(entry),
        Origin = OriginOf(entry),
        Extra = entry.Extra(PostFields.All),
        Body = BodyOf(entry, isComment: false).Text,
        Source = default,
        BodySource = default,
    }, PieceKind.Post, entry.Flag("draft") == true, plan.Date(entry.Text("date"))!.Value.Form);

    private NewFile? Comment(JsonEntry entry, string id)
    {
        var post = entry.Text("postId") ?? "";
        var slot = plan.Find(KeyOf("post", post)) ?? (plan.Standing.FirstOrDefault(p => p.Id == post) is { } standing ? SitePlan.PlaceOf(standing) : null);
        if (slot is null)
        {
            Account.Skip(PieceKind.Comment, "their post is neither in the file nor on the site");
            orphans[post] = orphans.GetValueOrDefault(post) + 1;
            return null;
        }

        var body = BodyOf(entry, isComment: true);
        var (date, form) = plan.Date(entry.Text("date"))!.Value;
        return plan.File(KeyOf("comment", $"{post}#{id}"), slot, new Comment
        {
            Id = id,
            PostId = slot.Id,
            Date = date,
            Updated = plan.Date(entry.Text("updated"))?.Date,
            Authors = AuthorsOf(entry),
            ReplyTo = entry.Text("replyTo") is { } target ? new(target, default) : null,
            Url = WebAddress.TryParse(entry.Text("url") ?? ""),
            Avatar = entry.Text("avatar") is { } avatar && MediaPath.TryParse(avatar) is { } picture ? new Written(picture, default) : null,
            Language = entry.Text("language"),
            Status = StatusOf(entry),
            Removal = RemovalOf(entry),
            Origin = OriginOf(entry),
            Extra = entry.Extra(CommentFields.All),
            Body = body.Text,
            Format = body.Format,
            Source = default,
            BodySource = default,
        }, entry.Texts("aliases"), form);
    }

    private NewFile Page(JsonEntry entry, PostSlot slot) => plan.File(slot, new StandingPage(slot.Slug, Plainly.Line(entry.Text("title")) ?? slot.Slug)
    {
        Body = BodyOf(entry, isComment: false).Text,
        Source = default,
        BodySource = default,
        Summary = Plainly.Line(entry.Text("summary")),
        Language = entry.Text("language"),
        Updated = plan.Date(entry.Text("updated"))?.Date,
        Order = entry.Number("order") ?? int.MaxValue,
        PublishDate = plan.Date(entry.Text("publishDate"))?.Date,
        Expires = plan.Date(entry.Text("expires"))?.Date,
        Permalink = entry.Text("permalink") is { } permalink ? new(permalink, default) : null,
        Aliases = [.. entry.Texts("aliases").Select(a => new Written(a, default))],
        Extra = entry.Extra(PageFields.All),
    }, entry.Flag("draft") == true);

    private static Theme Theme(JsonEntry entry, string id) => new(Slug.From(id), Plainly.Line(entry.Text("title")) ?? id)
    {
        Description = Plainly.Line(entry.Text("description")),
        Aliases = entry.Texts("aliases"),
        Parent = entry.Text("parent"),
        Order = entry.Number("order") ?? int.MaxValue,
        Image = entry.Text("image") is { } image ? new(image, default) : null,
        Body = BodyOf(entry, isComment: false).Text,
        Extra = entry.Extra(ThemeFields.All),
    };

    private static Author Author(JsonEntry entry, string id) => new(Slug.From(Plainly.WithoutMail(id)), Plainly.Line(entry.Text("name")) ?? id)
    {
        Aliases = entry.Texts("aliases"),
        Url = WebAddress.TryParse(entry.Text("url") ?? ""),
        Avatar = entry.Text("avatar") is { } avatar && MediaPath.TryParse(avatar) is { } picture ? new Written(picture, default) : null,
        Bio = Plainly.Line(entry.Text("bio")),
        IsListed = entry.Flag("listed") != false,
        Extra = entry.Extra(AuthorFields.All),
    };

    /// <summary>Files of posts and comments say <c>author</c>, and who writes by hand may, too.</summary>
    private static IReadOnlyList<string> AuthorsOf(JsonEntry entry) => entry.Texts("authors") is { Count: > 0 } authors ? authors : entry.Texts("author");

    private static Status StatusOf(JsonEntry entry) => entry.Text("status") switch
    {
        null or "published" => Status.Published,
        "removed" => Status.Removed,
        "redacted" => Status.Redacted,
        "spam" => Status.Spam,
        _ => Status.Pending, // what is not understood waits for an editor
    };

    private Removal? RemovalOf(JsonEntry entry) => StatusOf(entry) is Status.Removed or Status.Redacted
        ? new(Plainly.Line(entry.Text("reason")), plan.Date(entry.Text("removedOn"))?.Date) : null;

    private static Origin? OriginOf(JsonEntry entry) => entry.Map("source") is { } source
        ? new(source.Text("system"), source.Text("id"), source.Text("url") is { } url ? WebAddress.TryParse(url) : null) : null;

    private static Html.Body BodyOf(JsonEntry entry, bool isComment)
    {
        var text = Plainly.Lines(entry.Text("body") ?? "").Trim('\n');
        if (StatusOf(entry) is Status.Removed or Status.Redacted) return new("", BodyFormat.Markdown);
        return entry.Text("format") switch
        {
            "html" when isComment => new(text, BodyFormat.Html),
            "html" => Html.Body.Of(text, isComment: false, linesCount: false, new()),
            "text" when isComment => new(text, BodyFormat.Text),
            _ => new(text, BodyFormat.Markdown),
        };
    }
}
