namespace Palabre.Rendering;

/// <summary>Writes a body that people wrote in HTML.</summary>
internal static class HtmlMarkup
{
    internal static bool Write(BodyText body, ResolveLink resolve, MarkupWriter writer, BodyProblems problems)
    {
        HashSet<string>? ids = null;
        var links = new BodyLinks(body, resolve, writer, problems, fragment =>
            body.Trust != BodyTrust.Comment && (ids ??= IdsIn(body.Text)).Contains(fragment) ? body.IdPrefix + fragment : null);
        new RawHtml(body, writer, links, problems).Write(body.Text, 0, 0);
        return true;
    }

    private static HashSet<string> IdsIn(string html)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var tokens = new HtmlTokens(html); tokens.Next();)
        {
            if (tokens.Kind != HtmlTokenKind.StartTag || !tokens.Rest.Contains("id", StringComparison.OrdinalIgnoreCase)) continue;
            if (RawAttributes.Read(tokens.Rest).ValueOf("id") is { } id && BodyIds.IsAllowed(id)) ids.Add(id);
        }

        return ids;
    }
}
