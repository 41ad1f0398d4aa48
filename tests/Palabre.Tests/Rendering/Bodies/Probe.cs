using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Palabre.Model;
using Palabre.Rendering;

namespace Palabre.Tests.Rendering.Bodies;

/// <summary>Puts a body into a page, parses the page as a browser would, and looks for what may not be there.</summary>
internal static class Probe
{
    private const string Elements =
        " p br hr a em strong b i u s del ins sub sup small q cite blockquote pre code kbd samp var abbr dfn mark time wbr ul ol li "
        + "dl dt dd table thead tbody tfoot tr td th caption figure figcaption img details summary h1 h2 h3 h4 h5 h6 span div ";

    private const string Attributes =
        " href rel title src alt width height loading id class role lang dir cite datetime start reversed colspan rowspan scope open ";

    internal static void AssertSafe(string text, BodyFormat format, BodyTrust trust)
    {
        var html = Bodies.Render(text, format, trust, "fr").Html.ToString();
        var page = new HtmlParser().ParseDocument(
            $"<!doctype html><html><head><title>t</title></head><body><article id=\"probe\">{html}<p id=\"sentinel\">after</p></article></body></html>");
        var article = page.GetElementById("probe")!;
        Assert.That(page.GetElementById("sentinel")?.ParentElement, Is.SameAs(article), html);
        Assert.That(page.Body!.Children, Has.Length.EqualTo(1), html);
        foreach (var element in article.QuerySelectorAll("*").Where(e => e.Id != "sentinel")) AssertSafe(element, trust, html);
    }

    private static void AssertSafe(IElement element, BodyTrust trust, string html)
    {
        Assert.That(Elements.Contains($" {element.LocalName} ", StringComparison.Ordinal), html);
        Assert.That(element.NamespaceUri, Is.EqualTo("http://www.w3.org/1999/xhtml"), html);
        if (trust == BodyTrust.Comment) Assert.That(element.LocalName, Is.Not.EqualTo("img"), html);
        foreach (var attribute in element.Attributes)
        {
            Assert.That(Attributes.Contains($" {attribute.LocalName} ", StringComparison.Ordinal), html);
            if (attribute.LocalName == "id") Assert.That(attribute.Value, Does.StartWith(Bodies.Prefix), html);
            if (attribute.LocalName == "class") Assert.That(attribute.Value, Does.Match("^(language-[A-Za-z0-9+#._-]+|align-[a-z]+|footnotes)$"), html);
            if (attribute.LocalName is "href" or "src" or "cite") Assert.That(attribute.Value, Does.Match("^(https?://[^/\\\\]|mailto:[^/]|/site/|#c-1-)"), html);
        }

        if (element.GetAttribute("href") is { } href && href.StartsWith("http", StringComparison.Ordinal) && trust == BodyTrust.Comment)
            Assert.That(element.GetAttribute("rel"), Is.EqualTo("nofollow ugc noopener"), html);
    }
}
