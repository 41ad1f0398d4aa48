using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Rendering;

/// <summary>
/// Fits the headings of a text into the page around it: whatever level a writer begins with, the highest heading stands
/// one below what it is a part of, so that no level is skipped.
/// </summary>
internal static class HeadingLevels
{
    /// <summary>What to add to each heading's level for the highest to get <paramref name="top"/>.</summary>
    internal static int Shift(string text, BodyFormat format, int top) => top - (format switch
    {
        BodyFormat.Markdown => OfMarkdown(text),
        BodyFormat.Html => OfHtml(text),
        _ => 1,
    });

    private static int OfMarkdown(string text)
    {
        if (!text.AsSpan().ContainsAny('#', '=', '-')) return 1;
        var highest = 7;
        var isAfterText = false;
        var fence = new CodeFence();
        foreach (var line in new TextLines(text))
        {
            if (fence.Holds(line))
            {
                isAfterText = false;
                continue;
            }

            var trimmed = line.TrimStart(' ');
            if (trimmed.StartsWith("#")) highest = Math.Min(highest, Level(trimmed));
            if (isAfterText && trimmed.Length > 0 && trimmed.TrimEnd() is var under)
            {
                // A line of '=' or '-' below a paragraph makes it a heading (CommonMark 0.31, section 4.3).
                if (!under.ContainsAnyExcept('=')) highest = 1;
                else if (!under.ContainsAnyExcept('-')) highest = Math.Min(highest, 2);
            }

            isAfterText = !trimmed.IsEmpty && trimmed[0] != '#';
        }

        return highest > 6 ? 1 : highest;
    }

    private static int Level(ReadOnlySpan<char> line)
    {
        var rest = line.TrimStart('#');
        return rest.IsEmpty || rest[0] is ' ' or '\t' ? Math.Min(line.Length - rest.Length, 7) : 7;
    }

    private static int OfHtml(string text)
    {
        for (var level = 1; level <= 6; level++)
            if (text.Contains($"<h{level}", StringComparison.OrdinalIgnoreCase)) return level;
        return 1;
    }
}
