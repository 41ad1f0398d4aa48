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

    private string? Refusal(string output) =>
        OutputFolder.Refusal(site.Sub("site"), site.Sub(output), ["content", "themes", "_posts"])?.ToString();
}
