using System.Globalization;
using Microsoft.Playwright;
using Palabre.Searching;
using Palabre.Tests.Searching;
using Palabre.Tests.Support;

namespace Palabre.Tests.Browser.Visits;

/// <summary>The search page as a reader uses it, with the files that the build wrote.</summary>
public sealed class SearchTests : VisitTests
{
    private const double MostMisses = 0.05;

    private static readonly string[] Questions = [.. File.ReadLines(Path.Combine(Repository.Root, "tests/Golden/search/questions.txt")).Where(line => !line.StartsWith('#'))];

    [Test]
    public async Task Of_the_questions_nineteen_in_twenty_find_their_answer_among_the_first_three()
    {
        var visit = await Begin(new());
        var missed = new List<string>();
        foreach (var line in Questions)
        {
            var (site, question, answer) = line.Split(" | ") is [var of, var rest] && rest.Split(" -> ") is [var asked, var expected]
                ? (of == "sample" ? Archives.Sample : Archives.Questions, asked, expected) : throw new FormatException(line);
            await visit.Open(site, "search/?q=" + Uri.EscapeDataString(question));
            await Told(visit.Page);
            var found = await visit.Page.Locator("#search-results h2 a").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");
            if (!found.Take(3).Contains(site.Base + answer)) missed.Add($"{question}: {string.Join(' ', found.Take(4))}");
        }

        Assert.That(Questions, Has.Length.GreaterThanOrEqualTo(40));
        Assert.That(missed, Has.Count.LessThanOrEqualTo((int)(MostMisses * Questions.Length)), string.Join('\n', missed));
        TestContext.Out.WriteLine($"{Questions.Length} questions; missed: {string.Join('\n', missed)}");
    }

    [Test]
    public async Task The_script_cuts_words_as_the_generator_does_by_what_it_learns_from_the_archive()
    {
        var page = await Sample(new(), "search/");
        var words = WordsTests.Inflections.SelectMany(line => line.Words.Select(word => new[] { line.Language, word })).ToArray();
        var ends = words.Select(word => word[0]).Distinct().ToDictionary(l => l, l => WordEnds.Of(l).Select(end => new[] { end.Pattern, end.Left }).ToArray());
        var read = await page.EvaluateAsync<string[]>("""
            async ({ ends, words }) => {
              const { learn, stem } = await import(document.baseURI.replace(/search\/$/, 'assets/search.js'));
              learn(ends);
              return words.map(([language, word]) => stem(word, language));
            }
            """, new { ends, words });
        Assert.That(read, Is.EqualTo(words.Select(word => Stems.Of(word[1], word[0]))));
    }

    [Test]
    public async Task The_script_reads_words_as_the_generator_does()
    {
        var page = await Sample(new(), "search/");
        var read = await page.EvaluateAsync<string[][]>("""
            async (texts) => {
              const { words, stem } = await import(document.baseURI.replace(/search\/$/, 'assets/search.js'));
              return texts.map((text) => words(text).map((w) => [w.plain, w.exact, stem(w.plain, 'fr'), stem(w.plain, 'en')].join('/')));
            }
            """, WordsFixture.All.Select(t => t.Text));
        Assert.Multiple(() =>
        {
            foreach (var ((text, words), at) in WordsFixture.All.Select((t, i) => (t, i))) Assert.That(read[at], Is.EqualTo(words), text);
        });
    }

    [Test]
    public async Task Every_letter_folds_alike_in_the_script_and_in_the_generator()
    {
        var page = await Sample(new(), "search/");
        // Latin, Greek, Cyrillic, Hebrew, Arabic, Devanagari, Thai, Khmer and what stands between them; more Latin and Greek; kana, Chinese;
        // what is as wide as Chinese, or half.
        int[] letters = [.. Enumerable.Range(0x20, 0x17E0), .. Enumerable.Range(0x1E00, 0x200), .. Enumerable.Range(0x3000, 0x400), .. Enumerable.Range(0xFF00, 0xF0)];
        string[] texts = [.. letters.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.OtherNotAssigned).Select(c => $"x{(char)c}y")];
        var read = await page.EvaluateAsync<string[]>("""
            async (texts) => {
              const { words } = await import(document.baseURI.replace(/search\/$/, 'assets/search.js'));
              return texts.map((text) => words(text).map((w) => w.plain).join(' '));
            }
            """, texts);
        var different = texts.Select((text, i) => (text, Script: read[i], Generator: string.Join(' ', WordsOfText.Read(text).Words.Select(w => w.Split('/')[0]))))
            .Where(t => t.Script != t.Generator).Select(t => $"U+{(int)t.text[1]:X4}: {t.Script}, {t.Generator}");
        Assert.That(different, Is.Empty);
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.WithScript))]
    public async Task What_is_typed_is_found_marked_and_told_and_stands_in_the_address(Reader reader)
    {
        var page = await Sample(reader, "search/");
        await page.GetByRole(AriaRole.Searchbox).PressSequentiallyAsync("sabl");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Entrées trouvées : 3");
        await Expect(page).ToHaveURLAsync(Archives.Server.Address(Archives.Sample, "search/?q=sabl"));
        await Expect(page.Locator("#search-results mark").First).ToHaveTextAsync("sablier");
        await Expect(page.Locator("#search-results time").First).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^\\d+ janvier 2010$"));
    }

    [Test]
    public async Task The_entry_that_one_goes_to_shows_the_hits_too()
    {
        var page = await Sample(new(), "search/?q=jeannine");
        await page.Locator("#search-results a").First.ClickAsync();
        await ExpectLanded(page, "c-c02");
        await page.WaitForFunctionAsync("() => CSS.highlights.get('hits')?.size === 1");
        Assert.That(await page.EvaluateAsync<string>("[...CSS.highlights.get('hits')][0].toString()"), Is.EqualTo("Jeannine"));
    }

    [Test]
    public async Task Who_comes_back_finds_the_list_as_it_was()
    {
        var page = await Sample(new(), "search/?q=client");
        await Expect(page.Locator("#search-results > li")).ToHaveCountAsync(10);
        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^client · "));
        await page.Locator("#search-more").ClickAsync();
        var link = page.Locator("#search-results > li:nth-child(12) a");
        await link.EvaluateAsync("link => link.scrollIntoView()");
        await link.ClickAsync();
        await Expect(page.Locator("article").First).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(page.Locator("#search-results > li:nth-child(12) a")).ToBeInViewportAsync();
    }

    [Test]
    public async Task Everything_can_be_done_by_keyboard()
    {
        var page = await Sample(new(), "search/");
        await Expect(page.Locator("header.site button")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("client");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#search-results > li")).ToHaveCountAsync(10);
        await page.Locator("#search-more").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#search-results > li:nth-child(11) a")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("article").First).ToBeVisibleAsync();
    }

    [TestCase("péché", "pecher-et-peches/#c-c3", "pecher-et-peches/#c-c4", TestName = "Exact accents come first, and others are found")]
    [TestCase("arrosage -tomates", "hosepipe-ban/", "la-citerne/#c-c1", false, TestName = "A word that is not wanted")]
    [TestCase("limaces auteur:bruno", "limaces/", "limaces/#c-c4", false, TestName = "By author")]
    [TestCase("auteur:JLX clef", "assemblee/#c-c3", null, TestName = "By another name of the author")]
    [TestCase("thème:arrosage mulch", "hosepipe-ban/#c-c1", null, TestName = "By another name of the theme")]
    [TestCase("tomates avant:2012-06", "la-citerne/#c-c1", "la-recolte/#c-c2", false, TestName = "Before a month")]
    [TestCase("année:2015 greffé", "greffe/", null, TestName = "In a year")]
    [TestCase("\"derrière la cabane\"", "la-citerne/", "hosepipe-ban/#c-c3", false, TestName = "A phrase is these words in this order")]
    [TestCase("« derrière la cabane »", "la-citerne/", "hosepipe-ban/#c-c3", false, TestName = "A phrase between guillemets")]
    [TestCase("“derrière la cabane”", "la-citerne/", "hosepipe-ban/#c-c3", false, TestName = "A phrase between curly quotes")]
    [TestCase("limaces auteur : bruno", "limaces/", "limaces/#c-c4", false, TestName = "By author, with French spaces")]
    [TestCase("cabane -\"derrière la cabane\"", "abeilles/#c-c1", "la-citerne/", false, TestName = "A phrase that is not wanted")]
    [TestCase("être ou ne pas être", "greffe/#c-c4", null, TestName = "Nothing but stop words")]
    [TestCase("水", "hosepipe-ban/#c-c4", null, TestName = "A single letter of Chinese")]
    [TestCase("夕方の庭", "hosepipe-ban/#c-c4", null, TestName = "Words with no space between")]
    [TestCase("auteur：田中", "hosepipe-ban/#c-c4", null, TestName = "With a colon as wide as Chinese")]
    [TestCase("anne\u0301e:2015 greffé", "greffe/", null, TestName = "In a year, its accent written apart")]
    [TestCase("Baum", "hosepipe-ban/#c-c5", null, TestName = "A German plural, by the singular")]
    [TestCase("Kind Schlauch", "hosepipe-ban/#c-c5", null, TestName = "A German dative")]
    [TestCase("orto peperone", "hosepipe-ban/#c-c6", null, TestName = "What Italian elides, and a plural")]
    [TestCase("greffé\uFEFF", "greffe/", null, TestName = "With a mark that nobody sees")]
    [TestCase("auteur:田中", "hosepipe-ban/#c-c4", null, TestName = "By a name without spaces")]
    public async Task Asked(string question, string first, string? other, bool isFound = true)
    {
        var found = await Found(question);
        Assert.That(found.FirstOrDefault(), Does.EndWith(first));
        if (other is not null) Assert.That(found.Any(href => href.EndsWith(other, StringComparison.Ordinal)), Is.EqualTo(isFound), string.Join('\n', found));
    }

    [TestCase("夕方", "ja")]
    [TestCase("limaces", "fr")]
    public async Task Excerpts_say_in_which_language_they_are(string question, string language)
    {
        var page = await Open(question);
        await Expect(page.Locator("#search-results mark").First).ToBeVisibleAsync();
        await Expect(page.Locator("#search-results .excerpt").First).ToHaveAttributeAsync("lang", language);
    }

    [TestCase("夕方", "夕方", TestName = "Letters of Chinese are marked where they stand together")]
    [TestCase("\"derrière la cabane\"", "derrière la cabane", TestName = "A phrase is marked as one")]
    [TestCase("citernes", "citerne", TestName = "Other forms of a word are marked")]
    [TestCase("Schlauch", "Schläuche", TestName = "Other forms of a German word are marked")]
    public async Task Marked(string question, string words)
    {
        var page = await Open(question);
        await Told(page);
        await Expect(page.Locator("#search-results > li").First.Locator("mark").First).ToHaveTextAsync(words);
    }

    [TestCase("citrene", "Vouliez-vous dire « citerne » ?")]
    [TestCase("arrozage cabane", "Vouliez-vous dire « arrosage » ?")]
    public async Task A_word_that_nobody_used_is_nearly_another(string question, string suggestion)
    {
        var page = await Open(question);
        await page.GetByRole(AriaRole.Link, new() { Name = suggestion }).ClickAsync();
        await Told(page);
        await Expect(page.Locator("#search-results > li").First).ToBeVisibleAsync();
    }

    [TestCase("😀 -- \"", "Aucune entrée ne répond à cette recherche.")]
    [TestCase("__proto__", "Aucune entrée ne répond à cette recherche.")]
    [TestCase("constructor:2012 valueOf", "Aucune entrée ne répond à cette recherche.")]
    [TestCase("xylophage", "Aucune entrée ne répond à cette recherche.")]
    [TestCase("<img src=x onerror=alert(1)>", "Aucune entrée ne répond à cette recherche.")]
    [TestCase("avant:12/04/2010 sablier", "Aucune entrée ne répond à cette recherche. «\u00A0avant:12/04/2010\u00A0» ne nomme ni année, ni mois, ni jour")]
    [TestCase("方夕", "Aucune entrée ne répond à cette recherche.")]
    [TestCase("-tomate", "Entrées trouvées : 54")]
    public async Task Whatever_is_asked_is_answered(string question, string told)
    {
        var page = await Open(question);
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(told);
    }

    [Test]
    public async Task Of_a_date_that_is_not_wanted_nothing_else_is_said()
    {
        var page = await Open("-avant:2012 xylophage");
        await Told(page);
        await Expect(page.GetByRole(AriaRole.Status)).Not.ToContainTextAsync("ne nomme");
    }

    [Test]
    public async Task Nothing_asked_nothing_told()
    {
        var page = await Open("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Chercher" }).ClickAsync();
        await Expect(page.Locator("#search-plain")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Status)).ToBeEmptyAsync();
        await Expect(page.Locator("#search-results > li")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task Of_very_many_words_the_first_forty_count()
    {
        var page = await Open(string.Join(' ', Enumerable.Repeat("tomates", 500)));
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^Entrées trouvées : \\d+ Seuls les quarante premiers mots sont pris en compte\\.$"));
    }

    [Test]
    public async Task A_search_whose_files_are_gone_says_so()
    {
        var visit = await Visit.Begin(new()); // its console complains, and should
        await visit.Page.RouteAsync("**/*.bin", route => route.AbortAsync());
        await visit.Open(Archives.Questions, "search/?q=tomates");
        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("La recherche n’a pas pu lire ses fichiers. Réessayez plus tard.");
        await visit.Context.CloseAsync();
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.WithoutScript))]
    public async Task Without_script_the_page_says_what_it_needs_and_leads_on(Reader reader)
    {
        var page = await Sample(reader, "search/");
        await Expect(page.GetByText("elle demande JavaScript")).ToBeVisibleAsync();
        await Expect(page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Archives" })).ToBeVisibleAsync();
    }

    [Test]
    public void The_client_is_one_file_of_less_than_15_KB() =>
        Assert.That(Archives.Sample.Bytes("assets/search.js"), Has.Length.LessThan(15_000));

    private async Task<string[]> Found(string question)
    {
        var page = await Open(question);
        return await page.Locator("#search-results h2 a").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");
    }

    private async Task<IPage> Open(string question)
    {
        var visit = await Begin(new());
        await visit.Open(Archives.Questions, "search/?q=" + Uri.EscapeDataString(question));
        if (question.Length > 0) await Told(visit.Page);
        return visit.Page;
    }

    private static Task Told(IPage page) => Expect(page.Locator("#search-status")).Not.ToBeEmptyAsync();
}
