using System.Text.RegularExpressions;
using Palabre.Reading;
using Palabre.Tests.Disk;
using Palabre.Tests.Support;
using Repository = Palabre.Tests.Docs.Repository;

namespace Palabre.Tests.Packaging;

/// <summary>What runs where strangers may propose changes: the workflows of this repository, and those of new sites.</summary>
public sealed partial class WorkflowTests
{
    private static readonly string[] Ours = [".github/workflows/ci.yml", ".github/workflows/publish.yml", ".github/workflows/release.yml", ".github/workflows/samples.yml", ".github/workflows/shards.yml"];
    private static readonly string[] Made = ["github", "forgejo"];

    private static IEnumerable<string> Names => Ours.Concat(Made);

    [Test]
    public void All_of_ours_are_looked_at() => Assert.That(
        Directory.GetFiles(Repository.Full(".github/workflows")).Select(file => ".github/workflows/" + Path.GetFileName(file)).Order(StringComparer.Ordinal), Is.EqualTo(Ours));

    [TestCaseSource(nameof(Names))]
    public void Each_job_has_the_rights_that_it_needs_and_an_end(string name)
    {
        Assert.That(Map(Read(name), "permissions").Pairs, Is.Empty);
        foreach (var (job, steps) in Jobs(name))
        {
            Assert.That(int.Parse(Scalar(steps, "timeout-minutes")), Is.InRange(5, 30), job);
            var rights = Map(steps, "permissions").Pairs.Select(right => $"{right.Key.Text}: {((YamlScalar)right.Value).Text}").ToArray();
            string[] wanted = (name, job) switch
            {
                ("forgejo", "publish") or (_, "draft") => ["contents: write"],
                (_, "deploy") => ["pages: write", "id-token: write"],
                (_, "build") => ["contents: read", "pages: read"],
                _ => ["contents: read"],
            };
            Assert.That(rights, Is.EqualTo(wanted), job);
        }
    }

    [TestCaseSource(nameof(Names))]
    public void A_change_that_a_stranger_proposes_meets_no_secret_and_no_right_to_write(string name)
    {
        var text = Text(name);
        Assert.That(text, Does.Not.Contain("pull_request_target").And.Not.Contain("workflow_run").And.Not.Contain("secrets").And.Not.Contain("self-hosted"));
        if (Map(Read(name), "on").Find("pull_request") is null) return;
        foreach (var (job, steps) in Jobs(name).Where(job => Writes(job.Value)))
            Assert.That(Scalar(steps, "if"), Does.Contain("github.event_name != 'pull_request'").Or.Contain("needs.build.outputs.changed"), job);
        // What depends on a job that did not run does not run either.
        foreach (var (job, steps) in Jobs(name).Where(job => job.Value.Find("needs") is not null))
            Assert.That(Scalar(Jobs(name)[Scalar(steps, "needs")], "if"), Does.Contain("github.event_name != 'pull_request'"), job);
    }

    /// <summary>What others may word (a title, a branch) comes into a script by the environment, never as a part of it.</summary>
    [TestCaseSource(nameof(Names))]
    public void No_script_is_made_of_what_others_wrote(string name)
    {
        var scripts = Steps(name).Select(step => step.Find("run")).OfType<YamlScalar>().ToArray();
        Assert.That(scripts, Is.Not.Empty);
        foreach (var script in scripts) Assert.That(script.Text, Does.Not.Contain("${{"), script.Source.ToString());
    }

    [TestCaseSource(nameof(Names))]
    public void Actions_are_pinned_and_keep_no_key(string name)
    {
        var uses = Text(name).Split('\n').Where(line => line.Contains("uses:", StringComparison.Ordinal)).ToArray();
        Assert.That(uses, Is.Not.Empty.And.All.Match(@"uses: (https://github\.com/)?actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$"));
        foreach (var step in Steps(name).Where(step => step.Find("uses") is YamlScalar used && used.Text.Contains("actions/checkout@", StringComparison.Ordinal)))
            Assert.That(Scalar(Map(step, "with"), "persist-credentials"), Is.EqualTo("false"), step.Source.ToString());
    }

    [Test]
    public void An_action_has_one_pin_everywhere() => Assert.That(
        Names.SelectMany(name => Pin().Matches(Text(name))).Select(pin => pin.Value).Distinct().GroupBy(pin => pin.Split('@')[0]).Where(action => action.Count() > 1).Select(action => action.Key), Is.Empty);

    [TestCaseSource(nameof(Names))]
    public void What_is_being_published_is_not_interrupted(string name) =>
        Assert.That(Scalar(Map(Read(name), "concurrency"), "cancel-in-progress"), Is.EqualTo("false").Or.EqualTo("${{ github.event_name == 'pull_request' }}"));

    [TestCase(".github/workflows/publish.yml")]
    [TestCase("github")]
    public void GitHub_Pages_gets_the_whole_folder_each_day_and_only_if_it_has_changed(string name)
    {
        var jobs = Jobs(name);
        Assert.That(Text(name), Does.Match(@"\n  schedule:\n    - cron: '\d+ \d+ \* \* \*'\n"));
        Assert.That(Scalar(jobs["deploy"], "if"), Is.EqualTo("needs.build.outputs.changed == 'true'"));
        var upload = Steps(name).Single(step => step.Find("uses") is YamlScalar used && used.Text.StartsWith("actions/upload-pages-artifact", StringComparison.Ordinal));
        Assert.That((Scalar(Map(upload, "with"), "include-hidden-files"), Scalar(upload, "if")), Is.EqualTo(("true", "steps.compare.outputs.changed == 'true'")));
        string[] scripts = [.. Steps(name).Select(step => step.Find("run")).OfType<YamlScalar>().Select(script => script.Text)];
        Assert.That(scripts, Has.One.Contains("check --strict --format github --base \"$BASE\" --summary \"$GITHUB_STEP_SUMMARY\"")
            .And.One.EndsWith("check --strict --format github").And.One.EndsWith("build --base-url \"$BASE_URL\" --format github"));
    }

    /// <summary>The sample is published as every site is, but by the program that stands beside it.</summary>
    [Test]
    public void Ours_publishes_as_those_of_new_sites_do()
    {
        static string Told(string text) => text[text.IndexOf("name: publish", StringComparison.Ordinal)..];
        var made = Text("github").Replace("dotnet-version: 10.0.x", "global-json-file: global.json", StringComparison.Ordinal)
            .Replace("dotnet tool restore", "dotnet build generator/Palabre -c Release", StringComparison.Ordinal)
            .Replace("dotnet palabre ", "dotnet run --project generator/Palabre -c Release --no-build -- ", StringComparison.Ordinal)
            .Replace(".config/dotnet-tools.json", "generator/**", StringComparison.Ordinal).Replace("%branch%", "main", StringComparison.Ordinal);
        Assert.That(Told(Text(".github/workflows/publish.yml")), Is.EqualTo(Told(made)));
    }

    [Test]
    public void GitLab_checks_what_is_proposed_and_publishes_the_default_branch_alone()
    {
        var text = Text("gitlab");
        var pipeline = (YamlMap)YamlReader.ReadOne(text, new("gitlab")).Value!;
        static string Rule(YamlMap job) => Scalar((YamlMap)((YamlList)job.Find("rules")!).Items[0], "if");
        var (check, pages) = (Map(pipeline, "check"), Map(pipeline, "pages"));
        Assert.That((Rule(check), Rule(pages)), Is.EqualTo(("$CI_PIPELINE_SOURCE == \"merge_request_event\"", "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH")));
        Assert.That((pages.Find("interruptible"), Scalar(pages, "resource_group")), Is.EqualTo(((YamlNode?)null, "pages")));
        Assert.That(text, Does.Not.Contain("TOKEN").And.Not.Contain("PASSWORD"));
        Assert.That(text, Does.Contain("check --strict --base \"$CI_MERGE_REQUEST_DIFF_BASE_SHA\"").And.Contain("build --base-url \"$CI_PAGES_URL\" --output public"));
    }

    private static bool Writes(YamlMap job) => Map(job, "permissions").Pairs.Any(right => ((YamlScalar)right.Value).Text == "write");

    internal static YamlMap Read(string name)
    {
        var read = YamlReader.ReadOne(Text(name), new(name));
        Assert.That(read.Diagnostics, Is.Empty, name);
        return (YamlMap)read.Value!;
    }

    internal static Dictionary<string, YamlMap> Jobs(string name) => Map(Read(name), "jobs").Pairs.ToDictionary(job => job.Key.Text, job => (YamlMap)job.Value);

    internal static IEnumerable<YamlMap> Steps(string name) => Jobs(name).Values.SelectMany(job => ((YamlList)job.Find("steps")!).Items).Cast<YamlMap>();

    private static YamlMap Map(YamlMap map, string key) => (YamlMap)map.Find(key)!;

    internal static string Scalar(YamlMap map, string key) => ((YamlScalar)map.Find(key)!).Text;

    /// <param name="name">A path in this repository, or who is to publish a new site.</param>
    internal static string Text(string name)
    {
        if (name.EndsWith(".yml", StringComparison.Ordinal)) return Repository.Read(name);
        using var folder = new TempFolder();
        Assert.That(SiteOnDisk.Palabre("init", folder.Full("site"), "--publish", name).Status, Is.Zero);
        var path = name switch { "github" => ".github/workflows/publish.yml", "forgejo" => ".forgejo/workflows/publish.yml", _ => ".gitlab-ci.yml" };
        return File.ReadAllText(folder.Full("site/" + path));
    }

    [GeneratedRegex("actions/[a-z-]+@[0-9a-f]{40} # v[0-9.]+")]
    private static partial Regex Pin();
}
