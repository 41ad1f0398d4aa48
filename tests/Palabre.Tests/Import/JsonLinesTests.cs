using System.Text;
using Palabre.Tests.Support;

namespace Palabre.Tests.Import;

/// <summary>Lines of JSON as a script of somebody writes them, who has read one page of ours.</summary>
public sealed class JsonLinesTests
{
    private const string Post = """{"kind":"post","id":"p","date":"2010-01-12","title":"P","authors":["A"],"body":"Said."}""";

    [TestCase("comment", "\"draft\":true")]
    [TestCase("comment", "\"draft\":\"oui\"")]
    [TestCase("comment", "\"approved\":false")]
    [TestCase("comment", "\"published\":false")]
    [TestCase("comment", "\"hidden\":true")]
    [TestCase("comment", "\"spam\":true")]
    [TestCase("comment", "\"status\":[\"removed\"]")]
    [TestCase("comment", "\"status\":false")]
    [TestCase("comment", "\"removedOn\":\"2010-02-01\"")]
    [TestCase("post", "\"draft\":\"true\"")]
    [TestCase("post", "\"draft\":1")]
    [TestCase("post", "\"published\":false")]
    [TestCase("post", "\"status\":false")]
    [TestCase("post", "\"status\":{\"is\":\"removed\"}")]
    [TestCase("post", "\"publishDate\":\"someday\"")]
    [TestCase("post", "\"publishDate\":\"2999-01-01\"")]
    [TestCase("post", "\"expires\":\"1/6/2010\"")]
    [TestCase("post", "\"expires\":\"2010-06-01\"")]
    [TestCase("page", "\"status\":\"pending\"")]
    [TestCase("page", "\"status\":\"removed\"")]
    [TestCase("page", "\"draft\":\"yes\"")]
    [TestCase("page", "\"publishDate\":[]")]
    public void What_a_line_holds_back_is_not_published(string kind, string field)
    {
        using var import = new Imports();
        import.Run(import.Source("a.jsonl", $"{Post}\n{{\"kind\":\"{kind}\",\"id\":\"k\",\"postId\":\"p\",\"date\":\"2010-01-13\",\"title\":\"Secret\",\"author\":\"Secret\",\"body\":\"Secret.\",{field}}}\n"));
        Assert.That(SiteOnDisk.Palabre("build", import.Root).Status, Is.Zero);
        var shown = Directory.EnumerateFiles(Path.Combine(import.Root, "output"), "*", SearchOption.AllDirectories).Select(File.ReadAllText).ToArray();
        Assert.That(shown, Has.Some.Contains("Said.").And.None.Contains("Secret"));
        Assert.That(import.Run(import.Full("a.jsonl")).Output, Does.Contain("0 new, 0 updated"));
    }

    [TestCase("\"content\":\"The whole text.\"", "The whole text.")]
    [TestCase("\"message\":\"The whole text.\"", "The whole text.")]
    [TestCase("\"tags\":[\"roses\"],\"body\":\"x\"", "themes: roses")]
    [TestCase("\"pinned\":\"true\",\"body\":\"x\"", "pinned: true")]
    [TestCase("\"Author\":\"Bob\",\"body\":\"x\"", "Author: Bob")]
    [TestCase("\"score\":7,\"body\":\"x\"", "score: \"7\"")]
    [TestCase("\"body\":\"x\",\"content\":\"said twice\"", "content: said twice")]
    public void Other_names_are_known_and_unknown_ones_kept(string fields, string written)
    {
        using var import = new Imports();
        import.Import(import.Source("a.jsonl", $"{{\"kind\":\"post\",\"id\":\"q\",\"date\":\"2010-01-12\",\"title\":\"Q\",{fields}}}\n"));
        Assert.That(import.Site, Does.Contain(written));
    }

    [TestCase("post", "\"body\":{\"rendered\":\"x\"}", "a.jsonl:1:1: warning PAL1042: 'body' takes text, not a list or a map.")]
    [TestCase("post", "\"title\":{\"rendered\":\"x\"},\"body\":\"x\"", "a.jsonl:1:1: warning PAL1042: 'title' takes")]
    [TestCase("post", "\"updated\":\"yesterday\",\"body\":\"x\"", "a.jsonl:1:1: warning PAL1034")]
    [TestCase("comment", "\"author\":{\"name\":\"x\"},\"body\":\"x\"", "a.jsonl:1:1: warning PAL1042: 'author' takes")]
    [TestCase("comment", "\"url\":\"javascript:x\",\"author\":\"x\",\"body\":\"x\"", "a.jsonl:1:1: warning PAL")]
    [TestCase("comment", "\"author\":\"x\"", "a.jsonl:1:1: error PAL1050: The comment has no body")]
    public void What_cannot_be_read_is_told_with_its_line(string kind, string fields, string told)
    {
        using var import = new Imports();
        var ran = import.Run(import.Source("a.jsonl", $"{{\"kind\":\"{kind}\",\"id\":\"k\",\"postId\":\"p\",\"date\":\"2010-01-12\",{fields}}}\n{Post}\n"));
        Assert.That(ran.Output, Does.Contain(told));
    }

    [TestCase("post")]
    [TestCase("comment")]
    public void A_text_that_is_none_is_told_once(string kind)
    {
        using var import = new Imports();
        var ran = import.Run(import.Source("a.jsonl", $"{Post}\n{{\"kind\":\"{kind}\",\"id\":\"k\",\"postId\":\"p\",\"date\":\"2010-01-12\",\"title\":\"K\",\"author\":\"B\",\"body\":{{\"rendered\":\"x\"}}}}\n"));
        Assert.That(ran.Output.Split("PAL1042: 'body' takes text"), Has.Length.EqualTo(2), ran.Output);
    }

    /// <summary>The form of one date is not that of the others, nor is a zone always at the end.</summary>
    [TestCase("\"date\":\"2010-07-12\",\"updated\":\"2010-07-13T18:30:00-05:00\"", "updated: 2010-07-13T18:30:00-05:00")]
    [TestCase("\"date\":\"2010-07-12T10:00:00Z\",\"updated\":\"2010-07-13T18:30:00-05:00\"", "date: 2010-07-12T10:00:00Z", "updated: 2010-07-13T18:30:00-05:00")]
    [TestCase("\"date\":\"2010-07-12\",\"relayed\":{\"by\":\"B\",\"date\":\"2010-07-01T10:00:00-08:00\"}", "  date: 2010-07-01T10:00:00-08:00")]
    [TestCase("\"date\":\"Mon, 12 Jul 2010 18:30:00 -0500 (EST)\"", "date: 2010-07-12T18:30:00-05:00")]
    [TestCase("\"date\":\"2010-07-12T18:30:00+02:00\"", "date: 2010-07-12T18:30:00+02:00")]
    [TestCase("\"date\":\"2010-07-12T18:30:00\"", "date: 2010-07-12T18:30:00\n")]
    [TestCase("\"date\":\"Mon, 12 Jul 2010 18:30:00 +0000 (UTC)\"", "date: 2010-07-12T18:30:00+00:00")]
    [TestCase("\"date\":\"2010-07-12T18:30:00\",\"updated\":\"2010-07-13T18:30:00+00:00\"", "date: 2010-07-12T18:30:00\n", "updated: 2010-07-13T18:30:00+00:00")]
    [TestCase("\"date\":\"2010-07-12T18:30:00\",\"relayed\":{\"by\":\"B\",\"date\":\"2010-07-01T10:00:00Z\"}", "  date: 2010-07-01T12:00:00\n")]
    public void Every_date_stays_the_moment_that_it_was(string dates, params string[] written)
    {
        using var import = new Imports();
        import.Import(import.Source("a.jsonl", $$"""
            {"kind":"post","id":"q","title":"Q","body":"x",{{dates}}}
            {"kind":"page","id":"about","title":"About","body":"x","updated":"2010-07-12T18:30:00"}
            {"kind":"site","title":"T","timeZone":"Europe/Paris"}
            """));
        Assert.That(import.Site, Does.Contain("updated: 2010-07-12T18:30:00\n"), "of the page");
        foreach (var line in written) Assert.That(import.Site, Does.Contain(line));
    }

    [Test]
    public void Bytes_that_are_no_UTF8_ruin_no_text()
    {
        using var import = new Imports();
        var ran = import.Run(import.Source("a.jsonl", [.. Encoding.UTF8.GetBytes(Post + "\n"), .. Encoding.Latin1.GetBytes("""{"kind":"post","id":"q","date":"2010-01-12","title":"Été"}"""), .. "\n"u8]));
        Assert.That(ran.Output, Does.Contain("a.jsonl:2:54: error PAL5013: The line is skipped: from here on it is no UTF-8; the file has to be saved as such."));
        Assert.That(import.Site, Does.Contain("title: P").And.Not.Contain("title: \ufffd"));
    }

    [Test]
    public void A_list_with_an_object_on_each_line_is_read_and_one_over_several_lines_explained()
    {
        using var import = new Imports();
        import.Import(import.Source("a.jsonl", $"[\n{Post} ,\n{Post.Replace("\"p\"", "\"q\"", StringComparison.Ordinal)}\n]\n"));
        Assert.That(import.Report, Does.Contain("| posts | 2 | 2 | 0 |"));
        import.Import(import.Source("c.jsonl", $"[{Post.Replace("\"p\"", "\"r\"", StringComparison.Ordinal)},\n{Post.Replace("\"p\"", "\"s\"", StringComparison.Ordinal)}]\n"));
        Assert.That(import.Report, Does.Contain("| posts | 2 | 2 | 0 |"));
        Assert.That(import.Run(import.Source("d.jsonl", $"[{Post},{Post}]\n"), "--dry-run").Output, Does.Contain("each object has to be on a line of its own, as jq -c '.[]' writes them"));
        Assert.That(import.Run(import.Source("b.jsonl", "{\n  \"kind\": \"post\"\n}\n"), "--dry-run").Output, Does.Contain("b.jsonl:1:1: error PAL5013: The line is skipped: an object has to be on one line, as jq -c writes it."));
    }

    [Test]
    public void Of_several_authors_of_a_comment_the_others_are_told()
    {
        using var import = new Imports();
        import.Import(import.Source("a.jsonl", $"{Post}\n{{\"kind\":\"comment\",\"id\":\"k\",\"postId\":\"p\",\"date\":\"2010-01-13\",\"authors\":[\"Ann\",\"Bob\"],\"body\":\"x\"}}\n"));
        Assert.That(import.Site, Does.Contain("author: Ann\n"));
        Assert.That(import.Report, Does.Contain("line 2: Bob"));
    }

    [Test]
    public void What_is_nobody_s_business_is_left_out_of_posts_too()
    {
        using var import = new Imports();
        import.Import(import.Source("a.jsonl", """{"kind":"post","id":"q","date":"2010-01-12","title":"Q","body":"x","ip":"192.0.2.1","extra":{"mood":"calm","user":{"comment_author_IP":"192.0.2.2","E-Mail":"a@example.org"}}}"""));
        Assert.That(import.Site, Does.Contain("mood: calm").And.Not.Contain("192.0.2").And.Not.Contain("E-Mail"));
        Assert.That(import.Report, Does.Contain("## Fields that hold people's addresses, left out: 3").And.Contain("line 1: `ip`"));
    }

    [TestCase("https://forum.example/t/p1/#post-77", "aliases: /t/p1/#post-77")]
    [TestCase("https://forum.example/2010/01/p/#c-k", null)]
    [TestCase("https://forum.example/t/p1/", null)]
    public void The_address_of_a_comment_leads_to_it(string address, string? alias)
    {
        using var import = new Imports();
        import.Import(import.Source("a.jsonl", $"{Post}\n{{\"kind\":\"comment\",\"id\":\"k\",\"postId\":\"p\",\"date\":\"2010-01-13\",\"author\":\"B\",\"body\":\"x\",\"address\":\"{address}\"}}\n"));
        Assert.That(import.Site, alias is null ? Does.Not.Contain("aliases") : Does.Contain(alias));
        Assert.That(SiteOnDisk.Palabre("check", import.Root, "--strict").Status, Is.Zero);
    }

    [Test]
    public void Comments_join_those_that_a_post_has()
    {
        using var import = new Imports();
        import.Source("site/content/site.yml", "title: T\n");
        import.Source("site/content/posts/2010-01-12-hello.md", "---\ntitle: Hello\nauthor: A\n---\nText.\n");
        import.Source("site/content/comments/hello/c1.yml", "author: Hand\ndate: 2010-01-13\nbody: By hand.\n");
        var ran = import.Run(import.Source("a.jsonl", """
            {"kind":"comment","id":"c1","postId":"hello","date":"2010-01-14","author":"B","body":"Imported."}
            {"kind":"comment","id":"c2","postId":"hello","date":"2010-01-14","author":"B","body":"Imported."}
            """));
        Assert.That(ran.Output, Does.Contain("a file that no import wrote stands in its place"));
        Assert.That(import.Site, Does.Contain("-- content/comments/hello/c2.yml --").And.Contain("By hand."));
        Assert.That(SiteOnDisk.Palabre("check", import.Root, "--strict").Status, Is.Zero);
    }

    [Test]
    public void Comments_stand_under_their_own_post_where_two_have_one_name()
    {
        using var import = new Imports();
        import.Source("site/content/site.yml", "title: T\n");
        import.Source("site/content/posts/2010-01-12-hello.md", "---\ntitle: Hello\nauthor: A\n---\nText.\n");
        import.Source("site/content/posts/2011-02-02-hello.md", "---\ntitle: Hello\nauthor: A\nid: hello-2\n---\nText.\n");
        import.Source("site/content/comments/hello/c1.yml", "author: Hand\ndate: 2010-01-13\nbody: By hand.\n");
        import.Import(import.Source("a.jsonl", """{"kind":"comment","id":"c9","postId":"hello-2","date":"2011-02-03","author":"B","body":"Imported."}"""));
        Assert.That(SiteOnDisk.Palabre("list", "comments", import.Root).Output, Does.Match("c9 +hello-2").And.Match("c1 +hello "));
    }

    /// <summary>As a build has it: what is published has a name before what is not.</summary>
    [Test]
    public void A_comment_of_a_draft_stays_with_it()
    {
        using var import = new Imports();
        import.Source("site/content/site.yml", "title: T\n");
        import.Source("site/content/posts/2009-01-12-hello.md", "---\ntitle: Hello\nauthor: A\nid: old\ndraft: true\n---\nText.\n");
        import.Source("site/content/posts/2010-01-12-hello.md", "---\ntitle: Hello\nauthor: A\nid: new\n---\nText.\n");
        import.Source("site/content/comments/hello/c1.yml", "author: Hand\ndate: 2010-01-13\nbody: By hand.\n");
        import.Import(import.Source("a.jsonl", """
            {"kind":"comment","id":"o9","postId":"old","date":"2011-02-03","author":"B","body":"Of the draft."}
            {"kind":"comment","id":"n9","postId":"new","date":"2011-02-03","author":"B","body":"Of the other."}
            """));
        Assert.That(import.Site, Does.Contain("-- content/comments/2009-01-12-hello/o9.yml --").And.Contain("-- content/comments/hello/n9.yml --"));
    }

    [Test]
    public void A_comment_of_a_post_that_comes_too_is_not_taken_for_one_of_another()
    {
        using var import = new Imports();
        import.Source("site/content/site.yml", "title: T\n");
        import.Source("site/content/posts/2010-01-12-hello.md", "---\ntitle: Hello\nauthor: A\n---\nText.\n");
        import.Source("site/content/comments/hello.yml", "- id: c1\n  author: B\n  date: 2010-01-13\n  body: Said.\n");
        import.Import(import.Source("a.jsonl", """
            {"kind":"post","id":"hello","date":"2015-01-12","title":"Another","author":"C","body":"x"}
            {"kind":"comment","id":"c1","postId":"hello","date":"2015-02-03","author":"B","body":"Of the other."}
            """));
        Assert.That(import.Site, Does.Contain("Of the other.").And.Contain("Said."));
    }

    [TestCase("content/comments/hello/first.yml", "id: c1\nauthor: B\ndate: 2010-01-13\nbody: Said.\n")]
    [TestCase("content/comments/hello.yml", "- id: c1\n  author: B\n  date: 2010-01-13\n  body: Said.\n")]
    [TestCase("content/comments/2010/Hello.yml", "- id: c1\n  author: B\n  date: 2010-01-13\n  body: Said.\n")]
    [TestCase("content/comments/hello/c1.yml", "author: B\ndate: 2010-01-13\nbody: Said.\n")]
    public void An_archive_that_comes_back_to_its_own_site_doubles_nothing(string path, string comments)
    {
        using var import = new Imports();
        import.Source("site/content/site.yml", "title: T\nexport: true\nbaseUrl: https://example.org/\n");
        import.Source("site/content/posts/2010-01-12-hello.md", "---\ntitle: Hello\nauthor: A\n---\nText.\n");
        import.Source("site/" + path, comments);
        Assert.That(SiteOnDisk.Palabre("build", import.Root).Status, Is.Zero);
        var before = import.Site;
        var ran = import.Run(Path.Combine(import.Root, "output/archive.jsonl"));
        Assert.That(ran.Output, Does.Contain("0 new, 0 updated").And.Contain("the site has a post of this id and date"));
        Assert.That(import.Site, Is.EqualTo(before));
    }
}
