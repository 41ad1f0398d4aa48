using Palabre.Disk;

namespace Palabre.Tests.Disk;

public sealed class FileLookTests
{
    private const string Name = "0123456789-0123456789-0123456789-0123456789-0123456789-0123456789-0123456789-0123456789", Long = $"{Name}/{Name}/{Name}/{Name}/{Name}";

    private TempFolder folder = null!;

    [SetUp]
    public void SetUp() => folder = new();

    [TearDown]
    public void TearDown() => folder.Dispose();

    [TestCase("index.html", "<p>", TestName = "A page")]
    [TestCase("a/é/😀.html", "text", TestName = "Below folders, in letters of any script")]
    [TestCase("empty", "", TestName = "An empty file")]
    [TestCase(Long, "text", TestName = "Further down than a path is usually long")]
    public void A_file_looks_as_dotnet_says(string path, string text)
    {
        folder.Write(path, text);
        var file = new FileInfo(folder.Full(path));
        foreach (var time in (DateTime[])[file.LastWriteTimeUtc, new(1969, 12, 31, 23, 59, 58, DateTimeKind.Utc), DateTime.UnixEpoch.AddTicks(12_345_678_901)])
        {
            File.SetLastWriteTimeUtc(file.FullName, time);
            var look = FileLook.At(folder.Root.FullName + Path.DirectorySeparatorChar, path);
            Assert.That(look, Is.EqualTo(FileLook.Asked(file.FullName)).And.EqualTo(new FileLook(file.Length, time.Ticks)));
            if (OperatingSystem.IsLinux() && path != Long) Assert.That(LinuxFiles.At("", file.FullName), Is.EqualTo(look), "asked without .NET");
        }
    }

    [Test]
    public void Folders_links_and_nothing_have_no_look()
    {
        folder.Write("a.html").Link("to-file", "a.html").Link("to-folder", ".").Link("to-nothing", "nowhere");
        foreach (var path in (string[])["to-file", "to-folder", "to-nothing", "", "nothing", "a.html/b"])
            Assert.That(FileLook.At(folder.Root.FullName + Path.DirectorySeparatorChar, path), Is.Null.And.EqualTo(FileLook.Asked(folder.Full(path))), path);
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void A_pipe_is_looked_at_and_not_opened() =>
        Assert.That(FileLook.At(folder.Shell("mkfifo pipe").Full("pipe")), Is.Not.Null.And.EqualTo(FileLook.Asked(folder.Full("pipe"))));
}
