using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>The comments of an archive, each under its post.</summary>
/// <param name="ByPost">In step with the published posts; each by date, then id; ids unique under their post.</param>
/// <param name="Early">Those of the published that the options alone ask for.</param>
/// <param name="Gathered">By the id of the post, for the next reading.</param>
internal sealed record CommentGathering(
    IReadOnlyList<IReadOnlyList<Comment>> ByPost, IReadOnlyList<Withheld> Withheld, IReadOnlyList<Withheld> Early,
    IReadOnlyDictionary<string, PostComments> Gathered)
{
    /// <param name="before">Those that an earlier reading gathered: what is of the same files is taken as it is.</param>
    internal static CommentGathering Gather(
        IReadOnlyList<SourceFile> files, FileContent?[] contents, Settings settings, PostGathering posts,
        IReadOnlyDictionary<string, PostComments> before, List<Diagnostic> diagnostics)
    {
        var names = new PostNames(posts);
        var withheld = new List<Withheld>();
        var orphans = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var filesOf = new Dictionary<string, List<FileContent>>(StringComparer.Ordinal);
        for (var i = 0; i < contents.Length; i++)
        {
            if (contents[i] is not { Comments: { Count: > 0 } comments } content) continue;
            var (post, name) = names.Find(files[i].Path, settings.CommentsFolder);
            if (post is null)
            {
                orphans[name] = orphans.GetValueOrDefault(name) + comments.Count;
                // An earlier reading may have found the post.
                withheld.AddRange(comments.Select(c => new Withheld(c.Comment.PostId.Length == 0 ? c.Comment : c.Comment with { PostId = "" }, WithheldReason.NoPost)));
                continue;
            }

            if (!filesOf.TryGetValue(post.Id, out var siblings)) filesOf[post.Id] = siblings = [];
            siblings.Add(content);
        }

        foreach (var (name, count) in orphans)
            diagnostics.Add(Catalogue.NoPost(new(name), SitePaths.Stem(name), count, names.Nearest(SitePaths.Stem(name))));
        var gathered = new Dictionary<string, PostComments>(filesOf.Count, StringComparer.Ordinal);
        foreach (var (id, siblings) in filesOf)
        {
            var comments = before.GetValueOrDefault(id) is { } known && known.IsOf(siblings) ? known : new(id, siblings);
            gathered.Add(id, comments);
            withheld.AddRange(comments.Withheld);
            diagnostics.AddRange(comments.Withheld.Select(w => Catalogue.Withheld(w.Entry, w.Reason)));
        }

        var (byPost, early) = (new List<IReadOnlyList<Comment>>(posts.Published.Count), new List<Withheld>());
        foreach (var post in posts.Published)
        {
            var comments = gathered.GetValueOrDefault(post.Id);
            if (comments is null || Withhold(post, comments, withheld, diagnostics))
            {
                byPost.Add([]);
                continue;
            }

            byPost.Add(comments.ByAge.Value);
            diagnostics.AddRange(comments.ByAge.Diagnostics);
            early.AddRange(comments.Early);
        }

        foreach (var (entry, _) in posts.Withheld)
            if (gathered.GetValueOrDefault(entry.Id) is { } comments) Withhold((Post)entry, comments, withheld, diagnostics, isWithheld: true);
        return new(byPost, withheld, early, gathered);
    }

    /// <returns>Whether the comments of the post are not shown.</returns>
    private static bool Withhold(
        Post post, PostComments comments, List<Withheld> withheld, List<Diagnostic> diagnostics, bool isWithheld = false)
    {
        var isHidden = post.Comments == Commenting.Hidden;
        if (!isHidden && !isWithheld) return false;
        if (comments.Placed.Count == 0) return true;
        var reason = isHidden ? WithheldReason.CommentsHidden : WithheldReason.PostWithheld;
        withheld.AddRange(comments.Placed.Select(c => new Withheld(c, reason)));
        diagnostics.Add(Catalogue.CommentsWithheld(post, comments.Placed.Count, isHidden));
        return true;
    }
}
