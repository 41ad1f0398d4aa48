using System.Text;

namespace Palabre.Rendering;

/// <summary>
/// Where a line ends in the source and not in the text: Chinese, Japanese and Yi put no space between words, so that a line that is
/// broken among them goes on with nothing between (CSS Text Level 3, section 4.1.3), which not every browser knows.
/// </summary>
internal static class SegmentBreak
{
    // What comes first of all that is wide, and of the marks that are as wide as their neighbours.
    private const char First = '\u2014';

    /// <summary>Whether nothing stands between two lines of one paragraph.</summary>
    /// <param name="before">The first line, or its end.</param>
    /// <param name="after">The other one, or its beginning.</param>
    internal static bool Vanishes(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (before.IsEmpty || after.IsEmpty || before[^1] < First || after[0] < First) return false;
        Rune.DecodeLastFromUtf16(before, out var last, out _);
        Rune.DecodeFromUtf16(after, out var first, out _);
        var (a, b) = (IsWide(last.Value), IsWide(first.Value));
        return (a || b) && (a || IsMark(last.Value)) && (b || IsMark(first.Value));
    }

    /// <summary>Whether a text may be cut behind this character, as behind a space.</summary>
    internal static bool IsWide(char c) => c >= First && IsWide((int)c);

    /// <summary>East Asian Width F, W or H (Unicode Standard Annex 11) of the scripts that put no space between words: no Hangul, no emoji.</summary>
    private static bool IsWide(int c) => c
        is (>= 0x2E80 and <= 0x312F) or (>= 0x3190 and <= 0x31FF) or (>= 0x3220 and <= 0x325F) or (>= 0x3280 and <= 0xA4CF)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE10 and <= 0xFE19) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF01 and <= 0xFF9F)
        or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1AFF0 and <= 0x1B16F) or (>= 0x20000 and <= 0x3FFFD);

    /// <summary>Dashes, quotation marks, an ellipsis: Chinese has them, and other languages too.</summary>
    private static bool IsMark(int c) => c is '—' or '‘' or '’' or '“' or '”' or '…';
}
