using System.Text;
using Palabre.Addressing;
using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Rendering;

namespace Palabre.Site;

/// <summary>Files that stand among the posts: each is published beside the posts that name it.</summary>
internal static class PostFiles
{
    /// <summary>Each file and its address; and, of a post that moved, where it stood beside the post before.</summary>
    internal static IReadOnlyList<(Address Address, string Source, bool IsFormer)> Of(Edition edition, Action<IEnumerable<Diagnostic>> report)
    {
        var files = edition.Archive.Media.Where(path => !path.StartsWith(MediaPath.Folder, StringComparison.Ordinal)).ToArray();
        if (files.Length == 0) return [];
        var used = new HashSet<string>(StringComparer.Ordinal);
        var copies = new HashSet<(Address, string, bool)>();
        foreach (var post in edition.Archive.Posts)
        {
            var folder = post.Source.File[..(post.Source.File.LastIndexOf('/') + 1)];
            foreach (var file in files)
            {
                if (!file.StartsWith(folder, StringComparison.Ordinal)) continue;
                var name = file[folder.Length..];
                // Whether the text shows the file or only speaks of it: a copy too many does no harm.
                if (!Names(post, name) || edition.Links.Picture(name, post.Source.File, post) is not { } picture) continue;
                copies.Add((picture.Address, file, false));
                foreach (var alias in post.Aliases)
                    if (WrittenAddress.ParsePlace(alias.Text).Place is { Anchor: null } former) copies.Add((former.Address.Below(name), file, true));
                used.Add(file);
            }
        }

        report(files.Where(f => !used.Contains(f)).Select(f => Catalogue.UnusedFile(new(f))));
        return [.. copies];
    }

    private static bool Names(Post post, string name) =>
        post.Image?.Text.EndsWith(name, StringComparison.Ordinal) == true
        || post.Body.Contains(Encoding.UTF8.GetBytes(name))
        || post.Body.Contains(Encoding.UTF8.GetBytes(Uri.EscapeDataString(name).Replace("%2F", "/", StringComparison.Ordinal)));
}
