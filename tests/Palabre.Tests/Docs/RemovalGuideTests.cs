using System.Diagnostics;
using Palabre.Tests.Support;

namespace Palabre.Tests.Docs;

/// <summary>The commands of REMOVAL.md, run in its order on the site that it speaks of.</summary>
public sealed class RemovalGuideTests
{
    private static readonly Document Guide = Document.Read("generator/REMOVAL.md");

    private static IEnumerable<string> Commands => Guide.Fences.Where(f => f.Language == "console").SelectMany(f => f.Lines);

    [Test]
    public void Its_commands_take_the_text_and_the_name_down()
    {
        using var site = new SiteOnDisk("""
            -- content/posts/2010-01-12-hello.md --
            ---
            title: Hello
            author: A
            ---
            Words.
            -- content/comments/hello/c17.yml --
            author: Jane Doe
            date: 2010-01-16T20:46:00+01:00
            body: |
              What was said stands in these very words.
            -- content/comments/hello/c18.yml --
            author: Bob
            date: 2010-01-17
            replyTo: c17
            body: |
              > what was said stands in these very words
            -- content/media/jane-doe.png --
            x
            """);
        var files = Guide.Fences.Where(f => f.Note == "content/comments/hello/c17.yml").ToArray();
        Assert.That(files, Has.Length.EqualTo(2));
        Git(site, "init", "-q");
        Git(site, "config", "user.name", "E");
        Git(site, "config", "user.email", "e@example.org");
        Git(site, "add", "-A");
        Git(site, "commit", "-qm", "Words of Jane Doe");

        foreach (var fence in Guide.Fences.TakeWhile(f => !f.Text.Contains("clone --mirror", StringComparison.Ordinal)))
        {
            if (fence.Note == "content/comments/hello/c17.yml")
            {
                // The text of the example is shorter than what a quotation is looked for.
                site.Write(fence.Note, fence.Text.Replace("What was said.", "What was said stands in these very words.", StringComparison.Ordinal));
                continue;
            }

            foreach (var command in fence.Lines) Run(site, command);
        }

        Assert.That(site.Pages.Select(site.Published), Is.All.Not.Contains("Jane").And.Not.Contains("stands in these very words"));
        Assert.That(site.Main("2010/01/hello/index.html"), Does.Contain("At the request of its author."));
    }

    [Test]
    public void Its_commands_are_ours_or_git_s() => Assert.That(
        Commands.Select(c => c.Split(' ')[0]).Except(["palabre", "git", "cp", "cd"]), Is.Empty);

    private static void Run(SiteOnDisk site, string command)
    {
        string[] words = [.. command.Split('"').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        if (words[0] == "git")
        {
            Git(site, words[1..]);
            return;
        }

        var ran = SiteOnDisk.Palabre([.. words[1..], site.Root]);
        Assert.That(ran.Status, Is.Zero, $"{command}\n{ran.Output}{ran.Error}");
        if (command != "palabre check" || !ran.Output.Contains("PAL2006", StringComparison.Ordinal)) return;
        Assert.That(ran.Output, Does.Contain("content/comments/hello/c18.yml:5:5: warning PAL2006"));
        site.Write("content/comments/hello/c18.yml", "author: Bob\ndate: 2010-01-17\nreplyTo: c17\nbody: \"> […]\"\n");
    }

    private static void Git(SiteOnDisk site, params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = site.Root, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var git = Process.Start(start)!;
        var said = git.StandardOutput.ReadToEnd() + git.StandardError.ReadToEnd();
        git.WaitForExit();
        Assert.That(git.ExitCode, Is.Zero, $"git {string.Join(' ', arguments)}\n{said}");
    }
}
