using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Threading;

/// <summary>A post as a discussion takes it up.</summary>
/// <param name="Answered">The branch that it answers; null for the opening.</param>
/// <param name="Node">Of that branch.</param>
internal readonly record struct DiscussionPart(PostBranch Branch, PostBranch? Answered, int Node, string? Missing)
{
    internal bool IsSame(DiscussionPart other) =>
        ReferenceEquals(Branch, other.Branch) && ReferenceEquals(Answered, other.Answered) && Node == other.Node && Missing == other.Missing;
}

/// <summary>A discussion, and all that it depends on.</summary>
/// <param name="Parts">By age of the posts.</param>
/// <param name="Positions">In step with the parts: where each post stands.</param>
/// <param name="Diagnostics">Of the discussion as a whole.</param>
internal sealed record ThreadedDiscussion(
    Discussion Discussion, DiscussionPart[] Parts, int[] Positions, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>What threading leaves for the next time: discussions whose posts and comments are the same stay the same.</summary>
internal sealed class ThreadMemory
{
    private readonly Dictionary<Post, PostBranch> branches = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PostBranch, ThreadedDiscussion> discussions = new(ReferenceEqualityComparer.Instance);

    /// <summary>The branch of a post, if it has the same comments and nothing else had a say in it.</summary>
    internal PostBranch? Recall(Post post, IReadOnlyList<Comment> comments) =>
        branches.TryGetValue(post, out var branch) && ReferenceEquals(branch.Comments, comments) ? branch : null;

    /// <summary>The discussion of exactly these parts.</summary>
    internal ThreadedDiscussion? Recall(DiscussionPart[] parts) =>
        discussions.TryGetValue(parts[0].Branch, out var known) && known.Parts.AsSpan().SequenceEqual(parts, PartComparer.Instance) ? known : null;

    internal void Keep(PostBranch branch)
    {
        if (!branch.IsParticular && branch.Missing.Count == 0) branches.Add(branch.Post, branch);
    }

    internal void Keep(ThreadedDiscussion discussion) => discussions.Add(discussion.Parts[0].Branch, discussion);

    private sealed class PartComparer : IEqualityComparer<DiscussionPart>
    {
        internal static readonly PartComparer Instance = new();

        public bool Equals(DiscussionPart a, DiscussionPart b) => a.IsSame(b);

        public int GetHashCode(DiscussionPart part) => part.Node;
    }
}
