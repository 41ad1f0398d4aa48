namespace Palabre.Tests.Support;

/// <summary>The working copy that the tests were built from, for the few that read its sources.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find(TestContext.CurrentContext.TestDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Palabre.slnx")) ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run within the repository."));
}
