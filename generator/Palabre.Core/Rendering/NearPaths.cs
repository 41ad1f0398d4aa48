using Palabre.Diagnostics;

namespace Palabre.Rendering;

/// <summary>
/// Finds the path that was probably meant by one that leads nowhere: of the same name elsewhere, or nearly that of one beside it. A site may
/// have as many dead links as pages, so each answer takes the same short time.
/// </summary>
internal sealed class NearPaths
{
    private const int BesideAtMost = 50;

    private readonly Dictionary<string, string> named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> beside = new(StringComparer.Ordinal);

    /// <param name="paths">With or without '/' at the end.</param>
    internal NearPaths(IEnumerable<string> paths)
    {
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            var (folder, name) = Cut(path);
            named.TryAdd(Nearest.Letters(name), path);
            if (!beside.TryGetValue(folder, out var others)) beside[folder] = others = [];
            if (others.Count < BesideAtMost) others.Add(path);
        }
    }

    internal string? To(string path)
    {
        var (folder, name) = Cut(path);
        return Nearest.Letters(name) is { Length: > 0 } letters && named.TryGetValue(letters, out var found) ? found
            : beside.TryGetValue(folder, out var others) ? Nearest.To(path, others) : null;
    }

    private static (string Folder, string Name) Cut(string path)
    {
        var whole = path.TrimEnd('/');
        var slash = whole.LastIndexOf('/');
        return (whole[..(slash + 1)], whole[(slash + 1)..]);
    }
}
