using System.Text;
using System.Text.Unicode;
using Palabre.Diagnostics;

namespace Palabre.Reading;

/// <summary>The text of a file: UTF-8, a BOM accepted, every line's end made LF.</summary>
internal static class TextFile
{
    /// <summary>The text, or null and a diagnostic.</summary>
    internal static string? Read(string path, ReadOnlySpan<byte> bytes, List<Diagnostic> diagnostics)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (bytes.TrimStart(" \t\r\n"u8).IsEmpty)
        {
            diagnostics.Add(Catalogue.EmptyFile(new(path), hasRemarks: false));
            return null;
        }

        if (Fault(path, bytes) is { } fault)
        {
            diagnostics.Add(fault);
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes);
        return WithLineFeeds(text);
    }

    internal static string WithLineFeeds(string text) => text.Contains('\r', StringComparison.Ordinal)
        ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;

    /// <summary>Null if the bytes are UTF-8 text.</summary>
    internal static Diagnostic? Fault(string path, ReadOnlySpan<byte> bytes) =>
        Utf8.IsValid(bytes) && !bytes.Contains((byte)0) ? null : NotUtf8(path, bytes);

    private static Diagnostic NotUtf8(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Catalogue.NotUtf8(new(path, 1, 1), ", but UTF-16");
        var good = ValidLength(bytes);
        var before = bytes[..good];
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        var guess = bytes[good] == 0 ? ": a null character stands here" : ": the byte at this place belongs to another encoding";
        return Catalogue.NotUtf8(new(path, line, column), guess);
    }

    /// <summary>How many bytes at the start are UTF-8 without a null character.</summary>
    private static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out var rune, out var length) != System.Buffers.OperationStatus.Done || rune.Value == 0)
                return at;
            at += length;
        }

        return at;
    }
}
