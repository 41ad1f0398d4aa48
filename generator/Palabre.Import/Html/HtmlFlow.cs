using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Palabre.Rendering;

namespace Palabre.Import.Html;

/// <summary>
/// Reads HTML as a browser does, and cleans it: what only changes the appearance goes, paragraphs are paragraphs however
/// they were written, scripts and pixels are dropped, players become links.
/// </summary>
internal static partial class HtmlFlow
{
    private static readonly HashSet<string> Inline = new(
        ["a", "em", "strong", "b", "i", "u", "s", "del", "ins", "sub", "sup", "small", "q", "cite", "code", "kbd", "samp", "var", "abbr", "dfn", "mark", "span"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Blocks = new(
        ["blockquote", "ul", "ol", "li", "dl", "dt", "dd", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody",
         "tfoot", "tr", "td", "th", "caption", "figure", "figcaption", "details", "summary"],
        StringComparer.Ordinal);

    // What ends a paragraph and says nothing else.
    private static readonly HashSet<string> Boundaries = new(
        ["p", "div", "section", "article", "header", "footer", "aside", "main", "nav", "address", "center", "form", "fieldset", "hgroup", "menu", "dir", "legend"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Dropped = new(["script", "style", "template", "head", "title", "svg", "math", "link", "meta", "base"], StringComparer.Ordinal);

    private static readonly HashSet<string> Players = new(["iframe", "embed", "object", "video", "audio", "applet", "frame"], StringComparer.Ordinal);

    /// <param name="linesCount">A line's end in the text is one for readers too, an empty line a paragraph's.</param>
    internal static List<Part> Read(string html, bool linesCount, Findings findings)
    {
        var writer = new FlowWriter(linesCount);
        using var document = new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + html);
        var captionTables = 0;
        INode root = document.Body!;
        var node = root.FirstChild;
        while (node is not null)
        {
            var enters = Enter(node, writer, findings, ref captionTables);
            if (enters && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            if (enters) Leave(node, writer, ref captionTables);
            while (node is not null && node.NextSibling is null)
            {
                node = node.Parent;
                if (node is null || ReferenceEquals(node, root)) return writer.End();
                Leave(node, writer, ref captionTables);
            }

            node = node?.NextSibling;
        }

        return writer.End();
    }

    /// <returns>Whether what is in the node is read too; if not, it is not left either.</returns>
    private static bool Enter(INode node, FlowWriter writer, Findings findings, ref int captionTables)
    {
        switch (node)
        {
            case IText text:
                writer.Text(text.Data);
                return false;
            case IComment comment:
                if (comment.Data.Trim().StartsWith("more", StringComparison.Ordinal)) writer.More();
                else if (comment.Data.Trim() == "nextpage") writer.Boundary(); // WordPress begins another page there
                return false;
            case IElement element:
                return Enter(element, element.LocalName, writer, findings, ref captionTables);
            default:
                return false;
        }
    }

    private static bool Enter(IElement element, string name, FlowWriter writer, Findings findings, ref int captionTables)
    {
        if (Dropped.Contains(name))
        {
            if (name is "script" or "style") findings.Scripts++;
            return false;
        }

        if (Players.Contains(name))
        {
            Player(element, writer, findings);
            return false;
        }

        switch (name)
        {
            case "br":
                writer.Break();
                return false;
            case "hr":
                writer.Rule();
                return false;
            case "rt" when element.ParentElement?.QuerySelector("rp") is null: // how a word is said stands above it, and here behind it
                writer.Text("(");
                return true;
            case "img":
                Picture(element, writer, findings);
                return false;
            case "table" when element.GetAttribute("class")?.Contains("tr-caption-container", StringComparison.Ordinal) == true:
                captionTables++; // how Blogger puts a caption below a picture
                break;
        }

        if (captionTables > 0 && name is "table" or "tbody" or "tr" or "td") writer.Boundary();
        else if (Boundaries.Contains(name)) writer.Boundary();
        else if (Blocks.Contains(name)) writer.Open(new(PartKind.Open, name, "", AttributesOf(element, name)));
        else if (name == "a") Link(element, writer);
        else if (InlineOf(element, name) is { } inline) writer.Enter(inline);
        return true;
    }

    private static void Leave(INode node, FlowWriter writer, ref int captionTables)
    {
        if (node is not IElement { LocalName: var name } element) return;
        if (captionTables > 0 && name is "table" or "tbody" or "tr" or "td")
        {
            writer.Boundary();
            if (name == "table" && element.GetAttribute("class")?.Contains("tr-caption-container", StringComparison.Ordinal) == true) captionTables--;
        }
        else if (Boundaries.Contains(name)) writer.Boundary();
        else if (Blocks.Contains(name)) writer.Close(name);
        else if (name == "rt" && element.ParentElement?.QuerySelector("rp") is null) writer.Text(")");
        else if (name == "a" ? AddressOf(element) is not null : InlineOf(element, name) is not null) writer.Leave();
    }

    private static Part? InlineOf(IElement element, string name)
    {
        var known = name switch { "strike" => "s", "tt" => "code", "acronym" => "abbr", _ => name };
        if (!Inline.Contains(known)) return null;
        var attributes = AttributesOf(element, known);
        // A span without a language or a direction says nothing, an abbreviation without its words little.
        return known is "span" or "abbr" && attributes is null ? null : new(PartKind.Open, known, "", attributes);
    }

    private static List<(string, string)>? AttributesOf(IElement element, string name)
    {
        List<(string, string)>? kept = null;
        foreach (var attribute in element.Attributes)
        {
            var isKept = (attribute.Name, name) switch
            {
                ("title", "abbr" or "dfn") or ("cite", "blockquote" or "q") or ("start", "ol") => true,
                ("reversed", "ol") or ("open", "details") => true,
                ("colspan" or "rowspan", "td" or "th") => attribute.Value.Trim() is not ("1" or ""),
                ("lang", "span" or "blockquote" or "q") => true,
                ("dir", "span" or "blockquote") => attribute.Value.Equals("rtl", StringComparison.OrdinalIgnoreCase),
                ("class", "code") => attribute.Value.StartsWith("language-", StringComparison.Ordinal),
                _ => false,
            };
            if (isKept) (kept ??= []).Add((attribute.Name, attribute.Value.Trim()));
        }

        return kept;
    }

    private static void Link(IElement element, FlowWriter writer)
    {
        if (element.GetAttribute("name") == "more") writer.More(); // Blogger's mark for the rest of a post
        if (AddressOf(element) is not { } url) return;
        var title = element.GetAttribute("title")?.Trim();
        writer.Enter(new(PartKind.Open, "a", url, string.IsNullOrEmpty(title) ? null : [("title", title)]));
    }

    /// <summary>An address that may stand in the archive; null for scripts, and for addresses of e-mail.</summary>
    private static string? AddressOf(IElement element) =>
        element.GetAttribute("href")?.Trim() is { Length: > 0 } written && LinkAddress.Read(written) is { Kind: not AddressKind.Refused } address
        && !address.Url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? address.Url : null;

    private static void Picture(IElement element, FlowWriter writer, Findings findings)
    {
        var source = element.GetAttribute("src")?.Trim() ?? "";
        if (IsPixel(element, source))
        {
            findings.Trackers++;
            return;
        }

        var alt = element.GetAttribute("alt")?.Trim() ?? "";
        if (LinkAddress.Read(source) is not { Kind: not AddressKind.Refused } address)
        {
            if (source.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) findings.InlinePictures++;
            if (alt.Length > 0) writer.Text(alt);
            return;
        }

        if (address.Kind == AddressKind.Outside) findings.RemotePictures++;
        // A picture that leads to itself in full size is one picture.
        var larger = element.ParentElement is { LocalName: "a" } link && AddressOf(link) is { } target && IsPicture(target) && IsSame(target, address.Url) ? target : null;
        writer.Picture(larger ?? address.Url, alt, element.GetAttribute("title")?.Trim() ?? "", larger is not null);
    }

    /// <summary>Whether two addresses are of one picture: systems put its size into the name, or into a folder.</summary>
    private static bool IsSame(string one, string other) => NameOf(one).Equals(NameOf(other), StringComparison.OrdinalIgnoreCase);

    private static string NameOf(string url)
    {
        var end = url.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? url : url[..end];
        return Size().Replace(path[(path.LastIndexOf('/') + 1)..], "");
    }

    [GeneratedRegex(@"(?:-\d{1,5}x\d{1,5}|-scaled|-e\d{6,13}|_[a-z]|-thumb(?:nail)?)*\.[A-Za-z]{3,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex Size();

    private static bool IsPixel(IElement element, string source) =>
        (element.GetAttribute("width")?.Trim() is "0" or "1" && element.GetAttribute("height")?.Trim() is "0" or "1")
        || source.Contains("blogger.googleusercontent.com/tracker/", StringComparison.Ordinal)
        || source.Contains("stats.wordpress.com/", StringComparison.Ordinal)
        || source.Contains("feeds.feedburner.com/~r/", StringComparison.Ordinal);

    private static bool IsPicture(string url)
    {
        var end = url.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? url : url.AsSpan(0, end);
        foreach (var ending in new[] { ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg" })
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static void Player(IElement element, FlowWriter writer, Findings findings)
    {
        var source = element.GetAttribute("src") ?? element.GetAttribute("data")
            ?? element.QuerySelector("source[src], embed[src], param[name=movie]") switch
            {
                { LocalName: "param" } parameter => parameter.GetAttribute("value"),
                var inner => inner?.GetAttribute("src"),
            };
        findings.Embeds++;
        if (source?.Trim() is not { Length: > 0 } url) return;
        if (url.StartsWith("//", StringComparison.Ordinal)) url = "https:" + url;
        if (LinkAddress.Read(url) is not { Kind: AddressKind.Outside } address) return;
        writer.Boundary();
        writer.Enter(new(PartKind.Open, "a", address.Url));
        writer.Text(address.Url);
        writer.Leave();
        writer.Boundary();
    }
}
