using System.Text;
using Palabre.Diagnostics;
using Palabre.Mending;
using Palabre.Tests.Support;

namespace Palabre.Tests.Mending;

public sealed class AnonymiserTests
{
    private const string Site = """
        -- content/site.yml --
        title: T
        author: Jane Doe
        -- content/posts/2010-01-12-hello.md --
        ---
        title: Hello
        author: [Bob, "Jané Doe"] # both
        relayed:
          by: jane-doe
        ---
        Thanks to Jane Doe for this.
        -- content/posts/2010-02-12-draft.md --
        ---
        title: Draft
        author: J. D.
        draft: true
        ---
        -- content/comments/hello.yml --
        - name: J. D.
          date: 2010-01-13
          email: jane@example.org
          website: https://example.org/jane
          avatar: media/jane.png
          message: |
            Mine.
        - id: b
          author: Bob
          date: 2010-01-14
          replyTo: 2010-01-13-j-d
          body: Jane, you were right.
        -- content/comments/draft/x.yml --
        author: Jane Doe
        date: 2010-02-13
        status: pending
        body: x
        -- content/posts/2010-03-01-answer.md --
        ---
        title: Answer
        author: Bob
        replyTo: hello#2010-01-13-j-d
        ---
        -- content/authors/jane-doe.yml --
        name: Jane Doe
        aliases: [J. D.]
        avatar: media/portrait.png
        -- content/media/jane.png --
        -- content/media/portrait.png --
        """;

    [Test]
    public void The_name_goes_wherever_entries_bear_it()
    {
        var site = Text(Anonymise(Site, "jane-doe").Mended!);
        Assert.That(site["content/site.yml"], Is.EqualTo("title: T\nauthor: Anonyme 1\n"));
        Assert.That(site["content/posts/2010-01-12-hello.md"], Does.StartWith("---\ntitle: Hello\nauthor: [Bob, \"Anonyme 1\"] # both\nrelayed:\n  by: Anonyme 1\n---\n"));
        Assert.That(site["content/posts/2010-02-12-draft.md"], Does.Contain("author: Anonyme 1\n"));
        Assert.That(site["content/comments/draft/x.yml"], Does.Contain("author: Anonyme 1\n"));
        Assert.That(site, Does.Not.ContainKey("content/authors/jane-doe.yml"));
    }

    [Test]
    public void What_leads_to_them_goes_and_replies_follow_an_id_that_was_made_of_the_name()
    {
        var site = Text(Anonymise(Site, "jane-doe").Mended!);
        Assert.That(site["content/comments/hello.yml"], Is.EqualTo("""
            - name: Anonyme 1
              date: 2010-01-13
              message: |
                Mine.
            - id: b
              author: Bob
              date: 2010-01-14
              replyTo: 2010-01-13-anonyme-1
              body: Jane, you were right.

            """.ReplaceLineEndings("\n")));
        Assert.That(site["content/posts/2010-03-01-answer.md"], Does.Contain("replyTo: hello#2010-01-13-anonyme-1\n"));
    }

    [Test]
    public void An_id_that_Palabre_made_of_the_name_goes_from_its_file_and_from_the_name_of_that()
    {
        var mended = Anonymise(Site + """

            -- content/comments/hello/2010-01-15-112600-jane-doe-2.yml --
            id: 2010-01-15-112600-jane-doe-2
            author: Jane Doe
            date: 2010-01-15T11:26:00Z
            body: Mine, too.
            -- content/comments/hello/2010-01-15-jane-doe-writes.yml --
            id: 2010-01-15-jane-doe-writes
            author: Jane Doe
            date: 2010-01-15
            body: Of an id that was chosen.
            -- content/comments/hello/z.yml --
            author: Bob
            date: 2010-01-16
            replyTo: 2010-01-15-112600-jane-doe-2
            body: Well.
            """, "jane-doe").Mended!;
        var site = Text(mended);
        Assert.That(site["content/comments/hello/2010-01-15-112600-anonyme-1-2.yml"], Is.EqualTo("id: 2010-01-15-112600-anonyme-1-2\nauthor: Anonyme 1\ndate: 2010-01-15T11:26:00Z\nbody: Mine, too.\n"));
        Assert.That(site["content/comments/hello/z.yml"], Does.Contain("replyTo: 2010-01-15-112600-anonyme-1-2\n"));
        Assert.That(site.Keys, Has.None.Contains("112600-jane").And.Contain("content/comments/hello/2010-01-15-jane-doe-writes.yml"));
        Assert.That(mended.Left.Select(l => l.ToString()), Has.Some.StartsWith("content/comments/hello/2010-01-15-jane-doe-writes.yml:1:"));
    }

    [Test]
    public void The_archive_is_as_sound_as_before()
    {
        var build = SiteText.Prepare(Anonymise(Site, "jane-doe").Mended!.Site);
        Assert.That(build.Diagnostics.Where(d => d.Severity > Severity.Note).Select(d => d.Code), Is.EqualTo(["PAL1053"]).Or.Empty);
        Assert.That(build.Pages.Select(p => p.Address.Path), Does.Contain("/authors/anonyme-1/").And.None.Contain("jane"));
    }

    [Test]
    public void What_others_wrote_and_what_shows_them_is_told() => Assert.That(
        Anonymise(Site, "jane-doe").Mended!.Left.Select(l => l.ToString()), Is.EqualTo(
        [
            "content/media/jane.png: a picture of this author; delete it if it shows them",
            "content/media/portrait.png: a picture of this author; delete it if it shows them",
            "content/posts/2010-01-12-hello.md:7:11: the name stands here",
        ]));

    [Test]
    public void What_may_tell_who_they_are_is_for_an_editor_to_look_at() => Assert.That(
        Anonymise("""
            -- content/posts/2010-01-12-hello.md --
            More on [her page](http://www.jane.example/about/) and https://jane.example.
            -- content/comments/hello/c1.yml --
            author: Jane Doe
            date: 2010-01-13
            url: https://jane.example/about
            source: {system: forum, id: "7", url: "https://forum.example/jane/7"}
            extra: {town: Lyon}
            phonetics: dʒeɪn
            body: Mine.
            -- content/comments/hello/c2.yml --
            {author: Bob, date: 2010-01-13, extra: {town: Nice}, body: Not mine.}
            -- content/media/card.svg --
            <svg xmlns="http://www.w3.org/2000/svg"><text>Jane Doe</text></svg>
            """, "jane-doe").Mended!.Left.Select(l => l.ToString()), Is.EqualTo(
        [
            "content/comments/hello/c1.yml: 'source' of 'c1' may tell who they are; take it out if it does",
            "content/comments/hello/c1.yml: 'extra' of 'c1' may tell who they are; take it out if it does",
            "content/comments/hello/c1.yml: 'phonetics' of 'c1' may tell who they are; take it out if it does",
            "content/media/card.svg:1:47: the name stands here",
            "content/posts/2010-01-12-hello.md:1:31: an address of theirs stands here",
        ]));

    [TestCase("Thanks to Jane\nDoe.", "7:11")]
    [TestCase("> Jane\n> Doe said so.", "7:3")]
    [TestCase("Jane&nbsp;Doe, J&#97;ne&#x20;D&#111;e", "7:1", "7:16")]
    [TestCase("**Jane** _Doe_", "7:3")]
    [TestCase("<b>Jane</b> <i>D&#111;e</i> said <a title=\"Jane Doe\">so</a>.", "7:4", "7:44")]
    [TestCase("Jane <jane@doe.example> Doe", "7:1", "7:7")]
    [TestCase("Jane.\n\nDoe.")]
    [TestCase("Jane D&oe; &Jane; &#74;;ane Doe")]
    public void A_name_is_found_however_it_is_set(string text, params string[] places) => Assert.That(
        Anonymise(Site + $"\n-- content/posts/2010-01-13-other.md --\n---\ntitle: Other\nauthor: Bob\n---\n\n\n{text}\n", "jane-doe").Mended!.Left.Select(l => l.ToString())
            .Where(l => l.Contains("other.md", StringComparison.Ordinal)),
        Is.EqualTo(places.Select(place => $"content/posts/2010-01-13-other.md:{place}: the name stands here")));

    [Test]
    public void The_first_number_that_nobody_has_is_taken() => Assert.That(
        Text(Anonymise(Site.Replace("Bob", "Anonyme 1", StringComparison.Ordinal), "jane-doe").Mended!)["content/site.yml"], Does.Contain("author: Anonyme 2"));

    [Test]
    public void A_pseudonym_may_be_chosen() =>
        Assert.That(Text(Anonymise(Site, "jane-doe", "La voisine: elle").Mended!)["content/site.yml"], Does.Contain("author: \"La voisine: elle\""));

    [Test]
    public void The_name_of_somebody_else_is_no_pseudonym() =>
        Assert.That(Anonymise(Site, "jane-doe", "Bob").Refusal!.Text, Is.EqualTo("'Bob' is the name of an author already: 'Bob'."));

    [Test]
    public void Who_comes_back_may_have_the_number_that_they_had()
    {
        var site = Site.Replace("Bob", "Anonyme 1", StringComparison.Ordinal);
        Assert.That(Text(Anonymise(site, "jane-doe", "Anonyme 1").Mended!)["content/site.yml"], Does.Contain("author: Anonyme 1"));
        Assert.That(Anonymise(site + "\n-- content/authors/anonyme-1.yml --\nname: Anonyme 1\n", "jane-doe", "Anonyme 1").Refusal, Is.Not.Null, "somebody chose to be called so");
    }

    [Test]
    public void A_file_that_cannot_be_read_may_hold_the_name()
    {
        var refusal = Anonymise(Site + "\n-- content/comments/hello/z.yml --\nauthor: \"Jane\n", "jane-doe").Refusal!;
        Assert.That(refusal.IsOfContent, Is.True);
        Assert.That(refusal.Text, Does.StartWith("content/comments/hello/z.yml:1:9 cannot be read, and may hold the name: "));
    }

    private static (Mended? Mended, AuthorRefusal? Refusal) Anonymise(string site, string named, string? pseudonym = null)
    {
        var files = SiteText.Files(site);
        return Anonymiser.Anonymise(files, SiteText.Read(files), named, pseudonym, "Anonyme");
    }

    private static Dictionary<string, string> Text(Mended mended) =>
        mended.Site.Files.ToDictionary(f => f.Path, f => Encoding.UTF8.GetString(mended.Site.Read(f).Bytes.Span));
}
