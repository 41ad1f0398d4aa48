using System.Buffers;
using Palabre.Diagnostics;
using Palabre.Disk;
using Palabre.Site;
using static Palabre.Tests.Disk.OutputDraw;

namespace Palabre.Tests.Disk;

public sealed class OutputFolderTests
{
    private static readonly DateTime LongAgo = new(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private TempFolder site = null!;

    [SetUp]
    public void SetUp() => site = new();

    [TearDown]
    public void TearDown() => site.Dispose();

    [Test]
    public void A_first_build_writes_all_and_a_record_that_verifies_it()
    {
        var result = site.Build("index.html=home 2010/01/a/index.html=a a-b=1 a/b=2 empty=");

        Assert.That(site.Everything(), Is.EqualTo(
        [
            ".palabre=Palabre writes this folder. It replaces and deletes the files that SHA256SUMS lists, and no others.\n",
            "2010/", "2010/01/", "2010/01/a/", "2010/01/a/index.html=a",
            "SHA256SUMS=" + File.ReadAllText(site.Full("output/SHA256SUMS")),
            "a-b=1", "a/", "a/b=2", "empty=", "index.html=home",
        ]));
        Assert.That(site.Verified(), Is.EqualTo([".palabre", "2010/01/a/index.html", "a-b", "a/b", "empty", "index.html"]));
        Assert.That((result.Committed, result.Written, result.Unchanged, result.Deleted), Is.EqualTo((true, 5, 0, 0)));
        Assert.That(result.Diagnostics, Is.Empty);
    }

    [Test]
    public void A_second_build_touches_only_what_changed()
    {
        site.Build("a/x=same a/y=old b/z=gone");
        foreach (var path in Directory.EnumerateFiles(site.Full("output"), "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(path, LongAgo);

        var result = site.Build("a/x=same a/y=new c=more");

        Assert.That(site.Drawn(), Is.EqualTo("a/x=same a/y=new c=more"));
        Assert.That((result.Written, result.Unchanged, result.Deleted), Is.EqualTo((2, 1, 1)));
        Assert.That(Directory.Exists(site.Full("output/b")), Is.False);
        Assert.That((TimeOf("a/x"), TimeOf(".palabre")), Is.EqualTo((LongAgo, LongAgo)));
        Assert.That(TimeOf("a/y"), Is.GreaterThan(LongAgo));
        Assert.That(site.Verified(), Is.EqualTo([".palabre", "a/x", "a/y", "c"]));
    }

    [Test]
    public void A_build_of_which_nothing_changed_touches_nothing()
    {
        site.Build("a/x=1 b=2");
        foreach (var path in Directory.EnumerateFiles(site.Full("output"), "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(path, LongAgo);
        var result = site.Build("b=2 a/x=1");
        Assert.That((result.Committed, result.Written, result.Unchanged), Is.EqualTo((true, 0, 2)));
        Assert.That(site.Verified().Append("SHA256SUMS").Select(TimeOf), Is.All.EqualTo(LongAgo));
    }

    [Test]
    public void Same_length_is_not_yet_the_same()
    {
        site.Build("a=one");
        Assert.That(site.Build("a=two").Written, Is.EqualTo(1));
        Assert.That(site.Drawn(), Is.EqualTo("a=two"));
    }

    [Test]
    public void Rewriting_all_writes_what_is_unchanged_too()
    {
        site.Build("a/x=1 b=2");
        Assert.That(site.Build(Files("a/x=1 b=2"), rewriteAll: true).Written, Is.EqualTo(2));
        Assert.That(site.Drawn(), Is.EqualTo("a/x=1 b=2"));
    }

    [Test]
    public void Any_number_of_jobs_gives_the_same_bytes()
    {
        OutputFile[] files = [.. Enumerable.Range(0, 3000).Select(i => Page($"{i % 10}/{i % 100}/{i}.html", $"page {i * 7}"))];
        site.Build(files, jobs: 1);
        using var other = new TempFolder();
        new Random(1).Shuffle(files);
        other.Build(files, jobs: 8);
        Assert.That(other.Everything(), Is.EqualTo(site.Everything()));
    }

    [Test]
    public void Each_file_is_rendered_once()
    {
        var calls = new int[500];
        OutputFile[] files = [.. calls.Select((_, i) => new WrittenFile($"{i}", _ => Interlocked.Increment(ref calls[i])))];
        site.Build(files, jobs: 4);
        Assert.That(calls, Is.All.EqualTo(1));
    }

    [TestCase("a=1", "a/index.html=2")]
    [TestCase("a/index.html=2 a/b/c=3", "a=1")]
    [TestCase("a/b/c/d=1", "a/b=2 a/c=3")]
    [TestCase("a=1 b/b=2", "a/a=1 b=2")]
    public void A_file_and_a_folder_may_change_places(string before, string after)
    {
        site.Build(before);
        var result = site.Build(after);
        Assert.That(result.Committed, string.Join('\n', result.Codes()));
        using var clean = new TempFolder();
        clean.Build(after);
        Assert.That(site.Everything(), Is.EqualTo(clean.Everything()));
    }

    [Test]
    public void Nothing_is_written_if_rendering_found_errors()
    {
        site.Build("a=1");
        var before = site.Everything();
        var result = site.Build(Files("a=2 b/c=3"), mayCommit: () => false);
        Assert.That(result.Committed, Is.False);
        Assert.That(site.Everything(), Is.EqualTo(before));
    }

    [Test]
    public void A_first_build_that_may_not_commit_leaves_no_folder_behind()
    {
        OutputFolder.Write(site.Sub("x/y/output"), Files("a=1"), new() { Root = site.Root }, () => false, CancellationToken.None);
        Assert.That(TempFolder.Contents(site.Root), Is.Empty);
    }

    [Test]
    public void A_cancelled_build_leaves_the_output_as_it_was()
    {
        site.Build("a=1");
        var before = site.Everything();
        using var cancel = new CancellationTokenSource();
        OutputFile[] files = [.. Files("a=2"), new WrittenFile("b", _ => cancel.Cancel()), .. Files("c/d=3")];
        Assert.That(() => site.Build(files, cancel: cancel.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(site.Everything(), Is.EqualTo(before));
    }

    [Test]
    public void A_cancellation_comes_too_late_once_the_commit_has_begun()
    {
        using var cancel = new CancellationTokenSource();
        var result = site.Build(Files("a=1 b=2"), cancel: cancel.Token, onStep: step =>
        {
            if (step == "move file") cancel.Cancel();
        });
        Assert.That(result.Committed);
        Assert.That(site.Drawn(), Is.EqualTo("a=1 b=2"));
    }

    [Test]
    public void What_a_rendering_throws_comes_as_it_is_and_leaves_the_output_as_it_was()
    {
        site.Build("a=1");
        var before = site.Everything();
        OutputFile[] files = [.. Files("a=2"), new WrittenFile("b", _ => throw new FormatException("a bug"))];
        Assert.That(() => site.Build(files), Throws.InstanceOf<FormatException>());
        Assert.That(site.Everything(), Is.EqualTo(before));
    }

    [Test]
    public void Media_are_copied_and_left_alone_when_unchanged()
    {
        var large = new string('m', 300_000);
        site.Write("content/media/a.png", large).Write("content/media/empty", "");
        OutputFile[] files = [new CopiedFile("media/a.png", "content/media/a.png"), new CopiedFile("media/empty", "content/media/empty")];
        site.Build(files);
        Assert.That(site.Verified(), Is.EqualTo([".palabre", "media/a.png", "media/empty"]));
        Assert.That(site.Build(files).Unchanged, Is.EqualTo(2));

        site.Write("content/media/a.png", large[..^1] + "n");
        Assert.That((site.Build(files).Written, site.Verified().Length), Is.EqualTo((1, 3)));
        Assert.That(File.ReadAllText(site.Full("output/media/a.png")), Is.EqualTo(large[..^1] + "n"));
    }

    [Test]
    public void Media_that_vanished_are_named_and_nothing_is_written()
    {
        var result = site.Build([Page("a", "1"), new CopiedFile("b", "content/media/b.png")]);
        Assert.That(result.Codes(), Is.EqualTo(["""
            content/media/b.png: error PAL4050: 'content/media/b.png' cannot be read: it is not there.
              hint: Let the file be read by whoever builds.
            """]));
        Assert.That(Directory.Exists(site.Full("output")), Is.False);
    }

    [TestCase("../a")]
    [TestCase("/a")]
    [TestCase("a//b")]
    [TestCase("a/./b")]
    [TestCase("a/..")]
    [TestCase("")]
    [TestCase("a/")]
    [TestCase(@"a\b")]
    [TestCase("sha256sums/index.html")]
    [TestCase(".palabre")]
    [TestCase(".palabre-staging/x")]
    public void A_path_that_no_file_can_have_is_refused(string path)
    {
        Assert.That(site.Build([Page(path, "1")]).Codes(), Is.EqualTo([$"""
            output: error PAL4062: '{path}' cannot be the path of an output file.
              hint: Change the slug, permalink or file name that it comes from.
            """]));
        Assert.That(TempFolder.Contents(site.Root), Is.Empty);
    }

    [Test] // not as cases: an attribute cannot hold half a surrogate pair
    public void Nor_is_a_path_that_no_record_can_hold_accepted()
    {
        string[] paths = ["a\nb", "a\ud83c", "\ude00a", "a\ud83c\ud83c"];
        foreach (var path in paths) Assert.That(site.Build([Page(path, "1")]).Diagnostics.Single().Code, Is.EqualTo("PAL4062"));
    }

    [TestCase("a/b=1 a/b=2", "a/b", "a/b")]
    [TestCase("a/b=1 a/B=2", "a/B", "a/b")]
    [TestCase("a=1 a/b=2", "a", "a/")]
    [TestCase("A=1 a/b/c=2", "A", "A/")]
    public void Two_files_in_one_place_are_refused(string drawn, string one, string other) =>
        Assert.That(site.Build(drawn).Codes(), Is.EqualTo([$"""
            output: error PAL4063: '{one}' and '{other}' cannot both be files of the output.
              hint: Change the slug or permalink of one of them.
            """]));

    [Test]
    public void Files_that_come_late_are_asked_for_once_the_others_are_made_and_stand_like_them()
    {
        var made = new List<string>();
        var result = BuildLate([Noting("z"), Noting("a/index.html")], () =>
        {
            made.Add("asked");
            return [Noting("a/late"), Noting("search/b.bin")];
        });
        Assert.That(made.Take(2), Is.EquivalentTo(["z", "a/index.html"]));
        Assert.That(made[2], Is.EqualTo("asked"));
        Assert.That((result.Written, site.Drawn()), Is.EqualTo((4, "a/index.html=a/index.html a/late=a/late search/b.bin=search/b.bin z=z")));
        Assert.That(site.Verified(), Is.EqualTo([".palabre", "a/index.html", "a/late", "search/b.bin", "z"]));

        result = BuildLate(Files("z=z a/index.html=other"), () => Files("search/c.bin=c a/late=a/late"));
        Assert.That((result.Written, result.Unchanged, result.Deleted), Is.EqualTo((2, 2, 1)));
        Assert.That(site.Drawn(), Is.EqualTo("a/index.html=other a/late=a/late search/c.bin=c z=z"));

        OutputFile Noting(string path) => new WrittenFile(path, bytes =>
        {
            lock (made) made.Add(path);
            bytes.Write(System.Text.Encoding.UTF8.GetBytes(path));
        });
    }

    [TestCase("a/b=1", "a/b=2", "a/b", "a/b")]
    [TestCase("a/B=1", "a/b=2", "a/B", "a/b")]
    [TestCase("a=1", "a/b=2", "a", "a/")]
    [TestCase("a/b/c=1", "A=2", "A", "A/")]
    public void Nor_may_one_that_comes_late_stand_in_the_place_of_another(string drawn, string late, string one, string other)
    {
        var result = BuildLate(Files(drawn), () => Files(late));
        Assert.That(result.Codes(), Is.EqualTo([$"""
            output: error PAL4063: '{one}' and '{other}' cannot both be files of the output.
              hint: Change the slug or permalink of one of them.
            """]));
        Assert.That(TempFolder.Contents(site.Root), Is.Empty);
    }

    [Test]
    public void Nor_may_it_lead_out_of_the_output()
    {
        Assert.That(BuildLate(Files("a=1"), () => Files("../b=2")).Diagnostics.Single().Code, Is.EqualTo("PAL4062"));
        Assert.That(TempFolder.Contents(site.Root), Is.Empty);
    }

    private WriteResult BuildLate(OutputFile[] files, Func<IReadOnlyList<OutputFile>> late) =>
        OutputFolder.Write(site.Sub("output"), files, new() { Root = site.Root, Jobs = 2, Late = late }, () => true, CancellationToken.None);

    [Test]
    public void Two_builds_at_once_do_not_mix()
    {
        WriteResult? second = null;
        var first = site.Build(Files("a=1"), mayCommit: () =>
        {
            second = site.Build("b=2");
            return true;
        });

        Assert.That(second!.Codes(), Is.EqualTo(["""
            output: error PAL4069: Another build is writing to 'output'.
              hint: Wait for it to end, or choose another folder with --output.
            """]));
        Assert.That(first.Committed);
        Assert.That(site.Drawn(), Is.EqualTo("a=1"));
    }

    [Test]
    public void Builds_in_a_race_leave_one_of_their_outputs_whole([Range(1, 10)] int round)
    {
        Parallel.For(0, 4, i => site.Build($"a={i} b/c={i}", _ => Thread.Yield()));
        var last = site.Build("a=x b/c=x");
        Assert.That(last.Diagnostics.Select(diagnostic => diagnostic.Severity), Has.None.EqualTo(Severity.Error), $"round {round}");
        Assert.That(site.Drawn(), Is.EqualTo("a=x b/c=x"));
    }

    private DateTime TimeOf(string path) => File.GetLastWriteTimeUtc(site.Full("output/" + path));
}
