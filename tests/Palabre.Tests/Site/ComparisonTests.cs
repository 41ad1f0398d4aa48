using Palabre.Model;
using Palabre.Site;
using Palabre.Tests.Support;

namespace Palabre.Tests.Site;

/// <summary>What a change does to an archive.</summary>
public sealed class ComparisonTests
{
    private const string Before = """
        -- content/posts/2010-01-12-a.md --
        ---
        title: A
        author: Ann
        ---
        Words of A.
        -- content/comments/a/c1.yml --
        author: Bob
        date: 2010-01-13
        body: One.
        -- content/comments/a/c2.yml --
        author: Eve
        date: 2010-01-14
        replyTo: c1
        body: Two.
        -- content/posts/2010-01-20-b.md --
        ---
        title: B
        author: Ann
        ---
        Words of B.
        """;

    [Test]
    public void Nothing() => Assert.That(Told(Before, Before), Is.EqualTo("0 entries added, 0 changed, 0 branches moved, 0 addresses lost"));

    [Test]
    public void The_sentence_of_a_change() => Assert.That(Told(Before, Before
        .Replace("Two.", "Three.", StringComparison.Ordinal)
        .Replace("title: B\n", "title: B\nreplyTo: a#c2\n", StringComparison.Ordinal) + """

        -- content/comments/a/c3.yml --
        author: Zoe
        date: 2010-01-15
        body: x
        -- content/comments/b/c4.yml --
        author: Zoe
        date: 2010-01-25
        body: x
        """), Is.EqualTo("2 entries added, 1 changed, 1 branch moved, 0 addresses lost | +a#c3 +b#c4 ~a#c2(text) >b:a#c2<"));

    [TestCase("title: A", "title: A2", "~a(title)")]
    [TestCase("Words of A.", "Other words.", "~a(text)")]
    [TestCase("date: 2010-01-13", "date: 2010-01-11", "~a#c1(date)")]
    [TestCase("author: Bob", "author: Rob", "~a#c1(author)")]
    [TestCase("author: Bob", "author: Bob\nlanguage: de", "~a#c1(language)")]
    [TestCase("author: Bob", "author: Bob\nformat: text", "~a#c1(text)")]
    [TestCase("author: Bob", "author: Bob\nurl: https://example.org", "~a#c1(details)")]
    [TestCase("author: Bob", "author: Bob\nmood: [1, {a: b}]", "~a#c1(details)")]
    [TestCase("title: A", "title: A\nsummary: S", "~a(details)")]
    [TestCase("title: A", "title: A\nparallel: [{title: P, url: https://example.org}]", "~a(details)")]
    [TestCase("body: One.", "body: One.\nstatus: removed", "~a#c1(text, status)")]
    [TestCase("replyTo: c1\n", "", ">a#c2:a<a#c1")]
    [TestCase("replyTo: c1", "replyTo: c9", ">a#c2:a<a#c1")]
    [TestCase("title: B", "title: B\naliases: [/b/]", "~b(aliases)")]
    public void What_is_another_now(string was, string now, string told) =>
        Assert.That(Told(Before, Before.Replace(was, now, StringComparison.Ordinal)).Split(" | ")[^1], Is.EqualTo(told));

    [Test]
    public void Themes_come_and_go() => Assert.That(
        Told(Before.Replace("title: A", "title: A\nthemes: [x]", StringComparison.Ordinal), Before.Replace("title: A", "title: A\nthemes: [y]", StringComparison.Ordinal)),
        Does.StartWith("0 entries added, 1 changed, 0 branches moved, 1 theme added, 1 theme removed, 1 address lost | ~a(themes)"));

    [Test]
    public void What_is_withheld_was_there_before_and_what_is_published_was_withheld()
    {
        var pending = Before.Replace("body: Two.", "body: Two.\nstatus: pending", StringComparison.Ordinal);
        Assert.That(Told(Before, pending), Is.EqualTo("0 entries added, 0 changed, 1 withheld, 0 branches moved, 2 addresses lost | -a#c2(Pending)"));
        Assert.That(Told(pending, Before), Is.EqualTo("0 entries added, 0 changed, 1 published, 0 branches moved, 0 addresses lost | *a#c2"));
        Assert.That(Told(pending, pending), Does.StartWith("0 entries added, 0 changed, 0 branches"));
    }

    [Test]
    public void A_renamed_post_takes_its_comments_along()
    {
        var renamed = Before.Replace("posts/2010-01-12-a.md", "posts/2010-01-12-z.md", StringComparison.Ordinal).Replace("comments/a/", "comments/z/", StringComparison.Ordinal);
        Assert.That(Told(Before, renamed), Is.EqualTo("0 entries added, 1 changed, 0 branches moved, 3 addresses lost | ~z(address)"));
        Assert.That(Told(Before, renamed.Replace("title: A", "title: A\naliases: [/2010/01/a/]", StringComparison.Ordinal)),
            Is.EqualTo("0 entries added, 1 changed, 0 branches moved, 3 addresses redirected, 0 addresses lost | ~z(address, aliases)"));
    }

    [Test]
    public void A_comment_that_moved_under_another_post_is_the_same_comment()
    {
        var moved = Before.Replace("comments/a/c2.yml --\nauthor: Eve", "comments/b/c2.yml --\naliases: [\"/2010/01/a/#c-c2\"]\nauthor: Eve", StringComparison.Ordinal)
            .Replace("replyTo: c1\n", "", StringComparison.Ordinal);
        Assert.That(Told(Before, moved), Is.EqualTo(
            "0 entries added, 1 changed, 1 branch moved, 1 address redirected, 0 addresses lost | ~b#c2(address, aliases) >b#c2:b<a#c1"));
    }

    [TestCase("-- content/addresses.txt --\n/2010/01/a/", "0 addresses lost, 1 given up")]
    [TestCase("-- content/addresses.txt --\n/2010/01/a/\n/about/", "1 address lost")]
    [TestCase("", "1 address lost", TestName = "A ledger that is gone gives up nothing")]
    [TestCase("-- content/addresses.txt --\n/2010/01/a/\n<<<<<<< HEAD", "1 address lost", TestName = "Nor does a damaged one")]
    public void What_somebody_took_out_of_the_ledger_is_given_up(string ledger, string told) => Assert.That(
        Told($"{Before}\n-- content/pages/about.md --\n# About\n-- content/addresses.txt --\n/2010/01/a/\n/about/\n", $"{Before}\n{ledger}\n"),
        Does.StartWith($"0 entries added, 0 changed, 0 branches moved, {told}"));

    [Test]
    public void With_a_page_what_stood_on_it_is_given_up()
    {
        var comparison = Comparison.Of(
            SiteText.Prepare($"{Before}\n-- content/addresses.txt --\n/2010/01/a/\n"),
            SiteText.Prepare($"{Before[Before.IndexOf("-- content/posts/2010-01-20", StringComparison.Ordinal)..]}\n-- content/addresses.txt --\n"), []);
        Assert.That(comparison.GivenUp.Select(place => place.ToString()), Is.EqualTo(["/2010/01/a/", "/2010/01/a/#c-c1", "/2010/01/a/#c-c2"]));
        Assert.That(comparison.Lost.Select(lost => lost.Line.Place.ToString()), Has.None.StartsWith("/2010/01/a/").And.Not.Empty);
    }

    [Test]
    public void What_a_lost_place_became_is_known_for_certain()
    {
        var renamed = Before.Replace("posts/2010-01-12-a.md", "posts/2009-09-09-z.md", StringComparison.Ordinal).Replace("comments/a/", "comments/z/", StringComparison.Ordinal);
        var comparison = Comparison.Of(SiteText.Prepare(Before), SiteText.Prepare(renamed.Replace("title: A", "title: A\ndate: 2010-01-12", StringComparison.Ordinal)), []);
        Assert.That(comparison.Lost.Single().AliasIn, Is.EqualTo("content/posts/2009-09-09-z.md"));
    }

    [Test]
    public void From_nothing_everything_is_added() =>
        Assert.That(Told("-- content/README --\n", Before), Does.StartWith("4 entries added, 0 changed, 0 branches moved, 0 addresses lost"));

    private static string Told(string before, string after)
    {
        var build = SiteText.Prepare(after);
        Assert.That(build.HasErrors, Is.False, string.Join('\n', build.Diagnostics));
        var c = Comparison.Of(SiteText.Prepare(before), build, []);
        string[] told =
        [
            .. c.Added.Select(e => "+" + Name(e)), .. c.Published.Select(e => "*" + Name(e)),
            .. c.Changed.Select(e => $"~{Name(e.Entry)}({string.Join(", ", e.What)})"),
            .. c.Moved.Select(m => $">{Name(m.Entry)}:{Name(m.After)}<{Name(m.Before)}"),
            .. c.Withheld.Select(w => $"-{Name(w.Entry)}({w.Reason})"), .. c.Removed.Select(e => "!" + Name(e)),
        ];
        return c.Summary + (told.Length == 0 ? "" : " | " + string.Join(' ', told));
    }

    private static string Name(Entry? entry) => entry is Comment comment ? $"{comment.PostId}#{comment.Id}" : entry?.Id ?? "";
}
