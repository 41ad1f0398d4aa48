using Palabre.Disk;
using Palabre.Model;

namespace Palabre.Tests;

/// <summary>Every text for which the program may leave memory does so: what is read and written does not depend on it.</summary>
[SetUpFixture]
public sealed class AllPutAside
{
    [OneTimeSetUp]
    public void SetUp() => (KeptMemory.Shared.Overflow, KeptMemory.Shared.Most) = (new Overflow(Path.GetTempPath()), 0);
}
