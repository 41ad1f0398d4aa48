using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>The comments of an archive, each under its post.</summary>
/// <param name="ByPost">In step with the published posts; each by date, then id; ids unique under their post.</param>
internal sealed record CommentGathering(IReadOnlyList<IReadOnlyList<Comment>> ByPost, IReadOnlyList<Withheld> Withheld)
{
    internal static CommentGathering Gather(
        IReadOnlyList<SourceFile> files, FileContent?[] contents, Settings settings, PostGathering posts, List<Diagnostic> diagnostics)
    {
        var names = new PostNames(posts);
        var gathered = new Dictionary<Post, List<Comment>>(ReferenceEqualityComparer.Instance);
        var withheld = new List<Withheld>();
        var orphans = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < contents.Length; i++)
        {
            if (contents[i]?.Comments is not { Count: > 0 } comments) continue;
            var (post, name) = names.Find(files[i].Path, settings.CommentsFolder);
            if (post is null)
            {
                orphans[name] = orphans.GetValueOrDefault(name) + comments.Count;
                withheld.AddRange(comments.Select(c => new Withheld(c.Comment, WithheldReason.NoPost)));
                continue;
            }

            if (!gathered.TryGetValue(post, out var siblings)) gathered[post] = siblings = new(comments.Count);
            foreach (var (comment, reason) in comments)
            {
                var placed = comment with { PostId = post.Id };
                if (reason is null) siblings.Add(placed);
                else withheld.Add(new(placed, reason.Value));
                if (reason is { } why) diagnostics.Add(Catalogue.Withheld(placed, why));
            }
        }

        foreach (var (name, count) in orphans)
            diagnostics.Add(Catalogue.NoPost(new(name), SitePaths.Stem(name), count, names.Nearest(SitePaths.Stem(name))));
        foreach (var hidden in posts.Withheld.Select(w => (Post)w.Entry).Concat(posts.Published.Where(p => p.Comments == Commenting.Hidden)))
            Withhold(hidden, gathered, withheld, diagnostics);
        return new([.. posts.Published.Select(p => ByAge(gathered.GetValueOrDefault(p, []), diagnostics))], withheld);
    }

    private static void Withhold(
        Post post, Dictionary<Post, List<Comment>> gathered, List<Withheld> withheld, List<Diagnostic> diagnostics)
    {
        if (!gathered.Remove(post, out var comments) || comments.Count == 0) return;
        var isHidden = post.Comments == Commenting.Hidden;
        var reason = isHidden ? WithheldReason.CommentsHidden : WithheldReason.PostWithheld;
        withheld.AddRange(comments.Select(c => new Withheld(c, reason)));
        diagnostics.Add(Catalogue.CommentsWithheld(post, comments.Count, isHidden));
    }

    private static List<Comment> ByAge(List<Comment> comments, List<Diagnostic> diagnostics)
    {
        if (comments.Count == 0) return comments;
        var byId = new Dictionary<string, Comment>(comments.Count, StringComparer.Ordinal);
        var distinct = comments;
        foreach (var comment in comments)
        {
            if (byId.TryAdd(comment.Id, comment)) continue;
            diagnostics.Add(Catalogue.DuplicateId(comment, byId[comment.Id]));
            distinct = []; // an error: nothing is published, but what follows needs ids to be unique
        }

        if (distinct.Count == 0) distinct = [.. byId.Values];
        distinct.Sort((a, b) => a.Date.CompareTo(b.Date) is not 0 and var date ? date : string.CompareOrdinal(a.Id, b.Id));
        return distinct;
    }
}
