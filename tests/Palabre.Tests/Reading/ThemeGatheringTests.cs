using Palabre.Tests.Support;

namespace Palabre.Tests.Reading;

public sealed class ThemeGatheringTests
{
    [Test]
    public void Themes_are_those_described_and_those_named()
    {
        var read = SiteText.Read("""
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            themes: [Client, Procédés, CLIENT]
            ---
            -- themes/client.md --
            ---
            title: Le client
            description: Au cœur
            ---
            L'introduction.
            -- themes/other.md --
            # Autre
            """);
        Assert.That(read.Value.Themes.Select(t => $"{t.Key}: {t.Title} {t.IsDescribed}"),
            Is.EqualTo(["client: Le client True", "other: Autre True", "procedes: Procédés False"]));
        Assert.That(read.Told(), Is.EqualTo(
            "content/posts/2010-01-12-a.md:3:18: note PAL1062: The theme 'Procédés' has no file themes/procedes.md; it is listed all the same."));
    }

    [TestCase("clients", TestName = "An alias")]
    [TestCase("Le Client", TestName = "The title")]
    [TestCase("CLIENT", TestName = "Its name, in capitals")]
    [TestCase("clie\u0301nt", TestName = "With an accent")]
    public void A_theme_is_found_by(string name) => Assert.That(Listed($"""
        -- content/posts/2010-01-12-a.md --
        ---
        title: A
        themes: {name}
        ---
        -- themes/client.md --
        ---
        title: Le client
        aliases: [clients]
        ---
        """), Is.EqualTo("client"));

    [Test]
    public void Order_goes_before_the_name() => Assert.That(Listed("""
        -- themes/a.md --
        # A
        -- themes/b.md --
        ---
        order: 2
        ---
        -- themes/c.md --
        ---
        order: -1
        ---
        """), Is.EqualTo("c b a"));

    [TestCase("nobody", TestName = "A parent that is not there")]
    [TestCase("a", TestName = "Its own parent")]
    [TestCase("b", TestName = "A circle of parents")]
    public void A_wrong_parent_leaves_the_theme_at_the_top(string parent)
    {
        var read = SiteText.Read($"""
            -- themes/a.md --
            ---
            parent: {parent}
            ---
            -- themes/b.md --
            ---
            parent: A
            ---
            """);
        Assert.That(read.Value.Themes.Single(t => t.Key == "a").Parent, Is.Null);
        Assert.That(read.Codes(), Does.Contain("PAL1066"));
    }

    [Test]
    public void A_wrong_parent_is_that_of_its_own_theme_not_of_those_below()
    {
        var read = SiteText.Read("""
            -- themes/a.md --
            ---
            parent: nobody
            ---
            -- themes/b.md --
            ---
            parent: A
            ---
            """);
        Assert.That(read.Value.Themes.Select(t => t.Parent), Is.EqualTo([null, "a"]));
        Assert.That(read.Codes(), Is.EqualTo(["PAL1066"]));
    }

    [Test]
    public void Files_for_people_and_looks_are_no_themes() => Assert.That(Listed("""
        -- themes/README.md --
        How to change them.
        -- themes/_look/post.html --
        -- themes/_other/readme.md --
        Words.
        -- themes/a.md --
        Words.
        """), Is.EqualTo("a"));

    [Test, CancelAfter(60_000)]
    public void A_long_line_of_parents_takes_no_time()
    {
        var files = Enumerable.Range(0, 3000).ToDictionary(
            i => $"themes/t{i}.md", i => System.Text.Encoding.UTF8.GetBytes($"---\nparent: t{i + 1}\n---\n"));
        Assert.That(SiteText.Read(SiteText.Files(files)).Value.Themes, Has.Count.EqualTo(3000));
    }

    private static string Listed(string site) => string.Join(' ', SiteText.Read(site).Value.Themes.Select(t => t.Key));
}
