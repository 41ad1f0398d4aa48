using System.Text;
using Palabre.Import;

namespace Palabre.Disk;

/// <summary>
/// What imports wrote into a site, to tell later what an editor changed: <c>content/.import/record</c>, a line for each
/// file, ordinal by path: the path, the SHA-256 of what was written, and the key of what it was made of, parted by tabs.
/// Of a path or a key that held a name which is erased, a hash stands there (<see cref="ErasedKey"/>).
/// It belongs into the repository; builds pass it over, as they do whatever begins with a dot.
/// </summary>
internal sealed class ImportRecord
{
    internal const string Path = "content/.import/record";

    private readonly SortedDictionary<string, (string Hash, string Key)> lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> paths = new(StringComparer.Ordinal); // by key
    private bool hasErased; // few records do, and each file would be hashed for it

    /// <summary>The paths, by key.</summary>
    internal Dictionary<string, string> Paths => new(paths, StringComparer.Ordinal);

    internal static ImportRecord Read(string full)
    {
        var record = new ImportRecord();
        if (!File.Exists(full)) return record;
        foreach (var line in File.ReadLines(full, Encoding.UTF8))
            if (line.Split('\t') is [var path, { Length: Digest.HexSize } hash, var key]) record.Set(path, hash, key);
        return record;
    }

    /// <summary>Whether the file at a path was made of something else than the key; false if no import wrote it.</summary>
    internal bool IsOfAnother(string path, string key) => LineOf(path) is var (_, known) && known != key && !(hasErased && known == ErasedKey.Of(key));

    /// <summary>What reports call a file: a path that is erased is not told.</summary>
    internal string NameOf(string path) => hasErased && !lines.ContainsKey(path) && ErasedKey.PathOf(path) is var erased && lines.ContainsKey(erased) ? erased : path;

    internal string? HashOf(string path) => LineOf(path)?.Hash;

    private (string Hash, string Key)? LineOf(string path) =>
        lines.TryGetValue(NameOf(path), out var line) ? line : null;

    /// <summary>Keeps names that are to stand nowhere by their hash alone: in paths of files that are gone, and in keys.</summary>
    internal void Erase(Func<string, bool> holds, Func<string, bool> stands)
    {
        foreach (var (path, (hash, key)) in lines.ToArray())
        {
            var (now, made) = (!stands(path) && holds(path) ? ErasedKey.PathOf(path) : path, holds(key) ? ErasedKey.Of(key) : key);
            if (now == path && made == key) continue;
            lines.Remove(path);
            paths.Remove(key);
            Set(now, hash, made);
        }
    }

    /// <summary>How many lines have a path or a key that does.</summary>
    internal int Count(Func<string, bool> holds) => lines.Count(line => holds(line.Key) || holds(line.Value.Key));

    /// <summary>A key that is erased stays so.</summary>
    internal void Set(NewFile file, string hash) => Set(file.Path, hash, hasErased && ErasedKey.Of(file.Key) is var erased && LineOf(file.Path)?.Key == erased ? erased : file.Key);

    /// <summary>Remembers under which names editors have put what was written.</summary>
    /// <param name="moves">From where to where.</param>
    internal void Follow(IReadOnlyDictionary<string, string> moves)
    {
        foreach (var (path, now) in moves)
            if (lines.TryGetValue(path, out var line)) Set(now, line.Hash, line.Key);
    }

    /// <summary>A key has one file.</summary>
    private void Set(string path, string hash, string key)
    {
        if (paths.TryGetValue(key, out var before) && before != path) lines.Remove(before);
        (lines[path], paths[key]) = ((hash, key), path);
        hasErased |= ErasedKey.IsOne(path) || ErasedKey.IsOne(key);
    }

    internal byte[] ToBytes()
    {
        var text = new StringBuilder();
        foreach (var (path, (hash, key)) in lines) text.Append(path).Append('\t').Append(hash).Append('\t').Append(key).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
