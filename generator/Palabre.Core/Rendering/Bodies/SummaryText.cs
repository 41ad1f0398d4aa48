using System.Text;

namespace Palabre.Rendering;

/// <summary>As much of a Markdown post as its summary can come from: parsing is what a summary costs.</summary>
internal static class SummaryText
{
    /// <summary>What ends a summary.</summary>
    internal const string More = "<!--more-->";

    /// <summary>What stands before the mark; all where there is none, or nothing before it.</summary>
    internal static string BeforeMore(string text) =>
        text.IndexOf(More, StringComparison.Ordinal) is >= 0 and var at && !string.IsNullOrWhiteSpace(text[..at]) ? Head(text, at) : text;

    /// <summary>The first <paramref name="length"/> characters, and the definitions further down of what they refer to, each in its first line.</summary>
    internal static string Head(string text, int length)
    {
        var head = text[..length];
        if (!MayRefer(text, length)) return head;
        var both = new StringBuilder(head);
        foreach (var line in text.AsSpan(length).EnumerateLines())
            if (IsDefinition(line, out var mark) && head.AsSpan().Contains(mark, StringComparison.OrdinalIgnoreCase)) both.Append("\n\n").Append(line);
        return both.ToString();
    }

    /// <summary>Of a footnote, whose words do not matter here, or of a link: an address, and behind it a title or nothing.</summary>
    /// <param name="mark">Its name in brackets, as texts refer to it.</param>
    private static bool IsDefinition(ReadOnlySpan<char> line, out ReadOnlySpan<char> mark)
    {
        var end = line.StartsWith('[') ? line.IndexOf("]:", StringComparison.Ordinal) : -1;
        mark = end < 2 ? default : line[..(end + 1)];
        if (end < 2 || line[1] == '^') return end >= 2;
        var address = line[(end + 2)..].Trim();
        var space = address.IndexOf(' ');
        return space < 0 || address[(space + 1)..].TrimStart() is ['"' or '\'' or '(', ..];
    }

    /// <param name="length">How much to read at least, up to the next empty line.</param>
    internal static string Of(string text, int length)
    {
        if (text.Length <= length || text.Contains(More, StringComparison.Ordinal)) return text;
        var end = text.IndexOf("\n\n", length, StringComparison.Ordinal);
        if (end < 0) return text;
        return MayRefer(text, end) ? text : text[..end];
    }

    /// <summary>A link may be defined further down: [words][label] or [words].</summary>
    private static bool MayRefer(string text, int end) =>
        text.AsSpan(0, end).Contains('[') && text.AsSpan(end).Contains("]:", StringComparison.Ordinal);
}
