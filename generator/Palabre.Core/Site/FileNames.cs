using System.Buffers;
using Palabre.Rendering;

namespace Palabre.Site;

/// <summary>Finds the files that a text names, by the way that leads to them from its own folder.</summary>
internal sealed class FileNames
{
    private const int LongestEnd = 4; // of most, a dot and what follows it: where none stands, no name is looked for
    private const int LongestWay = 1000;

    private readonly HashSet<string> paths;
    private readonly Dictionary<string, string[]> byName; // without folders
    private readonly int[] lengths;
    private readonly SearchValues<string> ends;

    /// <param name="paths">From the site's folder.</param>
    internal FileNames(IReadOnlyCollection<string> paths)
    {
        this.paths = new(paths, StringComparer.Ordinal);
        byName = paths.GroupBy(path => path[(path.LastIndexOf('/') + 1)..], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        lengths = [.. byName.Keys.Select(name => name.Length).Distinct().Order()];
        ends = SearchValues.Create([.. byName.Keys.Select(name => name[^Math.Min(LongestEnd, name.Length)..]).Distinct(StringComparer.Ordinal)], StringComparison.Ordinal);
    }

    /// <summary>Each file once, with the way to it; in the order of the text.</summary>
    /// <param name="folder">The text's, with '/' at its end.</param>
    internal IReadOnlyCollection<(string Way, string File)> In(string text, string folder)
    {
        var found = new HashSet<(string, string)>();
        var looked = new HashSet<string>(StringComparer.Ordinal);
        var names = byName.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; text.AsSpan(at).IndexOfAny(ends) is >= 0 and var next; at += next + 1)
        {
            // Where an end begins was found, not which.
            for (var end = at + next + 1; end <= Math.Min(at + next + LongestEnd, text.Length); end++)
            {
                foreach (var length in lengths)
                {
                    if (length > end) break;
                    if (!names.TryGetValue(text.AsSpan(end - length, length), out var name, out var files)) continue;
                    if (Outside(text.AsSpan(Math.Max(0, end - LongestWay)..end), folder) is { } outside) found.Add(outside);
                    if (!looked.Add(name)) continue;
                    foreach (var file in files)
                        if (file.StartsWith(folder, StringComparison.Ordinal) && text.Contains(file[folder.Length..], StringComparison.Ordinal)) found.Add((file[folder.Length..], file));
                }
            }
        }

        return found;
    }

    /// <summary>The file that a text which ends here leads to by <c>../</c>.</summary>
    private (string Way, string File)? Outside(ReadOnlySpan<char> text, string folder)
    {
        const string Up = "../";
        text = text[(text.LastIndexOf('\n') + 1)..];
        var start = text.LastIndexOf(Up);
        if (start < 0) return null;
        while (text[..start].EndsWith(Up)) start -= Up.Length;
        var way = text[start..].ToString();
        return LinkBook.Joined(folder, way) is { } file && paths.Contains(file) ? (way, file) : null;
    }
}
