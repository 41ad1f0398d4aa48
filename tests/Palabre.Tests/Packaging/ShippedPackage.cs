using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Palabre.Tests.Docs;

namespace Palabre.Tests.Packaging;

/// <summary>A package of somebody else's that travels with the program.</summary>
/// <param name="Hash">SHA-512 of its content in base64, as the lock file has it.</param>
/// <param name="Needs">Names of the packages that it needs, ordinal.</param>
/// <param name="Licence">An SPDX expression.</param>
/// <param name="Texts">The licences and notices in the package: name and text, ordinal.</param>
internal sealed record ShippedPackage(
    string Name, string Version, string Hash, IReadOnlyList<string> Needs,
    string Licence, string Authors, string? Copyright, string Address, IReadOnlyList<(string Name, string Text)> Texts)
{
    private const string Lock = "generator/Palabre/packages.lock.json";
    private const string Restored = "generator/Palabre/obj/project.assets.json";

    /// <summary>All that the program's lock file names, ordinal.</summary>
    internal static IReadOnlyList<ShippedPackage> All { get; } = [.. Locked
        .Where(entry => entry.Value!["type"]!.GetValue<string>() != "Project")
        .Select(entry => Read(entry.Key, entry.Value!))
        .OrderBy(package => package.Name, StringComparer.Ordinal)];

    /// <summary>Names of the packages that the program's own parts ask for, ordinal.</summary>
    internal static IReadOnlyList<string> AskedFor { get; } = [.. Locked
        .SelectMany(entry => entry.Value!["type"]!.GetValue<string>() switch
        {
            "Direct" => [entry.Key],
            "Project" => NeedsOf(entry.Value!),
            _ => [],
        })
        .Where(name => All.Any(package => package.Name == name)).Distinct().Order(StringComparer.Ordinal)];

    private static JsonObject Locked => JsonNode.Parse(Repository.Read(Lock))!["dependencies"]!["net10.0"]!.AsObject();

    private static string[] NeedsOf(JsonNode entry) =>
        [.. (entry["dependencies"]?.AsObject() ?? []).Select(need => need.Key).Order(StringComparer.Ordinal)];

    private static ShippedPackage Read(string name, JsonNode entry)
    {
        var version = entry["resolved"]!.GetValue<string>();
        var folder = Folder(name, version);
        var facts = XDocument.Load(folder.EnumerateFiles("*.nuspec").Single().FullName).Root!.Elements().Single(e => e.Name.LocalName == "metadata");
        string? Fact(string fact) => facts.Elements().SingleOrDefault(e => e.Name.LocalName == fact)?.Value;
        var licence = facts.Elements().SingleOrDefault(e => e.Name.LocalName == "license");
        Assert.That(licence?.Attribute("type")?.Value, Is.EqualTo("expression"), $"{name} {version} names no licence of SPDX: read it, and say so here");
        return new(name, version, entry["contentHash"]!.GetValue<string>(), NeedsOf(entry),
            licence!.Value, Fact("authors")!, Fact("copyright"), Fact("projectUrl")!, TextsOf(folder));
    }

    private static (string, string)[] TextsOf(DirectoryInfo folder) =>
        [.. folder.EnumerateFiles()
            .Where(file => file.Name.Contains("license", StringComparison.OrdinalIgnoreCase) || file.Name.Contains("notice", StringComparison.OrdinalIgnoreCase))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => (file.Name, File.ReadAllText(file.FullName).ReplaceLineEndings("\n").Trim('\n')))];

    /// <summary>Where the restore left the package.</summary>
    private static DirectoryInfo Folder(string name, string version)
    {
        using var restored = JsonDocument.Parse(Repository.Read(Restored));
        return restored.RootElement.GetProperty("packageFolders").EnumerateObject()
            .Select(folder => new DirectoryInfo(Path.Combine(folder.Name, name.ToLowerInvariant(), version)))
            .First(folder => folder.Exists);
    }
}
