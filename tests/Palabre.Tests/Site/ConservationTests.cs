using Palabre.Tests.Support;

namespace Palabre.Tests.Site;

public sealed class ConservationTests
{
    private const string Drawing = """
        -- content/posts/2010-01-12-hello.md --
        Text.
        -- content/comments/hello/a.yml --
        author: Bob
        date: 2010-01-13
        body: Quite so.
        """;

    [TestCase("{{ page.title }}", "'hello'", "stands 0 times on /2010/01/hello/", TestName = "A look that drops all entries")]
    [TestCase("<p id=\"post\">{{ page.title }}</p>", "'a'", "stands 0 times on /2010/01/hello/", TestName = "A look that drops comments")]
    [TestCase("<p id=\"post\"></p><p id=\"c-a\"></p><p id=\"c-a\"></p>", "'a'", "stands 2 times on /2010/01/hello/", TestName = "A look that doubles a comment")]
    public void Nothing_is_published_by(string post, string entry, string message)
    {
        using var site = new SiteOnDisk(Drawing).Build();
        var before = SiteOnDisk.Contents(site.Output);
        site.Write("themes/_look/post.html", post);
        var ran = site.Run("build");
        Assert.That(ran.Status, Is.EqualTo(3));
        Assert.That(ran.Error, Does.Contain(entry).And.Contain(message).And.Contain("Nothing was published."));
        Assert.That(SiteOnDisk.Contents(site.Output), Is.EqualTo(before));
    }

    [TestCase("<p\n id=\"post\"></p><p class=\"x\"\n\tid=\"c-a\">")]
    [TestCase("<p id=\"post\" data-id=\"post\"></p><p data-id=\"c-a\" id=\"c-a\">")]
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
