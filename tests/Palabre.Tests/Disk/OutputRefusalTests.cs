using Palabre.Disk;

namespace Palabre.Tests.Disk;

public sealed class OutputRefusalTests
{
    private TempFolder site = null!;

    [SetUp]
    public void SetUp() => site = new TempFolder().Write("site/content/a.md").Write("posts/b.md").Link("site/_posts", "../posts")
        .Link("site/sly", "content/media");

    [TearDown]
    public void TearDown() => site.Dispose();

    [TestCase("site/output")]
    [TestCase("site/content-output")]
    [TestCase("elsewhere")]
    [TestCase("elsewhere/not/yet")]
    public void An_output_folder_apart_from_the_site_is_accepted(string output) => Assert.That(Refusal(output), Is.Null);

    [TestCase("site", ".", "is the site's folder")]
    [TestCase("site/.", ".", "is the site's folder")]
    [TestCase("site/content", "content", "lies in 'content', which is read")]
    [TestCase("site/content/out", "content/out", "lies in 'content', which is read")]
    [TestCase("site/sly/out", "sly/out", "lies in 'content', which is read")]
    [TestCase("site/themes", "themes", "lies in 'themes', which is read")]
    public void An_output_folder_in_the_site_is_refused(string output, string shown, string relation) =>
        Assert.That(Refusal(output), Is.EqualTo($"""
            {shown}: error PAL4061: The output folder '{shown}' {relation}.
              hint: Choose another folder with --output.
            """));

    [TestCase("", "holds the site.")]
    [TestCase("posts/x", "lies in '_posts', which is read.")]
    [TestCase("site/../posts", "lies in '_posts', which is read.")]
    public void So_is_one_that_is_reached_another_way(string output, string relation) =>
        Assert.That(Refusal(output), Does.Contain(relation));

    /// <summary>It may have come with a stranger's change, and lead to the editor's own files.</summary>
    [Test]
    public void One_that_is_a_link_is_refused_unless_it_was_named()
    {
        site.Link("site/output", "../elsewhere");
        var path = Path.GetRelativePath(Directory.GetCurrentDirectory(), site.Full("site/output")).Replace('\\', '/');
        Assert.That(Refusal("site/output", isNamed: false), Is.EqualTo($"""
            output: error PAL4061: The output folder 'output' is a link.
              hint: Remove it, if it is not yours; else say that you mean it: --output '{path}'.
            """));
        Assert.That(Refusal("site/output"), Is.Null);
    }

    [TestCase("site/.git/hooks")]
    [TestCase("site/sly/../../.GIT/x")]
    public void One_where_git_keeps_its_own_is_refused(string output) => Assert.That(Refusal(output), Does.Contain("lies in a folder of git's own"));

    [Test]
    public void So_is_a_link_that_leads_there()
    {
        site.Write("site/.git/config").Link("site/out", ".git");
        Assert.That(Refusal("site/out"), Does.Contain("'out' lies in a folder of git's own"));
    }

    private string? Refusal(string output, bool isNamed = true) =>
        OutputFolder.Refusal(site.Sub("site"), site.Sub(output), ["content", "themes", "_posts"], isNamed)?.ToString();
}
