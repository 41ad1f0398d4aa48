using AngleSharp.Html.Parser;
using Palabre.Site;
using Palabre.Tests.Support;

namespace Palabre.Tests.Addressing;

/// <summary>Former addresses lead on, and their anchors with them.</summary>
public sealed class ForwardingTests
{
    private const string Moved = """
        -- content/posts/2010-01-12-new.md --
        ---
        title: New
        aliases: [/old/]
        ---
        -- content/comments/new/1.yml --
        author: Ann
        date: 2010-01-13
        body: x
        -- content/comments/new/2.yml --
        author: Bob
        date: 2010-01-14
        body: x
        """;

    [Test]
    public void An_alias_of_a_post_forwards_the_anchors_of_its_comments() =>
        Assert.That(Shown(Moved, "old/index.html"), Is.EqualTo("/2010/01/new/ c-1=/2010/01/new/#c-1 c-2=/2010/01/new/#c-2"));

    [Test]
    public void A_page_of_a_post_without_comments_leads_on_at_once_even_without_script()
    {
        var page = Page("-- content/posts/2010-01-12-new.md --\n---\ntitle: New\naliases: [/old.html]\n---", "old.html");
        Assert.That(page, Does.Contain("<noscript><meta http-equiv=\"refresh\" content=\"0; url=/2010/01/new/\"></noscript>"));
        Assert.That(Page(Moved, "old/index.html"), Does.Not.Contain("refresh"), "it would lose the anchor");
    }

    [Test]
    public void A_comment_that_left_a_page_which_is_still_there_is_listed_on_it()
    {
        const string site = Moved + """

            -- content/posts/2010-01-20-other.md --
            ---
            title: Other
            ---
            -- content/comments/other/3.yml --
            author: Eve
            date: 2010-01-21
            aliases: ["/2010/01/new/#c-3", /2010/01/new/comments/3.html]
            body: x
            """;
        Assert.That(SiteText.Told(site), Does.Not.Contain("error"));
        Assert.That(Shown(site, "2010/01/new/index.html"), Is.EqualTo("c-3=/2010/01/other/#c-3"));
        Assert.That(Shown(site, "2010/01/new/comments/3.html"), Is.EqualTo("/2010/01/other/#c-3"));
    }

    [Test]
    public void A_name_that_a_comment_had_on_its_own_page_is_a_name_within_it()
    {
        const string site = Moved + """

            -- content/comments/new/4.yml --
            author: Eve
            date: 2010-01-21
            aliases: "https://old.example/2010/01/new/#comment-1204"
            body: x
            """;
        Assert.That(SiteText.Told(site), Does.Not.Contain("error"));
        var page = new HtmlParser().ParseDocument(Page(site, "2010/01/new/index.html"));
        Assert.That(page.GetElementById("comment-1204")!.ParentElement!.Id, Is.EqualTo("c-4"));
        Assert.That(page.QuerySelector(".moved"), Is.Null);
    }

    [Test]
    public void Anchors_of_one_old_page_lead_to_several_entries()
    {
        const string site = """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            aliases: ["/2009/all.html#a"]
            ---
            -- content/posts/2010-01-13-b.md --
            ---
            title: B
            aliases: ["/2009/all.html#b"]
            ---
            """;
        Assert.That(Shown(site, "2009/all.html"), Is.EqualTo("a=/2010/01/a/ b=/2010/01/b/"));
        Assert.That(Page(site, "2009/all.html"), Does.Contain("noindex").And.Not.Contain("canonical"));
    }

    [Test]
    public void An_anchor_that_somebody_named_goes_before_that_of_the_comments_that_came_along()
    {
        const string site = Moved + """

            -- content/posts/2010-01-20-other.md --
            ---
            title: Other
            ---
            -- content/comments/other/1.yml --
            author: Eve
            date: 2010-01-21
            aliases: ["/old/#c-1"]
            body: x
            """;
        Assert.That(Shown(site, "old/index.html"), Is.EqualTo("/2010/01/new/ c-1=/2010/01/other/#c-1 c-2=/2010/01/new/#c-2"));
    }

    [TestCase("/2010/01/new/#c-1", "content/comments/new/1.yml:1:1", TestName = "A comment's place is its own")]
    [TestCase("/2009/#x", "content/posts/2010-01-20-other.md:3:12", TestName = "Two aliases do not name one anchor")]
    public void Is_told(string alias, string other)
    {
        var aliases = alias == "/2009/#x" ? $"[ \"{alias}\", \"{alias}\" ]" : $"\"{alias}\"";
        var site = $"{Moved}\n-- content/posts/2010-01-20-other.md --\n---\ntitle: Other\naliases: {aliases}\n---";
        Assert.That(string.Join('\n', SiteText.Prepare(site).Diagnostics.Where(d => d.Code == "PAL4001").Select(d => d.Message)),
            Is.EqualTo($"The address '{alias}' is already that of {other}."));
    }

    [TestCase("/2010/01/new/#main", "The anchor of '/2010/01/new/#main' has another use on that page.")]
    [TestCase("/2010/01/new/#post", "The anchor of '/2010/01/new/#post' has another use on that page.")]
    public void An_anchor_that_the_look_needs_is_told(string alias, string message)
    {
        var site = Moved + $"\n-- content/posts/2010-01-20-other.md --\n---\ntitle: Other\naliases: \"{alias}\"\n---";
        Assert.That(SiteText.Told(site), Does.Contain("content/posts/2010-01-20-other.md:3:10: error PAL4011: " + message));
    }

    [Test]
    public void A_look_that_shows_former_anchors_nowhere_is_told()
    {
        var site = Moved + "\n-- content/posts/2010-01-20-other.md --\n---\ntitle: Other\naliases: \"/2010/01/new/#x\"\n---\n-- themes/_look/moved.html --\nNothing.";
        Assert.That(SiteText.Told(site), Does.Contain("""
            content/posts/2010-01-20-other.md:3:10: error PAL4011: The look shows the anchor of '/2010/01/new/#x' nowhere.
              hint: Compare the site's own layout, moved, redirect, turns and post with those of the default look.
            """));
    }

    [TestCase("/a/#", "has no name after '#'")]
    [TestCase("/a/#b c", "has white space or a control character after '#'")]
    [TestCase("/a/#b%00c", "has white space or a control character after '#'")]
    public void An_anchor_that_cannot_be_one_is_told(string alias, string problem) =>
        Assert.That(SiteText.Told($"-- content/posts/2010-01-20-other.md --\n---\ntitle: Other\naliases: [\"{alias}\"]\n---"),
            Does.Contain($"warning PAL4003: The alias '{alias}' {problem}; no redirect is made."));

    [Test]
    public void An_anchor_is_no_markup() => Assert.That(
        Page(Moved + "\n-- content/posts/2010-01-20-other.md --\n---\ntitle: Other\naliases: ['/2010/01/new/#\"><script>x']\n---", "2010/01/new/index.html"),
        Does.Contain("<li id=\"&quot;&gt;&lt;script&gt;x\">").And.Not.Contain("<script>x"));

    [Test]
    public void A_path_among_the_names_of_a_theme_or_an_author_leads_to_their_page()
    {
        const string site = """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            author: Jane D.
            themes: [Trust]
            ---
            -- content/authors/jane-doe.yml --
            name: Jane Doe
            aliases: [Jane D., /authors/jane-d/]
            -- themes/confidence.md --
            ---
            title: Confidence
            aliases: [Trust, /themes/trust/, /themes/../x/]
            ---
            """;
        Assert.That((Shown(site, "authors/jane-d/index.html"), Shown(site, "themes/trust/index.html")), Is.EqualTo(("/authors/jane-doe/", "/themes/confidence/")));
        Assert.That(SiteText.Told(site), Does.Contain("themes/confidence.md:3:34: warning PAL4003: The alias '/themes/../x/' has a part '..'").And.Not.Contain("error"));
    }

    [Test]
    public void An_alias_like_a_discussion_leads_to_the_discussion()
    {
        const string site = """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            aliases: [/discussions/old/, /old/]
            ---
            -- content/posts/2010-01-13-b.md --
            ---
            title: B
            replyTo: a
            ---
            """;
        Assert.That((Shown(site, "discussions/old/index.html"), Shown(site, "old/index.html")), Is.EqualTo(("/discussions/a/", "/2010/01/a/")));
    }

    [Test]
    public void Further_parts_and_pictures_move_along()
    {
        var comments = string.Concat(Enumerable.Range(1, 12).Select(i => $"- id: c{i:00}\n  author: Ann\n  date: 2010-01-{12 + i}\n  body: x\n"));
        var site = $"""
            -- content/site.yml --
            baseUrl: https://example.org
            commentsPerPage: 10
            -- content/posts/new/2010-01-12-new.md --
            ---
            title: New
            aliases: [/old/]
            ---
            ![A](a.svg)
            -- content/posts/new/a.svg --
            <svg xmlns="http://www.w3.org/2000/svg"/>
            -- content/comments/new.yml --
            {comments}
            """;
        Assert.That(Shown(site, "old/comments/2/index.html"), Is.EqualTo(
            "/2010/01/new/comments/2/ c-c11=/2010/01/new/comments/2/#c-c11 c-c12=/2010/01/new/comments/2/#c-c12"));
        Assert.That(Shown(site, "old/index.html"), Does.EndWith("c-c10=/2010/01/new/#c-c10 c-c11=/2010/01/new/comments/2/#c-c11 c-c12=/2010/01/new/comments/2/#c-c12"));
        Assert.That(SiteText.Prepare(site).Files.OfType<CopiedFile>().Select(f => f.Path), Does.Contain("2010/01/new/a.svg").And.Contain("old/a.svg"));
    }

    /// <summary>Where a page leads, and each anchor of its list.</summary>
    private static string Shown(string site, string path)
    {
        var page = new HtmlParser().ParseDocument(Page(site, path));
        return string.Join(' ', page.QuerySelectorAll(".now a").Select(a => a.GetAttribute("href"))
            .Concat(page.QuerySelectorAll(".moved li").Select(li => $"{li.Id}={li.QuerySelector("a")!.GetAttribute("href")}")));
    }

    private static string Page(string site, string path) => SiteText.Prepare(site).Text(path);
}
