using Palabre.Tests.Support;

namespace Palabre.Tests.Cli;

public sealed class CheckCommandTests
{
    [Test]
    public void Writes_nothing()
    {
        using var site = new SiteOnDisk("-- content/posts/2010-01-12-hello.md --\nText.");
        Assert.That(site.Run("check").Status, Is.Zero);
        Assert.That(Directory.Exists(site.Output), Is.False);
    }

    [TestCase("[a](post:nobody)", "warning PAL3002", 0)]
    [TestCase("[a](post:nobody)", "warning PAL3002", 1, "--strict")]
    [TestCase("Good.", "0 errors, 0 warnings", 0, "--strict")]
    public void Finds_what_only_shows_when_pages_are_made(string text, string found, int status, params string[] options)
    {
        using var site = new SiteOnDisk($"-- content/posts/2010-01-12-hello.md --\n---\ntitle: a\n---\n{text}");
        var ran = site.Run("check", options);
        Assert.That(ran.Output, Does.Contain(found));
        Assert.That(ran.Status, Is.EqualTo(status));
    }

    [Test]
    public void Says_the_same_as_build()
    {
        using var site = new SiteOnDisk("""
            -- content/posts/2010-01-12-hello.md --
            [a](post:nobody)
            -- content/comments/hello/c1.yml --
            date: 2010-01-13
            replyTo: c9
            body: x
            -- content/comments/nobody/c1.yml --
            date: 2010-01-13
            body: x
            """);
        static string[] Found(Ran ran) => ran.Output.Split('\n')[..^2]; // without the summary, which tells files and time
        Assert.That(Found(site.Run("check")), Is.EqualTo(Found(site.Run("build"))));
    }
}
