using Palabre.Diagnostics;
using Palabre.Import.Html;
using Palabre.Import.Texts;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Threading;
using Palabre.Writing;

namespace Palabre.Import.Jekyll;

/// <summary>
/// A Jekyll or Hugo site with comments as data files. It is read by the readers of our own sites, which know its fields
/// by their names there; then written under ours, with every reply naming what it answers.
/// </summary>
internal sealed class JekyllImport(ImportSource source, SitePlan plan, ImportOptions options)
{
    private readonly JekyllFiles files = new(source, options.IsInPlace);

    private SiteZone? zone; // of the old site

    private Account Account => plan.Account;

    internal IEnumerable<NewFile> Read()
    {
        var (title, language, address, timeZone, permalink) = Configuration();
        zone = timeZone is null ? null : SiteZone.TryFind(timeZone);
        var settings = new Settings { PostsFolder = files.Posts, CommentsFolder = files.Comments, Zone = zone ?? plan.Zone, Language = language ?? "en" };
        var site = files.ToSiteFiles();
        var read = ArchiveReader.Read(site, settings, new(DateTimeOffset.MaxValue) { Future = true, Expired = true });
        foreach (var problem in read.Diagnostics.Where(d => d.Severity == Severity.Error)) Account.Tell(problem);
        foreach (var file in source.Files.Where(f => !files.Has(f))) Skip(file.Path);

        if (plan.SiteFile(title, language, address, zone is null ? null : timeZone, options.IsInPlace ? (files.Posts, files.Comments) : null) is { } made) yield return made;
        var posts = Posts(read.Value);
        foreach (var (post, _, _) in posts) Add(post, permalink);
        foreach (var page in read.Value.Pages) Add(page, permalink);
        plan.Settle();
        var texts = 0;
        foreach (var (post, comments, isDraft) in posts)
        {
            texts++;
            yield return Post(post, isDraft || IsUnbuilt(post.Source.File));
            var rule = new ReplyRule(comments);
            foreach (var comment in comments) yield return Comment(post, comment, comments, rule);
        }

        foreach (var page in read.Value.Pages)
        {
            texts++;
            yield return Page(page);
        }

        foreach (var withheld in read.Value.Withheld.Where(w => w.Entry is Comment && w.Reason is WithheldReason.NoPost))
        {
            Account.Skip(PieceKind.Comment, "no post has the name of their folder");
            var path = withheld.Entry.Source.File; // a list, or one of a folder
            Account.Note("Comments without their post", $"`{path}`");
            Account.Tell(Catalogue.Orphans(withheld.Entry.Source, SitePaths.Stem(SitePaths.Folder(path) == files.Comments ? path : SitePaths.Folder(path)), 1));
        }

        var pages = read.Value.Pages.Select(page => page.Source.File).ToHashSet(StringComparer.Ordinal);
        foreach (var file in site.Files.Where(f => SitePaths.KindOf(f.Path, settings) == FileKind.Page && !pages.Contains(f.Path)))
            Account.Note("Pages that were not public, and are not imported", $"`{file.Path}`");

        // A file that could not be read, or says that it is a draft page, was told of by its reader.
        var unread = source.Files.Count(f => files.Has(f) && !SitePaths.IsIn(f.Path, files.Comments)) - texts;
        for (var i = 0; i < unread; i++) Account.Skip(PieceKind.Post, "the file cannot be read, or is the draft of a page");
    }

    private void Skip(string path)
    {
        var (kind, reason) = SitePaths.IsIn(path, "_drafts") ? (PieceKind.Post, "drafts without a date")
            : files.IsOfBundle(path) ? (PieceKind.Page, "texts beside a page, of which Hugo makes none")
            : SitePaths.IsIn(path, files.Posts) || path.Contains("/_posts/", StringComparison.Ordinal) ? (PieceKind.Post, "texts that are neither Markdown nor HTML")
            : files.IsTemplate(path) ? (PieceKind.Page, "pages that Liquid makes of other texts")
            : SitePaths.IsIn(path, files.Comments) ? (PieceKind.Comment, "comments that are neither YAML nor JSON")
            : JekyllFiles.IsOfCollection(path) ? (PieceKind.Page, "texts of collections, which are Jekyll's own")
            : !files.IsJekyll && SitePaths.IsIn(path, "content") && JekyllFiles.IsMarkdown(path) && SitePaths.Stem(path) != "_index" ? (PieceKind.Page, "texts of other sections of Hugo's")
            : (PieceKind.Other, "layouts, styles, pictures and settings of the old site");
        Account.Skip(kind, reason);
        if (kind != PieceKind.Other) Account.Note("Files that are not imported: " + reason, $"`{path}`");
    }

    /// <summary>Every post that was read, drafts too, each with all its comments, of whatever status, by age.</summary>
    private static List<(Post Post, IReadOnlyList<Comment> Comments, bool IsDraft)> Posts(Archive archive)
    {
        var withheld = archive.Withheld.Where(w => w.Entry is Comment && w.Reason != WithheldReason.NoPost).ToLookup(w => ((Comment)w.Entry).PostId, w => (Comment)w.Entry, StringComparer.Ordinal);
        var posts = new List<(Post, IReadOnlyList<Comment>, bool)>();
        for (var i = 0; i < archive.Posts.Count; i++) posts.Add((archive.Posts[i], All(archive.Posts[i], archive.Comments[i]), false));
        foreach (var (entry, reason) in archive.Withheld)
            if (entry is Post post) posts.Add((post, All(post, []), reason == WithheldReason.Draft));
        return posts;

        IReadOnlyList<Comment> All(Post post, IReadOnlyList<Comment> published) =>
            [.. published.Concat(withheld[post.Id]).DistinctBy(c => c.Id).OrderBy(c => c.Date).ThenBy(c => c.Id, EntryIdOrder.Instance)];
    }

    private (string? Title, string? Language, string? Address, string? TimeZone, string Permalink) Configuration()
    {
        if (files.Configuration is not var (path, map)) return (null, null, null, null, "");
        string? Value(params string[] names) => names.Select(name => map?.Pairs.FirstOrDefault(p => p.Key.Text.Equals(name, StringComparison.OrdinalIgnoreCase)).Value)
            .OfType<YamlScalar>().Select(s => s.Text.Trim()).FirstOrDefault(t => t.Length > 0);
        var isJekyll = path.StartsWith('_') || files.IsJekyll;
        var address = Value("url", "baseURL") is { } url ? url.TrimEnd('/') + "/" + Value("baseurl_path", isJekyll ? "baseurl" : "-")?.Trim('/') : null;
        return (Value("title"), Value("lang", "languageCode", "locale", "language"), address?.TrimEnd('/'), Value("timezone", "timeZone"), Value("permalink") ?? (isJekyll ? "date" : ""));
    }

    private static string KeyOf(string kind, string id) => Plainly.Line($"jekyll {kind} {Plainly.WithoutMail(id)}")!;

    private void Add(Post post, string permalink) => plan.Add(new()
    {
        Key = KeyOf("post", post.Source.File),
        IsInPlace = options.IsInPlace,
        SourceId = post.Id,
        WantedId = post.Id,
        // Of a text in a language, the name of the language is no part of the name.
        WantedSlug = TagOf(post) is { } tag && post.Slug.EndsWith("-" + tag, StringComparison.OrdinalIgnoreCase) ? post.Slug[..^(tag.Length + 1)] : post.Slug,
        Date = post.Date,
        Permalink = post.Permalink?.Text,
        OldAddress = post.Permalink is null ? OldAddress(post, permalink) : null,
    });

    private void Add(StandingPage page, string permalink) => plan.Add(new()
    {
        Key = KeyOf("page", page.Source.File),
        IsInPlace = options.IsInPlace,
        SourceId = page.Slug,
        WantedSlug = page.Slug,
        Date = default,
        IsPage = true,
        Permalink = page.Permalink?.Text,
        // Of a style, the end is pages' too (Jekyll's documentation, Permalinks).
        OldAddress = page.Permalink is not null ? null
            : files.Hugo is { } hugo ? hugo.Of(files.SourceOf(page.Source.File), null, page.Title, Text(page.Source.File, "slug"))
            : (files.AddressOf(page.Source.File) ?? $"/{page.Slug}.html") is var old && (permalink == "pretty" || permalink.EndsWith('/')) && old.EndsWith(".html", StringComparison.Ordinal) ? old[..^".html".Length] + "/" : old,
    });

    /// <summary>Where Jekyll put a post, by its styles and placeholders (Jekyll's documentation, Permalinks).</summary>
    private string? OldAddress(Post post, string permalink)
    {
        if (files.Hugo is { } hugo) return hugo.Of(files.SourceOf(post.Source.File), post.Date.Day, post.Title, Text(post.Source.File, "slug"));
        var pattern = permalink switch
        {
            "" => null,
            "date" => "/:categories/:year/:month/:day/:title.html",
            "pretty" => "/:categories/:year/:month/:day/:title/",
            "ordinal" => "/:categories/:year/:y_day/:title.html",
            "none" => "/:categories/:title.html",
            _ => permalink,
        };
        if (pattern is null) return null;
        var day = zone is null || post.Date.IsDay ? post.Date.Day : DateOnly.FromDateTime(zone.ToLocal(post.Date.Time).DateTime); // by the clock of the site
        var address = pattern
            .Replace(":categories", pattern.Contains(":categories", StringComparison.Ordinal) ? string.Join('/', Categories(post)) : "", StringComparison.Ordinal)
            .Replace(":year", $"{day:yyyy}", StringComparison.Ordinal).Replace(":month", $"{day:MM}", StringComparison.Ordinal)
            .Replace(":day", $"{day:dd}", StringComparison.Ordinal).Replace(":y_day", $"{day.DayOfYear:000}", StringComparison.Ordinal)
            .Replace(":title", post.Slug, StringComparison.Ordinal).Replace(":slug", post.Slug, StringComparison.Ordinal);
        while (address.Contains("//", StringComparison.Ordinal)) address = address.Replace("//", "/", StringComparison.Ordinal);
        return address.Contains(':', StringComparison.Ordinal) ? null : address;
    }

    private string? TagOf(Post post) => files.Hugo?.LanguageOf(files.SourceOf(post.Source.File));

    private string? Text(string file, string field) =>
        Fields(file).FirstOrDefault(pair => pair.Key.Text.Equals(field, StringComparison.OrdinalIgnoreCase)).Value is YamlScalar { Text.Length: > 0 } scalar ? scalar.Text.Trim() : null;

    /// <summary>Its tags and its categories: where it has both, our own readers take one of them.</summary>
    private Written[] Themes(Post post)
    {
        YamlPair[] fields = [.. Fields(post.Source.File).Where(f => f.Key.Text is "tags" or "categories" or "category")];
        // Where there is no list, Jekyll parts names at spaces, and our own readers do not.
        var parted = fields.Where(f => files.IsJekyll && f.Key.Text != "category").Select(f => (f.Value as YamlScalar)?.Text.Trim())
            .Where(text => text is not null && !text.Contains(',', StringComparison.Ordinal) && text.Contains(' ', StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        Written[] own = [.. post.Themes.Where(theme => !parted.Contains(theme.Text))];
        var known = own.Select(theme => Slug.From(theme.Text)).ToHashSet(StringComparer.Ordinal);
        var more = fields
            .SelectMany(f => f.Value is YamlList list ? list.Items.OfType<YamlScalar>() : f.Value is YamlScalar one ? [one] : [])
            .SelectMany(scalar => (parted.Contains(scalar.Text.Trim()) ? scalar.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [scalar.Text.Trim()])
                .Select(name => new Written(name, scalar.Source)));
        return [.. own, .. more.Where(theme => Slug.From(theme.Text) is { Length: > 0 } key && known.Add(key))];
    }

    private IReadOnlyList<YamlPair> Fields(string file)
    {
        var text = TextFile.WithLineFeeds(System.Text.Encoding.UTF8.GetString(files.BytesOf(file)));
        return FrontMatter.Read(file, text, null, [])?.Fields.Pairs ?? [];
    }

    /// <summary>Hugo makes no page of it (Hugo's documentation, Build options).</summary>
    private bool IsUnbuilt(string file) => Fields(file).Any(field => field.Key.Text.ToLowerInvariant() switch
    {
        "headless" => field.Value is YamlScalar flag && Flags.Read(flag.Text) == true,
        "build" or "_build" => field.Value is YamlMap build && IsNever(build.Find("render")),
        "build.render" or "_build.render" => IsNever(field.Value), // of TOML
        _ => false,
    });

    private static bool IsNever(YamlNode? render) => render is YamlScalar { Text: var word } && (word.Trim() is "never" or "link" || Flags.Read(word) == false);

    /// <summary>Of its themes those that are Jekyll's categories, which alone are part of an address.</summary>
    private IEnumerable<string> Categories(Post post)
    {
        foreach (var folder in files.FoldersAbove(post.Source.File)) yield return folder.ToLowerInvariant();
        foreach (var (key, value) in Fields(post.Source.File))
        {
            if (key.Text is not ("categories" or "category")) continue;
            var words = value is YamlList list ? list.Items.OfType<YamlScalar>().Select(s => s.Text) : value is YamlScalar one ? one.Text.Split(' ') : [];
            foreach (var word in words) yield return word.Trim().ToLowerInvariant();
        }
    }

    private NewFile Post(Post post, bool isDraft)
    {
        var slot = plan.Find(KeyOf("post", post.Source.File))!;
        var label = $"`{slot.Path}`";
        var body = Markdown(post.Source.File, post.Body.ToString(), label);
        if (isDraft) Account.Note("Posts that were not public, and are drafts", label);
        if (options.IsInPlace) return InPlace(KeyOf("post", post.Source.File), post.Source.File, PieceKind.Post);
        return plan.File(slot, post with { Body = body, Aliases = Aliases(post.Aliases, post.Permalink?.Text ?? slot.OldAddress), Themes = Themes(post), Language = post.Language ?? TagOf(post), Origin = post.Origin ?? new("jekyll", post.Source.File, null) }, PieceKind.Post, isDraft, post.Date.IsDay ? default : DateForm.Offset);
    }

    private NewFile Comment(Post post, Comment comment, IReadOnlyList<Comment> siblings, ReplyRule rule)
    {
        var slot = plan.Find(KeyOf("post", post.Source.File))!;
        var key = KeyOf("comment", $"{comment.Source.File} {comment.Id}");
        if (options.IsInPlace) return InPlace(key, comment.Source.File, PieceKind.Comment);
        if (comment.ReplyTo is { } target)
        {
            if (rule.Find(target) is { } answered) comment = comment with { ReplyTo = target with { Text = siblings[answered].Id } };
            else Account.Note("Replies to comments that were not imported", $"`{slot.Stem}`: {comment.Id} answers {target.Text}");
        }

        return plan.File(key, slot, comment with { Origin = comment.Origin ?? new("jekyll", comment.Source.File, null) }, (string?)null);
    }

    private NewFile Page(StandingPage page)
    {
        var slot = plan.Find(KeyOf("page", page.Source.File))!;
        var body = Markdown(page.Source.File, page.Body, $"`{slot.Path}`");
        var isDraft = IsUnbuilt(page.Source.File);
        if (isDraft) Account.Note("Posts that were not public, and are drafts", $"`{slot.Path}`");
        return options.IsInPlace ? InPlace(slot.Key, slot.Path, PieceKind.Page) : plan.File(slot, page with { Body = body, Aliases = Aliases(page.Aliases, page.Permalink?.Text ?? slot.OldAddress) }, isDraft);
    }

    /// <summary>Hugo takes one without a slash from where the page stands (Hugo's documentation, Aliases).</summary>
    private IReadOnlyList<Written> Aliases(IReadOnlyList<Written> aliases, string? address)
    {
        if (files.Hugo is null || address is null) return aliases;
        var folder = address[..(address.TrimEnd('/').LastIndexOf('/') + 1)];
        return [.. aliases.Select(alias => alias.Text.StartsWith('/') || alias.Text.Contains("://", StringComparison.Ordinal) ? alias
            : alias with { Text = Joined(folder, alias.Text) })];
    }

    /// <summary>A page has a folder, unless its name has an end; an anchor stands behind both.</summary>
    private static string Joined(string folder, string alias)
    {
        var mark = alias.AsSpan().IndexOfAny('#', '?') is >= 0 and var at ? at : alias.Length;
        var parts = new List<string>();
        foreach (var part in (folder + alias[..mark]).Split('/'))
        {
            if (part is ".." && parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else if (part is not ("" or "." or "..")) parts.Add(part);
        }

        var path = "/" + string.Join('/', parts);
        return (path.EndsWith(".html", StringComparison.Ordinal) || path.Length == 1 ? path : path + "/") + alias[mark..];
    }

    /// <summary>The text of a post or page, which may be in HTML; what of it needs a look is noted.</summary>
    private string Markdown(string file, string text, string label)
    {
        Liquid(text, label);
        if (!files.IsHtml(file)) return text;
        var findings = new Findings();
        var body = Body.Of(text, isComment: false, linesCount: false, findings).Text;
        findings.Note(Account, label);
        return body;
    }

    /// <summary>A file that stays as it is: what counts is that it is there.</summary>
    private static NewFile InPlace(string key, string path, PieceKind kind) => new(key, path, kind, default) { IsThere = true };

    private void Liquid(string body, string label)
    {
        for (var at = body.IndexOf('{', StringComparison.Ordinal); at >= 0 && at + 1 < body.Length; at = body.IndexOf('{', at + 1))
        {
            if (body[at + 1] is not ('%' or '{')) continue;
            var shown = body.AsSpan(at, Math.Min(60, body.Length - at));
            var end = shown.IndexOf('}');
            Account.Note("Liquid left as it is", $"{label}: `{(end < 0 ? shown : shown[..Math.Min(shown.Length, end + (body[at + 1] == '{' ? 2 : 1))])}`");
        }
    }
}
