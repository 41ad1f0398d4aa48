using Palabre.Tests.Support;

namespace Palabre.Tests.Reading;

/// <summary>Two entries with one id, two files of one name: both places are named.</summary>
public sealed class DuplicatesTests
{
    [Test]
    public void Two_posts_with_one_id_name_both_places() => Assert.That(SiteText.Read("""
        -- content/posts/2010-01-12-hello.md --
        # One
        -- content/posts/2011-01-12-hello.md --
        # Two
        """).Diagnostics.Single(d => d.Code == "PAL1057").ToString(), Is.EqualTo("""
        content/posts/2011-01-12-hello.md:1:1: error PAL1057: 'hello' is also the id of content/posts/2010-01-12-hello.md:1:1.
          hint: Give one of the two another id.
        """));

    [Test]
    public void Two_comments_with_one_id_name_both_places()
    {
        var read = SiteText.Read("""
            -- content/posts/2010-01-12-hello.md --
            # One
            -- content/comments/hello/a.yml --
            {id: x, date: 2010-01-13, author: A, body: Oui.}
            -- content/comments/hello/b.yml --
            {id: x, date: 2010-01-12, author: A, body: Non.}
            -- content/comments/hello/x.yml --
            {date: 2010-01-12, author: A, body: Bof.}
            """);
        Assert.That(read.Value.Comments.Single(), Has.Count.EqualTo(1));
        Assert.That(read.Diagnostics.Where(d => d.Code == "PAL1057").Select(d => $"{d.Source} {d.Message}"), Is.EqualTo([
            "content/comments/hello/b.yml:1:1 'x' is also the id of content/comments/hello/a.yml:1:1.",
            "content/comments/hello/x.yml:1:1 'x' is also the id of content/comments/hello/a.yml:1:1.",
        ]));
    }

    [Test]
    public void Comments_of_two_posts_may_have_one_id() => Assert.That(SiteText.Read("""
        -- content/posts/2010-01-12-one.md --
        # One
        -- content/posts/2010-01-12-two.md --
        # Two
        -- content/comments/one/x.yml --
        {date: 2010-01-13, author: A, body: Oui.}
        -- content/comments/two/x.yml --
        {date: 2010-01-13, author: A, body: Oui.}
        """).Codes(), Does.Not.Contain("PAL1057"));

    [TestCase("themes/Été.md", "themes/ete.md", "# A", "theme 'ete'", TestName = "Two themes whose names differ by accents")]
    [TestCase("content/authors/Yves K.yml", "content/authors/yves-k.yml", "name: Yves", "author 'yves-k'", TestName = "Two authors whose names differ by signs")]
    [TestCase("content/pages/About.md", "content/pages/about.md", "# A", "page 'about'", TestName = "Two pages whose names differ by case")]
    public void Two_files_of_one_name_are_both_named(string first, string second, string text, string what)
    {
        var read = SiteText.Read($"-- {first} --\n{text}\n-- {second} --\n{text}");
        string[] paths = [.. new[] { first, second }.Order(StringComparer.Ordinal)];
        Assert.That(read.Told(), Is.EqualTo(
            $"{paths[1]}: error PAL1058: The {what} is also described in {paths[0]}.\n  hint: Rename one, or remove the alias."));
    }
}
