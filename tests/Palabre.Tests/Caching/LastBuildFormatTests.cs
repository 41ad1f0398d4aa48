using Palabre.Caching;
using Palabre.Diagnostics;
using Palabre.Disk;
using Palabre.Reading;

namespace Palabre.Tests.Caching;

public sealed class LastBuildFormatTests
{
    private static readonly LastBuild Last = new()
    {
        Identity = Digest.Of("one"u8),
        Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Until = DateTimeOffset.MaxValue,
        Size = new(2, 3),
        Sources =
        [
            new("content/a.md", 12, 34, Digest.Of("a"u8), AsksAddresses: true), new("content/b.md", 0, 0, Digest.Of("b"u8)),
            new("content/é.md", 1L << 40, long.MaxValue, Digest.Of("c"u8)), new("content/😀.md", 1, 2, Digest.Of("d"u8)),
        ],
        Files = [new("index.html", new(5, 6), Digest.Of("e"u8), new(7, 8)), new("é/index.html", new(9, 10), Digest.Of("f"u8), null)],
        Record = new(OutputPaths.Record, new(11, 12), default, null),
        Diagnostics =
        [
            new(1, Catalogue.FileForFolder(new("content/é"))), new(-1, Catalogue.TooLarge(new("content/a.md"), 12)),
        ],
    };

    [TestCase("", TestName = "No file is there today")]
    [TestCase("content/a.md content/b.md content/é.md content/😀.md", TestName = "All files are")]
    [TestCase("content/0.md content/a-b.md content/b.md content/c.md content/é.md content/éé.md content/😀", TestName = "Some went, and others came")]
    public void What_was_written_is_read(string today)
    {
        SourceFile[] files = [.. today.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(path => new SourceFile(new string(path), 1))];
        var read = LastBuildFormat.Read(Written(Last), Last.Identity, files)!;

        Assert.That(read.Sources, Is.EqualTo(Last.Sources));
        Assert.That(read.Files, Is.EqualTo(Last.Files));
        Assert.That(read.Diagnostics, Is.EqualTo(Last.Diagnostics));
        Assert.That((read.Identity, read.Now, read.Until, read.Size, read.Record), Is.EqualTo((Last.Identity, Last.Now, Last.Until, Last.Size, Last.Record)));
        foreach (var file in files)
            foreach (var source in read.Sources.Where(source => source.Path == file.Path)) Assert.That(source.Path, Is.SameAs(file.Path));
    }

    [Test]
    public void That_of_another_program_is_not_read() =>
        Assert.That(LastBuildFormat.Read(Written(Last with { Identity = Digest.Of("two"u8) }), Last.Identity, []), Is.Null);

    private static ReadOnlyMemory<byte> Written(LastBuild build)
    {
        using var stream = new MemoryStream();
        LastBuildFormat.Write(build, stream);
        return stream.ToArray();
    }
}
