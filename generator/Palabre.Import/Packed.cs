using System.IO.Compression;
using Palabre.Import.Xml;

namespace Palabre.Import;

/// <summary>Looks into packed files: nothing is unpacked to the disk.</summary>
public static class Packed
{
    private const int MostEntries = 200_000;

    /// <summary>The files of a zip, what a gzip file holds, or the file itself.</summary>
    /// <exception cref="ImportException">It is damaged.</exception>
    public static IReadOnlyList<ImportFile> Look(ImportFile file)
    {
        Span<byte> head = stackalloc byte[4];
        int read;
        using (var stream = file.Open()) read = stream.ReadAtLeast(head, 4, throwOnEndOfStream: false);
        if (read >= 2 && head[0] == 0x1F && head[1] == 0x8B)
        {
            var name = file.Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? file.Path[..^3] : file.Path;
            return [new(name, 0, () => new MeasuredStream(new GZipStream(file.Open(), CompressionMode.Decompress), file.Path, file.Length))];
        }

        return read == 4 && head.SequenceEqual("PK\u0003\u0004"u8) ? Zip(file) : [file];
    }

    private static List<ImportFile> Zip(ImportFile file)
    {
        try
        {
            using var zip = new ZipArchive(file.Open(), ZipArchiveMode.Read);
            return [.. zip.Entries
                .Where(e => e.Name.Length > 0 && !e.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal))
                .Take(MostEntries)
                .Select(e => (Path: e.FullName.Replace('\\', '/'), e.FullName, e.CompressedLength, e.Length))
                .OrderBy(e => e.Path, StringComparer.Ordinal)
                .Select(e => new ImportFile(e.Path, e.Length, () => Open(file, e.FullName, e.CompressedLength)))];
        }
        catch (InvalidDataException)
        {
            throw new ImportException(Diagnostics.Catalogue.NothingPacked(new(file.Path)));
        }
    }

    private static MeasuredStream Open(ImportFile file, string entry, long packedLength)
    {
        var zip = new ZipArchive(file.Open(), ZipArchiveMode.Read);
        return new(zip.GetEntry(entry)!.Open(), file.Path, packedLength, zip);
    }
}
