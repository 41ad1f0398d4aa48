using System.Diagnostics;
using System.Text;

namespace Palabre.Tests.Disk;

/// <summary>A folder of the test's own, gone at its end.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("palabre-");

    internal DirectoryInfo Root => folder;

    internal string Full(string path) => Path.Combine(folder.FullName, path);

    internal DirectoryInfo Sub(string path) => new(Full(path));

    internal TempFolder Write(string path, string text = "text")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllText(Full(path), text);
        return this;
    }

    /// <param name="target">As the link is to say it: relative to the link, or absolute.</param>
    internal TempFolder Link(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.CreateSymbolicLink(Full(path), target);
        return this;
    }

    internal void Remove(string path)
    {
        if (Directory.Exists(Full(path))) Directory.Delete(Full(path), recursive: true);
    }

    /// <summary>Runs a line of POSIX shell in the folder.</summary>
    internal TempFolder Shell(string line)
    {
        var start = new ProcessStartInfo("sh") { WorkingDirectory = folder.FullName, ArgumentList = { "-c", line } };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, line);
        return this;
    }

    /// <summary>Each file and folder below, ordinal by path: <c>path=text</c>, or <c>path/</c> for a folder.</summary>
    internal static string[] Contents(DirectoryInfo folder) => [.. folder
        .EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        .Select(found => (Path: Path.GetRelativePath(folder.FullName, found.FullName).Replace('\\', '/'), Found: found))
        .Select(at => at.Found is DirectoryInfo ? at.Path + "/" : $"{at.Path}={File.ReadAllText(at.Found.FullName, Encoding.UTF8)}")
        .Order(StringComparer.Ordinal)];

    public void Dispose() => folder.Delete(recursive: true);
}
