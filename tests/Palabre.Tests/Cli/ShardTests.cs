using Palabre.Tests.Support;

namespace Palabre.Tests.Cli;

/// <summary>Parts that several machines make are, joined, what one machine makes.</summary>
public sealed class ShardTests
{
    private static readonly string Several = string.Join('\n', Enumerable.Range(0, 8).Select(i => $"""
        -- content/posts/2010-01-1{i}-post-{i}.md --
        ---
        author: Author {i % 3}
        themes: [Trust]
        {(i == 5 ? "replyTo: post-0#c1" : "pinned: no")}
        ---
        The text of post {i}.
        -- content/comments/post-{i}.yml --
        - id: c1
          author: Ann
          date: 2010-02-0{i + 1}
          body: A comment.
        """));

    [Test]
    public void All_parts_joined_are_one_build_byte_for_byte([Values(1, 2, 5)] int count, [Values("--export", "--portable")] string option)
    {
        using var site = new SiteOnDisk(Several).Build(option);
        for (var number = 1; number <= count; number++) site.Build(option, "--shard", $"{number}/{count}", "--output", Part(site, number));
        var joined = Path.Combine(site.Root, "joined");
        var ran = SiteOnDisk.Palabre(["join", joined, .. Enumerable.Range(1, count).Reverse().Select(number => Part(site, number))]);
        Assert.That((ran.Status, ran.Error), Is.EqualTo((0, "")));
        Assert.That(SiteOnDisk.Contents(joined), Is.EqualTo(SiteOnDisk.Contents(site.Output)));
        if (count > 1) Assert.That(Files(Part(site, 2)), Has.Length.LessThan(Files(site.Output).Length).And.Some.EndsWith("/index.html"));
    }

    [Test]
    public void A_part_has_whole_discussions()
    {
        using var site = new SiteOnDisk(Several);
        site.Build("--shard", "2/2", "--output", Part(site, 2));
        var files = Files(Part(site, 2));
        foreach (var page in files.Where(file => file.StartsWith("2010/01/", StringComparison.Ordinal) && file.EndsWith("/index.html", StringComparison.Ordinal) && file.Count(c => c == '/') == 4))
            Assert.That(files, Does.Contain(page.Replace("index.html", "atom.xml", StringComparison.Ordinal)));
    }

    [Test]
    public void Lists_are_shared_out_and_the_search_is_in_the_first_part()
    {
        using var site = new SiteOnDisk(Several);
        site.Build("--shard", "1/2", "--output", Part(site, 1)).Build("--shard", "2/2", "--output", Part(site, 2));
        var (first, second) = (Files(Part(site, 1)), Files(Part(site, 2)));
        Assert.That(first, Has.Some.StartsWith("search/").And.Some.StartsWith("authors/"));
        Assert.That(second, Has.None.StartsWith("search/").And.Some.StartsWith("authors/"));
    }

    [Test]
    public void A_missing_part_a_strange_folder_and_a_damaged_file_are_told()
    {
        using var site = new SiteOnDisk(Several);
        site.Build("--shard", "1/2", "--output", Part(site, 1)).Build("--shard", "2/2", "--output", Part(site, 2));
        Assert.That(Join(site, 1), Is.EqualTo((2, "palabre: Part 2 of 2 is missing.\n  hint: Name the folders of all 2 parts, each once.\n")));
        Assert.That(Join(site, 1, 1, 2), Is.EqualTo((2, "palabre: There are 3 folders for 2 parts.\n  hint: Name the folder of each part once.\n")));
        Assert.That(Join(site, 1, 9).Error, Does.Contain("holds no part of a site."));
        File.AppendAllText(Path.Combine(Part(site, 2), Files(Part(site, 2)).First(file => file.EndsWith(".html", StringComparison.Ordinal))), "<script>");
        Assert.That(Join(site, 1, 2).Status, Is.EqualTo(1));
        Assert.That(Directory.Exists(Path.Combine(site.Root, "joined")), Is.False);
    }

    [Test]
    public void Parts_of_different_states_of_the_site_are_not_joined()
    {
        using var site = new SiteOnDisk(Several);
        site.Build("--shard", "1/2", "--output", Part(site, 1));
        site.Write("content/comments/post-1.yml", "- id: c1\n  author: Ann\n  date: 2010-02-02\n  body: Another word.\n").Build("--shard", "2/2", "--output", Part(site, 2));
        var (status, error) = Join(site, 1, 2);
        Assert.That((status, error.Split('\n')[1]), Is.EqualTo((2, "  hint: Build all parts of the same commit with the same options, and with the same --now.")));
        Assert.That(Directory.Exists(Path.Combine(site.Root, "joined")), Is.False);
        site.Build("--shard", "1/2", "--output", Part(site, 1));
        Assert.That(Join(site, 1, 2).Status, Is.Zero);
    }

    [Test]
    public void So_it_is_where_one_machine_published_what_lay_in_the_future_for_the_other()
    {
        using var site = new SiteOnDisk(Several);
        site.Build("--now", "2010-01-15T12:00:00Z", "--shard", "1/2", "--output", Part(site, 1)).Build("--now", "2010-01-16T12:00:00Z", "--shard", "2/2", "--output", Part(site, 2));
        Assert.That(Join(site, 1, 2).Error, Does.Contain("are parts of different states of the site."));
        site.Build("--now", "2010-01-16T13:00:00Z", "--shard", "1/2", "--output", Part(site, 1));
        Assert.That(Join(site, 1, 2), Is.EqualTo((0, "")));
    }

    [TestCase("content/site.yml", "title: Another\n")]
    [TestCase("content/posts/2010-01-13-post-3.md", "---\ntitle: Another\n---\nThe text of post 3.\n")]
    [TestCase("themes/trust.md", "What it is.\n")]
    [TestCase("themes/_look/footer.html", "<footer></footer>\n")]
    public void So_it_is_where_anything_else_differs(string file, string text)
    {
        using var site = new SiteOnDisk(Several);
        site.Build("--shard", "1/2", "--output", Part(site, 1)).Write(file, text).Build("--shard", "2/2", "--output", Part(site, 2));
        Assert.That(Join(site, 1, 2).Error, Does.Contain("are parts of different states of the site."));
    }

    [TestCase("--base-url", "https://example.com/")]
    [TestCase("--portable")]
    [TestCase("--drafts")]
    public void So_it_is_where_the_options_differ(params string[] options)
    {
        using var site = new SiteOnDisk(Several);
        site.Build("--shard", "1/2", "--output", Part(site, 1)).Build(["--shard", "2/2", "--output", Part(site, 2), .. options]);
        Assert.That(Join(site, 1, 2).Error, Does.Contain("are parts of different states of the site."));
    }

    [Test]
    public void A_part_is_not_written_over()
    {
        using var site = new SiteOnDisk(Several);
        site.Build("--shard", "1/2", "--output", Part(site, 1)).Build("--shard", "2/2", "--output", Part(site, 2));
        var before = SiteOnDisk.Contents(Part(site, 1));
        var ran = SiteOnDisk.Palabre(["join", Part(site, 1), Part(site, 1), Part(site, 2)]);
        Assert.That((ran.Status, ran.Error.Split('\n')[1]), Is.EqualTo((2, "  hint: Name a folder of its own for the whole.")));
        Assert.That(SiteOnDisk.Contents(Part(site, 1)), Is.EqualTo(before));
    }

    [TestCase("0/2")]
    [TestCase("3/2")]
    [TestCase("1")]
    [TestCase("-1/2")]
    [TestCase("1/1001")]
    public void What_is_no_part_is_refused(string shard)
    {
        using var site = new SiteOnDisk(Several);
        Assert.That(site.Run("build", "--shard", shard).Error, Does.StartWith($"palabre: --shard takes a part of a number of parts such as 1/8, not '{shard}'."));
    }

    private static string Part(SiteOnDisk site, int number) => Path.Combine(site.Root, $"part-{number}");

    private static (int Status, string Error) Join(SiteOnDisk site, params int[] parts)
    {
        var ran = SiteOnDisk.Palabre(["join", Path.Combine(site.Root, "joined"), .. parts.Select(number => Part(site, number))]);
        return (ran.Status, ran.Error);
    }

    private static string[] Files(string folder) => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
}
