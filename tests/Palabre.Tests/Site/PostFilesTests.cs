using Palabre.Site;
using Palabre.Tests.Support;

namespace Palabre.Tests.Site;

/// <summary>Pictures that stand among the posts: what a page shows is there.</summary>
public sealed class PostFilesTests
{
    [TestCase("![x](a.png)", "a.png")]
    [TestCase("![x](./a.png)", "a.png")]
    [TestCase("![x](in/a.png)", "in/a.png")]
    [TestCase("![x](pic%20%281%29.png)", "pic (1).png")]
    [TestCase("![x](<pic (1).png>)", "pic (1).png")]
    [TestCase("![x](pic%20(1).png)", "pic (1).png")]
    [TestCase("![x](caf%C3%A9.png)", "café.png")]
    [TestCase("![x](caf%c3%a9.png)", "café.png")]
    [TestCase("![x](café.png)", "café.png")]
    [TestCase("![x](100%25.png)", "100%.png")]
    [TestCase("![x](../shared/a.png)", "../shared/a.png")]
    public void A_picture_is_published_however_its_name_is_written(string written, string file)
    {
        var build = SiteText.Prepare($"""
            -- content/posts/hello/index.md --
            ---
            title: Hello
            date: 2010-01-12
            ---
            {written}
            -- {Source(file)} --
            """);
        Assert.That(Shown(build, "2010/01/hello/"), Has.Length.EqualTo(1).And.All.Matches<string?>(path => build.Find(path!) is CopiedFile copy && copy.Source == Source(file)));
        Assert.That(build.Diagnostics, Is.Empty);
    }

    [TestCase("pic%20one.png")]
    [TestCase("pic one.png")]
    public void So_is_the_image_of_the_post(string written)
    {
        var build = SiteText.Prepare($"""
            -- content/posts/hello/index.md --
            ---
            title: Hello
            date: 2010-01-12
            image: {written}
            ---
            Text.
            -- content/posts/hello/pic one.png --
            """);
        Assert.That(build.Find("2010/01/hello/pic one.png"), Is.InstanceOf<CopiedFile>());
        Assert.That(build.Diagnostics, Is.Empty);
    }

    [TestCase("a.png", "content/posts/hello/a.png")]
    [TestCase("../shared/a.png", "content/posts/shared/a.png")]
    public void One_of_a_post_that_moved_stands_where_it_stood_too(string written, string source)
    {
        var build = SiteText.Prepare($"""
            -- content/posts/hello/index.md --
            ---
            title: Hello
            date: 2010-01-12
            aliases: [/old/hello/]
            ---
            ![x]({written})
            -- {source} --
            """);
        Assert.That(build.Find("2010/01/hello/a.png"), Is.InstanceOf<CopiedFile>());
        Assert.That(build.Find("old/hello/a.png"), Is.InstanceOf<CopiedFile>());
    }

    [Test]
    public void One_that_no_post_names_is_told()
    {
        var build = SiteText.Prepare("""
            -- content/posts/hello/index.md --
            ---
            title: Hello
            date: 2010-01-12
            ---
            Nothing of it.
            -- content/posts/hello/b.png --
            """);
        Assert.That(build.Diagnostics.Select(d => d.Code), Is.EqualTo(["PAL4005"]));
    }

    [Test]
    public void Many_pictures_beside_many_posts_are_found_in_time()
    {
        var posts = string.Concat(Enumerable.Range(0, 2000).Select(i => $"-- content/posts/2010-01-12-p{i}.md --\n![x](p{i}.png) {new string('x', 20_000)}\n"));
        var files = string.Concat(Enumerable.Range(0, 4000).Select(i => $"-- content/posts/p{i}.png --\n"));
        var site = SiteText.Files(posts + files);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var build = SiteText.Prepare(site);
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
        Assert.That(build.Copies.Count(), Is.GreaterThanOrEqualTo(2000));
        Assert.That(build.Diagnostics.Count(d => d.Code == "PAL4005"), Is.EqualTo(2000));
    }

    [TestCase("![x](b) and more", "b")]
    [TestCase("![x](b.js)", "b.js")]
    [TestCase("b.jsb.js", "b.js")]
    [TestCase("a.pnga.png.png", "a.png.png")]
    public void A_name_is_found_wherever_it_stands(string text, string name) =>
        Assert.That(new FileNames(["x/b", "x/b.js", "x/a.png.png", "x/a.png", "z/a.png"]).In(text, "x/").Select(found => found.Way), Does.Contain(name));

    [TestCase("![](../z/a.png)", "../z/a.png z/a.png")]
    [TestCase("![](../../z/a.png)", "../../z/a.png z/a.png", "x/y/")]
    [TestCase("![](../a b/c.png)", "../a b/c.png a b/c.png")]
    [TestCase("![](../../../z/a.png)", "", "x/")]
    [TestCase("../\nz/a.png", "")]
    [TestCase("../z/other.png", "")]
    public void One_that_stands_elsewhere_is_found_by_the_way_to_it(string text, string found, string folder = "x/") => Assert.That(
        string.Join(", ", new FileNames(["z/a.png", "a b/c.png"]).In(text, folder).Select(f => $"{f.Way} {f.File}")),
        Is.EqualTo(found));

    private static string Source(string file) => file.StartsWith("../", StringComparison.Ordinal) ? "content/posts/" + file[3..] : "content/posts/hello/" + file;

    /// <summary>Where the pictures of a page lead to, from the output folder.</summary>
    private static string[] Shown(SiteBuild build, string page) => [.. System.Text.RegularExpressions.Regex.Matches(build.Text(page + "index.html"), "<img src=\"/([^\"]+)\"")
        .Select(found => Uri.UnescapeDataString(System.Net.WebUtility.HtmlDecode(found.Groups[1].Value)))];
}
