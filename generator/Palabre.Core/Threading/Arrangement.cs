using Palabre.Model;

namespace Palabre.Threading;

/// <summary>Lays the branches of posts out as discussions: what answers an entry, in order, right below it.</summary>
internal sealed class Arrangement
{
    private static readonly ILookup<(int Post, int Node), int> NoPosts = Array.Empty<int>().ToLookup(post => (post, post));

    private readonly IReadOnlyList<Post> posts;
    private readonly PostBranch[] branches;
    private readonly PostReply[] answers;

    internal Arrangement(IReadOnlyList<Post> posts, PostBranch[] branches, PostReply[] answers) =>
        (this.posts, this.branches, this.answers) = (posts, branches, answers);

    /// <summary>A place that waits to become a turn: a post, or a node of a post's branch.</summary>
    private readonly record struct Waiting(int Post, int Node, int Depth, int Answered);

    /// <param name="members">The positions of the discussion's posts: the opening one first, then the others by age.</param>
    /// <returns>The discussion and, in step with the members, where each stands.</returns>
    internal (Discussion Discussion, int[] Positions) Of(int[] members)
    {
        var turns = new List<Turn>();
        var postPositions = new List<int>();
        var positionOf = new Dictionary<int, int>(members.Length);
        var replies = new Replies(branches);
        var answering = members.Length == 1 ? NoPosts
            : members.Skip(1).ToLookup(post => (answers[post].Post, answers[post].Node));
        var waiting = new Stack<Waiting>([new(members[0], PostBranch.Root, Depth: 0, Answered: -1)]);
        while (waiting.TryPop(out var place))
        {
            var position = turns.Count;
            turns.Add(ToTurn(place));
            if (place.Node == PostBranch.Root)
            {
                postPositions.Add(position);
                positionOf[place.Post] = position;
            }

            PushReplies(place, position, replies, answering, waiting);
        }

        return (new(Counted(turns), postPositions), [.. members.Select(post => positionOf[post])]);
    }

    private Turn ToTurn(Waiting place)
    {
        if (place.Node == PostBranch.Root)
            return new(posts[place.Post], place.Depth, place.Answered) { Missing = answers[place.Post].Missing };
        var branch = branches[place.Post];
        if (branch.IsPlaceholder(place.Node))
            return new(null, place.Depth, place.Answered) { Missing = branch.Name(place.Node) };
        return new(branch.Comments[place.Node], place.Depth, place.Answered)
        {
            Elsewhere = branch.Elsewhere?.GetValueOrDefault(place.Node),
        };
    }

    private void PushReplies(
        Waiting place, int position, Replies replies, ILookup<(int Post, int Node), int> answering, Stack<Waiting> waiting)
    {
        var comments = replies.To(place.Post, place.Node);
        var depth = place.Depth + 1;
        if (!answering.Contains((place.Post, place.Node)))
        {
            for (var i = comments.Count - 1; i >= 0; i--) waiting.Push(new(place.Post, comments[i], depth, position));
            return;
        }

        // The last pushed is popped first: youngest to oldest.
        var all = comments.Select(node => new Waiting(place.Post, node, depth, position))
            .Concat(answering[(place.Post, place.Node)].Select(post => new Waiting(post, PostBranch.Root, depth, position)))
            .OrderByDescending(reply => Age(reply, replies), EntryAge.Order);
        foreach (var reply in all) waiting.Push(reply);
    }

    private EntryAge Age(Waiting place, Replies replies) => place.Node == PostBranch.Root
        ? new(posts[place.Post].Date, posts[place.Post].Id)
        : replies.Age(place.Post, place.Node);

    /// <summary>Counts what stands below each turn: a turn is always after the one it answers.</summary>
    private static Turn[] Counted(List<Turn> turns)
    {
        var below = new int[turns.Count];
        for (var i = turns.Count - 1; i > 0; i--) below[turns[i].Answered] += below[i] + 1;
        return [.. turns.Select((turn, i) => turn with { Below = below[i] })];
    }
}
