using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Palabre.Caching;
using Palabre.Cli;
using Palabre.Disk;
using Palabre.Site;
using Palabre.Tests.Support;

namespace Palabre.Tests.Caching;

/// <summary>What a build takes over from the last one changes what it costs, never what it gives.</summary>
public sealed partial class WarmBuildTests
{
    private const string Small = """
        -- content/posts/2010-01-12-hello.md --
        ---
        title: Hello
        author: Ann
        ---
        Text with [a link](post:nowhere).
        -- content/posts/2010-01-13-other.md --
        ---
        title: Other
        author: Ann
        ---
        Another text.
        -- content/comments/hello/c1.yml --
        author: Bob
        date: 2010-01-13
        body: A comment.
        """;

    private const string Comment = "content/comments/hello/c1.yml";

    [Test]
    public void After_any_edits_output_and_report_are_those_of_a_build_from_nothing([Range(1, 10)] int seed) => Hold(seed, site => site.Edit());

    [Test]
    public void So_they_are_after_edits_that_leave_most_pages_alone([Range(101, 114)] int seed) => Hold(seed, site => site.EditComments());

    private static void Hold(int seed, Func<EditedSite, string> edit)
    {
        using var edited = new EditedSite(seed);
        var site = edited.Site;
        var done = new List<string>();
        for (var step = 0; step < 12; step++)
        {
            var cold = $"cold-{step}";
            var (warm, other) = (site.Run("build"), site.Run("build", "--output", Path.Combine(site.Root, cold)));
            var what = $"seed {seed}, after {string.Join(", ", done)}\n{warm.Output}";
            Assert.That((warm.Status, Told(warm)), Is.EqualTo((other.Status, Told(other))), what);
            if (warm.Status == 0) Assert.That(SiteOnDisk.Contents(site.Output), Is.EqualTo(SiteOnDisk.Contents(Path.Combine(site.Root, cold))), what);
            done.Add(edit(edited));
        }
    }

    [Test]
    public void What_a_killed_build_left_is_removed_even_where_nothing_changed()
    {
        using var site = new SiteOnDisk(Small).Build();
        var before = SiteOnDisk.Contents(site.Output);
        Directory.CreateDirectory(Path.Combine(site.Output, ".palabre-staging", "2010"));
        File.WriteAllText(Path.Combine(site.Output, ".palabre-staging", "2010", "index.html"), "what was withdrawn");
        site.Build();
        Assert.That(SiteOnDisk.Contents(site.Output), Is.EqualTo(before));
        Assert.That(Directory.Exists(Path.Combine(site.Output, ".palabre-staging")), Is.False);
    }

    [Test]
    public void What_did_not_change_is_neither_read_nor_written_and_the_report_is_the_same()
    {
        using var site = Settled(Small);
        var first = site.Run("build", "--verbose");
        var before = Times(site);
        var again = site.Run("build", "--timings");
        Assert.That(Told(again), Is.EqualTo(Told(first)).And.Contain("PAL"));
        Assert.That(again.Output, Does.Contain("0 files written"));
        Assert.That(again.Error, Does.Contain("compare").And.Not.Contain("read"), "its stages");
        Assert.That(Times(site), Is.EqualTo(before));
    }

    [Test]
    public void A_changed_comment_makes_the_pages_that_show_it_and_no_other()
    {
        using var site = Settled(Small).Build();
        File.WriteAllText(Path.Combine(site.Output, "2010/01/other/index.html"), site.Published("2010/01/other/index.html")); // its time is another: it is made again
        var before = Times(site);
        site.Write(Comment, "author: Bob\ndate: 2010-01-13\nbody: Another comment.\n").Build();
        Assert.That(site.Published("2010/01/hello/index.html"), Does.Contain("Another comment."));
        var changed = Times(site).Except(before).Select(line => line.Split(' ')[0]).Where(path => !path.StartsWith("search/", StringComparison.Ordinal));
        Assert.That(changed.Order(StringComparer.Ordinal), Is.EqualTo(
            "2010/01/hello/atom.xml 2010/01/hello/index.html SHA256SUMS authors/bob/atom.xml authors/bob/index.html comments.xml index.html".Split(' ')));
    }

    [TestCase("- id: c9\n  author: BOB\n  date: 2010-01-01\n  body: An older spelling.", "themes/trust/index.html", "BOB", TestName = "The name of somebody whom nobody described is the oldest spelling of it, anywhere")]
    [TestCase("- id: c9\n  author: Zoe\n  date: 2010-01-14\n  body: Words.", "2010/01/hello/index.html", "Zoe", TestName = "What a comment answers under another post was written by somebody else")]
    [TestCase("- id: c8\n  author: Ann\n  date: 2010-01-14\n  body: Words.", "2010/01/hello/index.html", "2010/01/other/#c-c8", TestName = "What a text links to is there")]
    [TestCase("- id: c9\n  author: Yves\n  date: 2010-01-14\n  body: Words.\n  aliases: [\"/2010/01/other/#c-old\"]", "2010/01/hello/index.html", "href=\"/2010/01/other/#c-old\"", TestName = "What a text links to had that name")]
    public void What_other_discussions_say_is_seen_where_it_shows(string comments, string page, string shown)
    {
        using var site = Settled("""
            -- content/posts/2010-01-12-hello.md --
            ---
            author: Ann
            themes: [Trust]
            ---
            Text with [a link](comment:other#c8), and [one](/2010/01/other/#c-old).
            -- content/comments/hello.yml --
            - author: Bob
              date: 2010-01-13
              replyTo: other#c9
              body: A comment.
            -- content/posts/2010-01-11-other.md --
            ---
            author: [Ann, Yves, Zoe]
            ---
            Another text.
            -- content/comments/other.yml --
            - id: c9
              author: Yves
              date: 2010-01-14
              body: Words.
            """).Build();
        Assert.That(site.Published(page), Does.Not.Contain(shown));
        site.Write("content/comments/other.yml", comments + "\n").Build();
        Assert.That(site.Published(page), Does.Contain(shown));
    }

    [TestCase("See [a link](comment:other#c8).", "Do see [a link](comment:other#c8).", TestName = "Of a text that asked and asks, what its links lead to is known after an edit")]
    [TestCase("See.", "See [a link](comment:other#c8).", TestName = "Of a text that asks since an edit, what its links lead to is known")]
    public void What_a_text_asks_is_known_after_an_edit(string first, string second)
    {
        using var site = Settled(Small).Build();
        foreach (var body in (string[])[first, second]) site.Write(Comment, $"author: Bob\ndate: 2010-01-13\nbody: {body}\n").Build();
        Assert.That(site.Published("2010/01/hello/index.html"), Does.Not.Contain("#c-c8"));
        site.Write("content/comments/other/c8.yml", "id: c8\nauthor: Ann\ndate: 2010-01-14\nbody: Words.\n").Build();
        Assert.That(site.Published("2010/01/hello/index.html"), Does.Contain("#c-c8"));
        site.Write(Comment, "author: Bob\ndate: 2010-01-13\nbody: See nothing.\n").Build();
        var warm = site.Build().Published("2010/01/hello/index.html");
        Assert.That(warm, Is.EqualTo(site.Build("--no-cache").Published("2010/01/hello/index.html")));
    }

    /// <summary>An entry that changes its place moves others from page to page, and in those nothing is new but their place.</summary>
    [TestCase("content/comments/other/c1.yml", "2011-06-01", "2009-01-01", "authors/ann/page/2/index.html", TestName = "On an author's page")]
    [TestCase("content/comments/other/c1.yml", "2011-06-01", "2009-01-01", "comments-2.xml", TestName = "In an archive of a feed")]
    [TestCase("content/posts/2010-01-01-other.md", "pinned: no", "pinned: yes", "page/2/index.html", TestName = "On a page of the home page")]
    public void What_moves_to_another_page_of_a_list_is_there_alone(string file, string text, string instead, string page)
    {
        using var site = new SiteOnDisk("-- content/site.yml --\nbaseUrl: https://example.org\npageSize: 2\n");
        site.Write("content/posts/2010-01-01-other.md", "---\nauthor: Zoe\npinned: no\n---\nText.\n");
        for (var i = 0; i < 6; i++) site.Write($"content/posts/2010-01-1{i}-post-{i}.md", $"---\nauthor: Zoe\n{(i == 0 ? "" : "replyTo: post-0\n")}---\nText.\n");
        for (var i = 0; i < 120; i++) site.Write($"content/comments/post-0/c{i}.yml", $"author: Ann\ndate: 2011-0{1 + (i / 28)}-{1 + (i % 28):00}\nbody: Words.\n");
        site.Write("content/comments/post-0/last.yml", "author: Ann\ndate: 2012-01-01\nbody: Words.\n");
        site.Write("content/comments/other/c1.yml", "author: Ann\ndate: 2011-06-01\nbody: Words.\n").Build();
        var before = site.Published(page);
        site.Write(file, File.ReadAllText(Path.Combine(site.Root, file)).Replace(text, instead, StringComparison.Ordinal));
        var warm = site.Build().Published(page);
        Assert.That(warm, Is.Not.EqualTo(before));
        Assert.That(warm, Is.EqualTo(site.Build("--no-cache").Published(page)));
    }

    [TestCase("A comment!", TestName = "Saved again within the same tick, as long as before")]
    [TestCase("A comment, longer.", TestName = "Saved again within the same tick")]
    public void An_edit_that_the_clock_does_not_show_is_seen(string body)
    {
        using var site = new SiteOnDisk(Small).Build();
        var file = Path.Combine(site.Root, Comment);
        var time = File.GetLastWriteTimeUtc(file);
        site.Write(Comment, File.ReadAllText(file).Replace("A comment.", body, StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(file, time);
        Assert.That(site.Build().Published("2010/01/hello/index.html"), Does.Contain(body));
    }

    [TestCase("opened", "content/site.yml", "title: Old", "title: Newer", "index.html")]
    [TestCase("written", "content/media/p.svg", "<!-- Old -->", "<!-- Newer -->", "media/p.svg")]
    public void What_is_edited_while_a_build_goes_on_is_seen_by_the_next(string moment, string file, string old, string other, string published)
    {
        using var site = Settled($"-- content/site.yml --\ntitle: Old\n-- content/media/p.svg --\n<!-- Old -->\n{Small}");
        var text = File.ReadAllText(Path.Combine(site.Root, file));
        Build(site, now =>
        {
            if (now == moment) site.Write(file, text.Replace(old, other, StringComparison.Ordinal));
        });
        Assert.That(site.Published(published), Does.Contain("Old").And.Not.Contain("Newer"));
        Build(site, _ => { });
        Assert.That(site.Published(published), Does.Contain("Newer").And.Not.Contain("Old"));
    }

    /// <summary>What the command does, told its moments.</summary>
    private static void Build(SiteOnDisk site, Action<string> at)
    {
        var (root, output) = (new DirectoryInfo(site.Root), new DirectoryInfo(site.Output));
        var opened = SiteOpening.Open(root, site.Root).Site!;
        at("opened");
        var scope = new BuildScope(root, output, default, "", DateTimeOffset.UtcNow, DateTimeOffset.UtcNow, 1);
        var warm = new WarmBuild(scope, opened.Files, opened.Written, CacheFolder.Of(root, output), forget: false);
        if (warm.Unchanged() is not null) return;
        var build = SiteBuild.Prepare(warm.Files, opened.Settings, new(scope.Now), _ => { }, default);
        var result = OutputFolder.Write(output, build.Files, new()
        {
            Root = root,
            Known = warm.Known(build),
            Committed = standing =>
            {
                at("written");
                warm.Keep(build, build.Files, standing, []);
            },
        }, () => true, default);
        Assert.That(result.Committed);
    }

    [Test]
    public void A_clone_is_known_by_what_its_files_hold()
    {
        using var site = Settled(Small).Build();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(site.Root, "content"), "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, new(2021, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        Assert.That(site.Run("build", "--timings").Error, Does.Not.Contain("read"));
        Assert.That(site.Run("build", "--timings").Error, Does.Not.Contain("read"));
    }

    [TestCase("content/posts/2020-06-01-later.md", "expires: 2020-07-01")]
    [TestCase("content/posts/2010-06-01-later.md", "publishDate: 2020-06-01\nexpires: 2020-07-01")]
    [TestCase("content/pages/later.md", "publishDate: 2020-06-01\nexpires: 2020-07-01")]
    public void Time_alone_brings_what_lay_in_the_future_and_takes_what_expires(string file, string dates)
    {
        using var site = Settled($"{Small}\n-- {file} --\n---\ntitle: Later\n{dates}\n---\nText.\n");
        int Pages(string now)
        {
            var warm = SiteOnDisk.Contents(site.Build("--now", now).Output);
            Assert.That(SiteOnDisk.Contents(site.Build("--now", now, "--no-cache").Output), Is.EqualTo(warm), now);
            return site.Build("--now", now).Pages.Count(page => page.Contains("later", StringComparison.Ordinal));
        }

        Assert.That(Pages("2020-05-01"), Is.Zero);
        Assert.That(Pages("2020-05-31"), Is.Zero);
        Assert.That(Pages("2020-06-02"), Is.EqualTo(1));
        Assert.That(Pages("2020-07-02"), Is.Zero);
        Assert.That(Pages("2020-06-03"), Is.EqualTo(1), "the clock was set back");
    }

    [TestCase("--drafts")]
    [TestCase("--base-url", "https://example.com/there")]
    [TestCase("--export")]
    public void Other_options_make_another_site(params string[] options)
    {
        using var site = Settled(Small + "\n-- content/posts/2010-01-14-draft.md --\n---\ndraft: yes\n---\nText.").Build();
        var first = SiteOnDisk.Contents(site.Output);
        site.Build(options);
        var other = SiteOnDisk.Contents(site.Output);
        Assert.That(other, Is.Not.EqualTo(first));
        Assert.That(SiteOnDisk.Contents(site.Build().Output), Is.EqualTo(first));
        Assert.That(SiteOnDisk.Contents(site.Build(options).Output), Is.EqualTo(other));
    }

    [Test]
    public void A_warning_that_strictness_refuses_is_refused_each_time()
    {
        using var site = Settled(Small).Build();
        Assert.That(site.Run("build", "--strict").Status, Is.EqualTo(1));
        Assert.That(site.Run("build").Status, Is.Zero);
        Assert.That(site.Run("build", "--strict").Status, Is.EqualTo(1));
    }

    [Test]
    public void A_cache_that_is_cut_changed_or_of_others_is_as_good_as_none([Values("cut", "flipped", "foreign", "empty", "a folder", "gone")] string what)
    {
        using var site = Settled(Small).Build();
        var cache = Directory.GetFiles(Path.Combine(site.Root, ".palabre"), "*.build").Single();
        var bytes = File.ReadAllBytes(cache);
        switch (what)
        {
            case "cut": File.WriteAllBytes(cache, bytes[..(bytes.Length / 2)]); break;
            case "empty": File.WriteAllBytes(cache, []); break;
            case "gone": Directory.Delete(Path.GetDirectoryName(cache)!, recursive: true); break;
            case "foreign": File.WriteAllBytes(cache, [.. bytes[..16], .. new byte[32], .. bytes[48..]]); break;
            case "a folder":
                File.Delete(cache);
                Directory.CreateDirectory(cache);
                break;
            default:
                bytes[bytes.Length / 3] ^= 0x10;
                File.WriteAllBytes(cache, bytes);
                break;
        }

        var ran = site.Run("build", "--timings");
        Assert.That((ran.Status, ran.Error.Contains("read", StringComparison.Ordinal)), Is.EqualTo((0, true)));
    }

    [Test]
    public void What_the_search_gathered_is_gathered_anew_where_it_is_cut_changed_or_of_others(
        [Values("cut", "flipped", "unsealed", "of another kind", "of another site", "of another program", "empty", "a folder", "gone")] string what)
    {
        using var site = Settled(Small).Build();
        using var other = Settled(Small.Replace("comment", "remark", StringComparison.Ordinal)).Build();
        var words = Gathered(site);
        var bytes = File.ReadAllBytes(words);
        File.Delete(words);
        switch (what)
        {
            case "cut": File.WriteAllBytes(words, bytes[..(bytes.Length / 2)]); break;
            case "flipped": File.WriteAllBytes(words, [.. bytes[..^9], (byte)(bytes[^9] ^ 0x10), .. bytes[^8..]]); break;
            case "unsealed": File.WriteAllBytes(words, [.. bytes[..16], .. new byte[32], .. bytes[48..]]); break;
            case "of another kind": File.WriteAllBytes(words, [.. bytes[..16], .. File.ReadAllBytes(Path.ChangeExtension(words, ".build"))[16..]]); break;
            case "of another site": File.Copy(Gathered(other), words); break;
            case "of another program": site.Build("--drafts"); break; // or of other options: identity is one
            case "empty": File.WriteAllBytes(words, []); break;
            case "a folder": Directory.CreateDirectory(words); break;
        }

        // The one sheaf is of the same texts as before, so that it would be taken if it were believed.
        site.Write("content/media/a.txt", "More.").Build();
        Assert.That(SiteOnDisk.Contents(site.Output), Is.EqualTo(SiteOnDisk.Contents(site.Build("--no-cache").Output)));
        if (what != "a folder") Assert.That(File.ReadAllBytes(words), Is.EqualTo(bytes), "left for the next");
    }

    [Test]
    public void What_the_search_gathered_is_written_only_where_it_changed()
    {
        using var site = Settled(Small).Build();
        var before = File.GetLastWriteTimeUtc(Gathered(site));
        site.Write("content/media/a.txt", "More.").Build();
        Assert.That(File.GetLastWriteTimeUtc(Gathered(site)), Is.EqualTo(before));
        site.Write(Comment, "author: Bob\ndate: 2010-01-13\nbody: Another comment.\n").Build();
        Assert.That(File.GetLastWriteTimeUtc(Gathered(site)), Is.GreaterThan(before));
    }

    /// <summary>As when a hook and an editor build the same checkout: in processes of their own, and at the same time.</summary>
    [Test]
    public void Two_builds_at_once_leave_what_one_leaves()
    {
        using var site = Settled(Small).Build();
        for (var round = 0; round < 4; round++)
        {
            site.Write(Comment, $"author: Bob\ndate: 2010-01-13\nbody: Comment of round {round}.\n");
            Process[] twins = [Started(site), Started(site)];
            var codes = new List<int>();
            foreach (var twin in twins)
            {
                using (twin)
                {
                    Assert.That(twin.WaitForExit(60_000), $"round {round}: a build waits for the other");
                    codes.Add(twin.ExitCode);
                }
            }

            // Who comes second while the other writes is refused (PAL4069); who comes after it builds again.
            Assert.That(codes, Has.Some.Zero.And.All.AnyOf(0, ExitStatus.Machine), $"round {round}");

            var cold = Path.Combine(site.Root, $"cold-{round}");
            site.Run("build", "--no-cache", "--output", cold);
            Assert.That(SiteOnDisk.Contents(site.Output), Is.EqualTo(SiteOnDisk.Contents(cold)), $"round {round}");
            Assert.That(SiteOnDisk.Contents(site.Build().Output), Is.EqualTo(SiteOnDisk.Contents(cold)), $"round {round}, and a build after it");
            Assert.That(Directory.EnumerateFiles(Path.Combine(site.Root, ".palabre")).Select(Path.GetExtension),
                Has.All.AnyOf(".build", ".words", ".gitignore"), $"round {round}: nothing is left beside the cache");
        }

        static Process Started(SiteOnDisk site)
        {
            var start = new ProcessStartInfo("dotnet", [typeof(WarmBuild).Assembly.Location, "build", site.Root, "--quiet"]) { RedirectStandardOutput = true, RedirectStandardError = true };
            return Process.Start(start)!;
        }
    }

    [Test]
    public void A_file_where_the_cache_would_be_is_left_alone()
    {
        using var site = Settled(Small);
        site.Write(".palabre", "Mine.").Build();
        site.Write(Comment, "author: Bob\ndate: 2010-01-13\nbody: Another comment.\n").Build();
        Assert.That(site.Published("2010/01/hello/index.html"), Does.Contain("Another comment."));
        Assert.That(File.ReadAllText(Path.Combine(site.Root, ".palabre")), Is.EqualTo("Mine."));
    }

    /// <summary>Whoever can put files into a site, output and cache included, still does not make Palabre believe in them.</summary>
    [Test]
    public void What_somebody_prepared_elsewhere_is_not_believed()
    {
        using var site = Settled(Small).Build();
        var page = Path.Combine(site.Output, "2010/01/hello/index.html");
        var clean = File.ReadAllText(page);
        var (own, others) = (Environment.GetEnvironmentVariable(SealKey.Variable), Directory.CreateTempSubdirectory("palabre-other-"));
        try
        {
            Environment.SetEnvironmentVariable(SealKey.Variable, others.FullName);
            File.WriteAllText(page, clean.Replace("A comment.", "<script>", StringComparison.Ordinal));
            Assert.That(site.Build().Published("2010/01/hello/index.html"), Is.EqualTo(clean));
        }
        finally
        {
            Environment.SetEnvironmentVariable(SealKey.Variable, own);
            others.Delete(recursive: true);
        }
    }

    [Test]
    public void A_cache_behind_a_link_is_left_alone()
    {
        using var site = new SiteOnDisk(Small);
        var elsewhere = Directory.CreateTempSubdirectory("palabre-elsewhere-");
        Directory.CreateSymbolicLink(Path.Combine(site.Root, ".palabre"), elsewhere.FullName);
        site.Build();
        Assert.That(elsewhere.EnumerateFileSystemInfos(), Is.Empty);
        elsewhere.Delete();
    }

    [Test]
    public void Nothing_is_written_through_a_link_that_lies_in_the_cache()
    {
        using var site = new SiteOnDisk(Small);
        var elsewhere = Directory.CreateTempSubdirectory("palabre-elsewhere-");
        var cache = Directory.CreateDirectory(Path.Combine(site.Root, ".palabre"));
        File.CreateSymbolicLink(Path.Combine(cache.FullName, ".gitignore"), Path.Combine(elsewhere.FullName, "ignored"));
        var name = Convert.ToHexStringLower(SHA256.HashData("output"u8).AsSpan(0, 8));
        foreach (var kind in (string[])["build", "words"])
            File.CreateSymbolicLink(Path.Combine(cache.FullName, $"{name}.{kind}.{Environment.ProcessId}"), Path.Combine(elsewhere.FullName, kind));
        site.Build();
        Assert.That(elsewhere.EnumerateFileSystemInfos(), Is.Empty);
        Assert.That(cache.EnumerateFiles($"{name}.*").Select(file => file.Name), Is.EquivalentTo([$"{name}.build", $"{name}.words"]));
        elsewhere.Delete();
    }

    /// <summary>A site whose files were saved a while ago.</summary>
    private static SiteOnDisk Settled(string drawing)
    {
        var site = new SiteOnDisk(drawing);
        foreach (var file in Directory.EnumerateFiles(site.Root, "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        return site;
    }

    private static string Gathered(SiteOnDisk site) =>
        Directory.EnumerateFileSystemEntries(Path.Combine(site.Root, ".palabre"), "*.words").Single();

    private static string[] Times(SiteOnDisk site) => [.. Directory.EnumerateFiles(site.Output, "*", SearchOption.AllDirectories)
        .Select(file => $"{Path.GetRelativePath(site.Output, file).Replace('\\', '/')} {File.GetLastWriteTimeUtc(file).Ticks}").Order(StringComparer.Ordinal)];

    /// <summary>The report, without what was written and how long it took.</summary>
    private static string Told(Ran ran) => Costs().Replace(ran.Output, "");

    [GeneratedRegex(@" · \d+ files? written, \d+ unchanged, \d+ deleted| · [\d.]+ s$", RegexOptions.Multiline)]
    private static partial Regex Costs();
}
