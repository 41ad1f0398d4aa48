using System.Collections.Concurrent;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>Finds the post that a folder, or a list, of comments belongs to: names are compared as slugs. Safe for threads.</summary>
internal sealed class PostNames
{
    private readonly Dictionary<string, Post> posts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (Post? Post, string Name)>.AlternateLookup<ReadOnlySpan<char>> folders =
        new ConcurrentDictionary<string, (Post? Post, string Name)>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    internal PostNames(PostGathering gathering)
        : this([.. gathering.Published, .. gathering.Withheld.Select(w => (Post)w.Entry)])
    {
    }

    /// <param name="all">Of two of one name, the first has it.</param>
    internal PostNames(IReadOnlyList<Post> all)
    {
        // What was chosen goes before what was derived.
        foreach (var post in all) posts.TryAdd(Folded(post.Id), post);
        foreach (var post in all) posts.TryAdd(post.Slug, post);
        foreach (var post in all) posts.TryAdd(Folded(SitePaths.PostStem(post.Source.File)), post);
        foreach (var post in all) posts.TryAdd(Folded(WithoutDate(SitePaths.PostStem(post.Source.File))), post);
    }

    /// <returns>The post, or null; and the folder or list, without extension, that names it, for messages.</returns>
    internal (Post? Post, string Name) Find(string path, string commentsFolder)
    {
        var length = Math.Max(0, path.LastIndexOf('/'));
        if (length == commentsFolder.Length) return Named(WithoutExtension(path));
        if (!folders.TryGetValue(path.AsSpan(0, length), out var found)) folders[path.AsSpan(0, length)] = found = Named(path[..length]);
        // Not the folder of a post, but perhaps one that sorts lists of comments by year.
        return found.Post is null && Named(WithoutExtension(path)) is { Post: not null } list ? list : found;
    }

    /// <summary>Every name that leads to a post, folded.</summary>
    internal IEnumerable<(string Name, Post Post)> All => posts.Select(pair => (pair.Key, pair.Value));

    internal string? Nearest(string name) => Diagnostics.Nearest.To(name, posts.Keys);

    private (Post? Post, string Name) Named(string path) =>
        (posts.GetValueOrDefault(Folded(path[(path.LastIndexOf('/') + 1)..])), path);

    /// <summary>The slug; of a name with neither letter nor digit, such as '☕', the name.</summary>
    private static string Folded(string name) => Slug.From(name) is { Length: > 0 } slug ? slug : name;

    private static string WithoutDate(string stem) => DateField.OfFileName(stem, SiteZone.Utc).Name;

    private static string WithoutExtension(string path) => path[..path.LastIndexOf('.')];
}
