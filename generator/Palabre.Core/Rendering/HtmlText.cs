using System.Buffers;
using System.Text;

namespace Palabre.Rendering;

/// <summary>
/// Text made fit for HTML, between tags and in quoted attributes. What HTML forbids, or would make the words around
/// read in another order, becomes '�' or, where only its effect would go too far, nothing.
/// </summary>
internal static class HtmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
        ['&', '<', '>', '"', '\'', .. Enumerable.Range(0, char.MaxValue + 1).Select(i => (char)i).Where(c => IsForbidden(c) || Bidi.IsControl(c))]);

    internal static string Escape(string? text)
    {
        if (text is null) return "";
        var at = text.AsSpan().IndexOfAny(Special);
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
                case '\u202D' or '\u202E': escaped.Append('\uFFFD'); break; // overrides
                default:
                    if (IsForbidden(c)) escaped.Append('\uFFFD');
                    else if (!Bidi.IsControl(c)) escaped.Append(c);
                    break;
            }
        }

        return escaped.ToString();
    }

    private static bool IsForbidden(char c) => (char.IsControl(c) && c is not ('\t' or '\n' or '\r')) || c is '\uFFFE' or '\uFFFF';
}
