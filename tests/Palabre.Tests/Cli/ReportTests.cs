using System.Text.Json;
using Palabre.Tests.Support;

namespace Palabre.Tests.Cli;

public sealed class ReportTests
{
    private const string Drawing = """
        -- content/posts/2010-01-12-hello.md --
        ---
        title: Hello
        tags: [Trust]
        ---
        Text.
        -- content/comments/hello/c12.yml --
        author: Bob
        date: 2010-01-13
        replyTo: c21
        body: To nobody.
        """;

    [Test]
    public void A_diagnostic_shows_its_line_and_a_way_out()
    {
        using var site = new SiteOnDisk(Drawing);
        Assert.That(site.Run("check", "--quiet").Output, Is.EqualTo("""
            content/comments/hello/c12.yml:3:10: warning PAL2001: 'c12' replies to 'c21', which is not in the archive.
                3 | replyTo: c21
                  |          ^
              hint: Correct replyTo, or remove it.

            """));
    }

    [Test]
    public void A_template_that_fails_on_every_page_is_told_once()
    {
        using var site = new SiteOnDisk(Drawing + "\n-- themes/_look/footer.html --\n{{ t 'nav' }}\n");
        var told = site.Run("check", "--quiet").Output;
        Assert.That(told, Does.Match("""
            themes/_look/footer.html:1:4: error PAL3051: The template fails on '/': 'nav' is a group of words: name one of them, such as 'nav.archive'.
                1 \| {{ t 'nav' }}
                  \|    \^
              … and [0-9]+ more at this place\.
            """.ReplaceLineEndings("\n")));
        Assert.That(told.Split("PAL3051"), Has.Length.EqualTo(2));
        Assert.That(site.Run("check", "--format", "json").Output.Split("PAL3051"), Has.Length.GreaterThan(5));
    }

    [Test]
    public void The_last_line_sums_up()
    {
        using var site = new SiteOnDisk(Drawing);
        Assert.That(site.Run("build").Output.TrimEnd().Split('\n')[^1],
            Does.Match(@"^1 post, 1 comment · \d+ files written, 0 unchanged, 0 deleted · 0 errors, 1 warning, 1 note · \d+\.\d\d s$"));
    }

    [Test]
    public void Json_is_one_object_for_programs()
    {
        using var site = new SiteOnDisk(Drawing);
        using var json = JsonDocument.Parse(site.Run("build", "--format", "json").Output);
        var warning = json.RootElement.GetProperty("diagnostics").EnumerateArray().Single(d => d.GetProperty("severity").GetString() == "warning");
        Assert.That(warning.GetProperty("code").GetString(), Is.EqualTo("PAL2001"));
        Assert.That(warning.GetProperty("file").GetString(), Is.EqualTo("content/comments/hello/c12.yml"));
        Assert.That(warning.GetProperty("line").GetInt32(), Is.EqualTo(3));
        Assert.That(warning.GetProperty("column").GetInt32(), Is.EqualTo(10));
        Assert.That(json.RootElement.GetProperty("summary").GetProperty("comments").GetInt32(), Is.EqualTo(1));
        Assert.That(json.RootElement.GetProperty("summary").GetProperty("failed").GetBoolean(), Is.False);
    }

    [Test]
    public void Github_puts_each_beside_its_line()
    {
        using var site = new SiteOnDisk(Drawing);
        Assert.That(site.Run("check", "--format", "github", "--quiet").Output, Is.EqualTo(
            "::warning file=content/comments/hello/c12.yml,line=3,col=10,title=PAL2001::'c12' replies to 'c21', which is not in the archive.%0ACorrect replyTo, or remove it.\n"));
    }

    [Test]
    public void Github_reads_no_command_that_somebody_wrote()
    {
        using var site = new SiteOnDisk("-- content/posts/2010-01-12-a.md --\n---\ntitle: a\nreplyTo: \"x\\n::error::y%0A\"\n---\nText.");
        var ran = site.Run("check", "--format", "github");
        Assert.That(ran.Output.Split('\n').Where(line => line.StartsWith("::", StringComparison.Ordinal)), Has.All.Match("^::(warning|notice) file="));
    }

    [Test]
    public void Quiet_is_silent_when_all_is_well()
    {
        using var site = new SiteOnDisk("-- content/posts/2010-01-12-hello.md --\n---\ntitle: a\n---\nText.");
        Assert.That(site.Run("build", "--quiet"), Is.EqualTo(new Ran(0, "", "")));
    }

    [Test]
    public void What_occurs_often_is_counted_rather_than_repeated()
    {
        var comments = string.Concat(Enumerable.Range(0, 30).Select(i => $"\n-- content/comments/hello/c{i:00}.yml --\ndate: 2010-01-13\nauthor: a\nreplyTo: zz\nbody: x"));
        using var site = new SiteOnDisk("-- content/posts/2010-01-12-hello.md --\n---\nthemes: [a, b, c, d, e, f, g]\n---\nText." + comments);
        Assert.That(site.Run("build").Output, Does.Contain("… and 10 more of PAL2001; --verbose shows them all.").And.Contain("… and 2 more of PAL1062; --verbose shows them all."));
        Assert.That(site.Run("build", "--verbose").Output, Does.Contain("c29.yml").And.Not.Contain("more of"));
    }

    [Test]
    public void A_terminal_cannot_be_made_to_show_what_somebody_wrote()
    {
        using var site = new SiteOnDisk("-- content/posts/2010-01-12-a.md --\n---\ntitle: a\nreplyTo: \"\\e[2J\\u202Ex\"\n---\nText.");
        Assert.That(site.Run("check").Output, Does.Not.Contain("\e").And.Not.Contain("\u202E").And.Contain("'[2Jx'"));
    }
}
