using System.Buffers;
using System.Text;

namespace Palabre.Import.Mail;

/// <summary>A letter as it lies in its file.</summary>
/// <param name="Bytes">Header and body, without the line that begins it in an mbox.</param>
/// <param name="IsCut">It was larger than <see cref="MboxReader.Largest"/>; its end is missing.</param>
internal readonly record struct RawLetter(string File, int Line, ReadOnlyMemory<byte> Bytes, string? Envelope, bool IsCut);

/// <summary>
/// Cuts an mbox into letters (RFC 4155), one in memory at a time. A letter begins at a line <c>From </c> that a date
/// follows, after an empty line or at the start: some programs do not escape the same word in a text.
/// </summary>
internal static class MboxReader
{
    internal const int Largest = 64 << 20;

    internal static IEnumerable<RawLetter> Read(ImportFile file)
    {
        using var stream = file.Open();
        if (Recognition.IsLetter(file.Path))
        {
            var whole = Whole(stream);
            yield return new(file.Path, 1, whole, null, whole.Length == Largest);
            yield break;
        }

        var letter = new ArrayBufferWriter<byte>(1 << 16);
        string? envelope = null;
        var (number, begun, wasEmpty, isCut) = (0, 0, true, false);
        var lines = new ByteLines(stream);
        while (lines.Next() is { } line)
        {
            number++;
            if (wasEmpty && IsStart(line.Span))
            {
                if (begun > 0) yield return new(file.Path, begun, letter.WrittenMemory, envelope, isCut);
                letter.ResetWrittenCount();
                (begun, wasEmpty, isCut) = (number, false, false);
                envelope = Encoding.Latin1.GetString(line.Span).Trim();
                continue;
            }

            wasEmpty = line.Span.TrimEnd("\r\n"u8).IsEmpty;
            if (begun == 0) continue; // what stands before the first letter is none
            if (letter.WrittenCount + line.Length > Largest) isCut = true;
            else letter.Write(Unescaped(line.Span));
        }

        if (begun > 0) yield return new(file.Path, begun, letter.WrittenMemory, envelope, isCut);
    }

    private static ReadOnlyMemory<byte> Whole(Stream stream)
    {
        var whole = new ArrayBufferWriter<byte>(1 << 14);
        while (whole.WrittenCount < Largest && stream.Read(whole.GetSpan(1 << 12)) is > 0 and var read) whole.Advance(read);
        return whole.WrittenMemory[..Math.Min(whole.WrittenCount, Largest)];
    }

    private static bool IsStart(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("From "u8)) return false;
        var rest = line[5..];
        for (var i = 2; i + 2 < rest.Length; i++)
            if (rest[i] == ':' && IsDigit(rest[i - 1]) && IsDigit(rest[i + 1]) && HasYear(rest)) return true;
        return false;
    }

    private static bool HasYear(ReadOnlySpan<byte> line)
    {
        var run = 0;
        foreach (var b in line)
        {
            run = IsDigit(b) ? run + 1 : 0;
            if (run == 4) return true;
        }

        return false;
    }

    private static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';

    /// <summary><c>&gt;From </c> was <c>From </c>, and <c>&gt;&gt;From </c> one less (mboxrd; what mboxo loses nobody can know).</summary>
    private static ReadOnlySpan<byte> Unescaped(ReadOnlySpan<byte> line) =>
        line.Length > 0 && line[0] == '>' && line.TrimStart((byte)'>').StartsWith("From "u8) ? line[1..] : line;
}

/// <summary>The lines of a stream, as bytes with their ends; good until the next.</summary>
internal sealed class ByteLines(Stream stream)
{
    private byte[] buffer = new byte[1 << 16];
    private int start, end;
    private bool isDone;

    internal ReadOnlyMemory<byte>? Next()
    {
        for (var searched = start; ;)
        {
            var found = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (found >= 0) return Take(searched + found + 1 - start);
            if (isDone || end - start > MboxReader.Largest) return end > start ? Take(end - start) : default(ReadOnlyMemory<byte>?);
            searched = end;
            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (searched, end, start) = (searched - start, end - start, 0);
            }

            if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var read = stream.Read(buffer.AsSpan(end));
            if (read == 0) isDone = true;
            end += read;
        }
    }

    private ReadOnlyMemory<byte> Take(int length)
    {
        var line = buffer.AsMemory(start, length);
        start += length;
        return line;
    }
}
