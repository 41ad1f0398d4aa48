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
    private readonly Digest[] digests; // none is all zeroes but of what is not known yet
    private readonly Lock reading = new();
    private volatile bool isUnsteady;

    /// <param name="root">The site's folder.</param>
    /// <param name="settings">The bytes of the settings, which were read before all else.</param>
    internal SourceDigests(SiteFiles files, string root, ReadOnlyMemory<byte> settings)
    {
        (this.files, this.root) = (files, root);
        digests = new Digest[files.Files.Count];
        if (files.PositionOf(SettingsReader.Path) is >= 0 and var own) digests[own] = Digest.Of(settings.Span);
    }

    /// <summary>Whether a file was not the same each time it was read: nobody can tell then what was made of which.</summary>
    internal bool IsUnsteady => isUnsteady;

    /// <summary>The same files; what is read of them is hashed on its way.</summary>
    internal SiteFiles Files => files with { Read = Read };

    /// <summary>Spares the reading of what looks as it did. Nothing else depends on it.</summary>
    internal void TakeOver(LastBuild before)
    {
        // Both are in the order of the paths.
        for (int i = 0, k = 0; i < digests.Length && k < before.Sources.Count;)
        {
            var (now, known) = (files.Files[i], before.Sources[k]);
            var order = string.CompareOrdinal(now.Path, known.Path);
            if (order == 0 && known.Stamp != 0 && now.Stamp == known.Stamp && now.Length == known.Length && digests[i] == default) digests[i] = known.Digest;
            if (order <= 0) i++;
            if (order >= 0) k++;
        }
    }

    /// <summary>Null where the file cannot be read.</summary>
    internal Digest? Of(string path) => files.PositionOf(path) is >= 0 and var i ? Of(i) : null;

    /// <inheritdoc cref="Of(string)"/>
    /// <param name="i">Its position among the files.</param>
    internal Digest? Of(int i)
    {
        lock (reading)
            if (digests[i] != default) return digests[i];
        if (Hash(files.Files[i]) is not { } made) return null;
        Note(i, made);
        return made;
    }

    private ReadResult Read(SourceFile file)
    {
        var read = files.Read(file);
        if (read.Problem is null && files.PositionOf(file.Path) is >= 0 and var i) Note(i, Digest.Of(read.Bytes.Span));
        return read;
    }

    private void Note(int i, Digest digest)
    {
        lock (reading)
        {
            if (digests[i] != default && digests[i] != digest) isUnsteady = true;
            digests[i] = digest;
        }
    }

    private Digest? Hash(SourceFile file)
    {
        try
        {
            return Digest.OfFile(Path.Join(root, file.Path), file.Length);
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            return null;
        }
    }
}
