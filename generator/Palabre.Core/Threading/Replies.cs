using Palabre.Model;

namespace Palabre.Threading;

/// <summary>The one order among replies to one entry: by date, then by id (<see cref="EntryIdOrder"/>).</summary>
internal readonly record struct EntryAge(EntryDate Date, string Id)
{
    internal static Comparer<EntryAge> Order { get; } = Comparer<EntryAge>.Create((a, b) =>
        a.Date.CompareTo(b.Date) is not 0 and var date ? date : EntryIdOrder.Instance.Compare(a.Id, b.Id));
}

/// <summary>Who answers whom, per post: made when a post is first asked about, and kept for the discussion.</summary>
internal sealed class Replies(PostBranch[] branches)
{
    private readonly Dictionary<int, Dictionary<int, List<int>>> known = [];

    /// <summary>The nodes that answer a node, oldest first.</summary>
    internal IReadOnlyList<int> To(int post, int node)
    {
        if (!known.TryGetValue(post, out var replies)) known[post] = replies = Gather(branches[post]);
        return replies.TryGetValue(node, out var found) ? found : [];
    }

    internal EntryAge Age(int post, int node) => Age(branches[post], node, To(post, node));

    /// <summary>A placeholder is as old as its oldest reply (its post, if posts alone answer it), and named by what is missing.</summary>
    private static EntryAge Age(PostBranch branch, int node, IReadOnlyList<int> replies) =>
        !branch.IsPlaceholder(node) ? new(branch.Comments[node].Date, branch.Comments[node].Id)
        : new(replies.Count > 0 ? branch.Comments[replies[0]].Date : branch.Post.Date, branch.Name(node));

    private static Dictionary<int, List<int>> Gather(PostBranch branch)
    {
        var replies = new Dictionary<int, List<int>>();
        for (var node = 0; node < branch.Answered.Count; node++)
        {
            if (!replies.TryGetValue(branch.Answered[node], out var siblings)) replies[branch.Answered[node]] = siblings = [];
            siblings.Add(node);
        }

        if (branch.Missing.Count > 0 && replies.TryGetValue(PostBranch.Root, out var roots))
            replies[PostBranch.Root] = [.. roots.OrderBy(Age, EntryAge.Order)];
        return replies;

        EntryAge Age(int node) => Replies.Age(branch, node, replies.TryGetValue(node, out var found) ? found : []);
    }
}
