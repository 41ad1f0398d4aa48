using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Palabre.Tests.Docs;

namespace Palabre.Tests.Packaging;

/// <summary>What is said of other people's work is said of what the lock file names, all of it.</summary>
public sealed class MaterialsTests
{
    [Test]
    public void The_notices_are_those_of_the_packages() => Repository.Hold(NoticesPage.Path, NoticesPage.Make(ShippedPackage.All));

    [Test]
    public void The_bill_of_materials_is_that_of_the_packages() =>
        Repository.Hold(BillOfMaterials.Path, BillOfMaterials.Make(Version, ShippedPackage.All, ShippedPackage.AskedFor));

    [Test]
    public void Each_package_of_the_lock_file_is_in_both()
    {
        var locked = Regex.Matches(Repository.Read("generator/Palabre/packages.lock.json"), "\"([A-Za-z.]+)\": \\{\\s+\"type\": \"(Direct|Transitive|CentralTransitive)\"[^}]*?\"resolved\": \"([^\"]+)\"")
            .Select(match => (Name: match.Groups[1].Value, Version: match.Groups[3].Value)).ToArray();
        Assert.That(locked, Has.Length.GreaterThan(8));
        var notices = Repository.Read(NoticesPage.Path);
        var bill = JsonNode.Parse(Repository.Read(BillOfMaterials.Path))!;
        foreach (var (name, version) in locked)
        {
            Assert.That(notices, Does.Contain($"\n{name} {version} ").And.Contain($"\n{name} {version}, by "));
            Assert.That(bill["components"]!.AsArray().Count(c => (string?)c!["purl"] == $"pkg:nuget/{name}@{version}"), Is.EqualTo(1), name);
            Assert.That(bill["dependencies"]!.AsArray().Count(d => (string?)d!["ref"] == $"pkg:nuget/{name}@{version}"), Is.EqualTo(1), name);
        }
    }

    [Test]
    public void Whatever_is_needed_is_reached_from_the_program()
    {
        var needs = JsonNode.Parse(Repository.Read(BillOfMaterials.Path))!["dependencies"]!.AsArray()
            .ToDictionary(d => (string)d!["ref"]!, d => d!["dependsOn"]!.AsArray().Select(n => (string)n!).ToArray());
        var reached = new List<string> { $"pkg:nuget/palabre@{Version}" };
        for (var i = 0; i < reached.Count; i++) reached.AddRange(needs.GetValueOrDefault(reached[i], []).Except(reached).ToArray());
        Assert.That(needs.Keys.Except(reached), Is.Empty);
    }

    /// <summary>What a program for one system is made of is what the tool is made of.</summary>
    [Test]
    public void A_program_is_locked_to_the_same_packages(
        [Values("Palabre", "Palabre.Core", "Palabre.Import")] string part, [Values("linux-arm64", "linux-x64", "osx-arm64", "win-x64")] string system)
    {
        JsonNode Locked(string file) => JsonNode.Parse(Repository.Read(file))!["dependencies"]!;
        var (tool, program) = (Locked($"generator/{part}/packages.lock.json"), Locked($"generator/locks/{part}.{system}.lock.json"));
        var packages = program["net10.0"]!.AsObject();
        // The compiler comes in the version of whatever SDK is there.
        Assert.That(
            packages.Where(package => (string?)package.Value!["type"] != "Project" && tool["net10.0"]![package.Key] is null).Select(package => package.Key),
            Is.SubsetOf(["Microsoft.DotNet.ILCompiler", "Microsoft.NET.ILLink.Tasks"]), "besides the compiler");
        foreach (var (name, package) in tool["net10.0"]!.AsObject()) Assert.That(packages[name]?.ToJsonString(), Is.EqualTo(package!.ToJsonString()), name);
        Assert.That(program.AsObject().Select(target => target.Key), Is.EqualTo(["net10.0", $"net10.0/{system}"]));
    }

    private static string Version => XDocument.Load(Repository.Full("Directory.Build.props")).Descendants("Version").Single().Value;
}
