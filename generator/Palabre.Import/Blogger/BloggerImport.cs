using Palabre.Diagnostics;
using Palabre.Import.Html;
using Palabre.Import.Texts;
using Palabre.Import.Xml;
using Palabre.Model;

namespace Palabre.Import.Blogger;

/// <summary>Blogger's own exports, the classic one and Takeout's. Each feed is read twice, one entry in memory at a time.</summary>
internal sealed class BloggerImport(IReadOnlyList<ImportFile> files, SitePlan plan)
{
    private readonly HashSet<ulong> comments = [];
    private readonly Dictionary<string, int> orphans = new(StringComparer.Ordinal);
    private readonly People people = new(files[0].Path, plan.Account);
    private string? title, address;
    private int missing;

    private Account Account => plan.Account;

    internal IEnumerable<NewFile> Read()
    {
        Survey();
        var site = plan.SiteFile(title, address: address);
        plan.Settle();
        if (site is not null) yield return site;
        foreach (var file in files)
        {
            using var xml = Open(file);
            var exported = (string?)null;
            while (xml.Next() is { } step)
            {
                if (step != Step.Whole) continue;
                if (xml.Current.Name == "updated") exported = xml.Current.Text.Trim();
                if (xml.Current.Name != "entry") continue;
                foreach (var made in Entry(new(xml.Current), file, exported)) yield return made;
            }

            if (xml.Dropped > 0) Account.Tell(Catalogue.DroppedCharacters(new(file.Path), xml.Dropped));
        }

        foreach (var (post, count) in orphans.OrderBy(o => o.Key, StringComparer.Ordinal)) Account.Tell(Catalogue.Orphans(new(files[0].Path), post, count));
        if (missing > 0) Account.Tell(Catalogue.MissingAnswered(new(files[0].Path), missing));
    }

    private static ExportXml Open(ImportFile file) => new(file, (name, depth) => (name, depth) is ("feed", 0));

    private static string KeyOf(string kind, string id) => $"blogger {kind} {id}";

    private void Survey()
    {
        var posts = new List<(string Id, bool IsPage, string Slug, EntryDate Date, string? Address)>();
        var commented = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            using var xml = Open(file);
            while (xml.Next() is { } step)
            {
                if (step != Step.Whole) continue;
                if (xml.Current.Name == "title") title ??= Body.Words(xml.Current.Text);
                if (xml.Current.Name == "link" && xml.Current.Attribute("rel") == "alternate") address ??= xml.Current.Attribute("href");
                if (xml.Current.Name != "entry") continue;
                var entry = new BloggerEntry(xml.Current);
                if (entry.Id is not { } id || Refusal(entry) is not null) continue;
                if (entry.Kind == BloggerKind.Comment)
                {
                    comments.Add(Plainly.Print(id));
                    if (entry.PostId is { } post) commented.Add(post);
                }
                else if (plan.Date(entry.Published) is var (date, _))
                {
                    posts.Add((id, entry.Kind == BloggerKind.Page, SlugOf(entry), date, entry.IsDraft ? null : entry.Address));
                }
            }
        }

        foreach (var (id, isPage, slug, date, old) in posts)
        {
            plan.Add(new()
            {
                Key = KeyOf("post", id),
                SourceId = id,
                WantedSlug = slug,
                Date = date,
                OldAddress = old,
                // Standing pages have no comments. What it was once it stays.
                IsPage = plan.Earlier.WasPage(KeyOf("post", id)) || (isPage && !commented.Contains(id) && !plan.Earlier.WasPost(KeyOf("post", id))),
            });
        }
    }

    private static string SlugOf(BloggerEntry entry)
    {
        if (entry.Address is not { } address) return entry.Title ?? entry.Id!;
        var name = address[(address.LastIndexOf('/') + 1)..];
        return name.EndsWith(".html", StringComparison.Ordinal) ? name[..^5] : name;
    }

    private static string? Refusal(BloggerEntry entry) => entry switch
    {
        { Kind: BloggerKind.Other } => "settings and templates of Blogger",
        { IsInBin: true } => "in the bin",
        { Kind: BloggerKind.Comment } when entry.Status.Contains("SPAM", StringComparison.Ordinal) => "spam",
        { Kind: BloggerKind.Comment, Status: not ("LIVE" or "EMPTIED") } => "never approved",
        _ => null,
    };

    private IEnumerable<NewFile> Entry(BloggerEntry entry, ImportFile file, string? exported)
    {
        var kind = entry.Kind switch
        {
            BloggerKind.Post => PieceKind.Post,
            BloggerKind.Page => PieceKind.Page,
            BloggerKind.Comment => PieceKind.Comment,
            _ => PieceKind.Other,
        };
        if (Refusal(entry) is { } refusal)
        {
            Account.Skip(kind, refusal);
            if (entry.Id is { } number) plan.Withdraw(KeyOf(kind == PieceKind.Comment ? "comment" : "post", number), refusal);
        }
        else if (entry.Id is not { } id || plan.Date(entry.Published) is not var (date, form))
        {
            var lacks = entry.Id is null ? "it has no number" : "it has no date";
            Account.Skip(kind, lacks);
            Account.Tell(Catalogue.SkippedPiece(new(file.Path, entry.Line), $"The {kind.ToString().ToLowerInvariant()} {entry.Id ?? "without a number"}", lacks));
        }
        else if (entry.Kind == BloggerKind.Comment)
        {
            if (Comment(entry, id, date, form) is { } comment) yield return comment;
        }
        else
        {
            // What was to appear after the export was made had not appeared.
            var isScheduled = plan.Date(exported) is var (export, _) && date > export;
            yield return Post(entry, plan.Find(KeyOf("post", id))!, kind, form, entry.IsDraft || isScheduled);
            if (entry.Author is { } name && entry.AuthorUrl is { } url && plan.File(new Author(Slug.From(name), name) { Url = url }) is { } author) yield return author;
        }
    }

    private NewFile Post(BloggerEntry entry, PostSlot slot, PieceKind kind, Writing.DateForm form, bool isDraft)
    {
        var label = $"`{slot.Path}`";
        if (isDraft) Account.Note("Posts that were not public, and are drafts", $"{label}: {(entry.IsDraft ? entry.Status == "SCHEDULED" ? "scheduled" : "a draft" : "scheduled")}");
        if (entry.Author is { } name) people.Meet(name, entry.AuthorUrl);
        var body = BodyOf(entry, false, label);
        if (slot.IsPage)
        {
            return plan.File(slot, new StandingPage(slot.Slug, entry.Title ?? slot.Slug)
            {
                Body = body.Text,
                Source = default,
                BodySource = default,
                Summary = entry.Summary,
            }, isDraft);
        }

        if (kind == PieceKind.Page) Account.Note("Pages with comments, which are posts here", label);
        return plan.File(slot, new Post
        {
            Id = slot.Id,
            Slug = slot.Slug,
            Title = entry.Title ?? slot.Slug,
            Date = slot.Date,
            Updated = plan.Date(entry.Updated) is var (updated, _) && updated.Time - slot.Date.Time > TimeSpan.FromMinutes(1) ? updated : null,
            Authors = entry.Author is { } author ? [author] : [],
            Themes = [.. entry.Labels.DistinctBy(Slug.From).Where(l => Slug.From(l).Length > 0).Select(l => new Written(l, default))],
            Summary = entry.Summary is { } summary ? new(summary, default) : null,
            Body = body.Text,
            Origin = new("blogger", entry.Id, WebAddress.TryParse(entry.Address ?? "")),
            Source = default,
            BodySource = default,
        }, kind, isDraft, form);
    }

    private NewFile? Comment(BloggerEntry entry, string id, EntryDate date, Writing.DateForm form)
    {
        if (entry.PostId is { } itsPost && plan.Find(KeyOf("post", itsPost)) is { IsGone: true } gone)
        {
            plan.SkipCommentOf(gone);
            return null;
        }

        if (entry.PostId is not { } postId || plan.Find(KeyOf("post", postId)) is not { IsPage: false } slot)
        {
            Account.Skip(PieceKind.Comment, "their post is not in the export");
            Account.Note("Comments without their post", $"{id} of {date.Day:yyyy-MM-dd}, under the post {entry.PostId ?? "that it does not name"}");
            var post = entry.PostId ?? "without a number";
            orphans[post] = orphans.GetValueOrDefault(post) + 1;
            return null;
        }

        var label = $"`{slot.Stem}`: comment {id}";
        if (entry.Answered is { } answered && !comments.Contains(Plainly.Print(answered)) && plan.Earlier.Find(KeyOf("comment", answered)) is null)
        {
            missing++;
            Account.Note("Replies to comments that were not imported", $"{label} answers {answered}");
        }

        if (entry.Author is { } name) people.Meet(name, entry.AuthorUrl);
        var body = entry.IsRemoved ? default : BodyOf(entry, true, label);
        return plan.File(KeyOf("comment", id), slot, new Comment
        {
            Id = id,
            PostId = slot.Id,
            Date = date,
            Authors = entry.Author is { } author ? [author] : [],
            ReplyTo = entry.Answered is { } target ? new(target, default) : null,
            Url = entry.AuthorUrl,
            Body = body.Text ?? "",
            Format = body.Format,
            Status = entry.IsRemoved ? Status.Removed : Status.Published,
            // In its place Blogger says by whom it was removed.
            Removal = entry.IsRemoved ? new(Body.Words(entry.Content), null) : null,
            Origin = new("blogger", id, null),
            Source = default,
            BodySource = default,
        }, $"c{id}", form);
    }

    private Body BodyOf(BloggerEntry entry, bool isComment, string label)
    {
        var content = entry.Content;
        // What was written by mail or long ago has bare lines; an editor of web pages marks every one.
        var linesCount = !content.Contains("<br", StringComparison.OrdinalIgnoreCase) && !content.Contains("<p", StringComparison.OrdinalIgnoreCase)
            && !content.Contains("<div", StringComparison.OrdinalIgnoreCase);
        var findings = new Findings();
        var body = Body.Of(content, isComment, linesCount, findings);
        findings.Note(Account, label);
        return body;
    }
}
