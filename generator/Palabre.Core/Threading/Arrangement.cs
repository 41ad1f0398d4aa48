using Palabre.Model;

namespace Palabre.Threading;

/// <summary>Lays the branches of posts out as discussions: what answers an entry, in order, right below it.</summary>
internal sealed class Arrangement
{
    private readonly IReadOnlyList<Post> posts;
    private readonly PostBranch[] branches;
    private readonly PostReply[] answers;
    private readonly ILookup<(int Post, int Node), int> answeringPosts;

    internal Arrangement(IReadOnlyList<Post> posts, PostBranch[] branches, PostReply[] answers)
    {
        (this.posts, this.branches, this.answers) = (posts, branches, answers);
        answeringPosts = Enumerable.Range(0, answers.Length)
            .Where(post => answers[post].Post >= 0)
            .ToLookup(post => (answers[post].Post, answers[post].Node));
    }

    /// <summary>A place that waits to become a turn: a post, or a node of a post's branch.</summary>
    private readonly record struct Waiting(int Post, int Node, int Depth, int Answered);

    /// <param name="opening">The position of a post that answers nothing.</param>
    /// <param name="places">Receives where each post of the discussion stands.</param>
    internal Discussion OpenedBy(int opening, PostPlace[] places)
    {
        var turns = new List<Turn>();
        var postPositions = new List<int>();
        var members = new List<int>();
        var replies = new Replies(branches);
        var waiting = new Stack<Waiting>([new(opening, PostBranch.Root, Depth: 0, Answered: -1)]);
        while (waiting.TryPop(out var place))
        {
            var position = turns.Count;
            turns.Add(ToTurn(place));
            if (place.Node == PostBranch.Root)
            {
                postPositions.Add(position);
                members.Add(place.Post);
            }

            PushReplies(place, position, replies, waiting);
        }

        var discussion = new Discussion(Counted(turns), postPositions);
        for (var i = 0; i < members.Count; i++) places[members[i]] = new(discussion, postPositions[i]);
        return discussion;
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

    private void PushReplies(Waiting place, int position, Replies replies, Stack<Waiting> waiting)
    {
        var comments = replies.To(place.Post, place.Node);
        var depth = place.Depth + 1;
        if (!answeringPosts.Contains((place.Post, place.Node)))
        {
            for (var i = comments.Count - 1; i >= 0; i--) waiting.Push(new(place.Post, comments[i], depth, position));
            return;
        }

        // The last pushed is popped first: youngest to oldest.
        var all = comments.Select(node => new Waiting(place.Post, node, depth, position))
            .Concat(answeringPosts[(place.Post, place.Node)].Select(post => new Waiting(post, PostBranch.Root, depth, position)))
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
