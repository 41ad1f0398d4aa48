using Palabre.Tests.Support;

namespace Palabre.Tests.Site;

/// <summary>The repository's own archive: the demonstration, and what every page of it says.</summary>
public sealed class SampleTests
{
    [Test]
    public void Every_page_of_the_sample_says_what_it_said()
    {
        using var site = new SiteOnDisk("");
        foreach (var folder in new[] { "content", "themes" }) Copy(folder, site);
        site.Build("--strict", "--now", "2026-01-01");
        Golden.Compare("sample", site);
    }

    /// <summary>When this fails: palabre ledger, in the root of the repository.</summary>
    [Test]
    public void The_ledger_of_the_sample_is_current()
    {
        using var site = new SiteOnDisk("");
        foreach (var folder in new[] { "content", "themes" }) Copy(folder, site);
        var ran = site.Run("ledger", "--now", "2026-01-01");
        Assert.That(ran.Output, Does.Contain(": 0 added, 0 forgotten"));
        Assert.That(File.ReadAllText(Path.Combine(site.Root, "content/addresses.txt")),
            Is.EqualTo(File.ReadAllText(Path.Combine(Repository.Root, "content/addresses.txt")).ReplaceLineEndings("\n")));
    }

    private static void Copy(string folder, SiteOnDisk site)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories))
        {
            var path = Path.Combine(site.Root, Path.GetRelativePath(Repository.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(file, path, overwrite: true);
        }
    }
}
