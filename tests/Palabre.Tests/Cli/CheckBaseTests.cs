using System.Diagnostics;
using System.Text.Json;
using Palabre.Tests.Support;

namespace Palabre.Tests.Cli;

/// <summary><c>check --base</c>: what a change does, in a repository of git made for the test.</summary>
public sealed class CheckBaseTests
{
    private const string Site = """
        -- content/posts/2010-01-12-hello.md --
        ---
        title: Hello
        author: Ann
        ---
        Text.
        -- content/comments/hello/c1.yml --
        author: Bob
        date: 2010-01-13
        body: x
        """;

    [Test]
    public void Says_what_has_changed()
    {
        using var site = Committed(Site);
        Assert.That(site.Run("check", "--base", "HEAD").Output, Does.Contain("Since HEAD: 0 entries added, 0 changed, 0 branches moved, 0 addresses lost.\n"));
        site.Write("content/comments/hello/c2.yml", "author: Eve\ndate: 2010-01-14\nreplyTo: c1\nbody: y\n")
            .Write("content/comments/hello/c1.yml", "author: Bob\ndate: 2010-01-13\nbody: z\n");
        var ran = site.Run("check", "--base", "HEAD");
        Assert.That(ran.Status, Is.Zero, ran.Output + ran.Error);
        Assert.That(ran.Output, Does.Contain("""
            content/comments/hello/c2.yml:1:1: added: comment 'c2' of 'hello' by 'Eve'
            content/comments/hello/c1.yml:1:1: changed: comment 'c1' of 'hello' by 'Bob': text
            Since HEAD: 1 entry added, 1 changed, 0 branches moved, 0 addresses lost.
            """));
    }

    /// <summary>What a stranger's change brings along besides words may run, or publish itself.</summary>
    [Test]
    public void Files_that_are_no_entries_are_named()
    {
        using var site = Committed(Site);
        site.Write("content/media/x.html", "<script>alert(1)</script>").Write("output/evil.html", "x").Write("nuget.config", "<configuration/>")
            .Write("content/comments/hello/c2.yml", "author: Eve\ndate: 2010-01-14\nbody: y\n");
        Git(site.Root, "add", "--all", "--force");
        Assert.That(site.Run("check", "--base", "HEAD").Output, Does.Contain("""
            other file: 'content/media/x.html'
            other file: 'nuget.config'
            other file: 'output/evil.html'
            Since HEAD: 1 entry added, 0 changed, 0 branches moved, 0 addresses lost, 3 other files changed.
            """));
    }

    [Test]
    public void So_are_those_beside_a_site_and_those_that_become_entries()
    {
        using var site = new SiteOnDisk("-- README.md --\n");
        site.Write("docs/site/content/site.yml", "title: T\n").Write("docs/site/content/posts/2010-01-12-a.md", "---\ntitle: A\n---\n").Write("docs/site/notes/a.yml", "x: y\n");
        Git(site.Root, "init", "-q");
        Commit(site.Root);
        site.Write(".github/workflows/evil.yml", "on: push\n").Write("docs/site/content/site.yml", "title: T\ncomments: notes\n").Write("docs/site/notes/a.yml", "- id: c1\n  author: Eve\n  date: 2010-01-13\n  body: x\n");
        Git(site.Root, "add", "--all");
        Assert.That(SiteOnDisk.Palabre("check", Path.Combine(site.Root, "docs/site"), "--base", "HEAD").Output, Does.Contain("""
            other file: '../../.github/workflows/evil.yml'
            other file: 'content/site.yml'
            other file: 'notes/a.yml'
            """));
    }

    [Test]
    public void A_lost_address_fails_and_is_told_with_what_to_write()
    {
        using var site = Committed(Site);
        site.Move("content/posts/2010-01-12-hello.md", "content/posts/2010-01-12-hi.md").Move("content/comments/hello", "content/comments/hi");
        var ran = site.Run("check", "--base", "HEAD", "--format", "github");
        Assert.That(ran.Status, Is.EqualTo(1));
        Assert.That(ran.Output, Does.Contain(
            "::error file=content/posts/2010-01-12-hello.md,title=PAL4006::The address '/2010/01/hello/', with 1 anchor on it, would be lost; it was last that of 'content/posts/2010-01-12-hello.md'."
            + "%0AWrite aliases: [/2010/01/hello/] in 'content/posts/2010-01-12-hi.md', and id: hello, without which feeds show all of it as new.\n").And.Contain("\n0 entries added, 1 changed, 0 branches moved, 2 addresses lost\n"));
        site.Write("content/posts/2010-01-12-hi.md", "---\ntitle: Hello\nauthor: Ann\naliases: [/2010/01/hello/]\n---\nText.\n");
        Assert.That(site.Run("check", "--base", "HEAD"), Has.Property("Status").EqualTo(0).And.Property("Output").Contain("2 addresses redirected, 0 addresses lost."));
    }

    [Test]
    public void A_site_that_moves_is_told_who_must_send_readers_on_and_how_feeds_keep_their_ids()
    {
        using var site = Committed(Site + "\n-- content/site.yml --\ntitle: T\nlanguage: en\nbaseUrl: https://example.org/club/\n");
        site.Write("content/site.yml", "title: T\nlanguage: en\nbaseUrl: https://example.org/\n");
        var ran = site.Run("check", "--base", "HEAD");
        Assert.That(ran.Output, Does.Contain("""
            content/site.yml: note PAL4012: The site moves from 'https://example.org/club' to 'https://example.org': whatever readers linked to begins with the former address.
              hint: Let the server there send each request on to the same path here (301), for as long as you hold that address.
            content/site.yml: warning PAL4013: Ids in feeds began with 'tag:example.org,2026:club' and would begin with 'tag:example.org,2026': programs that read feeds would show every entry as new.
              hint: Write feedId: "example.org,2026:club"
            """));
        Assert.That(ran.Status, Is.Zero, "there are reasons to move");
        site.Write("content/site.yml", "title: T\nlanguage: en\nbaseUrl: https://example.org/\nfeedId: \"example.org,2026:club\"\n");
        Assert.That(site.Run("check", "--base", "HEAD").Output, Does.Contain("PAL4012").And.Not.Contain("PAL4013"));
        site.Write("content/site.yml", "title: T\nlanguage: en\n");
        Assert.That(site.Run("check", "--base", "HEAD", "--base-url", "https://example.org/else/").Output, Does.Not.Contain("PAL4012"), "what the command line says is not the site's");
    }

    [Test]
    public void What_the_ledger_holds_is_told_once()
    {
        using var site = new SiteOnDisk(Site);
        site.Run("ledger");
        Git(site.Root, "init", "-q");
        Commit(site.Root);
        File.Delete(Path.Combine(site.Root, "content/comments/hello/c1.yml"));
        var told = site.Run("check", "--base", "HEAD").Output;
        Assert.That(told.Split("error PAL4006"), Has.Length.EqualTo(3), told); // the comment, and the page of its author
    }

    [Test]
    public void A_site_in_a_folder_of_the_repository()
    {
        using var site = new SiteOnDisk("-- README.md --\n");
        foreach (var (path, text) in new[] { ("docs/site/content/site.yml", "title: T\nbaseUrl: https://example.org\n"), ("docs/site/content/posts/2010-01-12-été.md", "---\ntitle: A\n---\n") })
            site.Write(path, text);
        Git(site.Root, "init", "-q");
        Commit(site.Root);
        site.Write("docs/site/content/posts/2010-01-12-été.md", "---\ntitle: B\n---\n").Write("docs/site/content/posts/2010-01-13-b.md", "---\ntitle: B\n---\n");
        var ran = SiteOnDisk.Palabre("check", Path.Combine(site.Root, "docs/site"), "--base", "HEAD");
        Assert.That(ran.Output, Does.Contain("Since HEAD: 1 entry added, 1 changed, 0 branches moved, 0 addresses lost."), ran.Error);
    }

    [Test]
    public void A_shallow_clone_knows_what_was_fetched()
    {
        using var site = Committed(Site);
        site.Write("content/posts/2010-01-13-b.md", "---\ntitle: B\n---\n");
        Commit(site.Root);
        using var clone = new SiteOnDisk("");
        var folder = Path.Combine(clone.Root, "clone");
        Git(clone.Root, "clone", "-q", "--depth=1", "file://" + site.Root, folder);
        Assert.That(SiteOnDisk.Palabre("check", folder, "--base", "HEAD").Output, Does.Contain("Since HEAD: 0 entries added"));
        Assert.That(SiteOnDisk.Palabre("check", folder, "--base", "HEAD~1"), Is.EqualTo(new Ran(2, "", """
            palabre: Git knows no 'HEAD~1' here.
              hint: Fetch it first: git fetch origin main, then --base FETCH_HEAD; on GitHub, fetch-depth: 0 for actions/checkout.

            """)));
    }

    [Test]
    public void A_site_that_was_not_there_before_is_all_new()
    {
        using var site = new SiteOnDisk(Site);
        Git(site.Root, "init", "-q");
        Git(site.Root, "-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "-q", "--allow-empty", "-m", "nothing");
        Assert.That(site.Run("check", "--base", "HEAD").Output, Does.Contain("Since HEAD: 2 entries added, 0 changed, 0 branches moved, 0 addresses lost, 1 other file changed."), "its settings");
    }

    [TestCase("--upload-pack=x", "'--upload-pack=x' is no git reference.")]
    [TestCase("", "'' is no git reference.")]
    [TestCase("no\u0007where", "Git knows no 'no�where' here.")]
    [TestCase("$(touch x)", "Git knows no '$(touch x)' here.")]
    public void A_reference_that_is_none_is_told(string reference, string message)
    {
        using var site = Committed(Site);
        var ran = reference.Length == 0 ? site.Run("check", "--base", "") : site.Run("check", "--base=" + reference);
        Assert.That(ran.Status, Is.EqualTo(2));
        Assert.That(ran.Error, Does.StartWith($"palabre: {message}\n  hint: "));
        Assert.That(File.Exists(Path.Combine(site.Root, "x")), Is.False);
    }

    [Test]
    public void Without_a_repository_there_is_nothing_to_compare_with()
    {
        using var site = new SiteOnDisk(Site);
        Assert.That(site.Run("check", "--base", "HEAD"), Is.EqualTo(new Ran(2, "", """
            palabre: The site is in no git repository, so there is no state to compare it with.
              hint: Run git init, or check without --base.

            """)));
    }

    [Test]
    public void Json_has_all_of_it()
    {
        using var site = Committed(Site);
        site.Write("content/comments/hello/c2.yml", "author: Eve\ndate: 2010-01-14\nstatus: pending\nbody: y\n")
            .Write("content/comments/hello/c3.yml", "author: Eve\ndate: 2010-01-15\nbody: y\n");
        using var json = JsonDocument.Parse(site.Run("check", "--base", "HEAD", "--format", "json").Output);
        var changes = json.RootElement.GetProperty("changes");
        Assert.That(string.Join(' ', changes.EnumerateObject().Select(member => member.Name)), Is.EqualTo("base summary added published changed moved "
            + "withheld withheldChanged withheldRemoved removed themesAdded themesRemoved addressesGained addressesRedirected addressesLost addressesGivenUp otherFiles"));
        Assert.That(changes.GetProperty("added")[0].GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal),
            Is.EqualTo("""{"entry":"hello#c3","file":"content/comments/hello/c3.yml","line":1}"""));
        Assert.That(changes.GetProperty("withheld")[0].GetProperty("reason").GetString(), Is.EqualTo("pending"));
    }

    [Test]
    public void The_summary_is_Markdown_in_which_nobody_s_words_are_markup()
    {
        using var site = Committed(Site);
        site.Write("content/comments/hello/c2.yml", "author: \"@eve `x` <b> [a](https://evil.example) #12 \\n- |\"\ndate: 2010-01-14\nbody: y\n");
        var summary = Path.Combine(site.Root, "summary.md");
        File.WriteAllText(summary, "Before.\n");
        Assert.That(site.Run("check", "--base", "HEAD", "--summary", summary).Status, Is.Zero);
        Assert.That(File.ReadAllText(summary), Is.EqualTo("""
            Before.
            ### 1 entry added, 0 changed, 0 branches moved, 0 addresses lost, 1 other file changed

            Since `HEAD`.

            - added: comment `c2` of `hello` by `` @eve `x` <b> [a](https://evil.example) #12  - | `` (`content/comments/hello/c2.yml:1:1`)
            - other file: `summary.md`


            """));
    }

    [Test]
    public void A_summary_of_nothing_is_a_wrong_command()
    {
        using var site = new SiteOnDisk(Site);
        Assert.That(site.Run("check", "--summary", "x.md"), Is.EqualTo(new Ran(2, "",
            "palabre: --summary tells what has changed since --base, which is missing.\n  hint: palabre check --help tells what there is.\n")));
    }

    [Test]
    public void Submodules_and_links_are_passed_over()
    {
        using var site = Committed(Site);
        File.CreateSymbolicLink(Path.Combine(site.Root, "content/posts/2010-01-14-link.md"), "2010-01-12-hello.md");
        Git(site.Root, "update-index", "--add", "--cacheinfo", "160000,4b825dc642cb6eb9a060e54bf8d69288fbee4904,content/posts/sub.md");
        Commit(site.Root);
        File.Delete(Path.Combine(site.Root, "content/posts/2010-01-14-link.md"));
        Assert.That(site.Run("check", "--base", "HEAD").Output, Does.Contain("""
            other file: 'content/posts/2010-01-14-link.md'
            Since HEAD: 0 entries added, 0 changed, 0 branches moved, 0 addresses lost, 1 other file changed.
            """));
    }

    /// <summary>Files that lie as git lays its own make a repository, and the settings of one name programs that git runs.</summary>
    [TestCase("")]
    [TestCase("refs/heads/main")]
    public void A_repository_that_a_change_brought_along_runs_nothing_and_hides_nothing(string branch)
    {
        using var site = new SiteOnDisk("-- README.md --\n");
        foreach (var (path, text) in new[] { ("site.yml", "title: T\n"), ("posts/2010-01-12-hello.md", "---\ntitle: Hello\n---\nText.\n") }) site.Write("docs/forum/content/" + path, text);
        Git(site.Root, "init", "-q", "-b", "main");
        Commit(site.Root);
        var commit = File.ReadAllText(Path.Combine(site.Root, ".git/refs/heads/main")).Trim();
        site.Write("docs/forum/content/posts/2010-01-12-hello.md", "---\ntitle: Hello\n---\nOther words.\n")
            .Write("docs/forum/objects/info/alternates", "../../../.git/objects\n").Write("docs/forum/refs/keep", "").Write("docs/forum/HEAD", branch.Length > 0 ? $"ref: {branch}\n" : commit + "\n")
            .Write("docs/forum/config", "[core]\nrepositoryformatversion = 0\nbare = false\nworktree = ../..\nfsmonitor = \"touch ran; false\"\n");
        if (branch.Length > 0) site.Write("docs/forum/" + branch, commit + "\n");
        var ran = SiteOnDisk.Palabre("check", Path.Combine(site.Root, "docs/forum"), "--base", commit);
        Assert.That(Directory.EnumerateFiles(site.Root, "ran", SearchOption.AllDirectories), Is.Empty);
        Assert.That((ran.Status, ran.Error), Is.EqualTo((2, """
            palabre: A folder here poses as a repository: files named HEAD, objects, refs and config are in it.
              hint: Remove them: whoever brought them wants git to run what they name.

            """)));
    }

    [Test]
    public void What_waits_is_compared_too()
    {
        using var site = Committed(Site + """

            -- content/posts/2999-01-01-soon.md --
            ---
            title: Soon
            author: Ann
            ---
            Kind words.
            -- content/posts/2999-01-02-later.md --
            ---
            title: Later
            author: Ann
            ---
            x
            -- content/comments/hello/p1.yml --
            author: Eve
            date: 2010-01-14
            status: pending
            body: y
            """);
        site.Write("content/posts/2999-01-01-soon.md", "---\ntitle: Soon\nauthor: Bob\n---\nUnkind words.\n").Delete("content/posts/2999-01-02-later.md")
            .Write("content/comments/hello/p1.yml", "author: Eve\ndate: 2009-01-14\nstatus: pending\nbody: y\n");
        Assert.That(site.Run("check", "--base", "HEAD").Output, Does.Contain("""
            content/comments/hello/p1.yml:1:1: changed, withheld: comment 'p1' of 'hello' by 'Eve': date, before 2010-01-14
            content/posts/2999-01-01-soon.md:1:1: changed, withheld: post 'soon' by 'Bob': text; author, before 'Ann'
            content/posts/2999-01-02-later.md:1:1: removed, was withheld: post 'later' by 'Ann'
            Since HEAD: 0 entries added, 0 changed, 2 changed that are withheld, 1 removed that was withheld, 0 branches moved, 0 addresses lost.
            """));
    }

    [Test]
    public void What_waited_and_is_published_with_other_words_is_changed_too()
    {
        using var site = Committed(Site + "\n-- content/comments/hello/p1.yml --\nauthor: Eve\ndate: 2010-01-14\nstatus: pending\nbody: Kind words.\n");
        site.Write("content/comments/hello/p1.yml", "author: Eve\ndate: 2010-01-14\nbody: Unkind words.\n");
        Assert.That(site.Run("check", "--base", "HEAD").Output, Does.Contain("""
            content/comments/hello/p1.yml:1:1: published: comment 'p1' of 'hello' by 'Eve'
            content/comments/hello/p1.yml:1:1: changed: comment 'p1' of 'hello' by 'Eve': text
            """));
    }

    [Test]
    public void What_was_taken_out_of_the_ledger_is_given_up()
    {
        using var site = Committed(Site);
        Assert.That(site.Run("ledger").Status, Is.Zero);
        Commit(site.Root);
        site.Delete("content/comments/hello/c1.yml");
        Assert.That(site.Run("ledger", "--forget", "/2010/01/hello/#c-c1", "--forget", "/authors/bob/").Status, Is.Zero);
        var ran = site.Run("check", "--base", "HEAD");
        Assert.That(ran.Status, Is.Zero, ran.Output);
        Assert.That(ran.Output, Does.Contain("given up: '/2010/01/hello/#c-c1'").And.Contain("0 addresses lost, 2 given up"));
    }

    [Test]
    public void What_others_added_since_is_not_taken_for_removed()
    {
        using var site = Committed(Site);
        Git(site.Root, "branch", "-q", "-M", "main");
        Git(site.Root, "checkout", "-q", "-b", "pr");
        site.Write("content/comments/hello/c2.yml", "author: Eve\ndate: 2010-01-14\nbody: y\n");
        Commit(site.Root);
        Git(site.Root, "checkout", "-q", "main");
        site.Write("content/posts/2011-01-12-new.md", "---\ntitle: New\nauthor: Ann\n---\nText.\n");
        Commit(site.Root);
        Git(site.Root, "checkout", "-q", "pr");
        var ran = site.Run("check", "--base", "main");
        Assert.That(ran.Status, Is.Zero, ran.Output);
        Assert.That(ran.Output, Does.Match(
            @"Since main at [0-9a-f]{10}, where this branch left it: 1 entry added, 0 changed, 0 branches moved, 0 addresses lost\."));
    }

    [Test]
    public void What_has_a_say_in_all_comes_first_and_verbose_leaves_out_nothing()
    {
        using var site = Committed(Site);
        foreach (var i in Enumerable.Range(10, 60)) site.Write($".a/{i}", "x");
        foreach (var i in Enumerable.Range(10, 5)) site.Write($"content/authors/a{i}.yml", "name: A");
        site.Write(".github/workflows/publish.yml", "x").Write("content/site.yml", "title: Another\n");
        var short1 = site.Run("check", "--base", "HEAD").Output;
        Assert.That(short1, Does.Match(@"other file: '\.github/workflows/publish\.yml'\nother file: 'content/site\.yml'\nother file: '\.a/10'").And.Contain("… and 17 more of 'other file'"));
        Assert.That(site.Run("check", "--base", "HEAD", "--verbose").Output, Does.Contain("'.a/69'").And.Not.Contain("… and"));
    }

    [Test]
    public void A_site_that_was_moved_is_not_taken_for_a_new_one()
    {
        using var site = new SiteOnDisk("-- README.md --\n");
        site.Write("docs/site/content/site.yml", "title: T\n").Write("docs/site/content/posts/2010-01-12-a.md", "---\ntitle: A\n---\n");
        Git(site.Root, "init", "-q");
        Commit(site.Root);
        site.Move("docs/site", "site");
        var ran = SiteOnDisk.Palabre("check", Path.Combine(site.Root, "site"), "--base", "HEAD", "--strict");
        Assert.That(ran.Status, Is.EqualTo(1));
        Assert.That(ran.Output, Does.Contain("content/site.yml: warning PAL4014: 'HEAD' has no site in this folder: all of it counts as new.\n  hint: It has one in 'docs/site'."));
    }

    [Test]
    public void Where_there_are_errors_it_says_that_nothing_was_compared()
    {
        using var site = Committed(Site);
        site.Write("content/comments/hello/c2.yml", "author: Eve\ndate: nonsense\nbody: y\n");
        var ran = site.Run("check", "--base", "HEAD");
        Assert.That((ran.Status, ran.Error), Is.EqualTo((1, "palabre: what has changed since 'HEAD' was not compared: there are errors.\n")));
    }

    private static SiteOnDisk Committed(string drawing)
    {
        var site = new SiteOnDisk(drawing);
        Git(site.Root, "init", "-q");
        Commit(site.Root);
        return site;
    }

    private static void Commit(string folder)
    {
        Git(folder, "add", "-A");
        Git(folder, "-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "-q", "-m", "a change");
    }

    private static void Git(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = folder, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var name in new[] { "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM" }) start.Environment[name] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";
        using var git = Process.Start(start)!;
        var error = git.StandardError.ReadToEnd();
        git.WaitForExit();
        Assert.That(git.ExitCode, Is.Zero, error);
    }
}
