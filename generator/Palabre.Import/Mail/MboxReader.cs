using System.Buffers;
using System.Text;

namespace Palabre.Import.Mail;

/// <summary>A letter as it lies in its file.</summary>
/// <param name="Bytes">Header and body, without the line that begins it in an mbox.</param>
/// <param name="IsCut">It was larger than <see cref="MboxReader.Largest"/>; its end is missing.</param>
internal readonly record struct RawLetter(string File, int Line, ReadOnlyMemory<byte> Bytes, string? Envelope, bool IsCut)
{
    /// <summary>It began with no header: all of it is text.</summary>
    internal bool IsHeadless { get; init; }
}

/// <summary>
/// Cuts an mbox into letters, one in memory at a time. A letter begins at an <see cref="Envelope"/> with a header below it: some
/// programs do not escape the same word in a text.
/// </summary>
internal static class MboxReader
{
    internal const int Largest = 64 << 20;

    /// <param name="astray">Told how many lines stand before the first letter, and are of none.</param>
    internal static IEnumerable<RawLetter> Read(ImportFile file, Action<int>? astray = null)
    {
        using var stream = file.Open();
        var lines = new ByteLines(stream);
        var letter = new Pile();
        if (Recognition.IsLetter(file.Path))
        {
            yield return Whole(file.Path, lines, letter);
            yield break;
        }

        // A file may be one letter, of whatever name, or its first may have lost what begins it.
        var begun = Envelope.IsField(lines.First().Span) ? 1 : 0;
        var (number, strays, wasEmpty, isMbox) = (0, 0, true, false);
        string? envelope = null;
        while (lines.Next() is { } line)
        {
            number++;
            if (line.Span.StartsWith("From "u8))
            {
                var begins = line.ToArray(); // the next look moves the lines
                if (Envelope.Begins(begins, lines.Ahead(), wasEmpty, isFirst: begun == 0 && strays == 0))
                {
                    if (begun > 0 && !letter.IsEmpty) yield return letter.Whole(file.Path, begun, envelope);
                    letter.Clear();
                    (begun, envelope, wasEmpty, isMbox) = (number, Encoding.Latin1.GetString(begins).Trim(), false, true);
                    continue;
                }

                line = begins;
            }

            wasEmpty = line.Span.TrimEnd("\r\n"u8).IsEmpty;
            if (begun > 0) letter.Add(line.Span, isEscaped: isMbox);
            else if (!wasEmpty) strays++;
        }

        if (begun > 0 && !letter.IsEmpty) yield return letter.Whole(file.Path, begun, envelope);
        if (strays > 0) astray?.Invoke(strays);
    }

    /// <summary>A file that is one letter; procmail and others leave the envelope in it.</summary>
    private static RawLetter Whole(string path, ByteLines lines, Pile letter)
    {
        string? envelope = null;
        for (var number = 1; lines.Next() is { } line; number++)
        {
            if (number == 1 && line.Span.StartsWith("From "u8) && !Envelope.IsField(line.Span)) envelope = Encoding.Latin1.GetString(line.Span).Trim();
            else letter.Add(line.Span, isEscaped: false);
        }

        return letter.Whole(path, 1, envelope);
    }

    /// <summary>The lines of a letter, up to <see cref="Largest"/> bytes.</summary>
    private sealed class Pile
    {
        private readonly ArrayBufferWriter<byte> bytes = new(1 << 16);
        private readonly HeaderFolds folds = new();
        private readonly byte[] end = new byte[2]; // of the line that was added last, which may go on
        private byte[]? second;
        private bool isCut, isHeadless, wasQuoted;
        private int endLength;

        internal void Add(ReadOnlySpan<byte> line, bool isEscaped = true)
        {
            if (bytes.WrittenCount == 0)
            {
                if (line.TrimEnd("\r\n"u8).IsEmpty) return;
                // An envelope more, of a letter that was sent on: unless what follows is no header.
                if (second is null && line.StartsWith(">From "u8))
                {
                    second = line.ToArray();
                    return;
                }

                isHeadless = !Envelope.IsField(line);
                folds.Begin(isHead: !isHeadless);
                if (isHeadless) bytes.Write("\n"u8);
                if (isHeadless && second is not null) bytes.Write(Unescaped(second));
            }

            var unescaped = isEscaped && !(wasQuoted && line.StartsWith(">From "u8)) ? Unescaped(line) : line;
            wasQuoted = line.StartsWith(">"u8) && unescaped.Length == line.Length;
            if (bytes.WrittenCount + unescaped.Length + 2 > Largest)
            {
                isCut = true;
                return;
            }

            var text = unescaped.TrimEnd("\r\n"u8);
            if (folds.Joins(text)) endLength = 0;
            End();
            bytes.Write(text);
            if (unescaped.Length - text.Length > end.Length) bytes.Write(unescaped[text.Length..^end.Length]); // empty lines of old Macs
            endLength = Math.Min(unescaped.Length - text.Length, end.Length);
            unescaped[^endLength..].CopyTo(end);
        }

        private void End()
        {
            bytes.Write(end.AsSpan(0, endLength));
            endLength = 0;
        }

        internal bool IsEmpty => bytes.WrittenCount == 0;

        /// <summary>Good until it is cleared.</summary>
        internal RawLetter Whole(string path, int line, string? envelope)
        {
            End();
            return new(path, line, bytes.WrittenMemory, envelope, isCut) { IsHeadless = isHeadless };
        }

        internal void Clear()
        {
            bytes.ResetWrittenCount();
            (isCut, isHeadless, wasQuoted, endLength, second) = (false, false, false, 0, null);
        }
    }

    /// <summary>
    /// <c>&gt;From </c> was <c>From </c>, and <c>&gt;&gt;From </c> one less (mboxrd; what mboxo loses nobody can know, save within a quotation).
    /// </summary>
    private static ReadOnlySpan<byte> Unescaped(ReadOnlySpan<byte> line) =>
        line.Length > 0 && line[0] == '>' && line.TrimStart((byte)'>').StartsWith("From "u8) ? line[1..] : line;
}

/// <summary>The lines of a stream, as bytes with their ends; good until the next.</summary>
internal sealed class ByteLines(Stream stream)
{
    private const int MostAhead = 2048;

    private byte[] buffer = new byte[1 << 16];
    private int start, end;
    private bool isDone;

    /// <summary>The first line that is not empty, or its first bytes, before any was taken. A mark of the order of bytes is no part of it.</summary>
    internal ReadOnlyMemory<byte> First()
    {
        while (!isDone && end < 1 << 10)
        {
            var read = stream.Read(buffer.AsSpan(end));
            if (read == 0) isDone = true;
            end += read;
        }

        if (buffer.AsSpan(0, end).StartsWith("\uFEFF"u8)) start = 3;
        var head = buffer.AsMemory(start, end - start).TrimStart("\r\n"u8);
        return head.Span.IndexOf((byte)'\n') is >= 0 and var length ? head[..length] : head;
    }

    /// <summary>What follows the line that was taken, up to the longest header that anything is decided by; good until the next line.</summary>
    internal ReadOnlySpan<byte> Ahead()
    {
        while (!isDone && end - start < MostAhead) Fill();
        return buffer.AsSpan(start, Math.Min(end - start, MostAhead));
    }

    internal ReadOnlyMemory<byte>? Next()
    {
        for (var searched = start; ;)
        {
            var found = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (found >= 0) return Take(searched + found + 1 - start);
            if (isDone || end - start > MboxReader.Largest) return end > start ? Take(end - start) : default(ReadOnlyMemory<byte>?);
            var more = Fill();
            searched = end - more;
        }
    }

    /// <summary>Reads on, and moves what is not yet taken to the front.</summary>
    /// <returns>How many bytes more there are.</returns>
    private int Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (end, start) = (end - start, 0);
        }

        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var read = stream.Read(buffer.AsSpan(end));
        if (read == 0) isDone = true;
        end += read;
        return read;
    }

    private ReadOnlyMemory<byte> Take(int length)
    {
        var line = buffer.AsMemory(start, length);
        start += length;
        return line;
    }
}
