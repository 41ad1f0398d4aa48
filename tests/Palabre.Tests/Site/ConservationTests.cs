using Palabre.Tests.Support;

namespace Palabre.Tests.Site;

public sealed class ConservationTests
{
    private const string Drawing = """
        -- content/posts/2010-01-12-hello.md --
        ---
        title: Hello
        ---
        Text.
        -- content/comments/hello/a.yml --
        author: Bob
        date: 2010-01-13
        body: Quite so.
        """;

    [TestCase("{{ page.title }}", "leaves out entries", TestName = "A look that drops all entries")]
    [TestCase("<p id=\"post\">{{ page.title }}</p>", "leaves out entries", TestName = "A look that drops comments")]
    [TestCase("<p id=\"post\"></p><p id=\"c-a\"></p><p id=\"c-a\"></p>", "shows entries several times", TestName = "A look that doubles a comment")]
    [TestCase("<p id=\"post\"></p><!-- <p id=\"c-a\"> -->", "leaves out entries", TestName = "A look that has an entry in a remark alone")]
    public void Nothing_is_published_by(string post, string message)
    {
        using var site = new SiteOnDisk(Drawing).Build();
        var before = SiteOnDisk.Contents(site.Output);
        site.Write("themes/_look/post.html", post);
        var ran = site.Run("build");
        Assert.That(ran.Status, Is.EqualTo(1));
        Assert.That(ran.Output, Does.StartWith($"themes/_look/post.html: error PAL3059: The site's own look {message} on pages of the kind 'post'.\n"));
        Assert.That(SiteOnDisk.Contents(site.Output), Is.EqualTo(before));
    }

    [TestCase("<p\n id=\"post\"></p><p class=\"x\"\n\tid=\"c-a\">")]
    [TestCase("<p id=\"post\" data-id=\"post\"></p><p data-id=\"c-a\" id=\"c-a\">")]
    [TestCase("<p id='post'></p><p class=x ID = c-a>")]
    [TestCase("<p id=post></p><p id=\"c-a\">")]
    [TestCase("<p id=\"post\"></p><p iD=\"c-a\">")]
    [TestCase("<!-- id=\"post\" --><p id=post></p><p id=\"c-a\">")]
    public void A_look_writes_its_attributes_on_lines_as_it_likes(string post)
    {
        using var site = new SiteOnDisk(Drawing).Write("themes/_look/post.html", post);
        Assert.That(site.Run("build").Status, Is.Zero);
    }

    [Test]
    public void Every_entry_stands_once_in_a_discussion_of_many_parts()
    {
        var comments = string.Concat(Enumerable.Range(0, 60).Select(i =>
            $"\n-- content/comments/hello/c{i}.yml --\nauthor: a\ndate: 2010-01-13 10:{i:00}\n{(i % 3 == 1 ? $"replyTo: c{i - 1}\n" : "")}body: Words {i}."));
        using var site = new SiteOnDisk("-- content/site.yml --\ncommentsPerPage: 10\n-- content/posts/2010-01-12-hello.md --\nText." + comments).Build();
        var pages = site.Pages.Where(p => p.StartsWith("2010/", StringComparison.Ordinal)).Select(site.Main).ToArray();
        Assert.That(pages, Has.Length.GreaterThan(3));
        foreach (var i in Enumerable.Range(0, 60))
            Assert.That(pages.Sum(page => page.Split($"Words {i}.").Length - 1), Is.EqualTo(1), $"c{i}");
    }
}
