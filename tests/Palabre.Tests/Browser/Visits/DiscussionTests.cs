using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Palabre.Tests.Browser.Visits;

/// <summary>A reader finds out who answers whom.</summary>
public sealed class DiscussionTests : VisitTests
{
    private const string Yves = "c-2010-01-15-0102-yves";

    private const string Claire = "c-2010-01-15-0843-claire";

    [TestCaseSource(typeof(Reader), nameof(Reader.All))]
    public async Task A_permanent_link_leads_to_its_comment(Reader reader)
    {
        var page = await Sample(reader, PageKinds.Post + "#" + Claire);
        await ExpectLanded(page, Claire);
        await Expect(page.Locator(":target a.when")).ToHaveAttributeAsync("href", Archives.Sample.Base + PageKinds.Post + "#" + Claire);
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.All))]
    public async Task A_permanent_link_leads_to_a_comment_far_down_among_a_thousand(Reader reader)
    {
        var anchor = "c-" + MadeSite.Id(700);
        await ExpectLanded(await Made(reader, "2011/03/thousand/#" + anchor), anchor);
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.All))]
    public async Task In_reply_to_leads_to_the_comment_answered(Reader reader)
    {
        var page = await Sample(reader, PageKinds.Post);
        var link = page.Locator($"#{Claire} .answers a");
        await Expect(page.Locator($"#{Claire} .answers")).ToContainTextAsync("en réponse à Yves K.");
        await link.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await ExpectLanded(page, Yves);
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.All))]
    public async Task A_comment_names_its_answers_and_its_neighbours_in_time(Reader reader)
    {
        var page = await Sample(reader, PageKinds.PostInTime);
        await page.Locator($"#{Yves} footer").GetByText("Claire Delmas").First.ClickAsync();
        await ExpectLanded(page, Claire);
        await page.Locator($"#{Claire} footer").GetByText("Précédent", new() { Exact = true }).ClickAsync();
        await ExpectLanded(page, "e-trois-reponses"); // a post, of half an hour before
        await page.Locator($"#{Yves} footer").GetByText("Précédent", new() { Exact = true }).ClickAsync();
        await ExpectLanded(page, "c-2010-01-13-1326-bastien");
        await page.Locator("#c-2010-01-13-1326-bastien footer").GetByText("Suivant", new() { Exact = true }).ClickAsync();
        await ExpectLanded(page, Yves);
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.All))]
    public async Task A_branch_folds_and_unfolds_and_says_how_many_replies_it_holds(Reader reader)
    {
        var page = await Sample(reader, PageKinds.Post);
        var branch = page.Locator($"li:has(> #{Yves}) > details");
        var replies = branch.Locator("article");
        var count = await replies.CountAsync();
        await Expect(branch.Locator("> summary")).ToHaveTextAsync(string.Create(CultureInfo.InvariantCulture, $"{count} réponses"));
        await Expect(page.Locator("#" + Claire)).ToBeVisibleAsync();
        await branch.Locator("> summary").ClickAsync();
        await Expect(page.Locator("#" + Claire)).ToBeHiddenAsync();
        await branch.Locator("> summary").PressAsync("Enter");
        await Expect(page.Locator("#" + Claire)).ToBeVisibleAsync();
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.WithScript))]
    public async Task A_link_into_a_folded_branch_unfolds_it(Reader reader)
    {
        var page = await Sample(reader, PageKinds.Post);
        await page.Locator($"li:has(> #{Yves}) > details > summary").ClickAsync();
        await Expect(page.Locator("#" + Claire)).ToBeHiddenAsync();
        await page.EvaluateAsync($"() => {{ location.hash = '{Claire}'; }}");
        await Expect(page.Locator("#" + Claire)).ToBeVisibleAsync();
        await ExpectLanded(page, Claire);
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.All))]
    public async Task A_discussion_is_read_by_replies_or_by_time(Reader reader)
    {
        var page = await Sample(reader, PageKinds.Post);
        var nested = await Ids(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Lire dans l’ordre chronologique" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(Archives.Server.Address(Archives.Sample, PageKinds.PostInTime + "#comments"));
        var times = await page.Locator(".turns .comment > header time").EvaluateAllAsync<string[]>("all => all.map(t => t.dateTime)");
        Assert.That(times.Select(time => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture)), Is.Ordered);
        Assert.That(await Ids(page), Is.EquivalentTo(nested));
        await page.GetByRole(AriaRole.Link, new() { Name = "Lire par fil de réponses" }).ClickAsync();
        Assert.That(await Ids(page), Is.EqualTo(nested));

        static Task<string[]> Ids(IPage page) => page.Locator(".turns .comment").EvaluateAllAsync<string[]>("all => all.map(c => c.id)");
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.All))]
    public async Task The_outline_stands_beside_the_text_where_there_is_room(Reader reader)
    {
        var page = await Made(reader, "2011/03/deep/");
        var outline = page.Locator("nav.outline");
        await Expect(outline).ToBeVisibleAsync(new() { Visible = reader.Width == 1280 });
        if (reader.Width < 1280) return;
        await Expect(outline.Locator("a")).ToHaveCountAsync(MadeSite.Deep + 1); // and the post that answers
        var (text, aside) = ((await page.Locator(".column").BoundingBoxAsync())!, (await outline.BoundingBoxAsync())!);
        Assert.That(text.X + text.Width, Is.LessThanOrEqualTo(aside.X), "beside the text, not over it");
        await outline.Locator($"a[href$='#c-{MadeSite.Id(31)}']").ClickAsync();
        await ExpectLanded(page, "c-" + MadeSite.Id(31));
    }

    [Test]
    public async Task The_outline_marks_what_is_being_read()
    {
        var page = await Made(new(), "2011/03/deep/");
        foreach (var rank in new[] { 10, 40, 20 })
        {
            await page.Locator("#c-" + MadeSite.Id(rank)).EvaluateAsync("c => c.scrollIntoView({ block: 'start' })");
            await Expect(page.Locator(".outline [aria-current]")).ToHaveCountAsync(1);
            await Expect(page.Locator(".outline [aria-current]")).ToHaveAttributeAsync("href", new Regex($"#c-{MadeSite.Id(rank)}$"));
        }
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.All))]
    public async Task Fifty_levels_of_replies_take_a_quarter_of_the_width_at_most(Reader reader)
    {
        var page = await Made(reader, "2011/03/deep/");
        var widths = await page.Locator(".comment > .text").EvaluateAllAsync<double[]>("all => all.map(t => t.getBoundingClientRect().width)");
        Assert.That(widths, Has.Length.EqualTo(MadeSite.Deep));
        Assert.That(widths.Max() - widths.Min(), Is.InRange(1, 0.25 * Math.Min(reader.Width, widths.Max())));
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.All))]
    public async Task What_is_indented_no_further_says_what_it_answers(Reader reader)
    {
        var page = await Made(reader, "2011/03/deep/");
        var said = page.Locator($"#c-{MadeSite.Id(MadeSite.Deep)} .answers");
        await said.ScrollIntoViewIfNeededAsync();
        Assert.That((await said.BoundingBoxAsync())!.Height, Is.GreaterThan(8), "seen, not only read out");
        await said.Locator("a").ClickAsync();
        await ExpectLanded(page, "c-" + MadeSite.Id(MadeSite.Deep - 1));
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.All))]
    public async Task A_post_that_answers_stands_where_it_answers_and_leads_both_ways(Reader reader)
    {
        const string answering = "2010/01/trois-reponses/";
        var page = await Sample(reader, PageKinds.Post);
        await page.Locator(".continued").GetByRole(AriaRole.Link, new() { Name = "Trois réponses" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(Archives.Server.Address(Archives.Sample, answering));
        await Expect(page.Locator(".post > header .answers").First).ToContainTextAsync("Ce billet répond à");
        await page.Locator(".post > header .answers a").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(Archives.Server.Address(Archives.Sample, PageKinds.Post));
        await Expect(page.Locator($"li:has(> #{Yves}) > details .turn-post h3 a")).ToHaveTextAsync("De l’autre côté du guichet");
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.All))]
    public async Task The_page_of_a_discussion_holds_every_entry_of_it(Reader reader)
    {
        var page = await Sample(reader, "discussions/le-client-au-coeur/");
        await Expect(page.Locator(".turns .post")).ToHaveCountAsync(5);
        await Expect(page.Locator(".turns .comment")).ToHaveCountAsync(16);
        await Expect(page.Locator(".picture svg[role=img], .picture [role=img], .picture svg[aria-label], .picture svg[aria-labelledby]").First).ToBeVisibleAsync();
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.All))]
    public async Task A_quotation_leads_to_its_source_and_the_source_to_who_quotes_it(Reader reader)
    {
        var page = await Sample(reader, PageKinds.Post);
        await page.Locator("#post .cited-by").GetByText("Yves K.").ClickAsync();
        await ExpectLanded(page, Yves);
        await page.Locator($"#{Yves} blockquote .cited a").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"{PageKinds.Post}(#post)?$"));
        await Expect(page.Locator("#post .text")).ToContainTextAsync("Une étape qui ne change rien pour le client n’existe que pour nous rassurer.");
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.All))]
    public async Task A_discussion_held_elsewhere_is_a_card_with_its_site_and_language(Reader reader)
    {
        var card = (await Sample(reader, "2010/01/ailleurs-en-anglais/")).Locator(".parallel li");
        await Expect(card).ToContainTextAsync("LinkedIn");
        await Expect(card).ToContainTextAsync("EN");
        await Expect(card.Locator("a")).ToHaveAttributeAsync("href", "https://example.com/linkedin/is-the-customer-at-the-heart");
        await Expect(card.Locator("a")).ToHaveAttributeAsync("lang", "en");
    }

    [Test]
    public async Task An_answer_is_named_by_the_moment_at_which_it_begins_so_that_two_of_one_day_are_two_files()
    {
        var link = (await Made(new(), "2011/03/deep/")).Locator(".comment a[href*='HHMMSS']").First;
        Assert.That(await link.GetAttributeAsync("href"), Does.Contain("YYYY-MM-DD-HHMMSS-re-").And.Contain("YYYY-MM-DD%0A"));
        var href = await link.EvaluateAsync<string>("link => { link.addEventListener('click', event => event.preventDefault()); link.click(); return link.getAttribute('href'); }");
        Assert.That(href, Does.Match("[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{6}-re-").And.Match("[0-9]{4}-[0-9]{2}-[0-9]{2}%0A").And.Not.Contain("YYYY").And.Not.Contain("HHMM"));
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.All))]
    public async Task Relayed_words_say_whose_they_are_and_where_they_were_said(Reader reader)
    {
        var line = (await Sample(reader, "2010/01/l-autre-cote-du-guichet/")).Locator(".post > header .relayed").First;
        await Expect(line).ToBeVisibleAsync();
        await Expect(line).ToContainTextAsync("Odile Garnier");
        await Expect(line.Locator("a")).ToHaveAttributeAsync("href", "https://example.net/guichet-trois/2010/01/une-chaise");
        await Expect(line.Locator("time")).ToContainTextAsync("17 janvier 2010");
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.All))]
    public async Task A_removed_comment_leaves_a_stone_with_the_reason_and_keeps_its_replies(Reader reader)
    {
        const string removed = "c-2010-01-16-2210-ancien";
        var page = await Sample(reader, PageKinds.Post + "#" + removed);
        await ExpectLanded(page, removed);
        await Expect(page.Locator(":target .removed")).ToContainTextAsync("17 janvier 2010");
        await Expect(page.Locator(":target .removed")).ToContainTextAsync("une personne reconnaissable et absente");
        await Expect(page.Locator(":target .text")).ToHaveCountAsync(0);
        await Expect(page.Locator($"li:has(> #{removed}) #c-2010-01-17-0905-helene")).ToBeVisibleAsync();
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.All))]
    public async Task Writing_from_right_to_left_is_set_so(Reader reader)
    {
        var page = await Made(reader, "2011/03/tongues/");
        foreach (var rank in new[] { 1, 3 })
            await Expect(page.Locator($"#c-{MadeSite.Id(rank)} .text")).ToHaveCSSAsync("direction", "rtl");
        foreach (var rank in new[] { 2, 4 })
            await Expect(page.Locator($"#c-{MadeSite.Id(rank)} .text")).ToHaveCSSAsync("direction", "ltr");
    }
}
