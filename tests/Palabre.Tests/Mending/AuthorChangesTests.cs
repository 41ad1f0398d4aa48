using System.Text;
using Palabre.Diagnostics;
using Palabre.Mending;
using Palabre.Model;
using Palabre.Tests.Support;

namespace Palabre.Tests.Mending;

public sealed class AuthorChangesTests
{
    private const string Jane = "content/authors/jane-doe.yml", Bob = "content/authors/bob.yml";

    private const string Site = """
        -- content/posts/2010-01-12-hello.md --
        ---
        title: Hello
        author: Jane Doe
        ---
        Words.
        -- content/comments/hello/a.yml --
        {author: Bob, date: 2010-01-13, body: x}
        -- content/comments/hello/b.yml --
        {author: J. D., date: 2010-01-13, body: x}
        -- content/authors/jane-doe.yml --
        # who
        name: Jane Doe # she
        aliases:
          - J. D.
        url: https://example.org/jane

        """;

    [Test]
    public void A_new_name_leaves_the_old_one_as_an_alias()
    {
        var site = Done(Rename(Site, "jane doe", "Jane Smith"));
        Assert.That(site[Jane], Is.EqualTo("# who\nname: Jane Smith # she\naliases:\n  - J. D.\n  - Jane Doe\nurl: https://example.org/jane\n\n"));
        Assert.That(Names(site), Is.EqualTo("Bob=bob J. D.=jane-doe Jane Doe=jane-doe"));
    }

    [Test]
    public void An_author_without_a_file_gets_one_with_the_same_address()
    {
        var site = Done(Rename(Site, "bob", "Robert"));
        Assert.That(site[Bob], Is.EqualTo("name: Robert\naliases: Bob\n"));
        Assert.That(Names(site), Is.EqualTo("Bob=bob J. D.=jane-doe Jane Doe=jane-doe"));
    }

    [Test]
    public void Another_spelling_of_the_name_needs_no_alias() =>
        Assert.That(Done(Rename(Site, "jane-doe", "Jané DOE"))[Jane], Does.Contain("name: Jané DOE # she\naliases:\n  - J. D.\nurl"));

    [Test]
    public void Two_authors_become_one_and_all_names_lead_there()
    {
        var site = Done(Merge(Site, "jane-doe", "Bob"));
        Assert.That(site, Does.Not.ContainKey(Jane));
        Assert.That(site[Bob], Is.EqualTo("name: Bob\naliases:\n  - Jane Doe\n  - J. D.\nurl: https://example.org/jane\n"));
        Assert.That(Names(site), Is.EqualTo("Bob=bob J. D.=bob Jane Doe=bob"));
    }

    [Test]
    public void Of_several_spellings_whoever_merges_has_chosen_one() => Assert.That(
        Done(Merge(Site + "-- content/comments/hello/c.yml --\n{author: BOB, date: 2010-01-12, body: x}\n", "jane-doe", "BOB"))[Bob], Does.StartWith("name: BOB\n"));

    [Test]
    public void What_both_files_say_stays_as_the_second_says_it()
    {
        var (mended, _) = Merge(Site + "-- content/authors/bob.yml --\nname: Bob\r\nurl: https://example.org/bob\r\ntwitter: b\r", "jane-doe", "bob");
        Assert.That(Text(mended!)[Bob], Is.EqualTo("name: Bob\r\naliases: [Jane Doe, J. D.]\r\nurl: https://example.org/bob\r\ntwitter: b\r\n"));
        Assert.That(mended!.Left.Select(l => l.ToString()), Is.EqualTo([$"{Jane}: 'url' is not carried over; the history of the file has it"]));
    }

    [Test]
    public void A_merged_author_leaves_a_page_that_forwards()
    {
        var (mended, _) = Merge(Site, "bob", "jane-doe");
        var build = SiteText.Prepare(mended!.Site);
        Assert.That(build.Diagnostics.Where(d => d.Severity > Severity.Note), Is.Empty);
        Assert.That(build.Text("authors/bob/index.html"), Does.Contain("/authors/jane-doe/"));
        Assert.That(build.Text("authors/j-d/index.html"), Does.Contain("/authors/jane-doe/"));
    }

    [TestCase("jane-de", "X", "No author is called 'jane-de'.", "Did you mean 'Jane Doe'?")]
    [TestCase("nobody at all", "X", "No author is called 'nobody at all'.", "palabre list authors shows them all.")]
    [TestCase("jane-doe", "!!", "'!!' has neither letter nor digit: it is no name.", null)]
    [TestCase("jane-doe", "BOB", "'BOB' is another author: 'Bob'.", "palabre authors merge \"Jane Doe\" \"Bob\" makes them one.")]
    public void What_cannot_be_done_is_said(string named, string name, string text, string? hint) =>
        Assert.That(Rename(Site, named, name).Refusal, Has.Property("Text").EqualTo(text).And.Property("Hint").EqualTo(hint));

    [Test]
    public void A_name_of_two_authors_is_asked_about()
    {
        var site = Site + "-- content/authors/joe.yml --\nname: Joe\naliases: [J. D.]\n";
        Assert.That(Rename(site, "J. D.", "X").Refusal!.Text, Is.EqualTo($"'J. D.' may be 'Jane Doe' ({Jane}) or 'Joe' (content/authors/joe.yml)."));
    }

    [Test]
    public void What_is_so_already_changes_nothing()
    {
        Assert.That(Rename(Site, "jane-doe", "Jane Doe").Mended!.Changes, Is.Empty);
        Assert.That(Merge(Site, "J. D.", "jane-doe").Mended!.Changes, Is.Empty);
    }

    [Test]
    public void An_entry_that_bears_both_names_is_listed_once()
    {
        var build = SiteText.Prepare("""
            -- content/posts/2010-01-12-hello.md --
            ---
            title: Hello
            author: [Bob, Robert]
            ---
            -- content/authors/bob.yml --
            name: Bob
            aliases: [Robert]
            """);
        Assert.That(build.Edition.Listings.Authors.Single().Entries, Has.Count.EqualTo(1));
    }

    private static (Mended? Mended, AuthorRefusal? Refusal) Rename(string site, string named, string name)
    {
        var files = SiteText.Files(site);
        return AuthorChanges.Rename(files, SiteText.Read(files).Value, named, name);
    }

    private static (Mended? Mended, AuthorRefusal? Refusal) Merge(string site, string named, string into)
    {
        var files = SiteText.Files(site);
        return AuthorChanges.Merge(files, SiteText.Read(files).Value, named, into);
    }

    private static Dictionary<string, string> Done((Mended? Mended, AuthorRefusal? Refusal) result)
    {
        Assert.That((result.Refusal, result.Mended!.Left.Count), Is.EqualTo(((AuthorRefusal?)null, 0)));
        return Text(result.Mended);
    }

    private static Dictionary<string, string> Text(Mended mended) =>
        mended.Site.Files.ToDictionary(f => f.Path, f => Encoding.UTF8.GetString(mended.Site.Read(f).Bytes.Span));

    /// <summary>Every name that entries bear, and the key of the author whom it leads to.</summary>
    private static string Names(Dictionary<string, string> site)
    {
        var build = SiteText.Prepare(SiteText.Files(site.ToDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value))));
        return string.Join(' ', build.Archive.Posts.Concat<Entry>(build.Archive.Comments.SelectMany(c => c)).SelectMany(e => e.Authors).Order(StringComparer.Ordinal)
            .Select(name => $"{name}={build.Edition.Listings.AuthorBook.Find(name)?.Key}"));
    }
}
