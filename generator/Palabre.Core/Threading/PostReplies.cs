using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Threading;

/// <summary>What a post answers.</summary>
/// <param name="Post">The position of the post it answers, or whose comment it answers; -1: it opens a discussion.</param>
/// <param name="Node">The comment or placeholder of that post's branch; <see cref="PostBranch.Root"/>: the post itself.</param>
/// <param name="Missing">What it named and nobody has: it opens its discussion with a word about that.</param>
internal readonly record struct PostReply(int Post, int Node, string? Missing = null)
{
    internal static PostReply Opening { get; } = new(-1, PostBranch.Root);
}

/// <summary>What each post answers: an entry of any post.</summary>
internal static class PostReplies
{
    internal static PostReply[] Resolve(
        Archive archive, PostBranch[] branches, ReplyTargets targets, List<Diagnostic> diagnostics)
    {
        var replies = new PostReply[archive.Posts.Count];
        Array.Fill(replies, PostReply.Opening);
        foreach (var i in targets.Answering) replies[i] = Answered(archive.Posts[i], archive.Posts[i].ReplyTo!.Value, branches, targets, diagnostics);

        // A comment always leads to its own post: replies run in a circle exactly where their posts do.
        foreach (var circle in Circles.Find(replies.Length, post => replies[post].Post))
        {
            var oldest = circle.Min(); // posts are in the order of age
            var fromOldest = circle.SkipWhile(n => n != oldest).Concat(circle.TakeWhile(n => n != oldest));
            diagnostics.Add(Catalogue.CircularReplies([.. fromOldest.Select(n => archive.Posts[n])]));
            replies[oldest] = PostReply.Opening;
        }

        return replies;
    }

    private static PostReply Answered(
        Post post, Reference target, PostBranch[] branches, ReplyTargets targets, List<Diagnostic> diagnostics)
    {
        // An id may hold a '#', though no sensible one does: the whole text first.
        var (postName, commentName) = targets.Post(target.Text) is not null ? (target.Text, null) : ReplyTargets.Split(target.Text);
        if (targets.Post(postName) is not { } answered)
        {
            diagnostics.Add(targets.IsWithheld(null, postName)
                ? Catalogue.ReplyToWithheld(post, target)
                : Catalogue.UnknownReplyTarget(post, target, targets.Elsewhere(target.Text) ?? targets.ByAddress(target.Text) ?? targets.NearestPost(postName, post)));
            return PostReply.Opening with { Missing = MailMask.Of(target.Text).Text };
        }

        if (commentName is null) return new(answered, PostBranch.Root);
        var named = target with { Text = commentName };
        var branch = branches[answered];
        if (branch.Rule.Find(named) is { } comment) return new(answered, comment);

        diagnostics.Add(targets.IsWithheld(branch.Post.Id, commentName)
            ? Catalogue.ReplyToWithheld(post, target)
            : Catalogue.UnknownReplyTarget(post, target, NearestIn(branch, commentName, targets)));
        var node = branch.Placeholder(commentName);
        if (node == branch.Answered.Count) branch.Answered.Add(PostBranch.Root);
        return new(answered, node);
    }

    private static string? NearestIn(PostBranch branch, string name, ReplyTargets targets) =>
        targets.Suggest(name, branch.Comments, branch.Post) is { } id ? $"{branch.Post.Id}#{id}" : null;
}
