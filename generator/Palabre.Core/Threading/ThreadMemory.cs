using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Threading;

/// <summary>A post as a discussion takes it up.</summary>
/// <param name="Answered">The branch that it answers; null for the opening.</param>
/// <param name="Node">Of that branch.</param>
internal readonly record struct DiscussionPart(PostBranch Branch, PostBranch? Answered, int Node, string? Missing)
{
    /// <summary>Of a post by its position.</summary>
    internal static DiscussionPart Of(int post, PostBranch[] branches, PostReply[] answers)
    {
        ref readonly var answer = ref answers[post];
        return new(branches[post], answer.Post < 0 ? null : branches[answer.Post], answer.Node, answer.Missing);
    }

    internal bool IsSame(DiscussionPart other) =>
        ReferenceEquals(Branch, other.Branch) && ReferenceEquals(Answered, other.Answered) && Node == other.Node && Missing == other.Missing;
}

/// <summary>A discussion, and all that it depends on.</summary>
/// <param name="Parts">By age of the posts.</param>
/// <param name="Positions">In step with the parts: where each post stands.</param>
/// <param name="Diagnostics">Of the discussion as a whole.</param>
internal sealed record ThreadedDiscussion(
    Discussion Discussion, DiscussionPart[] Parts, int[] Positions, Diagnostic[] Diagnostics)
{
    /// <summary>Whether these posts, by their positions, would give the same.</summary>
    internal bool IsOf(int[] posts, PostBranch[] branches, PostReply[] answers)
    {
        if (posts.Length != Parts.Length) return false;
        for (var i = 0; i < posts.Length; i++)
            if (!DiscussionPart.Of(posts[i], branches, answers).IsSame(Parts[i])) return false;
        return true;
    }
}

/// <summary>What threading leaves for the next time: discussions whose posts and comments are the same stay the same.</summary>
/// <param name="Branches">By post.</param>
/// <param name="Discussions">By the post that opens it.</param>
/// <param name="Together">What <see cref="Answers"/> bring together: the posts of each discussion.</param>
/// <param name="Openings">The first of each.</param>
internal sealed record ThreadMemory(
    ReplyTargets Targets, Carried<Post, PostBranch> Branches, Carried<Post, ThreadedDiscussion> Discussions,
    PostReply[] Answers, int[][] Together, Post[] Openings);
