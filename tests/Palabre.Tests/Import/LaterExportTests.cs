using System.Text.RegularExpressions;
using Palabre.Tests.Support;

namespace Palabre.Tests.Import;

/// <summary>Exports that come one after the other, of one site or of several, and what editors did between them.</summary>
public sealed class LaterExportTests
{
    private const string About = "content/pages/about.md", Hello = "content/posts/2010/2010-01-12-hello.md";

    [Test]
    public void A_page_of_another_site_takes_no_place_of_one_that_is_there()
    {
        using var import = new Imports();
        import.Import(import.Source("a.xml", Wxr(Item(1), Item(2, "about", "First.", type: "page"))));
        import.Import(import.Source("b.xml", Wxr(Item(2, "about", "Second.", type: "page")).Replace("blog.example", "other.example", StringComparison.Ordinal)));
        Assert.That(import.Site, Does.Contain("First.").And.Contain("Second."));
        Assert.That(Read(import, About), Does.Contain("First."));
        Assert.That(import.Run(import.Full("a.xml")).Output, Does.Contain("0 new, 0 updated"));
    }

    [Test]
    public void A_comment_of_another_system_with_the_same_number_overwrites_none()
    {
        using var import = new Imports();
        import.Import(import.Source("a.xml", Wxr(Item(1, comments: Comment(7, "Of WordPress.")))));
        var ran = import.Run(import.Source("d.xml", Disqus(7, "Of Disqus.")));
        Assert.That(ran.Output, Does.Contain("content/comments/2010-01-12-hello/7.yml: warning PAL5010: 'content/comments/2010-01-12-hello/7.yml' came with another import, as something else; it is kept."));
        Assert.That(import.Site, Does.Contain("Of WordPress.").And.Not.Contain("Of Disqus."));
        Assert.That(import.Report, Does.Contain("what another import brought stands in its place"));
    }

    [Test]
    public void A_page_that_had_no_comments_stays_a_page_and_is_told_of_those_it_gets()
    {
        using var import = new Imports();
        import.Import(import.Source("a.xml", Wxr(Item(2, "about", "Us.", type: "page"))));
        var before = Read(import, About);
        var ran = import.Run(import.Source("b.xml", Wxr(Item(2, "about", "Us.", type: "page", comments: Comment(7, "Hello.")))));
        Assert.That(Read(import, About), Is.EqualTo(before));
        Assert.That(ran.Output, Does.Contain("PAL5014").And.Contain("an earlier import made their page one that takes no comments"));
        Assert.That(Directory.Exists(Path.Combine(import.Root, "content/comments")), Is.False);
    }

    [Test]
    public void A_page_that_had_comments_stays_the_post_that_it_became()
    {
        using var import = new Imports();
        import.Import(import.Source("a.xml", Wxr(Item(2, "about", "Us.", type: "page", comments: Comment(7, "Hello.")))));
        const string Path = "content/posts/2010/2010-01-12-about.md";
        var before = Read(import, Path);
        import.Import(import.Source("b.xml", Wxr(Item(2, "about", "Us.", type: "page"))));
        Assert.That(Read(import, Path), Is.EqualTo(before));
    }

    [Test]
    public void What_an_editor_renamed_gets_its_new_comments()
    {
        using var import = new Imports();
        import.Import(import.Source("a.xml", Wxr(Item(1, comments: Comment(7, "First.")))));
        File.Move(Path.Combine(import.Root, Hello), Path.Combine(import.Root, "content/posts/2010/2010-01-12-welcome.md"));
        Directory.Move(Path.Combine(import.Root, "content/comments/2010-01-12-hello"), Path.Combine(import.Root, "content/comments/2010-01-12-welcome"));
        import.Import(import.Source("b.xml", Wxr(Item(1, comments: Comment(7, "First.") + Comment(8, "Second.", parent: 7)))));
        Assert.That(Read(import, "content/comments/2010-01-12-welcome/8.yml"), Does.Contain("Second.").And.Contain("replyTo: \"7\""));
        Assert.That(import.Report, Does.Not.Contain("Addresses that could not be kept"));
    }

    [Test]
    public void What_an_editor_renamed_is_brought_up_to_date_and_imported_as_often_as_one_likes()
    {
        using var import = new Imports();
        import.Import(import.Source("a.xml", Wxr(Item(1))));
        var welcome = "content/posts/2010/2010-01-12-welcome.md";
        File.Move(Path.Combine(import.Root, Hello), Path.Combine(import.Root, welcome));
        foreach (var _ in Enumerable.Range(0, 3)) import.Import(import.Full("a.xml"));
        import.Import(import.Source("b.xml", Wxr(Item(1, text: "Other words."))));
        Assert.That(Read(import, welcome), Does.Contain("Other words."));
        Assert.That(Directory.EnumerateFiles(Path.Combine(import.Root, "content/posts"), "*", SearchOption.AllDirectories).Count(), Is.EqualTo(1));
    }

    [Test]
    public void A_page_that_is_a_post_later_stays_a_page()
    {
        using var import = new Imports();
        import.Import(import.Source("a.xml", Wxr(Item(2, "about", "Us.", type: "page"))));
        import.Run(import.Source("b.xml", Wxr(Item(2, "about", "We.", comments: Comment(7, "x")), Item(3, "about", "Another."))));
        Assert.That(Read(import, About), Does.Contain("We.").And.Not.Contain("author:"));
        Assert.That(SiteOnDisk.Palabre("check", import.Root).Status, Is.Zero);
    }

    [Test]
    public void A_former_name_gives_way_to_what_has_it_now()
    {
        using var import = new Imports();
        import.Import(import.Source("a.xml", Wxr(Item(1, "uno", meta: "<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>one</wp:meta_value></wp:postmeta>"), Item(2, "one"))));
        Assert.That(Read(import, "content/posts/2010/2010-01-12-one.md"), Does.Contain("/2010/01/12/one/"));
        Assert.That(Read(import, "content/posts/2010/2010-01-12-uno.md"), Does.Not.Contain("/2010/01/12/one/"));
    }

    [Test]
    public void Of_two_texts_of_Jekyll_that_chose_one_address_one_keeps_it()
    {
        using var import = new Imports();
        import.Source("old/_config.yml", "title: Old\n");
        import.Source("old/_posts/2010-01-14-c.md", "---\ntitle: C\npermalink: /c/\n---\nWords.\n");
        import.Import(import.Full("old"));
        File.Move(import.Full("old/_posts/2010-01-14-c.md"), import.Full("old/_posts/2010-01-14-cc.md"));
        import.Import(import.Full("old"));
        Assert.That(import.Report, Does.Contain("`/c/` belongs to another page"));
    }

    [Test]
    public void Bundles_of_Hugo_go_by_their_folders_in_each_language()
    {
        using var import = new Imports();
        import.Source("old/hugo.yaml", "title: Old\nlanguages:\n  en: {weight: 1}\n  fr: {weight: 2}\n");
        foreach (var (path, title) in new[] { ("a/index.md", "A"), ("a/index.fr.md", "A fr"), ("b/index.md", "B"), ("b/index.fr.md", "B fr"), ("b/notes.md", "Notes") })
            import.Source($"old/content/posts/{path}", $"---\ntitle: {title}\ndate: 2010-01-12\n---\nWords of {title}.\n");
        import.Import(import.Full("old"));
        foreach (var title in new[] { "A", "A fr", "B", "B fr" }) Assert.That(import.Site, Does.Contain($"Words of {title}."));
        Assert.That(import.Site, Does.Not.Contain("Words of Notes.").And.Contain("/fr/posts/b/").And.Not.Contain("-index"));
        Assert.That(import.Report, Does.Contain("b/notes.md"));
    }

    [Test]
    public void Of_a_post_that_an_editor_deleted_no_comments_come()
    {
        using var import = new Imports();
        import.Import(import.Source("a.xml", Wxr(Item(1), Item(3, "other"))));
        File.Delete(Path.Combine(import.Root, Hello));
        import.Import(import.Source("b.xml", Wxr(Item(1, comments: Comment(8, "Late.")), Item(9, text: "Another of that name."), Item(3, "other"))));
        Assert.That(import.Site, Does.Not.Contain("Late.").And.Contain("Another of that name."));
        Assert.That(import.Report, Does.Contain("somebody deleted their post since it was imported"));
    }

    [TestCase("trash", "in the bin")]
    [TestCase("private", null)]
    public void What_the_source_took_back_is_told_where_it_is_still_published(string status, string? reason)
    {
        using var import = new Imports();
        import.Import(import.Source("a.xml", Wxr(Item(1))));
        var later = import.Source("b.xml", Wxr(Item(1, status: status)));
        if (reason is null)
        {
            Assert.That(import.Run(later).Output, Does.Not.Contain("PAL5021"), "it becomes a draft");
            import.Import(import.Full("a.xml"));
        }

        File.AppendAllText(Path.Combine(import.Root, Hello), "\nAn editor was here.\n");
        Assert.That(import.Run(later).Output, Does.Contain($"{Hello}: warning PAL5021: The source has withdrawn this: {reason ?? "private"}."));
        Assert.That(import.Report, Does.Contain($"`{Hello}`: {reason ?? "private"}"));
    }

    [Test]
    public void Each_that_was_withdrawn_is_in_the_report()
    {
        using var import = new Imports();
        string Comments(string approved) => string.Concat(Enumerable.Range(1, 30).Select(i => Comment(i, "x", approved: approved)));
        import.Import(import.Source("a.xml", Wxr(Item(1, comments: Comments("1")))));
        import.Run(import.Source("b.xml", Wxr(Item(1, comments: Comments("spam")))));
        foreach (var i in Enumerable.Range(1, 30)) Assert.That(import.Report, Does.Contain($"`content/comments/2010-01-12-hello/{i}.yml`: spam"));
    }

    [Test]
    public void What_the_site_led_on_from_it_goes_on_to_when_the_source_has_another_address()
    {
        using var import = new Imports();
        import.Import(import.Source("a.xml", Wxr(Item(1, comments: Comment(7, "x")))));
        import.Import(import.Source("b.xml", Wxr(Item(1, "new-name", comments: Comment(7, "x")))));
        Assert.That(Read(import, Hello), Does.Contain("/2010/01/12/hello/").And.Contain("/2010/01/12/new-name/"));
        Assert.That(Read(import, "content/comments/2010-01-12-hello/7.yml"), Does.Contain("/2010/01/12/hello/#comment-7").And.Contain("/2010/01/12/new-name/#comment-7"));
        import.Import(import.Source("c.xml", Wxr(Item(1, "new-name", date: "2010-02-12", comments: Comment(7, "x")))));
        Assert.That(Read(import, Hello), Does.Contain("/2010/01/hello/").And.Contain("/2010/01/12/hello/"), "the date was corrected");
        Assert.That(import.Run(import.Full("c.xml")).Output, Does.Contain("0 new, 0 updated"));
    }

    [Test]
    public void A_site_with_www_and_without_is_one()
    {
        using var import = new Imports();
        import.Import(import.Source("a.xml", Wxr(Item(1))));
        import.Import(import.Source("b.xml", Wxr(Item(1)).Replace("https://blog.example", "http://www.blog.example", StringComparison.Ordinal)));
        Assert.That(Directory.EnumerateFiles(Path.Combine(import.Root, "content/posts"), "*", SearchOption.AllDirectories).Count(), Is.EqualTo(1));
    }

    [Test]
    public void Of_two_blogs_whose_addresses_are_alike_neither_is_taken_for_the_other()
    {
        using var import = new Imports();
        string Of(string host, string name, string comments = "") => Wxr(Item(12, name, comments: comments)).Replace("blog.example", host, StringComparison.Ordinal);
        import.Import(import.Source("a.xml", Of("example.org", "first")));
        import.Import(import.Source("b.xml", Of("blog.example.org", "second")));
        File.Delete(Path.Combine(import.Root, "content/posts/2010/2010-01-12-first.md"));
        File.Move(Path.Combine(import.Root, "content/posts/2010/2010-01-12-second.md"), Path.Combine(import.Root, "content/posts/2010/2010-01-12-other.md"));
        foreach (var _ in Enumerable.Range(0, 2)) import.Import(import.Source("c.xml", Of("example.org", "first", Comment(8, "Late."))));
        Assert.That(import.Site, Does.Not.Contain("Late."));
        Assert.That(Directory.EnumerateFiles(Path.Combine(import.Root, "content/posts"), "*", SearchOption.AllDirectories).Count(), Is.EqualTo(1));
    }

    [Test]
    public void A_text_that_speaks_of_a_status_hides_no_warning()
    {
        using var import = new Imports();
        import.Import(import.Source("a.xml", Wxr(Item(1, text: "status: removed"))));
        Assert.That(import.Run(import.Source("b.xml", Wxr(Item(1, text: "status: removed", status: "trash")))).Output, Does.Contain("PAL5021"));
    }

    [Test]
    public void Texts_of_other_sections_of_Hugo_are_told()
    {
        using var import = new Imports();
        import.Source("old/hugo.toml", "title = 'Old'\n");
        import.Source("old/content/posts/a.md", "---\ntitle: A\ndate: 2010-01-12\n---\nWords.\n");
        import.Source("old/content/docs/doc.md", "---\ntitle: Doc\n---\nWords.\n");
        import.Import(import.Full("old"));
        Assert.That(import.Report, Does.Contain("`content/docs/doc.md`"));
    }

    [Test]
    public void Former_names_of_a_post_lead_to_it()
    {
        using var import = new Imports();
        import.Import(import.Source("a.xml", Wxr(Item(1, meta: "<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>first-name</wp:meta_value></wp:postmeta>"))));
        Assert.That(Read(import, Hello), Does.Contain("/2010/01/12/first-name/"));
    }

    [Test]
    public void Comments_of_one_second_stand_in_the_order_of_their_numbers()
    {
        using var import = new Imports();
        import.Import(import.Source("a.xml", Wxr(Item(1, comments: Comment(10, "Tenth.") + Comment(9, "Ninth.") + Comment(11, "Eleventh.")))));
        Assert.That(SiteOnDisk.Palabre("build", import.Root).Status, Is.Zero);
        Assert.That(Read(import, "output/2010/01/hello/index.html"), Does.Match("(?s)<p>Ninth.*<p>Tenth.*<p>Eleventh"));
    }

    [TestCase("One<!--nextpage-->Two", "One\n\nTwo")]
    [TestCase("[caption id=\"attachment_6\" align=\"alignnone\" width=\"300\"]<img src=\"https://blog.example/a.jpg\" alt=\"A\" /> Of <b>roses</b>[/caption]", "<figcaption><p>Of <b>roses</b></p>")]
    [TestCase("[caption caption=\"Of roses\"]<a href=\"https://blog.example/a.jpg\"><img src=\"https://blog.example/a-300x200.jpg\"></a>[/caption]", "<figcaption><p>Of roses</p>")]
    [TestCase("See [embed width=\"300\"]https://video.example/1[/embed] there", "See\n\n<https://video.example/1>\n\nthere")]
    [TestCase("<a href=\"https://blog.example/before.jpg\"><img src=\"https://blog.example/after.jpg\" alt=\"o\"></a>", "after.jpg")]
    [TestCase("<a href=\"https://blog.example/?p=3#comment-4\">There</a>", "[There](https://blog.example/2010/01/12/other/#comment-4)")]
    [TestCase("<a href=\"https://blog.example/?p=99\">There</a>", "[There](https://blog.example/?p=99)")]
    [TestCase("[code][embed]https://video.example/1[/embed][/code]", "```\n[embed]https://video.example/1[/embed]\n```")]
    [TestCase("<code>[embed]https://video.example/1[/embed]</code>", "`[embed]https://video.example/1[/embed]`")]
    [TestCase("<ruby>漢<rt>kan</rt></ruby>", "漢(kan)")]
    [TestCase("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢(kan)")]
    public void What_WordPress_shows_is_shown(string html, string text)
    {
        using var import = new Imports();
        import.Import(import.Source("a.xml", Wxr(Item(1, text: html), Item(3, "other"))));
        Assert.That(Read(import, Hello), Does.Contain(text));
    }

    [Test]
    public void What_is_left_out_of_a_post_is_told()
    {
        using var import = new Imports();
        import.Import(import.Source("a.xml", Wxr(Item(1, text: "<!-- wp:block {\"ref\":99} /-->", meta: "<category domain=\"category\" nicename=\"c\">C</category><category domain=\"category\" nicename=\"cpp\">C++</category>",
            comments: Comment(7, "x", author: "203.0.113.9") + Comment(8, "y", meta: "<wp:commentmeta><wp:meta_key>dsq_post_id</wp:meta_key><wp:meta_value>500</wp:meta_value></wp:commentmeta>")))));
        Assert.That(import.Report, Does.Contain("Reusable blocks, whose words are left out").And.Contain("`C`, `C++`").And.Contain("an export of Disqus has them, too"));
        Assert.That(import.Site, Does.Not.Contain("203.0.113.9"));
    }

    [Test]
    public void Links_that_Disqus_counted_lead_where_they_led()
    {
        using var import = new Imports();
        import.Import(import.Source("a.xml", Wxr(Item(1))));
        import.Import(import.Source("d.xml", Disqus(700, "<a href=\"https://disq.us/url?url=https%3A%2F%2Fexample.org%2Fa%3Fb%3Dc%3AbX9kL2mN0pQ4rS6tU8vW1yZ3aB5&amp;cuid=12\">there</a>")));
        Assert.That(import.Site, Does.Contain("https://example.org/a?b=c").And.Not.Contain("disq.us").And.Not.Contain("bX9kL2"));
    }

    [Test]
    public void What_Blogger_took_back_is_told()
    {
        const string Post = "<entry><id>tag:blogger.com,1999:blog-1.post-2</id><blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status><title>Hello</title><content type='html'>x</content><published>2010-01-12T10:00:00Z</published><blogger:filename>/2010/01/hello.html</blogger:filename></entry>";
        const string Comment = "<entry><id>tag:blogger.com,1999:blog-1.post-7</id><blogger:parent>tag:blogger.com,1999:blog-1.post-2</blogger:parent><blogger:type>COMMENT</blogger:type><blogger:status>LIVE</blogger:status><author><name>A</name></author><content type='html'>y</content><published>2010-01-13T10:00:00Z</published></entry>";
        const string Feed = "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'><title>T</title>";
        using var import = new Imports();
        import.Import(import.Source("a.atom", $"{Feed}{Post}{Comment}</feed>"));
        Assert.That(import.Site, Does.Contain("\n  y\n"));
        Assert.That(import.Run(import.Source("b.atom", $"{Feed}{Post}{Comment.Replace("LIVE", "SPAM_COMMENT", StringComparison.Ordinal)}</feed>")).Output, Does.Contain("warning PAL5021: The source has withdrawn this: spam."));
        Assert.That(import.Run(import.Source("c.atom", $"{Feed}{Post.Replace("10:00:00Z", "10:00:00+00:00", StringComparison.Ordinal)}{Comment}</feed>")).Output, Does.Contain("0 new"));
    }

    [TestCase("content/posts/two.md", "", "/posts/two/")]
    [TestCase("content/posts/Two Words.md", "", "/posts/two-words/")]
    [TestCase("content/posts/two.md", "slug: deux\n", "/posts/deux/")]
    [TestCase("content/posts/bundle/index.md", "", "/posts/bundle/")]
    [TestCase("content/posts/two.fr.md", "", "/fr/posts/two/")]
    [TestCase("content/posts/two.en.md", "", "/posts/two/")]
    [TestCase("content/posts/intro-node.js.md", "", "/posts/intro-node.js/")]
    public void A_text_of_Hugo_is_led_to_from_where_Hugo_had_it(string path, string fields, string address)
    {
        using var import = new Imports();
        import.Source("old/hugo.toml", "title = 'Old'\n[languages.en]\nweight = 1\n[languages.fr]\nweight = 2\n");
        import.Source($"old/{path}", $"---\ntitle: The title\ndate: 2010-01-12\n{fields}---\nWords.\n");
        import.Source("old/content/about.md", "---\ntitle: About\n---\nUs.\n");
        import.Import(import.Full("old"));
        Assert.That(import.Site, Does.Contain(address).And.Not.Contain("about.html"));
        Assert.That(import.Site.Contains("language: fr", StringComparison.Ordinal), Is.EqualTo(path.Contains(".fr.", StringComparison.Ordinal)));
        Assert.That(import.Site, Does.Not.Contain("-fr.md"));
    }

    [TestCase("[permalinks]\nposts = '/:year/:month/:title/'\n", "/2010/01/the-title/", TestName = "A pattern of a section")]
    [TestCase("[permalinks.page]\nposts = '/:year/:slug/'\n", "/2010/the-title/", TestName = "A pattern of a section, as of late")]
    [TestCase("[permalinks]\nposts = '/:yearday/:slug/'\n", "/12/the-title/", TestName = "A pattern by the day of the year")]
    [TestCase("[permalinks]\nposts = '/:sections[last]/:slug/'\n", null, TestName = "A pattern of what is not known here")]
    [TestCase("[permalinks]\nposts = '/:section/:day/:filename/'\n", "/posts/12/two/", TestName = "A pattern with other words")]
    public void A_pattern_of_Hugo_is_known(string configuration, string? address)
    {
        using var import = new Imports();
        import.Source("old/hugo.toml", $"title = 'Old'\n{configuration}");
        import.Source("old/content/posts/two.md", "---\ntitle: The title\ndate: 2010-01-12\nid: two\n---\nWords.\n");
        import.Import(import.Full("old"));
        Assert.That(import.Site, address is null ? Does.Not.Contain("aliases:") : Does.Contain($"aliases: {address}\n"));
    }

    [Test]
    public void The_day_in_an_address_of_Jekyll_is_that_of_its_own_clock()
    {
        using var import = new Imports();
        import.Source("old/_config.yml", "title: Old\ntimezone: Europe/Berlin\n");
        import.Source("old/_posts/2012-04-04-a.md", "---\ntitle: A\ndate: 2012-04-04 23:30:00 -0500\n---\nWords.\n");
        import.Source("old/_tutorials/one.md", "---\ntitle: One\n---\nWords.\n");
        import.Import(import.Full("old"));
        Assert.That(import.Site, Does.Contain("/2012/04/05/a.html"));
        Assert.That(import.Report, Does.Contain("`_tutorials/one.md`"));
    }

    [TestCase("")]
    [TestCase("source")]
    public void What_was_renamed_is_followed_by_the_id_alone(string taken)
    {
        using var import = new Imports();
        import.Import(import.Source("a.xml", Wxr(Item(1, comments: Comment(7, "First.")))));
        var welcome = Move(import, Hello, "content/posts/2010/2010-01-12-welcome.md");
        Directory.Move(Path.Combine(import.Root, "content/comments/2010-01-12-hello"), Path.Combine(import.Root, "content/comments/2010-01-12-welcome"));
        // As who erases a name is told to.
        if (taken.Length > 0) File.WriteAllText(welcome, Regex.Replace(File.ReadAllText(welcome), @"source:\n(  .*\n)+", ""));
        import.Import(import.Source("b.xml", Wxr(Item(1, comments: Comment(7, "First.") + Comment(8, "Second.")))));
        Assert.That(Read(import, "content/comments/2010-01-12-welcome/8.yml"), Does.Contain("Second."));
    }

    [Test]
    public void A_line_under_a_post_that_was_renamed_comes_to_it()
    {
        const string Post = """{"kind":"post","id":"p1","date":"2010-01-12","author":"A","title":"Hello","body":"x","address":"https://old.example/p1.html"}""";
        static string Comment(int n, string more = "") => $$"""{"kind":"comment","id":"c{{n}}","postId":"p1","date":"2010-01-1{{n}}","author":"B","body":"Said {{n}}."{{more}}}""";
        using var import = new Imports();
        import.Import(import.Source("a.jsonl", $"{Post}\n{Comment(3)}\n"));
        var post = Move(import, "content/posts/2010/2010-01-12-p1.md", "content/posts/2010/2010-01-12-renamed.md");
        File.WriteAllText(post, File.ReadAllText(post).Replace("---\ntitle", "---\nid: p1\ntitle", StringComparison.Ordinal));
        Directory.Move(Path.Combine(import.Root, "content/comments/2010-01-12-p1"), Path.Combine(import.Root, "content/comments/2010-01-12-renamed"));
        import.Import(import.Source("b.jsonl", $"{Post}\n{Comment(3)}\n{Comment(4)}\n"));
        Assert.That(Read(import, "content/comments/2010-01-12-renamed/c4.yml"), Does.Contain("Said 4."));
        Assert.That(import.Report, Does.Not.Contain("deleted").And.Not.Contain("belongs to another page"));
    }

    [Test]
    public void Of_a_post_that_is_gone_the_report_says_which_and_nothing_comes_under_it()
    {
        const string Post = """{"kind":"post","id":"p1","date":"2010-01-12","author":"A","title":"Hello","body":"x"}""";
        const string Comment = """{"kind":"comment","id":"c1","postId":"p1","date":"2010-01-13","author":"B","body":"Said."}""";
        using var import = new Imports();
        import.Import(import.Source("a.jsonl", Post));
        File.Delete(Path.Combine(import.Root, "content/posts/2010/2010-01-12-p1.md"));
        import.Import(import.Source("b.jsonl", $"{Post}\n{Comment}\n"));
        Assert.That(Directory.Exists(Path.Combine(import.Root, "content/comments")), Is.False);
        Assert.That(import.Report, Does.Contain("## Files that are gone since they were imported, and which do not come back: 1\n\n- `content/posts/2010/2010-01-12-p1.md`")
            .And.Contain("## Posts that are gone since they were imported, and whose comments do not come: 1\n\n- `content/posts/2010/2010-01-12-p1.md`"));
    }

    [Test]
    public void A_comment_that_was_put_under_another_post_is_followed_there()
    {
        using var import = new Imports();
        import.Import(import.Source("a.xml", Wxr(Item(1, comments: Comment(7, "First.") + Comment(9, "Stays.")), Item(2, "other"))));
        Move(import, "content/comments/2010-01-12-hello/7.yml", "content/comments/2010-01-12-other/7.yml");
        import.Import(import.Source("b.xml", Wxr(Item(1, comments: Comment(7, "First, better.") + Comment(9, "Stays.") + Comment(8, "Answering.", parent: 7)), Item(2, "other"))));
        Assert.That(Read(import, "content/comments/2010-01-12-other/7.yml"), Does.Contain("First, better."));
        Assert.That(Read(import, "content/comments/2010-01-12-hello/8.yml"), Does.Contain("replyTo: 2#7"));
        var ran = import.Run(import.Source("c.xml", Wxr(Item(1, comments: Comment(7, "First, better.", approved: "trash")), Item(2, "other"))));
        Assert.That(ran.Output, Does.Contain("content/comments/2010-01-12-other/7.yml: warning PAL5021: The source has withdrawn this: in the bin."));
    }

    [Test]
    public void What_an_editor_approved_was_not_withdrawn()
    {
        const string Export = """
            {"kind":"post","id":"p1","date":"2010-01-12","author":"A","title":"Hello","body":"x"}
            {"kind":"comment","id":"c1","postId":"p1","date":"2010-01-13","author":"B","status":"pending","body":"Said."}
            """;
        using var import = new Imports();
        import.Import(import.Source("a.jsonl", Export));
        var file = Path.Combine(import.Root, "content/comments/2010-01-12-p1/c1.yml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("status: pending\n", "", StringComparison.Ordinal));
        Assert.That(import.Run(import.Full("a.jsonl")).Output, Does.Not.Contain("PAL5021"));
    }

    [Test]
    public void A_new_post_is_not_taken_for_one_of_its_name_that_is_gone()
    {
        const string Post = """{"kind":"post","id":"hello","date":"2010-01-12","author":"A","title":"Hello","body":"x"}""";
        using var import = new Imports();
        import.Import(import.Source("a.jsonl", Post));
        File.Delete(Path.Combine(import.Root, "content/posts/2010/2010-01-12-hello.md"));
        import.Source("site/content/posts/2015-03-03-hello.md", "---\ntitle: Another\nauthor: C\n---\nText.\n");
        import.Import(import.Full("a.jsonl"));
        Assert.That(File.ReadAllText(Path.Combine(import.Root, "content/.import/record")), Does.Not.Contain("2015"));
        Assert.That(Read(import, "content/posts/2015-03-03-hello.md"), Does.EndWith("Text.\n"));
    }

    [Test]
    public void What_a_comment_answers_stays_what_it_was_however_often_one_imports()
    {
        using var import = new Imports();
        var export = import.Source("a.xml", Wxr(Item(1, comments: Comment(7, "First.") + Comment(8, "Answering.", parent: 7)), Item(2, "other")));
        import.Import(export);
        Move(import, "content/comments/2010-01-12-hello/7.yml", "content/comments/2010-01-12-other/7.yml");
        import.Run(export);
        var after = import.Site;
        Assert.That(Read(import, "content/comments/2010-01-12-hello/8.yml"), Does.Contain("replyTo: 2#7"));
        Assert.That(import.Run(export).Output, Does.Contain("0 new, 0 updated"));
        Assert.That(import.Site, Is.EqualTo(after));
    }

    [Test]
    public void A_comment_whose_number_another_blog_has_too_is_not_taken_for_it()
    {
        using var import = new Imports();
        var a = Wxr(Item(1, comments: Comment(7, "Of a.") + Comment(8, "Answering.", parent: 7)), Item(3, "third"));
        var export = import.Source("a.xml", a);
        import.Import(export);
        import.Import(import.Source("b.xml", Wxr(Item(1, "elsewhere", comments: Comment(7, "Of b."))).Replace("blog.example", "other.example", StringComparison.Ordinal)));
        File.Delete(Path.Combine(import.Root, "content/comments/2010-01-12-hello/7.yml"));
        Move(import, "content/comments/2010-01-12-elsewhere/7.yml", "content/comments/2010-01-12-third/7.yml");
        foreach (var _ in Enumerable.Range(0, 2)) import.Run(export);
        Assert.That(Read(import, "content/comments/2010-01-12-hello/8.yml"), Does.Contain("replyTo: \"7\""));
        Assert.That(File.Exists(Path.Combine(import.Root, "content/comments/2010-01-12-hello/7.yml")), Is.False, "what was deleted stays deleted");
    }

    [TestCase("/2010/01/p1/#c-c1", "replyTo: p2#c1")]
    [TestCase("/other/blog/#c-c1", "replyTo: c1")]
    public void A_comment_without_a_source_is_known_by_the_address_that_it_had(string alias, string reply)
    {
        static string Post(string id) => $$"""{"kind":"post","id":"{{id}}","date":"2010-01-12","author":"A","title":"Hello","body":"x"}""";
        static string Comment(string id, string more = "") => $$"""{"kind":"comment","id":"{{id}}","postId":"p1","date":"2010-01-13","author":"B","body":"Said."{{more}}}""";
        using var import = new Imports();
        import.Import(import.Source("a.jsonl", $"{Post("p1")}\n{Post("p2")}\n{Comment("c1")}\n"));
        var moved = Move(import, "content/comments/2010-01-12-p1/c1.yml", "content/comments/2010-01-12-p2/c1.yml");
        File.AppendAllText(moved, $"aliases: [{alias}]\n");
        import.Run(import.Source("b.jsonl", $"{Post("p1")}\n{Post("p2")}\n{Comment("c1")}\n{Comment("c2", ",\"replyTo\":\"c1\"")}\n"));
        Assert.That(Read(import, "content/comments/2010-01-12-p1/c2.yml"), Does.Contain(reply));
    }

    [Test]
    public void What_the_source_took_down_is_told_where_an_editor_had_changed_it()
    {
        const string Post = """{"kind":"post","id":"p1","date":"2010-01-12","author":"A","title":"Hello","body":"x"}""";
        const string Comment = """{"kind":"comment","id":"c1","postId":"p1","date":"2010-01-13","author":"B","body":"Said."}""";
        using var import = new Imports();
        import.Import(import.Source("a.jsonl", $"{Post}\n{Comment}\n"));
        var file = Path.Combine(import.Root, "content/comments/2010-01-12-p1/c1.yml");
        var taken = import.Source("b.jsonl", $"{Post}\n{Comment.Replace("\"body\"", "\"status\":\"removed\",\"body\"", StringComparison.Ordinal)}\n");
        Assert.That(import.Run(taken, "--dry-run").Output, Does.Not.Contain("PAL5021"), "it would be taken down here, too");
        File.WriteAllText(file, File.ReadAllText(file).Replace("Said.", "Said so.", StringComparison.Ordinal));
        Assert.That(import.Run(taken).Output, Does.Contain("content/comments/2010-01-12-p1/c1.yml: warning PAL5021: The source has withdrawn this: removed."));
        Assert.That(import.Report, Does.Contain("What the source has withdrawn, and is published here").And.Contain("Files that somebody changed since they were imported, and which stay as they are: 1"));
    }

    /// <summary>The record of imports belongs into the repository, and knows files by the names that they had.</summary>
    [Test]
    public void A_name_that_was_erased_is_in_no_record_and_does_not_come_back()
    {
        const string Jane = """{"kind":"author","id":"jane-doe","name":"Jane Doe","bio":"A gardener."}""";
        static string Post(string id, string body, string author) => $$"""{"kind":"post","id":"{{id}}","date":"2010-01-12","author":"{{author}}","title":"T","body":"{{body}}"}""";
        using var import = new Imports();
        var export = string.Join('\n', Jane, Post("by-jane-doe", "Words.", "Jane Doe"), Post("other", "More.", "Bob")) + "\n";
        import.Import(import.Source("a.jsonl", export));
        var record = Path.Combine(import.Root, "content/.import/record");
        var ran = SiteOnDisk.Palabre("authors", "anonymise", "Jane Doe", import.Root, "--yes");
        Assert.That(ran.Error, Does.Contain("content/.import/record: 2 lines that hold the name keep a hash of it").And.Contain("content/posts/2010/2010-01-12-by-jane-doe.md: the file's name holds the name"));
        Move(import, "content/posts/2010/2010-01-12-by-jane-doe.md", "content/posts/2010/2010-01-12-hers.md");
        Assert.That(File.ReadAllText(record), Does.Contain("jane-doe"), "where the file was");
        ran = SiteOnDisk.Palabre("authors", "anonymise", "Jane Doe", import.Root, "--yes");
        Assert.That((ran.Status, ran.Error), Is.EqualTo((0, "palabre: No author is called 'Jane Doe'.\ncontent/.import/record: 1 line that holds the name keeps a hash of it\n1 file changed.\n")));
        Assert.That(SiteOnDisk.Palabre("authors", "anonymise", "Jane Doe", import.Root, "--yes").Error, Does.StartWith("palabre: No author is called 'Jane Doe'."));
        import.Import(import.Source("b.jsonl", export + Post("third", "Even more.", "Bob") + "\n"));
        foreach (var file in Directory.EnumerateFiles(import.Root, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("2010-01-12-hers.md", StringComparison.Ordinal)))
            Assert.That((file + File.ReadAllText(file)).Replace(import.Root, "", StringComparison.Ordinal), Does.Not.Match("(?i)jane"), file);
        Assert.That(import.Site, Does.Contain("Even more.").And.Not.Contain("gardener"));
        Assert.That(Regex.Count(import.Site, "Words\\."), Is.EqualTo(1), "under its other name");
    }

    [Test]
    public void Where_a_name_was_erased_new_comments_find_their_post()
    {
        using var import = new Imports();
        import.Import(import.Source("a.xml", Wxr(Item(1, "jane-roe-says", comments: Comment(7, "Hers.", author: "Jane Roe")))));
        SiteOnDisk.Palabre("authors", "anonymise", "Jane Roe", import.Root, "--yes");
        Move(import, "content/posts/2010/2010-01-12-jane-roe-says.md", "content/posts/2010/2010-01-12-says.md");
        Directory.Move(Path.Combine(import.Root, "content/comments/2010-01-12-jane-roe-says"), Path.Combine(import.Root, "content/comments/2010-01-12-says"));
        SiteOnDisk.Palabre("authors", "anonymise", "Jane Roe", import.Root, "--yes");
        Assert.That(File.ReadAllText(Path.Combine(import.Root, "content/.import/record")), Does.Not.Contain("jane"));
        import.Run(import.Source("b.xml", Wxr(Item(1, "jane-roe-says", comments: Comment(7, "Hers.", author: "Jane Roe") + Comment(9, "Another.")))));
        Assert.That(Read(import, "content/comments/2010-01-12-says/9.yml"), Does.Contain("Another."));
        Assert.That(File.ReadAllText(Path.Combine(import.Root, "content/.import/record")), Does.Not.Contain("jane"));
    }

    private static string Move(Imports import, string from, string to)
    {
        var full = Path.Combine(import.Root, to);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.Move(Path.Combine(import.Root, from), full);
        return full;
    }

    private static string Read(Imports import, string path) => File.ReadAllText(Path.Combine(import.Root, path));

    private static string Wxr(params string[] items) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\" xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
        + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>Blog</title><link>https://blog.example</link><wp:wxr_version>1.2</wp:wxr_version>"
        + $"<wp:base_blog_url>https://blog.example</wp:base_blog_url>{string.Concat(items)}</channel></rss>";

    private static string Item(int id, string name = "hello", string text = "Words.", string type = "post", string status = "publish", string date = "2010-01-12", string comments = "", string meta = "") =>
        $"<item><title>{name}</title><link>https://blog.example/{(type == "page" ? "" : "2010/01/12/")}{name}/</link><content:encoded><![CDATA[{text}]]></content:encoded><wp:post_id>{id}</wp:post_id>"
        + $"<wp:post_date>{date} 12:00:00</wp:post_date><wp:post_date_gmt>{date} 12:00:00</wp:post_date_gmt><wp:post_name>{name}</wp:post_name><wp:status>{status}</wp:status><wp:post_type>{type}</wp:post_type>{meta}{comments}</item>";

    private static string Comment(int id, string text, int parent = 0, string approved = "1", string author = "Ana", string meta = "") =>
        $"<wp:comment><wp:comment_id>{id}</wp:comment_id><wp:comment_author>{author}</wp:comment_author><wp:comment_date>2010-01-13 12:00:00</wp:comment_date><wp:comment_date_gmt>2010-01-13 12:00:00</wp:comment_date_gmt>"
        + $"<wp:comment_content><![CDATA[{text}]]></wp:comment_content><wp:comment_approved>{approved}</wp:comment_approved><wp:comment_type>comment</wp:comment_type><wp:comment_parent>{parent}</wp:comment_parent>{meta}</wp:comment>";

    private static string Disqus(int id, string text) =>
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><disqus xmlns=\"http://disqus.com\" xmlns:dsq=\"http://disqus.com/disqus-internals\"><thread dsq:id=\"1\"><link>https://blog.example/2010/01/12/hello/</link><isDeleted>false</isDeleted></thread>"
        + $"<post dsq:id=\"{id}\"><message><![CDATA[{text}]]></message><createdAt>2010-01-14T12:00:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>Bo</name></author><thread dsq:id=\"1\"/></post></disqus>";
}
