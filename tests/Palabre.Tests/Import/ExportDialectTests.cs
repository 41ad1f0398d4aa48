using System.Diagnostics;
using System.Text;
using Palabre.Tests.Support;

namespace Palabre.Tests.Import;

/// <summary>WordPress's exports of every version, what of them is not for everybody, and XML that means harm.</summary>
public sealed class ExportDialectTests
{
    [TestCase("http://wordpress.org/export/1.0/")]
    [TestCase("https://wordpress.org/export/1.0/")]
    [TestCase("http://wordpress.org/export/1.1/")]
    [TestCase("https://wordpress.org/export/1.1/")]
    [TestCase("https://wordpress.org/export/1.2/")]
    public void Every_version_of_the_export_says_the_same(string names)
    {
        using var import = new Imports();
        var sample = Path.Combine(Repository.Root, "tests/Palabre.Tests/Import/Sources/wordpress.xml");
        var now = import.Import(sample).Site;
        using var other = new Imports();
        var old = File.ReadAllText(sample).Replace("http://wordpress.org/export/1.2/", names);
        Assert.That(other.Import(other.Source("wordpress.xml", old)).Site, Is.EqualTo(now));
    }

    [Test]
    public void An_export_from_before_authors_types_and_replies_is_read_as_far_as_it_goes()
    {
        using var import = new Imports();
        import.Import(import.Source("old.xml", Export("""
            <item><title>Hello</title><link>http://blog.example.org/2006/03/hello/</link><pubDate>Tue, 14 Mar 2006 09:00:00 +0000</pubDate>
            <dc:creator>jo</dc:creator><category><![CDATA[Garden]]></category><content:encoded><![CDATA[First words.]]></content:encoded>
            <wp:post_id>4</wp:post_id><wp:post_date>2006-03-14 10:00:00</wp:post_date><wp:post_date_gmt>2006-03-14 09:00:00</wp:post_date_gmt>
            <wp:post_name>hello</wp:post_name><wp:status>publish</wp:status>
            <wp:comment><wp:comment_id>9</wp:comment_id><wp:comment_author>Bo</wp:comment_author><wp:comment_date>2006-03-15 10:00:00</wp:comment_date>
            <wp:comment_date_gmt>2006-03-15 09:00:00</wp:comment_date_gmt><wp:comment_content>Welcome.</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment></item>
            <item><title>Twice</title><category><![CDATA[Uncategorized]]></category><category domain="category" nicename="uncategorized"><![CDATA[Uncategorized]]></category>
            <category domain="tag"><![CDATA[Soil]]></category><category domain="tag" nicename="soil"><![CDATA[Soil]]></category><content:encoded>Second.</content:encoded>
            <wp:post_id>5</wp:post_id><wp:post_date>2006-03-16 10:00:00</wp:post_date><wp:post_name>twice</wp:post_name><wp:status>publish</wp:status></item>
            """, "http://wordpress.org/export/1.0/")));
        Assert.That(import.Site, Does.Contain("author: jo").And.Contain("themes: Garden").And.Contain("date: 2006-03-14T10:00:00+01:00").And.Contain("Welcome.")
            .And.Contain("themes: Soil").And.Not.Contain("ncategorized"));
        Assert.That(import.Report, Does.Contain("| posts | 2 | 2 | 0 |").And.Contain("| comments | 1 | 1 | 0 |"));
    }

    [Test]
    public void What_was_not_for_everybody_is_a_draft_and_on_no_page()
    {
        using var import = new Imports();
        import.Import(import.Source("w.xml", Export(
            Post(1, "Seen", "publish") + Post(2, "Qlocked", "publish", "<wp:post_password>sesame</wp:post_password>") + Post(3, "Qintimate", "private")
            + Post(4, "Qtomorrow", "future") + Post(5, "Qwaiting", "pending") + Post(6, "Qsketch", "draft")
            + Post(7, "Qsheet", "publish", "<wp:post_password>sesame</wp:post_password><wp:post_type>page</wp:post_type>") + Post(8, "Qbinned", "trash")
            + Post(9, "Qleaflet", "future", "<wp:post_type>page</wp:post_type>").Split("<wp:comment>")[0] + "</item>")));
        Assert.That(SiteOnDisk.Palabre("build", import.Root).Status, Is.Zero);
        var published = string.Join('\n', Directory.EnumerateFiles(Path.Combine(import.Root, "output"), "*", SearchOption.AllDirectories).Select(f => f + "\n" + File.ReadAllText(f)));
        Assert.That(published, Does.Contain("Words of Seen").And.Contain("Answer to Seen"));
        foreach (var hidden in new[] { "Qlocked", "Qintimate", "Qtomorrow", "Qwaiting", "Qsketch", "Qsheet", "Qleaflet", "Qbinned" })
            Assert.That(published, Does.Not.Contain(hidden).IgnoreCase, hidden);
        Assert.That(import.Site, Does.Not.Contain("sesame").And.Not.Contain("Qbinned").And.Contain("Words of Qlocked").And.Contain("Answer to Qintimate"));
        Assert.That(import.Report, Does.Contain("protected by a password").And.Contain("private").And.Contain("scheduled").And.Contain("waiting for review").And.Not.Contain("sesame")
            .And.Contain("| posts | 7 | 6 | 1 |").And.Contain("| pages | 2 | 2 | 0 |").And.Contain("| comments | 8 | 7 | 1 |"));
    }

    [Test]
    public void A_date_of_zeros_is_none_and_the_next_best_counts()
    {
        const string Zeros = "<wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>";
        using var import = new Imports();
        import.Import(import.Source("w.xml", Export(
            Dated(1, "Clock", "publish", "<wp:post_date>2010-01-12 18:30:00</wp:post_date>" + Zeros)
            + Dated(2, "Published", "publish", "<pubDate>Tue, 12 Jan 2010 17:30:00 +0000</pubDate><wp:post_date>0000-00-00 00:00:00</wp:post_date>" + Zeros)
            + Dated(3, "Changed", "draft", "<pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate><wp:post_date>0000-00-00 00:00:00</wp:post_date>" + Zeros
                + "<wp:post_modified>2010-01-14 08:00:00</wp:post_modified><wp:post_modified_gmt>2010-01-14 07:00:00</wp:post_modified_gmt>")
            + Dated(4, "Now", "publish", "<wp:post_date>0000-00-00 00:00:00</wp:post_date><wp:post_date_gmt>2010-01-15 07:00:00</wp:post_date_gmt>"))));
        foreach (var date in new[] { "2010-01-12T18:30:00", "2010-01-12T17:30:00", "2010-01-14T08:00:00+01:00", "2010-01-15T07:00:00" })
            Assert.That(import.Site, Does.Contain("date: " + date));
        Assert.That(import.Site, Does.Not.Contain("date: 0").And.Not.Contain("date: 1970"));
    }

    [Test]
    public void A_post_whose_every_date_is_zeros_is_told_and_skipped()
    {
        using var import = new Imports();
        var ran = import.Run(import.Source("w.xml", Export(Post(1, "Seen", "publish")
            + Dated(2, "Timeless", "draft", "<pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate><wp:post_date>0000-00-00 00:00:00</wp:post_date>"))));
        Assert.That(ran.Status, Is.EqualTo(1));
        Assert.That(ran.Output, Does.Contain("PAL5014: The post 'Timeless' is skipped: it has no date."));
        Assert.That(import.Report, Does.Contain("| posts | 2 | 1 | 1 |"));
    }

    [Test]
    public void What_was_deleted_on_Disqus_keeps_its_place_without_words_or_name()
    {
        using var import = new Imports();
        import.Import(import.Source("w.xml", Export(Post(1, "Seen", "publish")))).Import(import.Source("d.xml", """
            <disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
            <thread dsq:id="1"><link>https://blog.example.org/seen.html?utm_source=x</link></thread>
            <post dsq:id="50"><message>Gone words</message><createdAt>2010-02-01T10:00:00Z</createdAt><isDeleted>true</isDeleted><isSpam>false</isSpam><author><name>Zoe Gone</name></author><thread dsq:id="1"/></post>
            <post dsq:id="51"><message>I still answer.</message><createdAt>2010-02-01T11:00:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>Bo</name></author><thread dsq:id="1"/><parent dsq:id="50"/></post>
            <post dsq:id="52"><message>Buy</message><createdAt>2010-02-01T12:00:00Z</createdAt><isDeleted>true</isDeleted><isSpam>true</isSpam><author><name>S</name></author><thread dsq:id="1"/></post>
            </disqus>
            """));
        Assert.That(import.Report, Does.Contain("| comments | 3 | 2 | 1 |"));
        Assert.That(SiteOnDisk.Palabre("build", import.Root).Status, Is.Zero);
        var page = File.ReadAllText(Path.Combine(import.Root, "output/2010/01/seen/index.html"));
        Assert.That(page, Does.Contain("I still answer.").And.Contain("id=\"c-50\"").And.Not.Contain("Gone words").And.Not.Contain("Zoe"));
    }

    [Test]
    public void A_discussion_that_was_deleted_on_Disqus_stays_so_and_a_bare_number_names_no_post()
    {
        using var import = new Imports();
        import.Import(import.Source("old.xml", Export(Post(1, "Kept", "publish"))));
        import.Import(import.Source("disqus.xml", """
            <disqus xmlns:dsq="http://disqus.com/disqus-internals">
            <thread dsq:id="7"><id>x</id><link>https://blog.example.org/kept/</link><isDeleted>true</isDeleted></thread>
            <thread dsq:id="8"><id>1</id><link>https://blog.example.org/nowhere/</link></thread>
            <post dsq:id="70"><message>In a deleted one.</message><createdAt>2010-02-01T10:00:00Z</createdAt><thread dsq:id="7"/></post>
            <post dsq:id="80"><message>In one of no page.</message><createdAt>2010-02-01T10:00:00Z</createdAt><thread dsq:id="8"/></post>
            </disqus>
            """));
        Assert.That(import.Site, Does.Not.Contain("In a deleted one.").And.Not.Contain("In one of no page."));
        Assert.That(import.Report, Does.Contain("| 1 | of discussions that were deleted |").And.Contain("https://blog.example.org/nowhere/"));
    }

    [TestCase("utf-8")]
    [TestCase("utf-16")]
    public void A_billion_laughs_are_refused_at_once(string encoding)
    {
        var text = new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE rss [<!ENTITY l0 \"lol\">");
        for (var i = 1; i < 30; i++) text.Append($"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">");
        text.Append("]>\n<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>&l29;</title></channel></rss>");
        using var import = new Imports();
        var clock = Stopwatch.StartNew();
        var encoded = Encoding.GetEncoding(encoding);
        var ran = import.Run(import.Source("w.xml", [.. encoded.GetPreamble(), .. encoded.GetBytes(text.ToString())]));
        Assert.That(ran.Status, Is.EqualTo(1));
        Assert.That(ran.Output, Does.StartWith("w.xml: error PAL5004:"));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
    }

    [Test]
    public void A_site_below_a_path_keeps_its_addresses_and_names_them_within()
    {
        var items = Dated(1, "Kept", "publish", "<wp:post_date>2010-01-11 10:00:00</wp:post_date>")
            .Replace("https://blog.example.org/kept/", "https://blog.example.org/sub/2010/01/kept/", StringComparison.Ordinal)
            + Post(2, "Moved", "publish").Replace("https://blog.example.org/", "https://blog.example.org/sub/", StringComparison.Ordinal);
        var export = Export(items).Replace("https://blog.example.org<", "https://blog.example.org/sub<", StringComparison.Ordinal)
            .Replace("<link>https://blog.example.org/sub</link>", "<link>https://blog.example.org/sub</link><description>Of gardens</description>", StringComparison.Ordinal);
        using var import = new Imports();
        import.Import(import.Source("old.xml", export));
        Assert.That(import.Site, Does.Contain("baseUrl: https://blog.example.org/sub").And.Contain("description: Of gardens")
            .And.Contain("title: Moved\ndate: 2010-01-12T10:00:00\nid: \"2\"\naliases: /moved/\n")
            .And.Contain("aliases: /2010/01/kept/#comment-10\n").And.Not.Contain("aliases: /2010/01/kept/\n"));
    }

    [Test]
    public void Of_two_pages_of_one_name_each_keeps_its_address()
    {
        var items = Page(1, "Team", "team/about") + Page(2, "About", "about");
        using var import = new Imports();
        import.Import(import.Source("old.xml", Export(items)));
        Assert.That(import.Site, Does.Contain("-- content/pages/about.md --\n---\ntitle: About\n").And.Contain("-- content/pages/team-about.md --\n---\ntitle: Team\npermalink: /team/about/\n"));
    }

    [Test]
    public void Code_stays_code_and_two_writers_of_one_name_are_told_of()
    {
        var items = Post(1, "Code", "publish", "<dc:creator>sam1</dc:creator>") + Post(2, "More", "publish", "<dc:creator>sam2</dc:creator>");
        var export = Export("<wp:author><wp:author_login>sam1</wp:author_login><wp:author_display_name>Sam</wp:author_display_name></wp:author>"
            + "<wp:author><wp:author_login>sam2</wp:author_login><wp:author_display_name>Sam</wp:author_display_name></wp:author>" + items)
            .Replace("Words of Code.", "See:\n\n[sourcecode language=\"c\"]\n#include <stdio.h>\n  if (a &amp;&amp; b) <x>\n[/sourcecode]\n\n[code]never closed <b>bold</b>", StringComparison.Ordinal);
        using var import = new Imports();
        import.Import(import.Source("old.xml", export));
        Assert.That(import.Site, Does.Contain("See:\n\n```\n#include <stdio.h>\n  if (a && b) <x>\n```\n\n\\[code\\]never closed **bold**"));
        Assert.That(import.Report, Does.Contain("Two people of one name"));
    }

    private static string Page(int id, string title, string path) => $"""
        <item><title>{title}</title><link>https://blog.example.org/{path}/</link><content:encoded><![CDATA[Words of {title}.]]></content:encoded>
        <wp:post_id>{id}</wp:post_id><wp:post_name>{path[(path.LastIndexOf('/') + 1)..]}</wp:post_name><wp:status>publish</wp:status>
        <wp:post_type>page</wp:post_type><wp:post_date>2010-01-11 10:00:00</wp:post_date></item>

        """;

    private static string Post(int id, string title, string status, string more = "") =>
        Dated(id, title, status, $"<wp:post_date>2010-01-{id + 10} 10:00:00</wp:post_date>" + more);

    private static string Dated(int id, string title, string status, string more) => $"""
        <item><title>{title}</title><link>https://blog.example.org/{title.ToLowerInvariant()}/</link><content:encoded><![CDATA[Words of {title}.]]></content:encoded>
        <wp:post_id>{id}</wp:post_id><wp:post_name>{title.ToLowerInvariant()}</wp:post_name><wp:status>{status}</wp:status>{more}
        <wp:comment><wp:comment_id>{id}0</wp:comment_id><wp:comment_author>Bo</wp:comment_author><wp:comment_date>2010-01-30 10:00:00</wp:comment_date>
        <wp:comment_content>Answer to {title}.</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment></item>

        """;

    private static string Export(string items, string names = "http://wordpress.org/export/1.2/") =>
        $"<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:wp=\"{names}\"><channel>"
        + $"<title>Old</title><link>https://blog.example.org</link><wp:base_blog_url>https://blog.example.org</wp:base_blog_url>\n{items}</channel></rss>";
}
