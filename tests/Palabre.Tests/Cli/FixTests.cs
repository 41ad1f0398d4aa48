using Palabre.Cli;
using Palabre.Mending;
using Palabre.Tests.Support;

namespace Palabre.Tests.Cli;

public sealed class FixTests
{
    private const string Site = """
        -- content/posts/2010-01-12-hello.md --
        ---
        title: Hello
        autor: A # who
        ---
        Words.
        """;

    private const string Diff = """
        diff --git a/content/posts/2010-01-12-hello.md b/content/posts/2010-01-12-hello.md
        --- a/content/posts/2010-01-12-hello.md
        +++ b/content/posts/2010-01-12-hello.md
        @@ -1,5 +1,5 @@
         ---
         title: Hello
        -autor: A # who
        +author: A # who
         ---
         Words.

        """;

    [TestCase("--fix", "1 file to change; nothing was written. --yes writes.")]
    [TestCase("--fix --dry-run", "1 file to change; nothing was written.")]
    [TestCase("--fix --dry-run --yes", "1 file to change; nothing was written.")]
    public void What_would_change_is_shown_and_fails(string options, string told)
    {
        using var site = new SiteOnDisk(Site);
        var before = SiteOnDisk.Contents(site.Root);
        var ran = site.Run("check", options.Split(' '));
        Assert.That(ran, Is.EqualTo(new Ran(1, Diff.ReplaceLineEndings("\n"), $"content/posts/2010-01-12-hello.md: 'autor' is now 'author'\n{told}\n")));
        Assert.That(SiteOnDisk.Contents(site.Root), Is.EqualTo(before));
    }

    [Test]
    public void With_yes_it_is_written_and_the_site_is_checked()
    {
        using var site = new SiteOnDisk(Site);
        var ran = site.Run("check", "--fix", "--yes");
        Assert.That(ran.Status, Is.Zero, ran.Error);
        Assert.That(ran.Output, Does.StartWith(Diff.ReplaceLineEndings("\n")).And.Contain("1 post, 0 comments · 0 errors, 0 warnings, 0 notes"));
        Assert.That(ran.Error, Does.EndWith("1 file changed.\n"));
        var again = site.Run("check", "--fix", "--yes");
        Assert.That((again.Status, again.Error), Is.EqualTo((0, "Nothing to fix.\n")));
    }

    [Test]
    public void For_programs_the_diff_stands_beside_the_report()
    {
        using var site = new SiteOnDisk(Site);
        var ran = site.Run("check", "--fix", "--yes", "--format", "json");
        Assert.That(System.Text.Json.JsonDocument.Parse(ran.Output).RootElement.GetProperty("summary").GetProperty("notes").GetInt32(), Is.Zero);
        Assert.That(ran.Error, Does.Contain("+author: A # who"));
    }

    [Test]
    public void What_is_left_is_reported_after_the_fixes()
    {
        using var site = new SiteOnDisk(Site + "\n-- content/comments/nobody/a.yml --\nautor: A\ndate: 2010-01-13\nreplyTo: x\nbody: x\n");
        var ran = site.Run("check", "--fix", "--yes", "--strict");
        Assert.That(ran.Status, Is.EqualTo(1));
        Assert.That(ran.Output, Does.Contain("warning PAL1056").And.Not.Contain("PAL1040"));
    }

    [Test]
    public void Broken_settings_are_for_the_editor()
    {
        using var site = new SiteOnDisk(Site + "\n-- content/site.yml --\ntitle: \"T\nbaseUrl: https://example.org\n");
        var ran = site.Run("check", "--fix", "--yes");
        Assert.That((ran.Status, ran.Error), Is.EqualTo((2, "")));
        Assert.That(ran.Output, Does.Contain("content/site.yml:1:8: error PAL1002").And.Not.Contain("diff"));
    }

    [Test]
    public void A_folder_is_moved_with_all_that_is_in_it()
    {
        using var site = new SiteOnDisk(Site + "\n-- content/comments/helo/a.yml --\nauthor: A\ndate: 2010-01-13\nbody: x\n");
        Assert.That(site.Run("check", "--fix", "--yes").Status, Is.Zero);
        Assert.That(File.ReadAllText(Path.Combine(site.Root, "content/comments/hello/a.yml")), Is.EqualTo("author: A\ndate: 2010-01-13\nbody: x\n\n"));
        Assert.That(Directory.Exists(Path.Combine(site.Root, "content/comments/helo")), Is.False);
    }

    [Test]
    public void A_linked_file_stays_a_link()
    {
        using var site = new SiteOnDisk(Site.Replace("-- content/posts/2010-01-12-hello.md --", "-- content/kept.md --", StringComparison.Ordinal));
        Directory.CreateDirectory(Path.Combine(site.Root, "content/posts"));
        var link = Path.Combine(site.Root, "content/posts/2010-01-12-hello.md");
        File.CreateSymbolicLink(link, "../kept.md");
        Assert.That(site.Run("check", "--fix", "--yes").Status, Is.Zero);
        Assert.That(new FileInfo(link).LinkTarget, Is.EqualTo("../kept.md"));
        Assert.That(File.ReadAllText(Path.Combine(site.Root, "content/kept.md")), Does.Contain("\nauthor: A"));
    }

    [TestCase("check --yes")]
    [TestCase("check --dry-run")]
    public void What_belongs_to_fix_means_nothing_without_it(string command)
    {
        var ran = SiteOnDisk.Palabre(command.Split(' '));
        Assert.That((ran.Status, ran.Error.Split('\n')[0]), Is.EqualTo((2, "palabre: --yes and --dry-run belong to --fix.")));
    }

    [TestCase(true, Outcome.Written, "1 file changed.\n")]
    [TestCase(false, Outcome.Shown, "1 file to change; nothing was written.\n")]
    public void On_a_terminal_the_editor_is_asked(bool answer, object outcome, string told)
    {
        using var site = new SiteOnDisk(Site);
        using var output = new StringWriter();
        using var error = new StringWriter { NewLine = "\n" };
        var asked = "";
        var proposal = new Proposal(output, error, question =>
        {
            asked = question;
            return answer;
        });
        var mended = Mended(site);
        Assert.That(proposal.Put(new(site.Root), mended, Consent.Asked), Is.EqualTo(outcome));
        Assert.That((asked, error.ToString().Split("'author'\n")[1]), Is.EqualTo(("Write 1 file?", told)));
    }

    [Test]
    public void What_changed_while_the_editor_was_thinking_is_not_overwritten()
    {
        using var site = new SiteOnDisk(Site);
        using var error = new StringWriter();
        var mended = Mended(site);
        site.Write("content/posts/2010-01-12-hello.md", "other");
        Assert.That(new Proposal(TextWriter.Null, error, null).Put(new(site.Root), mended, Consent.Given), Is.EqualTo(Outcome.Refused));
        Assert.That(error.ToString(), Does.Contain("palabre: content/posts/2010-01-12-hello.md was changed meanwhile: begin anew. Nothing was written."));
    }

    [Test]
    public void A_read_only_file_is_not_written()
    {
        using var site = new SiteOnDisk(Site);
        var file = new FileInfo(Path.Combine(site.Root, "content/posts/2010-01-12-hello.md")) { IsReadOnly = true };
        var ran = site.Run("check", "--fix", "--yes");
        file.IsReadOnly = false;
        Assert.That(ran.Status, Is.EqualTo(3));
        Assert.That(ran.Error, Does.EndWith("palabre: content/posts/2010-01-12-hello.md is read-only. Nothing was written.\n"));
    }

    private const string Published = """
        -- content/site.yml --
        title: T
        commentsPerPage: 10
        -- content/posts/2010-01-12-hello.md --
        ---
        title: Hello
        author: A
        extra: {a: [b]}
        ---
        Words.
        -- content/posts/2010-01-13-late.md --
        ---
        summary: |
          In a block.
        aliases: /late.html # of before
        date: 2010-01-13
        ---
        # Late
        -- content/pages/about.md --
        ---
        title: About
        ---
        Us.
        """;

    [TestCase("content/site.yml", "title: T", "title: T\nurls: {post: \"/{year}/{slug}/\", page: \"/about/{slug}/\"}", """
        content/pages/about.md: '/about/' leads here
        content/posts/2010-01-12-hello.md: '/2010/01/hello/', '/2010/01/hello/comments/2/' lead here
        content/posts/2010-01-13-late.md: '/2010/01/late/' leads here
        """, TestName = "A pattern of addresses that was changed")]
    [TestCase("content/site.yml", "Page: 10", "Page: 20", "content/posts/2010-01-12-hello.md: '/2010/01/hello/comments/2/' leads here", TestName = "More comments on a page")]
    [TestCase("content/posts/2010-01-13-late.md", "date: 2010-01-13", "date: 2010-02-13", "content/posts/2010-01-13-late.md: '/2010/01/late/' leads here", TestName = "A date that was corrected")]
    public void What_moved_is_led_to_from_its_former_address(string path, string was, string now, string told)
    {
        var comments = string.Concat(Enumerable.Range(10, 12).Select(i => $"-- content/comments/hello/{i}.yml --\nauthor: B\ndate: 2010-01-{i}\nbody: x\n"));
        using var site = new SiteOnDisk($"{Published}\n{comments}");
        Assert.That(site.Run("ledger").Status, Is.Zero);
        var file = Path.Combine(site.Root, path);
        File.WriteAllText(file, File.ReadAllText(file).Replace(was, now, StringComparison.Ordinal));
        Assert.That(site.Run("check").Output, Does.Contain("error PAL4006"));
        var ran = site.Run("check", "--fix", "--yes");
        Assert.That(ran.Error.Split('\n')[..^2], Is.EqualTo(told.ReplaceLineEndings("\n").Split('\n')), ran.Output);
        Assert.That(ran.Status, Is.Zero, ran.Output);
        Assert.That(ran.Output, Does.Not.Contain("PAL4006"));
        Assert.That(site.Run("check", "--fix", "--yes").Error, Is.EqualTo("Nothing to fix.\n"));
    }

    [Test]
    public void A_post_without_fields_is_named_for_the_editor()
    {
        using var site = new SiteOnDisk("-- content/posts/2010-01-12-a.md --\n# A\n-- content/site.yml --\ntitle: T\n");
        Assert.That(site.Run("ledger").Status, Is.Zero);
        File.AppendAllText(Path.Combine(site.Root, "content/site.yml"), "urls: {post: \"/{year}/{slug}/\"}\n");
        Assert.That(site.Run("check", "--fix", "--yes").Error, Does.Contain("content/posts/2010-01-12-a.md: not changed, since no field of it can be read: '/2010/01/a/' leads here"));
    }

    [Test]
    public void A_part_that_a_post_has_again_is_no_mistake()
    {
        var comments = string.Concat(Enumerable.Range(10, 12).Select(i => $"-- content/comments/hello/{i}.yml --\nauthor: B\ndate: 2010-01-{i}\nbody: x\n"));
        using var site = new SiteOnDisk($"{Published}\n{comments}");
        Assert.That(site.Run("ledger").Status, Is.Zero);
        var settings = Path.Combine(site.Root, "content/site.yml");
        File.WriteAllText(settings, File.ReadAllText(settings).Replace("Page: 10", "Page: 20", StringComparison.Ordinal));
        Assert.That(site.Run("check", "--fix", "--yes").Status, Is.Zero);
        File.WriteAllText(settings, File.ReadAllText(settings).Replace("Page: 20", "Page: 10", StringComparison.Ordinal));
        Assert.That(site.Run("build", "--strict").Status, Is.Zero);
        Assert.That(File.ReadAllText(Path.Combine(site.Root, "output/2010/01/hello/comments/2/index.html")), Does.Contain("c-21"));
    }

    [Test]
    public void Where_files_changed_their_names_nobody_knows_what_was_whose()
    {
        using var site = new SiteOnDisk("""
            -- content/posts/2010-01-12-a.md --
            # A
            -- content/posts/2010-02-13-b.md --
            ---
            title: B
            date: 2010-02-13
            ---
            """);
        Assert.That(site.Run("ledger").Status, Is.Zero);
        var posts = Path.Combine(site.Root, "content/posts");
        File.Move(Path.Combine(posts, "2010-01-12-a.md"), Path.Combine(posts, "2010-03-12-z.md"));
        File.Move(Path.Combine(posts, "2010-02-13-b.md"), Path.Combine(posts, "2010-01-12-a.md"));
        Assert.That(site.Run("check", "--fix", "--yes").Error, Is.EqualTo("Nothing to fix.\n"));
    }

    [TestCase("content/posts/2010-01-13-late.md", "date: 2010-01-13", "date: 2010-01-13\nslug: other", TestName = "Which might be another post")]
    [TestCase("content/site.yml", "title: T", "title: T\nurls: {authors: /people/, author: \"/people/{slug}/\"}", TestName = "Of an author whom no file describes")]
    public void An_address_whose_heir_is_not_certain_is_for_the_editor(string path, string was, string now)
    {
        using var site = new SiteOnDisk(Published);
        Assert.That(site.Run("ledger").Status, Is.Zero);
        var file = Path.Combine(site.Root, path);
        File.WriteAllText(file, File.ReadAllText(file).Replace(was, now, StringComparison.Ordinal));
        var ran = site.Run("check", "--fix", "--yes");
        Assert.That((ran.Status, ran.Error), Is.EqualTo((1, "Nothing to fix.\n")));
        Assert.That(ran.Output, Does.Contain("error PAL4006"));
    }

    private static Mended Mended(SiteOnDisk site)
    {
        var folder = Palabre.Disk.SiteFolder.Open(new(site.Root), ["content"]);
        return Fixer.Fix(folder.Files, new(), SiteText.Options, _ => []);
    }
}
