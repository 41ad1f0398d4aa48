using System.Diagnostics;
using System.Text;
using Palabre.Tests.Disk;
using Palabre.Writing;

namespace Palabre.Tests.Writing;

public sealed class UnifiedDiffTests
{
    [Test]
    public void Is_what_git_writes() => Assert.That(UnifiedDiff.Of([Change("a.yml", "a.yml", "1\n2\n3\n4\n5\n6\n7", "1\n2\n3\nvier\n5\n6\n7")]), Is.EqualTo("""
        diff --git a/a.yml b/a.yml
        --- a/a.yml
        +++ b/a.yml
        @@ -1,7 +1,7 @@
         1
         2
         3
        -4
        +vier
         5
         6
         7
        \ No newline at end of file

        """.ReplaceLineEndings("\n")));

    [Test]
    public void A_line_that_goes_takes_no_other_with_it() => Assert.That(
        UnifiedDiff.Of([Change("a.yml", "a.yml", "author: a\ndate: 1\nurl: x\nbody: y\n", "author: b\ndate: 1\nbody: y\n")]), Does.Contain("-author: a\n+author: b\n date: 1\n-url: x\n body: y\n"));

    [Test]
    public async Task Git_applies_it_whatever_the_changes([Range(1, 8)] int seed)
    {
        var random = new Random(seed);
        using var folder = new TempFolder();
        await Git(folder.Root, "init", "-q");
        var changes = new List<FileChange>();
        for (var i = 0; i < 12; i++)
        {
            var before = AnyText(random);
            // A file that begins or ends empty has no lines to show: it is new, or goes, by its head alone.
            var (path, newPath) = random.Next(6) switch
            {
                0 => ((string?)null, $"new/{i}.yml"),
                1 => ($"é {i}.yml", (string?)null),
                2 => ($"old/{i} \"q\".yml", $"moved to/{i}.yml"),
                _ => ($"f/{i}.yml", $"f/{i}.yml"),
            };
            var after = random.Next(5) == 0 ? before : Changed(before, random);
            if (path is not null) folder.Write(path, before);
            if (path == newPath && before == after) continue;
            changes.Add(Change(path, newPath, path is null ? "" : before, newPath is null ? "" : after));
        }

        await File.WriteAllTextAsync(folder.Full("x.diff"), UnifiedDiff.Of(changes));
        await Git(folder.Root, "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "x.diff");
        foreach (var change in changes)
        {
            if (change.Path is { } path && path != change.NewPath) Assert.That(File.Exists(folder.Full(path)), Is.False, $"seed {seed}: {path}");
            if (change.NewPath is { } written)
                Assert.That(await File.ReadAllTextAsync(folder.Full(written)), Is.EqualTo(Encoding.UTF8.GetString(change.After.Span)), $"seed {seed}: {written}");
        }
    }

    [Test]
    public void Texts_that_have_nothing_in_common_are_shown_in_a_moment()
    {
        var (before, after) = (string.Concat(Enumerable.Range(0, 50_000).Select(i => $"old line {i}\n")), string.Concat(Enumerable.Range(0, 50_000).Select(i => $"new line {i}\n")));
        var clock = Stopwatch.StartNew();
        Assert.That(UnifiedDiff.Of([Change("a", "a", before, after)]).Count(c => c == '\n'), Is.EqualTo(100_004));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    private static FileChange Change(string? path, string? newPath, string before, string after) =>
        new(path, newPath, Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(after));

    private static string AnyText(Random random)
    {
        var end = random.Next(3) == 0 ? "\r\n" : "\n";
        var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => $"{"abcd é"[random.Next(6)]}{(random.Next(3) == 0 ? "" : random.Next(5))}{end}"));
        return random.Next(3) == 0 ? text.TrimEnd('\r', '\n') + "x" : text;
    }

    private static string Changed(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        for (var i = 0; i < random.Next(1, 5); i++)
        {
            var at = random.Next(lines.Count);
            if (random.Next(3) == 0) lines.Insert(at, "inserted");
            else if (random.Next(2) == 0 && lines.Count > 2) lines.RemoveAt(at);
            else lines[at] = $"changed {at}";
        }

        var changed = string.Join('\n', lines);
        return changed.Length == 0 ? "one" : changed;
    }

    private static async Task Git(DirectoryInfo folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = folder.FullName, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var git = Process.Start(start)!;
        var error = await git.StandardError.ReadToEndAsync();
        await git.WaitForExitAsync();
        Assert.That(git.ExitCode, Is.Zero, error);
    }
}
