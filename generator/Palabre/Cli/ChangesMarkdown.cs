using System.Text;
using Palabre.Diagnostics;

namespace Palabre.Cli;

/// <summary>What a change does, for the page of a pull request. What somebody wrote stands in code alone: there it links to
/// nothing, names nobody, and is no markup.</summary>
internal static class ChangesMarkdown
{
    private const int MostOfAKind = 100; // a summary of GitHub Actions holds a mebibyte

    internal static string Of(Changes changes)
    {
        var text = new StringBuilder($"### {changes.Comparison.Summary}\n\nSince {changes.Since(Code)}.\n\n");
        foreach (var (source, line) in ChangesText.Lines(changes, Code, MostOfAKind))
            text.Append("- ").Append(line).Append(source is { } place ? $" ({Code(place.ToString())})" : "").Append('\n');
        foreach (var lost in changes.Comparison.Lost.Take(MostOfAKind)) text.Append("- to keep ").Append(Code(lost.Line.Place.ToString())).Append(": ").Append(Code(lost.Hint)).Append('\n');
        return text.Append('\n').ToString();
    }

    /// <summary>A code span (CommonMark 6.1): its fence is longer than any run of backticks within.</summary>
    private static string Code(string text)
    {
        var shown = Excerpt.ForTerminal(text, 200);
        var (longest, run) = (0, 0);
        foreach (var c in shown) longest = Math.Max(longest, run = c == '`' ? run + 1 : 0);
        var fence = new string('`', longest + 1);
        var gap = shown.Length == 0 || longest > 0 || (shown[0] == ' ' && shown[^1] == ' ') ? " " : "";
        return $"{fence}{gap}{shown}{gap}{fence}";
    }
}
