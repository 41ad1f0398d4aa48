using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Threading;

/// <summary>
/// Places every published entry in exactly one discussion, whatever the replies say. Titles and quotations are never
/// guessed from: a comment that answers nothing explicit answers its post.
/// </summary>
public static class Threader
{
    /// <returns>O(n log n) time, no recursion; the order in which files were read does not matter.</returns>
    public static Checked<Threads> Thread(Archive archive)
    {
        var diagnostics = new List<Diagnostic>();
        var targets = new ReplyTargets(archive);
        var branches = archive.Posts
            .Select((post, i) => CommentReplies.Resolve(new(post, archive.Comments[i]), targets, diagnostics))
            .ToArray();
        var answers = PostReplies.Resolve(archive, branches, targets, diagnostics);
        var arrangement = new Arrangement(archive.Posts, branches, answers);

        var discussions = new List<Discussion>();
        var places = new PostPlace[archive.Posts.Count];
        for (var post = 0; post < archive.Posts.Count; post++)
        {
            if (answers[post].Post >= 0) continue;
            var discussion = arrangement.OpenedBy(post, places);
            discussions.Add(discussion);
        }

        ReportEarlyReplies(discussions, diagnostics);
        return new(new(discussions, places), diagnostics);
    }

    private static void ReportEarlyReplies(List<Discussion> discussions, List<Diagnostic> diagnostics)
    {
        foreach (var discussion in discussions)
        {
            foreach (var turn in discussion.Turns)
            {
                if (turn.Entry is not { ReplyTo: not null } reply || turn.Answered < 0) continue;
                if (discussion.Turns[turn.Answered].Entry is { } answered && reply.Date < answered.Date)
                    diagnostics.Add(Catalogue.ReplyBeforeAnswered(reply, answered));
            }
        }
    }
}
