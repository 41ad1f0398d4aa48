using Palabre.Cli;
using Palabre.Tests.Support;

namespace Palabre.Tests.Cli;

public sealed class BuildCommandTests
{
    private const string Good = """
        -- content/posts/2010-01-12-hello.md --
        ---
        title: Hello
        author: Ann
        ---
        Text.
        """;

    private const string Warned = Good + """

        -- content/comments/hello/c1.yml --
        author: Bob
        date: 2010-01-13
        replyTo: c9
        body: Nobody said that.
        """;

    private const string Wrong = Good + """

        -- content/comments/hello/c1.yml --
        author: Bob
        date: 2010-02-30
        body: On no day.
        """;

    [TestCase(Good, 0)]
    [TestCase(Warned, 0)]
    [TestCase(Wrong, 1, TestName = "The content fails")]
    [TestCase(Good + "\n-- content/site.yml --\ntimeZone: Europe/Pariss", 2, TestName = "A setting is wrong")]
    [TestCase(Good + "\n-- content/site.yml --\ntitle: [a", 2, TestName = "The settings are not YAML")]
    [TestCase(Good + "\n-- content/site.yml --\nposts: _postz", 2, TestName = "The folder of posts is not there")]
    public void Tells_by_its_exit_status_whose_fault_it_is(string drawing, int status)
    {
        using var site = new SiteOnDisk(drawing);
        Assert.That(site.Run("build").Status, Is.EqualTo(status));
        Assert.That(Directory.Exists(site.Output), Is.EqualTo(status == 0), "what fails writes nothing");
    }

    [Test]
    public void Is_what_palabre_does_when_it_is_told_nothing()
    {
        using var site = new SiteOnDisk(Good);
        Assert.That(SiteOnDisk.Palabre(site.Root).Status, Is.Zero);
        Assert.That(site.Pages, Does.Contain("2010/01/hello/index.html"));
    }

    [TestCase("")]
    [TestCase("build", "")]
    [TestCase("build", "--output", "")]
    [TestCase("build", "--zip", "")]
    [TestCase("check", "")]
    [TestCase("serve", "")]
    [TestCase("init", "")]
    [TestCase("verify", "")]
    [TestCase("join", "", "x")]
    [TestCase("join", "x", "")]
    [TestCase("new", "post", "Title", "--root", "")]
    public void An_empty_name_as_of_a_variable_that_is_not_set_is_refused(params string[] words)
    {
        var ran = SiteOnDisk.Palabre(words);
        Assert.That((ran.Status, ran.Error.Split('\n')[0]), Is.EqualTo((2, "palabre: An empty text names no folder or file.")));
    }

    [TestCase("HERE check", "'HERE' stands before 'check', where nobody looks.")]
    [TestCase("HERE list posts", "'HERE' stands before 'list', where nobody looks.")]
    [TestCase("HERE authors rename ann Anna --yes", "'HERE' stands before 'authors', where nobody looks.")]
    [TestCase("--strict check HERE", "'--strict' stands before 'check', where nobody looks.")]
    public void What_stands_before_a_command_is_not_passed_over(string words, string told)
    {
        using var site = new SiteOnDisk(Good);
        var ran = SiteOnDisk.Palabre(words.Replace("HERE", site.Root, StringComparison.Ordinal).Split(' '));
        Assert.That((ran.Status, ran.Output), Is.EqualTo((2, "")));
        Assert.That(ran.Error, Does.StartWith("palabre: " + told.Replace("HERE", site.Root, StringComparison.Ordinal) + "\n  hint: Write it behind the command: palabre "));
    }

    [TestCase("list", "palabre list --help")]
    [TestCase("authors rename", "palabre authors rename --help")]
    [TestCase("--colour", "palabre --help")]
    public void A_wrong_command_line_leads_to_the_help_of_its_command(string words, string help) =>
        Assert.That(SiteOnDisk.Palabre(words.Split(' ')).Error, Does.EndWith($"\n  hint: {help} tells what there is.\n"));

    [Test]
    public void A_folder_without_settings_is_not_a_site()
    {
        using var site = new SiteOnDisk(Good);
        var ran = SiteOnDisk.Palabre("build", Path.Combine(site.Root, "themes"));
        Assert.That(ran.Status, Is.EqualTo(2));
        Assert.That(ran.Output, Does.Contain("themes/content/site.yml: error PAL1100").And.Contain("hint: "));
    }

    [Test]
    public void Strict_fails_on_a_warning_and_leaves_what_was_published()
    {
        using var site = new SiteOnDisk(Good).Build();
        var before = SiteOnDisk.Contents(site.Output);
        site.Write("content/comments/hello/c1.yml", "author: Bob\ndate: 2010-01-13\nreplyTo: c9\nbody: x\n");
        var ran = site.Run("build", "--strict");
        Assert.That(ran.Status, Is.EqualTo(1));
        Assert.That(ran.Output, Does.Contain("warning PAL2001").And.Contain("nothing written"));
        Assert.That(SiteOnDisk.Contents(site.Output), Is.EqualTo(before));
    }

    [Test]
    public void Reports_all_that_is_wrong_in_one_run()
    {
        using var site = new SiteOnDisk(Wrong + "\n-- content/comments/hello/c2.yml --\nauthor: 'Eve\n-- content/posts/2010-01-13-x.md --\n---\ntitle: x\n");
        Assert.That(site.Run("build").Output, Does.Contain("c1.yml:2:7: error PAL1026")
            .And.Contain("c2.yml:1:9: error PAL1002").And.Contain("2010-01-13-x.md:1:1: error PAL1045"));
    }

    [Test]
    public void Writes_elsewhere_if_told_so_but_never_among_what_it_reads()
    {
        using var site = new SiteOnDisk(Good);
        site.Build("--output", Path.Combine(site.Root, "elsewhere"));
        Assert.That(File.Exists(Path.Combine(site.Root, "elsewhere/index.html")));
        Assert.That(Directory.Exists(site.Output), Is.False);
        Assert.That(site.Run("build", "--output", Path.Combine(site.Root, "content", "site")).Status, Is.EqualTo(2));
    }

    [Test]
    public void The_second_build_writes_nothing_and_the_third_what_changed()
    {
        using var site = new SiteOnDisk(Good).Build();
        Assert.That(site.Run("build").Output, Does.Contain("0 files written"));
        File.Delete(Path.Combine(site.Root, "content/posts/2010-01-12-hello.md"));
        Assert.That(site.Run("build").Output, Does.Contain("0 posts, 0 comments").And.Not.Contain(" 0 deleted"));
        Assert.That(site.Pages, Does.Not.Contain("2010/01/hello/index.html"));
    }

    [Test]
    public void Drafts_and_the_future_are_left_out_and_said_so_unless_asked_for()
    {
        using var site = new SiteOnDisk("""
            -- content/posts/2010-01-12-draft.md --
            ---
            draft: true
            ---
            Not yet.
            -- content/posts/2010-06-01-later.md --
            Later.
            """);
        Assert.That(site.Run("build", "--now", "2010-02-01").Output,
            Does.Contain("0 posts").And.Contain("'draft'").And.Contain("'later' is dated in the future"));
        Assert.That(site.Run("build", "--now", "2010-02-01", "--drafts", "--future").Output, Does.Contain("2 posts"));
    }

    [Test]
    public void The_address_of_the_command_line_goes_before_that_of_the_settings()
    {
        using var site = new SiteOnDisk(Good).Build("--base-url", "https://preview.example.net/pr/7");
        Assert.That(site.Published("index.html"), Does.Contain("/pr/7/2010/01/hello/").And.Not.Contain("https://example.org"));
    }

    [TestCase("--jobs", "0", "--jobs takes a number from 1 to 256.")]
    [TestCase("--now", "yesterday", "--now takes a date such as 2010-02-04T12:00:00Z, not 'yesterday'.")]
    [TestCase("--base-url", "here", "--base-url takes a whole address such as https://example.org/archive, not 'here'.")]
    [TestCase("--format", "xml", "--format takes text, json or github, not 'xml'.")]
    [TestCase("--strikt", null, "There is no option '--strikt'.")]
    public void A_wrong_option_is_told_on_the_error_stream(string option, string? value, string message)
    {
        var ran = SiteOnDisk.Palabre(value is null ? ["build", option] : ["build", option, value]);
        Assert.That(ran.Status, Is.EqualTo(2));
        Assert.That(ran.Output, Is.Empty);
        Assert.That(ran.Error, Does.Contain($"palabre: {message}\n").And.Contain("hint: palabre build --help"));
    }

    [TestCase("", "[<root>] [command] [options]")]
    [TestCase("check", "check [<root>] [options]")]
    [TestCase("verify", "verify <place>... [options]")]
    [TestCase("authors rename", "authors rename <author> <new-name> [<root>] [options]")]
    public void Help_tells_of_a_command_what_it_takes_itself(string command, string usage)
    {
        var told = SiteOnDisk.Palabre([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]).Output;
        Assert.That(told, Does.Contain($" {usage}\n"));
        Assert.That(told, Does.Not.Contain("build <root>"), "the list of commands");
    }

    [Test]
    public void Help_names_every_option()
    {
        var ran = SiteOnDisk.Palabre("build", "--help");
        Assert.That(ran.Status, Is.Zero);
        foreach (var option in "--output --base-url --drafts --future --now --strict --no-cache --format --quiet --verbose --timings --jobs".Split(' '))
            Assert.That(ran.Output, Does.Contain(option));
    }

    [TestCase("help", "--help")]
    [TestCase("help build", "build --help")]
    [TestCase("help new post", "new post --help")]
    public void Help_is_a_word_as_well_as_an_option(string asked, string meant) => Assert.That(
        SiteOnDisk.Palabre(asked.Split(' ')), Is.EqualTo(SiteOnDisk.Palabre(meant.Split(' '))).And.Property("Status").EqualTo(0));

    [TestCase("help nonsense", "palabre: 'nonsense' is not a command.\n  hint: palabre --help tells what there is.\n")]
    [TestCase("help build there", "palabre: 'there' is not a command.\n  hint: palabre build --help tells what there is.\n")]
    public void Help_on_what_is_no_command_says_so(string asked, string told)
    {
        var ran = SiteOnDisk.Palabre(asked.Split(' '));
        Assert.That((ran.Status, ran.Output, ran.Error), Is.EqualTo((2, "", told)));
    }

    [Test]
    public async Task Of_memory_that_is_wanting_the_program_says_so()
    {
        var error = new StringWriter { NewLine = "\n" };
        var status = await CommandLine.Run(["--version"], new() { Output = new Refusing(new InsufficientMemoryException()), Error = error });
        Assert.That((status, error.ToString()), Is.EqualTo((3,
            "palabre: There is not enough memory here for what this takes.\n  hint: Give it more: to build an archive of 100,000 comments takes about 300 MB.\n")));
    }

    [Test]
    public void Timings_are_told_stage_by_stage()
    {
        using var site = new SiteOnDisk(Good);
        Assert.That(site.Run("build", "--timings").Error, Does.Match(@"open +\d+\.\d{3} s\ncompare +\d.*\nread +\d.*\nthread +\d.*\nquote +\d.*\nlist +\d.*\nsearch +\d.*\nwrite +\d"));
    }

    [Test]
    public async Task Where_nothing_can_be_told_the_status_says_so()
    {
        using var site = new SiteOnDisk(Good);
        using var closed = new Refusing(new IOException("Broken pipe"));
        var error = new StringWriter { NewLine = "\n" };
        Assert.That(await CommandLine.Run(["build", site.Root], new() { Output = closed, Error = error }), Is.EqualTo(3));
        Assert.That(error.ToString(), Is.EqualTo("palabre: What was found cannot be told, since nothing can be written to the standard output: broken pipe.\n"));
        Assert.That(site.Pages, Is.Not.Empty);
        Assert.That(await CommandLine.Run(["build", "nowhere", "--jobs", "0"], new() { Output = closed, Error = closed }), Is.EqualTo(2));
    }

    [TestCase("1960-01-01")]
    [TestCase("2300-01-01")]
    public void An_empty_file_of_any_age_is_a_file(string date)
    {
        using var site = new SiteOnDisk(Good);
        site.Write("content/media/e.txt", "");
        File.SetLastWriteTimeUtc(Path.Combine(site.Root, "content/media/e.txt"), DateTime.Parse(date, System.Globalization.CultureInfo.InvariantCulture));
        Assert.That(site.Run("build"), Has.Property("Status").EqualTo(0));
        Assert.That(File.Exists(Path.Combine(site.Output, "media/e.txt")));
    }

    private sealed class Refusing(Exception with) : StringWriter
    {
        public override void Write(char value) => throw with;

        public override void Write(string? value) => throw with;

        public override void WriteLine(string? value) => throw with;

        public override Task WriteLineAsync(string? value) => Task.FromException(with);
    }
}
