using System.Text.RegularExpressions;
using Palabre.Addressing;
using Palabre.Diagnostics;
using Palabre.Import.Html;
using Palabre.Import.Texts;
using Palabre.Import.Xml;
using Palabre.Model;

namespace Palabre.Import.Disqus;

/// <summary>
/// Disqus's own export, onto the posts of a site: what it calls a thread is a discussion of ours, found by the address
/// of its page; what it calls a post is a comment.
/// </summary>
internal sealed partial class DisqusImport(ImportFile file, SitePlan plan, ImportOptions options)
{
    private readonly Dictionary<string, PostSlot?> discussions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Address, int Comments)> unmatched = new(StringComparer.Ordinal);
    private readonly HashSet<ulong> comments = [];
    private readonly People people = new(file.Path, plan.Account);
    private readonly HashSet<string> deleted = new(StringComparer.Ordinal);
    private int missing;

    private Account Account => plan.Account;

    internal IEnumerable<NewFile> Read()
    {
        plan.Settle();
        Survey();
        using var xml = Open();
        while (xml.Next() is { } step)
        {
            if (step != Step.Whole) continue;
            if (xml.Current.Name == "post")
            {
                if (Comment(xml.Current) is { } comment) yield return comment;
            }
            else
            {
                Account.Skip(PieceKind.Other, "discussions and categories, of which the comments are taken");
            }
        }

        foreach (var (address, count) in unmatched.Values.Where(u => u.Comments > 0).OrderBy(u => u.Address, StringComparer.Ordinal))
        {
            Account.Note("Discussions whose post is not found", $"{address}: {Account.Number(count)} comments");
            Account.Tell(Catalogue.UnmatchedDiscussion(new(file.Path), address, count));
        }

        if (xml.Dropped > 0) Account.Tell(Catalogue.DroppedCharacters(new(file.Path), xml.Dropped));
        if (missing > 0) Account.Tell(Catalogue.MissingAnswered(new(file.Path), missing));
    }

    private ExportXml Open() => new(file, (name, depth) => (name, depth) is ("disqus", 0));

    private void Survey()
    {
        var addresses = new DisqusAddresses(plan, options.Map);
        using var xml = Open();
        while (xml.Next() is { } step)
        {
            if (step != Step.Whole) continue;
            var element = xml.Current;
            if (element.Attribute("id") is not { } id) continue;
            if (element.Name == "post" && Refusal(element) is null) comments.Add(Plainly.Print(id));
            if (element.Name != "thread") continue;
            if (element.Value("isDeleted") == "true") deleted.Add(id);
            var link = element.Value("link") ?? "";
            var post = addresses.Find(link) ?? (element.Value("id") is { } named ? addresses.FindNamed(named) : null);
            if (post is null)
            {
                unmatched[id] = (link.Length > 0 ? link : $"of the discussion {id}", 0);
                continue;
            }

            var slot = plan.PlaceOf(post);
            slot.OldPath = WrittenAddress.Parse(DisqusAddresses.WithoutQuery(link)).Address?.Path;
            discussions[id] = slot;
        }
    }

    private static string? Refusal(Element post) => post.Value("isSpam") == "true" ? "spam" : null;

    /// <summary>Disqus leads readers over its own address, to count them.</summary>
    private static string Target(Match link)
    {
        var url = Uri.UnescapeDataString(link.Groups[1].Value);
        var mark = url.LastIndexOf(':');
        if (mark > 8 && url.Length - mark > 20 && !url.AsSpan(mark).Contains('/')) url = url[..mark]; // its own signature
        return WebAddress.TryParse(url) is { } whole ? System.Net.WebUtility.HtmlEncode(whole) : link.Value;
    }

    [GeneratedRegex(@"https?://disq\.us/url\?url=([^&""'\s<>]{1,4000})[^""'\s<>]{0,1000}", RegexOptions.CultureInvariant)]
    private static partial Regex Redirect();

    private NewFile? Comment(Element post)
    {
        var id = post.Attribute("id");
        var discussion = post.Child("thread")?.Attribute("id");
        if ((Refusal(post) ?? (discussion is not null && deleted.Contains(discussion) ? "of discussions that were deleted" : null)) is { } refusal)
        {
            Account.Skip(PieceKind.Comment, refusal);
            if (id is not null) plan.Withdraw($"disqus comment {id}", refusal);
            return null;
        }

        if (id is null || plan.Date(post.Value("createdAt")) is not var (date, form))
        {
            var lacks = id is null ? "it has no number" : "it has no date";
            Account.Skip(PieceKind.Comment, lacks);
            Account.Tell(Catalogue.SkippedPiece(new(file.Path, post.Line), $"The comment {id ?? "without a number"}", lacks));
            return null;
        }

        if (discussion is null || discussions.GetValueOrDefault(discussion) is not { } slot)
        {
            Account.Skip(PieceKind.Comment, "no post of the site has the address of their page");
            if (discussion is not null)
                unmatched[discussion] = unmatched.TryGetValue(discussion, out var known) ? (known.Address, known.Comments + 1) : ($"of the discussion {discussion}", 1);
            return null;
        }

        var answered = post.Child("parent")?.Attribute("id");
        if (answered is not null && !comments.Contains(Plainly.Print(answered)) && plan.Earlier.Find($"disqus comment {answered}") is null)
        {
            missing++;
            Account.Note("Replies to comments that were not imported", $"`{slot.Stem}`: {id} answers {answered}");
        }

        var isRemoved = post.Value("isDeleted") == "true";
        if (!isRemoved && Body.Words(post.Child("author")?.Value("name")) is { } name) people.Meet(name, post.Child("author")?.Value("username"));
        var findings = new Findings();
        var body = isRemoved ? default : Body.Of(Redirect().Replace(post.Child("message")?.Text ?? "", Target), isComment: true, linesCount: false, findings);
        findings.Note(Account, $"`{slot.Stem}`: comment {id}");
        return plan.File($"disqus comment {id}", slot, new Comment
        {
            Id = id,
            PostId = slot.Id,
            Date = date,
            Authors = Body.Words(post.Child("author")?.Value("name")) is { } author && !isRemoved ? [author] : [],
            ReplyTo = answered is null ? null : new(answered, default),
            Body = body.Text ?? "",
            Format = body.Format,
            Status = isRemoved ? Status.Removed : Status.Published,
            Removal = isRemoved ? new(null, null) : null,
            Origin = new("disqus", id, null),
            Source = default,
            BodySource = default,
        }, $"comment-{id}", form);
    }
}
