using System.Globalization;
using System.Text;
using Palabre.Quoting;
using Palabre.Tests.Support;
using Palabre.Threading;

namespace Palabre.Tests.Quoting;

public sealed class RemovedQuotationsTests
{
    private const string Text = "The door was open all night, and nobody ever told my neighbour about it. Call me Ishmael.";

    [TestCase("> nobody ever told my neighbour", "5:5", TestName = "A few words in a quotation")]
    [TestCase("> Nobody *ever* told…\n  > my neighbour", "5:5", TestName = "Over two lines, with other signs")]
    [TestCase("You said «nobody ever told my neighbour» yourself.", "5:13", TestName = "Between quotation marks")]
    [TestCase("But the door was open all night and nobody ever told my neighbour so.", "5:7", TestName = "A long run of words, unmarked")]
    [TestCase("> Nobody can say that this has much to do with the matter, or ever told my neighbour", null, TestName = "A small part of a quotation of something else")]
    [TestCase("I know that nobody ever told my neighbour.", null, TestName = "A few words, unmarked")]
    [TestCase("> call me", null, TestName = "Too few words")]
    [TestCase("Other words altogether.", null, TestName = "Nothing of it")]
    public void Is_told_where_it_stands(string body, string? place) => Assert.That(
        Told(Site(Text, body)), Is.EqualTo(place is null ? [] : new[] { $"content/comments/a/y.yml:{place}" }));

    [TestCase("body: \"You said «nobody ever told my neighbour».\"", "4:18")]
    [TestCase("body: >\n  You said, as I heard,\n  «nobody ever told my neighbour».", "6:4")]
    [TestCase("body: \"You: \\u00abnobody\\u0020ever told my neighbour\\u00bb.\"", "4:7", Description = "written with escapes: where the body begins")]
    public void The_place_is_found_however_the_body_is_written(string body, string place) => Assert.That(
        Told(Site(Text, "⟨⟩").Replace("body: |\n  ⟨⟩", body, StringComparison.Ordinal)), Is.EqualTo(new[] { $"content/comments/a/y.yml:{place}" }));

    [Test]
    public void A_redacted_post_counts_too() => Assert.That(Told($"""
        -- content/posts/2010-01-12-a.md --
        ---
        title: A
        status: redacted
        ---
        {Text}
        -- content/posts/2010-01-13-b.md --
        ---
        title: B
        replyTo: a
        ---

        Indeed.

        > nobody ever told my neighbour
        """), Is.EqualTo(["content/posts/2010-01-13-b.md:8:3"]));

    [Test]
    public void A_title_that_stood_before_is_nobodys_quotation() => Assert.That(Told("""
        -- content/posts/2010-01-12-a.md --
        ---
        title: The budget of the year explained
        ---
        Words.
        -- content/comments/a/x.yml --
        {date: 2010-01-13, author: X, status: removed, body: The budget of the year explained at last}
        -- content/posts/2010-01-14-b.md --
        ---
        title: "Re: The budget of the year explained"
        replyTo: a
        ---
        Words.
        """), Is.Empty);

    [Test]
    public void What_somebody_said_before_is_theirs() => Assert.That(Told(Site(Text, "> nobody ever told my neighbour") + $"""
        -- content/comments/a/w.yml --
        date: 2010-01-12
        author: W
        body: {Text}
        """), Is.Empty);

    [Test]
    public void What_the_removed_entry_quoted_itself_is_not_its_own() => Assert.That(
        Told(Site("Look:\n  > nobody ever told my neighbour\n\n  No.", "> nobody ever told my neighbour")), Is.Empty);

    [Test]
    public void A_text_that_is_no_longer_in_the_file_cannot_be_found() =>
        Assert.That(Told(Site("gone", "> nobody ever told my neighbour")), Is.Empty);

    [Test]
    public void Thousands_of_removed_texts_and_of_replies_to_them_take_no_longer_than_their_length()
    {
        var site = new StringBuilder("-- content/posts/2010-01-12-a.md --\n---\ntitle: A\n---\n-- content/comments/a.yml --\n");
        for (var i = 0; i < 4000; i++)
        {
            var words = string.Join(' ', Enumerable.Range(0, 30).Select(w => $"w{(i * 31) + w}"));
            site.Append(CultureInfo.InvariantCulture, $"- {{id: r{i}, date: 2010-01-13, author: A, status: removed, body: {words}}}\n");
            site.Append(CultureInfo.InvariantCulture, $"- {{id: q{i}, date: 2010-01-14, author: B, body: '> {words}'}}\n");
        }

        var threads = SiteText.Thread(site.ToString()).Value;
        var text = site.ToString();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var told = RemovedQuotations.Find(threads, _ => text[(text.LastIndexOf("--\n", StringComparison.Ordinal) + 3)..]);
        Assert.That(told, Has.Count.EqualTo(4000));
        Assert.That(told.Select(d => d.Source.Column), Is.All.GreaterThan(40));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
    }

    private static string Site(string removed, string body) => $"""
        -- content/posts/2010-01-12-a.md --
        ---
        title: A
        ---
        -- content/comments/a/x.yml --
        date: 2010-01-13 10:00
        author: X
        status: removed
        body: |
          {removed}
        -- content/comments/a/y.yml --
        date: 2010-01-14
        author: Y
        replyTo: x
        body: |
          {body}

        """;

    private static string[] Told(string site)
    {
        var files = SiteText.Files(site);
        var threads = Threader.Thread(SiteText.Read(files).Value).Value;
        return [.. RemovedQuotations.Find(threads, path => Encoding.UTF8.GetString(files.Read(files.Files.Single(f => f.Path == path)).Bytes.Span))
            .Select(d => d.Source.ToString())];
    }
}
