using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Mending;

/// <summary>
/// Renames folders and lists of comments that no post answers to, where one post alone can be meant: its name is at most
/// two letters away, no other's is, digits are the same, no comment is older than the post, and no id is taken there.
/// </summary>
internal static class CommentFolders
{
    private const int MostEdits = 2;

    internal static IReadOnlyList<Remark> Fix(Archive archive, IReadOnlyList<Diagnostic> found, SiteChanges changes)
    {
        var orphans = found.Where(d => d.Code == Catalogue.NoPostCode).Select(d => NameOf(d.Source.File, changes.Files)).ToHashSet(StringComparer.Ordinal);
        if (orphans.Count == 0) return [];
        var done = new List<Remark>();
        (string Name, Post Post)[] names = [.. new PostNames(PostGathering.Of(archive)).All];
        var taken = archive.Comments.SelectMany(c => c).Concat(archive.Withheld.Where(w => w.Reason != WithheldReason.NoPost).Select(w => w.Entry).OfType<Comment>())
            .Select(c => (c.PostId, c.Id)).ToHashSet();
        var homeless = archive.Withheld.Where(w => w.Reason == WithheldReason.NoPost).Select(w => (Comment)w.Entry).ToLookup(c => Of(c.Source.File, orphans));
        var files = changes.Files.Files.ToLookup(f => Of(f.Path, orphans), f => f.Path);
        foreach (var orphan in orphans.Order(StringComparer.Ordinal))
        {
            var name = orphan[(orphan.LastIndexOf('/') + 1)..];
            if (Meant(name, names) is not { } meant) continue;
            var comments = homeless[orphan];
            if (comments.Any(c => c.Date.Time < meant.Post.Date.Time.AddDays(-1) || taken.Contains((meant.Post.Id, c.Id)))) continue;
            var target = orphan[..^name.Length] + meant.Name;
            (string From, string To)[] moves = [.. files[orphan].Select(path => (path, target + path[orphan.Length..]))];
            if (moves.Any(m => changes.Has(m.To))) continue;
            foreach (var (from, to) in moves) changes.Move(from, to);
            taken.UnionWith(comments.Select(c => (meant.Post.Id, c.Id)));
            done.Add(new(orphan, $"is now {target}, after the post '{Excerpt.ForTerminal(meant.Post.Id, 60)}'"));
        }

        return done;
    }

    /// <summary>A folder, or the path of a list without its extension.</summary>
    private static string NameOf(string place, SiteFiles files) => files.Find(place) is null ? place : place[..place.LastIndexOf('.')];

    /// <summary>The folder that a path is below, or the list that it is; null if it is of none of them.</summary>
    private static string? Of(string path, HashSet<string> orphans)
    {
        var list = path[..(path.LastIndexOf('.') is > 0 and var dot ? dot : path.Length)];
        if (orphans.Contains(list)) return list;
        for (var folder = SitePaths.Folder(path); folder.Length > 0; folder = SitePaths.Folder(folder))
            if (orphans.Contains(folder)) return folder;
        return null;
    }

    /// <summary>The one post with a name near enough, and the nearest of its names.</summary>
    private static (string Name, Post Post)? Meant(string written, (string Name, Post Post)[] names)
    {
        var limit = Math.Min(MostEdits, written.Length / 3);
        var near = names.Select(n => (n.Name, n.Post, Edits: Nearest.Distance(written, n.Name, limit))).Where(n => n.Edits <= limit).ToArray();
        if (near.Length == 0 || near.Any(n => !ReferenceEquals(n.Post, near[0].Post))) return null;
        var (name, post, _) = near.OrderBy(n => n.Edits).ThenBy(n => n.Name, StringComparer.Ordinal).First();
        return Digits(written) == Digits(name) ? (name, post) : null;
    }

    private static string Digits(string name) => string.Concat(name.Where(char.IsAsciiDigit));
}
