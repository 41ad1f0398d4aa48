using System.Text.Json;
using Palabre.Tests.Support;

namespace Palabre.Tests.Cli;

public sealed class ListCommandTests
{
    private const string Drawing = """
        -- content/posts/2010-01-12-trust.md --
        ---
        title: Trust
        author: Aude
        theme: Trust
        ---
        Text.
        -- content/posts/2010-02-01-later.md --
        ---
        title: Later
        draft: true
        ---
        Text.
        -- content/posts/2030-02-01-next.md --
        ---
        title: Next
        author: Aude
        ---
        Text.
        -- content/comments/trust.yml --
        - id: c1
          author: Ben
          date: 2010-01-13
          body: One.
        - id: c2
          author: "Ben\e[31m"
          date: 2010-01-14 11:26
          replyTo: c9
          body: Two.
        - id: c3
          author: Ben
          date: 2010-01-15
          status: removed
          reason: Asked for.
        - id: c4
          author: Ben
          date: 2010-01-16
          status: pending
          body: Four.
        -- content/comments/nobody/c5.yml --
        author: Cid
        date: 2010-01-17
        body: Five.
        -- content/authors/ben.yml --
        name: Ben
        """;

    [TestCase("posts", "2010-01-12|trust|Trust|Aude|Trust|3|/2010/01/trust/|content/posts/2010-01-12-trust.md")]
    [TestCase("comments", "2010-01-13|c1|trust|Ben||/2010/01/trust/#c-c1|content/comments/trust.yml",
        "2010-01-14T11:26+00:00|c2|trust|Ben [31m|c9|/2010/01/trust/#c-c2|content/comments/trust.yml:5",
        "2010-01-15|c3|trust|Ben||/2010/01/trust/#c-c3|content/comments/trust.yml:10")]
    [TestCase("drafts", "2010-02-01|later|||draft|content/posts/2010-02-01-later.md")]
    [TestCase("future", "2030-02-01|next||Aude|future|content/posts/2030-02-01-next.md")]
    [TestCase("pending", "2010-01-16|c4|trust|Ben|pending|content/comments/trust.yml:15")]
    [TestCase("orphans", "2010-01-14T11:26+00:00|c2|trust|Ben [31m|what it answers|c9|content/comments/trust.yml:5",
        "2010-01-17|c5||Cid|its post|content/comments/nobody|content/comments/nobody/c5.yml")]
    [TestCase("removed", "2010-01-15|c3|trust|removed||Asked for.|/2010/01/trust/#c-c3|content/comments/trust.yml:10")]
    [TestCase("themes", "trust|Trust|1|4||no|/themes/trust/|content/posts/2010-01-12-trust.md")]
    [TestCase("authors", "aude|Aude||1|0|no|/authors/aude/|content/posts/2010-01-12-trust.md", "ben|Ben||0|2|yes|/authors/ben/|content/authors/ben.yml",
        "ben-31m|Ben [31m||0|1|no|/authors/ben-31m/|content/comments/trust.yml")]
    public void Lists_what_is_asked_for(string what, params string[] rows)
    {
        using var site = new SiteOnDisk(Drawing);
        var ran = SiteOnDisk.Palabre("list", what, site.Root, "--now", "2020-01-01T00:00:00Z");
        var lines = ran.Output.TrimEnd('\n').Split('\n');
        using var json = JsonDocument.Parse(SiteOnDisk.Palabre("list", what, site.Root, "--now", "2020-01-01T00:00:00Z", "--format", "json").Output);
        var cells = json.RootElement.EnumerateArray().Select(row => string.Join('|', row.EnumerateObject().Select(cell => cell.Value.GetString())));
        Assert.That(cells, Is.EqualTo(rows));
        Assert.That(lines[1..].Select(Words), Is.EqualTo(rows.Select(Words)));
        Assert.That(lines.All(line => line.TrimEnd().Length == 0 || !line.Contains('\e', StringComparison.Ordinal)), Is.True);
        Assert.That(ran.Status, Is.Zero);

        static string Words(string line) => string.Join(' ', line.Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries));
    }

    [Test]
    public void Addresses_are_those_of_pages_and_comments_with_the_path_of_the_site()
    {
        using var site = new SiteOnDisk(Drawing);
        var output = SiteOnDisk.Palabre("list", "addresses", site.Root, "--base-url", "https://example.org/archive").Output;
        Assert.That(output, Does.Contain("/archive/2010/01/trust/ ").And.Contain("/archive/2010/01/trust/#c-c2 ").And.Contain("/archive/404.html "));
    }

    [Test]
    public void Every_address_of_the_ledger_is_listed()
    {
        using var site = new SiteOnDisk(Drawing);
        Assert.That(site.Run("ledger").Status, Is.Zero);
        var held = File.ReadAllLines(Path.Combine(site.Root, "content/addresses.txt")).Where(line => line[0] == '/').Select(line => line.Split('\t')[0]).ToArray();
        var listed = SiteOnDisk.Palabre("list", "addresses", site.Root).Output.Split('\n').Select(line => line.Split(' ')[0]).ToArray();
        Assert.That(held, Does.Contain("/atom.xml"));
        Assert.That(listed, Is.SupersetOf(held).And.Unique);
    }

    [Test]
    public void What_is_not_there_is_said_in_a_word()
    {
        using var site = new SiteOnDisk("-- content/posts/2010-01-12-hello.md --\n---\ntitle: a\n---\nText.");
        Assert.That(SiteOnDisk.Palabre("list", "removed", site.Root).Output, Is.EqualTo("None.\n"));
        Assert.That(SiteOnDisk.Palabre("list", "removed", site.Root, "--format", "json").Output, Is.EqualTo("[]\n"));
    }

    [TestCase("post", "There is no list of 'post'. Did you mean 'posts'?")]
    [TestCase("xyz", "There is no list of 'xyz'. Lists: posts, comments, ")]
    public void A_list_that_does_not_exist_is_a_wrong_use(string what, string message)
    {
        var ran = SiteOnDisk.Palabre("list", what, ".");
        Assert.That((ran.Status, ran.Output), Is.EqualTo((2, "")));
        Assert.That(ran.Error, Does.StartWith("palabre: " + message));
    }

    [Test]
    public void Mistakes_in_the_archive_are_told_beside_the_list_and_do_not_hide_it()
    {
        using var site = new SiteOnDisk(Drawing).Write("content/comments/trust/c6.yml", "author: Dan\nbody: When?\n");
        var ran = SiteOnDisk.Palabre("list", "posts", site.Root);
        Assert.That(ran.Output, Does.Contain("/2010/01/trust/"));
        Assert.That(ran.Error, Is.EqualTo("palabre: 1 error in the archive: what is wrong may be missing above. palabre check tells.\n"));
    }
}
