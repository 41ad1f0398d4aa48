using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Threading;

/// <summary>What each comment of a post answers.</summary>
internal static class CommentReplies
{
    internal static PostBranch Resolve(PostBranch branch, ReplyTargets targets, List<Diagnostic> diagnostics)
    {
        var rule = new Lazy<ReplyRule>(() => new(branch.Comments)); // gone when all are answered
        for (var i = 0; i < branch.Comments.Count; i++)
        {
            var comment = branch.Comments[i];
            branch.Answered.Add(comment.ReplyTo is { } target
                ? Answered(branch, i, comment, target, rule.Value, targets, diagnostics)
                : PostBranch.Root);
        }

        OpenCircles(branch, diagnostics);
        return branch;
    }

    private static int Answered(
        PostBranch branch, int node, Comment comment, Reference target, ReplyRule rule, ReplyTargets targets, List<Diagnostic> diagnostics)
    {
        if (rule.Find(target) is { } found) return found;
        if (target.Text == branch.Post.Id || target.Text == branch.Post.Slug) return PostBranch.Root;

        branch.IsParticular = true;
        var (postName, commentName) = ReplyTargets.Split(target.Text);
        if (commentName is not null && targets.Post(postName) is { } post)
        {
            var named = target with { Text = commentName };
            if (targets.IsPost(branch.Post, post))
            {
                if (rule.Find(named) is { } own) return own;
            }
            else if (targets.Comment(post, named) is { } elsewhere)
            {
                diagnostics.Add(Catalogue.ReplyElsewhere(comment, target));
                (branch.Elsewhere ??= [])[node] = elsewhere;
                return PostBranch.Root;
            }
        }

        diagnostics.Add(targets.IsWithheld(branch.Post.Id, target.Text)
            ? Catalogue.ReplyToWithheld(comment, target)
            : Catalogue.UnknownReplyTarget(comment, target, NearestTo(target.Text, comment, branch, targets)));
        return branch.Placeholder(target.Text);
    }

    /// <summary>The same id under another post, with its post's name; else what an address names; else an id of the same post that looks alike.</summary>
    private static string? NearestTo(string name, Comment reply, PostBranch branch, ReplyTargets targets)
    {
        // Of a post, a comment need not say that it answers it, and of another one it cannot.
        if ((targets.Elsewhere(name) ?? targets.ByAddress(name)) is not { } known || ReplyTargets.Split(known) is not (var post, { } id)) return targets.Suggest(name, branch.Comments, reply);
        return post == branch.Post.Id ? id : known;
    }

    private static void OpenCircles(PostBranch branch, List<Diagnostic> diagnostics)
    {
        foreach (var circle in Circles.Find(branch.Comments.Count, node => branch.Answered[node]))
        {
            // Comments are in the order of age: the smallest number is the oldest.
            var oldest = circle.Min();
            var fromOldest = circle.SkipWhile(n => n != oldest).Concat(circle.TakeWhile(n => n != oldest));
            diagnostics.Add(Catalogue.CircularReplies([.. fromOldest.Select(n => branch.Comments[n])]));
            branch.IsParticular = true;
            branch.Answered[oldest] = PostBranch.Root;
        }

        for (var ghost = 0; ghost < branch.Missing.Count; ghost++) branch.Answered.Add(PostBranch.Root);
    }
}
