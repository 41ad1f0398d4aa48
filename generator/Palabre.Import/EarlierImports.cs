using System.Globalization;
using Palabre.Addressing;
using Palabre.Import.WordPress;
using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Import;

/// <summary>
/// What earlier imports put into a site, by the key of what it was made of, and what editors did with it since: they rename posts, move comments, and delete both.
/// </summary>
public sealed class EarlierImports
{
    private readonly Settings settings;
    private readonly Dictionary<string, string> recorded;
    private readonly Func<string, bool> stands;
    private readonly Func<string, string?> authorOf;
    private readonly Dictionary<string, Post> byFile;
    private readonly Lazy<StandingComments> comments;
    private readonly bool hasErased;
    private readonly PlannedAddresses addresses;

    /// <param name="posts">Of the site, texts not needed; of two of one name, the first has it.</param>
    /// <param name="recorded">The keys of what was written, and its files.</param>
    /// <param name="stands">Whether a file of the site is there.</param>
    /// <param name="files">What is there, comments among it.</param>
    /// <param name="authorOf">Who wrote what is in a file, as it was imported; null of none.</param>
    public EarlierImports(
        Settings settings, IReadOnlyList<Post> posts, IReadOnlyDictionary<string, string> recorded, SiteFiles files, Func<string, bool> stands, Func<string, string?> authorOf)
    {
        (this.settings, this.recorded, this.stands, this.authorOf, Posts) = (settings, new(recorded, StringComparer.Ordinal), stands, authorOf, posts);
        addresses = new(settings);
        hasErased = recorded.Keys.Any(ErasedKey.IsOne);
        byFile = posts.ToDictionary(p => p.Source.File, StringComparer.Ordinal);
        comments = new(() => new(files, settings, posts));
        Moves = Moved();
        foreach (var (key, path) in recorded)
            if (Moves.TryGetValue(path, out var now)) this.recorded[key] = now;
    }

    /// <summary>Files of earlier imports that editors gave other names, posts and comments, and what these are.</summary>
    public IReadOnlyDictionary<string, string> Moves { get; }

    /// <summary>The posts of the site, whoever wrote them.</summary>
    internal IReadOnlyList<Post> Posts { get; }

    /// <summary>The keys, and the files that were written.</summary>
    internal IEnumerable<KeyValuePair<string, string>> All => recorded;

    internal bool Has(string key) => PathOf(key) is not null;

    /// <summary>Where it stands, or stood before somebody deleted it; null if nothing of the key ever was written.</summary>
    internal string? PathOf(string key) => recorded.GetValueOrDefault(key) ?? (hasErased ? recorded.GetValueOrDefault(ErasedKey.Of(key)) : null);

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

    /// <summary>How a comment under a post names the one of a key as what it answers, where that stands under another post by now; else null.</summary>
    internal string? ReferenceTo(string key, string post) =>
        PathOf(key) is { } path && IsComment(path) && stands(path) && comments.Value.PostOf(path) is { } now && now.Id != post && comments.Value.At(path) is { } moved
            ? $"{now.Id}#{moved.Id}" : null;

    /// <inheritdoc cref="StandingComments.FolderOf"/>
    internal string? CommentsOf(Post post) => comments.Value.FolderOf(post);

    /// <inheritdoc cref="StandingComments.IsTaken"/>
    internal bool IsTaken(Post post, string id) => comments.Value.IsTaken(post, id);

    private bool IsPost(string path) => SitePaths.IsIn(path, settings.PostsFolder);

    private bool IsComment(string path) => SitePaths.IsIn(path, settings.CommentsFolder);

    private Dictionary<string, string> Moved()
    {
        var moves = MovedPosts();
        if (moves.Count > 0) FollowFolders(moves);
        FollowComments(moves);
        return moves;
    }

    private Dictionary<string, string> MovedPosts()
    {
        var found = new List<(string Path, string Now)>();
        var candidates = new Lazy<ILookup<string, Post>>(Unrecorded);
        foreach (var (key, path) in recorded)
        {
            // Of several that may be meant, none is.
            if (!IsPost(path) || IsThere(path)) continue;
            Post[] now = [.. NamesOf(key).SelectMany(name => candidates.Value[name]).Distinct().Where(post => IsOfSource(post, key) && (post.Origin?.System is not null || IsOfDay(post, path))).Take(2)];
            if (now is [var post]) found.Add((path, post.Source.File));
        }

        return OfOne(found).ToDictionary(move => move.Path, move => move.Now, StringComparer.Ordinal);
    }

    /// <summary>Leaves out what two may have become: neither is meant.</summary>
    private static IEnumerable<(string Path, string Now)> OfOne(IEnumerable<(string Path, string Now)> moves) =>
        moves.GroupBy(move => move.Now, StringComparer.Ordinal).Where(of => of.Count() == 1).SelectMany(of => of);

    /// <summary>Comments whose folder was named as their post is now.</summary>
    private void FollowFolders(Dictionary<string, string> moves)
    {
        var stems = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, now) in moves) stems[SitePaths.PostStem(path)] = SitePaths.PostStem(now);
        foreach (var path in recorded.Values.Where(IsComment))
        {
            var folder = SitePaths.Folder(path);
            if (folder.Length <= settings.CommentsFolder.Length || !stems.TryGetValue(folder[(settings.CommentsFolder.Length + 1)..], out var stem) || stands(path)) continue;
            var now = $"{settings.CommentsFolder}/{stem}{path[folder.Length..]}";
            if (stands(now)) moves[path] = now;
        }
    }

    /// <summary>Comments that were put elsewhere one by one, and their folders under whatever name.</summary>
    private void FollowComments(Dictionary<string, string> moves)
    {
        var found = new List<(string Path, string Now)>();
        var keys = new Lazy<Dictionary<string, int>>(() => recorded.Where(r => IsComment(r.Value)).SelectMany(r => NamesOf(r.Key)).CountBy(name => name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal));
        ILookup<string, Comment>? candidates = null;
        foreach (var (key, path) in recorded)
        {
            if (!IsComment(path) || moves.ContainsKey(path) || stands(path)) continue;
            candidates ??= comments.Value.Alone([.. recorded.Values, .. moves.Values])
                .SelectMany(c => NamesOf(c.Origin, c.Id).Select(name => (Name: name, Comment: c))).ToLookup(named => named.Name, named => named.Comment, StringComparer.Ordinal);
            // A number that two have tells neither of them; nor does an id alone, without the address where the comment stood.
            Comment[] now = [.. NamesOf(key).Where(name => keys.Value[name] == 1 || !name.Contains(' ', StringComparison.Ordinal))
                .SelectMany(name => candidates[name]).Distinct().Where(comment => comment.Origin?.System is not null || StoodAt(comment, path)).Take(2)];
            if (now is [var moved]) found.Add((path, moved.Source.File));
        }

        foreach (var (path, now) in OfOne(found)) moves[path] = now;
    }

    /// <summary>Whether an alias of a comment is the address that one in another file had.</summary>
    private bool StoodAt(Comment comment, string path) => comments.Value.PostOf(path) is { } post
        && comment.Aliases.Any(alias => WrittenAddress.ParsePlace(alias.Text).Place is { Anchor: { } anchor } place && anchor == $"c-{comment.Id}" && place.Address == addresses.Of(post));

    /// <summary>Whether a post has the date that a path begins with: without an origin, the id alone may be that of another.</summary>
    private static bool IsOfDay(Post post, string path) =>
        SitePaths.PostStem(path).StartsWith(post.Date.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>Two blogs count their posts alike: keys of WordPress have the address of the blog in the middle.</summary>
    private static bool IsOfSource(Post post, string key)
    {
        if (key.Split(' ') is not ["wordpress", var blog, _, _] || post.Origin?.Url is not { } url || !Uri.TryCreate(url, UriKind.Absolute, out var address)) return true;
        return (BlogName.Of(address) + "/").StartsWith(blog + "/", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// What the same piece may be called in its file. A key begins with the name of the system and the kind, and ends with the number there, which of
    /// Jekyll is a path, and of a comment of lines has its post's before it; in that of WordPress, the blog is between.
    /// </summary>
    private static string[] NamesOf(string key)
    {
        if (key.Split(' ', 3) is not [var system, _, var rest]) return [];
        var id = system switch { "wordpress" => rest[(rest.LastIndexOf(' ') + 1)..], "jsonl" => rest[(rest.LastIndexOf('#') + 1)..], _ => rest };
        return [$"{system} {id}", id];
    }

    /// <summary>Posts in files that no import wrote: by their system, and the number there or the id here; without one, by the id.</summary>
    private ILookup<string, Post> Unrecorded()
    {
        var written = recorded.Values.ToHashSet(StringComparer.Ordinal);
        return Posts.Where(post => !written.Contains(post.Source.File))
            .SelectMany(post => NamesOf(post.Origin, post.Id).Select(name => (Name: name, Post: post)))
            .ToLookup(named => named.Name, named => named.Post, StringComparer.Ordinal);
    }

    private static IEnumerable<string> NamesOf(Origin? origin, string id) =>
        origin?.System is { } system ? new[] { origin.Id, id }.OfType<string>().Distinct(StringComparer.Ordinal).Select(known => $"{system} {known}") : [id];
}
