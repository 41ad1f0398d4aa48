using System.Globalization;
using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Site;
using Palabre.Tests.Support;

namespace Palabre.Tests.Site.Hosting;

/// <summary>What hosts take, and what is said of a site that has more: PAL4020 to PAL4025.</summary>
public sealed class HostCheckTests
{
    private static readonly string Posts = "-- content/site.yml --\nbaseUrl: https://example.org\n" + string.Join("\n", Enumerable.Range(1, 9).Select(i =>
        $"-- content/posts/2010-01-0{i}-p{i}.md --\n---\ntitle: P{i}\n---\nText."));

    /// <summary>A post's feeds, each so many times over: a plan of the size that is wanted, without its posts.</summary>
    private static SizedFile[] Many(int feeds, int pages) =>
    [
        .. Enumerable.Range(0, feeds).Select(i => new SizedFile($"2010/01/p{1 + (i % 9)}/atom.xml", null, 10)),
        .. Enumerable.Range(0, pages).Select(i => new SizedFile($"{i / 1000}/{i}.html", null, 10)),
    ];

    private static string Told(Host host, SizedFile[] files, string? site = null) =>
        string.Join('\n', HostCheck.Of(SiteText.Prepare(site ?? Posts), host, files));

    [Test]
    public void Too_many_files_are_told_by_kind_with_the_setting_that_helps() =>
        Assert.That(Told(Host.Cloudflare, Many(10_000, 10_431)), Is.EqualTo("""
            output: error PAL4020: 20,431 files, and Cloudflare Pages takes 20,000: of these 10,431 are other pages and files, 10,000 are the posts' feeds (https://developers.cloudflare.com/pages/platform/limits/, read on 2026-11-23).
              hint: Write postFeeds: false in content/site.yml.
            """));

    [Test]
    public void Where_no_setting_helps_a_host_is_named_that_does() =>
        Assert.That(Told(Host.Cloudflare, Many(10, 30_000)), Does.Contain(
            "hint: No setting brings it below that: its paid plans take 100,000; GitHub Pages sets no number, GitLab Pages takes 200,000, Netlify sets no number."));

    [Test]
    public void Folders_count_where_the_host_counts_them()
    {
        SizedFile[] files = [.. Enumerable.Range(0, 110_000).Select(i => new SizedFile($"{i}/index.html", null, 1))];
        Assert.That(Told(Host.GitLab, files), Does.Contain("220,000 files, and GitLab Pages takes 200,000").And.Contain("110,000 are folders, which count"));
        Assert.That(Told(Host.GitHub, files), Is.Empty);
    }

    [Test]
    public void Any_is_the_strictest() =>
        Assert.That(Told(Host.Any, Many(0, 210_000)), Does.Contain("Cloudflare Pages takes 20,000").And.Not.Contain("GitLab Pages takes"));

    [Test]
    public void All_files_together_may_be_too_large() =>
        Assert.That(Told(Host.GitHub, [new("media/a.bin", "content/media/a.bin", 60_000_000), .. Enumerable.Range(0, 20).Select(i => new SizedFile($"media/{i}", $"content/media/{i}", 50_000_000))]),
            Is.EqualTo("""
            output: error PAL4021: 1,060 MB in all, and GitHub Pages takes 1,000 MB: media 1,060 MB (https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits, read on 2026-11-23).
              hint: Publish large media elsewhere, and link to them.
            """));

    [Test]
    public void Archives_of_feeds_go_with_their_feeds()
    {
        SizedFile[] files = [.. Enumerable.Range(1, 22).Select(i => new SizedFile($"2010/01/p1/atom-{i}.xml", null, 50_000_000))];
        Assert.That(Told(Host.GitHub, files), Does.Contain(": the posts' feeds 1,100 MB (").And.Contain("hint: Write postFeeds: false in content/site.yml."));
        files = [.. Enumerable.Range(1, 22).Select(i => new SizedFile($"atom-{i}.xml", null, 50_000_000))];
        Assert.That(Told(Host.GitHub, files), Does.Contain(": archives of feeds 1,100 MB (").And.Contain("hint: No setting brings it below that: Cloudflare Pages sets none, Netlify sets none."));
    }

    [Test]
    public void A_file_too_large_is_told_where_it_stands() =>
        Assert.That(Told(Host.Cloudflare, [new("media/a.bin", "content/media/a.bin", 30_000_000)]), Is.EqualTo("""
            content/media/a.bin: error PAL4022: 'media/a.bin' has 30 MB, and Cloudflare Pages takes 26.2 MB (https://developers.cloudflare.com/pages/platform/limits/, read on 2026-11-23).
              hint: Make it smaller, or publish it elsewhere and link to it.
            """));

    [Test]
    public void What_was_not_verified_is_a_warning()
    {
        var found = HostCheck.Of(SiteText.Prepare(Posts), Host.GitHub, [new("media/a.bin", "content/media/a.bin", 200_000_000)]).Single();
        Assert.That(found.Severity, Is.EqualTo(Severity.Warning));
        Assert.That(found.Message, Does.Contain("not verified: https://"));
    }

    [Test]
    public void Further_former_addresses_are_forwarded_by_their_page()
    {
        var aliases = string.Join(", ", Enumerable.Range(0, 2_100).Select(i => $"/old/{i.ToString(CultureInfo.InvariantCulture)}/"));
        var site = $"-- content/site.yml --\nbaseUrl: https://example.org\nhost: cloudflare\n-- content/posts/2010-01-01-a.md --\n---\ntitle: A\naliases: [{aliases}]\n---\nText.";
        Assert.That(Told(Host.Cloudflare, [], site), Is.EqualTo(
            "output: note PAL4023: 2,100 former addresses, and Cloudflare Pages heeds 2,000 rules: the others lead on by their page alone (https://developers.cloudflare.com/pages/platform/limits/, read on 2026-11-23)."));
        var build = SiteText.Prepare(site);
        Assert.That(build.Text("_redirects").Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(2_000));
        Assert.That(build.Text("old/2099/index.html"), Does.Contain("/2010/01/a/"));
    }

    [Test]
    public void A_folder_may_be_too_full() =>
        Assert.That(Told(Host.Netlify, [.. Enumerable.Range(0, 54_001).Select(i => new SizedFile($"media/{i}", null, 1))]), Is.EqualTo("""
            output: error PAL4024: 54,001 files in '/media/', and Netlify takes 54,000 in one folder (https://docs.netlify.com/site-deploys/overview, read on 2026-11-23).
              hint: Let the addresses have one more part, as {year} in urls: of content/site.yml; media can stand in folders.
            """));

    [Test]
    public void A_path_in_the_base_address_is_doubtful_where_the_host_serves_a_root() =>
        Assert.That(Told(Host.Netlify, [], "-- content/site.yml --\nbaseUrl: https://example.org/archive\nhost: netlify"), Is.EqualTo("""
            content/site.yml: warning PAL4025: baseUrl has the path '/archive', and Netlify serves the site at the root.
              hint: Take the path out of baseUrl, or leave it where another server passes requests on.
            """));

    [Test]
    public void Every_figure_has_its_page_and_its_day()
    {
        var figures = HostLimits.All.SelectMany(h => new HostLimit?[] { h.Files, h.FilesPerFolder, h.Bytes, h.FileBytes, h.Redirects, h.RedirectLength, h.HeaderLength }).OfType<HostLimit>().ToArray();
        Assert.That(HostLimits.All.Select(h => h.Host), Is.EqualTo(Enum.GetValues<Host>().Where(h => h != Host.Any)));
        Assert.That(figures, Has.All.Matches<HostLimit?>(f => f is not null && f.Most > 0 && f.Source.StartsWith("https://", StringComparison.Ordinal) && f.Read.Year >= 2026));
    }

    [Test]
    public void The_setting_that_is_advised_does_what_it_says()
    {
        var without = SiteText.Prepare(Posts.Replace("baseUrl", "postFeeds: false\nbaseUrl", StringComparison.Ordinal));
        var all = SiteText.Prepare(Posts).Files.Select(f => f.Path).ToArray();
        Assert.That(all.Except(without.Files.Select(f => f.Path)), Is.EquivalentTo(Enumerable.Range(1, 9).Select(i => $"2010/01/p{i}/atom.xml")));
        Assert.That(without.Text("2010/01/p1/index.html"), Does.Not.Contain("2010/01/p1/atom.xml"));
    }

    [Test]
    public void Check_measures_what_would_be_written_and_fails()
    {
        using var site = new SiteOnDisk("-- content/site.yml --\ntitle: Test\nbaseUrl: https://example.org\n-- content/media/a.txt --\nx");
        using (var large = File.OpenWrite(Path.Combine(site.Root, "content/media/large.bin"))) large.SetLength((25 << 20) + 1);
        var good = site.Run("check", "--host", "gitlab");
        Assert.That(good.Status, Is.Zero, good.Output);
        var ran = site.Run("check", "--host", "any");
        Assert.That(ran.Output, Does.Contain("content/media/large.bin: error PAL4022: 'media/large.bin'"));
        Assert.That(ran.Status, Is.EqualTo(1));
        Assert.That(Directory.Exists(site.Output), Is.False);
        site.Write("content/site.yml", "title: Test\nbaseUrl: https://example.org\nhost: cloudflare\n");
        Assert.That(site.Run("check").Status, Is.EqualTo(1), "the settings name the host, too");
        var built = site.Run("build");
        Assert.That(built.Output, Does.Contain("warning PAL4022"));
        Assert.That(built.Status, Is.Zero, "there is something to look at");
        Assert.That(site.Run("build", "--strict").Status, Is.EqualTo(1));
    }

    [Test]
    public void A_host_that_nobody_knows_is_refused()
    {
        using var site = new SiteOnDisk("-- content/posts/2010-01-01-a.md --\n---\ntitle: A\n---\nText.");
        var ran = site.Run("check", "--host", "geocities");
        Assert.That(ran.Status, Is.EqualTo(2));
        Assert.That(ran.Error, Does.Contain("--host takes github, gitlab, cloudflare, netlify or any, not 'geocities'."));
    }
}
