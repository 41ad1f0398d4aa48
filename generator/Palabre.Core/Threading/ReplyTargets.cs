using System.Text.RegularExpressions;
using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Threading;

/// <summary>Finds the post that a reply names, and tells a name that is not published from one that nobody knows.</summary>
internal sealed partial class ReplyTargets
{
    private static readonly string[] Endings = [".md", ".markdown", ".html"];

    private readonly Archive archive;
    private readonly Lazy<Dictionary<string, int>> posts;
    private readonly Dictionary<int, ReplyRule> rules = [];
    private ILookup<string, string>? postsByCommentId;
    private int comparisonsLeft = 1_000_000;
    private readonly Lazy<HashSet<(string? Post, string Id)>> withheld;

    /// <param name="before">Those of an earlier archive: the names of the same posts are taken from it.</param>
    internal ReplyTargets(Archive archive, ReplyTargets? before)
    {
        this.archive = archive;
        (posts, Answering) = before is not null && ReferenceEquals(before.archive.Posts, archive.Posts)
            ? (before.posts, before.Answering)
            : (Names(archive.Posts), [.. Enumerable.Range(0, archive.Posts.Count).Where(i => archive.Posts[i].ReplyTo is not null)]);
        withheld = new(() => [.. archive.Withheld.Select(w => ((w.Entry as Comment)?.PostId, w.Entry.Id))]);
    }

    /// <summary>The positions of the posts that name what they answer, ascending.</summary>
    internal IReadOnlyList<int> Answering { get; }

    /// <summary>The position of a post in the archive, by its id or slug, or null.</summary>
    internal int? Post(string name) =>
        posts.Value.TryGetValue(name, out var exact) ? exact
        : posts.Value.TryGetValue(Slug.From(name), out var folded) ? folded
        : null;

    internal bool IsPost(Post post, int position) => ReferenceEquals(archive.Posts[position], post);

    /// <summary>The comment of the post at <paramref name="post"/> that is meant, or null.</summary>
    internal Comment? Comment(int post, Reference target) =>
        Rule(post).Find(target) is { } found ? archive.Comments[post][found] : null;

    /// <summary><c>post#id</c> of the one comment with this id under any post; null if there is none, or several.</summary>
    internal string? Elsewhere(string id)
    {
        postsByCommentId ??= archive.Comments.SelectMany(c => c).ToLookup(c => c.Id, c => c.PostId);
        var found = postsByCommentId[id].Take(2).ToArray();
        return found.Length == 1 ? $"{found[0]}#{id}" : null;
    }

    internal bool IsWithheld(string? postId, string id) => withheld.Value.Contains((postId, id));

    private static Lazy<Dictionary<string, int>> Names(IReadOnlyList<Post> posts) => new(() =>
    {
        var names = new Dictionary<string, int>(2 * posts.Count, StringComparer.Ordinal);
        for (var i = 0; i < posts.Count; i++) names[posts[i].Id] = i;
        // A slug may name a post too, where no id says otherwise.
        for (var i = 0; i < posts.Count; i++) names.TryAdd(posts[i].Slug, i);
        return names;
    });

    private ReplyRule Rule(int post) =>
        rules.TryGetValue(post, out var known) ? known : rules[post] = new(archive.Comments[post]);

    internal string? NearestPost(string name, Post reply) => Suggest(name, archive.Posts, reply);

    /// <summary>The id nearest to a name that nobody has, but not of the reply itself. An archive where much is wrong gets fewer hints, not a longer wait.</summary>
    internal string? Suggest(string name, IReadOnlyList<Entry> candidates, Entry reply)
    {
        if (candidates.Count > comparisonsLeft) return null;
        comparisonsLeft -= candidates.Count;
        // Another number is another entry, however near it looks.
        var numbers = NumbersIn(name);
        return Nearest.To(name, candidates.Where(c => !ReferenceEquals(c, reply) && NumbersIn(c.Id) == numbers).Select(c => c.Id));
    }

    /// <summary>The entry that an address names, or a link of a text, or the file of a post, as a reply has to write it; null where there is none.</summary>
    internal string? ByAddress(string text)
    {
        var (path, anchor) = text.IndexOf('#', StringComparison.Ordinal) is >= 0 and var mark ? (text[..mark], text[(mark + 1)..]) : (text, "");
        path = Uri.UnescapeDataString(path.Split('?')[0]).TrimEnd('/');
        var name = path[(path.AsSpan().LastIndexOfAny('/', ':') + 1)..];
        foreach (var ending in Endings)
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) name = name[..^ending.Length];
        if ((Post(name) ?? (Dated().Match(name) is { Success: true } dated ? Post(name[dated.Length..]) : null)) is not { } post) return null;
        var id = archive.Posts[post].Id;
        if (anchor.Length == 0) return id == text ? null : id;
        anchor = Uri.UnescapeDataString(anchor);
        return Comment(post, new(anchor.StartsWith("c-", StringComparison.Ordinal) ? anchor[2..] : anchor, default)) is { } comment ? $"{id}#{comment.Id}" : null;
    }

    private static string NumbersIn(string name) => string.Join(' ', Number().Matches(name).Select(m => m.Value.TrimStart('0')));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}-")]
    private static partial Regex Dated();

    /// <summary><c>post#comment</c> cut in two; the comment is null where only a post is named.</summary>
    internal static (string Post, string? Comment) Split(string target)
    {
        var mark = target.IndexOf('#', StringComparison.Ordinal);
        return mark < 0 ? (target, null) : (target[..mark], target[(mark + 1)..] is { Length: > 0 } id ? id : null);
    }
}
