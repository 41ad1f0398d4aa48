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
            var leadsOut = post.Body.Contains("../"u8) || post.Image?.Text.Contains("../", StringComparison.Ordinal) == true;
            var near = leadsOut ? files : Below(files, folder);
            if (near.IsEmpty) continue;
            var (text, image) = (Words(post.Body.ToString()), Words(post.Image?.Text ?? ""));
            foreach (var file in near)
            {
                var name = From(folder, file);
                // Whether the text shows the file or only speaks of it: a copy too many does no harm.
                if (!text.Contains(name, StringComparison.Ordinal) && !image.EndsWith(name, StringComparison.Ordinal)) continue;
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

    /// <summary>The way from a folder to a file.</summary>
    /// <param name="folder">With '/' at its end.</param>
    private static string From(string folder, string file)
    {
        var above = 0;
        for (; !file.StartsWith(folder, StringComparison.Ordinal); above++) folder = folder[..(folder.AsSpan(0, folder.Length - 1).LastIndexOf('/') + 1)];
        return string.Concat(Enumerable.Repeat("../", above)) + file[folder.Length..];
    }
}
