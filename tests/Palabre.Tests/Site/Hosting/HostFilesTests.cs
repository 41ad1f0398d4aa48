using Palabre.Site;
using Palabre.Tests.Support;

namespace Palabre.Tests.Site.Hosting;

/// <summary><c>_redirects</c>, <c>_headers</c>, and what an editor puts at the root.</summary>
public sealed class HostFilesTests
{
    private static string Site(string host, string more = "") => $"""
        -- content/site.yml --
        baseUrl: https://example.org
        host: {host}
        -- content/posts/2010-01-01-a.md --
        ---
        title: A
        aliases: [/old/, /2009/été.html, /old/#c-9]
        author: Ann
        ---
        Text.
        -- content/posts/2010-01-02-b.md --
        ---
        title: B
        aliases: /former/
        ---
        Text.
        {more}
        """;

    [TestCase("cloudflare", "301")]
    [TestCase("netlify", "301!")]
    [TestCase("any", "301")]
    public void Former_addresses_have_rules(string host, string status) =>
        Assert.That(SiteText.Prepare(Site(host)).Text("_redirects"), Is.EqualTo($"/2009/%C3%A9t%C3%A9.html /2010/01/a/ {status}\n/former/ /2010/01/b/ {status}\n"));

    [Test]
    public void Where_an_alias_names_an_anchor_the_page_alone_can_tell() =>
        Assert.That(SiteText.Prepare(Site("netlify")).Text("old/index.html"), Does.Contain("c-9"));

    [TestCase("github")]
    [TestCase("gitlab")]
    public void Hosts_that_do_not_heed_them_get_none(string host) =>
        Assert.That(SiteText.Prepare(Site(host)).Files.Select(f => f.Path), Has.None.StartsWith("_"));

    [Test]
    public void Headers_say_what_pages_say_and_what_only_headers_can()
    {
        var build = SiteText.Prepare(Site("cloudflare"));
        var headers = build.Text("_headers");
        Assert.That(headers, Does.StartWith("/*\n  X-Content-Type-Options: nosniff\n/\n  Content-Security-Policy: default-src 'none'; style-src 'self'; script-src 'self'; "));
        Assert.That(headers, Does.Contain("; frame-ancestors 'none'\n/:p1/\n"));
        Assert.That(headers, Does.Contain("/search/:file\n  Cache-Control: public, max-age=31536000, immutable\n"));
        Assert.That(headers, Does.Contain("/:p1/:p2/:p3/atom.xml\n  Content-Type: application/atom+xml; charset=utf-8\n"));
        var meta = System.Text.RegularExpressions.Regex.Match(build.Text("index.html"), "Policy\" content=\"([^\"]*)\"").Groups[1].Value;
        Assert.That(headers, Does.Contain(meta.Replace("&#39;", "'", StringComparison.Ordinal)));
        Assert.That(headers.Split('\n').Count(line => line.StartsWith('/')), Is.LessThanOrEqualTo(100), "as many as Cloudflare takes");
        Assert.That(headers.Split('\n'), Has.All.Length.LessThanOrEqualTo(2_000));
    }

    [Test]
    public void Searches_are_cached_by_the_hash_in_their_names_and_the_search_page_is_not()
    {
        var names = SiteText.Prepare(Site("cloudflare")).SearchFiles.Select(f => f.Path).ToArray();
        Assert.That(names, Has.All.Matches(@"^search/[^/]+\.(json|bin)$"));
    }

    [Test]
    public void What_stands_in_content_root_is_published_as_it_is()
    {
        using var site = new SiteOnDisk(Site("cloudflare", "-- content/root/CNAME --\nexample.org"));
        site.Write("content/root/.well-known/security.txt", "Contact: mailto:a@example.org\n").Write("content/root/.nojekyll", "mine\n")
            .Write("content/root/robots.txt", "User-agent: x\n").Write("content/root/_headers", "# mine\n").Write("content/root/.git/config", "no\n").Write("content/root/.DS_Store", "no\n").Build();
        Assert.That(site.Published("CNAME"), Is.EqualTo("example.org\n"));
        Assert.That(site.Published(".well-known/security.txt"), Is.EqualTo("Contact: mailto:a@example.org\n"));
        Assert.That(site.Published(".nojekyll") + site.Published("robots.txt") + site.Published("_headers"), Is.EqualTo("mine\nUser-agent: x\n# mine\n"), "before what Palabre would write");
        Assert.That(Directory.Exists(Path.Combine(site.Output, ".git")) || File.Exists(Path.Combine(site.Output, ".DS_Store")), Is.False);
    }

    [Test]
    public void What_stands_there_takes_no_pages_place() =>
        Assert.That(SiteText.Told(Site("github", "-- content/root/index.html --\nMine.")), Does.Contain("error PAL4001").And.Contain("content/root/index.html"));

    [Test]
    public void Nothing_else_changes_with_the_host()
    {
        var (with, without) = (SiteText.Prepare(Site("any")), SiteText.Prepare(Site("github")));
        Assert.That(with.Files.Select(f => f.Path).Except(["_headers", "_redirects"]), Is.EqualTo(without.Files.Select(f => f.Path)));
        foreach (var file in without.Files.OfType<RenderedFile>().Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)))
            Assert.That(with.Text(file.Path), Is.EqualTo(without.Text(file.Path)));
    }
}
