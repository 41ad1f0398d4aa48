using System.Text.Json;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Palabre.Tests.Support;

namespace Palabre.Tests.Site;

/// <summary>The archive as data: what is asked for is written, all of it, and nothing that was taken down.</summary>
public sealed partial class ExportTests
{
    private const string Site = """
        -- content/site.yml --
        title: Notes
        baseUrl: https://example.org/archive
        -- content/posts/2010-01-12-hello.md --
        ---
        title: A *starred* title
        author: Claire
        ---
        What do *you* think?

        ```
        left open
        -- content/comments/hello/c1.yml --
        author: Yves_
        date: 2010-01-13T10:00:00+01:00
        body: "Code:\n\n\tindented\n\n# Not a heading of ours"
        -- content/comments/hello/c2.yml --
        author: Claire
        date: 2010-01-14
        replyTo: c1
        format: html
        body: <p>No <script>alert(1)</script><b>way</b>.</p>
        -- content/comments/hello/c3.yml --
        author: Samira
        date: 2010-01-15
        status: removed
        reason: At her wish.
        removedOn: 2010-02-01
        body: Unwise.
        -- content/comments/hello/c4.yml --
        author: Nobody
        date: 2010-01-15
        status: pending
        body: Waits.
        -- content/comments/hello/c5.yml --
        author: Bob
        date: 2010-01-16
        replyTo: gone
        body: Where is it?
        -- content/posts/2010-01-20-more.md --
        ---
        title: More
        status: removed
        summary: Unwise, too.
        replyTo: hello#c1
        ---
        Unwise, too.
        """;

    [Test]
    public void What_a_text_says_of_its_own_marks_holds_for_no_other_text()
    {
        using var site = new SiteOnDisk("""
            -- content/posts/2010-01-12-hello.md --
            Text.
            -- content/comments/hello/c1.yml --
            author: Ann
            date: 2010-01-13
            body: "See [1].\n\n[1]: https://ann.example/"
            -- content/comments/hello/c2.yml --
            author: Bob
            date: 2010-01-14
            body: "See [1], and *this*.\n\n[1]: https://bob.example/"
            """).Build("--export");
        var shown = Markdown.ToHtml(site.Published("2010/01/hello/discussion.md"));
        Assert.That(shown, Does.Contain("See <a href=\"https://ann.example/\"").And.Contain("See <a href=\"https://bob.example/\"").And.Contain("<em>this</em>"));
    }

    [Test]
    public void A_discussion_is_told_in_Markdown_word_for_word()
    {
        using var site = new SiteOnDisk(Site).Build("--export");
        Assert.That(site.Published("2010/01/hello/discussion.md"), Is.EqualTo("""
            # A \*starred\* title

            **Claire**, [12 January 2010](https://example.org/archive/2010/01/hello/)

            > What do *you* think?
            >
            > ```
            > left open

            **Yves\_**, [13 January 2010, 10:00 (UTC+1)](https://example.org/archive/2010/01/hello/#c-c1)

            In reply to “[A \*starred\* title](https://example.org/archive/2010/01/hello/)” (Claire)

            > > Code:
            > >
            > >     indented
            > >
            > > # Not a heading of ours

            **Claire**, [14 January 2010](https://example.org/archive/2010/01/hello/#c-c2)

            In reply to [Yves\_](https://example.org/archive/2010/01/hello/#c-c1) (13 January 2010, 10:00 (UTC+1))

            > > > <p>No <b>way</b>.</p>

            ## Entry removed

            **Anonymous**, [20 January 2010](https://example.org/archive/2010/01/more/)

            In reply to [Yves\_](https://example.org/archive/2010/01/hello/#c-c1) (13 January 2010, 10:00 (UTC+1))

            > > > *This text was removed.*

            **Samira**, [15 January 2010](https://example.org/archive/2010/01/hello/#c-c3)

            In reply to “[A \*starred\* title](https://example.org/archive/2010/01/hello/)” (Claire)

            > > *This text was removed on 1 February 2010. Reason: At her wish.*

            What is answered here, “gone”, is not in the archive.

            **Bob**, [16 January 2010](https://example.org/archive/2010/01/hello/#c-c5)

            > > > Where is it?

            """));
    }

    [Test]
    public void A_fence_left_open_swallows_nobody_elses_words()
    {
        using var site = new SiteOnDisk(Site).Build("--export");
        var read = Markdown.Parse(site.Published("2010/01/hello/discussion.md"));
        Assert.That(read.OfType<QuoteBlock>().Count(), Is.EqualTo(6));
        Assert.That(string.Join(' ', read.OfType<HeadingBlock>().Select(h => h.Level)), Is.EqualTo("1 2"));
    }

    [Test]
    public void Every_published_entry_has_a_line_and_no_other()
    {
        using var site = new SiteOnDisk(Site).Build("--export");
        var lines = Lines(site);
        Assert.That(string.Join(", ", lines.Select(l => $"{l.GetProperty("kind")} {(l.TryGetProperty("id", out var id) ? id : "")}")),
            Is.EqualTo("site , post hello, comment c1, comment c2, comment c3, comment c5, post more"));
        Assert.That(lines[2].GetProperty("body").GetString(), Is.EqualTo("Code:\n\n\tindented\n\n# Not a heading of ours"));
        Assert.That(lines[2].GetProperty("date").GetString(), Is.EqualTo("2010-01-13T10:00:00+01:00"));
        Assert.That(lines[3].GetProperty("replyTo").GetString(), Is.EqualTo("c1"));
        Assert.That(lines[4].GetProperty("address").GetString(), Is.EqualTo("https://example.org/archive/2010/01/hello/#c-c3"));
    }

    [Test]
    public void What_was_taken_down_or_waits_is_in_no_file()
    {
        using var site = new SiteOnDisk(Site).Build("--export");
        foreach (var file in Directory.EnumerateFiles(site.Output, "*", SearchOption.AllDirectories))
            Assert.That(File.ReadAllText(file), Does.Not.Contain("Unwise").And.Not.Contain("Waits."), file);
    }

    [Test]
    public void The_setting_asks_for_it_as_the_option_does()
    {
        using var option = new SiteOnDisk(Site).Build("--export");
        using var setting = new SiteOnDisk(Site.Replace("title: Notes", "title: Notes\nexport: true", StringComparison.Ordinal)).Build();
        Assert.That(SiteOnDisk.Contents(setting.Output), Is.EqualTo(SiteOnDisk.Contents(option.Output)));
    }

    [Test]
    public void Pages_lead_to_it_where_it_is_and_only_there()
    {
        using var site = new SiteOnDisk(Site).Build("--export");
        string[] Links(string page) => [.. site.Page(page).QuerySelectorAll("a[href], link[rel=alternate]").Select(a => a.GetAttribute("href")!)];
        Assert.That(Links("index.html"), Does.Contain("/archive/archive.jsonl"));
        foreach (var page in new[] { "2010/01/hello/index.html", "2010/01/more/index.html", "discussions/hello/index.html" })
            Assert.That(Links(page).Count(l => l == "/archive/2010/01/hello/discussion.md"), Is.EqualTo(2), page);
        site.Build();
        Assert.That(Directory.EnumerateFiles(site.Output, "*", SearchOption.AllDirectories).Select(Path.GetExtension), Has.None.AnyOf(".md", ".jsonl"));
        Assert.That(site.Pages.Where(page => site.Published(page).Contains("jsonl", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Every_name_in_a_line_is_documented()
    {
        using var site = new SiteOnDisk(Full).Build("--export");
        var names = Lines(site).SelectMany(Names).Distinct().Order(StringComparer.Ordinal).ToArray();
        var told = Code().Matches(File.ReadAllText(Path.Combine(Repository.Root, "generator/EXPORT.md"))).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.That(names, Has.Length.GreaterThan(40), "the site has every field");
        Assert.That(names.Except(told), Is.Empty);

        static IEnumerable<string> Names(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(p => p.Name == "extra" ? [p.Name] : Names(p.Value).Prepend(p.Name)),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(Names),
            _ => [],
        };
    }

    private static JsonElement[] Lines(SiteOnDisk site) => [.. site.Published("archive.jsonl").TrimEnd('\n').Split('\n').Select(line =>
    {
        using var read = JsonDocument.Parse(line);
        return read.RootElement.Clone();
    })];

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex Code();

    /// <summary>Every field that a line can have.</summary>
    private const string Full = """
        -- content/site.yml --
        title: Notes
        description: All of it.
        author: Claire
        baseUrl: https://example.org
        -- themes/trust.md --
        ---
        title: Trust
        description: What holds.
        aliases: [faith]
        parent: people
        order: 1
        image: media/a.svg
        x: y
        ---
        Words.
        -- themes/people.md --
        People.
        -- content/media/a.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>
        -- content/authors/claire.yml --
        {name: Claire, aliases: [C.], url: "https://claire.example/", avatar: media/a.svg, bio: Writes., listed: false, x: y}
        -- content/pages/about.md --
        ---
        {title: About, permalink: /about-us/, aliases: [/old/], summary: What., language: fr, updated: 2010-01-01, order: 1, x: y}
        ---
        Words.
        -- content/posts/2010-01-12-hello.md --
        ---
        title: Hello
        updated: 2010-01-13
        permalink: /hello/
        aliases: [/was/]
        themes: [trust]
        relayed: {by: A, from: B, url: "https://b.example/", date: 2010-01-01}
        parallel: [{title: T, url: "https://t.example/", site: S, language: fr}]
        summary: Short.
        language: fr
        comments: closed
        image: media/a.svg
        pinned: true
        source: {system: blogger, id: "7", url: "https://old.example/7"}
        x: y
        ---
        Words.
        -- content/comments/hello/c1.yml --
        {author: Bob, date: 2010-01-13, url: "https://bob.example/", avatar: media/a.svg, body: Words.}
        -- content/comments/hello/c2.yml --
        {author: Bob, date: 2010-01-14, replyTo: c1, status: removed, reason: R, removedOn: 2010-01-15, body: Gone.}
        """;
}
