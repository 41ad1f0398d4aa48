using AngleSharp.Dom;
using Palabre.Tests.Support;

namespace Palabre.Tests.Site;

/// <summary>Everything that people write is hostile here; what is looked at is every page that comes of it.</summary>
public sealed class SafetyTests
{
    private static readonly string[] Texts =
    [
        "<script>alert(1)</script>", "\"><svg onload=alert(1)>", "' onclick=alert(1) x='", "</title><script>alert(1)</script>",
        "{{ 7*7 }}", "javascript:alert(1)", "data:text/html,<script>1</script>", "//evil.example/x.js", "https://evil.example/\"onload=1",
        "../../../etc/passwd", "/etc/hosts", "con", "page", "themes", "\u202Etxt.exe", "\u0001\u0085", "]]>", "-->", "&#x6a;avascript:1",
    ];

    private const string Body = """
        <script>alert(1)</script> <img src=//evil.example/x.png onerror=alert(1)> <iframe src=//evil.example></iframe>
        <a href=" java&Tab;script:alert(1)" onclick=1>a</a> <a href="data:text/html,x">b</a> <style>@import '//evil.example'</style>
        <svg><a xlink:href="javascript:1"><set attributeName=href to=javascript:1 /></a></svg> <base href=//evil.example>
        <form action=//evil.example><input autofocus onfocus=1></form> <meta http-equiv=refresh content="0;url=//evil.example">
        <link rel=stylesheet href=//evil.example/x.css> <video poster=//evil.example/x.png src=//evil.example/v></video>

        [c](javascript:alert(1)) ![d](https://evil.example/x.png) <javascript:alert(1)> [e](https://example.org/ "x\" onmouseover=1")

        </article></main></body></html>
        """;

    private static readonly string[] Loading = ["script", "img", "iframe", "embed", "object", "audio", "video", "source", "track", "input", "image", "use"];

    [Test]
    public void No_text_becomes_anything_but_text()
    {
        using var site = new SiteOnDisk(Drawing("markdown")).Build();
        foreach (var page in site.Pages) HoldsSafe(site, page);
    }

    [Test]
    public void No_HTML_of_a_comment_becomes_active()
    {
        using var site = new SiteOnDisk(Drawing("html")).Build();
        foreach (var page in site.Pages) HoldsSafe(site, page);
    }

    [Test]
    public void No_name_leaves_the_output_folder()
    {
        using var site = new SiteOnDisk(Drawing("text"));
        var before = SiteOnDisk.Contents(site.Root);
        site.Build();
        Assert.That(SiteOnDisk.Contents(site.Root).Where(f => !f.StartsWith("output", StringComparison.Ordinal) && !f.StartsWith(".palabre", StringComparison.Ordinal)), Is.EqualTo(before));
        foreach (var page in site.Pages)
            Assert.That(page.Split('/'), Has.None.AnyOf("", ".", "..", "con").And.All.Length.LessThan(200), page);
    }

    [Test]
    public void Feeds_are_whole_whatever_is_in_them()
    {
        using var site = new SiteOnDisk(Drawing("markdown")).Build();
        foreach (var feed in new[] { "atom.xml", "comments.xml", "sitemap.xml" })
            Assert.That(() => System.Xml.Linq.XDocument.Parse(site.Published(feed)), Throws.Nothing, feed);
    }

    /// <summary>The look's scripts, in the head, where no text of anybody stands; and the form of the search page.</summary>
    private static bool IsOurs(AngleSharp.Dom.IElement element, string path) =>
        element is { LocalName: "script", TextContent: "", ParentElement.LocalName: "head" }
            ? element.GetAttribute("src") is "/assets/site.js" || (path == "search/index.html" && element.GetAttribute("src") is "/assets/search-page.js")
            : path == "search/index.html" && element is { LocalName: "form", Id: "search" };

    /// <summary>What the look's scripts make parts of pages of, in the words of the site: no browser takes it for a script, or for a part of the page.</summary>
    private static bool IsKit(AngleSharp.Dom.IElement element) =>
        element is { LocalName: "script", Id: "kit" or "search-result" } && element.Attributes is [{ Name: "type", Value: "text/html" }, { Name: "id" }]
        && element.ParentElement is { LocalName: "body" } or { Id: "main" } or { ParentElement.Id: "main" };

    /// <summary>What the page says for machines: data that holds no mark of HTML, at the end of the body.</summary>
    private static bool IsData(AngleSharp.Dom.IElement element) =>
        element.LocalName == "script" && element.Attributes is [{ Name: "type", Value: "application/ld+json" }] && element == element.Owner!.Body!.LastElementChild
        && !element.TextContent.AsSpan().ContainsAny('<', '>', '&') && System.Text.Json.Nodes.JsonNode.Parse(element.TextContent) is not null;

    private static void HoldsSafe(SiteOnDisk site, string path)
    {
        foreach (var element in site.Page(path).All)
        {
            var where = $"{path}: {element.OuterHtml[..Math.Min(element.OuterHtml.Length, 200)]}";
            if (IsOurs(element, path) || IsKit(element) || IsData(element)) continue;
            Assert.That(element.LocalName, Is.Not.AnyOf("script", "iframe", "object", "embed", "base", "form", "style"), where);
            foreach (var attribute in element.Attributes)
            {
                Assert.That(attribute.Name, Does.Not.StartWith("on").And.Not.EqualTo("style").And.Not.EqualTo("srcdoc"), where);
                if (attribute.LocalName is not ("href" or "src" or "srcset" or "poster" or "data" or "action" or "cite")) continue;
                var address = string.Concat(attribute.Value.Where(c => c > ' '));
                Assert.That(address, Does.Not.Match("(?i)^(javascript|data|vbscript|file):"), where);
                if (Loading.Contains(element.LocalName) || IsLoadingLink(element))
                    Assert.That(address, Does.Not.Match("^(//|[a-z]+:)").IgnoreCase, where);
            }

            if (element.LocalName == "meta" && element.GetAttribute("http-equiv")?.Equals("refresh", StringComparison.OrdinalIgnoreCase) == true)
                Assert.That(element.GetAttribute("content"), Does.Not.Contain("evil"), where);
        }

        Assert.That(site.Page(path).Body!.TextContent, Does.Not.Contain("\u202E").And.Not.Contain("\u0001"), path);
        Assert.That(site.Page(path).Title, Does.Not.Contain("49"), path);
    }

    private static bool IsLoadingLink(IElement element) => element.LocalName == "link"
        && element.GetAttribute("rel")?.Split(' ').Any(rel => rel is "stylesheet" or "icon" or "preload" or "prefetch" or "preconnect" or "manifest") == true;

    /// <summary>Each text as author, theme, title, slug, summary, address, alias, id …, and a body of the worst.</summary>
    private static string Drawing(string format) => string.Concat(Texts.Select((text, i) =>
    {
        var quoted = System.Text.Json.JsonSerializer.Serialize(text); // also a YAML text in double quotes
        return $"""
            -- content/posts/2010-01-{i + 1:00}-p{i}.md --
            ---
            title: {quoted}
            author: [{quoted}, a{i}]
            id: p{i}
            slug: {quoted}
            themes: [{quoted}]
            summary: {quoted}
            image: {quoted}
            relayed: {"{"}by: {quoted}, from: {quoted}, url: {quoted}{"}"}
            parallel: [{"{"}title: {quoted}, url: {quoted}, site: {quoted}, language: {quoted}{"}"}]
            extra: {"{"}x: {quoted}{"}"}
            ---
            {Body}
            -- content/comments/p{i}/c{i}.yml --
            author: {quoted}
            id: {quoted}
            date: 2010-02-01
            url: {quoted}
            avatar: {quoted}
            language: {quoted}
            format: {format}
            body: |
              {text.Replace('\u0001', 'x').Replace('\u0085', 'x')}

              {Body.ReplaceLineEndings("\n  ")}

            """;
    })).TrimEnd() + "\n-- content/site.yml --\ntitle: \"</title><script>alert(1)</script>\"\ndescription: \"\\\"><svg onload=1>\"\nbaseUrl: https://example.org\n";
}
