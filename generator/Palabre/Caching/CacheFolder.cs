using System.Security.Cryptography;
using System.Text;
using Palabre.Disk;

namespace Palabre.Caching;

/// <summary>
/// The folder <c>.palabre/</c> of a site: for each output folder, the <see cref="LastBuild"/> into it. Each file is sealed
/// (HMAC-SHA-256, RFC 2104) and replaced in one step: what was cut, changed, or made by others is as good as not there.
/// </summary>
internal sealed class CacheFolder
{
    private const string Name = ".palabre";

    private readonly string folder, file;
    private readonly byte[] key;

    private CacheFolder(string folder, string file, byte[] key) => (this.folder, this.file, this.key) = (folder, file, key);

    private static ReadOnlySpan<byte> Magic => "palabre build 1\n"u8;

    /// <summary>Null where there can be none: then each build is as the first.</summary>
    /// <param name="root">The site's folder.</param>
    internal static CacheFolder? Of(DirectoryInfo root, DirectoryInfo output)
    {
        var folder = Path.Combine(root.FullName, Name);
        // A link may lead anywhere.
        if (Standings.Of(folder) is not (Standing.Nothing or Standing.Folder) || SealKey.Take() is not { } key) return null;
        // A site that moves with its output keeps its cache: CI clones to another place each time.
        var relative = Path.GetRelativePath(root.FullName, output.FullName).Replace(Path.DirectorySeparatorChar, '/');
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(relative)).AsSpan(0, 8));
        return new(folder, Path.Combine(folder, $"{name}.build"), key);
    }

    /// <summary>Null if there is none that can be believed, or none of the same identity.</summary>
    internal LastBuild? Read(Digest identity)
    {
        try
        {
            if (Standings.Of(file) != Standing.File || new FileInfo(file).Length == 0) return null;
            var bytes = File.ReadAllBytes(file);
            var at = Magic.Length + HMACSHA256.HashSizeInBytes;
            if (bytes.Length < at || !bytes.AsSpan().StartsWith(Magic)) return null;
            var seal = HMACSHA256.HashData(key, bytes.AsSpan(at));
            return CryptographicOperations.FixedTimeEquals(seal, bytes.AsSpan(Magic.Length, seal.Length))
                ? LastBuildFormat.Read(new MemoryStream(bytes, at, bytes.Length - at), identity) : null;
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            return null;
        }
    }

    /// <summary>If the disk refuses, the next build is as the first; nothing else is lost by it.</summary>
    internal void Write(LastBuild build) => DiskFault.Ignore(() =>
    {
        Directory.CreateDirectory(folder);
        var ignored = Path.Combine(folder, ".gitignore");
        if (Standings.Of(ignored) == Standing.Nothing) Create(ignored, ["*\n"u8.ToArray()]);
        var bytes = LastBuildFormat.Write(build);
        var staged = $"{file}.{Environment.ProcessId}";
        File.Delete(staged);
        try
        {
            Create(staged, [Magic.ToArray(), HMACSHA256.HashData(key, bytes), bytes]);
            File.Move(staged, file, overwrite: true);
        }
        finally
        {
            File.Delete(staged);
        }
    });

    /// <summary>Writes a file that is not there yet; not through a link, which whoever put files into the site may have left.</summary>
    private static void Create(string full, IReadOnlyList<ReadOnlyMemory<byte>> bytes)
    {
        using var handle = File.OpenHandle(full, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        RandomAccess.Write(handle, bytes, 0);
    }
}
