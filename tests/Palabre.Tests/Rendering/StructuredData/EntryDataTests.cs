using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Palabre.Rendering;
using Palabre.Tests.Support;

namespace Palabre.Tests.Rendering.StructuredData;

/// <summary>Posts and comments as machines read them on the pages where they stand.</summary>
public sealed class EntryDataTests
{
    private const string Site = """
        -- content/site.yml --
        title: A site
        language: fr
        timeZone: Europe/Paris
        baseUrl: https://example.org/base
        -- content/authors/ann.yml --
        name: Ann
        -- content/posts/2010-01-12-hello.md --
        ---
        title: Hello
        date: 2010-01-12T18:30:00+01:00
        updated: 2010-01-13
        author: Ann
        themes: [Trust]
        relayed: {by: Bob, from: a letter, url: "https://example.net/letter", date: 2010-01-11}
        parallel: [{title: Elsewhere, url: "https://example.com/talk"}]
        ---
        The *first*   line
        goes on.[^1]

        - one & two

        [^1]: A note.
        -- content/comments/hello/a.yml --
        author: Bea
        date: 2010-01-13T09:00:00+02:00
        language: en
        body: "Words & more words, which are enough to be found again."
        -- content/comments/hello/b.yml --
        author: Ann
        date: 2010-01-14
        replyTo: a
        body: "> Words & more words, which are enough to be found again.\n\nYes."
        -- content/comments/hello/c.yml --
        date: 2010-01-15
        replyTo: gone
        body: Nobody says it.
        -- content/comments/hello/d.yml --
        author: Cy
        date: 2010-01-16
        replyTo: b
        status: removed
        body: A secret.
        -- content/posts/2010-01-20-again.md --
        ---
        title: Again
        author: [Ann, Bea]
        replyTo: hello#a
        ---
        An answer. Of several.

        Paragraphs.
        """;

    [Test]
    public void A_post_is_a_posting_with_the_tree_of_its_comments() => DataBlocks.HoldIs(Block("2010/01/hello/index.html")["mainEntity"], """
        {
          "@type": "DiscussionForumPosting",
          "@id": "https://example.org/base/2010/01/hello/",
          "url": "https://example.org/base/2010/01/hello/",
          "headline": "Hello",
          "author": { "@type": "Person", "name": "Ann", "url": "https://example.org/base/authors/ann/" },
          "datePublished": "2010-01-12T18:30:00+01:00",
          "dateModified": "2010-01-13",
          "inLanguage": "fr",
          "text": "The first line goes on.\none & two\nA note.",
          "about": [{ "@type": "DefinedTerm", "name": "Trust", "url": "https://example.org/base/themes/trust/" }],
          "sharedContent": { "@type": "CreativeWork", "name": "a letter", "url": "https://example.net/letter", "author": { "@type": "Person", "name": "Bob" }, "datePublished": "2010-01-11" },
          "commentCount": 4,
          "interactionStatistic": { "@type": "InteractionCounter", "interactionType": "https://schema.org/CommentAction", "userInteractionCount": 4 },
          "comment": [
            {
              "@type": "Comment",
              "@id": "https://example.org/base/2010/01/hello/#c-a",
              "author": { "@type": "Person", "name": "Bea", "url": "https://example.org/base/authors/bea/" },
              "datePublished": "2010-01-13T09:00:00+02:00",
              "inLanguage": "en",
              "text": "Words & more words, which are enough to be found again.",
              "comment": [
                {
                  "@type": "Comment",
                  "@id": "https://example.org/base/2010/01/hello/#c-b",
                  "author": { "@type": "Person", "name": "Ann", "url": "https://example.org/base/authors/ann/" },
                  "datePublished": "2010-01-14",
                  "inLanguage": "fr",
                  "text": "Words & more words, which are enough to be found again.\nYes.",
                  "citation": [{ "@id": "https://example.org/base/2010/01/hello/#c-a" }],
                  "comment": [
                    {
                      "@type": "Comment",
                      "@id": "https://example.org/base/2010/01/hello/#c-d",
                      "author": { "@type": "Person", "name": "Cy", "url": "https://example.org/base/authors/cy/" },
                      "datePublished": "2010-01-16",
                      "inLanguage": "fr",
                      "creativeWorkStatus": "Deleted"
                    }
                  ]
                },
                {
                  "@type": ["DiscussionForumPosting", "Comment"],
                  "@id": "https://example.org/base/2010/01/again/",
                  "url": "https://example.org/base/2010/01/again/",
                  "headline": "Again",
                  "author": [
                    { "@type": "Person", "name": "Ann", "url": "https://example.org/base/authors/ann/" },
                    { "@type": "Person", "name": "Bea", "url": "https://example.org/base/authors/bea/" }
                  ],
                  "datePublished": "2010-01-20",
                  "inLanguage": "fr",
                  "text": "An answer. Of several."
                }
              ]
            },
            {
              "@type": "Comment",
              "@id": "https://example.org/base/2010/01/hello/#c-c",
              "datePublished": "2010-01-15",
              "inLanguage": "fr",
              "text": "Nobody says it."
            }
          ]
        }
        """);

    [Test]
    public void A_post_that_answers_an_entry_is_a_comment_too_and_names_it()
    {
        var posting = Block("2010/01/again/index.html")["mainEntity"]!;
        DataBlocks.HoldIs(posting["@type"], """["DiscussionForumPosting", "Comment"]""");
        DataBlocks.HoldIs(posting["parentItem"], """{ "@id": "https://example.org/base/2010/01/hello/#c-a" }""");
        Assert.That((string?)posting["text"], Is.EqualTo("An answer. Of several.\nParagraphs."));
    }

    [Test]
    public void A_whole_discussion_has_the_tree_of_all_its_entries_with_their_opening_words()
    {
        var words = string.Join(' ', Enumerable.Range(1, 100).Select(i => $"word{i}"));
        var block = Block("discussions/hello/index.html", Site.Replace("Nobody says it.", words, StringComparison.Ordinal));
        Assert.That(DataBlocks.Entries(block).Select(e => DataBlocks.Id(e.Entry)["https://example.org/base/2010/01/".Length..]),
            Is.EqualTo(["hello/", "hello/#c-a", "hello/#c-b", "hello/#c-d", "again/", "hello/#c-c"]));
        Assert.That((string?)block.Entry("#c-c")["text"], Has.Length.LessThanOrEqualTo(200).And.StartsWith("word1 word2 ").And.EndsWith("…"));
    }

    [Test]
    public void A_further_part_has_its_comments_below_the_same_posting_without_its_text()
    {
        var more = string.Concat(Enumerable.Range(0, 10).Select(i => $"\n-- content/comments/hello/e{i}.yml --\nauthor: Ann\ndate: 2010-03-0{i}\nbody: More.".Replace("-00", "-10", StringComparison.Ordinal)));
        var posting = Block("2010/01/hello/comments/2/index.html", Site.Replace("baseUrl", "commentsPerPage: 10\nbaseUrl", StringComparison.Ordinal) + more)["mainEntity"]!;
        Assert.That(DataBlocks.Id(posting), Is.EqualTo("https://example.org/base/2010/01/hello/"));
        Assert.That(posting["text"], Is.Null);
        Assert.That((int?)posting["commentCount"], Is.EqualTo(14));
        Assert.That(posting["comment"]!.AsArray().Select(c => DataBlocks.Id(c!)), Is.EqualTo(["https://example.org/base/2010/01/hello/comments/2/#c-e9", "https://example.org/base/2010/01/hello/comments/2/#c-e0"]));
    }

    [Test]
    public void A_comment_that_answers_an_entry_of_another_post_stands_below_its_own_and_names_the_other()
    {
        var comment = Block("2010/01/again/index.html", Site + "\n-- content/comments/again/e.yml --\nauthor: Di\ndate: 2010-02-01\nreplyTo: hello#b\nbody: See.")
            .Entry("again/#c-e");
        DataBlocks.HoldIs(comment["parentItem"], """{ "@id": "https://example.org/base/2010/01/hello/#c-b" }""");
    }

    [Test]
    public void Without_an_address_of_the_site_references_are_paths()
    {
        var block = Block("2010/01/hello/index.html", Site.Replace("baseUrl: https://example.org/base\n", "", StringComparison.Ordinal));
        Assert.That(DataBlocks.Id(block.Entry("#c-a")), Is.EqualTo("/2010/01/hello/#c-a"));
    }

    [Test]
    public void What_was_removed_is_in_no_block()
    {
        var build = SiteText.Prepare(Site);
        Assert.That(build.Pages.Select(page => build.View(page, []).Data.ToString()), Has.None.Contains("secret"));
    }

    [Test]
    public void Ten_thousand_nested_replies_are_read_within_the_usual_limits()
    {
        const int count = 10_000;
        var list = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            list.Append(CultureInfo.InvariantCulture, $"- id: r{i:00000}\n  author: A\n  date: {DateTime.UnixEpoch.AddMinutes(i):yyyy-MM-dd'T'HH:mm:ss'Z'}\n");
            if (i > 0) list.Append(CultureInfo.InvariantCulture, $"  replyTo: r{i - 1:00000}\n");
            list.Append("  body: Words.\n");
        }

        var build = SiteText.Prepare($"-- content/posts/1970-01-01-deep.md --\n---\ntitle: Deep\n---\nWords.\n-- content/comments/deep.yml --\n{list}");
        var entries = DataBlocks.Entries(JsonNode.Parse(Json(build.View(build.Pages.Single(page => page.Entries.Count > count), []).Data))!.AsObject());
        Assert.That(entries.Select(e => $"{DataBlocks.Id(e.Entry)} > {e.Answered}").Order(StringComparer.Ordinal), Is.EqualTo(
            Enumerable.Range(0, count).Select(i => $"{Place(i)} > {(i == 0 ? "/1970/01/deep/" : Place(i - 1))}").Prepend("/1970/01/deep/ > ")));

        static string Place(int i) => string.Create(CultureInfo.InvariantCulture, $"/1970/01/deep/#c-r{i:00000}");
    }

    [Test]
    public void Every_entry_of_a_page_is_in_its_block_once_below_what_it_answers([Range(1, 40)] int seed)
    {
        var random = new Random(seed);
        var posts = Enumerable.Range(0, random.Next(1, 6)).Select(i => $"p{i}").ToArray();
        string[] entries = [.. posts, .. Enumerable.Range(0, random.Next(60)).Select(i => $"{posts[random.Next(posts.Length)]}#c{i}")];
        var drawn = string.Join(' ', entries.Select(entry => random.Next(4) == 0 ? entry : $"{entry}>{Target(entry)}"));
        var build = SiteText.Prepare(Outline.Shuffled(Outline.Draw(drawn), random));
        var (edition, elsewhere) = (build.Edition, build.Edition.Threads.Discussions.SelectMany(d => d.Turns)
            .Where(turn => turn.Elsewhere is not null).ToDictionary(turn => turn.Entry!, turn => turn.Elsewhere!));
        foreach (var page in build.Pages.Where(page => page.Entries.Count > 0))
        {
            var told = DataBlocks.Entries(JsonNode.Parse(Json(build.View(page, []).Data))!.AsObject());
            var own = page.Entries.ToDictionary(edition.Addresses.Href, entry => elsewhere.GetValueOrDefault(entry) ?? edition.Answered(entry));
            Assert.That(told.Select(e => DataBlocks.Id(e.Entry)), Is.Unique, $"seed {seed}: {drawn}");
            Assert.That(own.Keys.Except(told.Select(e => DataBlocks.Id(e.Entry))), Is.Empty, $"seed {seed}: {drawn}");
            foreach (var (entry, answered) in told.Where(e => own.ContainsKey(DataBlocks.Id(e.Entry))))
                Assert.That(answered, Is.EqualTo(own[DataBlocks.Id(entry)] is { } other ? edition.Addresses.Href(other) : null), $"seed {seed}: {DataBlocks.Id(entry)} in {drawn}");
        }

        // Mostly the entry before, so that branches grow deeper than blocks nest.
        string Target(string entry)
        {
            var at = Array.IndexOf(entries, entry);
            return random.Next(5) switch
            {
                0 => "gone",
                1 => entries[random.Next(entries.Length)],
                _ => entries.Take(at).LastOrDefault(e => e.Split('#')[0] == entry.Split('#')[0]) ?? entries[0],
            };
        }
    }

    private static string Json(Html data) => data.ToString()[(data.ToString().IndexOf('>', StringComparison.Ordinal) + 1)..data.ToString().LastIndexOf('<')];

    private static JsonObject Block(string page, string site = Site)
    {
        var build = SiteText.Prepare(site);
        Assert.That(build.HasErrors, Is.False, string.Join('\n', build.Diagnostics));
        return DataBlocks.Of(build.Text(page))!;
    }
}
