using Palabre.Tests.Support;

namespace Palabre.Tests.Site;

/// <summary>Every page leads programs to the site's feeds, and to that of what it shows.</summary>
public sealed class DiscoveryTests
{
    private static readonly string[] OfSite = ["atom+xml /a/atom.xml", "atom+xml /a/comments.xml", "feed+json /a/feed.json"];

    [Test]
    public void Every_page_leads_to_the_feeds_of_the_site_and_each_of_these_is_there()
    {
        using var site = Built();
        foreach (var page in site.Pages)
        {
            var feeds = Feeds(site, page);
            Assert.That(feeds, Is.SupersetOf(page == "old/index.html" ? OfSite[..1] : OfSite), page);
            foreach (var feed in feeds) Assert.That(File.Exists(Path.Combine(site.Output, feed.Split(' ')[1]["/a/".Length..])), $"{page}: {feed}");
        }
    }

    [TestCase("themes/trust/index.html", "atom+xml /a/themes/trust/atom.xml", "feed+json /a/themes/trust/feed.json")]
    [TestCase("authors/ann/index.html", "atom+xml /a/authors/ann/atom.xml")]
    [TestCase("2010/01/hello/index.html", "atom+xml /a/2010/01/hello/atom.xml")]
    [TestCase("2010/01/hello/chronological/index.html", "atom+xml /a/2010/01/hello/atom.xml")]
    [TestCase("2010/01/more/index.html", "atom+xml /a/2010/01/more/atom.xml", "atom+xml /a/2010/01/hello/atom.xml")]
    [TestCase("discussions/hello/index.html", "atom+xml /a/2010/01/hello/atom.xml")]
    [TestCase("index.html")]
    public void A_page_names_its_own_feed_first(string page, params string[] feeds)
    {
        using var site = Built();
        Assert.That(Feeds(site, page), Is.EqualTo(feeds.Concat(OfSite)));
        Assert.That(site.Page(page).QuerySelectorAll("link[rel=alternate]").Select(l => l.GetAttribute("title")), Has.None.Null.And.None.Empty);
        foreach (var feed in feeds.Where(f => f.StartsWith("atom", StringComparison.Ordinal)))
            Assert.That(site.Page(page).QuerySelectorAll("body a").Select(a => a.GetAttribute("href")), Does.Contain(feed.Split(' ')[1]), "for readers, too");
    }

    private static string[] Feeds(SiteOnDisk site, string page) => [.. site.Page(page).QuerySelectorAll("link[rel=alternate]")
        .Select(l => $"{l.GetAttribute("type")!["application/".Length..]} {l.GetAttribute("href")}")];

    private static SiteOnDisk Built() => new SiteOnDisk("""
        -- content/posts/2010-01-12-hello.md --
        ---
        title: Hello
        author: Ann
        themes: [trust]
        aliases: [/old/]
        ---
        Text.
        -- content/comments/hello/c1.yml --
        {author: Bob, date: 2010-01-13, body: One.}
        -- content/comments/hello/c2.yml --
        {author: Bob, date: 2010-01-14, body: Two.}
        -- content/comments/hello/c3.yml --
        {author: Ann, date: 2010-01-15, replyTo: c1, body: Three.}
        -- content/posts/2010-01-20-more.md --
        ---
        title: More
        replyTo: hello
        ---
        Text.
        -- content/pages/about.md --
        About.
        """).Build("--base-url", "https://example.org/a");
}
