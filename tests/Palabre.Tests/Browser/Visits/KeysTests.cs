using Microsoft.Playwright;

namespace Palabre.Tests.Browser.Visits;

/// <summary>What the script adds: keys, marks on what is new, day and night by choice.</summary>
public sealed class KeysTests : VisitTests
{
    private static readonly string[] OfTheTurns = ["c-2010-01-15-0843-claire", "c-2010-01-15-1250-yves"];

    [TestCaseSource(typeof(Reader), nameof(Reader.WithScript))]
    public async Task J_and_k_go_to_the_next_entry_and_back(Reader reader)
    {
        var page = await Sample(reader, PageKinds.Post);
        await Ready(page);
        var ids = await page.Locator("main article[id]").EvaluateAllAsync<string[]>("all => all.map(a => a.id)");
        await page.Keyboard.PressAsync("j");
        var first = Array.IndexOf(ids, await Focused(page));
        Assert.That(first, Is.InRange(0, 1));
        foreach (var (key, expected) in new[] { ("j", first + 1), ("j", first + 2), ("k", first + 1) })
        {
            await page.Keyboard.PressAsync(key);
            Assert.That(await Focused(page), Is.EqualTo(ids[expected]));
            await Expect(page.Locator("#" + ids[expected])).ToBeInViewportAsync();
        }
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.WithScript))]
    public async Task What_is_new_since_the_last_visit_is_marked_and_n_and_p_go_there(Reader reader)
    {
        var visit = await Begin(reader);
        await visit.Context.Clock.SetFixedTimeAsync(new DateTime(2010, 1, 15, 5, 0, 0, DateTimeKind.Utc));
        await visit.OpenSample(PageKinds.Post);
        await Ready(visit.Page);
        await Expect(visit.Page.Locator(".new")).ToHaveCountAsync(0);

        await visit.OpenNewWindow();
        await visit.Context.Clock.SetFixedTimeAsync(new DateTime(2010, 1, 20, 5, 0, 0, DateTimeKind.Utc));
        await visit.OpenSample(PageKinds.Post);
        var page = visit.Page;
        await Ready(page);
        var comments = await page.Locator(".comment").EvaluateAllAsync<string[]>("all => all.map(c => c.id)");
        var marked = await page.Locator(".comment.new").EvaluateAllAsync<string[]>("all => all.map(c => c.id)");
        Assert.That(marked, Is.EqualTo(comments.SkipWhile(id => id != OfTheTurns[0])), "those of after the first visit");
        // Where it is narrow, what leads to them lies over nothing.
        var position = await page.Locator(".since").EvaluateAsync<string>("button => getComputedStyle(button).position");
        Assert.That(position, Is.EqualTo(page.ViewportSize!.Width < 1100 ? "static" : "fixed"));
        await page.Keyboard.PressAsync("n");
        Assert.That(await Focused(page), Is.EqualTo(OfTheTurns[0]));
        await page.Keyboard.PressAsync("n");
        Assert.That(await Focused(page), Is.EqualTo(OfTheTurns[1]));
        await page.Keyboard.PressAsync("p");
        Assert.That(await Focused(page), Is.EqualTo(OfTheTurns[0]));
        await page.ReloadAsync();
        await Expect(page.Locator(".comment.new")).ToHaveCountAsync(marked.Length);

        await visit.OpenNewWindow();
        await visit.OpenSample(PageKinds.Post);
        await Ready(visit.Page);
        await Expect(visit.Page.Locator(".new")).ToHaveCountAsync(0);
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.WithScript))]
    public async Task A_question_mark_lists_the_keys_and_escape_closes_the_list(Reader reader)
    {
        var page = await Sample(reader, PageKinds.Post);
        await Ready(page);
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Raccourcis clavier" });
        await page.Keyboard.PressAsync("?");
        await Expect(dialog).ToBeVisibleAsync();
        foreach (var key in "jknp?") await Expect(dialog.Locator("kbd", new() { HasText = key.ToString() }).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
    }

    [Test]
    public async Task Keys_can_be_put_to_sleep_and_stay_so()
    {
        var page = await Sample(new(), PageKinds.Post);
        await Ready(page);
        await page.Keyboard.PressAsync("?");
        await page.GetByRole(AriaRole.Checkbox).UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.ReloadAsync();
        await Ready(page);
        await page.Keyboard.PressAsync("j");
        Assert.That(await Focused(page), Is.EqualTo("body"));
        // Who speaks to the machine says such letters, too; a button wakes the keys.
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Raccourcis clavier" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("j");
        Assert.That(await Focused(page), Is.Not.EqualTo("body"));
    }

    [TestCase("input")]
    [TestCase("textarea")]
    [TestCase("div contenteditable")]
    public async Task Keys_do_nothing_while_one_types(string field)
    {
        var page = await Sample(new(), PageKinds.Post);
        await Ready(page);
        await page.EvaluateAsync($"() => {{ document.querySelector('main').insertAdjacentHTML('afterbegin', '<{field} id=typed></{field.Split(' ')[0]}>'); }}");
        await page.Locator("#typed").PressSequentiallyAsync("jknp?/");
        Assert.That(await page.Locator("#typed").EvaluateAsync<string>("e => e.value ?? e.textContent"), Is.EqualTo("jknp?/"));
        Assert.That(await Focused(page), Is.EqualTo("typed"));
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
    }

    [Test]
    public async Task Keys_leave_those_of_the_browser_alone()
    {
        var page = await Sample(new(), PageKinds.Post);
        await Ready(page);
        await page.Keyboard.PressAsync("Alt+j");
        await page.Keyboard.PressAsync("Control+Shift+k");
        Assert.That(await Focused(page), Is.EqualTo("body"));
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.WithScript))]
    public async Task Day_and_night_can_be_chosen_and_the_choice_stays(Reader reader)
    {
        var page = await Sample(reader, PageKinds.Post);
        Assert.That(await IsDark(page), Is.EqualTo(reader.IsDark));
        await Choose(page, !reader.IsDark);
        await page.ReloadAsync();
        Assert.That(await IsDark(page), Is.Not.EqualTo(reader.IsDark));
        await page.GotoAsync(Archives.Server.Address(Archives.Sample, "themes/"));
        await Ready(page);
        Assert.That(await IsDark(page), Is.Not.EqualTo(reader.IsDark), "on other pages too");
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.WithScript))]
    public async Task Where_storage_is_refused_the_rest_works(Reader reader)
    {
        var visit = await Begin(reader);
        await visit.Context.AddInitScriptAsync("""
            for (const name of ['localStorage', 'sessionStorage'])
              Object.defineProperty(window, name, { get() { throw new DOMException('Refused.', 'SecurityError'); } });
            """);
        for (var time = 0; time < 2; time++)
        {
            await visit.OpenSample(PageKinds.Post);
            await Ready(visit.Page);
            await Expect(visit.Page.Locator(".new")).ToHaveCountAsync(0);
            Assert.That(await IsDark(visit.Page), Is.EqualTo(reader.IsDark), "nothing is remembered");
            await Choose(visit.Page, !reader.IsDark);
            await visit.Page.Keyboard.PressAsync("?");
            await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        }
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.WithoutScript))]
    public async Task Without_script_nothing_is_shown_that_needs_it(Reader reader)
    {
        var page = await Sample(reader, PageKinds.Post);
        await Expect(page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.That(await IsDark(page), Is.EqualTo(reader.IsDark));
    }

    private static Task Ready(IPage page) => Expect(page.Locator("header.site button")).ToBeVisibleAsync();

    private static async Task Choose(IPage page, bool dark)
    {
        for (var press = 0; press < 3 && await IsDark(page) != dark; press++) await page.Locator("header.site button").ClickAsync();
        Assert.That(await IsDark(page), Is.EqualTo(dark));
    }

    private static async Task<bool> IsDark(IPage page) =>
        await page.EvaluateAsync<int>("Number(/\\d+/.exec(getComputedStyle(document.documentElement).backgroundColor)[0])") < 128;
}
