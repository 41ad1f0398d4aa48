using System.Text.Json;
using Palabre.Diagnostics;
using Palabre.Import.Texts;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Writing;

namespace Palabre.Import.Jsonl;

/// <summary>
/// Lines of JSON, as <see cref="ArchiveLines"/> writes them: the door for every system that has no importer of its
/// own. Our own readers read them, which know the names of fields and what is not to be published. Read twice, a line in memory at a time.
/// </summary>
internal sealed class JsonlImport(ImportFile file, SitePlan plan)
{
    // What is due later is written down with its date, and published when that comes; of pages, their reader gives those alone that would be published.
    private static readonly ReadingOptions AnyDate = new(DateTimeOffset.MaxValue), AnyPage = AnyDate with { Drafts = true, Future = true, Expired = true, Pending = true };

    private readonly Dictionary<string, int> orphans = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = new(StringComparer.Ordinal), standing = new(StringComparer.Ordinal);
    private readonly ILookup<string, Post> posts = plan.Standing.ToLookup(post => post.Id, StringComparer.Ordinal);
    private readonly SingleAuthors names = new();
    private Settings settings = plan.Settings;
    private NewFile? site;

    private Account Account => plan.Account;

    internal IEnumerable<NewFile> Read()
    {
        if (plan.IsNew) FindSite();
        // Whom the settings name wrote what is here, not what comes.
        settings = plan.Settings with { Author = null };
        foreach (var (number, line) in JsonLines.Of(file))
        {
            var (read, problem) = JsonLines.Parse(file, number, line);
            if (problem is not null) Account.Tell(problem);
            using (read)
                if (read is not null) Add(EntryOf(read.RootElement, number));
        }

        site ??= plan.SiteFile(SitePaths.Stem(file.Path));
        plan.Settle();
        foreach (var (number, line) in JsonLines.Of(file))
        {
            using var read = JsonLines.Parse(file, number, line).Read;
            if (read is null) Account.Skip(PieceKind.Other, "lines that are no entries");
            else if (Make(EntryOf(read.RootElement, number)) is { } made) yield return made;
        }

        if (site is { } rest) yield return rest; // no line spoke of one
        foreach (var (post, count) in orphans.OrderBy(o => o.Key, StringComparer.Ordinal)) Account.Tell(Catalogue.Orphans(new(file.Path), post, count));
    }

    /// <summary>Before all else, wherever it stands: dates without an offset are those of its time zone.</summary>
    private void FindSite()
    {
        foreach (var (number, line) in JsonLines.Of(file))
        {
            if (!line.Contains("\"site\"", StringComparison.Ordinal)) continue;
            using var read = JsonLines.Parse(file, number, line).Read;
            if (read is null || EntryOf(read.RootElement, number) is not { } entry || entry.Text("kind") != "site") continue;
            site = plan.SiteFile(
                entry.Text("title"), Readable(entry, "language", LanguageTag.IsTag), Readable(entry, "baseUrl", text => BaseAddress.TryParse(text) is not null),
                Readable(entry, "timeZone", text => SiteZone.TryFind(text) is not null), description: entry.Text("description"), author: entry.Text("author"));
            return;
        }
    }

    private string? Readable(JsonEntry entry, string name, Func<string, bool> isRead)
    {
        if (entry.Text(name) is not { } text || isRead(text)) return entry.Text(name);
        Account.Note("Settings that cannot be read, left out", $"{entry.Place}: `{name}: {text}`");
        return null;
    }

    private JsonEntry EntryOf(JsonElement json, int number) => new(json, new(file.Path, number, 1));

    private static string KeyOf(string kind, string id) => Plainly.Line($"jsonl {kind} {Plainly.WithoutMail(id)}")!;

    private void Add(JsonEntry entry)
    {
        var kind = entry.Text("kind");
        if (entry.Text("id") is not { } id) return;
        var dated = kind == "post" ? DateOf(entry, kind)?.Date : default(EntryDate);
        if (kind is not ("post" or "page") || dated is not { } date) return;
        var key = KeyOf(kind, id);
        // An archive that comes back to the site that it was made of.
        if (kind == "post" && !plan.Earlier.Has(key) && posts[id].Any(post => post.Date.Time == date.Time))
        {
            standing.Add(id);
            return;
        }

        plan.Add(new()
        {
            Key = key,
            SourceId = id,
            WantedId = id,
            WantedSlug = entry.Text("slug") ?? id,
            Date = date,
            OldAddress = entry.Text("address"),
            Permalink = entry.Text("permalink"),
            IsPage = kind == "page",
        });
    }

    private (EntryDate Date, DateForm Form)? DateOf(JsonEntry entry, string? kind) => plan.Date(entry.Text(kind == "comment" ? CommentFields.Date : PostFields.Date));

    private NewFile? Make(JsonEntry entry)
    {
        var kind = entry.Text("kind");
        var piece = kind switch { "post" => PieceKind.Post, "comment" => PieceKind.Comment, "page" => PieceKind.Page, _ => PieceKind.Other };
        var id = entry.Text("id");
        if (Problem(entry, kind, id) is { } problem)
        {
            Account.Skip(piece, problem);
            Account.Tell(Catalogue.BadLine(entry.Line, problem));
            return null;
        }

        if (kind == "post" && standing.Contains(id!))
        {
            Account.Skip(piece, "the site has a post of this id and date");
            return null;
        }

        // That of the first line is the number of this notation, and that of comments their own reader knows.
        if (kind is not ("site" or "comment") && entry.Text("format") is { } format and not ("auto" or "markdown" or "html" or "text"))
            Account.Note("Texts in a format that Palabre does not know, taken for Markdown", $"{entry.Place}: `{format}`");
        var made = kind switch
        {
            "post" => Post(entry, plan.Find(KeyOf("post", id!))!),
            "page" => Page(entry, plan.Find(KeyOf("page", id!))!),
            "comment" => Comment(entry, id!),
            "theme" => Other(Theme(entry, id!)),
            "author" => Other(Author(entry, id!)),
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
        if (kind == "comment" && entry.Text("postId") is null) return "it has no postId";
        if (kind is "post" or "comment" && DateOf(entry, kind) is null)
            return entry.Text(kind == "post" ? PostFields.Date : CommentFields.Date) is { } written ? $"its date cannot be read: '{Excerpt.ForTerminal(written, 40)}'" : "it has no date";
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

    private static NewFile? Other(NewFile? file) => file is null ? null : file with { Kind = PieceKind.Other };

    private NewFile? Post(JsonEntry entry, PostSlot slot)
    {
        var told = new List<Diagnostic>();
        var read = PostReader.Read(file.Path, slot.Name, MatterOf(entry, told, []), settings, AnyDate, told);
        var isInDoubt = Tell(entry, told, read is null);
        if (read is not var (post, publication)) return Lacking(PieceKind.Post);
        var form = DateOf(entry, "post")!.Value.Form;
        return plan.File(slot, post, PieceKind.Post, isInDoubt || publication.Withheld == WithheldReason.Draft, form);
    }

    private NewFile? Comment(JsonEntry entry, string id)
    {
        var post = entry.Text("postId")!;
        var key = KeyOf("comment", $"{post}#{id}");
        var slot = plan.Find(KeyOf("post", post));
        if (slot is null or { IsGone: true } && posts[post].FirstOrDefault() is { } there)
        {
            slot = plan.PlaceOf(there);
            if (!plan.Earlier.Has(key) && plan.Earlier.IsTaken(there, id))
            {
                Account.Skip(PieceKind.Comment, "the site has a comment of this id");
                return null;
            }
        }

        if (slot is { IsGone: true })
        {
            plan.SkipCommentOf(slot);
            return null;
        }

        if (slot is null)
        {
            Account.Skip(PieceKind.Comment, "their post is neither in the file nor on the site");
            orphans[post] = orphans.GetValueOrDefault(post) + 1;
            return null;
        }

        var told = new List<Diagnostic>();
        var read = CommentReader.ReadOne(FieldsOfComment(entry), null, settings, AnyDate, names, told);
        var isInDoubt = Tell(entry, told, read is null);
        if (read is not var (comment, _)) return Lacking(PieceKind.Comment);
        comment = comment with
        {
            Id = id,
            PostId = slot.Id,
            Status = isInDoubt && comment.Status == Status.Published ? Status.Pending : comment.Status,
            // Whose addresses are in it is told of by the plan, as of every text.
            Body = comment.HasText ? Plainly.Lines(TextOf(entry)).Trim('\n') : "",
        };
        IEnumerable<string> former = comment.Aliases.Select(alias => alias.Text);
        if (FormerPlace(entry.Text("address"), id) is { } place) former = former.Append(place);
        return plan.File(key, slot, comment, [.. former.Distinct(StringComparer.Ordinal)], DateOf(entry, "comment")!.Value.Form);
    }

    /// <summary>Where it stood, as an alias; null where it is the post's to lead there, as its aliases take the anchors along that we make ourselves.</summary>
    private string? FormerPlace(string? address, string id) =>
        address?.Split('#') is [var page, { Length: > 0 } anchor] && anchor != "c-" + id && plan.PathOf(page) is { } path ? $"{path}#{anchor}" : null;

    private NewFile? Page(JsonEntry entry, PostSlot slot)
    {
        var told = new List<Diagnostic>();
        var (page, _) = DescriptionReaders.Page(file.Path, slot.Slug, MatterOf(entry, told, ["id"]), settings, AnyPage, told);
        var isInDoubt = Tell(entry, told, page is null);
        if (page is null) return Lacking(PieceKind.Page);
        var form = plan.Date(entry.Text(PageFields.Updated)) is var (_, known) ? known : DateForm.Offset;
        return plan.File(slot, page, isInDoubt || page.IsDraft || entry.Text(EntryFields.Status) is not (null or "published"), form);
    }

    private NewFile? Theme(JsonEntry entry, string id)
    {
        var told = new List<Diagnostic>();
        var theme = DescriptionReaders.Theme(file.Path, id, MatterOf(entry, told, ["id"]), told);
        Tell(entry, told, theme is null);
        return theme is null ? null : plan.File(theme with { Aliases = entry.Texts("aliases") });
    }

    private NewFile? Author(JsonEntry entry, string id)
    {
        var told = new List<Diagnostic>();
        var author = DescriptionReaders.Author(file.Path, Plainly.WithoutMail(id), FieldsOf(entry, ["id"]), told);
        Tell(entry, told, author is null);
        return author is null ? null : plan.File(author with { Name = entry.Text("name") ?? id, Aliases = entry.Texts("aliases") });
    }

    private NewFile? Lacking(PieceKind kind)
    {
        Account.Skip(kind, "it lacks what each has, or was taken down without a place to keep");
        return null;
    }

    /// <summary>As a Markdown file would have it: its fields, and its text.</summary>
    private FrontMatter MatterOf(JsonEntry entry, List<Diagnostic> told, IEnumerable<string> aside)
    {
        foreach (var name in TextNames.Where(entry.IsNested)) told.Add(Catalogue.WrongShape(entry.Line, name, "text", "a list or a map"));
        var text = Plainly.Lines(TextOf(entry)).Trim('\n');
        if (entry.Text("format") == "html") text = Html.Body.Of(text, isComment: false, linesCount: false, new()).Text;
        // A second one is kept as what else is not known.
        return new(FieldsOf(entry, [.. aside, "format", .. TextNames.Where(name => entry.Text(name) is not null).Take(1)]), text, entry.Line);
    }

    /// <summary>The text of an entry has one name in lines; who writes them by hand may know those of comments.</summary>
    private static IEnumerable<string> TextNames => CommentFields.Body.Aliases.Prepend(CommentFields.Body.Name);

    private static string TextOf(JsonEntry entry) => entry.Text(CommentFields.Body) ?? "";

    private YamlMap FieldsOf(JsonEntry entry, IEnumerable<string> aside)
    {
        List<string> dropped = [];
        var fields = entry.Fields(["kind", "address", .. aside], dropped);
        foreach (var name in dropped) Account.Note("Fields that hold people's addresses, left out", $"{entry.Place}: `{name}`");
        return fields;
    }

    /// <summary>As a file of a comment would have them: it names one author, where lines have a list.</summary>
    private YamlMap FieldsOfComment(JsonEntry entry)
    {
        var fields = FieldsOf(entry, ["postId", "authors"]);
        if (entry.Texts("authors") is not [var first, ..] authors || entry.Text(CommentFields.Author) is not null) return fields;
        if (authors.Count > 1) Account.Note("Comments of several authors, of whom the first is named", $"{entry.Place}: {string.Join(", ", authors.Skip(1))}");
        YamlScalar Scalar(string text) => new(entry.Line, text, false, entry.Line);
        return fields with { Pairs = [.. fields.Pairs, new(Scalar(CommentFields.Author.Name), Scalar(first))] };
    }

    /// <param name="isLost">Nothing is made of the entry.</param>
    /// <returns>Something was written that cannot be read. It may have been meant to hold the entry back.</returns>
    private bool Tell(JsonEntry entry, List<Diagnostic> told, bool isLost)
    {
        foreach (var diagnostic in told)
        {
            if (diagnostic.Severity == Severity.Note) Account.Note("Read otherwise than one may think", $"{entry.Place}: {diagnostic.Message}");
            else Account.Tell(diagnostic with { Source = entry.Line, Severity = isLost ? Severity.Error : Severity.Warning });
        }

        var isInDoubt = told.Exists(diagnostic => diagnostic.Severity == Severity.Error);
        if (isInDoubt && !isLost) Account.Note("Entries that wait for an editor, since something of them cannot be read", entry.Place);
        return isInDoubt;
    }
}
