using Palabre.Tests.Support;

namespace Palabre.Tests.Site;

/// <summary>Small sites, from their files to the words of their pages.</summary>
public sealed class WholeSiteTests
{
    [Test]
    public void A_comment_that_a_link_names_under_its_post_is_found_on_whichever_part_it_stands()
    {
        using var site = new SiteOnDisk("-- content/site.yml --\ncommentsPerPage: 10\n-- content/posts/2010-01-12-hello.md --\nText."
            + string.Concat(Enumerable.Range(0, 30).Select(i => $"\n-- content/comments/hello/k{i:00}.yml --\nauthor: a\ndate: 2010-01-13 10:{i:00}\nbody: Words."))
            + "\n-- content/posts/2010-02-01-later.md --\n[early](/2010/01/hello/#c-k01) [late](/2010/01/hello#c-k29) [moved](/2010/01/hello/comments/2/#c-k28)").Build();
        Assert.That(site.Published("2010/02/later/index.html"),
            Does.Contain("href=\"/2010/01/hello/#c-k01\">early").And.Contain("href=\"/2010/01/hello/comments/3/#c-k29\">late")
            .And.Contain("href=\"/2010/01/hello/comments/3/#c-k28\">moved"));
    }

    [Test]
    public void A_part_of_a_post_says_which_it_is_leads_on_in_its_order_and_is_not_the_post_once_more()
    {
        using var site = new SiteOnDisk("-- content/site.yml --\ncommentsPerPage: 10\n-- content/posts/2010-01-12-hello.md --\nText."
            + string.Concat(Enumerable.Range(0, 30).Select(i => $"\n-- content/comments/hello/k{i:00}.yml --\nauthor: a\ndate: 2010-01-13 10:{i:00}\nbody: Words.\n"))
            + "\n-- content/comments/hello/r1.yml --\n{author: b, date: 2010-01-14, body: Late., replyTo: k01}"
            + "\n-- content/comments/hello/r2.yml --\n{author: b, date: 2010-01-14, body: Late., replyTo: k11}").Build();
        Assert.That(Of("2010/01/hello/"), Is.EqualTo(("Page 1 of 3", "/2010/01/hello/comments/2/", true)));
        Assert.That(Of("2010/01/hello/comments/2/"), Is.EqualTo(("Page 2 of 3", "/2010/01/hello/comments/3/", false)));
        Assert.That(Of("2010/01/hello/chronological/"), Is.EqualTo(("Page 1 of 3", "/2010/01/hello/comments/2/chronological/", false)));
        Assert.That(Of("2010/01/hello/comments/2/chronological/"), Is.EqualTo(("Page 2 of 3", "/2010/01/hello/comments/3/", false)), "the third has one order");

        (string Part, string? Next, bool IsPost) Of(string address)
        {
            var page = site.Page(address + "index.html");
            return (page.QuerySelector(".comments-head .meta")!.TextContent, page.QuerySelector(".pager [rel=next]")!.GetAttribute("href"), page.QuerySelector(".column.h-entry") is not null);
        }
    }

    [Test]
    public void What_is_missing_is_no_reply()
    {
        using var site = new SiteOnDisk("""
            -- content/posts/2010-01-12-hello.md --
            Text.
            -- content/posts/2010-01-14-answer.md --
            ---
            replyTo: hello
            ---
            Text.
            -- content/comments/hello/a.yml --
            {author: A, date: 2010-01-13 10:00, body: One., replyTo: gone}
            """).Build();
        Assert.That(site.Page("discussions/hello/index.html").QuerySelector(".branch summary")!.TextContent, Is.EqualTo("2 replies"));
    }

    [Test]
    public void What_answers_an_entry_that_is_not_there_says_so_in_the_order_of_time_too()
    {
        using var site = new SiteOnDisk("""
            -- content/posts/2010-01-12-hello.md --
            Text.
            -- content/comments/hello/a.yml --
            {author: A, date: 2010-01-13 10:00, body: One.}
            -- content/comments/hello/b.yml --
            {author: B, date: 2010-01-13 11:00, body: Two., replyTo: waits}
            -- content/comments/hello/waits.yml --
            {author: W, date: 2010-01-13 10:30, body: Three., status: pending}
            -- content/comments/hello/c.yml --
            {author: C, date: 2010-01-13 12:00, body: Four., replyTo: a}
            """).Build();
        var page = site.Published("2010/01/hello/chronological/index.html");
        Assert.That(page.Split("id=\"c-")[2], Does.StartWith("b\"").And.Contain("<p class=\"answers\">What is answered here, “waits”, is not in the archive.</p>"));
        Assert.That(page, Does.Contain("(in order of time)").And.Not.Contain("Three."));
        Assert.That(site.Published("2010/01/hello/index.html"), Does.Not.Contain("(in order of time)"));
    }

    [TestCase("2010-01-12-الثقة.md", "https://example.org/2010/01/الثقة/", "@online{2010-01-12-[0-9a-f]{8},", TestName = "Of a post in letters of another script")]
    [TestCase("2010-01-12-hello.md", "https://example.org/2010/01/hello/", "@online{hello,", TestName = "Of a post in Latin letters")]
    [TestCase("2010-01-12-hello.md", "https://example.org/2010/01/hello/", "@online{hello-again,", "id: hello-again", TestName = "Of a post whose slug another may have, too")]
    public void A_reference_names_an_address_that_can_be_read_and_a_key_that_BibTeX_can(string file, string address, string key, string said = "")
    {
        using var site = new SiteOnDisk($"-- content/site.yml --\nbaseUrl: https://example.org\n-- content/posts/{file} --\n---\ntitle: A\nauthor: B\n{said}\n---\nText.").Build();
        var cite = site.Page(Path.GetRelativePath(site.Output, Directory.GetFiles(Path.Combine(site.Output, "2010/01"), "index.html", SearchOption.AllDirectories).Single(f => f.Contains(file[11..^3], StringComparison.Ordinal)))).QuerySelector(".cite")!;
        Assert.That(cite.QuerySelector("p")!.TextContent, Does.EndWith(", " + address));
        Assert.That(cite.QuerySelector("pre")!.TextContent, Does.Match("^" + key.Replace("{2", "\\{2", StringComparison.Ordinal).Replace("{h", "\\{h", StringComparison.Ordinal)).And.Contain($"url = {{{new Uri(address).AbsoluteUri}}}"));
    }

    [Test]
    public void A_title_in_a_sentence_says_in_which_language_it_is()
    {
        using var site = new SiteOnDisk("""
            -- content/posts/2010-01-12-a.md --
            ---
            title: Pourquoi
            language: fr
            ---
            Bon.
            -- content/posts/2010-01-13-b.md --
            ---
            title: Warum
            language: de
            replyTo: a
            ---
            Gut.
            -- content/comments/a/c.yml --
            {author: C, date: 2010-01-14, body: Yes}
            """).Build();
        Assert.That(site.Published("2010/01/a/index.html"), Does.Contain("in “<a href=\"/2010/01/b/\" lang=\"de\">Warum</a>”").And.Contain("<a href=\"/discussions/a/\" lang=\"fr\">Pourquoi</a>"));
        Assert.That(site.Published("2010/01/b/index.html"), Does.Contain("href=\"/2010/01/a/\" lang=\"fr\">Pourquoi</a>”"));
        Assert.That(site.Published("index.html"), Does.Contain("on “<a href=\"/2010/01/a/\" lang=\"fr\">Pourquoi</a>”"));
    }

    [Test]
    public void The_line_that_says_who_is_quoted_is_no_part_of_what_was_said()
    {
        using var site = new SiteOnDisk("""
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            author: Ann
            ---
            الثقة أساس كل شيء في هذا المجلس.
            -- content/comments/a/c1.yml --
            author: Bob
            date: 2010-01-13
            body: |
              > الثقة أساس كل شيء في هذا المجلس.

              نعم، أنا أوافق على ذلك كله.
            """).Build();
        Assert.That(site.Published("2010/01/a/index.html"), Does.Contain("class=\"cited\">quoted from <a"));
        Assert.That(site.Main("index.html"), Does.Contain("أوافق").And.Not.Contains("quoted"));
    }

    [TestCase("post:b#my-heading", "/2010/01/b/#post~my-heading")]
    [TestCase("post:b#c1", "/2010/01/b/#c-c1", TestName = "A comment of the same name has been there before")]
    [TestCase("/2010/01/b/#my-heading", "/2010/01/b/#post~my-heading")]
    [TestCase("/2010/01/b/#post~my-heading", "/2010/01/b/#post~my-heading")]
    [TestCase("2010-01-13-b.md#x", "/2010/01/b/#post~x")]
    [TestCase("/2010/01/b/#comments", "/2010/01/b/#comments", TestName = "A heading of the same name is not what was there before")]
    [TestCase("post:b#comments", "/2010/01/b/#post~comments", TestName = "But in the post")]
    [TestCase("/2010/01/b/#main", "/2010/01/b/#main", TestName = "What is no heading may be a place of the page")]
    public void A_link_to_a_heading_of_another_post_leads_there(string written, string href)
    {
        using var site = new SiteOnDisk($"""
            -- content/posts/2010-01-12-a.md --
            [link]({written})
            -- content/posts/2010-01-13-b.md --
            ## My *heading*

            ## C1

            ## Comments

            <p id="x">y</p>
            -- content/comments/b/c1.yml --
            {"{"}author: C, date: 2010-01-13, body: Yes{"}"}
            """).Build("--strict");
        var found = site.Page("2010/01/a/index.html").QuerySelector(".post .text a")!.GetAttribute("href")!;
        Assert.That(found, Is.EqualTo(href));
        Assert.That(site.Page("2010/01/b/index.html").GetElementById(Uri.UnescapeDataString(found.Split('#')[1])), Is.Not.Null);
    }

    [TestCase("مرحبا بالعالم.", "rtl")]
    [TestCase("שלום world", null)]
    [TestCase("«1» — *שלום*", "rtl")]
    [TestCase("\"שלום\" & <3", "rtl")]
    [TestCase("& שלום", "rtl")]
    [TestCase("\"A\" שלום", "rtl")]
    [TestCase("A שלום", "rtl")]
    [TestCase("Plain, 2010.", null)]
    [TestCase("Ἑλλάς, Հայ, Привет", null)]
    public void A_text_that_names_no_language_is_set_as_most_of_its_letters_are_written(string text, string? direction)
    {
        using var site = new SiteOnDisk($"-- content/posts/2010-01-12-hello.md --\nText.\n-- content/comments/hello/a.yml --\nauthor: A\ndate: 2010-01-13\nbody: |\n  {text}\n").Build();
        Assert.That(site.Page("2010/01/hello/index.html").QuerySelector(".comment .text")!.GetAttribute("dir"), Is.EqualTo(direction));
    }

    [Test]
    public void What_is_private_what_is_lost_and_what_comes_later_is_on_no_page_that_it_is_not_for()
    {
        using var site = new SiteOnDisk("""
            -- content/posts/2010-01-12-hello.md --
            ---
            title: Hello
            ---
            <b id="x">Before</b> the cut.

            <!--more-->

            SPOILER after the cut.
            -- content/posts/2010-01-13-gone.md --
            ---
            title: Gone
            status: removed
            ---
            -- content/comments/hello/a.yml --
            author: jean@example.com
            date: 2010-01-13 10:00
            avatar: media/none.png
            body: Write to [me](mailto:zoe@example.com), or to <moe@example.com>.
            """).Build();
        foreach (var file in new[] { "index.html", "atom.xml", "feed.json", "archive/2010/01/index.html", "authors/index.html" })
            Assert.That(site.Published(file), Does.Contain("efore").Or.Contain("jean"), file);
        foreach (var file in new[] { "index.html", "archive/2010/01/index.html" })
            Assert.That(site.Published(file), Does.Contain("the cut.").And.Not.Contain("SPOILER").And.Not.Contain("id=\"s-"), file);
        var page = site.Published("2010/01/hello/index.html");
        Assert.That(page, Does.Contain("jean@…").And.Contain("moe@…").And.Contain("SPOILER").And.Contain("id=\"post~x\"").And.Not.Contain("example.com").And.Not.Contain("none.png").And.Not.Contain("mailto"));
        Assert.That(site.Published("2010/01/gone/index.html"), Does.Not.Contain("class=\"invite\""));
    }

    [Test]
    public void Where_posts_have_no_feeds_no_feed_names_one()
    {
        using var site = new SiteOnDisk("""
            -- content/site.yml --
            title: Test
            baseUrl: https://example.org/
            postFeeds: false
            -- content/posts/2010-01-12-hello.md --
            ---
            title: Hello
            ---
            Text.
            -- content/comments/hello.yml --
            - {id: a, author: A, date: 2010-01-13, body: One.}
            - {id: b, author: B, date: 2010-01-14, body: Two., replyTo: a}
            """).Build();
        Assert.That(site.Published("comments.xml"), Does.Not.Contain("hello/atom.xml")
            .And.Contain("rel=\"replies\" type=\"text/html\" href=\"https://example.org/2010/01/hello/#c-a\"").And.Contain("thr:in-reply-to"));
    }

    [Test]
    public void A_post_stands_with_its_comments_each_under_what_it_answers()
    {
        using var site = new SiteOnDisk("""
            -- content/posts/2010-01-12-hello.md --
            ---
            title: The heart of the matter
            author: Claire
            themes: [trust]
            ---
            What do *you* think?
            -- content/comments/hello/a.yml --
            author: Yves
            date: 2010-01-13 10:00
            body: I disagree.
            -- content/comments/hello/b.yml --
            author: Samira
            date: 2010-01-14 10:00
            body: And I agree.
            -- content/comments/hello/c.yml --
            author: Claire
            date: 2010-01-15 10:00
            replyTo: a
            body: Why?
            """).Build();
        var main = site.Main("2010/01/hello/index.html");
        string[] words = ["The heart of the matter", "Claire", "What do you think?", "Yves", "I disagree.", "Why?", "Samira", "And I agree."];
        var places = words.Select(w => main.IndexOf(w, StringComparison.Ordinal)).ToArray();
        Assert.That(places, Has.None.EqualTo(-1).And.Ordered, main);
        foreach (var listing in new[] { "index.html", "themes/trust/index.html", "authors/claire/index.html", "archive/2010/01/index.html" })
            Assert.That(site.Main(listing), Does.Contain("The heart of the matter"), listing);
    }

    [Test]
    public void A_comment_that_answers_nothing_known_stands_under_a_placeholder()
    {
        using var site = new SiteOnDisk("""
            -- content/posts/2010-01-12-hello.md --
            Text.
            -- content/comments/hello/b.yml --
            author: Bob
            date: 2010-01-13
            replyTo: gone
            body: Quite so.
            """).Build();
        Assert.That(site.Page("2010/01/hello/index.html").QuerySelector("#c-b"), Is.Not.Null);
        Assert.That(site.Main("2010/01/hello/index.html"), Does.Contain("gone").And.Contain("Quite so."));
    }

    [Test]
    public void A_post_that_answers_a_comment_makes_a_discussion_of_both()
    {
        using var site = new SiteOnDisk("""
            -- content/posts/2010-01-12-one.md --
            ---
            title: First
            ---
            Text.
            -- content/comments/one/a.yml --
            author: Bob
            date: 2010-01-13
            body: Quite so.
            -- content/posts/2010-01-14-two.md --
            ---
            title: Second
            replyTo: one#a
            ---
            More.
            """).Build();
        Assert.That(site.Main("discussions/one/index.html"), Does.Contain("First").And.Contain("Quite so.").And.Contain("Second"));
        Assert.That(site.Page("2010/01/two/index.html").QuerySelectorAll("main a").Select(a => a.GetAttribute("href")),
            Does.Contain("/2010/01/one/#c-a"));
    }

    [Test]
    public void What_was_removed_keeps_its_place_and_says_nothing()
    {
        using var site = new SiteOnDisk("""
            -- content/posts/2010-01-12-hello.md --
            Text.
            -- content/comments/hello/a.yml --
            author: Bob
            date: 2010-01-13
            status: removed
            reason: at its author's wish
            body: Something unwise.
            -- content/comments/hello/b.yml --
            author: Ann
            date: 2010-01-14
            replyTo: a
            body: Never mind.
            """).Build();
        Assert.That(site.Main("2010/01/hello/index.html"), Does.Contain("at its author's wish").And.Contain("Never mind."));
        foreach (var file in Directory.EnumerateFiles(site.Output, "*", SearchOption.AllDirectories))
            Assert.That(File.ReadAllText(file), Does.Not.Contain("unwise"), file);
    }

    [Test]
    public void Of_what_was_removed_nothing_that_it_led_to_is_left()
    {
        using var site = new SiteOnDisk("""
            -- content/media/a.svg --
            <svg xmlns="http://www.w3.org/2000/svg"/>
            -- content/posts/2010-01-12-hello.md --
            ---
            status: redacted
            relayed: {by: Relay, from: A forum, url: "https://out.example/relayed"}
            parallel: [{title: The same, url: "https://out.example/parallel"}]
            ---
            -- content/comments/hello/a.yml --
            author: Bob
            date: 2010-01-13
            status: removed
            url: https://out.example/bob
            avatar: media/a.svg
            """).Build();
        foreach (var page in site.Pages) Assert.That(site.Published(page), Does.Not.Contain("out.example").And.Not.Contain("Relay").And.Not.Contain("media/a.svg"), page);
    }

    [Test]
    public void A_place_that_a_text_names_without_its_page_is_the_same_on_every_page()
    {
        using var site = new SiteOnDisk("""
            -- content/site.yml --
            baseUrl: https://example.org/
            commentsPerPage: 10
            -- content/posts/2010-01-12-hello.md --
            See [all](#comments), [one](#c-12) and [none](#c-none).
            -- content/comments/hello.yml --
            """ + "\n" + string.Concat(Enumerable.Range(1, 12).Select(i => $"- {{id: {i}, author: A, date: 2010-01-{i + 12}, body: \"[first](#c-1)\"}}\n"))
            + """
            -- content/posts/2010-02-12-answer.md --
            ---
            replyTo: hello
            ---
            """).Build();
        Assert.That(Links("2010/01/hello/index.html", "#post .text"),
            Is.EqualTo(["/2010/01/hello/#comments", "/2010/01/hello/comments/2/#c-12"]));
        Assert.That(Links("2010/01/hello/comments/2/index.html", "#c-12 .text"), Is.EqualTo(["/2010/01/hello/#c-1"]));
        Assert.That(Links("discussions/hello/index.html", "#e-hello\\.c-12 .text"), Is.EqualTo(["/2010/01/hello/#c-1"]));
        Assert.That(site.Published("2010/01/hello/atom.xml"), Does.Contain("https://example.org/2010/01/hello/#c-1\"").And.Not.Contain("2/#c-1\""));

        IEnumerable<string?> Links(string page, string within) => site.Page(page).QuerySelectorAll($"{within} a").Select(a => a.GetAttribute("href"));
    }

    [Test]
    public void Comments_that_are_hidden_are_not_led_to()
    {
        using var site = new SiteOnDisk("""
            -- content/posts/2010-01-12-hello.md --
            Text.
            -- content/posts/2010-01-13-answer.md --
            ---
            replyTo: hello
            comments: hidden
            ---
            Text.
            """).Build();
        foreach (var page in site.Pages) Assert.That(site.Published(page), Does.Not.Contain("/answer/#comments"), page);
        Assert.That(site.Published("index.html"), Does.Contain("/hello/#comments"));
    }

    [Test]
    public void Who_said_nothing_of_their_name_is_anonymous_everywhere()
    {
        using var site = new SiteOnDisk("""
            -- content/posts/2010-01-12-hello.md --
            Text.
            -- content/comments/hello.yml --
            - {id: a, date: 2010-01-13, body: A}
            - {id: b, date: 2010-01-13, body: B}
            """).Build();
        Assert.That(site.Page("2010/01/hello/index.html").QuerySelectorAll(".outline bdi").Select(name => name.TextContent), Is.Not.Empty.And.All.EqualTo("Anonymous"));
        Assert.That(site.Page("2010/01/hello/index.html").QuerySelectorAll(".p-author").Select(name => name.TextContent), Has.Exactly(3).Items.And.All.EqualTo("Anonymous"),
            "else who reads microformats takes the author of the post");
        Assert.That(site.Main("index.html"), Does.Not.Contain("0 voices"));
    }

    [TestCase("photo.jpg", "<meta property=\"og:image\" content=\"https://example.org/2010/01/hello/photo.jpg\">")]
    [TestCase("drawing.svg", null, Description = "Those who show previews take no drawings")]
    public void A_preview_of_a_post_has_its_times_and_a_picture_of_pixels(string picture, string? expected)
    {
        using var site = new SiteOnDisk($"""
            -- content/site.yml --
            baseUrl: https://example.org
            -- content/posts/2010-01-12-hello/index.md --
            ---
            title: Hello
            date: 2010-01-12 10:00 +01:00
            updated: 2010-01-13
            image: {picture}
            ---
            -- content/posts/2010-01-12-hello/{picture} --
            pixels
            """).Build();
        var told = site.Published("2010/01/hello/index.html").Split('\n').Where(line => line.Contains("property=\"article:", StringComparison.Ordinal) || line.Contains("og:image", StringComparison.Ordinal));
        Assert.That(told, Is.EqualTo(new[]
        {
            "<meta property=\"article:published_time\" content=\"2010-01-12T10:00:00+01:00\">",
            "<meta property=\"article:modified_time\" content=\"2010-01-13\">",
            expected,
        }.Where(line => line is not null)));
    }

    [Test]
    public void Each_text_stands_in_its_own_direction()
    {
        using var site = new SiteOnDisk("""
            -- content/posts/2010-01-12-hello.md --
            ---
            title: שלום
            language: he
            ---
            שלום
            -- content/posts/2010-01-13-latin.md --
            ---
            title: Shalom
            language: he-Latn
            ---
            Shalom
            -- content/pages/about.md --
            ---
            title: حول
            language: ar
            ---
            حول
            """).Build();
        Assert.That(site.Page("2010/01/hello/index.html").QuerySelector("h1")!.GetAttribute("dir"), Is.EqualTo("rtl"));
        Assert.That(site.Page("about/index.html").QuerySelector(".standing")!.GetAttribute("dir"), Is.EqualTo("rtl"));
        Assert.That(site.Page("index.html").QuerySelectorAll(".discussion[lang=he]").Concat(site.Page("index.html").QuerySelectorAll(".post[lang=he]")).Select(e => e.GetAttribute("dir")),
            Is.Not.Empty.And.All.EqualTo("rtl"));
        Assert.That(site.Page("index.html").QuerySelectorAll("[lang=he-Latn]").Select(e => e.GetAttribute("dir")), Is.Not.Empty.And.All.Null);
    }

    [Test]
    public void A_picture_that_is_not_there_is_told_whatever_field_names_it()
    {
        using var site = new SiteOnDisk("""
            -- content/media/there.svg --
            <svg xmlns="http://www.w3.org/2000/svg"/>
            -- content/authors/ann.yml --
            avatar: media/none.png
            -- themes/trust.md --
            ---
            image: media/none.png
            ---
            -- content/posts/2010-01-12-hello.md --
            ---
            title: A
            image: none.png
            ---
            -- content/posts/2010-01-13-there.md --
            ---
            title: B
            image: media/there.svg
            ---
            -- content/comments/hello.yml --
            - {id: a, date: 2010-01-13, author: A, avatar: media/none.png, body: A}
            - {id: b, date: 2010-01-13, author: A, avatar: media/there.svg, body: B}
            """);
        Assert.That(site.Run("check").Output.Split('\n').Where(line => line.Contains("PAL1063", StringComparison.Ordinal)).Select(line => line[..line.IndexOf(':')]), Is.EqualTo(
            ["content/authors/ann.yml", "content/comments/hello.yml", "content/posts/2010-01-12-hello.md", "themes/trust.md"]));
    }

    [Test]
    public void An_alias_leads_to_where_the_post_is_now()
    {
        using var site = new SiteOnDisk("""
            -- content/posts/2010-01-12-hello.md --
            ---
            title: Hello
            aliases: [/2009/old.html, "https://former.example/blog/hello?p=1"]
            ---
            Text.
            """).Build("--base-url", "https://example.org/archive");
        foreach (var old in new[] { "2009/old.html", "blog/hello/index.html" })
            Assert.That(site.Published(old), Does.Contain("url=/archive/2010/01/hello/"), old);
    }

    [Test]
    public void Names_in_trusted_markup_stay_and_links_lead_there()
    {
        using var site = new SiteOnDisk("""
            -- content/site.yml --
            trustPosts: true
            -- content/posts/2010-01-12-hello.md --
            ---
            title: Hello
            summary: "See [the spot](#spot), [the end](#end), [the top](#top)."
            ---
            <p id="spot">Here</p><a name=old>or here</a>

            To [the spot](#spot), [the old one](#old), [the end](#end) and [the top](#top).

            ## End
            """).Build();
        Assert.That(site.Page("2010/01/hello/index.html").QuerySelectorAll(".text a[href]").Select(a => a.GetAttribute("href")), Is.EqualTo(["#spot", "#old", "#post~end", "#top"]));
        Assert.That(site.Page("index.html").QuerySelectorAll(".text a[href]").Select(a => a.GetAttribute("href")),
            Is.EqualTo(["/2010/01/hello/#spot", "/2010/01/hello/#post~end", "/2010/01/hello/#top"]));
        Assert.That(site.Run("check").Output, Does.Not.Contain("PAL3002"));
    }

    [Test]
    public void Trusted_markup_stands_as_it_is_but_for_what_it_names_of_the_site()
    {
        using var site = new SiteOnDisk("""
            -- content/site.yml --
            baseUrl: https://example.org/club/
            trustPosts: true
            -- content/media/p.svg --
            <svg xmlns="http://www.w3.org/2000/svg"/>
            -- content/posts/beside.svg --
            <svg xmlns="http://www.w3.org/2000/svg"/>
            -- content/posts/2010-01-12-hello.md --
            <div onclick="x()" data-x='1'><IMG alt="media/p.svg" src=media/p.svg><img src='beside.svg'
              class=y> <a href="post:b#1" target=_blank>b</a> <a href="https://else.example/?a&b">e</a></div>

            See <a href="/2010/01/b/">b</a>, <a href="#end">end</a>.

            <script>if (a < b) document.write('<a href="post:b">');</script>

            ## End
            -- content/posts/2010-01-13-b.md --
            # B
            -- content/comments/b.yml --
            {id: 1, author: A, date: 2010-01-14, body: x}
            """).Build();
        Assert.That(site.Published("2010/01/hello/index.html"), Does.Contain("""
            <div onclick="x()" data-x='1'><IMG alt="media/p.svg" src=/club/media/p.svg><img src='/club/2010/01/hello/beside.svg'
              class=y> <a href="/club/2010/01/b/#c-1" target=_blank>b</a> <a href="https://else.example/?a&b">e</a></div>
            """).And.Contain("<a href=\"/club/2010/01/b/\">b</a>, <a href=\"#post~end\">end</a>").And.Contain("document.write('<a href=\"post:b\">')"));
    }

    [Test]
    public void The_title_of_a_site_is_set_as_titles_are_and_a_removed_comment_says_so_in_lists()
    {
        using var site = new SiteOnDisk("""
            -- content/site.yml --
            title: "L'Amicale : les amis ?"
            language: fr
            -- content/posts/2010-01-12-hello.md --
            # Bonjour
            -- content/comments/hello/c1.yml --
            {author: Fabien, date: 2010-01-13, status: removed, reason: hors sujet, body: Non}
            """).Build();
        Assert.That(site.Page("index.html").QuerySelector("header.site .brand span")!.TextContent, Is.EqualTo("L’Amicale\u00A0: les amis\u202F?"));
        Assert.That(site.Page("authors/fabien/index.html").QuerySelector(".remark .p-summary")!.TextContent, Is.EqualTo("Ce texte a été retiré."));
    }

    [Test]
    public void A_summary_leads_to_its_post_for_what_is_within_it()
    {
        using var site = new SiteOnDisk("""
            -- content/posts/2010-01-12-hello.md --
            See [below](#end) and [nowhere](#nowhere).

            ## End
            """).Build();
        Assert.That(site.Page("index.html").QuerySelectorAll("main a").Select(a => a.GetAttribute("href")), Does.Contain("/2010/01/hello/#post~end").And.None.Contains("nowhere"));
        Assert.That(site.Page("2010/01/hello/index.html").GetElementById("post~end"), Is.Not.Null);
    }

    [TestCase("One line.", false)]
    [TestCase("One paragraph,\non two lines.", false)]
    [TestCase("Two.\n\nParagraphs.", true)]
    [TestCase("[A very long link](https://example.org/so-long-that-the-markup-is-longer-than-the-text-itself).\n\nMore.", true)]
    [TestCase("A sentence.\n- and a list", true)]
    [TestCase("A picture ![](a.png)", true)]
    public void A_summary_that_leaves_something_out_offers_the_rest(string text, bool more)
    {
        using var site = new SiteOnDisk($"-- content/posts/2010-01-12-hello.md --\n---\ntitle: Hello\n---\n{text}").Build();
        Assert.That(site.Main("index.html").Contains("Read on", StringComparison.Ordinal), Is.EqualTo(more));
    }

    [Test]
    public void A_Jekyll_and_Staticman_repository_opens_unmoved()
    {
        using var site = new SiteOnDisk("""
            -- content/site.yml --
            title: Moved nowhere
            posts: _posts
            comments: _data/comments
            -- _config.yml --
            title: Jekyll's own
            -- _posts/2016-12-30-hello-world.markdown --
            ---
            layout: post
            title:  "Hello"
            date:   2016-12-30 10:00:00 +0100
            categories: [notes]
            ---
            Text.
            -- _data/comments/hello-world/entry1483225839000.yml --
            _id: 1e552947-0b1c
            message: "First\r\n\r\nparagraph"
            name: Ann
            email: 5f4dcc3b5aa765d61d8327deb882cf99
            hp: ''
            replying_to: ''
            date: '2016-12-31T23:10:39.000Z'
            -- _data/comments/hello-world/entry1483225840000.yml --
            _id: 2e552947-0b1c
            message: An answer
            name: Bob
            replying_to: '1'
            date: 1483225840
            """).Build();
        var page = site.Page("2016/12/hello-world/index.html");
        Assert.That(page.QuerySelector("#c-2e552947-0b1c"), Is.Not.Null);
        Assert.That(site.Main("2016/12/hello-world/index.html"), Does.Contain("First").And.Contain("An answer"));
        Assert.That(page.DocumentElement.OuterHtml, Does.Not.Contain("5f4dcc3b"));
    }

    [TestCase("2010-01-12-hello.md", "id: other\nslug: chosen", "hello")]
    [TestCase("2010-01-12-hello.md", "id: other\nslug: chosen", "other")]
    [TestCase("2010-01-12-hello.md", "id: other\nslug: chosen", "chosen")]
    [TestCase("2010-01-12-hello.md", "id: other", "2010-01-12-Héllo")]
    [TestCase("2010-01-12-☕.md", "title: Coffee", "☕")]
    public void Comments_find_their_post_by_any_of_its_names(string file, string fields, string folder)
    {
        using var site = new SiteOnDisk($"-- content/posts/{file} --\n---\n{fields}\n---\nText.\n-- content/comments/{folder}/c1.yml --\nauthor: a\ndate: 2010-01-13\nbody: x");
        Assert.That(site.Run("build").Output, Does.Contain("1 post, 1 comment").And.Not.Contain("PAL1056"));
    }

    [TestCase("permalink: /themes/", "2010-01-12-a.md:2:12: error PAL4001: The address '/themes/' is already that of themes.")]
    [TestCase("permalink: /atom.xml/", "2010-01-12-a.md:2:12: error PAL4001: The address '/atom.xml/' is already that of content/site.yml, as '/atom.xml'.")]
    [TestCase("aliases: [/archive/]", "2010-01-12-a.md:2:11: error PAL4001: The address '/archive/' is already that of content/posts.")]
    public void An_address_that_is_taken_is_reported_where_it_was_written(string field, string message)
    {
        using var site = new SiteOnDisk($"-- content/posts/2010-01-12-a.md --\n---\n{field}\n---\nText.");
        Assert.That(site.Run("build").Output, Does.Contain(message));
    }

    [Test]
    public void A_look_overrides_one_file_and_keeps_the_rest()
    {
        using var site = new SiteOnDisk("""
            -- content/posts/2010-01-12-hello.md --
            Text.
            -- themes/_look/footer.html --
            <footer>Ours: {{ site.title }}</footer>
            """).Build();
        Assert.That(site.Page("index.html").QuerySelector("footer")!.TextContent, Is.EqualTo("Ours: Test"));
        Assert.That(site.Main("2010/01/hello/index.html"), Does.Contain("Text."));
    }

    [TestCase("home.html", "<p>\n{{ if x }", "themes/_look/home.html:2:1: error PAL3050")]
    [TestCase("home.html", "{{ while true }}{{ end }}", "themes/_look/home.html:1:4: error PAL3052")]
    [TestCase("byline.html", "{{ include 'byline' }}", "themes/_look/byline.html:1:4: error PAL3051")]
    [TestCase("home.html", "{{ page.nope }}", "themes/_look/home.html:1:9: error PAL3051")]
    [TestCase("hom.html", "x", "themes/_look/hom.html: warning PAL3056: No page uses this file.\n  hint: Did you mean 'home.html'?")]
    [TestCase("footer.html", "{{ t 'no.such' }}", "themes/_look/footer.html:1:4: error PAL3051: The template fails on '/': There are no words 'no.such'.")]
    public void A_mistake_in_a_look_is_told_with_its_place(string template, string text, string message)
    {
        using var site = new SiteOnDisk($"-- content/posts/2010-01-12-hello.md --\nText.\n-- themes/_look/{template} --\n{text}");
        Assert.That(site.Run("build").Output, Does.Contain(message));
    }

    [Test]
    public void A_page_of_many_megabytes_is_whole()
    {
        using var site = new SiteOnDisk("-- content/posts/2010-01-12-hello.md --\nText.\n-- themes/_look/footer.html --\n"
            + "<footer>{{ for i in 1..180000 }}" + new string('x', 100) + "{{ end }}END</footer>").Build();
        Assert.That(site.Published("index.html"), Does.Contain("END</footer>"));
    }
}
