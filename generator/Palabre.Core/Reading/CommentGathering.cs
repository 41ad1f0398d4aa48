using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>The comments of an archive, each under its post.</summary>
internal sealed class CommentGathering
{
    private readonly Groundwork groundwork;
    private readonly Carried<FileContent, Belonging> belongings;
    private readonly Carried<Post, PostComments> comments;
    private readonly List<Diagnostic> diagnostics = [];
    private readonly List<Withheld> withheld = [];
    private readonly List<Withheld> early = [];
    private readonly List<Comment> moved = [];

    /// <param name="contents">Of all files of comments, in their order.</param>
    /// <param name="before">Of an earlier reading: what is of the same files is taken as it is.</param>
    /// <param name="jobs">How many threads may work at once.</param>
    internal CommentGathering(FileContent[] contents, Settings settings, Groundwork groundwork, CommentGathering? before, int jobs)
    {
        this.groundwork = groundwork;
        belongings = Carried<FileContent, Belonging>.Of(
            contents, ReferenceEquals(before?.groundwork, groundwork) ? before.belongings : null, holds: null,
            i => Belonging.Of(contents[i], settings, groundwork));
        var (files, starts, hasOrphans) = ByPosition(contents);
        var posts = groundwork.AllPosts;
        comments = Carried<Post, PostComments>.Of(
            posts, before?.comments,
            (i, known) => known.IsOf(files.AsSpan(starts[i]..starts[i + 1])),
            i => new(posts[i].Id, files.AsSpan(starts[i]..starts[i + 1])), jobs);
        if (hasOrphans) TellOrphans(contents);
        var byPost = new IReadOnlyList<Comment>[groundwork.Posts.Published.Count];
        for (var i = 0; i < posts.Length; i++)
        {
            var under = comments.Row[i];
            if (i < byPost.Length && under.IsPlain && posts[i].Comments != Commenting.Hidden)
            {
                byPost[i] = under.ByAge.Value;
                Count += under.Count;
                continue;
            }

            var told = Told(posts[i], under, isWithheld: i >= byPost.Length);
            if (i >= byPost.Length) continue;
            byPost[i] = told;
            Count += told.Count;
        }

        ByPost = byPost;
    }

    /// <summary>In step with the published posts; each by date, then id; ids unique under their post.</summary>
    internal IReadOnlyList<IReadOnlyList<Comment>> ByPost { get; }

    /// <summary>How many of them.</summary>
    internal int Count { get; }

    internal IReadOnlyList<Withheld> Withheld => withheld;

    /// <summary>Those of the published that the options alone ask for.</summary>
    internal IReadOnlyList<Withheld> Early => early;

    /// <summary>Those of the published that have former addresses, in their order.</summary>
    internal IReadOnlyList<Comment> Moved => moved;

    /// <summary>When time alone next changes what is published of them; null if it never does.</summary>
    internal DateTimeOffset? Until { get; private set; }

    internal IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    /// <summary>Which post the comments of a file belong to.</summary>
    /// <param name="Post">Its position among all; -1: there is none. Without meaning where the file has no comments.</param>
    /// <param name="Name">What names the post, for messages.</param>
    private readonly record struct Belonging(int Post, string Name, int Comments, DateTimeOffset? Until)
    {
        internal static Belonging Of(FileContent content, Settings settings, Groundwork groundwork)
        {
            if (content.Comments is not { Count: > 0 } comments) return default;
            var (post, name) = groundwork.Names.Find(content.Path, settings.CommentsFolder);
            return new(post is null ? -1 : groundwork.PositionOf(post), name, comments.Count, content.Until);
        }
    }

    /// <summary>The files that hold comments of posts, those of one post together, and where those of each post begin; one more: the end.</summary>
    private (FileContent[] Files, int[] Starts, bool HasOrphans) ByPosition(FileContent[] contents)
    {
        var (starts, hasOrphans) = (new int[groundwork.AllPosts.Length + 1], false);
        foreach (ref readonly var file in belongings.Row)
        {
            if (file.Until is { } moment && (Until is null || moment < Until)) Until = moment;
            if (file.Comments == 0) continue;
            if (file.Post >= 0) starts[file.Post + 1]++;
            else hasOrphans = true;
        }

        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        var (files, next) = (new FileContent[starts[^1]], starts.ToArray());
        for (var i = 0; i < contents.Length; i++)
            if (belongings.Row[i] is { Comments: > 0, Post: >= 0 and var post }) files[next[post]++] = contents[i];
        return (files, starts, hasOrphans);
    }

    private void TellOrphans(FileContent[] contents)
    {
        // By name: how many, and the list or the folder that they stand in.
        var orphans = new SortedDictionary<string, (int Count, string Place)>(StringComparer.Ordinal);
        for (var i = 0; i < contents.Length; i++)
        {
            if (belongings.Row[i] is not { Comments: > 0 and var count, Post: < 0, Name: var name }) continue;
            var path = contents[i].Path;
            orphans[name] = (orphans.GetValueOrDefault(name).Count + count, path[..path.LastIndexOf('.')] == name ? path : name);
            // An earlier reading may have found the post.
            withheld.AddRange(contents[i].Comments!.Select(c => new Withheld(c.Comment.PostId.Length == 0 ? c.Comment : c.Comment with { PostId = "" }, WithheldReason.NoPost)));
        }

        foreach (var (name, (count, place)) in orphans)
            diagnostics.Add(Catalogue.NoPost(new(place), SitePaths.Stem(name), count, groundwork.Names.Nearest(SitePaths.Stem(name))));
    }

    /// <returns>What is published of the comments of a post.</returns>
    private IReadOnlyList<Comment> Told(Post post, PostComments under, bool isWithheld)
    {
        withheld.AddRange(under.Withheld);
        diagnostics.AddRange(under.Withheld.Select(w => Catalogue.Withheld(w.Entry, w.Reason)));
        var isHidden = post.Comments == Commenting.Hidden;
        if (!isHidden && !isWithheld)
        {
            diagnostics.AddRange(under.ByAge.Diagnostics);
            early.AddRange(under.Early);
            moved.AddRange(under.Moved);
            return under.ByAge.Value;
        }

        if (under.Placed.Count == 0) return [];
        var reason = isHidden ? WithheldReason.CommentsHidden : WithheldReason.PostWithheld;
        withheld.AddRange(under.Placed.Select(c => new Withheld(c, reason)));
        diagnostics.Add(Catalogue.CommentsWithheld(post, under.Placed.Count, isHidden));
        return [];
    }
}
