using System.Xml.Linq;
using Palabre.Site;
using Palabre.Tests.Support;

namespace Palabre.Tests.Site;

/// <summary>What is older than the latest fifty entries stands in archives that stay as they are (RFC 5005, section 4).</summary>
public sealed class FeedArchivesTests
{
    [TestCase(50, 0)]
    [TestCase(51, 1)]
    [TestCase(100, 2)]
    [TestCase(120, 2)]
    public void There_are_as_many_archives_as_are_full(int comments, int archives)
    {
        var files = Files(Drawing(comments));
        Assert.That(files.Keys.Where(f => f.StartsWith("comments", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            Is.EqualTo(Enumerable.Range(1, archives).Select(n => $"comments-{n}.xml").Append("comments.xml")));
    }

    [Test]
    public void A_feed_and_its_archives_lead_to_every_entry()
    {
        var files = Files(Drawing(120));
        var seen = new HashSet<string>();
        var at = "comments.xml";
        for (var steps = 0; at is not null; steps++)
        {
            Assert.That(steps, Is.LessThan(3));
            seen.UnionWith(AtomShape.Ids(files[at]));
            at = AtomShape.Links(XDocument.Parse(files[at]).Root!, "prev-archive").SingleOrDefault()?.Attribute("href")!.Value["https://example.org/".Length..];
        }

        Assert.That(seen, Has.Count.EqualTo(120));
    }

    [Test]
    public void Themes_and_authors_have_their_latest_entries_since_all_are_in_the_archives_of_the_site()
    {
        var files = Files(Drawing(120));
        Assert.That(files.Keys.Where(f => f.StartsWith("authors/ann/", StringComparison.Ordinal)), Is.EqualTo(["authors/ann/atom.xml"]));
        Assert.That(AtomShape.Ids(files["authors/ann/atom.xml"]), Is.EqualTo(AtomShape.Ids(files["comments.xml"])));
        Assert.That(AtomShape.Links(XDocument.Parse(files["authors/ann/atom.xml"]).Root!, "prev-archive"), Is.Empty);
    }

    [Test]
    public void An_archive_says_what_it_is_and_where_the_others_are()
    {
        var files = Files(Drawing(120));
        var (first, second) = (XDocument.Parse(files["comments-1.xml"]).Root!, XDocument.Parse(files["comments-2.xml"]).Root!);
        Assert.That(first.Element(AtomShape.History + "archive"), Is.Not.Null);
        Assert.That(XDocument.Parse(files["comments.xml"]).Root!.Element(AtomShape.History + "archive"), Is.Null);
        Assert.That(LinksOf(first), Is.EqualTo("current comments.xml next-archive comments-2.xml"));
        Assert.That(LinksOf(second), Is.EqualTo("current comments.xml prev-archive comments-1.xml"));
        Assert.That(first.Element(AtomShape.Atom + "id")!.Value, Is.EqualTo(second.Element(AtomShape.Atom + "id")!.Value));

        static string LinksOf(XElement feed) => string.Join(' ', feed.Elements(AtomShape.Atom + "link")
            .Where(l => l.Attribute("rel")!.Value is "current" or "prev-archive" or "next-archive")
            .Select(l => $"{l.Attribute("rel")!.Value} {l.Attribute("href")!.Value["https://example.org/".Length..]}"));
    }

    [Test]
    public void Archives_stay_as_they_are_when_a_comment_arrives()
    {
        var before = Files(Drawing(120));
        var after = Files(Drawing(120) + "\n-- content/comments/hello/late.yml --\nauthor: Late\ndate: 2010-05-30\nreplyTo: c1\nbody: Late.");
        string[] archives = [.. before.Keys.Where(f => f.EndsWith("-1.xml", StringComparison.Ordinal) || f.EndsWith("-2.xml", StringComparison.Ordinal))];
        Assert.That(archives, Does.Contain("comments-1.xml").And.Contain("2010/01/hello/atom-2.xml"));
        foreach (var archive in archives) Assert.That(after[archive], Is.EqualTo(before[archive]), archive);
        Assert.That(after["comments.xml"], Is.Not.EqualTo(before["comments.xml"]));
    }

    [Test]
    public void A_text_that_is_corrected_changes_its_own_archive_alone()
    {
        var before = Files(Drawing(120));
        var after = Files(Drawing(120).Replace("body: Words 7.", "updated: 2010-05-01\nbody: Better words.", StringComparison.Ordinal));
        Assert.That(before.Keys.Single(f => f.StartsWith("comments", StringComparison.Ordinal) && before[f] != after[f]), Is.EqualTo("comments-1.xml"));
    }

    private static Dictionary<string, string> Files(string site)
    {
        var build = SiteText.Prepare(site);
        Assert.That(build.HasErrors, Is.False, string.Join('\n', build.Diagnostics));
        return build.Files.OfType<RenderedFile>().Where(f => f.Path.EndsWith(".xml", StringComparison.Ordinal))
            .ToDictionary(f => f.Path, f => build.Text(f.Path), StringComparer.Ordinal);
    }

    private static string Drawing(int comments) =>
        "-- content/site.yml --\nbaseUrl: https://example.org\n-- content/posts/2010-01-12-hello.md --\nText."
        + string.Concat(Enumerable.Range(1, comments).Select(i =>
            $"\n-- content/comments/hello/c{i}.yml --\nauthor: Ann\ndate: 2010-02-{1 + (i / 24):00} {i % 24:00}:00\nbody: Words {i}."));
}
