using Palabre.Disk;

namespace Palabre.Tests.Disk;

public sealed class DiskFaultTests
{
    private static readonly TestCaseData[] Faults =
    [
        new(new UnauthorizedAccessException("Access to the path '/x' is denied."), "permission is denied"),
        new(new FileNotFoundException(), "it is not there"),
        new(new DirectoryNotFoundException(), "it is not there"),
        new(new PathTooLongException(), "the name is too long for this disk"),
        new(new IOException("No space left on device : '/x'", 28), "the disk is full"),
        new(new IOException("There is not enough space on the disk. : '/x'", unchecked((int)0x80070070)), "the disk is full"),
        new(new IOException("Read-only file system : '/x'", 30), "the disk is read-only"),
        new(new IOException("Disk quota exceeded : '/x'", 122), "the disk quota is used up"),
        new(new IOException("Stale file handle : '/x'", 116), "stale file handle"),
        new(new IOException(""), "the system refuses"),
    ];

    [TestCaseSource(nameof(Faults))]
    public void What_the_disk_refuses_is_said_in_words(Exception fault, string reason) =>
        Assert.That(DiskFault.Reason(fault), Is.EqualTo(reason));
}
