using System.Buffers;
using Palabre.Site;

namespace Palabre.Disk;

/// <summary>Stages one file after the other, in buffers of its own.</summary>
/// <param name="isOwned">Whether Palabre is recorded to have written a path.</param>
internal sealed class StageWorker(OutputDisk disk, WriteOptions options, Func<string, bool> isOwned)
{
    private const int BlockSize = 1 << 17;

    private readonly ArrayBufferWriter<byte> rendered = new(BlockSize);
    private readonly byte[] block = new byte[BlockSize];

    /// <param name="hasFolder">Whether the file's folder stands in the output; else nothing can stand in its place.</param>
    /// <param name="makeFolder">Makes the file's folder in the staging folder.</param>
    internal (Fate Fate, Digest Digest) Stage(OutputFile file, bool hasFolder, Action makeFolder)
    {
        var place = new FileInfo(disk.Full(file.Path));
        var standing = hasFolder ? Standings.Of(place) : Standing.Nothing;
        var length = standing == Standing.File ? place.Length : -1;
        return file switch
        {
            RenderedFile page => Stage(page, standing, length, makeFolder),
            CopiedFile copy => Stage(copy, standing, length, makeFolder),
            _ => throw new InvalidOperationException("A kind of output file that nobody writes."),
        };
    }

    private (Fate, Digest) Stage(RenderedFile page, Standing standing, long length, Action makeFolder)
    {
        rendered.ResetWrittenCount();
        page.Render(rendered);
        var bytes = rendered.WrittenSpan;
        var fate = FateOf(page.Path, standing, length == bytes.Length && Holds(disk.Full(page.Path), bytes));
        if (fate is Fate.Staged or Fate.OverFolder)
        {
            makeFolder();
            disk.WriteFile(disk.Staged(page.Path), bytes);
        }

        return (fate, Digest.Of(bytes));
    }

    private (Fate, Digest) Stage(CopiedFile copy, Standing standing, long length, Action makeFolder)
    {
        using var source = new SourceCopy(options.Root.FullName, copy.Source);
        var same = length == source.Length ? source.DigestIfSame(disk.Full(copy.Path), block) : null;
        var fate = FateOf(copy.Path, standing, same is not null);
        if (fate is not (Fate.Staged or Fate.OverFolder)) return (fate, same ?? default);
        makeFolder();
        using var target = disk.CreateFile(disk.Staged(copy.Path));
        return (fate, source.CopyTo(target, block));
    }

    private Fate FateOf(string path, Standing standing, bool isSame) => standing switch
    {
        Standing.Link => Fate.Link,
        Standing.Folder => Fate.OverFolder,
        Standing.File when isSame && !options.RewriteAll => Fate.Unchanged,
        Standing.File when !isSame && !isOwned(path) => Fate.Foreign,
        _ => Fate.Staged,
    };

    /// <param name="bytes">As many as the file holds.</param>
    private bool Holds(string full, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return true; // what is empty may be a pipe, which is not to be opened
        try
        {
            using var handle = File.OpenHandle(full, share: FileShare.ReadWrite | FileShare.Delete);
            for (var at = 0; at < bytes.Length;)
            {
                var read = RandomAccess.Read(handle, block, at);
                if (read == 0 || read > bytes.Length - at) return false;
                if (!bytes.Slice(at, read).SequenceEqual(block.AsSpan(0, read))) return false;
                at += read;
            }

            return true;
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            return false; // what cannot be read can still be replaced, if it is ours
        }
    }
}
