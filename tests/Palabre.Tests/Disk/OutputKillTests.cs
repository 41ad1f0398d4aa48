using Palabre.Disk;
using static Palabre.Tests.Disk.OutputDraw;

namespace Palabre.Tests.Disk;

/// <summary>Builds that end at any step, by a kill or by the disk, and what the next one makes of it.</summary>
public sealed class OutputKillTests
{
    private TempFolder site = null!;

    [SetUp]
    public void SetUp() => site = new();

    [TearDown]
    public void TearDown() => site.Dispose();

    [TestCase("", "a=1 b/c=2 b/d=3 e=4")]
    [TestCase("a=1 b/c=2 b/d=3 e=4", "a=new b/c=2 f/g=5")]
    [TestCase("a=1 b/c=2 d/e/f=3", "a/index.html=1 b=2 d/e/g=4")]
    public void A_build_that_is_killed_at_any_step_is_put_right_by_the_next(string before, string after)
    {
        using var clean = new TempFolder();
        clean.Build(after);
        var step = 0;
        for (var survived = false; !survived; step++)
        {
            site.Remove("output");
            if (before.Length > 0) site.Build(before);
            survived = !IsKilled(Files(after), step);
            AssertWhole(before + " " + after, $"killed at step {step}");

            var result = site.Build(after);
            Assert.That(result.Diagnostics, Is.Empty, $"killed at step {step}");
            Assert.That(site.Everything(), Is.EqualTo(clean.Everything()), $"killed at step {step}");
        }

        Assert.That(step, Is.GreaterThan(10));
    }

    [TestCase("", "a=1 b/c=2 b/d=3 e=4")]
    [TestCase("a=1 b/c=2 d/e/f=3", "a/index.html=1 b=2 d/e/g=4")]
    public void So_it_is_by_one_that_wants_neither(string before, string after)
    {
        using var clean = new TempFolder();
        clean.Build("z=0");
        for (int step = 0, survived = 0; survived == 0; step++)
        {
            site.Remove("output");
            if (before.Length > 0) site.Build(before);
            if (!IsKilled(Files(after), step)) survived = 1;
            Assert.That(site.Build("z=0").Diagnostics, Is.Empty, $"killed at step {step}");
            Assert.That(site.Everything(), Is.EqualTo(clean.Everything()), $"killed at step {step}");
        }
    }

    [Test]
    public void Any_sequence_of_builds_and_kills_ends_where_one_build_does([Range(1, 60)] int seed)
    {
        var random = new Random(seed);
        var ever = "";
        site.Write("output/mine/too", "m").Write("output/mine/.keep", "k").Write("output/SHA256SUMS", "");
        for (var i = 0; i < 12; i++)
        {
            var drawn = Draw(random);
            ever += " " + drawn;
            if (random.Next(3) > 0) IsKilled(Files(drawn), random.Next(40));
            else Assert.That(site.Build(Files(drawn), jobs: random.Next(1, 5)).Committed, $"seed {seed}, build {i}");
            AssertWhole(ever + " mine/too=m mine/.keep=k", $"seed {seed}, build {i}");
        }

        var last = Draw(random);
        Assert.That(site.Build(last).Committed, $"seed {seed}");
        using var clean = new TempFolder();
        clean.Build(last);
        Assert.That(site.Everything().Where(at => !at.StartsWith("mine/", StringComparison.Ordinal)),
            Is.EqualTo(clean.Everything()), $"seed {seed}");
        Assert.That(site.Drawn(), Does.Contain("mine/.keep=k mine/too=m"), $"seed {seed}");
    }

    [Test]
    public void A_disk_that_is_full_gives_one_diagnostic_and_the_output_as_it_was()
    {
        site.Build("a=1 b=2");
        var before = site.Everything();
        var result = site.Build("a=3 b=4 c/d=5", FailAt("write file", new IOException("No space left on device : '/x'", 28)));
        Assert.That(result.Diagnostics.Single().ToString(),
            Does.Match("^output/(a|b|c/d): error PAL4070: 'output/(a|b|c/d)' cannot be written: the disk is full. The output is as it was.$"));
        Assert.That(site.Everything(), Is.EqualTo(before));
    }

    [TestCase("take mark")]
    [TestCase("create folder")]
    [TestCase("create file")]
    public void So_does_one_that_may_not_be_written_to(string step)
    {
        var result = site.Build("a=1 c/d=5", FailAt(step, new UnauthorizedAccessException()));
        Assert.That(result.Diagnostics.Single().ToString(), Does.Match(
            "^output.*: error PAL4070: 'output.*' cannot be written: permission is denied. The output is as it was.$"));
        Assert.That(Directory.Exists(site.Full("output")), Is.False);
    }

    [Test]
    public void An_output_folder_that_cannot_be_made_is_named()
    {
        site.Write("file");
        var options = new WriteOptions { Root = site.Root };
        var below = OutputFolder.Write(site.Sub("file/output"), Files("a=1"), options, () => true, CancellationToken.None);
        var same = OutputFolder.Write(site.Sub("file"), Files("a=1"), options, () => true, CancellationToken.None);
        Assert.That(below.Diagnostics.Single().ToString(), Does.StartWith("file/output: error PAL4070: 'file/output' cannot be written: "));
        Assert.That(same.Codes(), Is.EqualTo(
            ["file: error PAL4070: 'file' cannot be written: a file has its name. The output is as it was."]));
        Assert.That(TempFolder.Contents(site.Root), Is.EqualTo(["file=text"]));
    }

    [Test]
    public void A_name_that_is_too_long_for_the_disk_is_named()
    {
        var path = new string('x', 300);
        Assert.That(site.Build([Page(path, "1")]).Diagnostics.Single().Message, Does.EndWith("the name is too long for this disk. The output is as it was."));
    }

    [TestCase("move file")]
    [TestCase("move folder")]
    [TestCase("delete file")]
    public void A_commit_that_the_disk_stops_is_put_right_by_the_next_build(string step)
    {
        site.Build("a=1 b=2");
        var result = site.Build("a=3 c/d=4", FailAt(step, new IOException("Input/output error", 5)));
        Assert.That(result.Committed, Is.False);
        Assert.That(result.Codes(), Is.EqualTo(["""
            output: error PAL4071: Writing to 'output' stopped half-way: the disk fails.
              hint: Put that right and build again.
            """]));
        AssertWhole("a=1 b=2 a=3 c/d=4", step);

        Assert.That(site.Build("a=3 c/d=4").Diagnostics, Is.Empty);
        Assert.That(site.Drawn(), Is.EqualTo("a=3 c/d=4"));
    }

    [Test]
    public void What_cannot_be_cleaned_up_is_left_to_the_next_build()
    {
        site.Build("a=1");
        Assert.That(site.Build("a=2", FailAt("delete tree", new UnauthorizedAccessException(), from: 1)).Committed);
        Assert.That(site.Build("a=2").Committed);
        Assert.That(site.Everything(), Has.None.Contain(".palabre-staging"));
    }

    /// <summary>Files and folders that swap names, pages that come and go, and one that is always there.</summary>
    private static string Draw(Random random)
    {
        string[][] choices =
        [
            ["", "a", "a/index.html", "a/b a/c", "a/b/c a/d"], ["", "b.html"], ["", "x/y/z", "x/y", "x"], ["", "p/q p/r/s", "p/q/s p/r"], ["i"],
        ];
        var paths = choices.SelectMany(choice => choice[random.Next(choice.Length)].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return string.Join(' ', paths.Select(path => $"{path}={random.Next(3)}"));
    }

    /// <summary>Builds, and from some step on is dead: nothing more reaches the disk, not even what cleans up.</summary>
    private bool IsKilled(Palabre.Site.OutputFile[] files, int step)
    {
        var steps = 0;
        try
        {
            site.Build(files, onStep: _ =>
            {
                if (Interlocked.Increment(ref steps) > step) throw new KilledException();
            });
            return false;
        }
        catch (KilledException)
        {
            return true;
        }
    }

    private void AssertWhole(string drawn, string when)
    {
        if (!Directory.Exists(site.Full("output"))) return;
        var whole = drawn.Split(' ');
        foreach (var at in site.Everything())
            if (!at.StartsWith(".palabre", StringComparison.Ordinal) && !at.StartsWith("SHA256SUMS=", StringComparison.Ordinal)
                && !at.EndsWith('/')) Assert.That(whole, Does.Contain(at), when);
    }

    /// <param name="from">How many such steps go well.</param>
    private static Action<string> FailAt(string step, Exception fault, int from = 0)
    {
        var met = 0;
        return at =>
        {
            if (at == step && Interlocked.Increment(ref met) > from) throw fault;
        };
    }

    private sealed class KilledException : Exception;
}
