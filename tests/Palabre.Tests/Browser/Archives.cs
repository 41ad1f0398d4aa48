using System.CommandLine;
using Palabre.Cli;
using Palabre.Tests.Support;

namespace Palabre.Tests.Browser;

/// <summary>
/// The sites that these tests read, built once by the command line into folders of their own, and served from this
/// machine: the sample content under a path of the server, as on a host of project pages; the made one at its root.
/// </summary>
[SetUpFixture]
public sealed class Archives
{
    private static DirectoryInfo? folder;

    internal static PublishedSite Sample { get; private set; } = null!;

    internal static PublishedSite Made { get; private set; } = null!;

    internal static PublishedSite Moved { get; private set; } = null!;

    /// <summary>What the questions of <c>tests/Golden/search</c> are put to, besides the sample.</summary>
    internal static PublishedSite Questions { get; private set; } = null!;

    internal static LoopbackServer Server { get; private set; } = null!;

    [OneTimeSetUp]
    public static async Task Publish()
    {
        folder = Directory.CreateTempSubdirectory("palabre-browser-");
        var made = folder.CreateSubdirectory("made");
        MadeSite.WriteTo(made);
        Sample = new(await Build(Repository.Root, "sample-site", "https://palabre.example/archive/"), "/archive/");
        Made = new(await Build(made.FullName, "made-site", "https://made.example/"), "/");
        var moved = folder.CreateSubdirectory("moved");
        MovedSite.WriteTo(moved);
        Moved = new(await Build(moved.FullName, "moved-site", "https://moved.example/moved/"), "/moved/");
        var garden = folder.CreateSubdirectory("garden");
        SiteOnDisk.WriteTo(garden.FullName, await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests/Golden/search/site.txt")));
        Questions = new(await Build(garden.FullName, "garden-site", "https://potager.example/questions/"), "/questions/");
        Server = new(Sample, Made, Moved, Questions);
    }

    [OneTimeTearDown]
    public static void CleanUp()
    {
        Server?.Dispose();
        folder?.Delete(recursive: true);
    }

    private static async Task<DirectoryInfo> Build(string root, string name, string baseUrl)
    {
        var output = folder!.CreateSubdirectory(name);
        var said = new StringWriter();
        string[] args = ["build", root, "--output", output.FullName, "--base-url", baseUrl, "--now", "2016-01-01T00:00:00Z", "--strict"];
        var status = await CommandLine.Run(args, new InvocationConfiguration { Output = said, Error = said });
        return status == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', args)}\n{said}");
    }
}
