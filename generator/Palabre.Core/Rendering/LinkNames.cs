using System.Collections.Concurrent;
using Palabre.Addressing;
using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>
/// What links may name of posts: their names, files and pages, their comments, and the places in their texts. Each is gathered when it is first asked
/// for. Safe for threads.
/// </summary>
internal sealed class LinkNames
{
    private readonly Edition edition;
    private readonly Lazy<(Dictionary<string, Post> ByName, Dictionary<string, Post> ByFile)> posts;
    private readonly Lazy<Dictionary<string, Post>> byPath;
    private readonly Recent<HashSet<string>> ids = new(1 << 7, 1 << 14, found => found.Count + 1); // of those whose texts have links within

    // Of posts that were asked about.
    private readonly ConcurrentDictionary<Post, HashSet<string>> places = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<Post, Dictionary<string, Comment>> comments = new(ReferenceEqualityComparer.Instance), anchors = new(ReferenceEqualityComparer.Instance);

    internal LinkNames(Edition edition)
    {
        this.edition = edition;
        posts = new(() => Posts(edition.Archive));
        byPath = new(() => ByPath(edition));
    }

    /// <summary>Ids and slugs.</summary>
    internal IEnumerable<string> OfPosts => posts.Value.ByName.Keys;

    /// <summary>Of the files of posts, from the site's folder.</summary>
    internal IEnumerable<string> OfFiles => posts.Value.ByFile.Keys;

    /// <param name="name">An id or a slug, or what becomes one.</param>
    internal Post? PostNamed(string name) => posts.Value.ByName.GetValueOrDefault(name) ?? posts.Value.ByName.GetValueOrDefault(Slug.From(name));

    internal Post? PostInFile(string file) => posts.Value.ByFile.GetValueOrDefault(file);

    /// <param name="path">Of one of the post's pages, below the site's own.</param>
    internal Post? PostAt(string path) => byPath.Value.GetValueOrDefault(path);

    /// <summary>By id.</summary>
    internal Dictionary<string, Comment> CommentsOf(Post post) => comments.GetOrAdd(post, asked => CommentsBy(asked, static comment => comment.Id));

    /// <summary>By the names of their places on pages.</summary>
    internal Dictionary<string, Comment> AnchorsOf(Post post) => anchors.GetOrAdd(post, asked => CommentsBy(asked, Anchor.Of));

    /// <summary>What a post's text names within it: headings, and elements with an id.</summary>
    internal HashSet<string> PlacesOf(Post post) =>
        places.GetOrAdd(post, static (asked, names) => !asked.HasText ? [] : BodyIds.Of(asked, names.edition.Settings.TrustPosts), this);

    /// <summary>Whether the markup of a post has an element with the id; comments have none that is published.</summary>
    internal bool HasId(Entry entry, string name) => entry is Post && entry.Body.Contains("<"u8)
        && ids.Of(entry, this, static (one, names) => BodyIds.In(one.Body.ToString(), names.edition.Settings.TrustPosts)).Contains(name);

    private static (Dictionary<string, Post>, Dictionary<string, Post>) Posts(Archive archive)
    {
        var (byName, byFile) = (new Dictionary<string, Post>(2 * archive.Posts.Count, StringComparer.Ordinal),
            new Dictionary<string, Post>(archive.Posts.Count, StringComparer.Ordinal));
        foreach (var post in archive.Posts)
        {
            byName.TryAdd(post.Id, post);
            byFile.TryAdd(post.Source.File, post);
        }

        foreach (var post in archive.Posts) byName.TryAdd(post.Slug, post);
        return (byName, byFile);
    }

    private static Dictionary<string, Post> ByPath(Edition edition)
    {
        var byPath = new Dictionary<string, Post>(edition.Archive.Posts.Count, StringComparer.Ordinal);
        foreach (var post in edition.Archive.Posts)
            foreach (var part in edition.PartsOf(post)) byPath.TryAdd(part.Path, post);
        return byPath;
    }

    private Dictionary<string, Comment> CommentsBy(Post post, Func<Comment, string> name)
    {
        var named = new Dictionary<string, Comment>(StringComparer.Ordinal);
        foreach (var comment in edition.CommentsOf(post)) named.TryAdd(name(comment), comment);
        return named;
    }
}
