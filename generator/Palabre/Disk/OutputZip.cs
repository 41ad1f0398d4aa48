using System.Buffers.Binary;
using System.IO.Compression;

namespace Palabre.Disk;

/// <summary>A finished output folder as one file: the same folder gives the same bytes, on every system (APPNOTE 6.3.10).</summary>
internal static class OutputZip
{
    private const int PlainFile = 0b1_000_000_110_100_100 << 16; // a regular file, rw-r--r--, as Unix says it

    // The first moment that the format knows.
    private static readonly DateTimeOffset Beginning = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether nothing stands there, or a zip: what somebody else wrote under the name is precious.</summary>
    internal static bool MayReplace(FileInfo zip)
    {
        if (!zip.Exists) return !Directory.Exists(zip.FullName);
        Span<byte> start = stackalloc byte[2];
        using var handle = File.OpenHandle(zip.FullName);
        return RandomAccess.Read(handle, start, 0) == start.Length && start.SequenceEqual("PK"u8);
    }

    /// <summary>Packs what the record of the folder lists, with the record, so that a copy can be verified; in ordinal order.</summary>
    /// <param name="zip">Replaced in one step, if it is there.</param>
    /// <returns>The number of files.</returns>
    /// <exception cref="IOException">The disk refuses; what stood there before still stands.</exception>
    internal static int Write(DirectoryInfo output, FileInfo zip, CancellationToken cancel)
    {
        var record = OutputRecord.Parse(File.ReadAllBytes(Path.Join(output.FullName, OutputPaths.Record)));
        string[] paths = [.. record.Lines.Select(line => line.Path).Append(OutputPaths.Record).Append(OutputPaths.Mark).Order(StringComparer.Ordinal)];
        var part = Path.Join(zip.DirectoryName, $".{zip.Name}.{Environment.ProcessId}.palabre-new");
        zip.Directory?.Create();
        File.Delete(part);
        try
        {
            using (var stream = new FileStream(part, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
            using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
            {
                foreach (var path in paths)
                {
                    cancel.ThrowIfCancellationRequested();
                    var entry = archive.CreateEntry(path, CompressionLevel.Optimal);
                    entry.LastWriteTime = Beginning;
                    entry.ExternalAttributes = PlainFile;
                    using var to = entry.Open();
                    using var from = File.OpenRead(Path.Join(output.FullName, path));
                    from.CopyTo(to);
                }
            }

            SayUnix(part);
            Patience.OfSystem.Do(() => File.Move(part, zip.FullName, overwrite: true));
        }
        finally
        {
            File.Delete(part);
        }

        return paths.Length;
    }

    /// <summary>Each line of the table of contents says on what system it was made (section 4.4.2), which decides what its
    /// attributes mean. .NET writes the system at hand; these are always Unix's.</summary>
    private static void SayUnix(string zip)
    {
        const int Line = 46, EndLine = 22, End64Place = 20;
        using var file = File.OpenHandle(zip, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var last = RandomAccess.GetLength(file) - EndLine; // no remark stands behind it
        Span<byte> bytes = stackalloc byte[Line];
        long at = BinaryPrimitives.ReadUInt32LittleEndian(Read(last, bytes[..EndLine])[16..]);
        if (at == uint.MaxValue) // a large one says so elsewhere (section 4.3.14)
        {
            var place = BinaryPrimitives.ReadInt64LittleEndian(Read(last - End64Place, bytes[..End64Place])[8..]);
            at = BinaryPrimitives.ReadInt64LittleEndian(Read(place + 48, bytes[..8]));
        }

        while (at < last && Read(at, bytes).StartsWith("PK\x01\x02"u8))
        {
            RandomAccess.Write(file, [3], at + 5);
            at += Line + BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) + BinaryPrimitives.ReadUInt16LittleEndian(bytes[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(bytes[32..]);
        }

        ReadOnlySpan<byte> Read(long from, Span<byte> into)
        {
            if (RandomAccess.Read(file, into, from) < into.Length) throw new EndOfStreamException();
            return into;
        }
    }
}
