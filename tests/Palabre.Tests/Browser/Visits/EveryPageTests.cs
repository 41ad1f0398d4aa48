using Microsoft.Playwright;
using Palabre.Tests.Support;

namespace Palabre.Tests.Browser.Visits;

/// <summary>What holds of every kind of page.</summary>
public sealed class EveryPageTests : VisitTests
{
    [TestCase(true, TestName = "No page scrolls sideways at 320 px, with script")]
    [TestCase(false, TestName = "No page scrolls sideways at 320 px, without script")]
    public async Task No_page_scrolls_sideways(bool hasScript)
    {
        var visit = await Begin(new(320, HasScript: hasScript));
        var wide = new List<string>();
        foreach (var (site, path) in Pages)
        {
            await visit.Open(site, path);
            var excess = await visit.Page.EvaluateAsync<int>("""
                () => {
                  for (const details of document.querySelectorAll('details')) details.open = true;
                  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
                }
                """);
            if (excess > 0) wide.Add($"{site.Base}{path}: {excess} px");
        }

        Assert.That(wide, Is.Empty);
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.All))]
    public async Task The_first_tab_stop_skips_to_the_content(Reader reader)
    {
        var page = await Sample(reader, PageKinds.Post);
        await page.Keyboard.PressAsync("Tab");
        var focused = page.Locator(":focus");
        await Expect(focused).ToHaveTextAsync("Aller au contenu");
        await Expect(focused).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main:target")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("main :focus")).ToHaveCountAsync(1);
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.All))]
    public async Task Whatever_takes_the_focus_is_seen(Reader reader)
    {
        var visit = await Begin(reader);
        foreach (var path in new[] { "", PageKinds.Post, "discussions/le-client-au-coeur/" })
        {
            await visit.OpenSample(path);
            var unseen = await visit.Page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')].filter(e => {
                  e.focus();
                  if (document.activeElement !== e) return false;
                  for (let box = e; box; box = box.parentElement) {
                    const { width, height } = box.getBoundingClientRect();
                    if (getComputedStyle(box).overflow !== 'visible' && (width < 5 || height < 5)) return true;
                  }
                  return false;
                }).map(e => e.outerHTML)
                """);
            Assert.That(unseen, Is.Empty, path);
        }
    }

    [TestCase(320, 320)]
    [TestCase(1280, 1280)]
    [TestCase(1280, 320)]
    public async Task What_scrolls_sideways_within_a_text_is_reached_by_keyboard(int width, int later)
    {
        var page = await Made(new(width), "2011/03/tongues/");
        await page.SetViewportSizeAsync(later, 800);
        await page.WaitForFunctionAsync("innerWidth === " + later);
        for (var attempt = 0; attempt < 10 && (await Unreached()).Length > 0; attempt++) await Task.Delay(100);
        Assert.That(await Unreached(), Is.Empty);

        Task<string[]> Unreached() => page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.text *')]
              .filter(e => e.scrollWidth > e.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(e).overflowX) && e.tabIndex < 0)
              .map(e => e.outerHTML.slice(0, 80))
            """);
    }

    [Test]
    public async Task A_wide_table_is_reached_by_keyboard_also_where_the_style_comes_late()
    {
        var visit = await Begin(new(240)); // whatever fonts the machine has, no table of three columns fits
        await visit.Page.RouteAsync("**/*.css", async route =>
        {
            await Task.Delay(1000);
            await route.ContinueAsync();
        });
        await visit.OpenSample("discussions/le-client-au-coeur/chronological/");
        await Expect(visit.Page.Locator("#e-trois-reponses .wide[tabindex='0'] > table")).ToHaveCountAsync(1);
    }

    [TestCase(320)]
    [TestCase(1280)]
    public async Task Nothing_moves_while_a_page_loads(int width)
    {
        var visit = await Begin(new(width));
        foreach (var (site, path) in new[] { (Archives.Sample, ""), (Archives.Sample, PageKinds.Post), (Archives.Made, "2011/03/crowd/") })
        {
            await visit.Open(site, path);
            var shifts = await visit.Page.EvaluateAsync<string[]>("""
                async () => {
                  const shifts = [];
                  new PerformanceObserver(list => {
                    for (const { value, sources } of list.getEntries())
                      shifts.push(`${value}: ${sources.map(s => `${s.node?.nodeName}.${s.node?.className} ${s.previousRect.y} to ${s.currentRect.y}`).join(', ')}`);
                  }).observe({ type: 'layout-shift', buffered: true });
                  for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
                  await new Promise(done => setTimeout(done, 200));
                  return shifts;
                }
                """);
            Assert.That(shifts, Is.Empty, $"{site.Base}{path}");
        }
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.All))]
    public async Task On_paper_there_is_no_furniture_and_links_print_their_address(Reader reader)
    {
        var page = await Made(reader, "2011/03/quiet/");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var link in await page.Locator(".text a[href^=http]").AllAsync())
            Assert.That(await link.EvaluateAsync<string>("a => getComputedStyle(a, '::after').content"), Does.Contain(await link.GetAttributeAsync("href")));
        Assert.That(await page.Locator(".text a[href^=http]").CountAsync(), Is.GreaterThan(0));
        Assert.That(await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor"), Is.EqualTo("rgb(255, 255, 255)"));

        await page.GotoAsync(Archives.Server.Address(Archives.Sample, PageKinds.Post));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var furniture in new[] { "nav", "button", ".skip", ".order", ".invite", ".acts", ".comment > footer", "summary" })
            await Expect(page.Locator(furniture).Locator("visible=true")).ToHaveCountAsync(0);
        await Expect(page.Locator("#post h1")).ToBeVisibleAsync();
        await Expect(page.Locator(".comment > .text").First).ToBeVisibleAsync();
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.All))]
    public async Task What_is_folded_is_printed_all_the_same(Reader reader)
    {
        var page = await Sample(reader, PageKinds.Post);
        await page.Locator(".branch > summary").First.ClickAsync();
        var folded = page.Locator(".branch").First.Locator(".comment").First;
        await Expect(folded).ToBeHiddenAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(folded).ToBeVisibleAsync();
    }

    /// <summary>Without script by one step more, since the page cannot know whether the reader came for one of the comments.</summary>
    [TestCaseSource(typeof(Reader), nameof(Reader.All))]
    public async Task An_old_address_leads_on(Reader reader)
    {
        var page = await Sample(reader, PageKinds.Redirect);
        if (!reader.HasScript) await page.Locator(".now a").ClickAsync();
        await Expect(page).ToHaveURLAsync(Archives.Server.Address(Archives.Sample, PageKinds.Post));
        await Expect(page.Locator("h1")).ToHaveTextAsync("Et si le client était au cœur de nos processus\u202F?");
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.All))]
    public async Task The_page_for_what_is_not_there_has_its_style_and_leads_on_from_any_depth(Reader reader)
    {
        var page = await Sample(reader, "no/such/page/");
        Assert.That(await page.EvaluateAsync<string>("getComputedStyle(document.body).marginTop"), Is.EqualTo("0px"), "the style is there");
        var links = await page.Locator("a[href]:not([href^=http])").EvaluateAllAsync<string[]>("all => all.map(a => a.href.split('#')[0])");
        foreach (var link in links.Distinct().Where(link => !link.EndsWith("no/such/page/", StringComparison.Ordinal)))
            Assert.That((await page.APIRequest.GetAsync(link)).Status, Is.EqualTo(200), link);
        await page.Locator("main a").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(Archives.Server.Address(Archives.Sample, ""));
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.All))]
    public async Task What_a_page_says_for_machines_is_data_to_the_browser_whatever_people_wrote(Reader reader)
    {
        var page = await Made(reader, "2011/03/tongues/");
        await Expect(page.Locator(DataBlocks.Selector)).ToHaveCountAsync(1);
        var block = await page.Locator(DataBlocks.Selector).TextContentAsync();
        var told = DataBlocks.Entries(System.Text.Json.Nodes.JsonNode.Parse(block!)!.AsObject());
        Assert.That((string?)told.Single(e => DataBlocks.Id(e.Entry).EndsWith("#c-" + MadeSite.Id(5), StringComparison.Ordinal)).Entry["text"],
            Is.EqualTo(MadeSite.Hostile));
        Assert.That(await page.TitleAsync(), Does.StartWith("Tongues"));
        // At the end of the visit: no console has complained, of the policy neither.
    }

    private static IEnumerable<(PublishedSite Site, string Path)> Pages =>
        PageKinds.OfSample.Select(path => (Archives.Sample, path)).Concat(PageKinds.OfMade.Select(path => (Archives.Made, path)));
}
