using System.Threading.Channels;
using Microsoft.Playwright;
using Palabre.Tests.Serve;

namespace Palabre.Tests.Browser.Visits;

/// <summary><c>palabre serve</c> as the editor sees it: a page that follows what is saved.</summary>
public sealed class PreviewTests : VisitTests
{
    private static readonly string Long = $"""
        -- content/posts/2010-01-12-long.md --
        ---
        title: Long
        ---
        {string.Join("\n\n", Enumerable.Range(1, 120).Select(i => $"## Part {i}\n\nWords of part {i}."))}
        -- content/posts/2010-01-13-other.md --
        Other words.
        -- themes/_look/assets/style.css --
        body {"{ color: rgb(1, 2, 3) }"}
        """;

    private readonly List<ServedSite> sites = [];

    private readonly List<IPage> pages = [];

    [Test]
    public async Task A_save_reloads_the_page_and_keeps_the_place()
    {
        var served = await Serve();
        var page = await Open(served, "/2010/01/long/");
        await page.EvaluateAsync("() => { window.isOld = true; document.querySelectorAll('main h3, main h2')[60].scrollIntoView(); }");
        var (id, top) = await Top(page);
        served.Site.Write("content/posts/2010-01-12-long.md", File.ReadAllText(Path.Combine(served.Site.Root, "content/posts/2010-01-12-long.md"))
            .Replace("Words of part 3.", string.Join("\n\n", Enumerable.Repeat("More words.", 40)), StringComparison.Ordinal));
        await Expect(page.GetByText("More words.").First).ToBeAttachedAsync();
        Assert.That(await page.EvaluateAsync<bool>("window.isOld === undefined"));
        await page.WaitForFunctionAsync("() => document.readyState === 'complete' && sessionStorage.getItem('palabre preview place') === 'null'");
        var after = await Top(page);
        Assert.That(after.Id, Is.EqualTo(id));
        Assert.That(after.Top, Is.EqualTo(top).Within(2));
    }

    [Test]
    public async Task A_style_is_swapped_and_the_page_stays()
    {
        var served = await Serve();
        var page = await Open(served, "/2010/01/long/");
        await page.EvaluateAsync("() => { window.isOld = true; }");
        served.Site.Write("themes/_look/assets/style.css", "body { color: rgb(4, 5, 6) }");
        await Expect(page.Locator("body")).ToHaveCSSAsync("color", "rgb(4, 5, 6)");
        Assert.That(await page.EvaluateAsync<bool>("window.isOld"));
        await Expect(page.Locator("link[rel=stylesheet][href*='assets/style.css']")).ToHaveCountAsync(1);
    }

    [Test]
    public async Task A_style_that_another_takes_in_is_seen_as_it_is_saved()
    {
        var served = await Serve();
        served.Site.Write("themes/_look/assets/colours.css", "body { color: rgb(1, 1, 1) }");
        served.Site.Write("themes/_look/assets/style.css", "@import url('colours.css');");
        var page = await Open(served, "/2010/01/long/");
        await Expect(page.Locator("body")).ToHaveCSSAsync("color", "rgb(1, 1, 1)");
        served.Site.Write("themes/_look/assets/colours.css", "body { color: rgb(4, 5, 6) }");
        await Expect(page.Locator("body")).ToHaveCSSAsync("color", "rgb(4, 5, 6)");
    }

    /// <summary>As editors that empty a file before they write it do: the second style is asked for before the first has come.</summary>
    [Test]
    public async Task Of_styles_that_are_saved_in_a_row_the_last_stays_alone()
    {
        var served = await Serve();
        var page = await Open(served, "/2010/01/long/");
        var answers = new TaskCompletionSource();
        var asked = Asked(page, request => request.Url.Contains("style.css?", StringComparison.Ordinal));
        await page.RouteAsync("**/assets/style.css?*", async route =>
        {
            await answers.Task;
            await route.ContinueAsync();
        });
        foreach (var color in (string[])["rgb(1, 2, 3)", "rgb(4, 5, 6)"])
        {
            served.Site.Write("themes/_look/assets/style.css", $"body {{ color: {color} }}");
            await asked();
        }

        answers.SetResult();
        await Expect(page.Locator("body")).ToHaveCSSAsync("color", "rgb(4, 5, 6)");
        await Expect(page.Locator("link[rel=stylesheet][href*='assets/style.css']")).ToHaveCountAsync(1, new() { Timeout = 5000 });
    }

    [Test]
    public async Task A_page_that_the_save_did_not_change_stays_as_it_is()
    {
        var served = await Serve();
        var page = await Open(served, "/2010/01/other/");
        await page.EvaluateAsync("() => { window.isOld = true; }");
        var asked = Asked(page, request => request.Method == "HEAD");
        served.Site.Write("themes/unused.md", "---\ntitle: Unused\n---\n");
        await asked();
        served.Site.Write("content/posts/2010-01-14-bad.md", "---\n");
        await Expect(page.Locator("#palabre-report summary")).ToHaveTextAsync("1 error");
        Assert.That(await page.EvaluateAsync<bool>("window.isOld"));
    }

    [Test]
    public async Task Mistakes_are_shown_with_file_and_line_and_a_link_and_close_by_key()
    {
        var served = await Serve();
        var page = await Open(served, "/2010/01/other/");
        await Expect(page.Locator("#palabre-report")).ToBeHiddenAsync();
        served.Site.Write("content/comments/other/c1.yml", "author: [<b>Ada\n");
        var link = page.Locator("#palabre-report").GetByRole(AriaRole.Link, new() { Name = "content/comments/other/c1.yml:1:9" });
        await Expect(link).ToBeVisibleAsync();
        await Expect(link).ToHaveAttributeAsync("href", $"vscode://file{served.Site.Root}/content/comments/other/c1.yml:1:9");
        await Expect(page.Locator("#palabre-report li")).ToContainTextAsync("hint:");
        var box = await page.Locator("#palabre-report details").BoundingBoxAsync();
        Assert.That(box!.Height, Is.LessThan(400), "half of the window at most");

        await link.FocusAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(link).ToBeHiddenAsync();
        await Expect(page.Locator("#palabre-report summary")).ToBeFocusedAsync();
        await page.ReloadAsync();
        await Expect(page.Locator("#palabre-report summary")).ToBeVisibleAsync();
        await Expect(link).ToBeHiddenAsync();
        await page.Locator("#palabre-report summary").PressAsync("Enter");
        await Expect(link).ToBeVisibleAsync();

        served.Site.Write("content/comments/other/c1.yml", "author: Ada\ndate: 2010-01-14\nbody: Mended.\n");
        await Expect(page.GetByText("Mended.")).ToBeVisibleAsync();
        await Expect(page.Locator("#palabre-report")).ToBeHiddenAsync();
    }

    [Test]
    public async Task A_page_that_is_not_there_is_shown_as_soon_as_it_is()
    {
        var served = await Serve();
        var page = await Open(served, "/2010/02/new/");
        await Expect(page.Locator(".page-not-found")).ToBeVisibleAsync();
        served.Site.Write("content/posts/2010-02-01-new.md", "Here it is.\n");
        await Expect(page.GetByText("Here it is.")).ToBeVisibleAsync();
    }

    /// <summary>Browsers leave before the server does: that it is gone is then no complaint.</summary>
    [TearDown]
    public async Task EndServers()
    {
        foreach (var page in pages) await page.GotoAsync("about:blank");
        foreach (var served in sites) await served.DisposeAsync();
    }

    private async Task<ServedSite> Serve()
    {
        var served = await ServedSite.Start(Long);
        sites.Add(served);
        return served;
    }

    private async Task<IPage> Open(ServedSite served, string path)
    {
        var visit = await Begin(new());
        visit.Authority = new Uri(served.Origin).Authority;
        visit.Context.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(60_000);
        pages.Add(visit.Page);
        await visit.Page.GotoAsync(served.Origin + path);
        await Expect(visit.Page.Locator("html[data-palabre=listening]")).ToHaveCountAsync(1);
        return visit.Page;
    }

    /// <summary>What waits for the next request of a kind. It hears all from now on: <c>WaitForRequestAsync</c>, which listens anew
    /// each time, was seen to miss one now and then.</summary>
    private static Func<Task> Asked(IPage page, Predicate<IRequest> isWanted)
    {
        var requests = Channel.CreateUnbounded<IRequest>();
        page.Request += (_, request) =>
        {
            if (isWanted(request)) requests.Writer.TryWrite(request);
        };
        return () => requests.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>What stands at the top of the window, and how far below its edge.</summary>
    private static async Task<(string Id, double Top)> Top(IPage page)
    {
        var top = await page.EvaluateAsync<string[]>("""
            () => {
              const mark = [...document.querySelectorAll('main [id]')].find((element) => element.getBoundingClientRect().bottom > 0 && element.localName.startsWith('h'));
              return [mark.id, String(mark.getBoundingClientRect().top)];
            }
            """);
        return (top[0], double.Parse(top[1], System.Globalization.CultureInfo.InvariantCulture));
    }
}
