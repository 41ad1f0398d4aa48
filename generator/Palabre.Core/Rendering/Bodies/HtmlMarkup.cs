namespace Palabre.Rendering;

/// <summary>Writes a body that people wrote in HTML.</summary>
internal static class HtmlMarkup
{
    internal static bool Write(BodyText body, ResolveLink resolve, MarkupWriter writer, BodyProblems problems)
    {
        HashSet<string>? ids = null;
        var links = new BodyLinks(body, resolve, writer, problems, fragment =>
            !body.IsComment && BodyIds.IsAllowed(fragment) && (ids ??= BodyIds.In(body.Text)).Contains(fragment) ? body.IdPrefix + fragment : null);
        new RawHtml(body, writer, links, problems).Write(body.Text, 0, 0);
        return true;
    }
}
