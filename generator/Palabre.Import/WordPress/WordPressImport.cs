using System.Text.RegularExpressions;
using Palabre.Diagnostics;
using Palabre.Import.Html;
using Palabre.Import.Texts;
using Palabre.Import.Xml;
using Palabre.Model;

namespace Palabre.Import.WordPress;

/// <summary>
/// WordPress's own export (WXR 1.0 to 1.2). Read twice: first for what there is and where it goes, then for the texts,
/// one post or comment at a time. Names count without their prefix, so that neither version nor scheme matters.
/// </summary>
internal sealed partial class WordPressImport(ImportFile file, SitePlan plan, ImportOptions options)
{
    private readonly Dictionary<string, string> authors = new(StringComparer.Ordinal);
    private readonly WordPressLabels labels = new(plan, options);
    private readonly HashSet<ulong> comments = [];
    private readonly People people = new(file.Path, plan.Account);
    private string? title, language, address, description;
    private string host = "";
    private int missing;

    private Account Account => plan.Account;

    internal IEnumerable<NewFile> Read()
    {
        var site = Survey();
        plan.Settle();
        if (site is not null) yield return site;
        foreach (var theme in labels.Themes()) yield return theme;
        using var xml = Open();
        WordPressPost? post = null;
        PostSlot? slot = null;
        var early = new List<Element>();
        while (xml.Next() is { } step)
        {
            if (xml.Current.Name != "item" && post is null) continue;
            if (step == Step.Begin) (post, slot) = (new() { Line = xml.Current.Line }, null);
            else if (step == Step.Whole && xml.Current.Name == "comment")
            {
                slot ??= post!.Id is { } id ? plan.Find(KeyOf("post", id)) : null;
                // Its post's number stands before it in every export that was ever seen.
                if (post!.Id is null) early.Add(xml.Current);
                else if (Comment(xml.Current, post, slot) is { } made) yield return made;
            }
            else if (step == Step.Whole) post!.Take(xml.Current, isFirstPass: false);
            else
            {
                slot = post!.Id is { } id ? plan.Find(KeyOf("post", id)) : null;
                foreach (var comment in early)
                    if (Comment(comment, post, slot) is { } made) yield return made;
                early.Clear();
                if (Post(post, slot) is { } written) yield return written;
                post = null;
            }
        }

        if (xml.Dropped > 0) Account.Tell(Catalogue.DroppedCharacters(new(file.Path), xml.Dropped));
        if (missing > 0) Account.Tell(Catalogue.MissingAnswered(new(file.Path), missing));
    }

    private ExportXml Open() => new(file, (name, depth) => (name, depth) is ("rss", 0) or ("channel", 1) or ("item", 2));

    private string KeyOf(string kind, string id) => $"wordpress {host} {kind} {id}";

    /// <returns>The settings of a new site; null where there are some.</returns>
    private NewFile? Survey()
    {
        using var xml = Open();
        WordPressPost? post = null;
        var posts = new List<(WordPressPost Post, int Comments)>();
        var published = 0;
        while (xml.Next() is { } step)
        {
            var element = xml.Current;
            if (step == Step.Begin && element.Name == "item") (post, published) = (new() { Line = element.Line }, 0);
            else if (step == Step.Whole && post is not null && element.Name == "comment")
            {
                if (Refusal(element) is not null) continue;
                published++;
                if (element.Value("comment_id") is { } id) comments.Add(Plainly.Print(id));
            }
            else if (step == Step.Whole && post is not null) post.Take(element, isFirstPass: true);
            else if (step == Step.Whole) Channel(element);
            else if (step == Step.End && post is not null)
            {
                posts.Add((post, published));
                post = null;
            }
        }

        host = address is not null && Uri.TryCreate(address, UriKind.Absolute, out var uri) ? BlogName.Of(uri) : "";
        var site = plan.SiteFile(title, language, address, description: description);
        foreach (var (found, count) in posts) Add(found, count);
        return site;
    }

    private void Channel(Element element)
    {
        switch (element.Name)
        {
            case "title" when title is null: title = Body.Words(element.Text); break;
            case "description" when element.Namespace.Length == 0: description ??= Body.Words(element.Text); break;
            case "language": language = element.Text.Trim() is { Length: > 0 } tag ? tag : null; break;
            case "base_blog_url": address = element.Text.Trim(); break;
            case "link" when element.Namespace.Length == 0: address ??= element.Text.Trim(); break;
            case "author":
                if (element.Value("author_login") is { } login && element.Value("author_display_name") is { } name) authors[login] = name;
                break;
            case "category":
                labels.Take(element);
                break;
        }
    }

    /// <summary>Why what the export calls an item is neither a post nor a page here; null if it is one.</summary>
    private static string? Refusal(WordPressPost post) => post switch
    {
        { Status: "trash" } => "in the bin",
        { Status: "auto-draft" } => "drafts that WordPress made itself, and nobody wrote",
        { Kind: "attachment" } => "files of the media library, which an export names and does not hold",
        { Kind: "revision" } => "earlier versions",
        { Kind: "nav_menu_item" } => "entries of menus",
        { Kind: "post" or "page" } => null,
        _ => $"of the type '{post.Kind}', which belongs to a plugin or to the appearance",
    };

    private static PieceKind KindOf(WordPressPost post) => post.Kind switch
    {
        "post" => PieceKind.Post,
        "page" => PieceKind.Page,
        "attachment" => PieceKind.Attachment,
        _ => PieceKind.Other,
    };

    private void Add(WordPressPost post, int comments)
    {
        if (Refusal(post) is not null || post.Id is not { } id || post.Date(plan.Zone) is not var (date, _)) return;
        // A page below another may have a name that another page has, too: it is told apart by its address, which it keeps.
        var nested = post is { Kind: "page", Reserve: null, Link: { } link } && plan.PathOf(link) is { } path && path.Trim('/').Contains('/') ? path : null;
        var key = KeyOf("post", id);
        plan.Add(new()
        {
            Key = key,
            SourceId = id,
            WantedSlug = nested ?? (post.Name is { } name ? Uri.UnescapeDataString(name) : Body.Words(post.Title) ?? id),
            Date = date,
            OldAddress = post.Reserve is null ? post.Link : null,
            Permalink = nested,
            // A page with comments is a discussion: standing pages have none. What it was once it stays.
            IsPage = plan.Earlier.WasPage(key) || (post.Kind == "page" && comments == 0 && !plan.Earlier.WasPost(key)),
            FormerAddresses = post.Reserve is null && post.Link is { } address && post.Name is { } last ? [.. post.FormerNames.Select(former => Renamed(address, last, former)).OfType<string>()] : [],
        });
    }

    /// <summary>The address of a post under a name that it had before; null where the address does not end in its name.</summary>
    private static string? Renamed(string address, string name, string former)
    {
        var path = address.TrimEnd('/');
        return path.EndsWith("/" + name, StringComparison.OrdinalIgnoreCase) ? path[..^name.Length] + former + address[path.Length..] : null;
    }

    private NewFile? Post(WordPressPost post, PostSlot? slot)
    {
        var kind = KindOf(post);
        if (Refusal(post) is { } refusal)
        {
            Account.Skip(kind, refusal);
            if (post.Id is { } number) plan.Withdraw(KeyOf("post", number), refusal);
            return null;
        }

        if (slot is null || post.Date(plan.Zone) is not var (_, form))
        {
            var lacks = post.Id is null ? "it has no number" : "it has no date";
            Account.Skip(kind, lacks);
            Account.Tell(Catalogue.SkippedPiece(new(file.Path, post.Line), $"The post '{Excerpt.ForTerminal(post.Title ?? "without a title", 60)}'", lacks));
            return null;
        }

        var label = $"`{slot.Path}`";
        if (post.Reserve is { } reserve)
        {
            Account.Note("Posts that were not public, and are drafts", $"{label}: {reserve}");
            if (post.HasPassword || post.Status == "private") plan.Withdraw(slot.Key, reserve); // if somebody edited what was public once
        }

        var content = Numbered().Replace(Shortcodes.Shown(post.Content), LinkOf);
        if (content.Contains("<!-- wp:block ", StringComparison.Ordinal)) Account.Note("Reusable blocks, whose words are left out", label);
        foreach (var name in Shortcodes.In(content)) Account.Note("Shortcodes left as they are", $"{label}: `[{name}]`");
        var findings = new Findings();
        var body = Body.Of(content, isComment: false, linesCount: !content.Contains("<!-- wp:", StringComparison.Ordinal), findings);
        findings.Note(Account, label);
        if (slot.IsPage)
        {
            return plan.File(slot, new StandingPage(slot.Slug, Body.Words(post.Title) ?? slot.Slug)
            {
                Body = body.Text,
                Source = default,
                BodySource = default,
                Summary = Body.Words(post.Excerpt),
            }, post.Reserve is not null);
        }

        if (post.Creator is { } identity && AuthorOf(post) is { } writer) people.Meet(writer, identity);
        if (kind == PieceKind.Page) Account.Note("Pages with comments, which are posts here", label);
        return plan.File(slot, new Post
        {
            Id = slot.Id,
            Slug = slot.Slug,
            Title = Body.Words(post.Title) ?? slot.Slug,
            Date = slot.Date,
            Updated = post.Updated(plan.Zone) is var (updated, _) && updated > slot.Date ? updated : null,
            Authors = AuthorOf(post) is { } author ? [author] : [],
            Themes = [.. labels.Of(post)],
            Summary = Body.Words(post.Excerpt) is { } summary ? new(summary, default) : null,
            Comments = post.TakesComments ? Commenting.Open : Commenting.Closed,
            Pinned = post.IsSticky,
            Body = body.Text,
            Origin = new("wordpress", post.Id, WebAddress.TryParse(post.Link ?? "")),
            Source = default,
            BodySource = default,
        }, kind, post.Reserve is not null, form);
    }

    /// <summary>A link to a post by its number, for the address that it had.</summary>
    private string LinkOf(Match link) =>
        BlogName.WithoutWww(link.Groups["host"].Value.TrimEnd('/')) == host && plan.Find(KeyOf("post", link.Groups["id"].Value))?.OldAddress is { } known ? $"{link.Groups["before"].Value}{known}" : link.Value;

    [GeneratedRegex("""(?<before>href=["'])https?://(?<host>[^/"'?\s]{1,200}(?:/[^"'?\s]{0,200}?)?)/?\?p=(?<id>\d{1,19})(?!\d|&)""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();

    private string? AuthorOf(WordPressPost post) => post.Creator is { } login ? Plainly.Line(authors.GetValueOrDefault(login, login)) : null;

    /// <summary>Why a comment is not for readers; null if it is.</summary>
    private string? Refusal(Element comment) => comment.Value("comment_approved") switch
    {
        "spam" => "spam",
        "trash" or "post-trashed" => "in the bin",
        not (null or "1" or "approve" or "approved") => "never approved",
        _ => comment.Value("comment_type") switch
        {
            null or "comment" => null,
            "pingback" or "trackback" when options.Pingbacks => null,
            "pingback" or "trackback" => "pingbacks and trackbacks (--pingbacks takes them)",
            var other => $"of the type '{other}', which is no one's comment",
        },
    };

    private NewFile? Comment(Element comment, WordPressPost post, PostSlot? slot)
    {
        if (Refusal(comment) is { } refusal || Refusal(post) is not null && (refusal = "their post is not imported") is not null)
        {
            Account.Skip(PieceKind.Comment, refusal);
            if (comment.Value("comment_id") is { } number) plan.Withdraw(KeyOf("comment", number), refusal);
            return null;
        }

        var id = comment.Value("comment_id");
        if (slot is { IsGone: true })
        {
            plan.SkipCommentOf(slot);
            return null;
        }

        if (slot is { IsPage: true })
        {
            const string reason = "an earlier import made their page one that takes no comments";
            Account.Skip(PieceKind.Comment, reason);
            Account.Tell(Catalogue.SkippedPiece(new(file.Path, comment.Line), $"The comment {id ?? "without a number"}, of '{slot.Path}',", reason));
            return null;
        }

        if (slot is null || id is null || WordPressDate.Of(comment.Value("comment_date"), comment.Value("comment_date_gmt"), plan.Zone) is not var (date, form))
        {
            var lacks = slot is null ? "its post is not imported" : id is null ? "it has no number" : "it has no date";
            Account.Skip(PieceKind.Comment, lacks);
            Account.Tell(Catalogue.SkippedPiece(new(file.Path, comment.Line), $"The comment {id ?? "without a number"}", lacks));
            return null;
        }

        var answered = comment.Value("comment_parent") is { } parent and not "0" ? parent : null;
        if (answered is not null && !comments.Contains(Plainly.Print(answered)) && plan.Earlier.Find(KeyOf("comment", answered)) is null)
        {
            missing++;
            Account.Note("Replies to comments that were not imported", $"`{slot.Stem}`: {id} answers {answered}");
        }

        if (comment.Children.Any(meta => meta.Name == "commentmeta" && meta.Value("meta_key") == "dsq_post_id"))
            Account.Note("Comments that came from Disqus: an export of Disqus has them, too, and would bring them once more", $"`{slot.Stem}`: comment {id}");
        var findings = new Findings();
        var body = Body.Of(Shortcodes.WithCode(comment.Child("comment_content")?.Text ?? ""), isComment: true, linesCount: true, findings);
        findings.Note(Account, $"`{slot.Stem}`: comment {id}");
        return plan.File(KeyOf("comment", id), slot, new Comment
        {
            Id = id,
            PostId = slot.Id,
            Date = date,
            Authors = Body.Words(comment.Value("comment_author")) is { } author ? [author] : [],
            ReplyTo = answered is null ? null : new(answered, default),
            Url = WebAddress.TryParse(comment.Value("comment_author_url") ?? ""),
            Body = body.Text,
            Format = body.Format,
            Origin = new("wordpress", id, null),
            Source = default,
            BodySource = default,
        }, $"comment-{id}", form);
    }
}
