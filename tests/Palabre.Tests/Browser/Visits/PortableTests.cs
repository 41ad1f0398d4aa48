using System.IO.Compression;
using Microsoft.Playwright;
using Palabre.Cli;
using Palabre.Tests.Support;

namespace Palabre.Tests.Browser.Visits;

/// <summary>A reader opens the archive from a disk: no server, <c>file://</c> alone.</summary>
public sealed class PortableTests : VisitTests
{
    private static DirectoryInfo folder = null!;

    [OneTimeSetUp]
    public static async Task Build()
    {
        folder = Directory.CreateTempSubdirectory("palabre-portable-");
        var moved = folder.CreateSubdirectory("site");
        MovedSite.WriteTo(moved);
        foreach (var (root, name) in new[] { (Repository.Root, "sample"), (moved.FullName, "moved") })
        {
            var zip = Path.Combine(folder.FullName, name + ".zip");
            var said = new StringWriter();
            var status = await CommandLine.Run(["build", root, "--portable", "--output", zip, "--now", "2016-01-01T00:00:00Z"], new() { Output = said, Error = said });
            Assert.That(status, Is.Zero, said.ToString());
            await ZipFile.ExtractToDirectoryAsync(zip, Path.Combine(folder.FullName, name));
        }
    }

    [OneTimeTearDown]
    public static void CleanUp() => folder.Delete(recursive: true);

    private static string File(string path) => new Uri(Path.Combine(folder.FullName, path.Split('#')[0])).AbsoluteUri + (path.Contains('#') ? path[path.IndexOf('#')..] : "");

    private async Task<IPage> Start(string path, bool hasScript = true)
    {
        var visit = await Begin(new(HasScript: hasScript));
        visit.Folder = folder;
        await visit.Page.GotoAsync(File(path));
        return visit.Page;
    }

    [Test]
    public async Task Walks_from_the_home_page_to_the_archive([Values] bool hasScript)
    {
        var page = await Start("sample/index.html", hasScript);
        await ExpectStyled(page, hasScript);
        await page.Locator("main h3 a[href='2010/01/le-client-au-coeur/index.html']").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(File("sample/2010/01/le-client-au-coeur/index.html"));
        await ExpectStyled(page, hasScript);
        var when = page.Locator("#comments article a.when").Nth(2);
        var anchor = await when.GetAttributeAsync("href");
        await when.ClickAsync();
        await ExpectLanded(page, anchor![1..]);
        await page.Locator("a[rel=tag]").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sample/themes/[^/]+/index\\.html$"));
        await ExpectStyled(page, hasScript);
        await page.Locator("nav a").Filter(new() { HasText = "Auteurs" }).ClickAsync();
        await page.Locator(".people a").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sample/authors/[^/]+/index\\.html$"));
        await ExpectStyled(page, hasScript);
        await page.Locator("nav a").Filter(new() { HasText = "Archives" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(File("sample/archive/index.html"));
        await ExpectStyled(page, hasScript);
    }

    [TestCase("moved/2010/old/index.html#c-c25", "moved/2011/03/new/comments/3/index.html#c-c25")]
    [TestCase("moved/2010/quiet.html", "moved/2011/03/quiet/index.html")]
    [TestCase("moved/2011/03/new/index.html#c-guest", "moved/2011/03/other/index.html#c-guest")]
    public async Task Former_addresses_lead_on(string from, string to) => await Expect(await Start(from)).ToHaveURLAsync(File(to));

    [TestCase("confiance")]
    [TestCase("\"la confiance\"", TestName = "A phrase is looked for in the words that came along")]
    public async Task Searches_without_a_server(string asked)
    {
        var page = await Start("sample/search/index.html");
        await page.Locator("#search-field").FillAsync(asked);
        await Expect(page.Locator("#search-results li").First).ToBeVisibleAsync();
        await Expect(page.Locator("#search-results li .excerpt mark").First).ToBeVisibleAsync();
        await page.Locator("#search-results li a").First.ClickAsync();
        await Expect(page.Locator("main h1")).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sample/2010/\\d\\d/[^/]+/index\\.html(#c-.*)?$"));
    }

    [Test]
    public async Task The_reference_of_a_comment_names_the_published_site()
    {
        var page = await Start("sample/2010/01/le-client-au-coeur/index.html");
        await page.Locator("#comments .comment .cite summary").First.ClickAsync();
        await Expect(page.Locator("#comments .comment .cite pre").First).ToContainTextAsync(new System.Text.RegularExpressions.Regex("url = \\{https://[^}]*/2010/01/le-client-au-coeur/#c-"));
    }

    /// <summary>Styles are there, pictures too, and, where there is script, what it adds.</summary>
    private static async Task ExpectStyled(IPage page, bool hasScript)
    {
        await Expect(page.Locator("header.site .shade")).ToHaveCountAsync(hasScript ? 1 : 0);
        if (hasScript) Assert.That(await page.EvaluateAsync<int>("document.styleSheets.length"), Is.EqualTo(1));
        await Expect(page.Locator("header.site nav ul")).ToHaveCSSAsync("list-style-type", "none");
        await Expect(page.Locator("header.site nav ul")).ToHaveCSSAsync("display", "flex");
    }
}
