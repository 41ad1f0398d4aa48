using Palabre.Cli;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Tests.Support;
using Palabre.Writing;
using Spectre.Console.Testing;

namespace Palabre.Tests.Cli;

public sealed class NewCommandTests
{
    private const string Now = "2010-01-15T10:26:00Z";

    private const string Site = """
        -- content/site.yml --
        title: Test
        baseUrl: https://example.org
        timeZone: Europe/Paris
        author: Ann
        -- content/posts/2010-01-12-hello.md --
        ---
        title: Hello
        author: Ann
        ---
        Text.
        -- themes/trust.md --
        ---
        title: Trust
        ---
        """;

    private const string InFolder = Site + """

        -- content/comments/hello/c1.yml --
        author: Bob
        date: 2010-01-13
        body: One.
        """;

    private const string InList = Site + """

        -- content/comments/hello.yml --
        - id: c1
          author: Bob
          date: 2010-01-13
          body: |
            One.
        """;

    [Test]
    public void A_post_has_its_name_id_date_and_what_was_said_of_it()
    {
        using var site = new SiteOnDisk(Site);
        var ran = New(site, "post", "A good question", "-t", "trust", "--reply-to", "hello", "--draft", "--language", "fr");
        Assert.That(ran, Is.EqualTo(new Ran(0, $"{site.Root}/content/posts/2010-01-15-a-good-question.md\n", "")));
        Assert.That(Text(site, "content/posts/2010-01-15-a-good-question.md"), Is.EqualTo("""
            ---
            title: A good question
            id: a-good-question
            date: 2010-01-15T11:26:00+01:00
            themes: trust
            replyTo: hello
            language: fr
            draft: true
            ---


            """));
        Check(site, "2 posts, 0 comments", "--drafts");
    }

    [Test]
    public void The_words_of_a_title_need_no_quotation_marks()
    {
        using var site = new SiteOnDisk(Site);
        Assert.That(New(site, "post", "Une", "bonne", "idée").Output, Does.EndWith("/2010-01-15-une-bonne-idee.md\n"));
    }

    [TestCase("2010-02-01", "2010-02-01", "2010-02-01", TestName = "A bare day stays a day")]
    [TestCase("2010-02-01T23:30:00-05:00", "2010-02-01", "2010-02-01T23:30:00-05:00", TestName = "An offset stays as it was written")]
    [TestCase("2010-02-01T23:30:00Z", "2010-02-02", "2010-02-02T00:30:00+01:00", TestName = "An instant is told on the clocks of the site")]
    [TestCase("Mon, 1 Feb 2010 18:30:00 +0100", "2010-02-01", "2010-02-01T18:30:00+01:00", TestName = "The date of a mail is understood")]
    public void A_date_of_ones_own(string date, string inName, string inFile)
    {
        using var site = new SiteOnDisk(Site);
        Assert.That(New(site, "post", "x", "--date", date).Output, Does.EndWith($"/{inName}-x.md\n"));
        Assert.That(Text(site, $"content/posts/{inName}-x.md"), Does.Contain($"\ndate: {inFile}\n"));
    }

    [TestCase("post", "2010-02-30")]
    [TestCase("post", "5/6/2010")]
    [TestCase("comment", "tomorrow")]
    public void A_date_that_is_none_is_told_as_the_reader_tells_it(string kind, string date)
    {
        using var site = new SiteOnDisk(Site);
        var ran = New(site, kind, kind == "post" ? ["x", "--date", date] : ["--on", "hello", "--author", "x", "--body", "x", "--date", date]);
        Refuses(ran, date);
        Assert.That(ran.Error, Does.Contain("  hint: "));
    }

    [TestCase("line one\nline two", "line-one-line-two")]
    [TestCase("../../etc/passwd", "etc-passwd")]
    [TestCase("\"quoted\" 'title': # - [a] {b} & *c !d %e @f `g` \\ | >", "quoted-title-a-b-c-d-e-f-g")]
    [TestCase("\u202Eתורה\u2069 a", "תורה-a")]
    [TestCase("null", "null")]
    [TestCase("404", "404")]
    [TestCase("CON", "con")]
    [TestCase("L’été à Paris\u00A0?", "l-ete-a-paris")]
    [TestCase("a\0b\u001B[31mc", "a-b-31mc")]
    [TestCase("🙂 hi", "hi")]
    public void A_hostile_title_is_text_and_its_name_a_name(string title, string slug)
    {
        using var site = new SiteOnDisk(Site);
        var ran = New(site, "post", title);
        Assert.That(ran.Status, Is.Zero, ran.Error);
        Assert.That(ran.Output, Is.EqualTo($"{site.Root}/content/posts/2010-01-15-{slug}.md\n"));
        Assert.That(Read(site).Posts.Single(p => p.Id == slug).Title, Is.EqualTo(NewFiles.OneLineOf(title)));
        Check(site, "2 posts");
    }

    [Test]
    public void A_long_title_makes_a_name_of_whole_words()
    {
        using var site = new SiteOnDisk(Site);
        var title = string.Join(' ', Enumerable.Repeat("question", 40));
        Assert.That(New(site, "post", title).Output, Does.EndWith("/2010-01-15-" + string.Join('-', Enumerable.Repeat("question", 8)) + ".md\n"));
        Assert.That(New(site, "post", new string('x', 300)).Output, Does.EndWith("/2010-01-15-" + new string('x', 72) + ".md\n"));
        Assert.That(Read(site).Posts.Select(p => p.Title), Is.SupersetOf([title, new string('x', 300)]));
    }

    [TestCase("🙂🙂", "'🙂🙂' has neither letter nor digit")]
    [TestCase("…", "'…' has neither letter nor digit")]
    [TestCase("  \n ", "new post needs a title.\n  hint: palabre new post \"A good question\"")]
    [TestCase("--draught", "There is no option '--draught'.")]
    public void A_title_that_makes_no_name_is_refused(string title, string told)
    {
        using var site = new SiteOnDisk(Site);
        Refuses(New(site, "post", title), told);
        Assert.That(Read(site).Posts, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_name_of_ones_own_is_made_fit()
    {
        using var site = new SiteOnDisk(Site);
        Assert.That(New(site, "post", "🙂", "--slug", "../Été !").Output, Does.EndWith("/content/posts/2010-01-15-ete.md\n"));
    }

    [Test]
    public void Nothing_is_written_over_what_is_there()
    {
        using var site = new SiteOnDisk(Site);
        New(site, "post", "x");
        site.Write("content/posts/2010-01-15-x.md", "mine");
        var ran = New(site, "post", "X");
        Refuses(ran, "/content/posts/2010-01-15-x.md exists already, and stays as it is.\n  hint: Choose another name for it: --slug <name>.");
        Assert.That(Text(site, "content/posts/2010-01-15-x.md"), Is.EqualTo("mine"));
        site.Write("content/posts/2010-01-15-y.md/keep.txt", "a folder of that name");
        Refuses(New(site, "post", "y"), "exists already");
    }

    [TestCase("post", "Hello", "'hello' is also the id of content/posts/2010-01-12-hello.md", TestName = "A post with the id of another")]
    [TestCase("theme", "Confiance --slug confiance", "The theme 'confiance' is also described in", TestName = "A theme with the alias of another")]
    [TestCase("page", "Archive", "The address '/archive/' is already that of", TestName = "A page with the address of another")]
    public void What_a_build_would_refuse_is_refused_before(string kind, string words, string told)
    {
        using var site = new SiteOnDisk(Site + "\n-- themes/faith.md --\n---\ntitle: Faith\naliases: confiance\n---\n");
        var before = SiteOnDisk.Contents(site.Root);
        var ran = New(site, kind, words.Split(' '));
        Refuses(ran, told);
        Assert.That(ran.Error, Does.Contain("hint: Choose another name for it: --slug <name>."));
        Assert.That(SiteOnDisk.Contents(site.Root), Is.EqualTo(before));
    }

    [TestCase("helo", "replies to 'helo', which is not in the archive.\n  hint: Did you mean 'hello'?")]
    [TestCase("hello#cc1", "replies to 'hello#cc1', which is not in the archive.\n  hint: Did you mean 'hello#c1'?")]
    public void A_post_that_answers_nothing_there_is_refused(string replyTo, string told)
    {
        using var site = new SiteOnDisk(InFolder);
        Refuses(New(site, "post", "x", "--reply-to", replyTo), told);
        Assert.That(New(site, "post", "x", "--reply-to", "hello#c1").Status, Is.Zero);
        Check(site, "2 posts, 1 comment");
    }

    [Test]
    public void A_theme_or_an_author_that_nobody_knows_is_noted()
    {
        using var site = new SiteOnDisk(Site);
        Assert.That(New(site, "post", "x", "--theme", "trsut", "--author", "Anne").Error, Is.EqualTo("""
            note: The theme 'trsut' has no file themes/trsut.md; it is listed all the same.
              hint: Did you mean 'trust'?
            note: No post is by 'Anne' yet.
              hint: Did you mean 'Ann'?

            """));
        Assert.That(New(site, "post", "y", "--theme", "trust", "--author", "ann").Error, Is.Empty);
    }

    [Test]
    public void Posts_that_are_sorted_by_year_go_on_to_be()
    {
        using var site = new SiteOnDisk(Site + "\n-- content/posts/2009/2009-05-01-old.md --\n---\ntitle: Old\n---\nText.");
        Assert.That(New(site, "post", "x").Output, Does.EndWith("/content/posts/2010/2010-01-15-x.md\n"));
    }

    [Test]
    public void A_site_with_other_folders_gets_its_files_there()
    {
        using var site = new SiteOnDisk("""
            -- content/site.yml --
            posts: _posts
            comments: src/_data/comments
            -- _posts/2010-01-12-hello.md --
            ---
            title: Hello
            ---
            Text.
            -- src/_data/comments/hello/entry1263317400.yml --
            _id: 1e552947
            name: Bob
            date: 1263317400
            message: x
            """);
        SiteOnDisk.Palabre("schema", "--write", "--root", site.Root);
        Assert.That(New(site, "post", "x").Output, Does.EndWith("/_posts/2010-01-15-x.md\n"));
        Assert.That(New(site, "comment", "--on", "hello#1e552947", "--author", "Ann", "--body", "y").Output, Does.EndWith("/src/_data/comments/hello/2010-01-15-102600-ann.yml\n"));
        Assert.That(Text(site, "src/_data/comments/hello/2010-01-15-102600-ann.yml"), Does.StartWith("# yaml-language-server: $schema=../../../../content/.schemas/comment.json\nid: "));
        Check(site, "2 posts, 2 comments");
    }

    [Test]
    public void A_comment_has_a_file_of_its_own()
    {
        using var site = new SiteOnDisk(InFolder);
        SiteOnDisk.Palabre("schema", "--write", "--root", site.Root);
        var ran = New(site, "comment", "--on", "hello#c1", "--author", "Kaëlig Dœ", "--body", "Yes: *indeed*.\r\n\r\n- 🙂\n");
        Assert.That(ran, Is.EqualTo(new Ran(0, $"{site.Root}/content/comments/hello/2010-01-15-112600-kaelig-doe.yml\n", "")));
        Assert.That(Text(site, "content/comments/hello/2010-01-15-112600-kaelig-doe.yml"), Is.EqualTo("""
            # yaml-language-server: $schema=../../.schemas/comment.json
            id: 2010-01-15-112600-kaelig-doe
            author: Kaëlig Dœ
            date: 2010-01-15T11:26:00+01:00
            replyTo: c1
            body: |
              Yes: *indeed*.

              - 🙂

            """));
        Check(site, "1 post, 2 comments");
    }

    /// <summary>Other programs read arguments from the file that follows an '@'.</summary>
    [Test]
    public void What_begins_with_an_at_sign_is_text()
    {
        using var site = new SiteOnDisk(InFolder);
        site.Write("notes", "secret");
        Assert.That(New(site, "comment", "--on", "hello", "--author", "@zoé", "--body", $"@{Path.Combine(site.Root, "notes")}").Status, Is.Zero);
        Assert.That(Directory.GetFiles(Path.Combine(site.Root, "content/comments/hello")).Select(File.ReadAllText), Has.One.Contains("author: \"@zoé\"").And.None.Contains("secret"));
        Assert.That(New(site, "post", "@zoé said so").Status, Is.Zero);
    }

    [Test]
    public void The_first_comment_of_a_post_makes_its_folder()
    {
        using var site = new SiteOnDisk(Site);
        var ran = New(site, "comment", "--on", "hello", "--author", "Bob", "--body", "x");
        Assert.That(ran.Output, Is.EqualTo($"{site.Root}/content/comments/hello/2010-01-15-112600-bob.yml\n"));
        Assert.That(ran.Error, Does.StartWith("note: content/.schemas/comment.json is not there").And.Contain("palabre schema --write"));
        Check(site, "1 post, 1 comment");
    }

    [TestCase("hello")]
    [TestCase("Hello")]
    [TestCase("2010-01-12-hello")]
    [TestCase("content/posts/2010-01-12-hello.md")]
    public void A_post_is_found_by_any_of_its_names(string name)
    {
        using var site = new SiteOnDisk(Site);
        Assert.That(New(site, "comment", "--on", name, "--author", "Bob", "--body", "x").Output, Does.Contain("/content/comments/hello/"));
    }

    [Test]
    public void Two_comments_of_one_second_have_two_ids_and_no_chance_is_in_them()
    {
        using var site = new SiteOnDisk(Site);
        string[] names = [.. Enumerable.Range(0, 3).Select(_ => New(site, "comment", "--on", "hello", "--author", "Bob", "--body", "x").Output.Trim().Split('/')[^1])];
        Assert.That(names, Is.EqualTo(["2010-01-15-112600-bob.yml", "2010-01-15-112600-bob-2.yml", "2010-01-15-112600-bob-3.yml"]));
        Check(site, "1 post, 3 comments");
    }

    [Test]
    public void A_folder_that_is_spelled_in_another_way_is_the_posts_all_the_same()
    {
        using var site = new SiteOnDisk(Site + "\n-- content/comments/Hello !/c1.yml --\nauthor: Bob\ndate: 2010-01-13\nbody: x");
        Assert.That(New(site, "comment", "--on", "hello", "--author", "Eve", "--body", "x").Output, Does.Contain("/content/comments/Hello !/"));
        Check(site, "1 post, 2 comments");
    }

    [Test]
    public void A_post_whose_name_windows_reserves_gets_a_folder_that_it_does_not()
    {
        using var site = new SiteOnDisk(Site + "\n-- content/posts/2010-01-13-con.md --\n---\ntitle: Con\n---\nText.");
        Assert.That(New(site, "comment", "--on", "con", "--author", "Eve", "--body", "x").Output, Does.Contain("/content/comments/2010-01-13-con/"));
        Check(site, "2 posts, 1 comment");
    }

    [TestCase("\n", true)]
    [TestCase("\r\n", true)]
    [TestCase("\n", false, TestName = "A list without a line end at its end")]
    public void A_comment_joins_the_list_that_holds_the_others_and_no_other_byte_changes(string end, bool isEnded)
    {
        using var site = new SiteOnDisk(InList);
        var list = Text(site, "content/comments/hello.yml").TrimEnd('\n').ReplaceLineEndings(end) + (isEnded ? end : "");
        site.Write("content/comments/hello.yml", list);
        var ran = New(site, "comment", "--on", "hello#c1", "--author", "Eve", "--body", "Two.\n\nLines.");
        Assert.That(ran, Is.EqualTo(new Ran(0, $"{site.Root}/content/comments/hello.yml\n", "")));
        Assert.That(Text(site, "content/comments/hello.yml"), Is.EqualTo(list + (isEnded ? "" : end) + """

            - id: 2010-01-15-112600-eve
              author: Eve
              date: 2010-01-15T11:26:00+01:00
              replyTo: c1
              body: |
                Two.

                Lines.

            """.ReplaceLineEndings(end)));
        Check(site, "1 post, 2 comments");
    }

    [TestCase("- id: c1\n  date: 2010-01-13\n  author: B\n  body: x\n- id: c2\n  date: 2010-01-13\n  author: B\n  body: y\n", "- id: ", TestName = "Items without blank lines between them")]
    [TestCase("  - id: c1\n    date: 2010-01-13\n    author: B\n    body: x\n", "\n  - id: ", TestName = "A list that is indented")]
    [TestCase("-\n  id: c1\n  date: 2010-01-13\n  author: B\n  body: |+\n    x\n\n\n", "\n- id: ", TestName = "A text that keeps its blank lines")]
    [TestCase("[{id: c1, date: 2010-01-13, author: B, body: x}]\n", "---\nid: ", TestName = "A list between brackets")]
    [TestCase("id: c1\ndate: 2010-01-13\nauthor: B\nbody: x\n---\nid: c2\ndate: 2010-01-13\nauthor: B\nbody: y\n", "---\nid: ", TestName = "Several documents")]
    [TestCase("id: c1\ndate: 2010-01-13\nauthor: B\nbody: |\n  x", "\n---\nid: ", TestName = "One document without a line end")]
    [TestCase("- id: c1\n  date: 2010-01-13\n  author: B\n  body: x\n...\n", "---\nid: ", TestName = "A document that is ended")]
    [TestCase("# a list\n--- # of comments\n- id: c1\n  date: 2010-01-13\n  author: B\n  body: x\n# the end\n", "\n- id: ", TestName = "Remarks around the list")]
    [TestCase("\uFEFF- id: c1\n  date: 2010-01-13\n  author: B\n  body: x\n", "\n- id: ", TestName = "A byte-order mark")]
    public void Whatever_way_a_list_is_written_a_comment_can_join_it(string list, string added)
    {
        using var site = new SiteOnDisk(Site);
        site.Write("content/comments/hello.yml", list);
        var before = Read(site).Comments.Single();
        var ran = New(site, "comment", "--on", "hello", "--author", "Eve", "--body", "z");
        Assert.That(ran.Status, Is.Zero, ran.Error);
        Assert.That(Text(site, "content/comments/hello.yml"), Does.StartWith(list.TrimStart('\uFEFF') + added));
        var after = Read(site).Comments.Single();
        Assert.That(after.Where(c => c.Id != "2010-01-15-112600-eve").Select(c => (c.Id, c.Body)), Is.EqualTo(before.Select(c => (c.Id, c.Body))));
        Assert.That(after.Single(c => c.Id == "2010-01-15-112600-eve").Body.ToString(), Is.EqualTo("z"));
    }

    [Test]
    public void A_list_that_cannot_be_read_is_left_alone()
    {
        using var site = new SiteOnDisk(InList);
        // The one comment is in a folder for the year; its name is its file's, as long as it is alone there.
        File.Delete(Path.Combine(site.Root, "content/comments/hello.yml"));
        site.Write("content/comments/2010/hello.yml", "author: Bob\ndate: 2010-01-13\nbody: x\n");
        Refuses(New(site, "comment", "--on", "hello", "--author", "Eve", "--body", "x"), "would change what it holds");
        Assert.That(Text(site, "content/comments/2010/hello.yml"), Is.EqualTo("author: Bob\ndate: 2010-01-13\nbody: x\n"));
    }

    [TestCase("helo", "No post of the site is called 'helo'.\n  hint: Did you mean 'hello'?")]
    [TestCase("zebra", "No post of the site is called 'zebra'.\n  hint: Name it by its id, its slug or its file.")]
    [TestCase("hello#cc1", "replies to 'cc1', which is not in the archive.\n  hint: Did you mean 'c1'?")]
    [TestCase("../hello#../c1", "replies to '../c1', which is not in the archive.")]
    public void A_comment_on_nothing_is_refused(string on, string told)
    {
        using var site = new SiteOnDisk(InFolder);
        var before = SiteOnDisk.Contents(site.Root);
        Refuses(New(site, "comment", "--on", on, "--author", "Eve", "--body", "x"), told);
        Assert.That(SiteOnDisk.Contents(site.Root), Is.EqualTo(before));
    }

    [Test]
    public void What_is_piped_in_is_the_text()
    {
        using var site = new SiteOnDisk(Site);
        var ran = SiteOnDisk.Palabre(new Terminal(() => null, () => new StringReader("From a\npipe.\n")), "new", "comment", "--on", "hello", "--author", "Eve", "--root", site.Root, "--now", Now);
        Assert.That(ran.Status, Is.Zero, ran.Error);
        Assert.That(Read(site).Comments.Single().Single().Body.ToString(), Is.EqualTo("From a\npipe."));
    }

    [Test]
    public void What_is_missing_is_told_line_by_line_and_never_asked_where_nobody_is()
    {
        using var site = new SiteOnDisk(Site);
        var empty = new Terminal(() => null, () => new StringReader(" \n"));
        Assert.That(SiteOnDisk.Palabre(empty, "new", "comment", "--root", site.Root), Is.EqualTo(new Ran(2, "", """
            palabre: new comment needs what it answers: --on <post> or --on <post>#<comment>.
            palabre: new comment needs who wrote it: --author <name>.
            palabre: new comment needs what was said: --body <text>, or a text piped in.
              hint: palabre new comment --on hello --author "Jane Doe" --body "I agree."

            """)));
        foreach (var kind in new[] { "post", "theme", "author", "page" })
            Refuses(New(site, kind), $"new {kind} needs a {(kind == "author" ? "name" : "title")}.\n  hint: palabre new {kind} ");
    }

    [Test]
    public void On_a_terminal_a_person_is_asked()
    {
        using var site = new SiteOnDisk(Site);
        using var console = new TestConsole();
        console.Interactive();
        var terminal = new Terminal(() => console, () => null);
        console.Input.PushTextWithEnter("What [now]?");
        var post = SiteOnDisk.Palabre(terminal, "new", "post", "--root", site.Root, "--now", Now);
        Assert.That(post, Is.EqualTo(new Ran(0, $"{site.Root}/content/posts/2010-01-15-what-now.md\n", "")));

        console.Input.PushKey(ConsoleKey.Enter); // the latest post
        console.Input.PushTextWithEnter("Eve");
        console.Input.PushTextWithEnter("");
        var comment = SiteOnDisk.Palabre(terminal, "new", "comment", "--root", site.Root, "--now", Now);
        Assert.That(comment.Output, Is.EqualTo($"{site.Root}/content/comments/what-now/2010-01-15-112600-eve.yml\n"));
        Assert.That(console.Output, Does.Contain("What [now]? (what-now)"));
        Assert.That(Text(site, "content/comments/what-now/2010-01-15-112600-eve.yml"), Does.Contain("\nstatus: pending\nbody: |\n  …\n"), "not published before it is written");
        Check(site, "2 posts, 0 comments");
    }

    [Test]
    public void Themes_authors_and_pages_are_made_alike()
    {
        using var site = new SiteOnDisk(Site);
        SiteOnDisk.Palabre("schema", "--write", "--root", site.Root);
        Assert.That(New(site, "theme", "La confiance", "--description", "Ce qui tient.", "--parent", "Trust"), Is.EqualTo(new Ran(0, $"{site.Root}/themes/la-confiance.md\n", "")));
        Assert.That(Text(site, "themes/la-confiance.md"), Is.EqualTo("---\ntitle: La confiance\ndescription: Ce qui tient.\nparent: trust\n---\n\n"));
        Assert.That(New(site, "author", "Jane", "Doe", "--alias", "jd", "--alias", "J. D.", "--url", "https://example.org/", "--bio", "Writes."), Is.EqualTo(new Ran(0, $"{site.Root}/content/authors/jane-doe.yml\n", "")));
        Assert.That(Text(site, "content/authors/jane-doe.yml"), Is.EqualTo(
            "# yaml-language-server: $schema=../.schemas/author.json\nname: Jane Doe\naliases:\n  - jd\n  - J. D.\nurl: https://example.org/\nbio: Writes.\n"));
        Assert.That(New(site, "page", "À propos", "--language", "fr"), Is.EqualTo(new Ran(0, $"{site.Root}/content/pages/a-propos.md\n", "")));
        Assert.That(Text(site, "content/pages/a-propos.md"), Is.EqualTo("---\ntitle: À propos\nlanguage: fr\n---\n\n"));
        Check(site, "1 post");
        foreach (var (kind, name) in new[] { ("theme", "La Confiance"), ("author", "Jane Doe"), ("page", "A propos") })
            Refuses(New(site, kind, name), "exists already, and stays as it is.");
    }

    [TestCase("theme", "CON", "Windows reserves the name 'con'")]
    [TestCase("author", "nul", "Windows reserves the name 'nul'")]
    [TestCase("page", "Lpt1", "Windows reserves the name 'lpt1'")]
    [TestCase("author", "Eve --url javascript:alert(1)", "'javascript:alert(1)', under 'url', is not a whole http or https address.")]
    [TestCase("theme", "x --parent truts", "The parent 'truts' of 'x' is no theme.\n  hint: Did you mean 'trust'?")]
    [TestCase("page", "x --language français", "'français'")]
    public void What_would_not_be_published_as_written_is_refused(string kind, string words, string told)
    {
        using var site = new SiteOnDisk(Site);
        var before = SiteOnDisk.Contents(site.Root);
        Refuses(New(site, kind, words.Split(' ')), told);
        Assert.That(SiteOnDisk.Contents(site.Root), Is.EqualTo(before));
    }

    [Test]
    public void A_folder_that_leads_out_of_the_site_is_not_written_to()
    {
        using SiteOnDisk site = new(Site), other = new("");
        Directory.CreateSymbolicLink(Path.Combine(site.Root, "content/pages"), Path.Combine(other.Root, "content"));
        var ran = New(site, "page", "x");
        Assert.That((ran.Status, ran.Output), Is.EqualTo((2, "")));
        Assert.That(ran.Error, Does.StartWith("palabre: ").And.Contains("hint: "));
        Assert.That(SiteOnDisk.Contents(other.Root), Has.Length.EqualTo(1));
    }

    [Test]
    public void A_folder_that_cannot_be_made_is_the_machines_fault_in_one_line()
    {
        using var site = new SiteOnDisk(Site);
        site.Write("content/pages", "a file");
        var ran = New(site, "page", "x");
        Assert.That((ran.Status, ran.Output), Is.EqualTo((3, "")));
        Assert.That(ran.Error, Does.Match("^palabre: [^\n]+\n$"));
    }

    [Test]
    public void Without_a_site_or_with_wrong_settings_nothing_is_written()
    {
        using var site = new SiteOnDisk(Site);
        Refuses(SiteOnDisk.Palabre("new", "post", "x", "--root", Path.Combine(site.Root, "themes")), "themes/content/site.yml: There is no such file");
        site.Write("content/site.yml", "title: x\ntimeZone: Europe/Pariss\n");
        Refuses(New(site, "post", "x"), "content/site.yml:2:11: 'Europe/Pariss' is not a time zone.\n  hint: Did you mean 'Europe/Paris'?");
    }

    [TestCase("poste", "new cannot make 'poste'.\n  hint: Did you mean 'post'?")]
    [TestCase(null, "new needs to know what.\n  hint: palabre new post|comment|theme|author|page …")]
    public void A_kind_that_it_does_not_know_is_told(string? kind, string told) =>
        Refuses(SiteOnDisk.Palabre(kind is null ? ["new"] : ["new", kind, "x"]), told);

    [Test]
    public void Settings_with_windows_line_ends_are_settings()
    {
        using var site = new SiteOnDisk(Site);
        foreach (var path in new[] { "content/site.yml", "content/posts/2010-01-12-hello.md" }) site.Write(path, Text(site, path).ReplaceLineEndings("\r\n"));
        Assert.That(New(site, "comment", "--on", "hello", "--author", "Eve", "--body", "a\r\nb").Status, Is.Zero);
        Assert.That(Read(site).Comments.Single().Single().Body.ToString(), Is.EqualTo("a\nb"));
    }

    private static Ran New(SiteOnDisk site, string kind, params string[] words) =>
        SiteOnDisk.Palabre(["new", kind, .. words, "--root", site.Root, "--now", Now]) is var ran ? ran with { Output = ran.Output.Replace('\\', '/') } : ran;

    private static string Text(SiteOnDisk site, string path) => File.ReadAllText(Path.Combine(site.Root, path));

    private static void Refuses(Ran ran, string told)
    {
        Assert.That((ran.Status, ran.Output), Is.EqualTo((2, "")), ran.Error);
        Assert.That(ran.Error, Does.StartWith("palabre: ").And.Contain(told));
        Assert.That(ran.Error, Does.Not.Contain("   at "));
    }

    private static Archive Read(SiteOnDisk site)
    {
        var (opened, _) = SiteOpening.Open(new(site.Root), site.Root);
        return ArchiveReader.Read(opened!.Files, opened.Settings.Value, new(DateTimeOffset.MaxValue) { Drafts = true }).Value;
    }

    private static void Check(SiteOnDisk site, string summary, params string[] options)
    {
        var ran = SiteOnDisk.Palabre(["check", site.Root, "--strict", "--now", "2010-06-01", .. options]);
        Assert.That(ran.Status, Is.Zero, ran.Output);
        Assert.That(ran.Output, Does.Contain(summary));
    }
}
