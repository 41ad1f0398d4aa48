using Palabre.Tests.Support;

namespace Palabre.Tests.Cli;

public sealed class AuthorsCommandTests
{
    private const string Site = """
        -- content/posts/2010-01-12-hello.md --
        ---
        title: Hello
        author: Jane Doe
        ---
        Words.
        -- content/comments/hello/a.yml --
        author: Bob
        date: 2010-01-13
        body: Thanks, Jane Doe.
        """;

    [Test]
    public void A_renamed_author_keeps_the_address_and_the_entries()
    {
        using var site = new SiteOnDisk(Site);
        var ran = Run(site, "authors", "rename", "Jane Doe", "Jane Smith", site.Root, "--yes");
        Assert.That((ran.Status, ran.Error), Is.EqualTo((0, "content/authors/jane-doe.yml: says that 'Jane Doe' is 'Jane Smith'\n1 file changed.\n")));
        site.Build();
        Assert.That(site.Main("authors/jane-doe/index.html"), Does.Contain("Jane Smith").And.Contain("Hello"));
        Assert.That(site.Published("authors/jane-smith/index.html"), Does.Contain("url=/authors/jane-doe/"));
    }

    [Test]
    public void An_anonymised_author_is_on_no_page()
    {
        using var site = new SiteOnDisk(Site);
        var ran = Run(site, "authors", "anonymise", "jane-doe", site.Root, "--yes", "--as", "Une voisine");
        Assert.That(ran.Status, Is.Zero);
        Assert.That(ran.Error, Does.Contain("by hand: content/comments/hello/a.yml:3:15: the name stands here\n"));
        site.Build();
        Assert.That(site.Pages, Does.Contain("authors/une-voisine/index.html").And.None.Contain("jane"));
        Assert.That(site.Main("2010/01/hello/index.html"), Does.Contain("Une voisine"));
    }

    [TestCase("rename", "Bob", "Robert")]
    [TestCase("merge", "Bob", "Jane Doe")]
    [TestCase("anonymise", "Bob")]
    public void A_dry_run_shows_and_writes_nothing(params string[] words)
    {
        using var site = new SiteOnDisk(Site);
        var before = SiteOnDisk.Contents(site.Root);
        var dry = Run(site, ["authors", .. words, site.Root, "--dry-run"]);
        var unasked = Run(site, ["authors", .. words, site.Root]);
        Assert.That((dry.Status, unasked.Status), Is.EqualTo((0, 1)));
        Assert.That(dry.Output, Does.StartWith("diff --git a/content/").And.EqualTo(unasked.Output));
        Assert.That(SiteOnDisk.Contents(site.Root), Is.EqualTo(before));
    }

    [TestCase("authors", 2, "palabre: authors takes one of rename, merge and anonymise.\n  hint: palabre authors --help tells more; palabre list authors shows who there is.\n")]
    [TestCase("authors rename jan-doe X ⟨root⟩", 2, "palabre: No author is called 'jan-doe'.\n  hint: Did you mean 'Jane Doe'?\n")]
    [TestCase("authors rename jane-doe Jane Smith", 2, "palabre: there is no folder 'Smith'.\n  hint: Put a name of several words in quotes; the site's folder comes last.\n")]
    [TestCase("authors rename jane-doe Bob ⟨root⟩", 2, "palabre: 'Bob' is another author: 'Bob'.\n  hint: palabre authors merge \"Jane Doe\" \"Bob\" makes them one.\n")]
    [TestCase("authors merge jane-doe jane-doe ⟨root⟩", 0, "Nothing to change.\n")]
    [TestCase("authors rename jane-doe --wrong", 2, "palabre: There is no option '--wrong'.\n  hint: palabre authors rename --help tells what there is.\n")]
    public void Every_wrong_use_gets_one_clear_line(string line, int status, string told)
    {
        using var site = new SiteOnDisk(Site);
        var ran = Run(site, line.Replace("⟨root⟩", site.Root, StringComparison.Ordinal).Split(' '));
        Assert.That((ran.Status, ran.Error), Is.EqualTo((status, told)));
    }

    [Test]
    public void A_folder_that_is_no_site_is_told_what_one_is()
    {
        using var folder = new Disk.TempFolder();
        var ran = SiteOnDisk.Palabre("authors", "rename", "a", "b", folder.Root.FullName);
        Assert.That(ran.Status, Is.EqualTo(2));
        Assert.That(ran.Output, Does.Contain("error PAL1100"));
    }

    private static Ran Run(SiteOnDisk site, params string[] arguments)
    {
        Assert.That(Directory.Exists(site.Root));
        return SiteOnDisk.Palabre(arguments);
    }
}
