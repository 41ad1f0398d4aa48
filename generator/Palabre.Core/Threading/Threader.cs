using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Threading;

/// <summary>
/// Places every published entry in exactly one discussion, whatever the replies say. Titles and quotations are never
/// guessed from: a comment that answers nothing explicit answers its post.
/// </summary>
public static class Threader
{
    /// <param name="before">Of an earlier archive: discussions whose entries are the very same objects are taken from it.
    /// It changes what threading costs, never what it gives.</param>
    /// <param name="jobs">How many threads may work at once; the result does not depend on it.</param>
    /// <returns>O(n log n) time, no recursion; the order in which files were read does not matter.</returns>
    public static Checked<Threads> Thread(Archive archive, Threads? before = null, int jobs = 1)
    {
        var diagnostics = new List<Diagnostic>();
        var targets = new ReplyTargets(archive, before?.Memory?.Targets);
        var branchOf = Carried<Post, PostBranch>.Of(
            archive.Posts, before?.Memory?.Branches,
            (i, branch) => branch.IsOf(archive.Comments[i]),
            i => CommentReplies.Resolve(new(archive.Posts[i], archive.Comments[i]), targets, diagnostics));
        var branches = branchOf.Values.ToArray();
        var answers = PostReplies.Resolve(archive, branches, targets, diagnostics);
        var arrangement = new Arrangement(archive.Posts, branches, answers);

        var known = before?.Memory is { } memory && answers.AsSpan().SequenceEqual(memory.Answers) ? memory : null;
        var together = known?.Together ?? Together(answers);
        var openings = known is not null && branchOf.IsInStep ? known.Openings : [.. together.Select(posts => archive.Posts[posts[0]])];
        var threaded = Carried<Post, ThreadedDiscussion>.Of(
            openings, before?.Memory?.Discussions,
            (i, then) => then.IsOf(together[i], branches, answers),
            i => Threaded(arrangement, together[i], PartsOf(together[i], branches, answers)), jobs);

        var isInStep = known is not null && threaded.IsInStep;
        var (discussions, places) = isInStep
            ? (before!.Discussions.ToArray(), before.Places.ToArray())
            : (new Discussion[together.Length], new PostPlace[archive.Posts.Count]);
        foreach (var i in isInStep ? threaded.Made : [.. Enumerable.Range(0, together.Length)])
        {
            var (discussion, positions) = (threaded.Row[i].Discussion, threaded.Row[i].Positions);
            discussions[i] = discussion;
            for (var n = 0; n < positions.Length; n++) places[together[i][n]] = new(discussion, positions[n]);
        }

        foreach (var discussion in threaded.Row)
            if (discussion.Diagnostics.Length > 0) diagnostics.AddRange(discussion.Diagnostics);
        return new(new(discussions, places) { Memory = new(targets, branchOf, threaded, answers, together, openings) }, diagnostics);
    }

    /// <summary>The posts of each discussion: the opening one first, then the others by age. Replies run in no circle.</summary>
    private static int[][] Together(PostReply[] answers)
    {
        var discussions = new List<List<int>>();
        var discussionOf = new List<int>?[answers.Length];
        for (var post = 0; post < answers.Length; post++)
            if (answers[post].Post < 0) discussions.Add(discussionOf[post] = [post]);
        var way = new List<int>();
        for (var post = 0; post < answers.Length; post++)
        {
            way.Clear();
            var above = post;
            for (; discussionOf[above] is null; above = answers[above].Post) way.Add(above);
            foreach (var below in way) discussionOf[below] = discussionOf[above];
            if (answers[post].Post >= 0) discussionOf[post]!.Add(post);
        }

        return [.. discussions.Select(posts => posts.ToArray())];
    }

    private static DiscussionPart[] PartsOf(int[] posts, PostBranch[] branches, PostReply[] answers)
    {
        var parts = new DiscussionPart[posts.Length];
        for (var i = 0; i < parts.Length; i++) parts[i] = DiscussionPart.Of(posts[i], branches, answers);
        return parts;
    }

    private static ThreadedDiscussion Threaded(Arrangement arrangement, int[] posts, DiscussionPart[] parts)
    {
        var (discussion, positions) = arrangement.Of(posts);
        return new(discussion, parts, positions, [.. EarlyReplies(discussion)]);
    }

    private static List<Diagnostic> EarlyReplies(Discussion discussion)
    {
        var diagnostics = new List<Diagnostic>();
        foreach (var turn in discussion.Turns)
        {
            if (turn.Entry is not { ReplyTo: not null } reply || turn.Answered < 0) continue;
            if (discussion.Turns[turn.Answered].Entry is { } answered && reply.Date < answered.Date)
                diagnostics.Add(Catalogue.ReplyBeforeAnswered(reply, answered));
        }

        return diagnostics;
    }
}
