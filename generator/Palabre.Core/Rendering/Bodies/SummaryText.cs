namespace Palabre.Rendering;

/// <summary>As much of a Markdown post as its summary can come from: parsing is what a summary costs.</summary>
internal static class SummaryText
{
    /// <param name="length">How much to read at least, up to the next empty line.</param>
    internal static string Of(string text, int length)
    {
        if (text.Length <= length || text.Contains("<!--more-->", StringComparison.Ordinal)) return text;
        var end = text.IndexOf("\n\n", length, StringComparison.Ordinal);
        if (end < 0) return text;
        // A link may be defined further down: [words][label] or [words].
        var mayRefer = text.AsSpan(0, end).Contains('[') && text.AsSpan(end).Contains("]:", StringComparison.Ordinal);
        return mayRefer ? text : text[..end];
    }
}
