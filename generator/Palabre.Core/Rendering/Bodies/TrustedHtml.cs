namespace Palabre.Rendering;

/// <summary>
/// Writes HTML of posts that are trusted as it stands, but for what links and pictures name within the site: that is led where Markdown would
/// lead it, or told. It has other addresses on other pages, and below the path of the site.
/// </summary>
internal sealed class TrustedHtml(MarkupWriter writer, BodyLinks links, BodyProblems problems)
{
    /// <param name="line">0-based, in the body, as is <paramref name="column"/>: where the piece begins.</param>
    internal void Write(string html, int line, int column)
    {
        var written = 0;
        var tokens = new HtmlTokens(html);
        while (tokens.Next())
        {
            if (tokens.Kind != HtmlTokenKind.StartTag) continue;
            tokens.MovePlace(ref line, ref column);
            var rest = tokens.Start + 1 + tokens.Name.Length;
            var attributes = new HtmlAttributes(tokens.Rest);
            while (attributes.Next())
            {
                if (attributes.Value.Length == 0 || IsPicture(tokens.Name, attributes.Name) is not { } isPicture) continue;
                if (links.Within(attributes.Value, isPicture, problems.At(line, column)) is not { } url || url == attributes.Value) continue;
                var (start, length) = attributes.Written;
                writer.Raw(html.AsSpan(written..(rest + start)));
                writer.Raw(HtmlText.Escape(url));
                written = rest + start + length;
            }
        }

        writer.Raw(html.AsSpan(written..));
    }

    /// <summary>Whether the attribute's address is shown, or else followed; null of one that holds no address.</summary>
    private static bool? IsPicture(ReadOnlySpan<char> element, ReadOnlySpan<char> attribute) =>
        attribute.Equals("href", StringComparison.OrdinalIgnoreCase) && (Is(element, "a") || Is(element, "area")) ? false
        : attribute.Equals("src", StringComparison.OrdinalIgnoreCase) && (Is(element, "img") || Is(element, "source") || Is(element, "video") || Is(element, "audio")) ? true
        : attribute.Equals("poster", StringComparison.OrdinalIgnoreCase) && Is(element, "video") ? true
        : null;

    private static bool Is(ReadOnlySpan<char> element, string name) => element.Equals(name, StringComparison.OrdinalIgnoreCase);
}
