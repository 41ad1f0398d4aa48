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
        var names = new FileNames(files);
        var used = new HashSet<string>(StringComparer.Ordinal);
        var copies = new HashSet<(Address, string, bool)>();
        foreach (var post in edition.Archive.Posts)
        {
            var folder = post.Source.File[..(post.Source.File.LastIndexOf('/') + 1)];
            // Whether the text shows the file or only speaks of it: a copy too many does no harm.
            foreach (var (name, file) in names.In(Words($"{post.Body}\n{post.Image?.Text}"), folder))
            {
                if (edition.Links.Picture(Escaped(name), post.Source.File, post) is not { } picture) continue;
                copies.Add((picture.Address, file, false));
                foreach (var alias in post.Aliases)
                    if (WrittenAddress.ParsePlace(alias.Text).Place is { Anchor: null } former) copies.Add((former.Address.Below(name.StartsWith("../", StringComparison.Ordinal) ? name[(name.LastIndexOf('/') + 1)..] : name), file, true));
                used.Add(file);
            }
        }

        report(files.Where(f => !used.Contains(f)).Select(f => Catalogue.UnusedFile(new(f))));
        return [.. copies];
    }

    /// <summary>A text with the names of files as they are, however they were written.</summary>
    private static string Words(string text) => text.Contains('%', StringComparison.Ordinal) ? $"{text}\n{Uri.UnescapeDataString(text)}" : text;

    private static string Escaped(string name) => name.Replace("%", "%25", StringComparison.Ordinal);
}
