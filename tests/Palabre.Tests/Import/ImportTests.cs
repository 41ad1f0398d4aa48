using System.IO.Compression;
using System.Text;
using CsCheck;
using Palabre.Tests.Support;

namespace Palabre.Tests.Import;

/// <summary>Exports of each kind, from the command line to the files of a site that passes its check.</summary>
public sealed class ImportTests
{
    [TestCase("wordpress.xml", "content/posts/2010/2010-01-12-bonjour.md", "content/comments/2010-01-12-bonjour/6.yml", "replyTo: \"5\"", "aliases: /2010/01/bonjour/#comment-6")]
    [TestCase("blogger.xml", "content/posts/2010/2010-01-12-le-client-au-coeur.md", "content/comments/2010-01-12-le-client-au-coeur/8002.yml", "replyTo: \"8001\"", "status: removed", "reason: Ce commentaire a été supprimé par l'auteur.", "aliases: /2010/01/le-client-au-coeur.html#c8002")]
    [TestCase("feed.atom", "content/posts/2011/2011-05-11-hello.md", "content/comments/2011-05-11-hello/3.yml", "replyTo: \"2\"", "date: 2011-05-12T20:46:00Z", "aliases: /2011/05/hello.html#c3")]
    public void Replies_stand_under_what_they_answer_and_old_anchors_are_kept(string source, string post, string reply, params string[] says)
    {
        using var import = new Imports();
        import.Import(Sample(source));
        Assert.That(File.Exists(Path.Combine(import.Root, post)), import.Site);
        var text = File.ReadAllText(Path.Combine(import.Root, reply));
        foreach (var line in says) Assert.That(text, Does.Contain(line));
    }

    [TestCase("wordpress.xml")]
    [TestCase("blogger.xml")]
    [TestCase("feed.atom")]
    [TestCase("list.mbox")]
    public void A_second_import_changes_nothing(string source)
    {
        using var import = new Imports();
        var before = SiteOnDisk.Contents(import.Import(Sample(source)).Root);
        Assert.That(SiteOnDisk.Contents(import.Import(Sample(source)).Root), Is.EqualTo(before));
        Assert.That(import.Run(Sample(source)).Output, Does.Contain("0 new, 0 updated"));
    }

    [Test]
    public void A_dry_run_reports_the_same_and_writes_nothing()
    {
        using var import = new Imports();
        Assert.That(import.Run(Sample("blogger.xml"), "--dry-run").Output, Does.Contain("5 new, 0 updated, 0 unchanged"));
        Assert.That(Directory.Exists(import.Root) ? SiteOnDisk.Contents(import.Root) : [], Is.Empty);
    }

    [Test]
    public void A_later_export_adds_what_is_new_brings_up_to_date_what_nobody_touched_and_keeps_what_an_editor_did()
    {
        using var import = new Imports();
        var text = File.ReadAllText(Sample("wordpress.xml"));
        import.Import(Sample("wordpress.xml"));
        var (post, comment) = (Path.Combine(import.Root, "content/posts/2010/2010-01-12-bonjour.md"), Path.Combine(import.Root, "content/comments/2010-01-12-bonjour/6.yml"));
        File.AppendAllText(comment, "language: fr\n");
        var later = import.Source("later.xml", text.Replace("Premier paragraphe", "Autre paragraphe").Replace("Non !", "Si !")
            .Replace("<wp:comment_id>7</wp:comment_id><wp:comment_approved>spam", "<wp:comment_id>7</wp:comment_id><wp:comment_date>2010-01-14 10:00:00</wp:comment_date><wp:comment_approved>1"));
        var ran = import.Run(later);
        Assert.That(ran.Output, Does.Contain("1 new, 1 updated").And.Contain("""
            content/comments/2010-01-12-bonjour/6.yml: warning PAL5009: 'content/comments/2010-01-12-bonjour/6.yml' was edited since it was imported; what changed in the source is not brought over.
              hint: Take it over by hand; or delete the file and its line in content/.import/record, and import again.
            """));
        Assert.That(File.ReadAllText(post), Does.Contain("Autre paragraphe"));
        Assert.That(File.ReadAllText(comment), Does.Contain("language: fr").And.Not.Contain("Si !"));
        File.Delete(comment);
        Assert.That(import.Run(later).Output, Does.Contain("somebody deleted the file since it was imported; it is not brought back"));
    }

    [Test]
    public void What_a_later_export_withdraws_is_told_of_until_somebody_saw_to_it()
    {
        using var import = new Imports();
        var text = File.ReadAllText(Sample("wordpress.xml"));
        import.Import(Sample("wordpress.xml"));
        var comment = Path.Combine(import.Root, "content/comments/2010-01-12-bonjour/6.yml");
        var later = import.Source("later.xml", text.Replace("<wp:comment_id>6</wp:comment_id>", "<wp:comment_id>6</wp:comment_id><wp:comment_approved>spam</wp:comment_approved>"));
        const string Told = """
            content/comments/2010-01-12-bonjour/6.yml: warning PAL5021: The source has withdrawn this: spam.
              hint: Write status: removed into the file, or delete it.
            """;
        Assert.That(import.Run(later).Output, Does.Contain(Told));
        Assert.That(import.Run(later).Output, Does.Contain(Told));
        File.AppendAllText(comment, "status: removed\n");
        Assert.That(import.Run(later).Output, Does.Not.Contain("PAL5021"));
        File.Delete(comment);
        Assert.That(import.Run(later).Output, Does.Not.Contain("PAL5021"));
    }

    [Test]
    public void Links_to_letters_come_back_once_the_settings_name_their_archive()
    {
        using var import = new Imports();
        var source = import.Source("a.jsonl", """
            {"kind":"post","id":"p","date":"2010-01-12","title":"A","body":"See https://letters.example/r/1@example.org/ and b@example.org."}
            {"kind":"post","id":"q","date":"2010-01-13","title":"B","body":"See https://letters.example/r/2@example.org/."}
            """);
        Assert.That(import.Run(source).Output, Does.Contain("""
            content/posts/2010/2010-01-12-p.md: note PAL5022: Links to letters.example lost what looks like an address of e-mail, and lead nowhere.
              hint: If it is an archive of mail that everybody reads, add it to mailArchives: in content/site.yml, and import again: what nobody edited is mended.
            """));
        var post = Path.Combine(import.Root, "content/posts/2010/2010-01-12-p.md");
        Assert.That(File.ReadAllText(post), Does.Contain("See https://letters.example/r/1@…/ and b@…."));
        File.AppendAllText(Path.Combine(import.Root, "content/site.yml"), "mailArchives: letters.example\n");
        Assert.That(import.Run(source).Output, Does.Contain("2 updated").And.Not.Contain("PAL5022"));
        Assert.That(File.ReadAllText(post), Does.Contain("See https://letters.example/r/1@example.org/ and b@…."));
    }

    [Test]
    public void A_file_of_another_hand_is_never_overwritten()
    {
        using var import = new Imports();
        import.Source("site/content/posts/2010/2010-01-12-bonjour.md", "---\ntitle: Mine\n---\nMine.\n");
        var ran = import.Run(Sample("wordpress.xml"));
        Assert.That(File.ReadAllText(Path.Combine(import.Root, "content/posts/2010/2010-01-12-bonjour.md")), Does.Contain("Mine."));
        Assert.That(ran.Output, Does.Contain("""
            content/posts/2010/2010-01-12-bonjour.md: warning PAL5010: 'content/posts/2010/2010-01-12-bonjour.md' is there already, and no import wrote it; it is kept.
              hint: Rename it, and import again.
            """));
    }

    [Test]
    public void Letters_are_threaded_by_what_they_say_they_answer()
    {
        using var import = new Imports();
        import.Import(Sample("list.mbox"), "--attachments");
        Assert.That(import.Site, Does.Contain("title: Le client").And.Contain("author: Correspondent 1").And.Contain("<details>")
            .And.Contain("status: redacted").And.Contain("content/media/mail/").And.Contain("author: Hélène").And.Contain("\nFrom ici, rien."));
        Assert.That(import.Report, Does.Contain("copies of a letter that is there already"));
    }

    [Test]
    public void Comments_of_Disqus_find_their_posts_by_address_and_the_rest_are_listed()
    {
        using var import = new Imports();
        import.Import(Sample("wordpress.xml")).Import(Sample("disqus.xml"));
        Assert.That(File.ReadAllText(Path.Combine(import.Root, "content/comments/2010-01-12-bonjour/101.yml")),
            Does.Contain("replyTo: \"100\"").And.Contain("status: removed").And.Not.Contain("Retiré"));
        Assert.That(import.Run(Sample("disqus.xml")).Output, Does.Contain("""
            disqus.xml: warning PAL5012: No post has the address 'http://old.example.org/2010/01/nulle-part/'; comments without a place: 1.
              hint: Write a line with this address, a space and the post's id into a file, and name it with --map.
            """));
        var map = import.Source("map.txt", "http://old.example.org/2010/01/nulle-part/ 12\n");
        Assert.That(import.Run(Sample("disqus.xml"), "--map", map).Output, Does.Contain("1 new").And.Not.Contain("PAL5012"));
    }

    [Test]
    public void A_Jekyll_repository_keeps_its_replies_even_by_number()
    {
        using var import = new Imports();
        import.Source("old/_config.yml", "title: Old\nurl: https://example.org\n");
        import.Source("old/_posts/2016-06-01-hello.md", "---\ntitle: Hello\ncategories: [news]\n---\nText {% include x %}.\n");
        import.Source("old/_data/comments/hello/entry1465243200.yml", "_id: 1e552947\nname: A\nemail: 0bc\nmessage: First\ndate: 1465243200\n");
        import.Source("old/_data/comments/hello/entry1465243300.yml", "_id: 9dd\nname: B\nreplying_to: '1'\nmessage: By number.\ndate: 1465243300\n");
        import.Import(import.Full("old"));
        Assert.That(import.Site, Does.Contain("replyTo: \"1e552947\"").And.Contain("aliases: /news/2016/06/01/hello.html").And.Not.Contain("0bc"));
        Assert.That(import.Report, Does.Contain("## Liquid left as it is: 1"));
    }

    [TestCase("date: 2010-01-01\nexpiryDate: 2010-02-01", TestName = "What has expired")]
    [TestCase("date: 2010-01-01\nunpublishdate: 2010-02-01", TestName = "What has expired, in the words of older sites")]
    [TestCase("date: 2010-01-01\npublishDate: 2999-01-01", TestName = "What is not due")]
    [TestCase("date: 2010-01-01\ndraft: true", TestName = "A draft")]
    [TestCase("date: 2010-01-01\nheadless: true", TestName = "What stands alone")]
    [TestCase("date: 2010-01-01\nbuild:\n  render: never", TestName = "What has no page")]
    [TestCase("date: 2010-01-01\n_build: {render: false}", TestName = "What has no page, in the words of older sites")]
    [TestCase("+++\ntitle = 'Unseen'\ndate = 2010-01-01\n[build]\nrender = 'never'\n+++", TestName = "What has no page, in TOML")]
    [TestCase("+++\ntitle = 'Unseen'\ndate = 2010-01-01\nexpiryDate = 2010-02-01\n+++", TestName = "What has expired, in TOML")]
    public void What_Hugo_did_not_show_is_not_shown(string lines)
    {
        using var import = new Imports();
        import.Source("old/hugo.toml", "title = 'Old'\nbaseURL = 'https://example.org/'\n");
        import.Source("old/content/posts/seen.md", "---\ntitle: Seen\ndate: 2010-01-02\n---\nSeen.\n");
        import.Source("old/content/posts/unseen.md", lines.StartsWith('+') ? $"{lines}\nSecret.\n" : $"---\ntitle: Unseen\n{lines}\n---\nSecret.\n");
        import.Source("old/content/contact.md", "---\ntitle: Contact\npublishDate: 2009-01-01\nexpiryDate: 2999-01-01\n---\nSeen, too.\n");
        import.Source("old/content/about.md", "---\ntitle: About\npublished: false\n---\nSecret.\n");
        import.Import(import.Full("old"));
        Assert.That(SiteOnDisk.Palabre("build", import.Root).Status, Is.Zero);
        var shown = Directory.EnumerateFiles(Path.Combine(import.Root, "output"), "*", SearchOption.AllDirectories).Select(File.ReadAllText).ToArray();
        Assert.That(shown, Has.Some.Contains("Seen.").And.Some.Contains("Seen, too."));
        Assert.That(import.Report, Does.Contain("## Pages that were not public, and are not imported: 1").And.Contain("about.md"));
        Assert.That(shown, Has.None.Contains("Secret."));
    }

    [Test]
    public void Takeout_is_read_in_its_zip()
    {
        using var import = new Imports();
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("Takeout/Blogger/Blogs/Old/feed.atom").Open();
            entry.Write(File.ReadAllBytes(Sample("feed.atom")));
        }

        import.Import(import.Source("takeout.zip", bytes.ToArray()));
        Assert.That(import.Site, Does.Contain("title: Hello & welcome"));
    }

    [Test]
    public void An_archive_as_JSON_lines_comes_back_as_it_was()
    {
        using var import = new Imports();
        import.Import(Sample("wordpress.xml"));
        var lines = Lines(import.Root);
        using var other = new Imports();
        other.Import(other.Source("archive.jsonl", lines));
        Assert.That(Lines(other.Root), Is.EqualTo(lines));
    }

    [TestCase("x", "a.txt: error PAL5002: 'a.txt' begins like no export that Palabre knows.\n  hint: Name the kind if you know better: palabre import blogger|wordpress|disqus|mbox|jekyll|jsonl <file> [root].", 2)]
    [TestCase("<disqus><thread></disqus>", "a.txt:1:19: error PAL5003: The export is not well-formed XML here: The 'thread' start tag on line 1 position 10 does not match the end tag of 'disqus'.\n  hint: Export it again; if it stays so, mend this place in a copy.", 1)]
    [TestCase("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><disqus>&a;</disqus>", "a.txt: error PAL5004: The export declares a document type, which none of these systems does.\n  hint: Export it again, from the system itself.", 1)]
    [TestCase("<rss xmlns:wp='http://wordpress.org/export/1.0/' xmlns:dsq='http://www.disqus.com/'/>", "a.txt:1:1: error PAL5005: This is a file that Disqus imports, not one that it exports.\n  hint: In Disqus, go to Admin, Community, Export; or import what this file was made from.", 1)]
    public void What_is_no_export_is_told_so(string text, string told, int status)
    {
        using var import = new Imports();
        var ran = import.Run(import.Source("a.txt", text));
        Assert.That(ran.Output.TrimEnd(), Is.EqualTo(told));
        Assert.That(ran.Status, Is.EqualTo(status));
        Assert.That(Directory.Exists(Path.Combine(import.Root, "content/posts")), Is.False);
    }

    [TestCase("a.txt", "", "a.txt: error PAL5001: 'a.txt' cannot be imported: it is empty.\n  hint: Name the file that the other system exported: palabre import <file> [root].")]
    [TestCase("a.zip", "PK\u0003\u0004 no more", "a.zip: error PAL5018: 'a.zip' holds no export that Palabre knows.\n  hint: Unpack it, and import the file in it.")]
    public void A_file_that_holds_nothing_is_told_so(string name, string text, string told)
    {
        using var import = new Imports();
        var source = import.Source(name, text);
        Assert.That(import.Run(source).Output.TrimEnd().Replace(Path.GetDirectoryName(source)! + "/", "", StringComparison.Ordinal), Is.EqualTo(told));
    }

    [Test]
    public void What_unpacks_without_end_is_refused()
    {
        using var import = new Imports();
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write("<disqus><thread>"u8);
            var block = new byte[1 << 20];
            Array.Fill(block, (byte)' ');
            for (var i = 0; i < 100; i++) gzip.Write(block);
        }

        Assert.That(import.Run(import.Source("a.xml.gz", bytes.ToArray())).Output, Does.Contain(
            "a.xml.gz: error PAL5006: 'a.xml.gz' unpacks to more than any archive of texts.\n  hint: Unpack it yourself, and import what it holds."));
    }

    [Test]
    public void A_source_with_flaws_is_imported_and_every_flaw_is_told()
    {
        using var import = new Imports();
        var text = File.ReadAllText(Sample("blogger.xml"))
            .Replace("Premier.", "Pre\u0008mier.").Replace("comments/default/8001", "comments/default/4711")
            .Replace("<name>Bastien</name>", "<name>Hélène</name>")
            .Replace("<published>2010-01-14T18:30:00.000+01:00</published>", "<published>never</published>")
            .Replace("http://client.blogspot.com/2010/01/le-client-au-coeur.html' title", "http://client.blogspot.com/?p=1' title");
        var ran = import.Run(import.Source("b.xml", text));
        Assert.That(ran.Status, Is.EqualTo(1));
        Assert.That(ran.Output, Does.Contain("b.xml: warning PAL5007: Control characters that XML does not allow were left out: 1.\n")
            .And.Contain("b.xml: warning PAL5008: The post '9999' is not in the export; comments of it that have no place: 1.\n  hint: Export the whole once more, or import the post first.\n")
            .And.Contain("content/posts/2010/2010-01-12-p-1.md: warning PAL5011: The old address 'http://client.blogspot.com/?p=1' is told apart by its query, which a static site cannot do; nothing leads from it to 'content/posts/2010/2010-01-12-p-1.md'.\n  hint: If it matters, redirect it in your web server.\n")
            .And.Contain("b.xml:11: error PAL5014: The post 7002 is skipped: it has no date.\n  hint: Correct it in the other system and export again, or write the file by hand.\n")
            .And.Contain("b.xml: note PAL5016: Replies to comments that were not imported: 1.\n")
            .And.Contain("b.xml: note PAL5017: Two authors of the source are called 'Hélène'; their entries stand on one page.\n  hint: Write one of the names otherwise, in their entries.\n"));
    }

    [Test]
    public void A_site_whose_settings_are_wrong_takes_nothing()
    {
        using var import = new Imports();
        import.Source("site/content/site.yml", "title: [a\n");
        var ran = import.Run(Sample("blogger.xml"));
        Assert.That(ran.Status, Is.EqualTo(2));
        Assert.That(ran.Output, Does.Contain(" error PAL5019: The settings of the site have a mistake, so that nothing can be imported into it.\n  hint: palabre check tells where it is.\n"));
    }

    [Test]
    public void A_disk_that_refuses_is_told_with_its_reason() => Assert.That(Palabre.Diagnostics.Catalogue.NoSpace(new("site"), "the disk is full").ToString(), Is.EqualTo(
        "site: error PAL5015: 'site' cannot be written: the disk is full.\n  hint: Put that right, and import again: what is there already stays as it is."));

    [Test]
    public void A_line_that_is_no_entry_is_told_and_the_others_are_imported()
    {
        using var import = new Imports();
        var ran = import.Run(import.Source("a.jsonl", "{\"kind\":\"post\",\"id\":\"a\",\"date\":\"2010-01-12\",\"title\":\"A\",\"body\":\"x\"}\n{oops\n"));
        Assert.That(ran.Status, Is.EqualTo(1));
        Assert.That(ran.Output, Does.Contain("a.jsonl:2:2: error PAL5013: The line is skipped: it is not JSON from here on.\n  hint: Correct the line, and import again: the others stay as they are."));
        Assert.That(import.Site, Does.Contain("title: A"));
    }

    [Test]
    public void Lines_written_by_hand_make_a_site_and_keep_no_private_address()
    {
        using var import = new Imports();
        import.Import(import.Source("letters.jsonl", """
            {"kind":"post","id":"a","date":"2010-01-12","title":"T","body":"[b]B[/b]","author":"Ana","format":"bbcode"}
            {"kind":"comment","id":"c1","postId":"a","date":"2010-01-13","author":"Bo","body":"C","extra":{"ip":"192.0.2.7","user_ip":"192.0.2.7","mood":"glad"}}
            """));
        Assert.That(import.Site, Does.Contain("title: letters\n").Or.EndWith("title: letters"));
        Assert.That(import.Site, Does.Contain("author: Ana").And.Contain("author: Bo").And.Contain("mood: glad").And.Not.Contain("192.0.2.7"));
        Assert.That(import.Report, Does.Contain("line 1: `bbcode`"));
    }

    [TestCase("a.jsonl", """
        {"kind":"author","id":"ann@private.example","name":"ann@private.example"}
        {"kind":"post","id":"post@private.example","date":"2010-01-12","title":"To ann@private.example","slug":"to ann@private.example","body":"B"}
        {"kind":"comment","id":"one@private.example","postId":"post@private.example","date":"2010-01-13","author":"Bo","body":"C"}
        {"kind":"comment","id":"two@private.example","postId":"post@private.example","date":"2010-01-14","author":"Bo","body":"C","replyTo":"one@private.example"}
        {"kind":"comment","id":"three@private.example","postId":"post@private.example","date":"2010-01-14","author":"Bo","body":"C","replyTo":"gone@private.example"}
        """, TestName = "Lines of JSON")]
    [TestCase("a.mbox", """
        From ann Mon Jan 18 10:00:00 2010
        From: Ann <ann@private.example>
        Date: Mon, 18 Jan 2010 10:00:00 +0000
        Message-ID: <1@private.example>
        Subject: To bob@private.example
        Content-Type: multipart/mixed; boundary=x

        --x
        Content-Type: text/plain

        Words.
        --x
        Content-Type: text/vcard; name=ann.vcf
        Content-Disposition: attachment; filename=ann.vcf

        BEGIN:VCARD
        EMAIL:ann@private.example
        END:VCARD
        --x
        Content-Type: text/plain; name="bob@private.example.txt"
        Content-Disposition: attachment; filename="bob@private.example.txt"

        Notes.
        --x--

        From ann Mon Jan 18 10:00:00 2010
        From: Ann <ann@private.example>
        Date: Mon, 18 Jan 2010 11:00:00 +0000
        Message-ID: <1@private.example>
        Subject: To carl@private.example

        Again.
        """, TestName = "Mail")]
    public void No_address_stands_in_a_text_a_name_the_report_or_the_record(string name, string text)
    {
        using var import = new Imports();
        import.Import(import.Source(name, text), name.EndsWith(".mbox", StringComparison.Ordinal) ? ["--attachments"] : []);
        foreach (var file in Directory.EnumerateFiles(import.Root, "*", SearchOption.AllDirectories))
            Assert.That(Path.GetRelativePath(import.Root, file) + File.ReadAllText(file), Does.Not.Contain("private.example").And.Not.Contain("private-example"), file);
        var files = import.Site;
        Assert.That(import.Run(import.Full(name), name.EndsWith(".mbox", StringComparison.Ordinal) ? ["--attachments"] : []).Output, Does.Contain("0 new, 0 updated"));
        Assert.That(import.Site, Is.EqualTo(files), "a second import knows what the first one wrote");
    }

    [Test]
    public void What_the_settings_say_of_the_site_comes_back_too()
    {
        using var import = new Imports();
        import.Import(import.Source("archive.jsonl", """{"kind":"site","title":"T","description":"Of gardens","author":"Ana","baseUrl":"https://example.org/sub"}""" + "\n"
            + """{"kind":"post","id":"a","date":"2010-01-12","title":"T","body":"B","address":"https://example.org/sub/2010/01/a/"}"""));
        Assert.That(import.Site, Does.Contain("title: T\ndescription: Of gardens\nauthor: Ana\nbaseUrl: https://example.org/sub").And.Not.Contain("aliases"));
    }

    /// <summary>As programs write them that cut a text in the middle of an emoji.</summary>
    [TestCase(@"x \ud83d y", "x \ufffd y")]
    [TestCase(@"x \uDE00", "x \ufffd")]
    [TestCase(@"\ud83d\ud83d\ude00 \ud83d\u0041", "\ufffd\U0001f600 \ufffdA")]
    [TestCase(@"a\\ud83d \\\ud83d", @"a\ud83d \" + "\ufffd")]
    public void Of_half_a_character_the_text_around_it_is_kept(string body, string text)
    {
        using var import = new Imports();
        import.Import(import.Source("a.jsonl", $$"""{"kind":"post","id":"a","date":"2010-01-12","title":"T \udead","half \ud83d":"z","body":"{{body}}"}"""));
        Assert.That(import.Site, Does.Contain("title: T \ufffd\n").And.Contain($"---\n\n{text}\n-- content/site.yml --"));
    }

    [Test]
    public void Whatever_the_source_every_piece_is_written_or_skipped() =>
        Gen.Int[0, 3].Array[0, 12].Holds(kinds =>
        {
            var text = new StringBuilder();
            foreach (var (kind, i) in kinds.Select((kind, i) => (kind, i)))
            {
                text.Append(kind switch
                {
                    0 => $"{{\"kind\":\"post\",\"id\":\"p{i}\",\"date\":\"2010-01-12\",\"title\":\"a@example.org\",\"body\":\"b@example.org\"}}\n",
                    1 => $"{{\"kind\":\"comment\",\"id\":\"c{i}\",\"postId\":\"p{i - 1}\",\"date\":\"2010-01-12\",\"authors\":[\"x\"],\"body\":\"c@example.org\"}}\n",
                    2 => "{\"kind\":\"comment\"}\n",
                    _ => "nonsense\n",
                });
            }

            using var import = new Imports();
            var path = import.Source("a.jsonl", "{\"kind\":\"site\",\"title\":\"T\"}\n" + text);
            import.Run(path);
            var rows = import.Report.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Select(l => l.Split('|')).Where(l => l.Length == 6 && int.TryParse(l[2], out _)).ToArray();
            Assert.That(rows.Sum(r => int.Parse(r[2])), Is.EqualTo(kinds.Length + 1), import.Report);
            Assert.That(rows.All(r => int.Parse(r[2]) == int.Parse(r[3]) + int.Parse(r[4])), import.Report);
            Assert.That(import.Site, Does.Not.Contain("@example"));
        }, count: 30);

    private static string Sample(string name) => Path.Combine(Repository.Root, "tests/Palabre.Tests/Import/Sources", name);

    private static byte[] Lines(string root)
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(f => !f.Contains("/.import/"))
            .ToDictionary(f => Path.GetRelativePath(root, f).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);
        Palabre.Writing.ArchiveLines.Write(SiteText.Read(SiteText.Files(files)).Value, _ => null, output);
        return output.WrittenSpan.ToArray();
    }
}
