using System.Globalization;
using System.Text;

namespace Palabre.Diagnostics;

/// <summary>Text that people wrote, made fit for a line on a terminal.</summary>
public static class Excerpt
{
    /// <summary>
    /// At most <paramref name="length"/> UTF-16 units and an ellipsis. Control characters and those that change the
    /// direction of text, which could rewrite what the terminal shows, become '�'.
    /// </summary>
    public static string ForTerminal(string text, int length)
    {
        var shown = new StringBuilder(Math.Min(text.Length, length) + 1);
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length + rune.Utf16SequenceLength > length) return shown.Append('…').ToString();
            if (IsHarmless(rune)) shown.Append(rune.ToString());
            else shown.Append('�');
        }

        return shown.ToString();
    }

    private static bool IsHarmless(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        UnicodeCategory.Format => rune.Value is 0x200C or 0x200D, // joiners, which words of some scripts need
        _ => true,
    };
}
