using System.Text;
using System.Text.Json;
using Palabre.Tests.Support;

namespace Palabre.Tests.Searching;

/// <summary>The files that searches read, as files; what readers find in them is for the browser's tests.</summary>
public sealed class ConcordanceTests
{
    private const string Drawing = """
        -- content/posts/2010-05-01-a.md --
        ---
        title: Alpha
        ---
        Visible words. <!-- unseenwords -->
        -- content/comments/a.yml --
        - id: c1
          author: Bob
          date: 2010-05-02
          body: Answering words.
        - id: c2
          author: Withdrawnname
          date: 2010-05-03
          status: removed
          reason: asked
          body: Withdrawnwords
        - id: c3
          author: Waiting
          date: 2010-05-04
          status: pending
          body: Pendingwords
        """;

    [Test]
    public void What_is_removed_pending_or_unseen_is_in_no_file()
    {
        using var site = new SiteOnDisk(Drawing).Build();
        var all = string.Concat(Files(site).Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file))));
        // A term is written without what it begins with in common with the one before it.
        Assert.That(all, Does.Contain("isible").And.Contain("swering"));
        foreach (var unseen in new[] { "seenwords", "drawnwords", "drawnname", "dingwords" }) Assert.That(all, Does.Not.Contain(unseen).IgnoreCase);
    }

    [Test]
    public void A_younger_entry_leaves_the_names_of_other_files_alone()
    {
        var many = string.Concat(Enumerable.Range(0, 600).Select(i =>
            $"- id: c{i:0000}\n  author: Bob\n  date: 2010-05-02T{i / 60:00}:{i % 60:00}:00Z\n  body: word{i % 50} number{i} others{i % 7}\n"));
        using var site = new SiteOnDisk("-- content/posts/2010-05-01-a.md --\nWords.\n-- content/comments/a/list.yml --\n" + many);
        var before = Names(site.Build());
        site.Write("content/comments/a/late.yml", "author: Bob\ndate: 2010-05-20\nbody: lateword\n").Build();
        var after = Names(site);
        Assert.That(before.Intersect(after).Count(), Is.GreaterThanOrEqualTo(2), "of the results of older entries");
        Assert.That(after.Except(before).Count(), Is.InRange(3, 5), "results and terms that have it, and what names them");
    }

    [Test]
    public void No_file_is_longer_than_64_KB()
    {
        var random = new Random(7);
        var words = Enumerable.Range(0, 30_000).Select(i => string.Create(9, random, (span, r) => { foreach (ref var c in span) c = (char)('a' + r.Next(26)); })).ToArray();
        var body = string.Join('\n', words.Chunk(20).Select(line => "  " + string.Join(' ', line)));
        using var site = new SiteOnDisk($"-- content/posts/2010-05-01-a.md --\nWords.\n-- content/comments/a/c1.yml --\nauthor: A\ndate: 2010-05-02\nbody: |\n{body}").Build();
        Assert.That(Files(site).Select(file => new FileInfo(file).Length), Is.All.LessThanOrEqualTo(64 << 10));
        Assert.That(Files(site).Count(), Is.GreaterThan(10));
    }

    [Test]
    public void Without_search_there_is_nothing_of_it()
    {
        using var site = new SiteOnDisk(Drawing + "\n-- content/site.yml --\ntitle: T\nbaseUrl: https://example.org\nsearch: false").Build();
        Assert.That(Directory.Exists(Path.Combine(site.Output, "search")), Is.False);
        Assert.That(File.Exists(Path.Combine(site.Output, "opensearch.xml")), Is.False);
        Assert.That(site.Pages.Select(site.Published), Has.None.Contains("/search/"));
    }

    [Test]
    public void A_site_without_entries_can_be_searched()
    {
        using var site = new SiteOnDisk("").Build();
        var start = Files(site).Where(file => file.EndsWith(".json", StringComparison.Ordinal)).Single();
        Assert.That(JsonDocument.Parse(File.ReadAllBytes(start)).RootElement.GetProperty("entries").GetInt32(), Is.Zero);
    }

    [Test]
    public void The_search_page_can_stand_elsewhere()
    {
        using var site = new SiteOnDisk(Drawing + "\n-- content/site.yml --\ntitle: T\nbaseUrl: https://example.org/sub/\nurls:\n  search: /find/").Build();
        Assert.That(site.Page("find/index.html").QuerySelector("#search")!.GetAttribute("data-start"), Does.Match("^/sub/find/[0-9a-f]{12}\\.json$"));
        Assert.That(site.Published("opensearch.xml"), Does.Contain("template=\"https://example.org/sub/find/?q={searchTerms}\""));
        Assert.That(site.Published("index.html"), Does.Contain("href=\"/sub/find/\"").And.Contain("href=\"/sub/opensearch.xml\""));
    }

    [TestCase("Friends of the Wood", "Friends of the")]
    [TestCase("Sixteen letters.", "Sixteen letters.")]
    [TestCase("Sixteen letters and more", "Sixteen letters")]
    [TestCase("Donaudampfschifffahrtsgesellschaft", "Donaudampfschiff")]
    public void Browsers_are_given_a_short_name_of_whole_words(string title, string name)
    {
        using var site = new SiteOnDisk($"-- content/site.yml --\ntitle: {title}\nbaseUrl: https://example.org").Build();
        Assert.That(site.Published("opensearch.xml"), Does.Contain($"<ShortName>{name}</ShortName>"));
    }

    [Test]
    public void A_page_of_the_editors_cannot_take_the_place_of_the_search_page()
    {
        using var site = new SiteOnDisk(Drawing + "\n-- content/pages/search.md --\nMine.");
        Assert.That(site.Run("build").Output, Does.Contain("content/pages/search.md").And.Contain("/search/"));
    }

    private static IEnumerable<string> Files(SiteOnDisk site) =>
        Directory.EnumerateFiles(Path.Combine(site.Output, "search")).Where(file => !file.EndsWith(".html", StringComparison.Ordinal));

    private static string[] Names(SiteOnDisk site) => [.. Files(site).Select(file => Path.GetFileName(file)!)];
}
