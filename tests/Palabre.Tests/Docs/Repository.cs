namespace Palabre.Tests.Docs;

/// <summary>The files of this repository, where the tests of its documentation find them.</summary>
internal static class Repository
{
    private static readonly string[] Folders = ["content", "themes", "generator", "tests", ".github"];

    internal static DirectoryInfo Root { get; } = Find();

    /// <summary>What is written for people who work here. Posts, pages and themes are content: the build checks their links.</summary>
    internal static IEnumerable<string> Documents => Root.EnumerateFiles("*.md")
        .Concat(Folders.SelectMany(Readmes))
        .Select(file => Path.GetRelativePath(Root.FullName, file.FullName).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    /// <summary>What is written for editors, a task each.</summary>
    internal static IEnumerable<string> Guides => Documents.Where(path => path.StartsWith("generator/guides/", StringComparison.Ordinal));

    internal static string Full(string path) => Path.Combine(Root.FullName, path);

    internal static string Read(string path) => File.ReadAllText(Full(path)).ReplaceLineEndings("\n");

    /// <summary>Holds that a generated text stands in the repository. UPDATE_GOLDEN=1 puts it there.</summary>
    internal static void Hold(string path, string generated)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1" && Read(path) != generated) File.WriteAllText(Full(path), generated);
        Assert.That(Read(path), Is.EqualTo(generated), $"{path} is generated. To renew it: UPDATE_GOLDEN=1 dotnet test");
    }

    private static IEnumerable<FileInfo> Readmes(string folder)
    {
        var directory = new DirectoryInfo(Full(folder));
        if (!directory.Exists) return [];
        return directory.EnumerateFiles("*.md", SearchOption.AllDirectories)
            .Where(file => file.Directory!.Name == "guides" || Path.GetFileNameWithoutExtension(file.Name).All(c => char.IsAsciiLetterUpper(c) || c is '-' or '_'))
            .Where(file => !file.FullName.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
    }

    private static DirectoryInfo Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Palabre.slnx"))) folder = folder.Parent;
        return folder ?? throw new InvalidOperationException("The tests run outside of their repository.");
    }
}
