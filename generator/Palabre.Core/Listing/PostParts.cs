using Palabre.Model;
using Palabre.Threading;

namespace Palabre.Listing;

/// <summary>
/// How a post's comments are cut into pages: by root comments, in order of arrival, a fixed number each, so that a
/// comment never moves to another page when others arrive.
/// </summary>
public sealed class PostParts
{
    private readonly Dictionary<Post, IReadOnlyList<int>> starts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Comment, int> partOf = new(ReferenceEqualityComparer.Instance);

    public PostParts(Archive archive, Threads threads)
    {
        for (var i = 0; i < archive.Posts.Count; i++)
            if (archive.Comments[i].Count > archive.Settings.CommentsPerPage) Cut(archive.Posts[i], threads.Places[i], archive.Settings.CommentsPerPage);
    }

    /// <summary>The positions, in the discussion, at which the parts of a post's branch begin; the first is the post's own.</summary>
    public IReadOnlyList<int> StartsOf(Post post, PostPlace place) =>
        starts.TryGetValue(post, out var known) ? known : [place.Position];

    /// <summary>The part that a comment stands on: 1 is the post's own page.</summary>
    public int Of(Comment comment) => partOf.GetValueOrDefault(comment, 1);

    private void Cut(Post post, PostPlace place, int rootsPerPart)
    {
        var turns = place.Discussion.Turns;
        var first = turns[place.Position];
        var cuts = new List<int> { place.Position };
        var roots = 0;
        for (var i = place.Position + 1; i <= place.Position + first.Below; i += turns[i].Below + 1)
        {
            // Posts that answer this one have pages of their own.
            if (turns[i].Entry is not Post && roots++ == rootsPerPart)
            {
                cuts.Add(i);
                roots = 1;
            }

            for (var at = i; cuts.Count > 1 && at <= i + turns[i].Below; at++)
                if (turns[at].Entry is Comment comment && comment.PostId == post.Id) partOf[comment] = cuts.Count;
        }

        if (cuts.Count > 1) starts[post] = cuts;
    }
}
