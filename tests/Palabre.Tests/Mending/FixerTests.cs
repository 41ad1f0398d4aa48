using System.Diagnostics;
using System.Text;
using Palabre.Mending;
using Palabre.Reading;
using Palabre.Tests.Support;
using Palabre.Writing;

namespace Palabre.Tests.Mending;

public sealed class FixerTests
{
    private const string Post = "-- content/posts/2010-01-12-hello.md --\n---\ntitle: Hello\n---\nWords.\n";

    [TestCase("autor: A", "author: A", TestName = "A letter missing")]
    [TestCase("authro: A", "author: A", TestName = "Two letters swapped")]
    [TestCase("Author: A", "author: A", TestName = "Another case")]
    [TestCase("last-modified-at: 2010-02-01", "last_modified_at: 2010-02-01", TestName = "Another delimiter")]
    [TestCase("\"sumary\": A # why", "summary: A # why", TestName = "In quotes, with a remark")]
    [TestCase("stauts: removed", "status: removed", TestName = "A status that was meant to take a text down")]
    [TestCase("relayed:\n  form: A", "relayed:\n  from: A", TestName = "A key of a map within")]
    [TestCase("stauts: spam", null, TestName = "Not a status that would take the address away")]
    [TestCase("slgu: other", null, TestName = "Not what decides the address")]
    [TestCase("replyTwo: other", null, TestName = "Not what decides which discussion it belongs to, and whose address would go")]
    [TestCase("darft: true", null, TestName = "Not what decides whether it is published")]
    [TestCase("autor: A\nauthor: B", null, TestName = "Not beside the key that was meant")]
    [TestCase("autor: A\nauthr: B", null, TestName = "Not two for one")]
    [TestCase("title2: A", null, TestName = "Not a digit, which is no slip")]
    [TestCase("lng: fr", null, TestName = "Not a short word")]
    [TestCase("pined: perhaps", null, TestName = "Not where the value does not suit")]
    [TestCase("update: soon", null, TestName = "Not where a date would be none")]
    [TestCase("comentz: open", null, TestName = "Not two letters")]
    public void A_misspelt_key_of_a_post(string before, string? after)
    {
        var (site, left) = Fixed($"-- content/posts/2010-01-12-hello.md --\n---\ntitle: Hello\n{before}\n---\nWords.");
        Assert.That(site["content/posts/2010-01-12-hello.md"], Is.EqualTo($"---\ntitle: Hello\n{after ?? before}\n---\nWords.\n"));
        Assert.That(left, Is.Empty);
    }

    [TestCase("content/site.yml", "titel: T", "title: T")]
    [TestCase("content/site.yml", "comment: talk", "comment: talk")]
    [TestCase("content/authors/a.yml", "nmae: A\naliasses: B", "name: A\naliases: B")]
    [TestCase("themes/a.md", "---\ntitle: A\nordre: 1\n---", "---\ntitle: A\norder: 1\n---")]
    [TestCase("content/pages/a.md", "---\ntitle: A\nordre: 1\n---", "---\ntitle: A\norder: 1\n---")]
    [TestCase("content/comments/hello/a.yml", "date: 2010-01-13\nautor: A\nmesage: M", "date: 2010-01-13\nauthor: A\nmessage: M")]
    public void A_misspelt_key_of_any_file(string path, string before, string after) =>
        Assert.That(Fixed($"{Post}-- {path} --\n{before}").Site[path], Is.EqualTo(after + "\n").Or.EqualTo(after));

    [Test]
    public void A_number_becomes_the_id_that_it_means_today()
    {
        var (site, _) = Fixed($"""
            {Post}-- content/comments/hello/b.yml --
            author: B
            date: 2010-01-13
            body: x
            -- content/comments/hello/a.yml --
            author: A
            date: 2010-01-14
            body: x
            -- content/comments/hello/c.yml --
            author: C
            date: 2010-01-15
            replying_to: '2' # Bob
            body: x
            -- content/comments/hello/d.yml --
            author: D
            date: 2010-01-15
            replying_to: a
            body: x
            -- content/comments/hello/e.yml --
            author: E
            date: 2010-01-15
            replying_to: 9
            body: x
            """);
        Assert.That(site["content/comments/hello/c.yml"], Does.Contain("replyTo: 'b' # Bob\n"));
        Assert.That(site["content/comments/hello/d.yml"], Does.Contain("replying_to: a\n"), "an id already");
        Assert.That(site["content/comments/hello/e.yml"], Does.Contain("replying_to: 9\n"), "nobody's number");
    }

    [Test]
    public void Ids_of_a_list_are_written_down_before_anything_else_could_change_them()
    {
        var (site, _) = Fixed($$"""
            {{Post}}-- content/comments/hello.yml --
            # the list
            - autor: A
              date: 2010-01-13
              body: one
            - {date: 2010-01-13, author: B, body: two}
            - date: 2010-01-13 # again
              author: B
              body: three
            - id: own
              date: 2010-01-13
              author: C
              body: four
            """);
        Assert.That(site["content/comments/hello.yml"], Is.EqualTo("""
            # the list
            - id: 2010-01-13
              author: A
              date: 2010-01-13
              body: one
            - {id: 2010-01-13-b, date: 2010-01-13, author: B, body: two}
            - id: 2010-01-13-b-2
              date: 2010-01-13 # again
              author: B
              body: three
            - id: own
              date: 2010-01-13
              author: C
              body: four

            """.ReplaceLineEndings("\n")));
    }

    [TestCase("helo", true)]
    [TestCase("hellos", true)]
    [TestCase("hello-1", false, Description = "a digit")]
    [TestCase("haalo", false, Description = "two letters of five")]
    [TestCase("other", false)]
    public void A_folder_of_comments_takes_the_name_of_the_one_post_that_can_be_meant(string folder, bool moves)
    {
        var (site, _) = Fixed($"{Post}-- content/comments/{folder}/a.yml --\nauthor: A\ndate: 2010-01-13\nbody: x\n-- content/comments/{folder}/note.txt --\nx\n");
        Assert.That(site.Keys.Where(p => p.StartsWith("content/comments", StringComparison.Ordinal)), Is.EqualTo(moves
            ? ["content/comments/hello/a.yml", "content/comments/hello/note.txt"]
            : new[] { $"content/comments/{folder}/a.yml", $"content/comments/{folder}/note.txt" }));
    }

    [TestCase("-- content/posts/2010-01-12-halo.md --\nx\n", "2010-01-13", TestName = "Not where two posts are near")]
    [TestCase("-- content/comments/hello/a.yml --\nauthor: B\ndate: 2010-01-13\nbody: y\n", "2010-01-13", TestName = "Not where its id is taken")]
    [TestCase("", "2009-12-01", TestName = "Not where it is older than the post")]
    public void A_folder_stays(string more, string date) =>
        Assert.That(Fixed($"{Post}{more}-- content/comments/helo/a.yml --\nauthor: A\ndate: {date}\nbody: x\n").Site, Contains.Key("content/comments/helo/a.yml"));

    [Test]
    public void A_list_is_renamed_too() =>
        Assert.That(Fixed($"{Post}-- content/comments/helo.yaml --\n- id: a\n  author: A\n  date: 2010-01-13\n  body: x\n").Site, Contains.Key("content/comments/hello.yaml"));

    [Test]
    public void What_hangs_on_an_anchor_is_left_to_the_editor()
    {
        var (site, left) = Fixed($"{Post}-- content/comments/hello.yml --\n- &a {{id: a, autor: A, date: 2010-01-13, body: x}}\n- <<: *a\n  id: b\n");
        Assert.That(site["content/comments/hello.yml"], Does.Contain("autor: A"));
        Assert.That(left.Select(l => l.Place), Is.Not.Empty.And.All.StartWith("content/comments/hello.yml:"));
    }

    [Test]
    public void All_in_one_run_and_a_second_finds_nothing()
    {
        var text = $"{Post}-- content/comments/helo/a.yml --\nautor: A\ndtae: 2010-01-13\nmesage: x\n"
            + "-- content/comments/helo/b.yml --\nauthor: A\ndate: 2010-01-14\nreplying_ot: 1\nbody: x\n-- content/comments/Hello.yml --\n- autor: A\n  dtae: 2010-01-13\n  body: x\n";
        var files = SiteText.Files(text);
        var mended = Fix(files);
        Assert.That(mended.Done, Is.Not.Empty);
        Assert.That(Fix(mended.Site).Changes, Is.Empty);
        var archive = SiteText.Read(mended.Site);
        Assert.That(archive.Value.Comments.Single().Select(c => c.Id), Is.EquivalentTo(["a", "b", "2010-01-13-a"]));
        Assert.That(archive.Diagnostics, Is.Empty);
    }

    [Test]
    public void A_site_without_mistakes_is_left_as_it_is() => Assert.That(Fix(SiteText.Files(Post)).Changes, Is.Empty);

    [Test]
    public void Ten_thousand_fixes_in_one_file_take_no_longer_than_its_length()
    {
        var list = new StringBuilder(Post + "-- content/comments/hello.yml --\n");
        for (var i = 0; i < 10_000; i++) list.Append(System.Globalization.CultureInfo.InvariantCulture, $"- autor: P{i}\n  date: {1_270_000_000 + i}\n  body: x\n");
        var files = SiteText.Files(list.ToString());
        var clock = Stopwatch.StartNew();
        var mended = Fix(files);
        Assert.That(mended.Done.Select(d => d.Text), Is.EquivalentTo(["'autor' is now 'author' (10000 times)", "the id it was given is written down (10000 times)"]));
        Assert.That(UnifiedDiff.Of(mended.Changes), Has.Length.GreaterThan(300_000));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
    }

    private static Mended Fix(SiteFiles files) => Fixer.Fix(files, SiteText.Settings(files).Value, SiteText.Options, _ => []);

    private static (Dictionary<string, string> Site, IReadOnlyList<Remark> Left) Fixed(string site)
    {
        var mended = Fix(SiteText.Files(site));
        return (mended.Site.Files.ToDictionary(f => f.Path, f => Encoding.UTF8.GetString(mended.Site.Read(f).Bytes.Span)), mended.Left);
    }
}
