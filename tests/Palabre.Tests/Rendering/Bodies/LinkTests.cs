using Palabre.Rendering;

namespace Palabre.Tests.Rendering.Bodies;

public sealed class LinkTests
{
    private const string Ugc = " rel=\"nofollow ugc noopener\"";

    [TestCase("[a](https://b.example/c \"t\")", "<a href=\"https://b.example/c\"" + Ugc + " title=\"t\">a</a>", TestName = "Links elsewhere from a comment vouch for nothing")]
    [TestCase("[a](post:b)", "<a href=\"/site/post/b\">a</a>", TestName = "Links within the site are resolved")]
    [TestCase("[a](../b.html?c#d)", "<a href=\"/site/../b.html?c#d\">a</a>", TestName = "Relative ones too")]
    [TestCase("[*a*](gone)", "<em>a</em>", TestName = "What leads nowhere is text")]
    [TestCase("![a *b*](c.png)", "<a href=\"/site/c.png\">a <em>b</em></a>", TestName = "An image in a comment is a link with its description")]
    [TestCase("![](https://b.example/c.png)", "<a href=\"https://b.example/c.png\"" + Ugc + ">https://b.example/c.png</a>", TestName = "or with its address")]
    [TestCase("[](https://b.example/c)", "<a href=\"https://b.example/c\"" + Ugc + ">https://b.example/c</a>", TestName = "A link without words shows its address")]
    [TestCase("[![a](b.png)](https://c.example)", "<a href=\"https://c.example\"" + Ugc + ">a</a>", TestName = "Links do not nest")]
    [TestCase("<a@b.example>", "<a href=\"mailto:a@b.example\"" + Ugc + ">a@…</a>", TestName = "A mail address in pointed brackets")]
    [TestCase("<irc://b.example>", "&lt;irc://b.example&gt;", TestName = "Another scheme in pointed brackets")]
    [TestCase("ftp://b.example tel:12", "ftp://b.example tel:12", TestName = "Bare addresses of other schemes are text without a word")]
    [TestCase("[a]()", "a", TestName = "A link without an address")]
    public void In_a_comment(string markdown, string html) => Assert.That(Bodies.Comment(markdown), Is.EqualTo($"<p>{html}</p>"));

    [TestCase("[a](https://b.example)", "<a href=\"https://b.example\">a</a>", TestName = "Editors vouch for their links")]
    [TestCase("![a *b*](c.png \"t\")", "<img src=\"/site/c.png\" alt=\"a b\" title=\"t\" loading=\"lazy\">", TestName = "Images of the site are shown")]
    [TestCase("![a](https://b.example/c.png)", "<a href=\"https://b.example/c.png\">a</a>", TestName = "Images from elsewhere are links")]
    [TestCase("![a](gone.png)", "a", TestName = "An image that is not there leaves its description")]
    public void In_a_post(string markdown, string html) => Assert.That(Bodies.Post(markdown), Is.EqualTo($"<p>{html}</p>"));

    [Test]
    public void An_image_has_the_size_that_the_resolver_knows() => Assert.That(
        BodyRenderer.Render(Bodies.Of("![a](b)", trust: BodyTrust.Post), (_, _) => new("/b") { Width = 3, Height = 4 }).Html.ToString(),
        Is.EqualTo("<p><img src=\"/b\" alt=\"a\" width=\"3\" height=\"4\" loading=\"lazy\"></p>\n"));

    [TestCase("[a](https://example.org/club/b/?c#d)", "<a href=\"/club/b/?c#d\">a</a>", TestName = "The site's own address, written whole")]
    [TestCase("[a](HTTP://EXAMPLE.org/club/b/)", "<a href=\"/club/b/\">a</a>", TestName = "in another case, of another scheme")]
    [TestCase("<https://example.org/club/b/>", "<a href=\"/club/b/\">https://example.org/club/b/</a>", TestName = "as its own text")]
    [TestCase("![a](https://example.org/club/b/c.png)", "<img src=\"/club/b/c.png\" alt=\"a\" loading=\"lazy\">", TestName = "of a picture")]
    [TestCase("[a](https://example.org/club/gone/)", "<a href=\"https://example.org/club/gone/\">a</a>", TestName = "of nothing that the site has, which stays")]
    [TestCase("[a](https://example.org/clubs/)", "<a href=\"https://example.org/clubs/\">a</a>", TestName = "of another site of the host")]
    [TestCase("[a](https://example.org/)", "<a href=\"https://example.org/\">a</a>", TestName = "of the host")]
    [TestCase("[a](https://example.org.example/club/b/)", "<a href=\"https://example.org.example/club/b/\">a</a>", TestName = "of another host that begins like it")]
    [TestCase("[a](https://example.org@b.example/club/b/)", "<a href=\"https://example.org@b.example/club/b/\">a</a>", TestName = "of a user who is called like it")]
    [TestCase("[a](https://example.org:8080/club/b/)", "<a href=\"https://example.org:8080/club/b/\">a</a>", TestName = "of another port")]
    public void In_a_site_that_has_said_its_address(string markdown, string html) => Assert.That(
        BodyRenderer.Render(Bodies.Of(markdown, trust: BodyTrust.Post) with { Site = ("https://example.org", "/club") },
            (url, _) => url.StartsWith("/club/b/", StringComparison.Ordinal) ? new(url) : new(null, "Lost.")).Html.ToString(),
        Is.EqualTo($"<p>{html}</p>\n"));

    [Test]
    public void What_is_lost_of_the_site_is_told() => Assert.That(
        BodyRenderer.Render(Bodies.Of("[a](https://example.org/b)", trust: BodyTrust.Post) with { Site = ("https://example.org", "") }, (_, _) => new(null, "Lost.")).Diagnostics.Single().Message,
        Is.EqualTo("Lost."));

    [TestCase("http://a.example", "Outside http://a.example")]
    [TestCase("  HTTPS://a.example:8080/b c  ", "Outside HTTPS://a.example:8080/b%20c")]
    [TestCase("https://a.example/[b]?c=|d#e#f%zz%41", "Outside https://a.example/%5Bb%5D?c=%7Cd#e%23f%25zz%41")]
    [TestCase("http://[::1]:80/", "Outside http://[::1]:80/")]
    [TestCase("https://é.example/ü", "Outside https://é.example/ü")]
    [TestCase("https://a.example/\u202Egnp", "Outside https://a.example/%E2%80%AEgnp")]
    [TestCase("mailto:a@b.example?subject=c d", "Outside mailto:a@b.example?subject=c%20d")]
    [TestCase("post:a", "Site post:a")]
    [TestCase("#a:b", "Site #a:b")]
    [TestCase("a/b:c", "Site a/b:c")]
    [TestCase("?a=\\", "Site ?a=\\")]
    [TestCase("java\tscript:x", "Refused javascript:x")]
    [TestCase("\u0001javascript:x", "Refused javascript:x")]
    [TestCase("a\u0001b", "Refused a\u0001b")]
    [TestCase("\u0085a", "Refused \u0085a")]
    [TestCase("//a.example", "Refused //a.example")]
    [TestCase("/\\a.example", "Refused /\\a.example")]
    [TestCase("/\t/a.example", "Refused //a.example")]
    [TestCase("http:/a", "Refused http:/a")]
    [TestCase("http://a:b/", "Refused http://a:b/")]
    [TestCase("http://a b/", "Refused http://a b/")]
    [TestCase("http://@/", "Refused http://@/")]
    [TestCase("mailto:a", "Refused mailto:a")]
    [TestCase("x-y:z", "Refused x-y:z")]
    [TestCase("1:30", "Refused 1:30")]
    [TestCase("", "Refused ")]
    public void An_address_is_read_as_browsers_read_it(string written, string expected)
    {
        var address = LinkAddress.Read(written);
        Assert.That($"{address.Kind} {address.Url}", Is.EqualTo(expected));
    }
}
