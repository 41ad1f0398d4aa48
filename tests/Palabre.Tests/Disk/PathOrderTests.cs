using Palabre.Disk;

namespace Palabre.Tests.Disk;

public sealed class PathOrderTests
{
    // What comes before a '/', after it, is hidden, and halves of what UTF-16 has in two.
    private static readonly string[] Letters = ["a", "b", "-", ".", "+", "0", "é", "\uE000", "😀", "A"];

    [TestCase("a.md", false, "a", true, TestName = "A dot comes before the slash after a folder's name")]
    [TestCase("a-b", true, "a", true, TestName = "So does a hyphen, of a folder too")]
    [TestCase("a", true, "a0", true, TestName = "A digit comes after it")]
    [TestCase("a", false, "a-", false, TestName = "The end of a file's name comes before all")]
    [TestCase("😀", false, "\uE000", false, TestName = "Units of UTF-16 decide, as everywhere")]
    public void Names_compare_as_paths_do(string first, bool firstIsFolder, string second, bool secondIsFolder)
    {
        Assert.That(PathOrder.Compare(first, firstIsFolder, second, secondIsFolder), Is.Negative);
        Assert.That(PathOrder.Compare(second, secondIsFolder, first, firstIsFolder), Is.Positive);
    }

    [Test]
    public void Files_are_in_the_order_of_whole_paths_wherever_the_listing_began([Range(1, 12)] int seed)
    {
        using var site = new TempFolder();
        var chance = new Random(seed);
        for (var i = 0; i < 120; i++)
        {
            var path = string.Join('/', Enumerable.Range(0, chance.Next(1, 5)).Select(_ => Name(chance)));
            if (IsFree(site, path)) site.Write("content/" + path);
        }

        string[] folders = [.. Directory.EnumerateDirectories(site.Full("content"), "*", SearchOption.AllDirectories)
            .Select(full => Path.GetRelativePath(site.Root.FullName, full).Replace('\\', '/')).Order(StringComparer.Ordinal)];
        string[] asked = ["content", .. chance.GetItems(folders, 6)]; // of which some are hidden: `posts: content/.posts`
        chance.Shuffle(asked);

        var listed = SiteFolder.Open(site.Root, asked).Files.Files.Select(file => file.Path).ToArray();
        var expected = Directory.EnumerateFiles(site.Root.FullName, "*", SearchOption.AllDirectories)
            .Select(full => Path.GetRelativePath(site.Root.FullName, full).Replace('\\', '/'))
            .Where(path => asked.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal) && !SourceNames.HasLeftover(path[(folder.Length + 1)..])))
            .Order(StringComparer.Ordinal);
        Assert.That(listed, Is.EqualTo(expected), $"seed {seed}, from {string.Join(", ", asked)}");
    }

    private static string Name(Random chance)
    {
        while (true)
        {
            var name = string.Concat(chance.GetItems(Letters, chance.Next(1, 4)));
            if (name is not ("." or "..")) return name;
        }
    }

    private static bool IsFree(TempFolder site, string path)
    {
        if (Path.Exists(site.Full("content/" + path))) return false;
        for (var end = path.IndexOf('/'); end >= 0; end = path.IndexOf('/', end + 1))
            if (File.Exists(site.Full("content/" + path[..end]))) return false;
        return true;
    }
}
