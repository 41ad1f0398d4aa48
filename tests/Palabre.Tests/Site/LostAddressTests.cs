using CsCheck;
using Palabre.Addressing;
using Palabre.Site;
using Palabre.Tests.Support;

namespace Palabre.Tests.Site;

/// <summary>What is told of an address that would be lost, and what to write.</summary>
public sealed class LostAddressTests
{
    private const string Hello = """
        -- content/posts/2010-01-12-hello.md --
        ---
        title: Hello
        ---
        Words.
        -- content/comments/hello/c1.yml --
        author: Ann
        date: 2010-01-13
        body: x
        """;

    [TestCase("/2010/01/hallo/\tcontent/posts/2010-01-12-hello.md", "Write aliases: [/2010/01/hallo/] in 'content/posts/2010-01-12-hello.md'.", TestName = "The same file")]
    [TestCase("/2009/hello.html\tcontent/posts/old.md", "Write aliases: [/2009/hello.html] in 'content/posts/2010-01-12-hello.md'.", TestName = "The same id")]
    [TestCase("/2010/01/helo/\tcontent/posts/2010-01-13-helo.md", "Write aliases: [/2010/01/helo/] in 'content/posts/2010-01-12-hello.md', and id: helo, without which feeds show all of it as new.", TestName = "The nearest slug")]
    [TestCase("/2010/01/good-day/\tcontent/posts/2010-01-12-good-day.md", "Write aliases: [/2010/01/good-day/] in 'content/posts/2010-01-12-hello.md', and id: good-day, without which feeds show all of it as new.", TestName = "What is new of the same day")]
    [TestCase("/2010/02/gone/\tcontent/posts/2010-02-01-gone.md", "Put 'content/posts/2010-02-01-gone.md' back, or leave a tombstone there: date: and status: removed.", TestName = "A post that nothing is like")]
    [TestCase("/2010/01/hello/#c-c2\tcontent/comments/hello/c2.yml", "Put 'content/comments/hello/c2.yml' back, or leave a tombstone there: id: c2, date: and status: removed.", TestName = "A comment")]
    [TestCase("/2010/01/hello/#c-c0\tcontent/comments/hello/c1.yml", "Write aliases: [\"/2010/01/hello/#c-c0\"] in 'content/comments/hello/c1.yml'.", TestName = "A comment of another id")]
    [TestCase("/2010/02/other/#c-c1\tcontent/comments/other/c1.yml", "Write aliases: [\"/2010/02/other/#c-c1\"] in 'content/comments/hello/c1.yml'.", TestName = "A comment under another post")]
    [TestCase("/2010/01/draft/\tcontent/posts/2010-01-14-draft.md", "'content/posts/2010-01-14-draft.md' is a draft now; status: removed keeps the place of what was published once.", TestName = "A draft")]
    [TestCase("/2010/01/hello/#c-s1\tcontent/comments/hello/s1.yml", "'content/comments/hello/s1.yml' is spam now; status: removed keeps the place of what was published once.", TestName = "Spam")]
    [TestCase("/media/a.png\tcontent/media/a.png", "Put 'content/media/a.png' back, or give the address up with palabre ledger --forget.", TestName = "A file")]
    [TestCase("/atom.xml\tcontent/site.yml", "Feeds need baseUrl: in content/site.yml.", TestName = "A feed")]
    [TestCase("/themes/trusst/\tthemes/trusst.md", "Write aliases: [/themes/trusst/] in 'themes/trust.md'.", TestName = "A theme")]
    [TestCase("/authors/jane-do/\tcontent/posts/x.md", "Write aliases: [/authors/jane-do/] in 'content/authors/jane-doe.yml'.", TestName = "An author")]
    [TestCase("/was/themes/trust/\tthemes/trust.md", "Write aliases: [/was/themes/trust/] in 'themes/trust.md'.", TestName = "A theme that is there as it was")]
    [TestCase("/who/jane-doe/\tcontent/authors/jane-doe.yml", "Write aliases: [/who/jane-doe/] in 'content/authors/jane-doe.yml'.", TestName = "An author who is there as she was")]
    [TestCase("/who/ann/\tcontent/comments/hello/c1.yml", "Write aliases: [/who/ann/] in 'content/authors/ann.yml'.", TestName = "An author without a file")]
    [TestCase("/authors/elodie/\tcontent/comments/hello/c1.yml", "Write aliases: [/authors/elodie/] in 'content/authors/ann.yml'.", TestName = "An author who signs otherwise now")]
    [TestCase("/themes/zeal/\tcontent/posts/2010-01-12-hello.md", "Give the address up: palabre ledger --forget /themes/zeal/", TestName = "A theme that nothing names")]
    [TestCase("/authors/zed/\tcontent/comments/hello/gone.yml", "Give the address up: palabre ledger --forget /authors/zed/", TestName = "An author whom nothing names")]
    [TestCase("/2010/01/ann/\tcontent/posts/2010-02-01-ann.md", "Put 'content/posts/2010-02-01-ann.md' back, or leave a tombstone there: date: and status: removed.", TestName = "A post that was named as an author is")]
    [TestCase("/2010/01/hello/#x\tcontent/posts/2010-01-12-hello.md", "Write aliases: [\"/2010/01/hello/#x\"] in 'content/posts/2010-01-12-hello.md'.", TestName = "An anchor that an alias had")]
    [TestCase("/archive/2009/\tcontent/posts", "If a pattern under urls: was changed, put it back. Else write aliases: [/archive/2009/] in what replaces it, or give the address up: palabre ledger --forget /archive/2009/", TestName = "A year")]
    [TestCase("/nobody-knows/", "If a pattern under urls: was changed, put it back. Else write aliases: [/nobody-knows/] in what replaces it, or give the address up: palabre ledger --forget /nobody-knows/", TestName = "What nobody knows")]
    public void What_to_write(string line, string hint) => Assert.That(Lost(Hello + $"""

        -- content/posts/2010-01-14-draft.md --
        ---
        title: Draft
        draft: true
        ---
        -- content/comments/hello/s1.yml --
        author: Ann
        date: 2010-01-13
        status: spam
        body: x
        -- themes/trust.md --
        # Trust
        -- content/authors/jane-doe.yml --
        name: Jane Doe
        aliases: [jd]
        -- content/addresses.txt --
        {line}
        """).Single().Hint, Is.EqualTo(hint));

    [Test]
    public void An_address_that_a_post_may_have_had_is_not_given_up_for_an_authors() => Assert.That(Lost("""
        -- content/site.yml --
        urls: {post: "/who/{slug}/", author: "/who/{slug}/"}
        -- content/posts/2010-01-12-hello.md --
        # Hello
        -- content/addresses.txt --
        /who/gone/	content/posts/2010-01-13-gone.md
        """).Single().Hint, Does.StartWith("Put 'content/posts/2010-01-13-gone.md' back"));

    [Test]
    public void A_comment_that_has_another_id_in_its_list() => Assert.That(Lost("""
        -- content/posts/2010-01-12-hello.md --
        # Hello
        -- content/comments/hello.yml --
        - {id: a, author: Ann, date: 2010-01-13, body: x}
        - {id: 7, author: Ann, date: 2010-01-14, body: x}
        -- content/addresses.txt --
        /2010/01/hello/#c-007	content/comments/hello.yml
        """).Single().Hint, Is.EqualTo("Put id: 007 back in 'content/comments/hello.yml'; or write aliases: [\"/2010/01/hello/#c-007\"] there, with what the comment became; "
        + "or leave a tombstone: that id:, date: and status: removed."));

    [Test]
    public void The_alias_of_a_post_leads_to_what_stands_beside_it_too()
    {
        const string site = """
            -- content/posts/2010-01-12-new/index.md --
            ---
            title: New
            aliases: [/elsewhere/]
            ---
            ![Me](a.png)
            -- content/posts/2010-01-12-new/a.png --
            x
            -- content/addresses.txt --
            /2010/01/old/	content/posts/2010-01-12-old/index.md
            /2010/01/old/a.png	content/posts/2010-01-12-old/a.png
            """;
        Assert.That(Lost(site).Single().Hint, Is.EqualTo("Write aliases: [/2010/01/old/] in 'content/posts/2010-01-12-new/index.md', and id: old, without which feeds show all of it as new."));
        Assert.That(Lost(site.Replace("/elsewhere/", "/2010/01/old/", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void What_stood_beside_it_did_not_replace_it() => Assert.That(Lost(Hello + """

        -- content/addresses.txt --
        /2010/01/hello/	content/posts/2010-01-12-hello.md
        /2010/01/helo/	content/posts/2010-01-13-helo.md
        """).Single().Hint, Does.StartWith("Put 'content/posts/2010-01-13-helo.md' back"));

    [Test]
    public void Files_beside_a_post_go_with_its_text() => Assert.That(string.Join(' ', Lost("""
        -- content/posts/2010-01-12-trip/index.md --
        ---
        title: Trip
        status: removed
        ---
        ![Me](a.png)
        -- content/posts/2010-01-12-trip/a.png --
        -- content/addresses.txt --
        /2010/01/trip/	content/posts/2010-01-12-trip/index.md
        /2010/01/trip/a.png	content/posts/2010-01-12-trip/a.png
        /2010/01/trip/b.png	content/posts/2010-01-12-trip/b.png
        /2010/01/trip/comments/2/	content/posts/2010-01-12-trip/index.md
        """).Select(l => l.Line.Place)), Is.EqualTo("/2010/01/trip/comments/2/"));

    [Test]
    public void A_page_is_told_once_with_all_its_anchors() => Assert.That(Told(Hello + """

        -- content/addresses.txt --
        /2010/01/hallo/	content/posts/2010-01-12-hello.md
        /2010/01/hallo/#c-c1	content/comments/hallo/c1.yml
        /2010/01/hallo/#c-c2	content/comments/hallo/c2.yml
        """), Is.EqualTo("""
        content/addresses.txt:1:1: error PAL4006: The address '/2010/01/hallo/', with 2 anchors on it, would be lost; it was last that of 'content/posts/2010-01-12-hello.md'.
          hint: Write aliases: [/2010/01/hallo/] in 'content/posts/2010-01-12-hello.md'.
        """));

    [Test]
    public void What_has_its_comments_now_is_what_a_post_became()
    {
        var lost = Lost(Hello + """

            -- content/addresses.txt --
            /2009/12/quite-another-name/	content/posts/2009-12-31-quite-another-name.md
            /2009/12/quite-another-name/#c-c1	content/comments/quite-another-name/c1.yml
            """);
        Assert.That(lost.Single().AliasIn, Is.EqualTo("content/posts/2010-01-12-hello.md"));
    }

    [Test]
    public void Of_very_many_the_first_are_named()
    {
        var lines = string.Concat(Enumerable.Range(100, 80).Select(i => $"/2009/{i}/\n/2009/{i}/#c-1\n"));
        var told = Told($"{Hello}\n-- content/addresses.txt --\n{lines}");
        Assert.That(told.Split("error PAL4006"), Has.Length.EqualTo(52));
        Assert.That(told, Does.EndWith("""
            content/addresses.txt: error PAL4006: And 60 more addresses would be lost.
              hint: If a pattern of urls: was changed, put it back, or let palabre check --fix write the former addresses. palabre ledger names them all.
            """));
    }

    [TestCase("status: removed", "", TestName = "A tombstone keeps the place")]
    [TestCase("approved: false", "/2010/01/hello/#c-c1", TestName = "What is pending keeps none")]
    public void A_comment_that_was_taken_down(string how, string lost) => Assert.That(
        string.Join(' ', Lost($"{Hello.Replace("author: Ann", how, StringComparison.Ordinal)}\n-- content/addresses.txt --\n/2010/01/hello/#c-c1").Select(l => l.Line.Place)),
        Is.EqualTo(lost));

    [Test]
    public void An_alias_that_is_taken_away_is_lost() => Assert.That(
        Lost($"{Hello}\n-- content/addresses.txt --\n/old/\tcontent/posts/2010-01-12-hello.md").Single().AliasIn, Is.EqualTo("content/posts/2010-01-12-hello.md"));

    [Test]
    public void A_comment_keeps_its_place_when_pages_are_cut_otherwise()
    {
        var comments = string.Concat(Enumerable.Range(1, 12).Select(i => $"- id: c{i:00}\n  author: Ann\n  date: 2010-01-{12 + i}\n  body: x\n"));
        var site = $"-- content/site.yml --\ncommentsPerPage: 10\n-- content/posts/2010-01-12-a.md --\n# A\n-- content/comments/a.yml --\n{comments}-- content/addresses.txt --\n";
        Assert.That(Lost(site + "/2010/01/a/#c-c12"), Is.Empty, "listed on the first page");
        Assert.That(Lost(site + "/2010/01/a/comments/2/#c-c03"), Is.Empty, "sent to the first page");
        Assert.That(Lost(site + "/2010/01/a/comments/2/#c-c13").Single().Line.Place.Anchor, Is.EqualTo("c-c13"), "never there");
        Assert.That(Lost(site.Replace("commentsPerPage: 10", "commentsPerPage: 20", StringComparison.Ordinal) + "/2010/01/a/comments/2/\n/2010/01/a/comments/2/#c-c12").Single().AliasIn,
            Is.EqualTo("content/posts/2010-01-12-a.md"));
    }

    [Test]
    public void A_site_without_a_ledger_has_promised_nothing() => Assert.That(SiteText.Prepare(Hello).Ledger, Is.Null);

    [Test]
    public void What_is_published_is_what_links_last_for() => Assert.That(string.Join(' ', SiteText.Prepare(Hello + """

        -- content/site.yml --
        baseUrl: https://example.org/under/here
        -- content/posts/2010-01-13-b.md --
        ---
        title: B
        themes: [x]
        replyTo: hello
        aliases: [/b.html, "/c.html#d"]
        ---
        -- content/posts/2010-09-13-future.md --
        ---
        title: Future
        ---
        """).Places.All.Select(p => p.Key)), Is.EqualTo("/ /2010/01/b/ /2010/01/hello/ /2010/01/hello/#c-c1 /archive/ /archive/2010/ /archive/2010/01/ /atom.xml "
        + "/authors/ /authors/ann/ /b.html /c.html#d /comments.xml /discussions/hello/ /feed.json /themes/ /themes/x/"));

    /// <summary>Posts and comments are renamed and moved by chance; the editor then does as the hints say, and nothing is lost.</summary>
    [Test]
    public void Whoever_does_as_the_hints_say_loses_nothing() => Gen.Int[0, 1 << 20].Holds(seed =>
    {
        var random = new Random(seed);
        var posts = Enumerable.Range(1, 6).Select(i => (File: $"content/posts/2010-01-{10 + i}-post-{i}.md", Slug: $"post-{i}",
            Answers: i > 1 && random.Next(2) == 0 ? $"post-{random.Next(1, i)}" : null, Comments: random.Next(4))).ToArray();
        string Site(string ledger, Func<int, string> slug, Func<string, string> aliases) => string.Concat(posts.Select((post, i) =>
            $"-- {post.File} --\n---\ntitle: T{i}\nid: {post.Slug}\nslug: {slug(i)}\n{(post.Answers is null ? "" : $"replyTo: {post.Answers}\n")}{aliases(post.File)}---\nWords.\n"
            + string.Concat(Enumerable.Range(1, post.Comments).Select(c => $"-- content/comments/{post.Slug}/c{c}.yml --\nauthor: A\ndate: 2010-02-0{c}\nbody: x\n"))))
            + $"-- content/addresses.txt --\n{ledger}";

        var before = SiteText.Prepare(Site("", i => posts[i].Slug, _ => ""));
        var ledger = Ledger.Empty.With(before.Places.All).ToText();
        var renamed = posts.Select((post, i) => random.Next(3) > 0 ? $"renamed-{i}-{random.Next(9)}" : post.Slug).ToArray();
        var written = new Dictionary<string, List<string>>();
        for (var round = 0; ; round++)
        {
            var lost = Lost(Site(ledger, i => renamed[i], file => written.TryGetValue(file, out var all) ? $"aliases: [{string.Join(", ", all)}]\n" : ""));
            if (lost.Count == 0) return;
            Assert.That(round, Is.LessThan(2), string.Join('\n', LedgerCheck.Tell(lost)));
            foreach (var address in lost)
            {
                var file = address.AliasIn ?? throw new AssertionException($"No file for {address.Line.Place}");
                if (!written.TryGetValue(file, out var all)) written[file] = all = [];
                all.Add($"\"{address.Line.Place}\"");
            }
        }
    }, count: 40);

    [TestCase("/2010/01/old-name/\tcontent/posts/2010-01-12-hello.md", TestName = "An alias that was taken out")]
    [TestCase("/2010/01/foo/\tcontent/posts/2010-01-12-foo.md\n/2010/01/hello/\tcontent/posts/2010-01-12-hello.md", TestName = "A post that another, which was there, took in")]
    public void An_id_that_was_another_is_not_advised(string lines) =>
        Assert.That(Told($"{Hello}\n-- content/addresses.txt --\n{lines}\n/2010/01/foo/#c-c1\tcontent/comments/foo/c1.yml\n"), Does.Contain("Write aliases: ").And.Not.Contain("id:"));

    private static IReadOnlyList<LostAddress> Lost(string site)
    {
        var build = SiteText.Prepare(site);
        Assert.That(build.HasErrors, Is.False, string.Join('\n', build.Diagnostics));
        return LedgerCheck.Lost(build, build.Ledger!.Value.Lines);
    }

    private static string Told(string site) => string.Join('\n', LedgerCheck.Tell(Lost(site)));
}
