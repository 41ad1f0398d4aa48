using Palabre.Model;

namespace Palabre.Threading;

/// <summary>An entry in its place in a discussion.</summary>
/// <param name="Entry">Null: a placeholder for an entry that others answer and that is not there.</param>
/// <param name="Depth">Replies below the opening post, which is 0.</param>
/// <param name="Answered">The position, in the discussion, of the turn that this one answers; -1 for the opening.</param>
public readonly record struct Turn(Entry? Entry, int Depth, int Answered)
{
    /// <summary>How many turns stand below this one: the branch is this turn and that many after it.</summary>
    public int Below { get; init; }

    /// <summary>What was named and is not there, without addresses of e-mail: of a placeholder, and of an opening post that answers something absent.</summary>
    public string? Missing { get; init; }

    /// <summary>The entry under another post that this comment answers; it stands under its own all the same.</summary>
    public Entry? Elsewhere { get; init; }

    public bool IsPlaceholder => Entry is null;
}

/// <summary>An opening post and all that answers it, each reply below what it answers, older replies first.</summary>
/// <param name="Turns">Never empty. Flat rather than nested: no depth of replies can exhaust a stack.</param>
/// <param name="Posts">The positions of the posts in <paramref name="Turns"/>, ascending; the first is 0.</param>
public sealed record Discussion(IReadOnlyList<Turn> Turns, IReadOnlyList<int> Posts)
{
    public Post Opening => (Post)Turns[0].Entry!;

    /// <summary>What the entry of a turn names as answered and nobody has, as it names it; null where that is there, or nothing is named.</summary>
    public string? MissingAt(int turn) => Turns[turn] switch
    {
        { IsPlaceholder: true } => null,
        { Missing: { } named } => named,
        { Answered: >= 0 and var answered } when Turns[answered] is { IsPlaceholder: true } gap => gap.Missing,
        _ => null,
    };
}

/// <summary>Where a post stands: its comments are the turns of its branch, less the branches of posts that answer it.</summary>
public readonly record struct PostPlace(Discussion Discussion, int Position);

/// <summary>Every entry of the archive in exactly one discussion.</summary>
/// <param name="Discussions">By opening post, oldest first.</param>
/// <param name="Places">In step with the archive's posts.</param>
public sealed record Threads(IReadOnlyList<Discussion> Discussions, IReadOnlyList<PostPlace> Places)
{
    /// <summary>For the next time; null where nothing was threaded.</summary>
    internal ThreadMemory? Memory { get; init; }
}
