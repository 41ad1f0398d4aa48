using System.Xml.Linq;
using Palabre.Tests.Support;

namespace Palabre.Tests.Site;

/// <summary>What a reader of feeds gets: small sites, and the words of their feeds.</summary>
public sealed class FeedsTests
{
    private const string Site = """
        -- content/site.yml --
        title: Le carnet
        language: fr
        timeZone: Europe/Paris
        baseUrl: https://example.org/archive/
        feedId: example.org,2010
        -- content/posts/2010-01-12-hello.md --
        ---
        title: Bonjour
        date: 2010-01-12 18:30
        author: Claire
        themes: [La confiance]
        ---
        Que dites-vous ? Voir [plus bas](#fin) et [le plan](/themes/).

        ## Fin
        -- content/comments/hello/c1.yml --
        author: Yves
        url: https://yves.example/
        date: 2010-01-13 10:00
        updated: 2010-01-15 09:00
        body: Je ne suis pas d'accord.
        -- content/comments/hello/c2.yml --
        author: Claire
        date: 2010-01-14 11:00
        replyTo: c1
        language: en
        body: Why?
        -- content/comments/hello/c3.yml --
        author: Samira
        date: 2010-01-14 12:00
        replyTo: parti
        body: Et moi ?
        -- content/posts/2010-01-20-suite.md --
        ---
        title: Suite
        author: Yves
        replyTo: hello#c2
        relayed: {by: Jean, from: un club, url: "https://club.example/"}
        ---
        J'y reviens.
        -- content/comments/suite/d1.yml --
        author: Claire
        date: 2010-01-21 08:00
        body: Merci.
        """;

    private static readonly XNamespace Atom = AtomShape.Atom, Replies = AtomShape.Replies;

    [Test]
    public void A_comment_says_in_words_and_in_marks_what_it_answers()
    {
        var entry = EntryOf(Site, "2010/01/hello/atom.xml", "hello/c2");
        Assert.That(entry.Element(Atom + "title")!.Value, Is.EqualTo("Claire sur «\u00A0Bonjour\u00A0»"));
        Assert.That(entry.Attribute(XNamespace.Xml + "lang")!.Value, Is.EqualTo("en"));
        Assert.That(entry.Element(Atom + "content")!.Value, Is.EqualTo("""
            <p lang="fr">En réponse à <a href="https://example.org/archive/2010/01/hello/#c-c1">Yves</a> (13 janvier 2010 à 10:00)</p>
            <p>Why?</p>

            """));
        Assert.That(string.Join('\n', entry.Element(Replies + "in-reply-to")!.Attributes().Select(a => $"{a.Name}: {a.Value}")), Is.EqualTo("""
            ref: tag:example.org,2010:hello/c1
            href: https://example.org/archive/2010/01/hello/#c-c1
            type: text/html
            source: https://example.org/archive/2010/01/hello/atom.xml
            """));
    }

    [TestCase("hello/c2", "en", TestName = "An entry in the language that the look speaks instead")]
    [TestCase("hello/c1", null, TestName = "An entry in the site's own language, which the look does not speak")]
    public void What_the_feed_is_in_is_not_said_again_and_all_else_is(string id, string? language)
    {
        var entry = EntryOf(Site.Replace("language: fr", "language: sv", StringComparison.Ordinal), "2010/01/hello/atom.xml", id);
        Assert.That(entry.Attribute(XNamespace.Xml + "lang")?.Value, Is.EqualTo(language));
        Assert.That(entry.Document!.Root!.Attribute(XNamespace.Xml + "lang")!.Value, Is.EqualTo("sv"));
    }

    [Test]
    public void An_item_in_the_language_that_the_look_speaks_instead_says_so()
    {
        using var read = System.Text.Json.JsonDocument.Parse(SiteText.Prepare("""
            -- content/site.yml --
            language: sv
            baseUrl: https://example.org
            -- content/posts/2010-01-12-hello.md --
            ---
            language: en
            ---
            Words.
            """).Text("feed.json"));
        Assert.That(read.RootElement.GetProperty("items")[0].GetProperty("language").GetString(), Is.EqualTo("en"));
    }

    [Test]
    public void An_entry_tells_how_much_was_answered_and_when()
    {
        var entry = EntryOf(Site, "2010/01/hello/atom.xml", "hello/c1");
        var link = AtomShape.Links(entry, "replies").Single();
        Assert.That(string.Join(' ', link.Attributes().Select(a => a.Value)), Is.EqualTo(
            "replies application/atom+xml https://example.org/archive/2010/01/hello/atom.xml 3 2010-01-21T08:00:00+01:00"));
        Assert.That(entry.Element(Replies + "total")!.Value, Is.EqualTo("3"));
        Assert.That(entry.Element(Atom + "updated")!.Value, Is.EqualTo("2010-01-15T09:00:00+01:00"));
        Assert.That(string.Join(' ', entry.Element(Atom + "author")!.Elements().Select(e => e.Value)), Is.EqualTo("Yves https://example.org/archive/authors/yves/"));
    }

    [TestCase("2010/01/hello/atom.xml", "hello/c3", "En réponse à «\u00A0parti\u00A0», qui n’est pas dans l’archive")]
    [TestCase("atom.xml", "suite", "En réponse à <a href=\"https://example.org/archive/2010/01/hello/#c-c2\">Claire</a>")]
    [TestCase("atom.xml", "suite", "Propos de Jean. Dit ici\u00A0: <a href=\"https://club.example/\">un club</a>.")]
    [TestCase("comments.xml", "hello/c1", "En réponse à «\u00A0<a href=\"https://example.org/archive/2010/01/hello/\">Bonjour</a>\u00A0» (Claire)")]
    [TestCase("atom.xml", "hello", "<a href=\"https://example.org/archive/2010/01/hello/#post~fin\">plus bas</a>")]
    [TestCase("atom.xml", "hello", "<a href=\"https://example.org/archive/themes/\">le plan</a>")]
    public void The_text_of_an_entry_holds(string feed, string id, string words) =>
        Assert.That(EntryOf(Site, feed, id).Element(Atom + "content")!.Value, Does.Contain(words));

    [TestCase("atom.xml", "suite hello")]
    [TestCase("comments.xml", "suite/d1 hello/c3 hello/c2 hello/c1")]
    [TestCase("themes/la-confiance/atom.xml", "hello")]
    [TestCase("authors/claire/atom.xml", "suite/d1 hello/c2 hello")]
    [TestCase("2010/01/hello/atom.xml", "suite/d1 suite hello/c3 hello/c2 hello/c1 hello", TestName = "A post that opens a discussion has all of it")]
    [TestCase("2010/01/suite/atom.xml", "suite/d1 suite", TestName = "A post that answers has what is on its page")]
    public void A_feed_holds_its_entries_youngest_first(string feed, string ids) =>
        Assert.That(Ids(Site, feed), Is.EqualTo(ids.Split(' ')));

    [TestCase("feed.json", "suite hello")]
    [TestCase("themes/la-confiance/feed.json", "hello")]
    public void A_JSON_Feed_holds_the_same_as_its_sister(string feed, string ids)
    {
        using var read = System.Text.Json.JsonDocument.Parse(SiteText.Prepare(Site).Text(feed));
        var root = read.RootElement;
        Assert.That(root.GetProperty("version").GetString(), Is.EqualTo("https://jsonfeed.org/version/1.1"));
        Assert.That(root.GetProperty("feed_url").GetString(), Is.EqualTo("https://example.org/archive/" + feed));
        Assert.That(root.GetProperty("title").GetString(), Does.StartWith("Le carnet"));
        var entries = root.GetProperty("items").EnumerateArray().ToArray();
        Assert.That(entries.Select(e => e.GetProperty("id").GetString()), Is.EqualTo(ids.Split(' ').Select(id => "tag:example.org,2010:" + id)));
        var hello = entries[^1];
        Assert.That(hello.GetProperty("url").GetString(), Is.EqualTo("https://example.org/archive/2010/01/hello/"));
        Assert.That(hello.GetProperty("date_published").GetString(), Is.EqualTo("2010-01-12T18:30:00+01:00"));
        Assert.That(hello.GetProperty("content_html").GetString(), Does.Contain("<h2 id="));
        Assert.That(hello.GetProperty("authors")[0].GetProperty("name").GetString(), Is.EqualTo("Claire"));
        Assert.That(hello.GetProperty("tags")[0].GetString(), Is.EqualTo("La confiance"));
    }

    [TestCase("baseUrl: https://example.org/archive/", "baseUrl: https://elsewhere.example/")]
    [TestCase("title: Bonjour", "title: Bonsoir\nslug: bonsoir\nid: hello")]
    public void Ids_outlive(string before, string after)
    {
        var changed = Site.Replace(before, after, StringComparison.Ordinal);
        Assert.That(changed, Is.Not.EqualTo(Site));
        foreach (var feed in new[] { "atom.xml", "comments.xml", "themes/la-confiance/atom.xml", "authors/claire/atom.xml" })
            Assert.That(AllIds(SiteText.Prepare(changed).Text(feed)), Is.EqualTo(AllIds(SiteText.Prepare(Site).Text(feed))), feed);
    }

    [TestCase("", "https://example.org", "tag:example.org,2026:hello")]
    [TestCase("", "https://bücher.example:8080/a b/c", "tag:xn--bcher-kva.example,2026:a-20b/c:hello")]
    [TestCase("feedId: example.org,2010-01-12", "https://other.example", "tag:example.org,2010-01-12:hello")]
    [TestCase("feedId: tag:example.org,2010:blog", "https://other.example/x", "tag:example.org,2010:blog:hello")]
    public void An_id_begins_as_the_settings_say(string setting, string baseUrl, string id)
    {
        var site = $"-- content/site.yml --\nbaseUrl: \"{baseUrl.Replace(" ", "%20", StringComparison.Ordinal)}\"\n{setting}\n-- content/posts/2010-01-12-hello.md --\nText.";
        Assert.That(AtomShape.Ids(SiteText.Prepare(site).Text("atom.xml")), Is.EqualTo([id]));
    }

    [Test]
    public void The_command_line_moves_links_and_no_ids()
    {
        using var site = new SiteOnDisk("-- content/posts/2010-01-12-hello.md --\nText.").Build("--base-url", "https://preview.example/7");
        Assert.That(site.Published("atom.xml"), Does.Contain("<id>tag:example.org,2026:hello</id>").And.Contain("href=\"https://preview.example/7/2010/01/hello/\""));
    }

    [Test]
    public void Without_an_address_there_is_no_feed()
    {
        using var site = new SiteOnDisk("-- content/site.yml --\ntitle: A\n-- content/posts/2010-01-12-hello.md --\n---\nthemes: x\nauthor: B\n---\nText.").Build();
        Assert.That(Directory.EnumerateFiles(site.Output, "*", SearchOption.AllDirectories).Select(Path.GetFileName),
            Has.None.AnyOf("atom.xml", "comments.xml", "feed.json"));
        Assert.That(site.Pages.Where(page => site.Published(page).Contains("rel=\"alternate\"", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void What_was_removed_leaves_its_place_and_no_text()
    {
        const string removed = "\nstatus: removed\nreason: à sa demande\nremovedOn: 2010-02-01";
        var build = SiteText.Prepare(Site.Replace("title: Bonjour", $"title: Bonjour{removed}\nsummary: Que dites-vous", StringComparison.Ordinal)
            .Replace("replyTo: c1", $"replyTo: c1{removed}", StringComparison.Ordinal));
        foreach (var feed in build.Files.OfType<Palabre.Site.RenderedFile>().Where(f => f.Path.EndsWith(".xml", StringComparison.Ordinal) || f.Path.EndsWith(".json", StringComparison.Ordinal)))
            Assert.That(build.Text(feed.Path), Does.Not.Contain("Why").And.Not.Contain("Que dites").And.Not.Contain("Bonjour"), feed.Path);
        var entry = EntryOf(build.Text("2010/01/hello/atom.xml"), "hello/c2");
        Assert.That(entry.Element(Atom + "content")!.Value, Does.Contain("<p lang=\"fr\">Ce texte a été retiré le 1er\u00A0février 2010. Motif\u00A0: à sa demande</p>"));
        Assert.That(entry.Element(Atom + "updated")!.Value, Is.EqualTo("2010-02-01T00:00:00+01:00"));
    }

    [Test]
    public void Whoever_signed_twice_has_the_entry_once() => Assert.That(
        string.Join(' ', Ids(Site.Replace("author: Claire\nthemes", "author: [Claire, claire]\nthemes", StringComparison.Ordinal), "authors/claire/atom.xml")),
        Is.EqualTo("suite/d1 hello/c2 hello"));

    [Test]
    public void A_trusted_post_sends_no_script_to_readers()
    {
        var text = SiteText.Prepare("""
            -- content/site.yml --
            baseUrl: https://example.org
            trustPosts: true
            -- content/posts/2010-01-12-hello.md --
            Text. <script>alert(1)</script> <b onclick="x()">bold</b>
            """).Text("atom.xml");
        Assert.That(text, Does.Contain("<b>bold</b>").And.Not.Contain("<script").And.Not.Contain("onclick"));
    }

    [Test]
    public void A_text_from_right_to_left_says_so() => Assert.That(
        EntryOf(Site.Replace("language: en", "language: he", StringComparison.Ordinal), "comments.xml", "hello/c2").Element(Atom + "content")!.Value,
        Does.Contain("<div dir=\"rtl\">\n<p dir=\"ltr\">Why?</p>\n</div>"));

    /// <summary>The entry whose id ends so, of a feed of a site, or of one as made.</summary>
    private static XElement EntryOf(string site, string feed, string id) => EntryOf(SiteText.Prepare(site).Text(feed), id);

    private static XElement EntryOf(string feed, string id) =>
        XDocument.Parse(feed).Root!.Elements(Atom + "entry").Single(e => e.Element(Atom + "id")!.Value == "tag:example.org,2010:" + id);

    private static string[] Ids(string site, string feed) =>
        [.. AtomShape.Ids(SiteText.Prepare(site).Text(feed)).Select(id => id["tag:example.org,2010:".Length..])];

    private static string[] AllIds(string feed) => [.. XDocument.Parse(feed).Descendants(Atom + "id").Select(e => e.Value)];
}
