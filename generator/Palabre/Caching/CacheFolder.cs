using System.Security.Cryptography;
using System.Text;
using Palabre.Disk;
using Palabre.Reading;
using Palabre.Searching;

namespace Palabre.Caching;

/// <summary>
/// The folder <c>.palabre/</c> of a site: for each output folder, the <see cref="LastBuild"/> into it and what its search
/// gathered, each in a <see cref="SealedFile"/>.
/// </summary>
internal sealed class CacheFolder
{
    private const string Name = ".palabre";

    private readonly string folder;
    private readonly SealedFile build, words;
    private Task<ReadOnlyMemory<byte>?>? ahead;

    private CacheFolder(string folder, string name, byte[] key)
    {
        this.folder = folder;
        build = new(Path.Combine(folder, $"{name}.build"), "palabre build 3\n"u8.ToArray(), key);
        words = new(Path.Combine(folder, $"{name}.words"), "palabre words 1\n"u8.ToArray(), key);
    }

    /// <summary>Null where there can be none: then each build is as the first.</summary>
    /// <param name="root">The site's folder.</param>
    internal static CacheFolder? Of(DirectoryInfo root, DirectoryInfo output)
    {
        var folder = Path.Combine(root.FullName, Name);
        // A link may lead anywhere.
        if (Standings.Of(folder) is not (Standing.Nothing or Standing.Folder) || SealKey.Take() is not { } key) return null;
        // A site that moves with its output keeps its cache: CI clones to another place each time.
        var relative = Path.GetRelativePath(root.FullName, output.FullName).Replace(Path.DirectorySeparatorChar, '/');
        return new(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(relative)).AsSpan(0, 8)), key);
    }

    /// <summary>Where a build was before: begins to read what it left, while others are at work.</summary>
    internal static CacheFolder? Ahead(DirectoryInfo root, DirectoryInfo output)
    {
        if (!Directory.Exists(Path.Combine(root.FullName, Name)) || Of(root, output) is not { } cache) return null;
        cache.ahead = Task.Run(cache.build.Read);
        return cache;
    }

    /// <summary>Null if there is none that can be believed, or none of the same identity.</summary>
    /// <param name="files">Those of today, ordinal by path: a path that is the same is the same object.</param>
    internal LastBuild? Read(Digest identity, IReadOnlyList<SourceFile> files)
    {
        var read = ahead is null ? build.Read() : ahead.GetAwaiter().GetResult();
        ahead = null;
        return read is { } bytes ? LastBuildFormat.Read(bytes, identity, files) : null;
    }

    /// <inheritdoc cref="Read(Digest, IReadOnlyList{SourceFile})"/>
    internal WordMemory? ReadWords(Digest identity) => words.Read() is { } bytes ? WordMemoryFormat.Read(bytes, identity) : null;

    /// <summary>If the disk refuses, the next build is as the first; nothing else is lost by it.</summary>
    internal void Write(LastBuild last) => Write(build, to => LastBuildFormat.Write(last, to));

    /// <inheritdoc cref="Write(LastBuild)"/>
    internal void Write(WordMemory memory, Digest identity) => Write(words, to => WordMemoryFormat.Write(memory, identity, to));

    private void Write(SealedFile file, Action<Stream> write) => DiskFault.Ignore(() =>
    {
        Directory.CreateDirectory(folder);
        var ignored = Path.Combine(folder, ".gitignore");
        // Another build may leave its own at the same time: whoever comes second need not make this.
        if (Standings.Of(ignored) == Standing.Nothing) DiskFault.Ignore(() => Ignore(ignored));
        file.Write(write);
    });

    private static void Ignore(string file)
    {
        using var created = SealedFile.Create(file);
        created.Write("*\n"u8);
    }
}
