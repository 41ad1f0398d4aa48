using Palabre.Model;

namespace Palabre.Threading;

/// <summary>Which part of the reply rule found the comment.</summary>
public enum ReplyMatch
{
    Id,
    FileName,

    /// <summary>With, or without, one of the prefixes of other systems.</summary>
    Prefix,

    /// <summary>The n-th root comment.</summary>
    Ordinal,
}

/// <summary>Finds the comment that a reply names, among the comments of one post (content/README.md, «Replies», 1 to 4).</summary>
internal sealed class ReplyRule
{
    private static readonly string[] Prefixes = ["dsq-", "comment-", "entry"];

    private readonly IReadOnlyList<Comment> comments;
    private readonly Dictionary<string, int> byId;
    private Dictionary<string, int>? byFileName;
    private Dictionary<string, int>? byBareName;
    private int[]? roots;

    /// <param name="comments">Of one post, ids unique, by age: of two that fit a rule equally, the older is meant.</param>
    internal ReplyRule(IReadOnlyList<Comment> comments)
    {
        this.comments = comments;
        byId = new(comments.Count, StringComparer.Ordinal);
        for (var i = 0; i < comments.Count; i++) byId[comments[i].Id] = i;
    }

    /// <summary>The position of the comment meant, or null.</summary>
    internal int? Find(Reference target) => Match(target)?.Comment;

    /// <summary>The position of the comment that is meant by its number among the roots; null if an id or name goes before.</summary>
    internal int? ByNumber(Reference target) => Match(target) is { By: ReplyMatch.Ordinal } nth ? nth.Comment : null;

    /// <inheritdoc cref="Find"/>
    internal (int Comment, ReplyMatch By)? Match(Reference target)
    {
        if (byId.TryGetValue(target.Text, out var exact)) return (exact, ReplyMatch.Id);
        byFileName ??= Names(comment => comment.FileName);
        if (byFileName.TryGetValue(WithoutExtension(target.Text), out var named)) return (named, ReplyMatch.FileName);
        byBareName ??= BareNames();
        if (byBareName.TryGetValue(Bare(WithoutExtension(target.Text)), out var bare)) return (bare, ReplyMatch.Prefix);
        return target.MayBeOrdinal && Ordinal(target.Text) is { } nth ? (nth, ReplyMatch.Ordinal) : null;
    }

    /// <summary>
    /// Staticman's own sites number the root comments from 1 in the order of their files, and write that number.
    /// </summary>
    private int? Ordinal(string text)
    {
        if (text.Length > 4 || !text.All(char.IsAsciiDigit)) return null;
        roots ??= [.. Enumerable.Range(0, comments.Count)
            .Where(i => comments[i].ReplyTo is null)
            .OrderBy(i => comments[i].FileName ?? comments[i].Id, StringComparer.Ordinal)];
        var number = text.Aggregate(0, (n, digit) => (n * 10) + (digit - '0'));
        return number >= 1 && number <= roots.Length ? roots[number - 1] : null;
    }

    private Dictionary<string, int> Names(Func<Comment, string?> name)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < comments.Count; i++)
            if (name(comments[i]) is { } written) names.TryAdd(written, i);
        return names;
    }

    private Dictionary<string, int> BareNames()
    {
        var names = Names(comment => Bare(comment.Id));
        for (var i = 0; i < comments.Count; i++)
            if (comments[i].FileName is { } file) names.TryAdd(Bare(file), i);
        return names;
    }

    private static string Bare(string name)
    {
        foreach (var prefix in Prefixes)
            if (name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal)) return name[prefix.Length..];
        return name;
    }

    private static string WithoutExtension(string name) =>
        name.EndsWith(".yml", StringComparison.Ordinal) ? name[..^4]
        : name.EndsWith(".yaml", StringComparison.Ordinal) ? name[..^5]
        : name;
}
