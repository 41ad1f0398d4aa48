using System.Collections.Frozen;
using Markdig.Helpers;
using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>
/// Writes HTML that people wrote through the allow-list. Nothing of it reaches the page as it stands: each element
/// and attribute is written anew, and all else is text. A sanitiser that edits a parsed tree has to know every way in
/// which a browser may read the result otherwise (mutation XSS); one that writes only what it knows has not.
/// </summary>
internal sealed class RawHtml(BodyText body, MarkupWriter writer, BodyLinks links, BodyProblems problems)
{
    private static readonly FrozenSet<string> KnownNames = FrozenSet.Create(
        "align", "alt", "bgcolor", "border", "class", "color", "compact", "dir", "face", "height", "hidden", "href", "hspace", "id", "lang", "name", "noshade",
        "nowrap", "rel", "size", "src", "style", "target", "title", "valign", "vspace", "width");

    private HashSet<string>? ids;

    /// <summary>
    /// Writes a piece. Elements that it opens stay open for the next; what it closes goes no further than the
    /// writer's barrier.
    /// </summary>
    /// <param name="line">0-based, in the body, as is <paramref name="column"/>: where the piece begins.</param>
    internal void Write(string html, int line, int column)
    {
        var tokens = new HtmlTokens(html);
        while (tokens.Next())
        {
            if (tokens.Kind == HtmlTokenKind.Text)
            {
                WriteText(tokens.Rest);
                continue;
            }

            tokens.MovePlace(ref line, ref column);
            if (tokens.Kind == HtmlTokenKind.EndTag) Close(tokens.Name, problems.At(line, column));
            else Open(tokens.Name, tokens.Rest, problems.At(line, column));
        }
    }

    private void WriteText(ReadOnlySpan<char> text) => writer.Prose(
        text.Contains('&') ? HtmlHelper.Unescape(text.ToString(), removeBackSlash: false) : text);

    private void Open(ReadOnlySpan<char> name, ReadOnlySpan<char> rest, SourceLocation place)
    {
        if (ElementOf(name) is not { } element)
        {
            TellOf($"<{name}>", name, place);
            return;
        }

        List<RawAttribute> attributes = rest.IsEmpty ? [] : RawAttributes.Read(rest);
        Report(element, attributes, place);
        if (element == HtmlElements.A) OpenLink(attributes, place);
        else if (element == HtmlElements.Img) WriteImage(attributes, place);
        else if (element != HtmlElements.Time || attributes.Exists(a => a.Name == "datetime" && RawAttributes.IsDateTime(a.Value)))
            OpenAllowed(element, attributes);
    }

    private HtmlElement? ElementOf(ReadOnlySpan<char> name)
    {
        var element = HtmlElement.Find(name) ?? HtmlElements.InsteadOf(name);
        return element is { HeadingLevel: > 0 } ? HtmlElements.Heading(element.HeadingLevel + body.HeadingShift) : element;
    }

    private void Close(ReadOnlySpan<char> name, SourceLocation place)
    {
        if (ElementOf(name) is not { } element) TellOf($"</{name}>", name, place);
        else if (!element.IsVoid) writer.CloseNearest(element);
    }

    private void TellOf(string written, ReadOnlySpan<char> name, SourceLocation place)
    {
        if (!body.IsComment || !HtmlElements.IsPresentational(name)) problems.AddRemoval(place, written);
    }

    private void OpenLink(List<RawAttribute> attributes, SourceLocation place)
    {
        if (attributes.ValueOf("href") is { } url) links.Open(url, attributes.ValueOf("title"), place);
    }

    private void WriteImage(List<RawAttribute> attributes, SourceLocation place)
    {
        var alt = attributes.ValueOf("alt") ?? "";
        if (attributes.ValueOf("src") is not { } url)
        {
            writer.Prose(alt);
            return;
        }

        if (!links.IsLinkOnly(url))
        {
            links.Image(url, alt, attributes.ValueOf("title"), place);
            return;
        }

        var depth = writer.Depth;
        if (links.Open(url, attributes.ValueOf("title"), place, isImage: true)) depth = writer.Depth - 1;
        writer.Verbatim(string.IsNullOrWhiteSpace(alt) ? url : alt);
        writer.CloseTo(depth);
    }

    private void OpenAllowed(HtmlElement element, List<RawAttribute> attributes)
    {
        if (!writer.TryOpen(element)) return;
        foreach (var attribute in attributes)
        {
            if (IdOf(attribute) is { } id) writer.Attribute("id", id);
            else if (RawAttributes.Allow(element, attribute) is { } value) writer.Attribute(attribute.Name, value);
        }

        writer.FinishTag();
    }

    /// <summary>Posts may name places in themselves; comments, which share a page with strangers, may not.</summary>
    private string? IdOf(RawAttribute attribute)
    {
        if (!body.HasIds || attribute.Name != "id" || !BodyIds.IsAllowed(attribute.Value)) return null;
        ids ??= new(StringComparer.Ordinal);
        return ids.Add(attribute.Value) ? body.IdPrefix + attribute.Value : null;
    }

    private void Report(HtmlElement element, List<RawAttribute> attributes, SourceLocation place)
    {
        var onlyScripts = body.IsComment && !AreWords(attributes); // the rest changes the appearance
        foreach (var (name, value) in attributes)
        {
            if (onlyScripts && !name.StartsWith("on", StringComparison.Ordinal)) continue;
            var passes = RawAttributes.Allow(element, new(name, value)) is not null
                || (element == HtmlElements.A && name is "href" or "rel" or "target")
                || (element == HtmlElements.Img && name is "src" or "alt" or "width" or "height" or "loading")
                || (name == "id" && BodyIds.IsAllowed(value));
            if (!passes) problems.AddRemoval(place, name);
        }
    }

    /// <summary>Three attributes without a value, and of names that no attribute has, are a sentence between pointed brackets.</summary>
    private static bool AreWords(List<RawAttribute> attributes) =>
        attributes.Count(attribute => attribute.Value.Length == 0 && !KnownNames.Contains(attribute.Name) && !attribute.Name.Contains('-')) > 2;
}
