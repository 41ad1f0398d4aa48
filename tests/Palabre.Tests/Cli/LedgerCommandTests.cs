using System.Text.Json;
using Palabre.Tests.Support;

namespace Palabre.Tests.Cli;

public sealed class LedgerCommandTests
{
    private const string Site = """
        -- content/posts/2010-01-12-hello.md --
        ---
        title: Hello
        author: Ann
        ---
        Text.
        -- content/comments/hello/c1.yml --
        author: Ann
        date: 2010-01-13
        body: x
        """;

    private const string Ledger = "content/addresses.txt";

    [Test]
    public void Writes_what_is_published_and_says_so()
    {
        using var site = new SiteOnDisk(Site);
        var ran = site.Run("ledger");
        Assert.That(ran.Status, Is.Zero);
        Assert.That(ran.Output, Does.Contain("\n+ /2010/01/hello/#c-c1\n").And.Match(@"12 addresses in the ledger: 12 added, 0 forgotten · 0 errors"));
        Assert.That(Read(site), Does.Contain("\n/2010/01/hello/#c-c1\tcontent/comments/hello/c1.yml\n"));
        Assert.That(Directory.Exists(site.Output), Is.False);
        var text = Read(site);
        Assert.That(site.Run("ledger").Output, Does.Contain("12 addresses in the ledger: 0 added, 0 forgotten"));
        Assert.That(Read(site), Is.EqualTo(text));
        Assert.That(site.Run("check", "--strict").Output, Does.Contain("0 errors, 0 warnings, 0 notes"));
    }

    [Test]
    public void Does_not_depend_on_the_address_of_the_site()
    {
        using var site = new SiteOnDisk(Site);
        site.Run("ledger");
        var text = Read(site);
        site.Run("ledger", "--base-url", "https://elsewhere.example/a/b");
        Assert.That(Read(site), Is.EqualTo(text));
    }

    [Test]
    public void A_lost_address_fails_check_and_a_strict_build_and_warns_in_a_build()
    {
        using var site = Renamed();
        Assert.That(site.Run("check"), Has.Property("Status").EqualTo(1).And.Property("Output").Contain("content/addresses.txt:4:1: error PAL4006: "));
        Assert.That(site.Run("build", "--strict"), Has.Property("Status").EqualTo(1).And.Property("Output").Contain("error PAL4006: "));
        Assert.That(Directory.Exists(site.Output), Is.False);
        Assert.That(site.Run("build"), Has.Property("Status").EqualTo(0).And.Property("Output").Contain("warning PAL4006: "));
        Assert.That(site.Pages, Does.Contain("2010/01/hi/index.html"));
    }

    [Test]
    public void Refuses_to_lose_an_address_and_writes_nothing()
    {
        using var site = Renamed();
        var text = Read(site);
        var ran = site.Run("ledger");
        Assert.That(ran.Status, Is.EqualTo(1));
        Assert.That(ran.Output, Does.Contain("error PAL4006: The address '/2010/01/hello/', with 1 anchor on it, would be lost")
            .And.Contain("hint: Write aliases: [/2010/01/hello/] in 'content/posts/2010-01-12-hi.md', and id: hello, without which feeds show all of it as new.").And.Contain("nothing written"));
        Assert.That(Read(site), Is.EqualTo(text));
    }

    [Test]
    public void Gives_up_what_it_is_told_to()
    {
        using var site = Renamed();
        var ran = site.Run("ledger", "--forget", "/2010/01/hello/");
        Assert.That(ran.Status, Is.Zero, ran.Output);
        Assert.That(ran.Output, Does.Contain("- /2010/01/hello/\n- /2010/01/hello/#c-c1\n+ /2010/01/hi/\n+ /2010/01/hi/#c-c1\n"));
        Assert.That(Read(site), Does.Not.Contain("hello/\t"));
        Assert.That(site.Run("check").Status, Is.Zero);
    }

    [Test]
    public void Keeps_an_address_that_leads_on()
    {
        using var site = Renamed();
        site.Write("content/posts/2010-01-12-hi.md", "---\ntitle: Hello\nauthor: Ann\naliases: /2010/01/hello/\n---\nText.\n");
        Assert.That(site.Run("ledger").Status, Is.Zero);
        Assert.That(Read(site), Does.Contain("\n/2010/01/hello/\t").And.Contain("\n/2010/01/hello/#c-c1\t").And.Contain("\n/2010/01/hi/#c-c1\t"));
    }

    [TestCase("/2010/01/hallo/", "'/2010/01/hallo/' is not in the ledger.", "Did you mean '/2010/01/hello/'?")]
    [TestCase("/archive/", "'/archive/' is not lost: something stands there, or leads on.", "Remove what stands there first, if it is to go.")]
    [TestCase("hello", "--forget takes an address such as /2010/hello/ or /2010/hello/#c-12, not 'hello'.", "Copy it from the message of palabre check.")]
    public void What_it_cannot_forget_is_told(string address, string message, string hint)
    {
        using var site = Renamed();
        Assert.That(site.Run("ledger", "--forget", address), Is.EqualTo(new Ran(2, "", $"palabre: {message}\n  hint: {hint}\n")));
    }

    [Test]
    public void Puts_an_unfinished_merge_right()
    {
        using var site = new SiteOnDisk(Site + "\n-- content/addresses.txt --\n# Ours.\n<<<<<<< a\n/\n=======\n/archive/\n>>>>>>> b\n");
        Assert.That(site.Run("check"), Has.Property("Status").EqualTo(1).And.Property("Output").Contain("content/addresses.txt:2:1: error PAL4008: "));
        Assert.That(site.Run("build"), Has.Property("Status").EqualTo(0).And.Property("Output").Contain("warning PAL4008: "));
        Assert.That(site.Run("ledger").Status, Is.Zero);
        Assert.That(Read(site), Does.StartWith("# Ours.\n/\tcontent/site.yml\n").And.Not.Contain("<<<"));
    }

    [Test]
    public void Does_not_write_over_what_it_cannot_read()
    {
        using var site = new SiteOnDisk(Site + "\n-- content/addresses.txt --\n/\nwhat is this\n");
        Assert.That(site.Run("ledger"), Has.Property("Status").EqualTo(1).And.Property("Output").Contain("content/addresses.txt:2:1: error PAL4007: 'what is this' is no address"));
        Assert.That(Read(site), Does.Contain("what is this"));
    }

    [Test]
    public void Check_notes_what_is_not_in_the_ledger_yet()
    {
        using var site = new SiteOnDisk(Site);
        site.Run("ledger");
        site.Write("content/comments/hello/c2.yml", "author: Ann\ndate: 2010-01-14\nbody: y\n");
        Assert.That(site.Run("check", "--strict"), Has.Property("Status").EqualTo(0).And.Property("Output").Contain(
            "content/addresses.txt: note PAL4010: The address '/2010/01/hello/#c-c2' is not in the ledger yet.\n  hint: Run palabre ledger, and commit what it writes.\n"));
    }

    [Test]
    public void Promises_nothing_that_is_not_published_yet()
    {
        using var site = new SiteOnDisk(Site);
        site.Run("ledger", "--now", "2010-01-12T12:00:00Z");
        Assert.That(Read(site), Does.Contain("/2010/01/hello/\t").And.Not.Contain("#c-c1"));
        Assert.That(site.Run("ledger", "--drafts").Status, Is.EqualTo(2));
    }

    [Test]
    public void Json_is_one_object()
    {
        using var site = new SiteOnDisk(Site);
        using var json = JsonDocument.Parse(site.Run("ledger", "--format", "json").Output);
        Assert.That(json.RootElement.GetProperty("ledger").GetProperty("added").EnumerateArray().Select(a => a.GetString()), Does.Contain("/2010/01/hello/#c-c1"));
        Assert.That(json.RootElement.GetProperty("ledger").GetProperty("addresses").GetInt32(), Is.EqualTo(12));
    }

    [Test]
    public void A_wrong_archive_keeps_its_ledger()
    {
        using var site = new SiteOnDisk(Site);
        site.Run("ledger");
        var text = Read(site);
        site.Write("content/comments/hello/c1.yml", "author: 'Ann\n");
        var ran = site.Run("ledger");
        Assert.That(ran.Status, Is.EqualTo(1));
        Assert.That(ran.Output, Does.Not.Contain("PAL4006"), "what cannot be read is not lost");
        Assert.That(Read(site), Is.EqualTo(text));
    }

    private static SiteOnDisk Renamed()
    {
        var site = new SiteOnDisk(Site);
        Assert.That(site.Run("ledger").Status, Is.Zero);
        site.Move("content/posts/2010-01-12-hello.md", "content/posts/2010-01-12-hi.md").Move("content/comments/hello", "content/comments/hi");
        return site;
    }

    private static string Read(SiteOnDisk site) => File.ReadAllText(Path.Combine(site.Root, Ledger));
}
