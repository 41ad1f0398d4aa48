using System.Text;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Threading;

namespace Palabre.Tests.Support;

/// <summary>Archives and their discussions as drawings of one line.</summary>
internal static class Outline
{
    /// <summary>
    /// <c>"a b>a a#x a#y>x"</c>: the posts a and b, which answers a, and two comments of a; each entry a minute younger
    /// than the one before, on a line of its own. <c>a#x/file</c> names the comment's file, <c>>>1</c> is written as
    /// Staticman's <c>replying_to</c>.
    /// </summary>
    internal static Archive Draw(string drawn)
    {
        var posts = new List<Post>();
        var comments = new List<Comment>();
        foreach (var (word, i) in drawn.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, i) => (word, i)))
        {
            var arrow = word.IndexOf('>', StringComparison.Ordinal);
            var source = new SourceLocation("drawn", i + 1);
            Reference? target = arrow < 0 ? null : new(word[(arrow + 1)..].TrimStart('>'), source, word[arrow..].StartsWith(">>", StringComparison.Ordinal));
            var name = (arrow < 0 ? word : word[..arrow]).Split('#', 2);
            var date = new EntryDate(DateTimeOffset.UnixEpoch.AddMinutes(i));
            if (name.Length == 1) posts.Add(Post(name[0], date, target, source));
            else comments.Add(Comment(name[0], name[1].Split('/'), date, target, source));
        }

        var byPost = comments.ToLookup(c => c.PostId);
        return new()
        {
            Settings = new(),
            Posts = posts,
            Positions = new(posts),
            MovedPosts = [],
            MovedComments = [],
            EntryCount = posts.Count + comments.Count,
            Comments = [.. posts.Select(p => (IReadOnlyList<Comment>)[.. byPost[p.Id]])],
            Themes = [],
            Authors = [],
            Pages = [],
            Media = [],
            Withheld = [],
        };
    }

    /// <summary>
    /// What was drawn, as a site of one file an entry, in the order that <paramref name="random"/> gives: what is listed
    /// is then in no order at all.
    /// </summary>
    internal static SiteFiles Shuffled(Archive archive, Random random)
    {
        var entries = archive.Posts.Cast<Entry>().Concat(archive.Comments.SelectMany(c => c));
        var files = SiteText.Files(entries.ToDictionary(PathOf, e => Encoding.UTF8.GetBytes(TextOf(e))));
        var listed = files.Files.ToArray();
        random.Shuffle(listed);
        return files with { Files = listed };
    }

    /// <summary>The turns of all discussions: a dot for each reply above, <c>?</c> before what is missing.</summary>
    internal static string Of(Threads threads) => string.Join(' ', threads.Discussions.SelectMany(d => d.Turns).Select(turn =>
        new string('.', turn.Depth)
        + (turn.Entry is null ? $"?{turn.Missing}" : turn.Entry.Id + (turn.Missing is { } missing ? $"(?{missing})" : ""))
        + (turn.Elsewhere is { } elsewhere ? $"(→{elsewhere.Id})" : "")));

    private static Post Post(string id, EntryDate date, Reference? target, SourceLocation source) => new()
    {
        Id = id,
        Slug = Slug.From(id),
        Title = id,
        Date = date,
        ReplyTo = target,
        Authors = [],
        Body = "Words.",
        Source = source,
        BodySource = source,
    };

    private static Comment Comment(string post, string[] name, EntryDate date, Reference? target, SourceLocation source) => new()
    {
        Id = name[0],
        FileName = name[^1],
        PostId = post,
        Date = date,
        ReplyTo = target,
        Authors = [],
        Body = "Words.",
        Source = source,
        BodySource = source,
    };

    private static string PathOf(Entry entry) => entry is Comment comment
        ? $"content/comments/{comment.PostId}/{comment.FileName}.yml"
        : $"content/posts/{entry.Id}.md";

    private static string TextOf(Entry entry)
    {
        var fields = $"id: {entry.Id}\ndate: {entry.Date.Time:yyyy-MM-dd HH:mm}\n"
            + (entry.ReplyTo is { } target ? $"replyTo: {target.Text}\n" : "");
        return entry is Comment ? $"{fields}author: A\nbody: Words.\n" : $"---\ntitle: {entry.Id}\n{fields}---\nWords.\n";
    }
}
