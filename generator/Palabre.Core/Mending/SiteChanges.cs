using Palabre.Reading;
using Palabre.Writing;

namespace Palabre.Mending;

/// <summary>A site with changes that nobody has written yet: it can be read and built as if they were.</summary>
internal sealed class SiteChanges
{
    private readonly SiteFiles site;
    private readonly Dictionary<string, SourceFile> originals;
    private readonly SortedDictionary<string, string?> now = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReadOnlyMemory<byte>> bytes = new(StringComparer.Ordinal);

    internal SiteChanges(SiteFiles site)
    {
        this.site = site;
        originals = site.Files.ToDictionary(f => f.Path, StringComparer.Ordinal);
        foreach (var file in site.Files) now.Add(file.Path, file.Path);
    }

    /// <summary>The site as it will be.</summary>
    internal SiteFiles Files => new(
        [.. now.Select(pair => bytes.TryGetValue(pair.Key, out var changed) ? new SourceFile(pair.Key, changed.Length)
            : originals[pair.Value!] with { Path = pair.Key })],
        file => bytes.TryGetValue(file.Path, out var changed) ? new(changed, null) : site.Read(originals[now[file.Path]!]));

    /// <summary>By path, as it is now or will be.</summary>
    internal IReadOnlyList<FileChange> All
    {
        get
        {
            var kept = now.Values.OfType<string>().ToHashSet(StringComparer.Ordinal);
            IEnumerable<FileChange> gone = originals.Keys.Where(path => !kept.Contains(path)).Select(path => new FileChange(path, null, Original(path), default));
            IEnumerable<FileChange> changed = now.Where(pair => pair.Value != pair.Key || bytes.ContainsKey(pair.Key))
                .Select(pair => new FileChange(pair.Value, pair.Key, pair.Value is null ? default : Original(pair.Value), Bytes(pair.Key)));
            return [.. gone.Concat(changed).OrderBy(c => c.Path ?? c.NewPath, StringComparer.Ordinal)];
        }
    }

    internal bool Has(string path) => now.ContainsKey(path);

    /// <summary>Empty where the file cannot be read: the readers of the site say so.</summary>
    internal ReadOnlyMemory<byte> Bytes(string path) => bytes.TryGetValue(path, out var changed) ? changed : Original(now[path]!);

    internal void Put(string path, ReadOnlyMemory<byte> content)
    {
        if (now.TryAdd(path, null) || !Bytes(path).Span.SequenceEqual(content.Span)) bytes[path] = content;
    }

    internal void Move(string path, string newPath)
    {
        if (bytes.Remove(path, out var changed)) bytes[newPath] = changed;
        now[newPath] = now[path];
        now.Remove(path);
    }

    internal void Remove(string path)
    {
        now.Remove(path);
        bytes.Remove(path);
    }

    private ReadOnlyMemory<byte> Original(string path) => site.Read(originals[path]).Bytes;
}
