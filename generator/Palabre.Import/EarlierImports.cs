using Palabre.Import.WordPress;
using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Import;

/// <summary>
/// What earlier imports put into a site, by the key of what it was made of, and what editors did with it since: they rename posts, and delete them.
/// </summary>
public sealed class EarlierImports
{
    private readonly Settings settings;
    private readonly Dictionary<string, string> recorded;
    private readonly Func<string, bool> stands;
    private readonly Func<string, string?> authorOf;
    private readonly Dictionary<string, Post> byFile;
    private readonly Lazy<StandingComments> comments;

    /// <param name="posts">Of the site, texts not needed; of two of one name, the first has it.</param>
    /// <param name="recorded">The keys of what was written, and its files.</param>
    /// <param name="stands">Whether a file of the site is there.</param>
    /// <param name="files">What is there, comments among it.</param>
    /// <param name="authorOf">Who wrote what is in a file, as it was imported; null of none.</param>
    public EarlierImports(
        Settings settings, IReadOnlyList<Post> posts, IReadOnlyDictionary<string, string> recorded, SiteFiles files, Func<string, bool> stands, Func<string, string?> authorOf)
    {
        (this.settings, this.recorded, this.stands, this.authorOf, Posts) = (settings, new(recorded, StringComparer.Ordinal), stands, authorOf, posts);
        byFile = posts.ToDictionary(p => p.Source.File, StringComparer.Ordinal);
        comments = new(() => new(files, settings, posts));
        Moves = Moved();
        foreach (var (key, path) in recorded)
            if (Moves.TryGetValue(path, out var now)) this.recorded[key] = now;
    }

    /// <summary>Files of earlier imports that editors gave other names, posts and the comments in their folders, and what these are.</summary>
    public IReadOnlyDictionary<string, string> Moves { get; }

    /// <summary>The posts of the site, whoever wrote them.</summary>
    internal IReadOnlyList<Post> Posts { get; }

    /// <summary>The keys, and the files that were written.</summary>
    internal IEnumerable<KeyValuePair<string, string>> All => recorded;

    internal bool Has(string key) => recorded.ContainsKey(key);

    /// <summary>Where it stands, or stood before somebody deleted it; null if nothing of the key ever was written.</summary>
    internal string? PathOf(string key) => recorded.GetValueOrDefault(key);

    /// <summary>Whether a file that was written is there.</summary>
    internal bool IsThere(string path) => byFile.ContainsKey(path) || stands(path);

    /// <summary>Whom the file names that was made of the key, if it is there.</summary>
    internal string? AuthorOf(string key) => PathOf(key) is { } file && stands(file) ? authorOf(file) : null;

    internal Post? PostAt(string path) => byFile.GetValueOrDefault(path);

    internal bool WasPage(string key) => PathOf(key)?.StartsWith(DescriptionPath.Pages, StringComparison.Ordinal) == true;

    internal bool WasComment(string key) => PathOf(key) is { } path && IsComment(path);

    internal bool WasPost(string key) => PathOf(key) is { } path && IsPost(path);

    /// <summary>
    /// The post that was made of the key, or under which the comment stands that was; null if there is none, or if that post is gone.
    /// </summary>
    internal (Post Post, bool IsPost)? Find(string key)
    {
        if (PathOf(key) is not { } path) return null;
        if (!IsComment(path)) return PostAt(path) is { } post ? (post, true) : null;
        return comments.Value.PostOf(path) is { } above ? (above, false) : null;
    }

    /// <inheritdoc cref="StandingComments.FolderOf"/>
    internal string? CommentsOf(Post post) => comments.Value.FolderOf(post);

    /// <inheritdoc cref="StandingComments.IsTaken"/>
    internal bool IsTaken(Post post, string id) => comments.Value.IsTaken(post, id);

    private bool IsPost(string path) => SitePaths.IsIn(path, settings.PostsFolder);

    private bool IsComment(string path) => SitePaths.IsIn(path, settings.CommentsFolder);

    private Dictionary<string, string> Moved()
    {
        var moves = new Dictionary<string, string>(StringComparer.Ordinal);
        var stems = new Dictionary<string, string>(StringComparer.Ordinal);
        var candidates = new Lazy<ILookup<string, Post>>(Unrecorded);
        foreach (var (key, path) in recorded)
        {
            // Of several that may be meant, none is.
            if (!IsPost(path) || IsThere(path) || candidates.Value[NameOf(key)].Where(post => IsOfSource(post, key)).Take(2).ToArray() is not [var post]) continue;
            moves[path] = post.Source.File;
            stems[SitePaths.PostStem(path)] = SitePaths.PostStem(post.Source.File);
        }

        // Nor is one that two may have become.
        foreach (var path in moves.GroupBy(move => move.Value, StringComparer.Ordinal).Where(of => of.Skip(1).Any()).SelectMany(of => of.Select(move => move.Key)).ToArray())
        {
            moves.Remove(path);
            stems.Remove(SitePaths.PostStem(path));
        }

        if (stems.Count == 0) return moves;
        foreach (var path in recorded.Values.Where(IsComment))
        {
            var folder = SitePaths.Folder(path);
            if (folder.Length <= settings.CommentsFolder.Length || !stems.TryGetValue(folder[(settings.CommentsFolder.Length + 1)..], out var stem) || stands(path)) continue;
            var now = $"{settings.CommentsFolder}/{stem}{path[folder.Length..]}";
            if (stands(now)) moves[path] = now;
        }

        return moves;
    }

    /// <summary>Two blogs count their posts alike: keys of WordPress have the address of the blog in the middle.</summary>
    private static bool IsOfSource(Post post, string key)
    {
        if (key.Split(' ') is not ["wordpress", var blog, _, _] || post.Origin?.Url is not { } url || !Uri.TryCreate(url, UriKind.Absolute, out var address)) return true;
        return (BlogName.Of(address) + "/").StartsWith(blog + "/", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A key begins with the name of the system and the kind, and ends with the number there, which of Jekyll is a path; in that of WordPress, the blog is between.</summary>
    private static string NameOf(string key) => key.Split(' ', 3) is [var system, _, var rest] ? $"{system} {(system == "wordpress" ? rest[(rest.LastIndexOf(' ') + 1)..] : rest)}" : key;

    /// <summary>Posts of an origin in files that no import wrote: by their system, and the number there or the id here.</summary>
    private ILookup<string, Post> Unrecorded()
    {
        var written = recorded.Values.ToHashSet(StringComparer.Ordinal);
        return Posts.Where(post => post.Origin?.System is not null && !written.Contains(post.Source.File))
            .SelectMany(post => new[] { post.Origin!.Id, post.Id }.OfType<string>().Distinct(StringComparer.Ordinal).Select(id => (Name: $"{post.Origin.System} {id}", Post: post)))
            .ToLookup(named => named.Name, named => named.Post, StringComparer.Ordinal);
    }
}
