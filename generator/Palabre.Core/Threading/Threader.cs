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
    /// <returns>O(n log n) time, no recursion; the order in which files were read does not matter.</returns>
    public static Checked<Threads> Thread(Archive archive, Threads? before = null)
    {
        var diagnostics = new List<Diagnostic>();
        var targets = new ReplyTargets(archive);
        var branches = archive.Posts
            .Select((post, i) => before?.Memory.Recall(post, archive.Comments[i])
                ?? CommentReplies.Resolve(new(post, archive.Comments[i]), targets, diagnostics))
            .ToArray();
        var answers = PostReplies.Resolve(archive, branches, targets, diagnostics);
        var arrangement = new Arrangement(archive.Posts, branches, answers);

        var memory = new ThreadMemory();
        foreach (var branch in branches) memory.Keep(branch);
        var discussions = new List<Discussion>();
        var places = new PostPlace[archive.Posts.Count];
        foreach (var posts in Together(answers))
        {
            DiscussionPart[] parts = [.. posts.Select(post => PartOf(post, branches, answers))];
            if (before?.Memory.Recall(parts) is { } threaded)
            {
                for (var i = 0; i < posts.Count; i++) places[posts[i]] = new(threaded.Discussion, threaded.Positions[i]);
            }
            else
            {
                var opened = arrangement.OpenedBy(posts[0], places);
                threaded = new(opened, parts, [.. posts.Select(post => places[post].Position)], EarlyReplies(opened));
            }

            memory.Keep(threaded);
            discussions.Add(threaded.Discussion);
            diagnostics.AddRange(threaded.Diagnostics);
        }

        return new(new(discussions, places) { Memory = memory }, diagnostics);
    }

    /// <summary>The posts of each discussion: the opening one first, then the others by age. Replies run in no circle.</summary>
    private static List<List<int>> Together(PostReply[] answers)
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

        return discussions;
    }

    private static DiscussionPart PartOf(int post, PostBranch[] branches, PostReply[] answers) => new(
        branches[post], answers[post].Post < 0 ? null : branches[answers[post].Post], answers[post].Node, answers[post].Missing);

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
