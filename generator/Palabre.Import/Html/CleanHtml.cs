using System.Text;

namespace Palabre.Import.Html;

/// <summary>Writes a cleaned text as HTML: a block a line, and no empty line, so that it is one block within Markdown too.</summary>
internal static class CleanHtml
{
    internal static string Of(IReadOnlyList<Part> parts, int from, int to)
    {
        var html = new StringBuilder();
        var verbatim = 0;
        for (var i = from; i < to; i++)
        {
            var part = parts[i];
            switch (part.Kind)
            {
                case PartKind.Open:
                    if (part.Name == "pre") verbatim++;
                    Tag(part, html);
                    break;
                case PartKind.Close:
                    if (part.Name == "pre") verbatim--;
                    html.Append("</").Append(part.Name).Append('>');
                    if (MarkdownText.IsBlock(part.Name)) html.Append('\n');
                    break;
                case PartKind.Text:
                    Escape(part.Value, html, verbatim > 0);
                    break;
                case PartKind.Break:
                    html.Append("<br>\n");
                    break;
                case PartKind.Rule:
                    html.Append("<hr>\n");
                    break;
                case PartKind.Picture:
                    html.Append("<img");
                    Attribute("src", part.Value, html);
                    Attribute("alt", part.Attribute("alt") ?? "", html);
                    if (part.Attribute("title") is { Length: > 0 } title) Attribute("title", title, html);
                    html.Append('>');
                    break;
            }
        }

        return html.ToString().TrimEnd('\n');
    }

    internal static void Tag(Part part, StringBuilder html)
    {
        html.Append('<').Append(part.Name);
        if (part.Name == "a") Attribute("href", part.Value, html);
        foreach (var (name, value) in part.Attributes ?? []) Attribute(name, value, html);
        html.Append('>');
    }

    private static void Attribute(string name, string value, StringBuilder html)
    {
        html.Append(' ').Append(name).Append("=\"");
        foreach (var c in value)
        {
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '"' => html.Append("&quot;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '\n' or '\r' => html.Append(' '),
                _ => html.Append(c),
            };
        }

        html.Append('"');
    }

    private static void Escape(string text, StringBuilder html, bool isVerbatim)
    {
        for (var i = 0; i < text.Length; i++)
        {
            _ = text[i] switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                // An empty line would end the block.
                '\n' when isVerbatim && (html.Length == 0 || html[^1] == '\n') => html.Append("&#10;"),
                var c => html.Append(c),
            };
        }
    }
}
