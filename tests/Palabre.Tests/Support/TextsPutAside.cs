using Palabre.Disk;
using Palabre.Model;

namespace Palabre.Tests;

/// <summary>Every text for which the program may leave memory does so: what is read and written does not depend on it.</summary>
[SetUpFixture]
public sealed class TextsPutAside
{
    [OneTimeSetUp]
    public void SetUp() => (TextMemory.Shared.Overflow, TextMemory.Shared.Most) = (new TextOverflow(Path.GetTempPath()), 0);
}
