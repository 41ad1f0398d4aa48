using System.Buffers;

namespace Palabre.Reading;

/// <summary>Texts of one line: names, titles, ids.</summary>
internal static class OneLine
{
    // Embeddings, overrides and isolates: a name that turns the direction of what follows it is no name.
    private const string Turning = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    private static readonly SearchValues<char> Unfit = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(i => (char)i), '\u2028', '\u2029', .. Turning]);

    /// <summary>Without white space around it; line ends and control characters within are spaces, and no character turns the direction of text.</summary>
    internal static string Of(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (!trimmed.ContainsAny(Unfit)) return trimmed.Length == text.Length ? text : trimmed.ToString();
        return string.Concat(trimmed.ToString().Where(c => !Turning.Contains(c)).Select(c => Unfit.Contains(c) ? ' ' : c)).Trim();
    }
}
