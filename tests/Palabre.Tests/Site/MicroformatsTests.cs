using Palabre.Model;
using Palabre.Rendering;
using Palabre.Site;
using Palabre.Tests.Support;

namespace Palabre.Tests.Site;

/// <summary>What the look says in microformats, over every page of the sample.</summary>
public sealed class MicroformatsTests
{
    private const string Origin = "https://palabre.example";

    private static readonly SiteBuild Build = SiteText.Prepare(SiteText.Files(new[] { "content", "themes" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories))
        .ToDictionary(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal)));

    private static IEnumerable<string> PagesOfEntries => Build.Pages.Where(page => page.Entries.Count > 0).Select(page => page.Address.Path);

    [TestCaseSource(nameof(PagesOfEntries))]
    public void A_page_of_a_post_is_one_entry_with_its_comments_each_once(string path)
    {
        var entries = Build.Pages.Single(page => page.Address.Path == path).Entries;
        var item = Items(path).Single(i => i.Type == "h-entry");
        var post = (Post)entries[0];
        HoldIs(item, post);
        Assert.That(item["name"], Is.EqualTo([Build.Edition.Entries.TitleOf(post)]).Using<string>((a, b) => Plain(a) == Plain(b)));
        Assert.That(item["category"], Is.EqualTo(Build.Edition.Listings.ThemeBook.Of(post).Select(theme => Build.Edition.Typeset(theme.Title))));
        var comments = item.Inner("comment").Where(comment => comment.Type == "h-entry").ToDictionary(comment => comment["url"].Single());
        Assert.That(comments.Keys, Is.EquivalentTo(entries.Skip(1).Select(entry => Build.Edition.Addresses.Absolute(entry))));
        foreach (var comment in entries.Skip(1)) HoldIs(comments[Build.Edition.Addresses.Absolute(comment)!], comment);
        Assert.That(item.Inner("comment").Where(comment => comment.Type == "h-cite").SelectMany(cite => cite["url"]),
            Is.EquivalentTo(Build.Archive.Posts.Where(p => Build.Edition.Answered(p) is { } answered && entries.Contains(answered)).Select(p => Build.Edition.Addresses.Absolute(p))));
    }

    [Test]
    public void Relayed_words_are_cited_with_who_said_them_and_when()
    {
        var cite = Items("/2010/01/progiciel-et-veille/").Single(i => i.Type == "h-entry").Inner("quotation-of").Single();
        Assert.That((cite.Type, cite["author"].Single(), cite["url"].Single(), cite["published"].Single()), Is.EqualTo((
            "h-cite", "Thierry Vasseur", "https://example.org/ateliers-du-jeudi/2010/01/vasseur-1126", "2010-01-15T11:26:00+01:00")));
    }

    [Test]
    public void A_post_says_what_it_answers_with_its_address()
    {
        var answered = Items("/2010/01/progiciel-et-veille/").Single(i => i.Type == "h-entry").Inner("in-reply-to").Single();
        Assert.That((answered.Type, answered["url"].Single()), Is.EqualTo(("h-cite", Origin + "/2010/01/trois-reponses/")));
    }

    [TestCase("/")]
    [TestCase("/archive/2010/01/")]
    [TestCase("/authors/yves-kermadec/")]
    public void A_listing_is_a_feed_of_its_entries_each_once(string path)
    {
        var feed = Items(path).Single(i => i.Type == "h-feed");
        Assert.That(feed["name"], Has.Length.EqualTo(1));
        var listed = feed.Children.Where(i => i.Type == "h-entry").ToArray();
        Entry[] expected = path switch
        {
            "/" => [.. Build.Edition.Listings.Posts],
            "/archive/2010/01/" => [.. Build.Archive.Posts.Where(p => p.Date.Day.Month == 1)],
            _ => [.. Build.Edition.Listings.Authors.Single(a => a.Author.Key == "yves-kermadec").Entries],
        };
        Assert.That(listed.SelectMany(i => i["url"]), Is.EquivalentTo(expected.Select(entry => Build.Edition.Addresses.Absolute(entry))));
        Assert.That(listed.Select(i => i["published"].Single()), Is.EquivalentTo(expected.Select(entry => DateWords.Iso(entry.Date))));
    }

    [Test]
    public void A_whole_discussion_is_a_feed_of_its_entries_each_once()
    {
        var discussion = Build.Edition.Threads.Discussions.First(d => d.Posts.Count > 1);
        var feed = Items(Build.Edition.Addresses.Discussion(discussion).Path).Single();
        var entries = discussion.Turns.Where(turn => turn.Entry is not null).Select(turn => turn.Entry!).ToArray();
        Assert.That(feed.Children.Select(i => i.Type).Distinct(), Is.EqualTo(["h-entry"]));
        Assert.That(feed.Children.Select(i => i["url"].Single()), Is.EqualTo(entries.Select(entry => Build.Edition.Addresses.Absolute(entry))));
    }

    [Test]
    public void A_theme_cites_its_discussions()
    {
        var theme = Build.Edition.Listings.Themes.First(t => t.Discussions.Count > 0);
        var cites = Items(Build.Edition.Addresses.Theme(theme.Theme).Path).Single(i => i.Type == "h-feed").Children;
        Assert.That(cites.Select(i => i.Type).Distinct(), Is.EqualTo(["h-cite"]));
        Assert.That(cites, Has.Count.EqualTo(theme.Discussions.Count));
    }

    [Test]
    public void The_words_of_a_comment_make_no_microformat()
    {
        var items = Microformats.Of(SiteText.Prepare("""
            -- content/posts/2010-01-12-one.md --
            ---
            title: One
            ---
            Words.
            -- content/comments/one/a.yml --
            author: Bea
            date: 2010-01-13
            format: html
            body: '<div class="h-entry"><p class="u-url p-author dt-published">x</p></div><a class="u-in-reply-to" href="https://example.net">y</a>'
            """).Text("2010/01/one/index.html"), "https://example.org/2010/01/one/");
        var comment = items.Single().Inner("comment").Single();
        Assert.That((comment.Children.Count, comment["url"].Length, comment["author"].Length, comment["in-reply-to"].Length), Is.EqualTo((0, 1, 1, 0)));
    }

    /// <summary>As the specification's own examples have it: microformats.org/wiki/microformats2.</summary>
    [Test]
    public void These_tests_read_microformats_as_parsers_do()
    {
        var items = Microformats.Of("""
            <a class="h-card" href="/b">Ben</a>
            <div class="h-card"><a class="p-name u-url" href="https://m.example/">M B</a> (<img class="u-photo" src="p.png" alt="">)</div>
            <article class="h-entry"><h1 class="p-name">T</h1><div class="u-in-reply-to h-cite"><a class="u-url p-author" href="#x">W</a></div>
            <p class="e-content">c <b>d</b></p><div class="h-cite">loose</div></article>
            """, "https://a.example/p/");
        Assert.That((items[0]["name"].Single(), items[0]["url"].Single()), Is.EqualTo(("Ben", "https://a.example/b")));
        Assert.That((items[1]["name"].Single(), items[1]["url"].Single(), items[1]["photo"].Single()), Is.EqualTo(("M B", "https://m.example/", "https://a.example/p/p.png")));
        Assert.That((items[2]["name"].Single(), items[2]["in-reply-to"].Single(), items[2]["content"].Single()), Is.EqualTo(("T", "https://a.example/p/#x", "c d")));
        Assert.That(items[2].Inner("in-reply-to").Single()["name"], Is.Empty);
        Assert.That(items[2].Children.Single()["name"], Is.EqualTo(["loose"]));
    }

    /// <summary>Holds who, when, where and, unless it was removed, that there is a text; and what it answers, where that is not the post it stands in.</summary>
    private static void HoldIs(Microformat item, Entry entry)
    {
        var (edition, place) = (Build.Edition, Build.Edition.Addresses.Absolute(entry));
        Assert.That((item["url"].Single(), item["uid"].Single()), Is.EqualTo((place, place)), entry.Id);
        Assert.That(item.Inner("author").SelectMany(author => author["name"]), Is.EqualTo(entry.Authors.Select(edition.Entries.NameOf)), entry.Id);
        Assert.That(item["published"], Is.EqualTo([DateWords.Iso(entry.Date)]), entry.Id);
        Assert.That(item["updated"], Is.EqualTo(entry.Updated is { } updated ? [DateWords.Iso(updated)] : Array.Empty<string>()), entry.Id);
        Assert.That(item["content"], Has.Length.EqualTo(entry.HasText ? 1 : 0), entry.Id);
        var answered = edition.Answered(entry);
        Assert.That(item["in-reply-to"], Is.EqualTo(answered is null || (entry is Comment && answered is Post) ? [] : new[] { edition.Addresses.Absolute(answered) }), entry.Id);
    }

    private static List<Microformat> Items(string path) =>
        Microformats.Of(Build.Text(Build.Pages.Single(page => page.Address.Path == path).Address.File), Origin + path);

    private static string Plain(string words) => string.Join(' ', words.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
