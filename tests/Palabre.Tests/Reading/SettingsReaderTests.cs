using System.Text;
using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Tests.Support;

namespace Palabre.Tests.Reading;

public sealed class SettingsReaderTests
{
    [TestCase("title: Agora", "Title=Agora", TestName = "title")]
    [TestCase("description: Des voix", "Description=Des voix", TestName = "description")]
    [TestCase("language: fr", "Language=fr", TestName = "language")]
    [TestCase("lang: pt_BR", "Language=pt-BR", TestName = "language, as lang and with an underscore")]
    [TestCase("author: Claire", "Author=Claire", TestName = "author")]
    [TestCase("look: themes/_plain", "Look=themes/_plain", TestName = "look")]
    [TestCase("posts: _posts", "PostsFolder=_posts", TestName = "posts")]
    [TestCase("posts: ./src\\_posts/", "PostsFolder=src/_posts", TestName = "posts, as Windows and shells write it")]
    [TestCase("comments: src/_data/comments", "CommentsFolder=src/_data/comments", TestName = "comments")]
    [TestCase("pageSize: 1000", "PageSize=1000", TestName = "pageSize")]
    [TestCase("commentsPerPage: 10", "CommentsPerPage=10", TestName = "commentsPerPage")]
    [TestCase("links: [{title: Ailleurs, url: https://example.org/, language: en}]", "Links=[(Ailleurs, https://example.org/, en)]", TestName = "links")]
    [TestCase("answer: mailto:editors@example.org", "Answer=(mailto:editors@example.org, True)", TestName = "answer")]
    [TestCase("search: false", "Search=False", TestName = "search")]
    [TestCase("trustPosts: true", "TrustPosts=True", TestName = "trustPosts")]
    [TestCase("extra: {colour: red}", "Extra={colour=red}", TestName = "extra")]
    public void Reads_each_setting(string line, string difference) => Assert.That(Difference(line), Is.EqualTo(difference));

    [TestCase("https://example.org", "https://example.org", "")]
    [TestCase("https://example.org/", "https://example.org", "")]
    [TestCase("https://example.org/archive/", "https://example.org", "/archive")]
    [TestCase("http://example.org:8080/a/b", "http://example.org:8080", "/a/b")]
    [TestCase("https://example.org/caf\u00E9", "https://example.org", "/caf%C3%A9")]
    public void The_base_address_may_have_a_path(string written, string origin, string path)
    {
        var settings = Read("baseUrl: " + written);
        Assert.That((settings.Value.Origin, settings.Value.BasePath), Is.EqualTo((origin, path)));
        Assert.That(settings.Diagnostics, Is.Empty);
    }

    [TestCase("baseURL: https://example.org")]
    [TestCase("url: https://example.org")]
    public void The_base_address_has_the_names_that_Hugo_and_Jekyll_give_it(string line) =>
        Assert.That(Read(line).Value.BaseUrl, Is.EqualTo("https://example.org"));

    [TestCase("example.org")]
    [TestCase("/archive/")]
    [TestCase("ftp://example.org")]
    [TestCase("https://example.org/?a=b")]
    [TestCase("https://example.org/#a")]
    [TestCase("https://user:secret@example.org/")]
    public void What_is_no_base_address_is_an_error(string written)
    {
        var settings = Read("baseUrl: " + written);
        Assert.That(settings.Value.Origin, Is.Null);
        Assert.That(settings.Told(), Is.EqualTo(
            $"content/site.yml:1:10: error PAL1105: '{written}' is not the address of a site.\n  hint: Write it whole, as https://example.org/archive."));
    }

    [TestCase("Europe/Paris", "+01:00")]
    [TestCase("America/Montreal", "-05:00")]
    [TestCase("UTC", "+00:00")]
    [TestCase("utc", "+00:00")]
    public void Time_zones_are_IANA_names(string name, string offset) => Assert.That(
        Read("timeZone: " + name).Value.Zone.FromLocal(new(2010, 1, 12)).ToString("zzz", System.Globalization.CultureInfo.InvariantCulture),
        Is.EqualTo(offset));

    [Test]
    public void The_zone_is_also_read_as_Jekyll_writes_it() => Assert.That(Read("timezone: Europe/Paris").Value.Zone.Id, Is.EqualTo("Europe/Paris"));

    [TestCase("/etc")]
    [TestCase("../other")]
    [TestCase("content/../../x")]
    [TestCase("C:\\posts")]
    [TestCase(".")]
    [TestCase("a//b")]
    public void A_folder_outside_of_the_site_is_refused(string written)
    {
        var settings = Read($"posts: {written}");
        Assert.That(settings.Value.PostsFolder, Is.EqualTo("content/posts"));
        Assert.That(settings.Codes(), Does.Contain("PAL1103"));
    }

    [TestCase("post: /{year}/{month}/{day}/{slug}/", "/{year}/{month}/{day}/{slug}/", null, TestName = "All placeholders of a post")]
    [TestCase("post: /blog/{slug}/", "/blog/{slug}/", null, TestName = "A post's slug alone")]
    [TestCase("post: /{year}/", null, "lacks {slug}", TestName = "A placeholder that is needed")]
    [TestCase("post: /{title}/{slug}/", null, "may hold letters, digits, '-', '_', '.', '/' and {slug} {year} {month} {day}", TestName = "A placeholder that there is not")]
    [TestCase("post: blog/{slug}/", null, "does not begin and end with '/'", TestName = "No slash at the beginning")]
    [TestCase("post: /{slug}.html", null, "does not begin and end with '/'", TestName = "No slash at the end")]
    [TestCase("post: /../{slug}/", null, "has an empty part, '.' or '..'", TestName = "A way out")]
    [TestCase("post: //{slug}/", null, "has an empty part, '.' or '..'", TestName = "An empty part")]
    [TestCase("post: '/a b/{slug}/'", null, "may hold letters, digits, '-', '_', '.', '/' and {slug} {year} {month} {day}", TestName = "White space")]
    public void Patterns_say_where_pages_stand(string line, string? pattern, string? problem)
    {
        var settings = Read($"baseUrl: https://example.org\nurls:\n  {line}");
        Assert.That(settings.Value.Urls.Post, Is.EqualTo(pattern ?? new UrlPatterns().Post));
        Assert.That(settings.Diagnostics.SingleOrDefault()?.Message, problem is null ? Is.Null : Does.EndWith($" {problem}."));
    }

    [TestCase("discussion", "/d/{slug}/", "Discussion")]
    [TestCase("themes", "/sujets/", "Themes")]
    [TestCase("theme", "/sujets/{slug}/", "Theme")]
    [TestCase("authors", "/voix/", "Authors")]
    [TestCase("author", "/voix/{slug}/", "Author")]
    [TestCase("archive", "/dates/", "Archive")]
    [TestCase("year", "/dates/{year}/", "Year")]
    [TestCase("month", "/dates/{year}/{month}/", "Month")]
    [TestCase("page", "/pages/{slug}/", "Page")]
    public void Every_kind_of_page_has_its_pattern(string key, string pattern, string property) => Assert.That(
        typeof(UrlPatterns).GetProperty(property)!.GetValue(Read($"urls: {{{key}: '{pattern}'}}").Value.Urls), Is.EqualTo(pattern));

    [TestCase("")]
    [TestCase("\n \n")]
    [TestCase("# nothing yet\n")]
    [TestCase("---\n")]
    public void A_file_that_says_nothing_is_a_site_with_defaults(string text) =>
        Assert.That(SettingsReader.Read(Encoding.UTF8.GetBytes(text)) is { Value.Title: "Palabre", Diagnostics: [{ Code: "PAL1106" }] });

    [Test]
    public void Who_writes_theme_for_look_is_helped() => Assert.That(Read("baseUrl: https://example.org\ntheme: minima").Told(), Is.EqualTo("""
        content/site.yml:2:1: warning PAL1041: 'theme' is not a setting: here a theme is what a discussion is about.
          hint: Did you mean 'look'?
        """));

    [TestCase("pageSize: 0")]
    [TestCase("pageSize: many")]
    [TestCase("commentsPerPage: 9")]
    public void A_number_out_of_its_range_is_left_aside(string line) => Assert.That(Difference(line), Is.Empty);

    private static string Difference(string line) => Shown.Difference(new Settings(), Read(line).Value with { NamedFolders = [] });

    private static Checked<Settings> Read(string text) => SettingsReader.Read(Encoding.UTF8.GetBytes(text));
}
