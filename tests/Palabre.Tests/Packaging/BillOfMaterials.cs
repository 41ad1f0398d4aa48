using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Palabre.Tests.Packaging;

/// <summary>
/// Makes the bill of materials of the program: CycloneDX 1.6 (ECMA-424) as JSON. Neither a time nor a serial number is in it:
/// the same lock file makes the same bytes.
/// </summary>
internal static class BillOfMaterials
{
    internal const string Path = "generator/Palabre/Package/palabre.cdx.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the program needs of the machine it runs on; a single file has it within.</summary>
    private static readonly string[] Frameworks = ["Microsoft.AspNetCore.App", "Microsoft.NETCore.App"];

    /// <param name="version">That of the program.</param>
    internal static string Make(string version, IReadOnlyList<ShippedPackage> packages, IReadOnlyList<string> askedFor)
    {
        var references = packages.ToDictionary(package => package.Name, package => Reference(package.Name, package.Version));
        var program = Reference("palabre", version);
        var bill = new JsonObject
        {
            ["$schema"] = "http://cyclonedx.org/schema/bom-1.6.schema.json",
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["component"] = Component("application", program, "palabre", version, "MIT") },
            ["components"] = new JsonArray([.. packages.Select(Of), .. Frameworks.Select(name => Component("framework", name, name, null, "MIT"))]),
            ["dependencies"] = new JsonArray([
                Needs(program, [.. askedFor.Select(name => references[name]), .. Frameworks]),
                .. packages.Select(package => Needs(references[package.Name], package.Needs.Select(name => references[name])))]),
        };
        return bill.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Of(ShippedPackage package)
    {
        var component = Component("library", Reference(package.Name, package.Version), package.Name, package.Version, package.Licence);
        component["authors"] = new JsonArray(new JsonObject { ["name"] = package.Authors });
        component["purl"] = Reference(package.Name, package.Version);
        component["externalReferences"] = new JsonArray(new JsonObject { ["type"] = "website", ["url"] = package.Address });
        component["properties"] = new JsonArray(new JsonObject { ["name"] = "nuget:contentHash", ["value"] = package.Hash });
        return component;
    }

    private static JsonObject Component(string type, string reference, string name, string? version, string licence)
    {
        var component = new JsonObject { ["type"] = type, ["bom-ref"] = reference, ["name"] = name };
        if (version is not null) component["version"] = version;
        component["licenses"] = new JsonArray(licence.Contains(' ', StringComparison.Ordinal)
            ? new JsonObject { ["expression"] = licence }
            : new JsonObject { ["license"] = new JsonObject { ["id"] = licence } });
        return component;
    }

    private static JsonObject Needs(string reference, IEnumerable<string> needed) =>
        new() { ["ref"] = reference, ["dependsOn"] = new JsonArray([.. needed.Select(name => JsonValue.Create(name))]) };

    /// <summary>A package URL (ECMA-427).</summary>
    private static string Reference(string name, string version) => $"pkg:nuget/{name}@{version}";
}
