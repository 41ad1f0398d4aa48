using Palabre.Import.Html;
using Palabre.Import.Xml;
using Palabre.Model;

namespace Palabre.Import.Blogger;

/// <summary>What an entry of a feed is.</summary>
internal enum BloggerKind
{
    Post,
    Page,
    Comment,

    /// <summary>A setting or a template.</summary>
    Other,
}

/// <summary>
/// An <c>entry</c> of Blogger's export: of the classic one, where its kind is a category and drafts are marked as in the
/// Atom Publishing Protocol (RFC 5023, section 13), or of Takeout's feed, which has elements of its own for both.
/// </summary>
internal sealed class BloggerEntry(Element entry)
{
    private const string KindScheme = "http://schemas.google.com/g/2005#kind";

    internal int Line => entry.Line;

    internal BloggerKind Kind { get; } = (entry.Value("type") ?? KindTerm(entry)) switch
    {
        "POST" or "post" => BloggerKind.Post,
        "PAGE" or "page" => BloggerKind.Page,
        "COMMENT" or "comment" => BloggerKind.Comment,
        _ => BloggerKind.Other,
    };

    internal string? Id { get; } = Number(entry.Value("id"));

    internal string Content => entry.Child("content")?.Text ?? entry.Child("summary")?.Text ?? "";

    internal string? Title => Body.Words(entry.Value("title"));

    internal string? Published => entry.Value("published");

    internal string? Updated => entry.Value("updated");

    internal string? Summary => Body.Words(entry.Value("metaDescription"));

    internal string? Author => Body.Words(entry.Child("author")?.Value("name"));

    /// <summary>The author's page, which tells people of one name apart.</summary>
    internal string? AuthorUrl => WebAddress.TryParse(entry.Child("author")?.Value("uri") ?? "");

    /// <summary>Where it stood: a whole address, or a path; null for what never did.</summary>
    internal string? Address => entry.Value("filename")
        ?? entry.Children.Find(c => c.Name == "link" && c.Attribute("rel") == "alternate" && c.Attribute("type") != "application/json")?.Attribute("href");

    /// <summary>The number of the post that a comment stands under.</summary>
    internal string? PostId => Number(entry.Value("parent")) ?? Number(entry.Child("in-reply-to")?.Attribute("ref"));

    /// <summary>The number of the comment that a comment answers; null where it answers the post.</summary>
    internal string? Answered => Number(entry.Value("inReplyTo"))
        ?? (entry.Children.Find(c => c.Name == "link" && c.Attribute("rel") == "related")?.Attribute("href") is { } related
            && related.Contains("/comments/", StringComparison.Ordinal) ? LastPart(related) : null);

    internal IEnumerable<string> Labels => entry.Children
        .Where(c => c.Name == "category" && c.Attribute("scheme") != KindScheme)
        .Select(c => Body.Words(c.Attribute("term"))).OfType<string>();

    internal string Status => entry.Value("status")?.ToUpperInvariant() ?? "LIVE";

    internal bool IsDraft => Status != "LIVE" || entry.Child("control")?.Value("draft") == "yes";

    internal bool IsInBin => entry.Value("trashed") is not null || Status.Contains("TRASHED", StringComparison.Ordinal);

    /// <summary>Its text was removed; what stands there says by whom.</summary>
    internal bool IsRemoved => Status == "EMPTIED"
        || entry.Children.Exists(c => c.Name == "extendedProperty" && c.Attribute("name") == "blogger.contentRemoved" && c.Attribute("value") != "false");

    private static string? KindTerm(Element entry) =>
        entry.Children.Find(c => c.Name == "category" && c.Attribute("scheme") == KindScheme)?.Attribute("term") is { } term
            ? term[(term.IndexOf('#', StringComparison.Ordinal) + 1)..] : null;

    /// <summary>What follows the last <c>post-</c> of <c>tag:blogger.com,1999:blog-1.post-2</c>.</summary>
    private static string? Number(string? id)
    {
        var at = id?.LastIndexOf("post-", StringComparison.Ordinal) ?? -1;
        return at >= 0 && id!.Length > at + 5 ? id[(at + 5)..] : null;
    }

    private static string? LastPart(string url)
    {
        var end = url.AsSpan().IndexOfAny('?', '#');
        var path = (end < 0 ? url : url[..end]).TrimEnd('/');
        return path[(path.LastIndexOf('/') + 1)..] is { Length: > 0 } last ? last : null;
    }
}
