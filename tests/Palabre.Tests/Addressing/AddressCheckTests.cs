using Palabre.Addressing;
using Palabre.Tests.Support;

namespace Palabre.Tests.Addressing;

public sealed class AddressCheckTests
{
    [TestCase("/a/ /b/ /a.html /a/c/", "", TestName = "Different addresses")]
    [TestCase("/a/ /a/", "'/a/' is already that of 1", TestName = "The same")]
    [TestCase("/a/ /A/", "'/A/' is already that of 1, as '/a/'", TestName = "The same but for letter case")]
    [TestCase("/É/ /é/", "'/é/' is already that of 1, as '/É/'", TestName = "The same but for the case of other letters")]
    [TestCase("/caf\u00E9/ /cafe\u0301/", "", TestName = "The same but for the Unicode form: two addresses for now, since Core has no table of compositions for Latin")]
    [TestCase("/a.html /a.html/b/", "'/a.html/b/' is already that of 1, as '/a.html'", TestName = "A file where a folder is wanted")]
    [TestCase("/a.html/b/ /A.html", "'/a.html/b/' is already that of 2, as '/A.html'", TestName = "A folder where a file is wanted")]
    [TestCase("/a/ /a/index.html", "'/a/index.html' is already that of 1, as '/a/'", TestName = "A folder and its file")]
    [TestCase("/a/ /a/ /a/", "'/a/' is already that of 1; '/a/' is already that of 1", TestName = "Each but the first is told")]
    public void Two_claims_on_one_place_are_told(string addresses, string told)
    {
        var claims = addresses.Split(' ').Select((address, i) => new Claim(new(address), new((i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture))));
        Assert.That(string.Join("; ", AddressCheck.Check([.. claims]).Select(d => d.Message["The address ".Length..^1])), Is.EqualTo(told));
    }

    [Test]
    public void Two_posts_with_one_permalink_are_told() => Assert.That(Clashes("""
        -- content/posts/2010-01-12-a.md --
        ---
        title: A
        permalink: /hello/
        ---
        -- content/posts/2010-01-13-b.md --
        ---
        title: B
        permalink: /Hello
        ---
        """), Is.EqualTo("content/posts/2010-01-13-b.md:3:12: error PAL4001: The address '/Hello/' is already that of content/posts/2010-01-12-a.md:3:12, as '/hello/'."
            + "\n  hint: Change the slug, permalink or alias of one of the two."));

    [Test]
    public void An_alias_does_not_take_a_page_s_place() => Assert.That(Clashes("""
        -- content/posts/2010-01-12-a.md --
        # A
        -- content/posts/2010-01-13-b.md --
        ---
        title: B
        aliases: [/2010/01/a/]
        ---
        """), Does.Contain("error PAL4001: The address '/2010/01/a/' is already that of content/posts/2010-01-12-a.md:1:1."));

    [TestCase("page", TestName = "The pages of the home page")]
    [TestCase("themes", TestName = "The list of themes")]
    [TestCase("authors", TestName = "The list of authors")]
    [TestCase("archive", TestName = "The archive")]
    public void A_standing_page_does_not_take_the_place_of(string slug) =>
        Assert.That(Clashes($"-- content/posts/2010-01-12-a.md --\n# A\n-- content/pages/{slug}.md --\n# A page"),
            slug == "page" ? Is.Empty : Does.Contain($"error PAL4001: The address '/{slug}/' is already that of"));

    private static string Clashes(string site) =>
        string.Join('\n', SiteText.Prepare(site).Diagnostics.Where(d => d.Code == "PAL4001"));
}
