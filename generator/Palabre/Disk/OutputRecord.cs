using System.Buffers;
using System.Text;

namespace Palabre.Disk;

/// <summary>A file that Palabre wrote, or was about to write, and what it held.</summary>
internal readonly record struct RecordLine(string Path, Digest Digest);

/// <summary>
/// What Palabre wrote: the file <c>SHA256SUMS</c> of the output folder, in the form that <c>sha256sum -c</c> verifies. Many a
/// folder of downloads has a file of that name and form; ours is known by a line for <see cref="OutputMark"/>.
/// </summary>
/// <param name="Lines">Ordinal by path, without the mark. During a commit a path may have several lines: what stands
/// there is one of them.</param>
/// <param name="IsOurs">Whether the mark is among the lines; if not, they say nothing of what Palabre wrote.</param>
/// <param name="Damaged">The number of lines that were passed over.</param>
internal sealed record OutputRecord(IReadOnlyList<RecordLine> Lines, bool IsOurs, int Damaged)
{
    private const int PathAt = Digest.HexSize + 2;

    private static readonly byte[] MarkLine = Format([])[..^1].ToArray();

    /// <summary>Of a folder in which nothing was ever written.</summary>
    internal static OutputRecord Empty { get; } = new([], IsOurs: false, Damaged: 0);

    /// <summary>Never throws, whatever the bytes are; a path that could lead out of the output folder is damage.</summary>
    internal static OutputRecord Parse(ReadOnlySpan<byte> bytes)
    {
        var lines = new List<RecordLine>(bytes.Length / 100);
        var damaged = 0;
        var ours = false;
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n');
            if (end >= 0 && bytes[..end].SequenceEqual(MarkLine)) ours = true;
            else if (end >= 0 && ParseLine(bytes[..end]) is { } line) lines.Add(line);
            else damaged++;
            bytes = end < 0 ? [] : bytes[(end + 1)..];
        }

        return new(Sorted(lines), ours, damaged);
    }

    /// <summary>Whether Palabre is recorded to have written a file: to be asked on any thread, and seldom for any.</summary>
    internal Func<string, bool> Owns(StringComparer comparer)
    {
        var owned = new Lazy<HashSet<string>>(() => new(Lines.Select(line => line.Path), comparer));
        return path => owned.Value.Contains(path);
    }

    /// <summary>The lines whose files are no longer wanted.</summary>
    /// <param name="files">Ordinal by path.</param>
    internal IEnumerable<RecordLine> NotIn(StagedFile[] files, StringComparer comparer)
    {
        var gone = new List<RecordLine>();
        var next = 0;
        foreach (var line in Lines)
        {
            while (next < files.Length && string.CompareOrdinal(files[next].Path, line.Path) < 0) next++;
            if (next == files.Length || files[next].Path != line.Path) gone.Add(line);
        }

        if (gone.Count == 0 || comparer.Equals(StringComparer.Ordinal)) return gone;
        var wanted = new HashSet<string>(files.Select(file => file.Path), comparer);
        return gone.Where(line => !wanted.Contains(line.Path));
    }

    /// <summary>The lines of both, those in common once.</summary>
    /// <param name="others">Ordinal by path.</param>
    internal static List<RecordLine> Union(IReadOnlyList<RecordLine> lines, IReadOnlyList<RecordLine> others)
    {
        var union = new List<RecordLine>(lines.Count + others.Count);
        int i = 0, j = 0;
        while (i < lines.Count || j < others.Count)
        {
            var order = i == lines.Count ? 1 : j == others.Count ? -1 : string.CompareOrdinal(lines[i].Path, others[j].Path);
            var line = order <= 0 ? lines[i++] : others[j++];
            if (union.Count == 0 || union[^1] != line) union.Add(line);
        }

        return union;
    }

    /// <param name="lines">Ordinal by path.</param>
    internal static ReadOnlySpan<byte> Format(IReadOnlyList<RecordLine> lines)
    {
        var bytes = new ArrayBufferWriter<byte>(256 + (lines.Count * 128));
        var marked = false;
        foreach (var line in lines)
        {
            if (!marked && string.CompareOrdinal(OutputPaths.Mark, line.Path) < 0)
            {
                FormatLine(OutputMark.Line, bytes);
                marked = true;
            }

            FormatLine(line, bytes);
        }

        if (!marked) FormatLine(OutputMark.Line, bytes);
        return bytes.WrittenSpan;
    }

    private static void FormatLine(RecordLine line, ArrayBufferWriter<byte> bytes)
    {
        var span = bytes.GetSpan(PathAt + Encoding.UTF8.GetMaxByteCount(line.Path.Length) + 1);
        line.Digest.Write(span);
        span[PathAt - 2] = span[PathAt - 1] = (byte)' ';
        var end = PathAt + Encoding.UTF8.GetBytes(line.Path, span[PathAt..]);
        span[end] = (byte)'\n';
        bytes.Advance(end + 1);
    }

    private static RecordLine? ParseLine(ReadOnlySpan<byte> line)
    {
        if (line.Length <= PathAt || !line[Digest.HexSize..PathAt].SequenceEqual("  "u8)) return null;
        if (Digest.Parse(line[..Digest.HexSize]) is not { } digest) return null;
        if (!System.Text.Unicode.Utf8.IsValid(line[PathAt..])) return null;
        var path = Encoding.UTF8.GetString(line[PathAt..]);
        return OutputPaths.IsSound(path) ? new(path, digest) : null;
    }

    private static List<RecordLine> Sorted(List<RecordLine> lines)
    {
        for (var i = 1; i < lines.Count; i++)
            if (string.CompareOrdinal(lines[i - 1].Path, lines[i].Path) > 0)
                return [.. lines.OrderBy(line => line.Path, StringComparer.Ordinal)]; // somebody sorted it otherwise
        return lines;
    }
}
