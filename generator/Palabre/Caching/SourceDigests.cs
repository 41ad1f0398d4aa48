using System.Buffers;
using System.Security.Cryptography;
using Palabre.Disk;
using Palabre.Reading;

namespace Palabre.Caching;

/// <summary>
/// The hash of each file of a site: of what was read of it or, where nothing was and nothing can have changed, as the last
/// build had it. Safe for threads.
/// </summary>
internal sealed class SourceDigests
{
    private readonly SiteFiles files;
    private readonly string root;
    private readonly Digest?[] digests;
    private readonly Lazy<Dictionary<string, int>> positions;
    private readonly Lock reading = new();
    private volatile bool isUnsteady;

    /// <param name="root">The site's folder.</param>
    /// <param name="settings">The bytes of the settings, which were read before all else.</param>
    internal SourceDigests(SiteFiles files, string root, LastBuild? before, ReadOnlyMemory<byte> settings)
    {
        (this.files, this.root) = (files, root);
        digests = new Digest?[files.Files.Count];
        positions = new(() =>
        {
            var byPath = new Dictionary<string, int>(digests.Length, StringComparer.Ordinal);
            for (var i = 0; i < digests.Length; i++) byPath[files.Files[i].Path] = i;
            return byPath;
        });
        if (before is not null) TakeOver(before);
        if (positions.Value.TryGetValue(SettingsReader.Path, out var own)) digests[own] = Digest.Of(settings.Span);
    }

    /// <summary>Whether a file was not the same each time it was read: nobody can tell then what was made of which.</summary>
    internal bool IsUnsteady => isUnsteady;

    /// <summary>The same files; what is read of them is hashed on its way.</summary>
    internal SiteFiles Files => files with { Read = Read };

    private void TakeOver(LastBuild before)
    {
        // Both are in the order of the paths.
        for (int i = 0, k = 0; i < digests.Length && k < before.Sources.Count;)
        {
            var (now, known) = (files.Files[i], before.Sources[k]);
            var order = string.CompareOrdinal(now.Path, known.Path);
            if (order == 0 && known.Stamp != 0 && now.Stamp == known.Stamp && now.Length == known.Length) digests[i] = known.Digest;
            if (order <= 0) i++;
            if (order >= 0) k++;
        }
    }

    /// <summary>Null where the file cannot be read.</summary>
    internal Digest? Of(string path) => positions.Value.TryGetValue(path, out var i) ? Of(i) : null;

    /// <inheritdoc cref="Of(string)"/>
    /// <param name="i">Its position among the files.</param>
    internal Digest? Of(int i) => digests[i] ??= Hash(files.Files[i]);

    private ReadResult Read(SourceFile file)
    {
        var read = files.Read(file);
        if (read.Problem is null && positions.Value.TryGetValue(file.Path, out var i)) Note(i, Digest.Of(read.Bytes.Span));
        return read;
    }

    private void Note(int i, Digest digest)
    {
        lock (reading)
        {
            if (digests[i] is { } known && known != digest) isUnsteady = true;
            digests[i] = digest;
        }
    }

    private Digest? Hash(SourceFile file)
    {
        if (file.Length == 0) return Digest.Of([]); // not even opened: it may be a pipe
        var block = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            using var handle = File.OpenHandle(Path.Join(root, file.Path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var first = RandomAccess.Read(handle, block, 0);
            if (first == file.Length) return Digest.Of(block.AsSpan(0, first));
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(block.AsSpan(0, first));
            for (long at = first; RandomAccess.Read(handle, block, at) is > 0 and var read; at += read) hash.AppendData(block.AsSpan(0, read));
            return Digest.Of(hash);
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }
}
