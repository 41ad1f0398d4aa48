using Palabre.Reading;
using Palabre.Tests.Disk;
using Palabre.Tests.Support;

namespace Palabre.Tests.Packaging;

/// <summary>The scripts within the workflows, run as their hosts run them, with a stand-in for the network.</summary>
[Platform(Exclude = "Win", Reason = "the hosts run them on Linux")]
public sealed class WorkflowScriptTests
{
    private TempFolder folder = null!;

    [SetUp]
    public void SetUp() => folder = new();

    [TearDown]
    public void TearDown() => folder.Dispose();

    [TestCase("push", "sums", "false")]
    [TestCase("schedule", "sums", "false")]
    [TestCase("push", "others", "true")]
    [TestCase("push", null, "true", TestName = "What was never published is published")]
    [TestCase("workflow_dispatch", "sums", "true", TestName = "Who starts it by hand wants it published anyhow")]
    public async Task GitHub_is_told_whether_anything_has_changed(string because, string? published, string changed)
    {
        folder.Write("output/SHA256SUMS", "sums").Write("told", "");
        var script = WorkflowTests.Scalar(WorkflowTests.Steps("github").Single(step => step.Find("id") is YamlScalar { Text: "compare" }), "run");
        var ran = await Run(script, published, new()
        {
            ["GITHUB_EVENT_NAME"] = because,
            ["GITHUB_RUN_ID"] = "42",
            ["BASE_URL"] = "https://example.org/archive/",
            ["GITHUB_OUTPUT"] = folder.Full("told"),
            ["GITHUB_STEP_SUMMARY"] = folder.Full("summary"),
        });
        Assert.That(ran.Status, Is.Zero, ran.Error);
        Assert.That(File.ReadAllText(folder.Full("told")), Is.EqualTo($"changed={changed}\n"));
        Assert.That(File.Exists(folder.Full("summary")), Is.EqualTo(changed == "false"));
        if (because != "workflow_dispatch") Assert.That(File.ReadAllText(folder.Full("asked")), Does.EndWith("https://example.org/archive/SHA256SUMS?42\n"));
    }

    [TestCase("push", "sums", 77)]
    [TestCase("push", "others", 0)]
    [TestCase("push", null, 0)]
    [TestCase("web", "sums", 0)]
    public async Task GitLab_ends_before_it_deploys_what_has_not_changed(string because, string? published, int status)
    {
        folder.Write("public/SHA256SUMS", "sums");
        var pages = (YamlMap)((YamlMap)YamlReader.ReadOne(WorkflowTests.Text("gitlab"), new("gitlab")).Value!).Find("pages")!;
        var ran = await Run(((YamlScalar)((YamlList)pages.Find("script")!).Items[^1]).Text, published,
            new() { ["CI_PIPELINE_SOURCE"] = because, ["CI_PIPELINE_ID"] = "42", ["CI_PAGES_URL"] = "https://example.org/archive" });
        Assert.That(ran.Status, Is.EqualTo(status), ran.Error);
        Assert.That(WorkflowTests.Scalar((YamlMap)pages.Find("allow_failure")!, "exit_codes"), Is.EqualTo("77"));
    }

    [Test]
    public async Task Forgejo_s_branch_of_pages_is_what_was_built_and_grows_only_if_that_has_changed()
    {
        folder.Shell("git init --quiet --bare server/me/archive.git");
        var script = WorkflowTests.Scalar(WorkflowTests.Steps("forgejo").Last(), "run");
        async Task<string> Publish(params string[] files)
        {
            folder.Remove("output");
            folder.Remove("runner");
            Directory.CreateDirectory(folder.Full("runner"));
            foreach (var file in files) folder.Write("output/" + file.Split('=')[0], file.Split('=')[1]);
            var ran = await Run(script, null, new()
            {
                ["GITHUB_SERVER_URL"] = "file://" + folder.Full("server"),
                ["GITHUB_REPOSITORY"] = "me/archive",
                ["GITHUB_SHA"] = "0123abc",
                ["RUNNER_TEMP"] = folder.Full("runner"),
                ["TOKEN"] = "t0ken",
                ["GIT_CONFIG_GLOBAL"] = "/dev/null",
            });
            Assert.That(ran.Status, Is.Zero, ran.Error);
            Assert.That(ran.Output + ran.Error, Does.Not.Contain("t0ken"));
            Assert.That(Directory.Exists(folder.Full("output/.git")), Is.False);
            return ran.Output;
        }

        Assert.That(await Publish("SHA256SUMS=1", "index.html=one", ".palabre=p", ".gitignore=*", "a/b.html=b"), Is.Empty);
        Assert.That(Told("log --format=%s pages"), Is.EqualTo("Publish 0123abc\n"));
        Assert.That(await Publish("SHA256SUMS=1", "index.html=one", ".palabre=p", ".gitignore=*", "a/b.html=b"), Does.StartWith("Nothing has changed"));
        Assert.That(Told("rev-list --count pages"), Is.EqualTo("1\n"));
        await Publish("SHA256SUMS=2", "index.html=two", ".palabre=p");
        Assert.That(Told("rev-list --count pages"), Is.EqualTo("2\n"));
        Assert.That(Told("ls-tree -r --name-only pages"), Is.EqualTo(".palabre\nSHA256SUMS\nindex.html\n"));
        Assert.That(Told("show pages:index.html"), Is.EqualTo("two"));
    }

    /// <summary>What git says of the server's repository.</summary>
    private string Told(string words)
    {
        folder.Shell($"git -C server/me/archive.git {words} >said");
        return File.ReadAllText(folder.Full("said"));
    }

    /// <param name="published">What curl finds; null if it finds nothing. It writes down what it was asked.</param>
    private Task<Ran> Run(string script, string? published, Dictionary<string, string> variables)
    {
        var answer = published is null ? "exit 22" : $"printf %s {published}";
        folder.Write("bin/curl", $"#!/bin/sh\necho \"$@\" >'{folder.Full("asked")}'\n{answer}\n").Shell("chmod +x bin/curl");
        variables["PATH"] = folder.Full("bin") + ":" + Environment.GetEnvironmentVariable("PATH");
        return Command.Run("bash", folder.Root, variables, "-e", "-c", script);
    }
}
