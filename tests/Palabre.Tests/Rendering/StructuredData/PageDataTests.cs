using System.Text.Json.Nodes;
using Palabre.Site;
using Palabre.Tests.Support;

namespace Palabre.Tests.Rendering.StructuredData;

/// <summary>What pages of each kind say for machines.</summary>
public sealed class PageDataTests
{
    private const string Site = """
        -- content/site.yml --
        title: A site
        description: Of things.
        baseUrl: https://example.org
        -- content/authors/ann.yml --
        name: Ann
        url: https://ann.example
        bio: Writes.
        -- content/pages/about.md --
        ---
        title: About
        updated: 2010-03-01
        ---
        We.
        -- themes/life.md --
        ---
        title: Life
        ---
        -- themes/trust.md --
        ---
        title: Trust
        parent: life
        ---
        -- content/posts/2010-01-12-one.md --
        ---
        title: One
        author: Ann
        themes: [trust]
        aliases: [/old/]
        parallel: [{title: Elsewhere, url: "https://example.com/talk"}]
        ---
        Words.
        -- content/comments/one/a.yml --
        author: Bea
        date: 2010-02-02
        body: Words.
        -- content/comments/one/b.yml --
        author: Cy
        date: 2010-02-01
        replyTo: a
        body: Words.
        -- content/posts/2010-02-03-two.md --
        ---
        title: Two
        author: Ann
        ---
        Words.
        """;

    private static readonly SiteBuild Build = SiteText.Prepare(Site);

    [TestCase("index.html", "A site", "1 Two /2010/02/two/; 2 One /2010/01/one/")]
    [TestCase("themes/index.html", "Themes", "1 Life /themes/life/; 2 Trust /themes/trust/")]
    [TestCase("themes/trust/index.html", "Trust", "1 One /2010/01/one/")]
    [TestCase("authors/index.html", "Authors", "1 Ann /authors/ann/; 2 Bea /authors/bea/; 3 Cy /authors/cy/")]
    [TestCase("authors/bea/index.html", "Bea", "1  /2010/01/one/#c-a")]
    [TestCase("archive/index.html", "Archive", "1 2010 /archive/2010/")]
    [TestCase("archive/2010/index.html", "2010", "1 January /archive/2010/01/; 2 February /archive/2010/02/")]
    [TestCase("archive/2010/01/index.html", "January 2010", "1 One /2010/01/one/")]
    public void A_listing_says_what_it_lists(string page, string name, string list)
    {
        var block = Block(page);
        Assert.That((string?)block["@type"], Is.EqualTo("CollectionPage"));
        Assert.That((string?)block["name"], Is.EqualTo(name));
        var listed = block["mainEntity"]!;
        Assert.That((string?)listed["@type"], Is.EqualTo("ItemList"));
        Assert.That((int?)listed["numberOfItems"], Is.EqualTo(listed["itemListElement"]!.AsArray().Count));
        Assert.That(Steps(listed, "url"), Is.EqualTo(list));
    }

    [TestCase("2010/01/one/index.html", "1 A site /; 2 Archive /archive/; 3 January 2010 /archive/2010/01/; 4 One ")]
    [TestCase("themes/trust/index.html", "1 A site /; 2 Themes /themes/; 3 Life /themes/life/; 4 Trust ")]
    [TestCase("authors/ann/index.html", "1 A site /; 2 Authors /authors/; 3 Ann ")]
    [TestCase("archive/2010/01/index.html", "1 A site /; 2 Archive /archive/; 3 2010 /archive/2010/; 4 January 2010 ")]
    [TestCase("about/index.html", "1 A site /; 2 About ")]
    public void A_page_says_the_way_to_it(string page, string way) => Assert.That(Steps(Block(page)["breadcrumb"]!, "item"), Is.EqualTo(way));

    [Test]
    public void The_home_page_is_of_the_site_and_has_no_way_to_it()
    {
        Assert.That(Block("index.html")["breadcrumb"], Is.Null);
        DataBlocks.HoldIs(Block("index.html")["isPartOf"], """
            { "@type": "WebSite", "@id": "https://example.org/", "url": "https://example.org/", "name": "A site", "description": "Of things.", "inLanguage": "en" }
            """);
    }

    [Test]
    public void An_author_is_a_person_with_their_own_page_elsewhere() => DataBlocks.HoldIs(Block("authors/ann/index.html")["about"], """
        { "@type": "Person", "name": "Ann", "url": "https://example.org/authors/ann/", "sameAs": "https://ann.example", "description": "Writes." }
        """);

    [Test]
    public void Parallel_discussions_are_links_of_the_page() =>
        DataBlocks.HoldIs(Block("2010/01/one/index.html")["relatedLink"], """["https://example.com/talk"]""");

    [Test]
    public void A_standing_page_says_when_it_changed() => Assert.That((string?)Block("about/index.html")["dateModified"], Is.EqualTo("2010-03-01"));

    [TestCase("2010/01/one/chronological/index.html")]
    [TestCase("404.html")]
    [TestCase("old/index.html")]
    public void What_search_engines_are_not_to_list_says_nothing(string page) => Assert.That(DataBlocks.Of(Build.Text(page)), Is.Null);

    [Test]
    public void A_look_can_leave_it_out()
    {
        var build = SiteText.Prepare(Site + "\n-- themes/_look/layout.html --\n<!doctype html><title>{{ page.title }}</title>{{ include page.kind }}");
        Assert.That(build.Pages.Where(page => page.Address.Path != "/old/").Select(page => DataBlocks.Of(build.Text(page.Address.File))), Is.All.Null);
    }

    private static JsonObject Block(string page) => DataBlocks.Of(Build.Text(page))!;

    private static string Steps(JsonNode list, string address) => string.Join("; ", list["itemListElement"]!.AsArray()
        .Select(step => $"{step!["position"]} {step["name"]} {((string?)step[address])?["https://example.org".Length..]}"));
}
