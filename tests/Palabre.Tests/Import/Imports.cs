using System.Text;
using Palabre.Tests.Support;

namespace Palabre.Tests.Import;

/// <summary>A source and the site that it is imported into, both on disk and gone at the end of the test.</summary>
internal sealed class Imports : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("palabre-import-");

    internal string Root => Path.Combine(folder.FullName, "site");

    internal string Report => File.ReadAllText(Path.Combine(Root, "import-report.md"));

    internal string Source(string name, string text) => Source(name, Encoding.UTF8.GetBytes(text));

    internal string Source(string name, byte[] bytes)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    internal string Full(string name) => Path.Combine(folder.FullName, name);

    internal Ran Run(string source, params string[] options) => SiteOnDisk.Palabre(["import", source, Root, .. options]);

    /// <summary>Imports, holds that it went well, that the account adds up, that no address is written, and that the site passes its check.</summary>
    internal Imports Import(string source, params string[] options)
    {
        var ran = Run(source, options);
        Assert.That(ran.Status, Is.Zero, ran.Output + ran.Error);
        foreach (var line in ran.Output.Split('\n').Where(l => l.StartsWith("posts ", StringComparison.Ordinal) || l.StartsWith("comments ", StringComparison.Ordinal)))
        {
            var numbers = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..].Select(int.Parse).ToArray();
            Assert.That(numbers[0], Is.EqualTo(numbers[1] + numbers[2]), line);
        }

        foreach (var file in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories))
            Assert.That(File.ReadAllText(file), Does.Not.Match("[A-Za-z0-9]@[A-Za-z0-9]"), file);
        if (File.Exists(Path.Combine(Root, "content/site.yml")))
        {
            var check = SiteOnDisk.Palabre("check", Root);
            Assert.That(check.Status, Is.Zero, check.Output);
        }

        return this;
    }

    /// <summary>The files of the site as a drawing, the record and the report left out.</summary>
    internal string Site => string.Join('\n', Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        .Select(file => (Path: Path.GetRelativePath(Root, file).Replace('\\', '/'), Text: File.ReadAllText(file)))
        .Where(file => file.Path is not ("import-report.md" or "content/.import/record"))
        .OrderBy(file => file.Path, StringComparer.Ordinal)
        .Select(file => $"-- {file.Path} --\n{file.Text.TrimEnd('\n')}"));

    public void Dispose() => folder.Delete(recursive: true);
}
