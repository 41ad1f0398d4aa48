using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>The comments of one post, from the files that hold them. Immutable, so that it may serve the next reading.</summary>
internal sealed class PostComments
{
    private readonly FileContent[] files;

    /// <param name="files">What each file held, in the order of the files.</param>
    internal PostComments(string postId, ReadOnlySpan<FileContent> files)
    {
        this.files = files.ToArray();
        var (placed, withheld, early) = (new List<Comment>(), new List<Withheld>(), new List<Withheld>());
        foreach (var (comment, publication) in this.files.SelectMany(file => file.Comments!))
        {
            var own = Under(postId, comment);
            if (publication.Withheld is { } reason) withheld.Add(new(own, reason));
            else placed.Add(own);
            if (publication.Early is { } why) early.Add(new(own, why));
        }

        (Placed, Withheld, Early, ByAge) = (placed, withheld, early, Sorted(placed));
        Count = ByAge.Value.Count;
        Moved = [.. ByAge.Value.Where(comment => comment.Aliases.Count > 0)];
        IsPlain = Withheld.Count + Early.Count + ByAge.Diagnostics.Count + Moved.Count == 0;
    }

    /// <summary>Those that are published if their post is, in the order of the files.</summary>
    internal IReadOnlyList<Comment> Placed { get; }

    internal IReadOnlyList<Withheld> Withheld { get; }

    /// <summary>Those of <see cref="Placed"/> that the options alone ask for.</summary>
    internal IReadOnlyList<Withheld> Early { get; }

    /// <summary><see cref="Placed"/> by date, then id; ids unique.</summary>
    internal Checked<IReadOnlyList<Comment>> ByAge { get; }

    /// <summary>How many these are.</summary>
    internal int Count { get; }

    /// <summary>Those of <see cref="ByAge"/> that have former addresses.</summary>
    internal IReadOnlyList<Comment> Moved { get; }

    /// <summary>There is nothing to say but <see cref="ByAge"/>.</summary>
    internal bool IsPlain { get; }

    // A copy of each would be kept as long as the file's own. One is made only where an earlier reading had put it under another post.
    private static Comment Under(string postId, Comment comment)
    {
        if (comment.PostId.Length > 0) return comment.PostId == postId ? comment : comment with { PostId = postId };
        comment.PostId = postId;
        return comment;
    }

    /// <summary>Whether the same files would give the same.</summary>
    internal bool IsOf(ReadOnlySpan<FileContent> now) => Identity.AreSame(now, files);

    private static Checked<IReadOnlyList<Comment>> Sorted(List<Comment> comments)
    {
        var diagnostics = new List<Diagnostic>();
        var byId = new Dictionary<string, Comment>(comments.Count, StringComparer.Ordinal);
        foreach (var comment in comments)
            if (!byId.TryAdd(comment.Id, comment)) diagnostics.Add(Catalogue.DuplicateId(comment, byId[comment.Id]));

        // A duplicate is an error: nothing is published, but what follows needs ids to be unique.
        List<Comment> sorted = diagnostics.Count == 0 ? [.. comments] : [.. byId.Values];
        sorted.Sort((a, b) => a.Date.CompareTo(b.Date) is not 0 and var date ? date : EntryIdOrder.Instance.Compare(a.Id, b.Id));
        return new(sorted, diagnostics);
    }
}
