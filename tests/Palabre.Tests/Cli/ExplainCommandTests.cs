using System.Text.Json;
using Palabre.Tests.Support;

namespace Palabre.Tests.Cli;

public sealed class ExplainCommandTests
{
    private const string Drawing = """
        -- content/site.yml --
        title: Test
        baseUrl: https://example.org/archive
        -- content/posts/2010-01-12-trust.md --
        ---
        title: Trust
        author: Aude
        tags: [Confiance]
        mood: mild
        aliases: [/old/]
        ---
        Text.
        -- content/posts/2010-02-01-answer.md --
        ---
        title: Answer
        replyTo: trust#c2
        ---
        Text.
        -- content/posts/2010-02-02-draft.md --
        ---
        title: Draft
        draft: true
        ---
        Text.
        -- content/comments/trust/c1.yml --
        name: Ben
        date: 2010-01-13
        body: One.
        -- content/comments/trust/dsq-7.yml --
        author: Ben
        date: 2010-01-14 11:26
        replyTo: c1.yml
        body: Two.
        -- content/comments/trust/c2.yml --
        author: Cid
        date: 2010-01-15
        replyTo: 7
        body: Three.
        -- content/comments/trust/c3.yml --
        author: Cid
        date: 2010-01-16
        replying_to: 1
        body: Four.
        -- content/comments/trust/c4.yml --
        author: Cid
        date: 2010-01-17
        replyTo: nobody
        body: Five.
        -- content/comments/answer.yml --
        - { id: a1, author: Dan, date: 2010-02-03, body: Six. }
        - { id: a2, author: Dan, date: 2010-02-04, body: Seven., status: pending }
        -- content/authors/ben.yml --
        name: Ben
        aliases: [Benoît]
        -- themes/confiance.md --
        ---
        title: La confiance
        ---
        """;

    [TestCase("c1", "It names nothing: it answers the post itself.")]
    [TestCase("dsq-7", "It names 'c1.yml' (content/comments/trust/dsq-7.yml:3:10), the name of its file (rule 2).")]
    [TestCase("c2", "It names '7' (content/comments/trust/c2.yml:3:10), its id but for a prefix of another system (rule 3).")]
    [TestCase("c3", "It names '1' (content/comments/trust/c3.yml:3:14), its number among the comments that answer the post, in the order of their files (rule 4).")]
    [TestCase("c4", "It names 'nobody' (content/comments/trust/c4.yml:3:10), which is not published: a placeholder stands in its place (rule 6).")]
    [TestCase("trust", "It names nothing: it opens a discussion.")]
    [TestCase("answer", "It names 'trust#c2' (content/posts/2010-02-01-answer.md:3:10), its exact id (rule 1).")]
    public void Says_what_an_entry_answers_and_by_which_rule(string id, string why)
    {
        using var site = new SiteOnDisk(Drawing);
        Assert.That(Facts(site, id, "answers").Single().Text, Is.EqualTo(why));
    }

    [TestCase("trust")]
    [TestCase("content/posts/2010-01-12-trust.md")]
    [TestCase("/2010/01/trust/")]
    [TestCase("/2010/01/trust")]
    [TestCase("/archive/2010/01/trust/index.html")]
    [TestCase("https://example.org/archive/2010/01/trust/")]
    public void Finds_a_post_by_its_id_its_file_and_its_address(string named)
    {
        using var site = new SiteOnDisk(Drawing);
        Assert.That(Subjects(site, named), Is.EqualTo(["post trust"]));
    }

    [TestCase("c3", "comment c3 of trust")]
    [TestCase("trust#c3", "comment c3 of trust")]
    [TestCase("https://example.org/archive/2010/01/trust/#c-c3", "comment c3 of trust")]
    [TestCase("content/comments/trust/c3.yml", "comment c3 of trust")]
    [TestCase("content/comments/trust/c3.yml:2", "comment c3 of trust")]
    [TestCase("content/comments/answer.yml", "comment a1 of answer", "comment a2 of answer")]
    [TestCase("content/comments/answer.yml:2", "comment a2 of answer")]
    [TestCase("Benoît", "author ben")]
    [TestCase("/authors/ben/", "author ben")]
    [TestCase("Confiance", "theme confiance")]
    [TestCase("themes/confiance.md", "theme confiance")]
    [TestCase("/old/", "page /old/")]
    [TestCase("content/site.yml", "file content/site.yml")]
    [TestCase("/archive/2010/", "page /archive/2010/")]
    [TestCase("/atom.xml", "file /archive/atom.xml")]
    [TestCase("https://example.org/archive/atom.xml", "file /archive/atom.xml")]
    [TestCase("/archive/sitemap.xml", "file /archive/sitemap.xml")]
    public void Finds_everything_that_has_a_name(string named, params string[] subjects)
    {
        using var site = new SiteOnDisk(Drawing);
        Assert.That(Subjects(site, named), Is.EqualTo(subjects));
    }

    [TestCase("/2010/02/answer/#c-a2", "comment a2 of answer", TestName = "A comment that waits is found at the place that it would have")]
    [TestCase("/2010/01/trust/#themes", "page /2010/01/trust/", TestName = "An anchor of the page's own leads to the page")]
    public void Finds_what_an_anchor_means(string named, string subject)
    {
        using var site = new SiteOnDisk(Drawing);
        Assert.That(Subjects(site, named), Is.EqualTo([subject]));
    }

    [TestCase("/archive/media/%C3%A9t%C3%A9.png?x#y")]
    [TestCase("https://example.org/archive/media/été.png")]
    public void Finds_a_file_by_its_address_as_browsers_copy_it(string address)
    {
        using var site = new SiteOnDisk(Drawing + "\n-- content/media/été.png --\nx\n");
        Assert.That(Subjects(site, address), Is.EqualTo(["file /archive/media/%C3%A9t%C3%A9.png"]));
    }

    [Test]
    public void The_anchor_of_a_comment_that_is_not_there_is_not_passed_over()
    {
        using var site = new SiteOnDisk(Drawing);
        var ran = SiteOnDisk.Palabre("explain", "/2010/01/trust/#c-c99", site.Root);
        Assert.That(ran.Status, Is.EqualTo(2));
        Assert.That(ran.Error, Does.StartWith("palabre: There is no file, address, id, theme or author '/2010/01/trust/#c-c99'"));
    }

    [Test]
    public void The_ledger_is_not_said_to_be_for_people()
    {
        using var site = new SiteOnDisk(Drawing + "\n-- content/addresses.txt --\n/2010/01/trust/\tcontent/posts/2010-01-12-trust.md\n");
        Assert.That(Facts(site, "content/addresses.txt", "became").Single().Text, Is.EqualTo("the ledger: the addresses that must not be lost"));
    }

    [Test]
    public void Tells_what_was_read_what_it_became_and_where_it_is_shown()
    {
        using var site = new SiteOnDisk(Drawing);
        var ran = SiteOnDisk.Palabre("explain", "trust", site.Root);
        Assert.That(Squeezed(ran.Output), Is.EqualTo(Squeezed("""
            post trust (content/posts/2010-01-12-trust.md:1:1)
              read from
                title      Trust, line 2
                author     Aude, line 3
                tags       Confiance (read as 'themes'), line 4
                mood       mild (not a key of Palabre: kept for templates), line 5
                aliases    /old/, line 6
                file name  2010-01-12-trust
              became
                id       trust
                date     2010-01-12 (a day, without a time)
                authors  Aude
                title    Trust
                slug     trust
                themes   confiance
                format   markdown
                text     5 characters
              answers
                nothing  It names nothing: it opens a discussion.
              shown on
                /archive/2010/01/trust/                its one canonical place
                /archive/2010/01/trust/chronological/  the same page in the order of time
                /archive/discussions/trust/            its discussion of several posts
                /archive/discussions/trust/chronological/  that discussion in the order of time
                /archive/themes/confiance/             its theme
                /archive/authors/aude/                 its author
                /archive/archive/2010/01/              the archive of its month
                /old/                                  an alias, which forwards to it
              reported
                note PAL1040  line 5: 'mood' is not a key of a post; it is kept for templates under extra.
            """)));
    }

    [Test]
    public void Says_why_something_is_not_published()
    {
        using var site = new SiteOnDisk(Drawing);
        Assert.That(Facts(site, "draft", "not published").Single().Text, Does.StartWith("It is a draft."));
        Assert.That(Facts(site, "a2", "not published").Single().Text, Does.StartWith("It waits for an editor"));
    }

    [Test]
    public void Of_a_file_that_became_nothing_it_says_what_is_wrong_with_it()
    {
        using var site = new SiteOnDisk(Drawing).Write("content/comments/trust/c9.yml", "author: Dan\nbody: When?\n");
        Assert.That(Facts(site, "content/comments/trust/c9.yml", "became").Single().Text, Is.EqualTo("read, and nothing came of it"));
        Assert.That(Facts(site, "content/comments/trust/c9.yml", "reported").Single().Label, Is.EqualTo("error PAL1049"));
    }

    [Test]
    public void A_file_is_found_from_the_folder_one_stands_in()
    {
        using var site = new SiteOnDisk(Drawing);
        Assert.That(Subjects(site, Path.Combine(site.Root, "content/comments/trust/c3.yml:1")), Is.EqualTo(["comment c3 of trust"]));
    }

    [TestCase("trsut", "  hint: Did you mean 'trust'?\n")]
    [TestCase("/2010/01/nowhere/", "  hint: palabre list posts (comments, themes, authors, addresses) tells what there is.\n")]
    public void What_nobody_knows_is_a_wrong_use(string named, string hint)
    {
        using var site = new SiteOnDisk(Drawing);
        var ran = SiteOnDisk.Palabre("explain", named, site.Root);
        Assert.That(ran, Is.EqualTo(new Ran(2, "", $"palabre: There is no file, address, id, theme or author '{named}' in this archive.\n{hint}")));
    }

    private static string[] Subjects(SiteOnDisk site, string named)
    {
        using var json = Json(site, named);
        return [.. json.RootElement.EnumerateArray().Select(e => e.GetProperty("subject").GetString()!)];
    }

    private static (string Label, string Text)[] Facts(SiteOnDisk site, string named, string group)
    {
        using var json = Json(site, named);
        return [.. json.RootElement[0].GetProperty(group).EnumerateArray()
            .Select(f => (f.GetProperty("label").GetString()!, f.GetProperty("text").GetString()!))];
    }

    private static JsonDocument Json(SiteOnDisk site, string named)
    {
        var ran = SiteOnDisk.Palabre("explain", named, site.Root, "--format", "json");
        Assert.That(ran.Status, Is.Zero, ran.Error);
        return JsonDocument.Parse(ran.Output);
    }

    private static string Squeezed(string text) => string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
