using Palabre.Model;
using Palabre.Reading;
using Palabre.Rendering;
using Palabre.Tests.Support;

namespace Palabre.Tests.Rendering;

/// <summary>Each language that the look speaks, it speaks whole.</summary>
public sealed class LanguagesTests
{
    private static readonly string[] Helped = ["search.ask_author", "search.ask_theme", "search.ask_date"];

    private static IEnumerable<string> Languages => Directory.GetFiles(Path.Combine(Repository.Root, "themes/_look/strings")).Select(Path.GetFileNameWithoutExtension)!;

    [TestCaseSource(nameof(Languages))]
    public void All_words_are_there_in_all_plurals_with_their_places(string language) =>
        Assert.That(Speaking(language).Diagnostics.Select(d => d.ToString()), Is.Empty);

    [TestCaseSource(nameof(Languages))]
    public void What_has_places_in_english_has_them_all(string language)
    {
        var (words, english) = (Speaking(language).Value.Strings, Speaking("en").Value.Strings);
        foreach (var key in english.Keys.Where(english.IsText))
            for (var i = 0; i < 5; i++)
                Assert.That(words.TextsOf(key).First().Contains($"{{{i}}}", StringComparison.Ordinal), Is.EqualTo(english.TextsOf(key).First().Contains($"{{{i}}}", StringComparison.Ordinal)), key);
    }

    /// <summary>What its help for searches shows is what searches understand.</summary>
    [TestCaseSource(nameof(Languages))]
    public void Filters_are_called_what_the_help_calls_them(string language)
    {
        var words = Speaking(language).Value.Strings;
        string[] shown = [.. Helped.SelectMany(key => words.Text(key).Split(' ')).Select(asked => asked.Split(':')[0])];
        Assert.That(words.List("search.keys"), Is.EqualTo(shown));
    }

    [Test]
    public void Where_the_look_does_not_speak_the_site_s_language_its_words_say_that_they_are_english()
    {
        using var site = new SiteOnDisk("-- content/site.yml --\ntitle: 町\nlanguage: ja\nbaseUrl: https://example.org\n-- content/posts/2024-05-01-a.md --\n---\ntitle: 図書館\n---\n本文\n"
            + "-- content/comments/a.yml --\n- {id: c1, author: X, date: 2024-05-02, body: 賛成}\n- {id: c2, author: Y, date: 2024-05-03, language: en, body: Yes}\n");
        Assert.That(site.Run("build").Status, Is.Zero);
        string home = site.Published("index.html"), post = site.Published("2024/05/a/index.html");
        Assert.That(home, Does.Contain("<html lang=\"en\" dir=\"ltr\">").And.Contain("<article class=\"entry post summary h-entry\" lang=\"ja\">"));
        Assert.That(post, Does.Contain("<html lang=\"ja\" dir=\"ltr\">").And.Contain("<a class=\"skip\" href=\"#main\" lang=\"en\">").And.Contain("<div lang=\"en\">\n<section id=\"comments\"")
            .And.Contain("<div class=\"text e-content\" lang=\"ja\"><p>賛成</p>").And.Contain("<div class=\"text e-content\"><p>Yes</p>"));
        Assert.That(post, Does.Contain("\"inLanguage\":\"en\"").And.Contain("\"inLanguage\":\"ja\""));
    }

    [Test]
    public void What_is_english_like_the_words_still_goes_its_own_way_where_the_site_goes_from_right_to_left()
    {
        using var site = new SiteOnDisk("-- content/site.yml --\ntitle: T\nlanguage: ar\n-- content/posts/2024-05-01-a.md --\n---\ntitle: Title\nlanguage: en\n---\nText.\n").Build();
        var post = site.Page("2024/05/a/index.html");
        Assert.That((post.DocumentElement.GetAttribute("dir"), post.QuerySelector("article.post")!.GetAttribute("dir"), post.QuerySelector("h1")!.GetAttribute("dir")), Is.EqualTo(("rtl", "ltr", "ltr")));
    }

    private static Palabre.Diagnostics.Checked<Look> Speaking(string language) =>
        Look.Read(new SiteFiles([], _ => default), new Settings { Language = language });
}
