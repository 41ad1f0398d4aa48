using System.Buffers;

namespace Palabre.Site;

/// <summary>Files as texts in one folder name them.</summary>
internal sealed class FileNames
{
    private const int LongestEnd = 4; // of most, a dot and what follows it: where none stands, no name is looked for

    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal); // by the way to it
    private readonly int[] lengths;
    private readonly SearchValues<string> ends;

    /// <param name="folder">With '/' at its end.</param>
    /// <param name="paths">Of the files, from the site's folder.</param>
    internal FileNames(string folder, ReadOnlySpan<string> paths)
    {
        foreach (var path in paths) files.Add(Way(folder, path), path);
        lengths = [.. files.Keys.Select(name => name.Length).Distinct().Order()];
        ends = SearchValues.Create([.. files.Keys.Select(name => name[^Math.Min(LongestEnd, name.Length)..]).Distinct(StringComparer.Ordinal)], StringComparison.Ordinal);
    }

    internal bool IsEmpty => files.Count == 0;

    /// <summary>Those whose name stands in a text, each once, with its file; in the order of the text. In time in proportion to its length.</summary>
    internal IReadOnlyCollection<(string Name, string File)> In(string text)
    {
        var found = new HashSet<(string, string)>();
        var names = files.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; text.AsSpan(at).IndexOfAny(ends) is >= 0 and var next; at += next + 1)
        {
            // Where an end begins was found, not which.
            for (var end = at + next + 1; end <= Math.Min(at + next + LongestEnd, text.Length); end++)
            {
                foreach (var length in lengths)
                {
                    if (length > end) break;
                    if (names.TryGetValue(text.AsSpan(end - length, length), out var name, out var file)) found.Add((name, file));
                }
            }
        }

        return found;
    }

    /// <summary>The way from a folder to a file.</summary>
    private static string Way(string folder, string file)
    {
        var above = 0;
        for (; !file.StartsWith(folder, StringComparison.Ordinal); above++) folder = folder[..(folder.AsSpan(0, folder.Length - 1).LastIndexOf('/') + 1)];
        return string.Concat(Enumerable.Repeat("../", above)) + file[folder.Length..];
    }
}
