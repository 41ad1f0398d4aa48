using System.Text;
using Palabre.Disk;

namespace Palabre.Tests.Disk;

public sealed class SiteLinksTests
{
    private TempFolder site = null!;

    [SetUp]
    public void SetUp() => site = new();

    [TearDown]
    public void TearDown() => site.Dispose();

    [Test]
    public void Links_within_the_site_are_followed()
    {
        site.Write("shared/a.md", "linked").Write("content/b.md").Link("content/c", "../shared").Link("content/d.md", "../shared/a.md");
        var files = SiteFolder.Open(site.Root, ["content"]).Files;
        Assert.That(files.Files.Select(file => (file.Path, file.Length)),
            Is.EqualTo([("content/b.md", 4L), ("content/c/a.md", 6L), ("content/d.md", 6L)]));
        Assert.That(Encoding.UTF8.GetString(files.Read(files.Files[2]).Bytes.Span), Is.EqualTo("linked"));
    }

    [Test]
    public void A_folder_asked_for_may_be_a_link_and_hold_links_to_folders()
    {
        site.Write("old/posts/a.md").Write("more/b.md").Link("_posts", "old/posts").Link("old/posts/more", "../../more");
        Assert.That(Outline("_posts"), Is.EqualTo(["_posts/a.md", "_posts/more/b.md"]));
    }

    [TestCase("/etc", "/etc")]
    [TestCase("/etc/passwd", "/etc/passwd")]
    [TestCase("/dev/zero", "/dev/zero")]
    [TestCase("../..", "../..")]
    [TestCase("../.git/config", "../.git/config")]
    [TestCase("way/out", "way/out", TestName = "A link that leaves half-way")]
    public void A_link_out_of_the_site_is_not_followed(string target, string shown)
    {
        using var elsewhere = new TempFolder().Write("out");
        site.Write(".git/config").Link("content/way", elsewhere.Root.FullName).Link("content/x.md", target);
        Assert.That(Outline("content"), Does.Contain($"""
            content/x.md: error PAL4054: 'content/x.md' leads to '{shown}', which is not part of the site.
              hint: Put a copy in its place, or remove the link.
            """));
        Assert.That(SiteFolder.Open(site.Root, ["content"]).Files.Files, Is.Empty);
    }

    [Test]
    public void A_folder_asked_for_that_lies_elsewhere_is_not_read()
    {
        site.Write("content/a.md");
        Assert.That(SiteFolder.Open(site.Sub("content"), [".."]).Diagnostics.Single().Code, Is.EqualTo("PAL4054"));
    }

    [TestCase(".")]
    [TestCase("..")]
    [TestCase("../../content/posts")]
    public void A_link_to_a_folder_that_holds_it_is_not_followed(string target)
    {
        site.Write("content/posts/a.md").Link("content/posts/x", target);
        Assert.That(Outline("content"), Is.EqualTo(["content/posts/a.md", $"""
            content/posts/x: warning PAL4055: 'content/posts/x' is a link to '{target}', a folder that holds the link itself.
              hint: Remove the link.
            """]));
    }

    [Test]
    public void A_link_to_nothing_and_a_circle_of_links_are_named()
    {
        site.Link("content/a.md", "b.md").Link("content/b.md", "a.md").Link("content/c.md", "gone.md");
        Assert.That(Outline("content"), Is.EqualTo(["""
            content/a.md: error PAL4056: 'content/a.md' is a link to 'b.md', which leads to nothing.
              hint: Correct the link, or remove it.
            """, """
            content/b.md: error PAL4056: 'content/b.md' is a link to 'a.md', which leads to nothing.
              hint: Correct the link, or remove it.
            """, """
            content/c.md: error PAL4056: 'content/c.md' is a link to 'gone.md', which leads to nothing.
              hint: Correct the link, or remove it.
            """]));
    }

    [Test]
    public void Links_that_multiply_folders_end_after_one()
    {
        site.Write("content/a/a.md").Write("content/b/b.md").Link("content/a/l", "../b").Link("content/b/l", "../a");
        Assert.That(Outline("content"), Is.EqualTo(
        [
            "content/a/a.md", "content/a/l/b.md", "content/b/b.md", "content/b/l/a.md",
            """
            content/a/l/l: error PAL4057: 'content/a/l/l' is a link to the folder '../a', in a folder that is reached by a link.
              hint: Link to that folder directly, or put a copy in its place.
            """,
            """
            content/b/l/l: error PAL4057: 'content/b/l/l' is a link to the folder '../b', in a folder that is reached by a link.
              hint: Link to that folder directly, or put a copy in its place.
            """,
        ]));
    }

    [Test]
    public void A_site_that_is_itself_reached_by_a_link_is_read()
    {
        site.Write("real/content/a.md").Write("real/content/b/b.md").Link("real/content/c", "b").Link("alias", "real");
        Assert.That(SiteFolder.Open(site.Sub("alias"), ["content"]).Files.Files.Select(file => file.Path),
            Is.EqualTo(["content/a.md", "content/b/b.md", "content/c/b.md"]));
    }

    private string[] Outline(params string[] folders)
    {
        var opened = SiteFolder.Open(site.Root, folders);
        return [.. opened.Files.Files.Select(file => file.Path), .. opened.Diagnostics.Select(diagnostic => diagnostic.ToString())];
    }
}
