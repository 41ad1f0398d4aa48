using Palabre.Caching;

namespace Palabre.Tests;

/// <summary>What Palabre keeps outside of sites lies in a folder of the tests' own.</summary>
[SetUpFixture]
public sealed class OwnState
{
    private DirectoryInfo? folder;

    [OneTimeSetUp]
    public void SetUp()
    {
        folder = Directory.CreateTempSubdirectory("palabre-state-");
        Environment.SetEnvironmentVariable(SealKey.Variable, folder.FullName);
    }

    [OneTimeTearDown]
    public void TearDown() => folder?.Delete(recursive: true);
}
