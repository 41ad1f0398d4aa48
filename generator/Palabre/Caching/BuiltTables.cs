using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Palabre.Disk;
using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Caching;

/// <summary>
/// Sources and files of a <see cref="LastBuild"/> as bytes: of each what has always the same size, as it lies in memory; then each
/// path, its length in 4 bytes and itself in UTF-8. There are hundreds of thousands, read each time.
/// </summary>
internal static class BuiltTables
{
    internal static void Write(BinaryWriter to, IReadOnlyList<BuiltSource> sources) =>
        Write(to, sources, s => s.Path, s => new SourceRow(s.Length, s.Stamp, s.Digest, s.AsksAddresses ? 1 : 0));

    internal static void Write(BinaryWriter to, IReadOnlyList<BuiltFile> files) =>
        Write(to, files, f => f.Path, f => new FileRow(f.Look, f.Digest, f.Made ?? default, f.Made is null ? 0 : 1));

    /// <param name="table">As <see cref="Take"/> gives it.</param>
    /// <param name="files">Ordinal by path, as the sources are: a path of them is taken from there.</param>
    internal static BuiltSource[] Sources(ReadOnlySpan<byte> table, IReadOnlyList<SourceFile> files)
    {
        var sources = new BuiltSource[Count(ref table)];
        var paths = table[(Unsafe.SizeOf<SourceRow>() * sources.Length)..];
        for (int i = 0, k = 0; i < sources.Length; i++)
        {
            var row = Row<SourceRow>(table, i);
            sources[i] = new(Path(ref paths, files, ref k), row.Length, row.Stamp, row.Digest, row.Asks != 0);
        }

        return sources;
    }

    /// <param name="table">As <see cref="Take"/> gives it.</param>
    internal static BuiltFile[] Files(ReadOnlySpan<byte> table)
    {
        var files = new BuiltFile[Count(ref table)];
        var paths = table[(Unsafe.SizeOf<FileRow>() * files.Length)..];
        for (var i = 0; i < files.Length; i++)
        {
            var row = Row<FileRow>(table, i);
            files[i] = new(Encoding.UTF8.GetString(Path(ref paths)), row.Look, row.Digest, row.IsKnown != 0 ? row.Made : null);
        }

        return files;
    }

    /// <summary>The bytes of the next table, which are read later.</summary>
    internal static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> rest)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(rest.Span);
        var table = rest.Slice(sizeof(int), length);
        rest = rest[(sizeof(int) + length)..];
        return table;
    }

    private static void Write<T, TRow>(BinaryWriter to, IReadOnlyList<T> values, Func<T, string> path, Func<T, TRow> row)
        where TRow : unmanaged
    {
        var length = sizeof(int) + ((Unsafe.SizeOf<TRow>() + sizeof(int)) * values.Count);
        foreach (var value in values) length += Encoding.UTF8.GetByteCount(path(value));
        to.Write(length);
        to.Write(values.Count);
        foreach (var value in values)
        {
            var fixedPart = row(value);
            to.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<TRow>(in fixedPart)));
        }

        foreach (var value in values)
        {
            to.Write(Encoding.UTF8.GetByteCount(path(value)));
            to.Write(path(value).AsSpan());
        }
    }

    private static int Count(ref ReadOnlySpan<byte> table)
    {
        var count = BinaryPrimitives.ReadInt32LittleEndian(table);
        table = table[sizeof(int)..];
        return count;
    }

    private static TRow Row<TRow>(ReadOnlySpan<byte> table, int i)
        where TRow : unmanaged => MemoryMarshal.Read<TRow>(table[(i * Unsafe.SizeOf<TRow>())..]);

    private static ReadOnlySpan<byte> Path(ref ReadOnlySpan<byte> paths)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(paths);
        var path = paths.Slice(sizeof(int), length);
        paths = paths[(sizeof(int) + length)..];
        return path;
    }

    // Two equal strings would be two to allocate, to keep, and to compare letter by letter.
    private static string Path(ref ReadOnlySpan<byte> paths, IReadOnlyList<SourceFile> files, ref int k)
    {
        var bytes = Path(ref paths);
        if (k < files.Count && Ascii.Equals(bytes, files[k].Path)) return files[k++].Path;
        var path = Encoding.UTF8.GetString(bytes);
        while (k < files.Count && string.CompareOrdinal(files[k].Path, path) < 0) k++;
        return k < files.Count && files[k].Path == path ? files[k++].Path : path;
    }

    private readonly record struct SourceRow(long Length, long Stamp, Digest Digest, long Asks);

    private readonly record struct FileRow(FileLook Look, Digest Digest, Fingerprint Made, long IsKnown);
}
