using System.Runtime.InteropServices;
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
        var (near, all) = (new Dictionary<string, FileNames>(StringComparer.Ordinal), new Dictionary<string, FileNames>(StringComparer.Ordinal));
        var used = new HashSet<string>(StringComparer.Ordinal);
        var copies = new HashSet<(Address, string, bool)>();
        foreach (var post in edition.Archive.Posts)
        {
            var folder = post.Source.File[..(post.Source.File.LastIndexOf('/') + 1)];
            var leadsOut = post.Body.Contains("../"u8) || post.Image?.Text.Contains("../", StringComparison.Ordinal) == true;
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(leadsOut ? all : near, folder, out _);
            known ??= new(folder, leadsOut ? files : Below(files, folder));
            if (known.IsEmpty) continue;
            // Whether the text shows the file or only speaks of it: a copy too many does no harm.
            foreach (var (name, file) in known.In(Words($"{post.Body}\n{post.Image?.Text}")))
            {
                if (edition.Links.Picture(Escaped(name), post.Source.File, post) is not { } picture) continue;
                copies.Add((picture.Address, file, false));
                foreach (var alias in post.Aliases)
                    if (WrittenAddress.ParsePlace(alias.Text).Place is { Anchor: null } former) copies.Add((former.Address.Below(name.Split("../")[^1]), file, true));
                used.Add(file);
            }
        }

        report(files.Where(f => !used.Contains(f)).Select(f => Catalogue.UnusedFile(new(f))));
        return [.. copies];
    }

    /// <summary>A text with the names of files as they are, however they were written.</summary>
    private static string Words(string text) => text.Contains('%', StringComparison.Ordinal) ? $"{text}\n{Uri.UnescapeDataString(text)}" : text;

    private static string Escaped(string name) => name.Replace("%", "%25", StringComparison.Ordinal);

    /// <param name="files">Ordinal.</param>
    private static ReadOnlySpan<string> Below(string[] files, string folder)
    {
        var first = Array.BinarySearch(files, folder, StringComparer.Ordinal) is var at && at < 0 ? ~at : at;
        var end = first;
        while (end < files.Length && files[end].StartsWith(folder, StringComparison.Ordinal)) end++;
        return files.AsSpan(first..end);
    }
}
