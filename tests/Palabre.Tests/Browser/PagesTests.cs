using System.Text;
using AngleSharp.Dom;
using Palabre.Tests.Support;

namespace Palabre.Tests.Browser;

/// <summary>What holds of the finished files, before any browser opens them.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class PagesTests
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'";

    private const string RedirectPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

    private static IEnumerable<(PublishedSite Site, string File)> AllPages =>
        new[] { Archives.Sample, Archives.Made, Archives.Moved }.SelectMany(site => site.Pages.Select(file => (site, file)));

    [Test]
    public void Every_page_has_the_policy_before_anything_it_governs()
    {
        Assert.That(AllPages.Where(page => PolicyOf(page.Site.Page(page.File)) is not (Policy or RedirectPolicy)), Is.Empty);

        static string? PolicyOf(IDocument page) => page.Head!.Children
            .TakeWhile(e => e.LocalName is not ("link" or "script" or "style"))
            .FirstOrDefault(e => e.GetAttribute("http-equiv") == "Content-Security-Policy")?.GetAttribute("content");
    }

    [Test]
    public void No_page_has_a_style_or_a_script_of_its_own()
    {
        Assert.That(AllPages.SelectMany(page => page.Site.Page(page.File).All.Where(IsInline).Select(e => $"{page.Site}/{page.File}: {e.OuterHtml}")), Is.Empty);

        static bool IsInline(IElement e) =>
            e.LocalName == "style" || (e.LocalName == "script" && !e.HasAttribute("src") && e.GetAttribute("type") is not ("application/ld+json" or "text/html"))
            || e.Attributes.Any(a => a.Name == "style" || a.Name.StartsWith("on", StringComparison.Ordinal)
                || a.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
    }

    [Test]
    public void Nothing_is_loaded_from_elsewhere()
    {
        Assert.That(AllPages.SelectMany(page => page.Site.Page(page.File).QuerySelectorAll("[src], [srcset], [poster], link[href]:not([rel~=canonical]), image[href], use[href]")
            .SelectMany(e => e.Attributes.Where(a => a.Name is "src" or "srcset" or "poster" or "href"))
            .Select(a => a.Value).Where(address => !address.StartsWith(page.Site.Base, StringComparison.Ordinal))
            .Select(address => $"{page.Site}/{page.File}: {address}")), Is.Empty);
    }

    [Test]
    public void Every_link_within_the_site_leads_to_something()
    {
        Assert.That(AllPages.SelectMany(page => page.Site.Page(page.File).QuerySelectorAll("[href], [src]")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
            .Distinct().Where(address => !Leads(page.Site, page.File, address)).Select(address => $"{page.Site}/{page.File}: {address}")), Is.Empty);

        static bool Leads(PublishedSite site, string from, string address)
        {
            if (address.Contains(':', StringComparison.Ordinal)) return true; // elsewhere
            var hash = address.IndexOf('#', StringComparison.Ordinal);
            var path = hash < 0 ? address : address[..hash];
            if (path.Length > 0 && !path.StartsWith(site.Base, StringComparison.Ordinal)) return false;
            var file = path.Length == 0 ? from : site.FileAt(Uri.UnescapeDataString(path[site.Base.Length..]));
            if (file is null || hash < 0 || hash == address.Length - 1) return file is not null;
            return site.Page(file).GetElementById(Uri.UnescapeDataString(address[(hash + 1)..])) is not null;
        }
    }

    [Test]
    public void No_name_of_a_place_is_given_twice_on_a_page() =>
        Assert.That(AllPages.SelectMany(page => page.Site.Page(page.File).QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1)
            .Select(g => $"{page.Site}/{page.File}: {g.Key}")), Is.Empty);

    [Test]
    public void These_tests_open_every_kind_of_page()
    {
        var kinds = Archives.Sample.Pages.Select(file => Kind(Archives.Sample, file)).Where(kind => kind != "page-redirect").Distinct();
        Assert.That(PageKinds.OfSample.Select(path => Kind(Archives.Sample, Archives.Sample.FileAt(path)!)).Distinct(), Is.EquivalentTo(kinds));
        Assert.That(PageKinds.OfMade.Select(Archives.Made.FileAt), Has.None.Null);

        static string? Kind(PublishedSite site, string file) => site.Page(file).Body!.ClassName;
    }

    [Test]
    public void A_page_without_comments_is_light() =>
        Assert.That(Archives.Made.Bytes("2011/03/quiet/index.html"), Has.Length.LessThan(20_000));

    [Test]
    public void The_style_is_light() => Assert.That(Archives.Sample.Bytes("assets/style.css"), Has.Length.LessThan(30_000));

    [Test]
    public void The_script_is_light() => Assert.That(Archives.Sample.Bytes("assets/site.js"), Has.Length.LessThan(15_000));

    [Test]
    public void A_thousand_comments_weigh_little_beside_their_text()
    {
        const string file = "2011/03/thousand/index.html";
        var comments = Archives.Made.Page(file).QuerySelectorAll(".comment > .text");
        Assert.That(comments, Has.Length.EqualTo(MadeSite.Thousand));
        var said = comments.Sum(c => Encoding.UTF8.GetByteCount(c.TextContent));
        var data = Encoding.UTF8.GetByteCount(Archives.Made.Page(file).QuerySelector(DataBlocks.Selector)!.TextContent);
        Assert.That((Archives.Made.Bytes(file).Length - data - said) / MadeSite.Thousand, Is.LessThan(1200), "bytes of markup a comment");
        Assert.That((data - said) / MadeSite.Thousand, Is.LessThan(300), "bytes of data a comment, which browsers read last and do not run");
    }

    [TestCase("tamponnait plus vite que son ombre")]
    [TestCase("du formulaire rose, j'y étais")]
    [TestCase("la disposition des curieux")]
    public void The_words_of_a_removed_comment_are_in_no_file(string words)
    {
        Assert.That(Archives.Sample.Files.Where(file =>
            Encoding.UTF8.GetString(Archives.Sample.Bytes(file)).Contains(words, StringComparison.OrdinalIgnoreCase)), Is.Empty);
        Assert.That(Directory.EnumerateFiles(Path.Combine(Support.Repository.Root, "content"), "*ancien.yml", SearchOption.AllDirectories), Is.Not.Empty);
    }

    [Test]
    public void The_order_of_time_is_left_to_the_nested_page_by_search_engines()
    {
        var page = Archives.Sample.Page(PageKinds.PostInTime + "index.html");
        Assert.That(page.QuerySelector("meta[name=robots]")?.GetAttribute("content"), Is.EqualTo("noindex"));
        Assert.That(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"), Is.EqualTo("https://palabre.example/archive/" + PageKinds.Post));
    }
}
