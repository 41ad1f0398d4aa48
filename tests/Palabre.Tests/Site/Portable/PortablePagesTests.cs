using Palabre.Model;
using Palabre.Site;
using Palabre.Tests.Support;

namespace Palabre.Tests.Site.Portable;

/// <summary><c>build --portable</c>: pages that open from a disk.</summary>
public sealed class PortablePagesTests
{
    private static readonly HashSet<string> Files =
        new(["index.html", "archive/index.html", "2010/01/a/index.html", "2010/01/b/index.html", "assets/style.css", "media/é b.png", "old.html"], StringComparer.Ordinal);

    private static string Made(string page, string path = "2010/01/a/index.html", Settings? settings = null) =>
        PortablePages.Of(settings ?? new() { Origin = "https://example.org", BasePath = "/x" }, path, page, Files.Contains);

    [TestCase("""<a href="/x/">""", """<a href="../../../index.html">""")]
    [TestCase("""<a href="/x/2010/01/b/#c-1">""", """<a href="../b/index.html#c-1">""")]
    [TestCase("""<a href="/x/2010/01/a/#c-1">""", """<a href="#c-1">""", Description = "the page's own")]
    [TestCase("""<a class=x href='/x/archive/?a=1&amp;b=2'>""", """<a class=x href='../../../archive/index.html?a=1&amp;b=2'>""")]
    [TestCase("""<link href=/x/assets/style.css>""", """<link href=../../../assets/style.css>""")]
    [TestCase("""<IMG alt="a > b" SRC = "/x/media/%C3%A9%20b.png" />""", """<IMG alt="a > b" SRC = "../../../media/%C3%A9%20b.png" />""")]
    [TestCase("""<dialog data-search="/x/archive/" data-text="/x/nothing">""", """<dialog data-search="../../../archive/index.html" data-text="/x/nothing">""")]
    [TestCase("""<meta http-equiv="refresh" content="0; url=/x/old.html">""", """<meta http-equiv="refresh" content="0; url=../../../old.html">""")]
    [TestCase("""<a href="/other/">""", """<a href="https://example.org/other/">""", Description = "elsewhere on the domain")]
    [TestCase("""<a href="//cdn.example/x/">""", """<a href="//cdn.example/x/">""")]
    [TestCase("""<a href="https://example.org/x/">""", """<a href="https://example.org/x/">""")]
    [TestCase("""<a href="#c-1">""", """<a href="#c-1">""")]
    [TestCase("""<p title="/x/archive/">href="/x/archive/" &lt;a href="/x/"</p>""", """<p title="/x/archive/">href="/x/archive/" &lt;a href="/x/"</p>""")]
    [TestCase("""<!-- <a href="/x/"> --><script>"<a href='/x/'>"</script><a href="/x/">""", """<!-- <a href="/x/"> --><script>"<a href='/x/'>"</script><a href="../../../index.html">""")]
    [TestCase("<a href=\"/x/", "<a href=\"../../../index.html")]
    [TestCase("<a href", "<a href")]
    [TestCase("<", "<")]
    [TestCase("<script", "<script")]
    [TestCase("<!--", "<!--")]
    [TestCase("<a href=", "<a href=")]
    public void Links_to_files_of_the_site_are_relative(string page, string made) => Assert.That(Made(page), Is.EqualTo(made));

    [Test]
    public void Without_a_base_address_links_that_lead_nowhere_stay() =>
        Assert.That(Made("""<a href="/"><a href="/nowhere/">""", "index.html", new()), Is.EqualTo("""<a href="index.html"><a href="/nowhere/">"""));

    [Test]
    public void The_time_is_linear_in_the_page()
    {
        foreach (var part in new[] { "<script ", "<a href=\"", "<!-- ", "<a <b ", "</script <script>", "<a x='" })
        {
            var page = string.Concat(Enumerable.Repeat(part, 400_000));
            var clock = System.Diagnostics.Stopwatch.StartNew();
            Made(page);
            Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)), part);
        }
    }

    [Test]
    public void Every_link_of_every_page_leads_to_a_file_that_is_there([Values("https://example.org/", "https://example.org/archive", null)] string? baseUrl)
    {
        using var folder = new SiteOnDisk("-- content/site.yml --\ntitle: unused");
        var output = Path.Combine(folder.Root, "out");
        var options = new[] { "build", Repository.Root, "--output", output, "--portable", "--now", "2016-01-01T00:00:00Z", "--export" };
        var ran = SiteOnDisk.Palabre([.. options, .. baseUrl is null ? Array.Empty<string>() : ["--base-url", baseUrl]]);
        Assert.That(ran.Status, Is.Zero, ran.Output);
        var wrong = new List<string>();
        var links = 0;
        foreach (var file in Directory.EnumerateFiles(output, "*.html", SearchOption.AllDirectories))
        {
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(File.ReadAllText(file));
            foreach (var (element, name) in page.All.Concat(page.QuerySelectorAll("template").OfType<AngleSharp.Html.Dom.IHtmlTemplateElement>().SelectMany(t => t.Content.QuerySelectorAll("*")))
                .SelectMany(e => e.Attributes.Where(a => a.Name is "href" or "src" or "action" or "poster" or "data-search" or "data-start").Select(a => (e, a.Name))))
            {
                var link = element.GetAttribute(name)!;
                if (link.Contains(':', StringComparison.Ordinal) && Uri.TryCreate(link, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" or "mailto") continue;
                links++;
                var path = Uri.UnescapeDataString(link.Split('#', '?')[0]);
                var target = path.Length == 0 ? file : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, path));
                if (link.StartsWith('/') || !File.Exists(target)) wrong.Add($"{Path.GetRelativePath(output, file)}: {name}=\"{link}\"");
            }
        }

        Assert.That(wrong, Is.Empty);
        Assert.That(links, Is.GreaterThan(500));
    }

    [Test]
    public void The_words_are_the_same_portable_or_not()
    {
        const string Drawing = """
            -- content/posts/2010-01-12-hello.md --
            ---
            title: Hello
            author: Ann
            aliases: /old/
            themes: trust
            ---
            Text, and [a link](/archive/).
            -- content/comments/hello.yml --
            - id: c1
              author: Bob
              date: 2010-01-13
              body: Said.
            """;
        using var plain = new SiteOnDisk(Drawing).Build();
        using var portable = new SiteOnDisk(Drawing).Build("--portable");
        Assert.That(portable.Pages, Is.EqualTo(plain.Pages));
        foreach (var page in plain.Pages)
            Assert.That(SiteOnDisk.Words(portable.Page(page).DocumentElement), Is.EqualTo(SiteOnDisk.Words(plain.Page(page).DocumentElement)), page);
        foreach (var file in new[] { "atom.xml", "sitemap.xml", "2010/01/hello/atom.xml", "assets/style.css" })
            Assert.That(portable.Published(file), Is.EqualTo(plain.Published(file)), file);
        Assert.That(portable.Page("2010/01/hello/index.html").QuerySelector("link[rel=canonical]")!.GetAttribute("href"), Is.EqualTo("https://example.org/2010/01/hello/"));
    }
}
