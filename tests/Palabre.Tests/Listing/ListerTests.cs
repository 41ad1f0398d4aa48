using Palabre.Listing;
using Palabre.Tests.Support;
using Palabre.Threading;

namespace Palabre.Tests.Listing;

public sealed class ListerTests
{
    private const string Site = """
        -- content/posts/2010-01-12-opening.md --
        ---
        title: Opening
        author: Claire
        themes: client
        ---
        -- content/comments/opening/x.yml --
        {date: 2010-01-13, author: Samira, body: Oui.}
        -- content/comments/opening/y.yml --
        {date: 2010-01-14, author: YVES, body: Non., replyTo: x}
        -- content/posts/2010-01-15-answer.md --
        ---
        title: Answer
        author: claire
        themes: [processus, Client]
        replyTo: opening
        ---
        -- content/posts/2010-02-01-alone.md --
        ---
        title: Alone
        author: Yves
        themes: client
        ---
        -- content/posts/2009-12-31-old.md --
        ---
        title: Old
        author: Samira
        pinned: true
        ---
        -- content/comments/old/z.yml --
        {date: 2010-03-01, author: Ancien, body: Bof.}
        -- content/authors/yves.yml --
        name: Yves K.
        aliases: [YVES]
        -- content/authors/hidden.yml --
        name: Ancien
        listed: false
        -- themes/client.md --
        # Le client
        -- themes/empty.md --
        # Rien
        """;

    private static readonly Listings Listed = List(Site);

    [Test]
    public void The_pages_of_themes_are_made_of_discussions_last_word_first() => Assert.That(
        Listed.Themes.Select(t => $"{t.Theme.Key} {t.Entries}: {string.Join(' ', t.Discussions.Select(d => d.Discussion.Opening.Id))}"),
        Is.EqualTo(["client 5: alone opening", "empty 0: ", "processus 4: opening"]));

    [Test]
    public void A_discussion_tells_entries_voices_span_and_last_word() => Assert.That(
        Listed.Discussions.Select(d => $"{d.Discussion.Opening.Id}: {d.Entries}, {string.Join('+', d.Voices.Select(v => v.Name))}, "
            + $"{Shown.Date(d.First)} to {d.LastWord.Id}"),
        Is.EqualTo([
            "old: 2, Samira+Ancien, 2009-12-31 to z",
            "opening: 4, Claire+Samira+Yves K., 2010-01-12 to answer",
            "alone: 1, Yves K., 2010-02-01 to alone",
        ]));

    [Test]
    public void The_home_page_has_what_is_pinned_and_then_what_is_young() =>
        Assert.That(Listed.Posts.Select(p => p.Id), Is.EqualTo(["old", "alone", "answer", "opening"]));

    [Test]
    public void Authors_are_listed_by_name_with_their_entries_youngest_first() => Assert.That(
        Listed.Authors.Select(a => $"{a.Author.Key}={a.Author.Name}: {string.Join(' ', a.Entries.Select(e => e.Id))}"),
        Is.EqualTo(["claire=Claire: answer opening", "samira=Samira: x old", "yves=Yves K.: alone y"]));

    [Test]
    public void Years_and_months_are_those_with_posts() => Assert.That(
        Listed.Years.SelectMany(y => y.Months).Select(m => $"{m.Year}-{m.Month}: {string.Join(' ', m.Posts.Select(p => p.Id))} {Listed.CommentsOf(m)}"),
        Is.EqualTo(["2009-12: old 1", "2010-1: opening answer 2", "2010-2: alone 0"]));

    [Test]
    public void The_latest_comments_come_youngest_first() =>
        Assert.That(Listed.LatestComments.Select(c => c.Id), Is.EqualTo(["z", "y", "x"]));

    [Test]
    public void A_bare_day_stays_that_day_everywhere() => Assert.That(List("""
        -- content/site.yml --
        timeZone: America/Los_Angeles
        -- content/posts/2010-01-01-a.md --
        # A
        -- content/posts/b.md --
        ---
        title: B
        date: 2010-01-01T00:30:00+09:00
        ---
        """).Years.Select(y => y.Year), Is.EqualTo([2010]));

    [Test]
    public void What_was_removed_is_not_among_the_latest() => Assert.That(List("""
        -- content/posts/2010-01-01-a.md --
        # A
        -- content/comments/a/x.yml --
        {date: 2010-01-02, author: A, body: Secret, status: removed}
        """).LatestComments, Is.Empty);

    private static Listings List(string site)
    {
        var archive = SiteText.Read(site).Value;
        return Lister.List(archive, Threader.Thread(archive).Value);
    }
}
