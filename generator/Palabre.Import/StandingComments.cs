using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Import;

/// <summary>Where the comments of a site's posts are: a folder, or a list, may have any name that leads to the post.</summary>
internal sealed class StandingComments
{
    private readonly SiteFiles files;
    private readonly Settings settings;
    private readonly PostNames names;
    private readonly Dictionary<Post, string> folders = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Post, List<SourceFile>> byPost = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Post, HashSet<string>> taken = new(ReferenceEqualityComparer.Instance);

    internal StandingComments(SiteFiles files, Settings settings, IReadOnlyList<Post> posts)
    {
        (this.files, this.settings, names) = (files, settings, new(posts));
        foreach (var file in files.In(settings.CommentsFolder))
        {
            if (SitePaths.KindOf(file.Path, settings) != FileKind.Comments || names.Find(file.Path, settings.CommentsFolder) is not ({ } post, var name)) continue;
            if (SitePaths.Folder(file.Path) is var folder && folder == name) folders.TryAdd(post, folder[(settings.CommentsFolder.Length + 1)..]);
            if (byPost.TryGetValue(post, out var known)) known.Add(file);
            else byPost[post] = [file];
        }
    }

    /// <summary>The post under which a file of comments stands, by its place; null if there is none.</summary>
    internal Post? PostOf(string path) => names.Find(path, settings.CommentsFolder).Post;

    /// <summary>The folder in which comments of a post are, below that of all; null if it has none.</summary>
    internal string? FolderOf(Post post) => folders.GetValueOrDefault(post);

    /// <summary>Whether a comment of the post has this id, in a list or in a file of another name: one of that name is in the way by itself.</summary>
    internal bool IsTaken(Post post, string id)
    {
        if (!taken.TryGetValue(post, out var ids)) taken[post] = ids = [.. byPost.GetValueOrDefault(post, []).SelectMany(IdsOf)];
        return ids.Contains(id);
    }

    /// <summary>The comments that have a file to themselves and stand under a post, but for those in some files.</summary>
    internal IEnumerable<Comment> Alone(HashSet<string> but) => byPost.Values.SelectMany(of => of)
        .Where(file => !but.Contains(file.Path)).Select(Read).Where(read => read.Count == 1).Select(read => read[0]);

    /// <summary>The comment that has this file to itself; null of another file.</summary>
    internal Comment? At(string path) => files.Find(path) is { } file && Read(file) is [var comment] ? comment : null;

    private IEnumerable<string> IdsOf(SourceFile file) => Read(file).Select(comment => comment.Id).Where(id => id != SitePaths.Stem(file.Path));

    private IReadOnlyList<Comment> Read(SourceFile file)
    {
        var unheard = new List<Diagnostic>(); // check tells them
        var comments = new List<(Comment Comment, Publication)>();
        if (files.Read(file) is { Problem: null } read && TextFile.Read(file.Path, read.Bytes.Span, unheard) is { } text)
            CommentReader.Read(file.Path, SitePaths.Stem(file.Path), text, settings, new(DateTimeOffset.MaxValue), new(), comments, unheard);
        return [.. comments.Select(read => read.Comment)];
    }
}
