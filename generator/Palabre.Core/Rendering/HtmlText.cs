using System.Text;
using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>
/// Text made fit for HTML, between tags and in quoted attributes. What HTML forbids, or would make the words around
/// read in another order, becomes '�' or, where only its effect would go too far, nothing.
/// </summary>
internal static class HtmlText
{
    private static readonly char[] UnfitOnes =
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(i => (char)i).Where(c => IsForbidden(c) || Bidi.IsControl(c))];

    private static readonly SpecialChars Unfit = new(UnfitOnes);
    private static readonly SpecialChars Special = new(['&', '<', '>', '"', '\'', .. UnfitOnes]);

    internal static string Escape(string? text)
    {
        if (text is null) return "";
        var at = Special.IndexIn(text);
        if (at < 0) return text;
        var escaped = new StringBuilder(text.Length + 32).Append(text, 0, at);
        foreach (var c in text.AsSpan(at))
        {
            switch (c)
            {
                case '&': escaped.Append("&amp;"); break;
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '"': escaped.Append("&quot;"); break;
                case '\'': escaped.Append("&#39;"); break;
                default: AppendFit(escaped, c); break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>Writes what <see cref="Escape"/> gives.</summary>
    internal static void WriteEscaped(Utf8Buffer output, ReadOnlySpan<char> text)
    {
        for (int at; (at = Special.IndexIn(text)) >= 0; text = text[(at + 1)..])
        {
            ReadOnlySpan<byte> entity = text[at] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '"' => "&quot;"u8,
                '\'' => "&#39;"u8,
                var c => IsShownAsUnfit(c) ? "\uFFFD"u8 : ""u8,
            };
            if (entity.IsEmpty)
            {
                // What is left out may have kept the halves of a surrogate pair apart.
                output.Append(Escape(text.ToString()));
                return;
            }

            output.Append(text[..at]);
            output.Append(entity);
        }

        output.Append(text);
    }

    /// <summary>The text as <see cref="Escape"/> shows it, not escaped: for what escapes by rules of its own.</summary>
    internal static string Clean(string text)
    {
        if (!Unfit.AreIn(text)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var c in text) AppendFit(clean, c);
        return clean.ToString();
    }

    /// <summary>Appends a piece of text, escaped.</summary>
    internal static void AppendEscaped(StringBuilder output, ReadOnlySpan<char> text)
    {
        if (Special.AreIn(text)) output.Append(Escape(text.ToString()));
        else output.Append(text);
    }

    private static void AppendFit(StringBuilder text, char c)
    {
        if (IsShownAsUnfit(c)) text.Append('\uFFFD');
        else if (!Bidi.IsControl(c)) text.Append(c);
    }

    /// <summary>What HTML forbids, and the two that override the order of all that follows.</summary>
    private static bool IsShownAsUnfit(char c) => c is '\u202D' or '\u202E' || IsForbidden(c);

    private static bool IsForbidden(char c) => (char.IsControl(c) && c is not ('\t' or '\n' or '\r')) || c is '\uFFFE' or '\uFFFF';
}
