using Palabre.Addressing;
using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Writing;

/// <summary>Where the comments of a post are kept.</summary>
/// <param name="Folder">For new files; never null.</param>
/// <param name="List">A file that holds them all, and should go on to; null where each has its own.</param>
public sealed record CommentPlace(string Folder, string? List)
{
    /// <summary>As the post's comments are kept by now. A folder goes before a list; the first of several counts.</summary>
    /// <param name="comments">Those of the post, withheld ones too.</param>
    public static CommentPlace Of(Post post, IEnumerable<Comment> comments, Settings settings)
    {
        string[] paths = [.. comments.Select(c => c.Source.File).Distinct().Order(StringComparer.Ordinal)];
        var names = NamesOf(post);
        var folder = Array.Find(paths, path => names.Contains(Folded(LastOf(SitePaths.Folder(path)))) && SitePaths.IsIn(path, settings.CommentsFolder)
            && SitePaths.Folder(path).Length > settings.CommentsFolder.Length);
        if (folder is not null) return new(SitePaths.Folder(folder), null);
        // A name that Windows reserves makes no folder there; the post's file name leads to it as well.
        var name = ReservedName.Is(Folded(post.Id)) || Slug.From(post.Id) != post.Id ? SitePaths.PostStem(post.Source.File) : post.Id;
        return new($"{settings.CommentsFolder}/{name}", paths.FirstOrDefault());
    }

    /// <summary>Whether a file may hold comments of the post, by its name or its folder's.</summary>
    public static bool MayHold(string path, Post post, Settings settings)
    {
        if (!SitePaths.IsIn(path, settings.CommentsFolder)) return false;
        var names = NamesOf(post);
        return names.Contains(Folded(SitePaths.Stem(path))) || names.Contains(Folded(LastOf(SitePaths.Folder(path))));
    }

    /// <summary>The published post that is meant: by id, slug, file name or path; case, accents and delimiters do not matter.</summary>
    public static Post? Find(string name, IReadOnlyList<Post> posts)
    {
        var folded = Folded(name);
        return posts.FirstOrDefault(p => p.Id == name)
            ?? posts.FirstOrDefault(p => p.Source.File == name)
            ?? posts.FirstOrDefault(p => p.Slug == folded || Folded(p.Id) == folded)
            ?? posts.FirstOrDefault(p => Folded(SitePaths.PostStem(p.Source.File)) == folded);
    }

    /// <summary>What <c>post</c> or <c>post#comment</c> names: the post, and the comment as it was written; null where there is no such post.</summary>
    public static (Post Post, string? Comment)? FindTarget(string target, IReadOnlyList<Post> posts)
    {
        // An id may hold a '#', though no sensible one does: the whole text first.
        if (Find(target, posts) is { } whole) return (whole, null);
        var mark = target.IndexOf('#', StringComparison.Ordinal);
        return mark >= 0 && Find(target[..mark], posts) is { } post ? (post, target[(mark + 1)..] is { Length: > 0 } id ? id : null) : null;
    }

    /// <summary>An id for a new comment, made of its date and author; with a number behind it where that is taken.</summary>
    public static string NewId(EntryDate date, string author, IEnumerable<Comment> comments)
    {
        var taken = comments.SelectMany(c => new[] { c.Id, c.FileName }).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var id = CommentReader.IdOf(date, NewFiles.NameFor(author));
        var free = id;
        for (var n = 2; taken.Contains(free); n++) free = $"{id}-{n.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        return free;
    }

    private static HashSet<string> NamesOf(Post post)
    {
        var stem = SitePaths.PostStem(post.Source.File);
        return new([Folded(post.Id), post.Slug, Folded(stem), Folded(DateField.OfFileName(stem, SiteZone.Utc).Name)], StringComparer.Ordinal);
    }

    private static string LastOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string Folded(string name) => Slug.From(name) is { Length: > 0 } slug ? slug : name;
}
