using System.Buffers;
using System.Text;

namespace Palabre.Rendering;

/// <summary>Text made fit for HTML, between tags and in quoted attributes.</summary>
internal static class HtmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

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
                default: escaped.Append(c); break;
            }
        }

        return escaped.ToString();
    }
}
