namespace Palabre.Tests.Docs;

public sealed class LinksTests
{
    private static readonly string[] Roots =
        ["", "generator/Palabre.Core/", "generator/Palabre/", "generator/Palabre.Import/", "generator/", "tests/", "tests/Palabre.Tests/", "themes/", "themes/_look/", "content/"];

    private static readonly string[] NotFiles = ["mailto:", "post:", "comment:", "theme:", "/"];

    [TestCaseSource(typeof(Repository), nameof(Repository.Documents))]
    public void Every_relative_link_of_a_document_leads_somewhere(string path)
    {
        var document = Document.Read(path);
        var folder = path.Contains('/', StringComparison.Ordinal) ? path[..(path.LastIndexOf('/') + 1)] : "";
        Assert.Multiple(() =>
        {
            foreach (var link in document.Links.Where(IsRelative))
            {
                var (file, anchor) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
                var target = file.Length == 0 ? path : folder + file;
                var full = Path.GetFullPath(Repository.Full(target));
                Assert.That(File.Exists(full) || Directory.Exists(full), $"{path}: there is no '{link}'");
                if (anchor is not null && File.Exists(full))
                {
                    var other = Path.GetRelativePath(Repository.Root.FullName, full).Replace('\\', '/');
                    Assert.That(Document.Read(other).Anchors, Does.Contain(anchor), $"{path}: no heading for '{link}'");
                }
            }
        });
    }

    /// <summary>What guides newcomers to a file must name one that is there.</summary>
    [TestCase("generator/ARCHITECTURE.md")]
    [TestCase("CONTRIBUTING.md")]
    [TestCase("themes/README.md")]
    public void Every_source_file_that_a_guide_names_exists(string path)
    {
        string[] endings = [".cs", ".csproj", ".props", ".txt", ".html", ".ps1", ".slnx"];
        var named = Document.Read(path).Codes.Where(code => endings.Any(code.EndsWith) && code.AsSpan().IndexOfAny("<*… ") < 0)
            .Select(code => code.StartsWith("./", StringComparison.Ordinal) ? code[2..] : code).Distinct();
        Assert.Multiple(() =>
        {
            foreach (var file in named)
                Assert.That(Roots.Any(root => File.Exists(Repository.Full(root + file))), $"{path} names {file}, which is not there");
        });
    }

    private static bool IsRelative(string link) =>
        !link.Contains("://", StringComparison.Ordinal)
        && !NotFiles.Any(start => link.StartsWith(start, StringComparison.Ordinal));
}
