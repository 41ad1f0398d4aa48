using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Palabre.Rendering;

/// <summary>
/// The size of a picture, in CSS pixels, as the first bytes of its file tell it: with it a page keeps the picture's place
/// free, and nothing moves when it arrives.
/// </summary>
internal static class PictureSize
{
    /// <returns>Null for what is no PNG, GIF, JPEG, WebP or SVG, or does not say its size.</returns>
    internal static (int Width, int Height)? Of(ReadOnlySpan<byte> bytes) =>
        Png(bytes) ?? Gif(bytes) ?? Jpeg(bytes) ?? WebP(bytes) ?? Svg(bytes);

    /// <summary>W3C PNG, section 11.2.1.</summary>
    private static (int, int)? Png(ReadOnlySpan<byte> bytes) => bytes.Length >= 24
        && bytes[..8].SequenceEqual((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        ? Sane(BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..])) : null;

    private static (int, int)? Gif(ReadOnlySpan<byte> bytes) => bytes.Length >= 10 && bytes.StartsWith("GIF8"u8)
        ? Sane(BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..])) : null;

    /// <summary>ITU T.81, annex B: the size stands in the first frame header.</summary>
    private static (int, int)? Jpeg(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8) return null;
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return Sane(BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }

    /// <summary>RFC 9649: simple, lossless and extended files.</summary>
    private static (int, int)? WebP(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30 || !bytes.StartsWith("RIFF"u8) || !bytes[8..].StartsWith("WEBP"u8)) return null;
        var chunk = bytes[12..];
        if (chunk.StartsWith("VP8 "u8))
            return Sane(BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF);
        if (chunk.StartsWith("VP8L"u8) && BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]) is var bits)
            return Sane((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
        return chunk.StartsWith("VP8X"u8)
            ? Sane((BinaryPrimitives.ReadInt32LittleEndian(bytes[24..]) & 0xFFFFFF) + 1, (BinaryPrimitives.ReadInt32LittleEndian(bytes[26..]) >> 8) + 1) : null;
    }

    private static (int, int)? Svg(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 4096)]);
        var start = text.IndexOf("<svg", StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf('>', start);
        if (end < 0) return null;
        var tag = text[start..end];
        if (Number(Attribute(tag, "width")) is { } width && Number(Attribute(tag, "height")) is { } height) return Sane(width, height);
        return Attribute(tag, "viewBox")?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries) is [_, _, var w, var h]
            && Number(w) is { } boxWidth && Number(h) is { } boxHeight ? Sane(boxWidth, boxHeight) : null;
    }

    private static string? Attribute(string tag, string name)
    {
        var at = tag.IndexOf($" {name}=", StringComparison.Ordinal);
        if (at < 0 || at + name.Length + 2 >= tag.Length) return null;
        var quote = tag[at + name.Length + 2];
        var start = at + name.Length + 3;
        var end = quote is '"' or '\'' && start < tag.Length ? tag.IndexOf(quote, start) : -1;
        return end < 0 ? null : tag[start..end];
    }

    /// <summary>A number without a unit, or in pixels; null for other units.</summary>
    private static int? Number(string? text) =>
        text is not null && double.TryParse(text.EndsWith("px", StringComparison.Ordinal) ? text[..^2] : text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number is >= 1 and <= 100_000 ? (int)Math.Round(number, MidpointRounding.AwayFromZero) : null;

    private static (int, int)? Sane(int width, int height) => width is >= 1 and <= 100_000 && height is >= 1 and <= 100_000 ? (width, height) : null;
}
