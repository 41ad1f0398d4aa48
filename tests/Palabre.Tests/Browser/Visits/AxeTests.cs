using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Palabre.Tests.Browser.Visits;

/// <summary>What axe finds: nothing, on any kind of page, by day, by night and in a narrow window.</summary>
public sealed class AxeTests : VisitTests
{
    private const string Tags = "{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }";

    // Night changes colours, and nothing else that axe looks at.
    private const string Colours = "{ runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }";

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    [TestCaseSource(typeof(PageKinds), nameof(PageKinds.OfSample))]
    public Task Of_the_sample(string path) => Check(Archives.Sample, path);

    [TestCase("page/2/")]
    [TestCase("2011/03/deep/")]
    [TestCase("2011/03/tongues/")]
    [TestCase("2011/03/shulchan/")]
    public Task Of_the_made_site(string path) => Check(Archives.Made, path);

    [Test]
    public Task Of_a_page_that_comments_left() => Check(Archives.Moved, "2011/03/new/");

    [TestCaseSource(typeof(Reader), nameof(Reader.WithScript))]
    public async Task Of_what_the_script_adds(Reader reader)
    {
        var visit = await Begin(reader, bypassesPolicy: true);
        await visit.Context.Clock.SetFixedTimeAsync(new DateTime(2010, 1, 15, 5, 0, 0, DateTimeKind.Utc));
        await visit.OpenSample(PageKinds.Post);
        await visit.OpenNewWindow();
        await visit.OpenSample(PageKinds.Post);
        await Expect(visit.Page.Locator(".comment.new").First).ToBeVisibleAsync();
        Assert.That(await Violations(visit.Page, Tags), Is.Empty, "marks on what is new");
        await visit.Page.Keyboard.PressAsync("?");
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        Assert.That(await Violations(visit.Page, Tags), Is.Empty, "the list of keys");
    }

    [Test]
    public async Task Of_a_redirect_that_does_not_redirect()
    {
        var visit = await Begin(new(320), bypassesPolicy: true);
        await visit.Page.RouteAsync("**/forward.js", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = "" }));
        await visit.OpenSample(PageKinds.Redirect);
        Assert.That(await Violations(visit.Page, Tags), Is.Empty, "light");
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.That(await Violations(visit.Page, Colours), Is.Empty, "dark");
    }

    private async Task Check(PublishedSite site, string path)
    {
        var visit = await Begin(new(320), bypassesPolicy: true);
        await visit.Open(site, path);
        var found = new List<string>();
        found.AddRange((await Violations(visit.Page, Tags)).Select(v => "light, 320 px: " + v));
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        found.AddRange((await Violations(visit.Page, Colours)).Select(v => "dark, 320 px: " + v));
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await visit.Page.SetViewportSizeAsync(1280, 800);
        found.AddRange((await Violations(visit.Page, Tags)).Select(v => "light, 1280 px: " + v));
        Assert.That(found, Is.Empty);
    }

    /// <summary>Rule, and the first few elements that break it.</summary>
    private static async Task<string[]> Violations(IPage page, string options)
    {
        if (await page.EvaluateAsync<bool>("() => !window.axe")) await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>($$"""
            async () => {
              for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
              const { violations } = await axe.run(document, { ...{{options}}, resultTypes: ['violations'] });
              return violations.map(v => `${v.id} (${v.nodes.length}): ${v.nodes.slice(0, 3).map(n => `${n.target} ${n.html.slice(0, 160)} ${n.any[0]?.message ?? ''}`).join(' | ')}`);
            }
            """);
    }
}
