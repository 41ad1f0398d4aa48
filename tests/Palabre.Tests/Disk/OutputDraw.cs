using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Palabre.Disk;
using Palabre.Site;

namespace Palabre.Tests.Disk;

/// <summary>Small outputs, drawn: <c>"a/index.html=one b=two"</c>.</summary>
internal static class OutputDraw
{
    internal static readonly string[] Own = [".palabre", "SHA256SUMS"];

    internal static OutputFile[] Files(string drawn) =>
        [.. drawn.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(file => file.Split('=')).Select(file => Page(file[0], file[1]))];

    internal static OutputFile Page(string path, string text) => new WrittenFile(path, bytes =>
    {
        foreach (var part in text.Chunk(3)) bytes.Write(Encoding.UTF8.GetBytes(part));
    });

    internal static WriteResult Build(this TempFolder site, string drawn, Action<string>? onStep = null) =>
        Build(site, Files(drawn), onStep: onStep);

    internal static WriteResult Build(this TempFolder site, OutputFile[] files, Func<bool>? mayCommit = null,
        Action<string>? onStep = null, int jobs = 2, bool rewriteAll = false, CancellationToken cancel = default) =>
        OutputFolder.Write(site.Sub("output"), files, new() { Root = site.Root, Jobs = jobs, RewriteAll = rewriteAll },
            mayCommit ?? (() => true), cancel, onStep);

    /// <summary>What stands in the output, drawn; without Palabre's own two files.</summary>
    internal static string Drawn(this TempFolder site) => string.Join(' ', TempFolder.Contents(site.Sub("output"))
        .Where(at => !Own.Contains(at.Split('=')[0]) && !at.EndsWith('/')));

    /// <summary>All of the output, to the last byte.</summary>
    internal static string[] Everything(this TempFolder site) => TempFolder.Contents(site.Sub("output"));

    internal static string[] Codes(this WriteResult result) => [.. result.Diagnostics.Select(diagnostic => diagnostic.ToString())];

    /// <summary>As <c>sha256sum -c SHA256SUMS</c>: the paths whose digest is as listed; anything else fails the test.</summary>
    internal static string[] Verified(this TempFolder site)
    {
        var lines = File.ReadAllText(site.Full("output/SHA256SUMS")).Split('\n');
        Assert.That(lines[^1], Is.Empty, "the last line ends");
        return [.. lines[..^1].Select(line =>
        {
            var path = line[66..];
            var digest = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(site.Full("output/" + path))));
            Assert.That(line, Is.EqualTo($"{digest}  {path}"));
            return path;
        })];
    }
}
