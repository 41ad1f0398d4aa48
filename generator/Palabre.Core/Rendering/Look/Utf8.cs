using System.Buffers;
using System.Text;

namespace Palabre.Rendering;

/// <summary>Writes text as UTF-8.</summary>
internal static class Utf8
{
    // Longer runs are written piece by piece, so that no buffer is asked to be three times as long as a text.
    private const int Piece = 4096;

    /// <summary>In one pass. Halves of surrogate pairs that stand alone become U+FFFD.</summary>
    /// <returns>How many bytes.</returns>
    internal static int WriteUtf8(this IBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        var all = 0;
        while (!text.IsEmpty)
        {
            var piece = text.Length <= Piece ? text : text[..(char.IsHighSurrogate(text[Piece - 1]) ? Piece - 1 : Piece)];
            var bytes = Encoding.UTF8.GetBytes(piece, output.GetSpan(piece.Length * 3));
            output.Advance(bytes);
            all += bytes;
            text = text[piece.Length..];
        }

        return all;
    }
}
