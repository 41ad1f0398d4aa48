using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text.RegularExpressions;
using Palabre.Tests.Disk;
using Palabre.Tests.Docs;

namespace Palabre.Tests.Packaging;

/// <summary><c>build.ps1</c> in PowerShell itself, which these tests host. Most give it a dotnet that writes down what it was asked.</summary>
public sealed class BuildScriptTests
{
    private const string Restore = "restore ./Palabre.slnx --locked-mode";
    private const string Format = "format whitespace ./Palabre.slnx --verify-no-changes --no-restore";
    private const string Build = "build ./Palabre.slnx -c Release --no-restore";
    private const string Site = "run --project ./generator/Palabre -c Release --no-build -- build . --strict";
    private const string Test = "test ./Palabre.slnx -c Release --no-build";

    [TestCase("", "run --project ./generator/Palabre -- build .")]
    [TestCase("Site", "run --project ./generator/Palabre -- build .")]
    [TestCase("site --drafts -o elsewhere", "run --project ./generator/Palabre -- build . --drafts -o elsewhere")]
    [TestCase("Serve --port 6000", "run --project ./generator/Palabre -- serve . --port 6000")]
    [TestCase("Check --strict --format github", "run --project ./generator/Palabre -- check . --strict --format github")]
    [TestCase("Test", "test ./Palabre.slnx")]
    [TestCase("Test --filter Threader", "test ./Palabre.slnx --filter Threader")]
    [TestCase("Bench", "run -c Release --project ./tests/Palabre.Benchmarks -- --filter *")]
    [TestCase("Bench *Markdown* *Yaml*", "run -c Release --project ./tests/Palabre.Benchmarks -- --filter *Markdown* *Yaml*")]
    [TestCase("Pack -o packages", "pack ./generator/Palabre -c Release -o packages")]
    [TestCase("Ci", Restore, Format, Build, Site, Test)]
    public void A_target_asks_dotnet_for(string words, params string[] asked)
    {
        var ran = Run(words);
        Assert.That(ran.Asked, Is.EqualTo(asked));
        Assert.That(ran.Status, Is.Zero, ran.Said);
        Assert.That(ran.Said.Split('\n'), Has.Length.EqualTo(asked.Length).And.All.Match("^== [A-Z][a-z]+$"));
    }

    [TestCase("Site", "run", 1, "== Site\n== Site failed: exit status 1")]
    [TestCase("Check", "run", 130, "== Check\n== Check failed: exit status 130")]
    [TestCase("Pack", "pack", 42, "== Pack\n== Pack failed: exit status 42")]
    [TestCase("Ci", "restore", 1, "== Restore\n== Restore failed: exit status 1")]
    [TestCase("Ci", "format", 2, "== Restore\n== Format\n== Format failed: exit status 2")]
    [TestCase("Ci", "build", 1, "== Restore\n== Format\n== Build\n== Build failed: exit status 1")]
    [TestCase("Ci", "run", 3, "== Restore\n== Format\n== Build\n== Site\n== Site failed: exit status 3")]
    [TestCase("Ci", "test", 7, "== Restore\n== Format\n== Build\n== Site\n== Test\n== Test failed: exit status 7")]
    public void The_first_step_that_fails_is_named_and_is_the_last(string words, string failing, int status, string said)
    {
        var ran = Run(words, (failing, status));
        Assert.That((ran.Status, ran.Said), Is.EqualTo((status, said)));
        Assert.That(ran.Asked[^1], Does.StartWith(failing + " "));
    }

    [Test]
    public void A_target_that_is_none_is_refused_and_the_others_are_named()
    {
        var ran = Host("try { & $script Sites } catch { \"$_\" }; $LASTEXITCODE = 1; ", Repository.Full("build.ps1"), []);
        Assert.That(ran.Said, Does.Contain("\"Sites\"").And.Contain("Site,Serve,Check,Test,Bench,Pack,Ci"));
    }

    [Test]
    public void Without_dotnet_it_says_where_to_get_it()
    {
        var path = Environment.GetEnvironmentVariable("PATH");
        try
        {
            Environment.SetEnvironmentVariable("PATH", "");
            var ran = Host("& $script; ", Repository.Full("build.ps1"), []);
            Assert.That(ran.Status, Is.EqualTo(3));
            Assert.That(ran.Said, Is.EqualTo("== There is no dotnet on this machine: the .NET 10 SDK is at https://dotnet.microsoft.com/download"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
        }
    }

    [Test]
    public void Every_target_is_explained_in_its_help()
    {
        var script = Repository.Read("build.ps1");
        var targets = Regex.Match(script, @"ValidateSet\(([^)]+)\)").Groups[1].Value.Split(", ").Select(target => target.Trim('\'')).ToArray();
        Assert.That(targets, Has.Length.EqualTo(7));
        foreach (var target in targets) Assert.That(script, Does.Match($@"(?m)^{target} +[a-z]").And.Match($@"(?m)^    '{target}' \{{"));
        foreach (var target in targets) Assert.That(Repository.Read("CONTRIBUTING.md"), Does.Contain($"`{target}`"));
    }

    /// <summary>By their verbs: where a step says how to run, it is by the same options.</summary>
    [Test]
    public void It_takes_the_steps_of_CI_in_their_order()
    {
        var ci = Repository.Read(".ci/run");
        var steps = Regex.Matches(ci, @"(?m)^step '[^']+' (.+)$").Select(match => match.Groups[1].Value).ToArray();
        foreach (var step in new[] { Restore, Format, Build }.Select(step => "dotnet " + step.Replace(" ./Palabre.slnx", "", StringComparison.Ordinal)))
            Assert.That(steps, Has.One.StartsWith(step), step);
        int Place(string start) => Array.FindIndex(steps, step => step.StartsWith(start, StringComparison.Ordinal));
        int[] places = [Place("dotnet restore"), Place("dotnet format"), Place("dotnet build"), Place("build_sample"), Place("run_tests")];
        Assert.That(places, Is.Ordered.Ascending.And.None.Negative);

        var runs = Regex.Matches(Repository.Read(".github/workflows/ci.yml"), @"(?m)^        run: dotnet (restore --locked-mode$|[a-z]+ .+)").Select(match => match.Groups[1].Value).ToArray();
        Assert.That(runs, Is.SupersetOf(new[] { Restore, Format, Build, Test }.Select(step => step.Replace(" ./Palabre.slnx", "", StringComparison.Ordinal))));
    }

    [Test]
    public void It_builds_a_site_and_passes_on_what_the_program_says_of_it()
    {
        using var folder = new TempFolder();
        folder.Write("build.ps1", Repository.Read("build.ps1")).Write("content/site.yml", "title: Small\nbaseUrl: https://example.org/\n")
            .Write("content/posts/2010-01-12-hello.md", "---\ntitle: Hello\nauthor: Jane\n---\nText.\n");
        const string dotnet = "function global:dotnet { & (@(Get-Command dotnet -CommandType Application)[0]) $real @($args[($args.IndexOf('--') + 1)..($args.Count - 1)]) }; ";
        var real = new Hashtable { ["real"] = Path.Combine(TestContext.CurrentContext.TestDirectory, "palabre.dll") };

        var built = Host(dotnet + "& $script Site --strict; ", folder.Full("build.ps1"), real);
        Assert.That(built.Status, Is.Zero, built.Said);
        Assert.That(built.Said, Does.StartWith("== Site\n1 post, 0 comments"));
        Assert.That(File.ReadAllText(folder.Full("output/index.html")), Does.Contain("Hello"));

        folder.Write("content/posts/2010-01-13-wrong.md", "---\ntitle: Wrong\ndate: tomorrow\n---\nText.\n");
        var refused = Host(dotnet + "& $script Check; ", folder.Full("build.ps1"), real);
        Assert.That(refused.Status, Is.EqualTo(1), refused.Said);
        Assert.That(refused.Said, Does.Contain("2010-01-13-wrong.md:3:7: error PAL").And.EndsWith("== Check failed: exit status 1"));
    }

    /// <param name="failing">The verb for which dotnet gives an exit status of its own.</param>
    private static (int Status, string[] Asked, string Said) Run(string words, params (string Verb, int Status)[] failing)
    {
        var asked = new List<string>();
        var given = new Hashtable
        {
            ["words"] = words.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            ["asked"] = asked,
            ["failing"] = new Hashtable(failing.ToDictionary(f => f.Verb, f => f.Status)),
        };
        var (status, said) = Host(
            "function global:dotnet { $asked.Add($args -join ' '); $global:LASTEXITCODE = if ($failing.ContainsKey($args[0])) { $failing[$args[0]] } else { 0 } }; & $script @words; ",
            Repository.Full("build.ps1"), given);
        var root = Repository.Root.FullName.TrimEnd(Path.DirectorySeparatorChar);
        return (status, [.. asked.Select(line => line.Replace(root, ".", StringComparison.Ordinal))], said);
    }

    private static (int Status, string Said) Host(string command, string script, Hashtable given)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        runspace.SessionStateProxy.SetVariable("script", script);
        foreach (DictionaryEntry variable in given) runspace.SessionStateProxy.SetVariable((string)variable.Key, variable.Value);
        using var shell = PowerShell.Create(runspace);
        var said = shell.AddScript(command + "$LASTEXITCODE").Invoke();
        Assert.That(shell.Streams.Error, Is.Empty);
        return ((int)said[^1].BaseObject, string.Join('\n', said.SkipLast(1).Select(line => line.ToString())));
    }
}
