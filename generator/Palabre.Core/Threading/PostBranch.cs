using Palabre.Model;

namespace Palabre.Threading;

/// <summary>
/// The comments of one post and what each answers. Nodes are numbered: comments first, in the archive's order, then
/// placeholders for what is missing.
/// </summary>
internal sealed class PostBranch
{
    /// <summary>What a node answers where it answers the post itself.</summary>
    internal const int Root = -1;

    private readonly List<int> answered;
    private Dictionary<string, int>? placeholders;
    private ReplyRule? rule;

    internal PostBranch(Post post, IReadOnlyList<Comment> comments)
    {
        Post = post;
        Comments = comments;
        answered = new(comments.Count);
    }

    internal Post Post { get; }

    internal IReadOnlyList<Comment> Comments { get; }

    /// <summary>The missing names as they are shown, without addresses of e-mail, in the order of the placeholders.</summary>
    internal List<string> Missing { get; } = [];

    /// <summary>Whether it is more than these comments make it: one names what is not among them, or there is something to tell.</summary>
    internal bool IsParticular { get; set; }

    /// <summary>By comment: the entry of another post that it answers. Null where no comment does.</summary>
    internal Dictionary<int, Entry>? Elsewhere { get; set; }

    /// <summary>By node: the node it answers, or <see cref="Root"/>.</summary>
    internal List<int> Answered => answered;

    /// <summary>For posts that answer one of the comments. It stays, since many may answer one post's.</summary>
    internal ReplyRule Rule => rule ??= new(Comments);

    /// <summary>Whether these comments, and nothing else, would give the same for its post.</summary>
    internal bool IsOf(IReadOnlyList<Comment> comments) => ReferenceEquals(comments, Comments) && !IsParticular && Missing.Count == 0;

    internal bool IsPlaceholder(int node) => node >= Comments.Count;

    internal string Name(int node) => IsPlaceholder(node) ? Missing[node - Comments.Count] : Comments[node].Id;

    /// <summary>The placeholder for a missing name: one for all who answer it. Placeholders stand at the root.</summary>
    internal int Placeholder(string name)
    {
        placeholders ??= new(StringComparer.Ordinal);
        if (placeholders.TryGetValue(name, out var known)) return known;
        Missing.Add(MailMask.Of(name).Text);
        return placeholders[name] = Comments.Count + Missing.Count - 1;
    }
}
