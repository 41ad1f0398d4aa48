using Palabre.Model;

namespace Palabre.Reading;

/// <summary>The heading that serves as a post's title where it has none.</summary>
internal static class Heading
{
    /// <summary>The text of the first line that begins with one to six '#' and a space, outside of fenced code; null if none.</summary>
    internal static string? First(string markdown)
    {
        var fence = new CodeFence();
        foreach (var line in new TextLines(markdown))
        {
            var text = line.TrimStart();
            if (fence.Holds(line) || !text.StartsWith("#")) continue;
            var title = text.TrimStart('#');
            if (text.Length - title.Length > 6 || !title.StartsWith(" ")) continue;
            title = title.Trim().TrimEnd('#').Trim().Trim("*_`");
            if (title.Length > 0) return title.ToString();
        }

        return null;
    }
}
