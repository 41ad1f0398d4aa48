using Palabre.Model;
using Palabre.Tests.Support;

namespace Palabre.Tests.Site;

/// <summary>Content that once stopped a build, was lost, or was published against its editor's will.</summary>
public sealed class PreciousContentTests
{
    private const string Post = """
        -- content/site.yml --
        title: A
        baseUrl: https://example.org
        -- content/posts/2010-01-12-hello.md --
        ---
        title: Hello
        ---
        Text.
        """;

    [TestCase("two", "`<p id=\"post\">`", TestName = "Code that looks like the post's place")]
    [TestCase("two", "`<p id=\"c-two\">`", TestName = "Code that looks like the comment's own place")]
    [TestCase("one-fn.1", "Words.", TestName = "An id that looks like another comment's footnote")]
    public void No_words_of_a_comment_can_pass_for_the_place_of_an_entry(string id, string body)
    {
        using var site = new SiteOnDisk($"""
            {Post}
            -- content/comments/hello/a.yml --
            id: one
            author: A
            date: 2010-01-13
            body: "Words[^1].\n\n[^1]: A note."
            -- content/comments/hello/b.yml --
            id: {id}
            author: B
            date: 2010-01-14
            body: '{body}'
            """);
        Assert.That(site.Run("build").Status, Is.Zero);
    }

    [TestCase("date: [2010-01-13]")]
    [TestCase("date: {y: 2010}")]
    public void An_entry_whose_date_is_no_text_fails_the_build(string date) => Assert.That(
        SiteText.Read($"{Post}\n-- content/comments/hello/a.yml --\nauthor: A\n{date}\nbody: Words.").Codes(), Does.Contain("PAL1034"));

    [TestCase("status: deleted")]
    [TestCase("status: [spam]")]
    [TestCase("approved: nein")]
    public void A_comment_that_may_have_been_taken_down_waits(string line) => Assert.That(
        SiteText.Read($"{Post}\n-- content/comments/hello/a.yml --\nauthor: A\ndate: 2010-01-13\n{line}\nbody: Words.").Value.Withheld.Single().Reason,
        Is.EqualTo(WithheldReason.Pending));

    [Test]
    public void A_draft_in_another_language_is_a_draft() => Assert.That(
        SiteText.Read(Post.Replace("title: Hello", "title: Hello\ndraft: oui", StringComparison.Ordinal)).Value.Withheld.Single().Reason,
        Is.EqualTo(WithheldReason.Draft));

    [Test]
    public void Links_lead_to_feeds_and_to_media_with_escaped_names()
    {
        var text = SiteText.Prepare(Post.Replace("Text.", "[Feed](/atom.xml) ![A](/media/mon%20image.png)", StringComparison.Ordinal)
            + "\n-- content/media/mon image.png --").Text("2010/01/hello/index.html");
        Assert.That(text, Does.Contain("href=\"/atom.xml\">Feed</a>").And.Contain("src=\"/media/mon%20image.png\""));
    }

    [Test, CancelAfter(20_000)]
    public void A_path_of_megabytes_is_no_picture() =>
        Assert.That(MediaPath.TryParse(string.Concat(Enumerable.Repeat("../", 1_700_000))), Is.Null);

    [Test]
    public void Null_is_nothing_where_no_name_stands() => Assert.That(
        SiteText.Prepare(Post.Replace("title: Hello", "title: Hello\npermalink: null\nsummary: ~\nimage: null", StringComparison.Ordinal))
            .Files.Select(f => f.Path), Does.Contain("2010/01/hello/index.html"));

    [Test]
    public void Feeds_name_authors_as_pages_do() => Assert.That(
        SiteText.Prepare(Post.Replace("title: Hello", "title: Hello\nauthor: claire-d", StringComparison.Ordinal)
            + "\n-- content/authors/claire-d.yml --\nname: Claire Delmas").Text("atom.xml"), Does.Contain("<name>Claire Delmas</name>"));

    [Test]
    public void Check_says_of_a_look_what_build_says()
    {
        using var site = new SiteOnDisk(Post);
        site.Write("themes/_look/post.html", "nothing");
        var (check, built) = (site.Run("check"), site.Run("build"));
        Assert.That((check.Status, built.Status), Is.EqualTo((1, 1)));
        foreach (var ran in new[] { check, built }) Assert.That(ran.Output, Does.Contain("themes/_look/post.html: error PAL3059: "));
    }
}
