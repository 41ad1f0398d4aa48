using System.Text;
using Palabre.Disk;

namespace Palabre.Tests.Disk;

[Platform("Linux")]
public sealed class LinuxFilesTests
{
    private TempFolder folder = null!;

    [SetUp]
    public void SetUp() => folder = new();

    [TearDown]
    public void TearDown() => folder.Dispose();

    [TestCase("a.yml", "author: Léa\n")]
    [TestCase("a/é/😀.yml", "x")]
    public void A_file_is_read_whole_where_its_length_is_known(string path, string text)
    {
        folder.Write(path, text);
        var bytes = new byte[Encoding.UTF8.GetByteCount(text) + 1];
        Assert.That(LinuxFiles.Read(folder.Full(path), bytes), Is.True);
        Assert.That(Encoding.UTF8.GetString(bytes[..^1]), Is.EqualTo(text));
    }

    [TestCase("a.yml", 3, TestName = "One that grew")]
    [TestCase("a.yml", 5, TestName = "One that was cut")]
    [TestCase("", 4, TestName = "A folder")]
    [TestCase("b.yml", 4, TestName = "Nothing")]
    [TestCase("a.yml/b", 4, TestName = "What is below a file")]
    [TestCase("a.yml\0", 4, TestName = "A name that the system would cut")]
    public void All_else_is_left_to_dotnet(string path, int length)
    {
        folder.Write("a.yml", "four");
        Assert.That(LinuxFiles.Read(folder.Full(path), new byte[length + 1]), Is.False);
    }

    [Test]
    public void So_is_a_pipe_that_took_the_place_of_a_file() =>
        Assert.That(LinuxFiles.Read(folder.Shell("mkfifo pipe").Full("pipe"), new byte[5]), Is.False);
}
