using System.Globalization;
using Palabre.Searching;
using Palabre.Tests.Support;

namespace Palabre.Tests.Searching;

/// <summary>What a search remembers changes what it costs, never what it gives.</summary>
public sealed class WordMemoryTests
{
    private const string Drawing = """
        -- content/site.yml --
        title: T
        baseUrl: https://example.org
        language: en
        -- themes/trust.md --
        ---
        title: Trust
        aliases: [Faith]
        ---
        -- content/authors/bob.yml --
        name: Bob
        aliases: [Bobby]
        -- content/posts/2010-05-01-a.md --
        ---
        title: Alpha
        author: Bob
        themes: [Trust]
        relayed:
          by: Sue
          from: a list
        ---
        Words with <b class="x">HTML</b>, and été.
        -- content/comments/a.yml --
        - id: c1
          author: Bob
          date: 2010-05-02
          body: Answering *words*.
        - id: c2
          author: Ann
          date: 2010-05-03
          body: Other words.
        """;

    [TestCase("Answering", "Asking", TestName = "The text of a comment")]
    [TestCase("Other words.", "Other Words.", TestName = "A capital, by which nothing is found")]
    [TestCase("title: Alpha", "title: Beta", TestName = "The title of a post")]
    [TestCase("title: Trust", "title: Mistrust", TestName = "The title of a theme")]
    [TestCase("Faith", "Hope", TestName = "Another name of a theme")]
    [TestCase("Bobby", "Robert", TestName = "Another name of an author")]
    [TestCase("name: Bob", "name: Bôb", TestName = "The name of an author, in the author's file")]
    [TestCase("author: Ann", "author: Anne", TestName = "The name of an author, in a comment")]
    [TestCase("themes: [Trust]", "themes: [Doubt]", TestName = "The theme of a post, and of its comments")]
    [TestCase("by: Sue", "by: Susan", TestName = "Who relays a post")]
    [TestCase("language: en", "language: fr", TestName = "The language of the site")]
    [TestCase("  body: Other", "  language: fr\n  body: Other", TestName = "The language of a comment")]
    [TestCase("title: T\n", "title: T\ntrustPosts: true\n", TestName = "Whether posts are trusted")]
    [TestCase("  body: Answering", "  format: text\n  body: Answering", TestName = "How a text is written")]
    [TestCase("date: 2010-05-03", "date: 2010-05-01", TestName = "The order of entries")]
    [TestCase("id: c2", "id: c3", TestName = "The name of an entry")]
    [TestCase("  body: Other", "  status: removed\n  body: Other", TestName = "A comment that is removed")]
    public void What_is_edited_is_found_as_if_nothing_were_remembered(string text, string instead)
    {
        var edited = Drawing.Replace(text, instead, StringComparison.Ordinal);
        Assert.That(edited, Is.Not.EqualTo(Drawing));
        Assert.That(Outline(Make(edited, Make(Drawing, WordMemory.None).Left).Words), Is.EqualTo(Outline(Concordance.Make(SiteText.Prepare(edited).Edition, 2, default))));
    }

    [TestCase("reworded", 1, TestName = "A comment that is reworded: its sheaf")]
    [TestCase("added at the end", 1, TestName = "A younger comment: the last sheaf")]
    [TestCase("added", 2, TestName = "A comment that comes between others: its sheaf, or the two beside a border")]
    [TestCase("removed", 2, TestName = "A comment that goes: likewise")]
    public void A_large_archive_is_gathered_anew_only_where_it_changed(string edit, int most)
    {
        var comments = Enumerable.Range(0, 14_000).Select(i => string.Create(CultureInfo.InvariantCulture,
            $"- id: c{i:00000}\n  author: Bob\n  date: {new DateTime(2000, 1, 1).AddHours(6 * i):yyyy-MM-ddTHH:mm:ssZ}\n  body: word{i % 50} Number{i} others{i % 7}\n")).ToList();
        string Site() => "-- content/posts/1999-05-01-a.md --\nWords.\n-- content/comments/a/list.yml --\n" + string.Concat(comments);
        var before = Make(Site(), WordMemory.None);
        switch (edit)
        {
            case "reworded": comments[7000] = comments[7000].Replace("word", "words ", StringComparison.Ordinal); break;
            case "added": comments.Insert(7000, comments[7000].Replace("id: c", "id: d", StringComparison.Ordinal)); break;
            case "removed": comments.RemoveAt(7000); break;
            default: comments.Add(comments[^1].Replace("id: c", "id: d", StringComparison.Ordinal)); break;
        }

        var (cold, warm) = (Make(Site(), WordMemory.None), Make(Site(), before.Left));
        Assert.That(Outline(warm.Words), Is.EqualTo(Outline(cold.Words)).And.EqualTo(Outline(Concordance.Make(SiteText.Prepare(Site()).Edition, 2, default))));
        Assert.That(warm.Left.Sheaves.Select(s => Convert.ToHexString(s.Value.Span)), Is.EqualTo(cold.Left.Sheaves.Select(s => Convert.ToHexString(s.Value.Span))));
        Assert.That(before.Left.Sheaves, Has.Count.GreaterThanOrEqualTo(3));
        Assert.That(warm.Left.Sheaves.Keys.Except(before.Left.Sheaves.Keys).Count(), Is.InRange(1, most));
    }

    [Test]
    public void Entries_whose_names_end_no_sheaf_are_gathered_in_large_ones()
    {
        var edition = SiteText.Prepare(Drawing).Edition;
        var entry = SearchEntry.AllOf(edition)[1];
        Assert.That(Sheaf.Starts(Enumerable.Repeat(entry, 20_000).ToArray()), Is.EqualTo((int[])[0, 8192, 16384]));
    }

    /// <returns>What it leaves: what was before, where that is the same.</returns>
    private static (Concordance Words, WordMemory Left) Make(string site, WordMemory before)
    {
        var left = before;
        return (Concordance.Make(SiteText.Prepare(site).Edition, 2, default, new(() => before, memory => left = memory)), left);
    }

    private static string[] Outline(Concordance words) => [.. words.Files.Select(f => $"{f.Address} {Convert.ToHexString(f.Bytes)}")];
}
