using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Import;

/// <summary>
/// What earlier imports put into a site, by the key of what it was made of, and what editors did with it since: they rename posts, and delete them.
/// </summary>
public sealed class EarlierImports
{
    private readonly Settings settings;
    private readonly IReadOnlyDictionary<string, string> recorded;
    private readonly Func<string, bool> stands;
    private readonly Func<string, string?> authorOf;
    private readonly Dictionary<string, Post> byFile;
    private readonly Lazy<Dictionary<string, Post>> byStem;
    private readonly Lazy<ILookup<string, Post>> moved;

    /// <param name="posts">Of the site, texts not needed.</param>
    /// <param name="recorded">The keys of what was written, and its files.</param>
    /// <param name="stands">Whether a file of the site is there.</param>
    /// <param name="authorOf">Who wrote what is in a file, as it was imported; null of none.</param>
    public EarlierImports(
        Settings settings, IReadOnlyList<Post> posts, IReadOnlyDictionary<string, string> recorded, Func<string, bool> stands, Func<string, string?> authorOf)
    {
        (this.settings, this.recorded, this.stands, this.authorOf, Posts) = (settings, recorded, stands, authorOf, posts);
        byFile = posts.ToDictionary(p => p.Source.File, StringComparer.Ordinal);
        moved = new(() => Unrecorded(posts));
        byStem = new(() => posts.Select(post => (Stem: SitePaths.PostStem(post.Source.File), Post: post))
            .Concat(recorded.Where(r => IsPost(r.Value)).Select(r => (Stem: SitePaths.PostStem(r.Value), Post: PostOf(r.Key)!)))
            .Where(named => named.Post is not null)
            .GroupBy(named => named.Stem, StringComparer.Ordinal).ToDictionary(of => of.Key, of => of.First().Post, StringComparer.Ordinal));
    }

    /// <summary>The posts of the site, whoever wrote them.</summary>
    internal IReadOnlyList<Post> Posts { get; }

    /// <summary>The keys, and the files that were written.</summary>
    internal IEnumerable<KeyValuePair<string, string>> All => recorded;

    internal bool Has(string key) => recorded.ContainsKey(key);

    /// <summary>Where it was put; null if nothing of the key ever was.</summary>
    internal string? PathOf(string key) => recorded.GetValueOrDefault(key);

    /// <summary>Where it stands now, or stood: an editor may have given a post another name.</summary>
    /// <param name="key">One that there is.</param>
    internal string FileOf(string key) => recorded[key] is var path && IsPost(path) && !IsThere(path) ? Moved(key)?.Source.File ?? path : path;

    /// <summary>Whether a file that was written is there.</summary>
    internal bool IsThere(string path) => byFile.ContainsKey(path) || stands(path);

    /// <summary>Whom the file names that was made of the key, if it is there.</summary>
    internal string? AuthorOf(string key) => Has(key) && FileOf(key) is var file && stands(file) ? authorOf(file) : null;

    internal Post? PostAt(string path) => byFile.GetValueOrDefault(path);

    internal bool WasPage(string key) => PathOf(key)?.StartsWith(DescriptionPath.Pages, StringComparison.Ordinal) == true;

    internal bool WasComment(string key) => PathOf(key)?.StartsWith(settings.CommentsFolder + "/", StringComparison.Ordinal) == true;

    internal bool WasPost(string key) => PathOf(key) is { } path && IsPost(path);

    /// <summary>
    /// The post that was made of the key, or under which the comment stands that was; null if there is none, or that post is gone.
    /// </summary>
    internal (Post Post, bool IsPost)? Find(string key)
    {
        if (PathOf(key) is not { } path) return null;
        if (!path.StartsWith(settings.CommentsFolder + "/", StringComparison.Ordinal)) return PostOf(key) is { } post ? (post, true) : null;
        return byStem.Value.TryGetValue(SitePaths.Folder(path)[(settings.CommentsFolder.Length + 1)..], out var above) ? (above, false) : null;
    }

    private bool IsPost(string path) => path.StartsWith(settings.PostsFolder + "/", StringComparison.Ordinal);

    private Post? PostOf(string key) => recorded[key] is var path && byFile.TryGetValue(path, out var post) ? post : stands(path) ? null : Moved(key);

    /// <summary>The post that an editor gave another file name; null for none, and where several may be meant.</summary>
    /// <param name="key">Begins with the name of the system, and ends with the number there.</param>
    private Post? Moved(string key)
    {
        var system = key[..Math.Max(0, key.IndexOf(' ', StringComparison.Ordinal))];
        return moved.Value[$"{system} {key[(key.LastIndexOf(' ') + 1)..]}"].Take(2).ToArray() is [var only] ? only : null;
    }

    /// <summary>Posts of an origin in files that no import wrote: by their system, and the number there or the id here.</summary>
    private ILookup<string, Post> Unrecorded(IReadOnlyList<Post> posts)
    {
        var written = recorded.Values.ToHashSet(StringComparer.Ordinal);
        return posts.Where(post => post.Origin?.System is not null && !written.Contains(post.Source.File))
            .SelectMany(post => new[] { post.Origin!.Id, post.Id }.OfType<string>().Distinct(StringComparer.Ordinal).Select(id => (Name: $"{post.Origin.System} {id}", Post: post)))
            .ToLookup(named => named.Name, named => named.Post, StringComparer.Ordinal);
    }
}
