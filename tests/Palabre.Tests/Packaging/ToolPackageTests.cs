using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml.Linq;
using Palabre.Tests.Disk;
using Palabre.Tests.Support;
using Repository = Palabre.Tests.Docs.Repository;

namespace Palabre.Tests.Packaging;

/// <summary>The package of the dotnet tool, made of the program that is built already, and installed from a folder.</summary>
public sealed class ToolPackageTests
{
    private const string Now = "2010-01-15T11:26:00Z";

    private static readonly Dictionary<string, string> Alone = new()
    {
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
        ["MSBUILDDISABLENODEREUSE"] = "1",
    };

    private TempFolder folder = null!;

    [OneTimeSetUp]
    public async Task Pack()
    {
        folder = new();
        Directory.CreateDirectory(folder.Full("packages"));
        // bin/Debug/net10.0: what the tests were built as, the program was, too.
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var packed = await Command.Run("dotnet", Repository.Root, Alone,
            "pack", "generator/Palabre", "-c", configuration, "--no-build", "-o", folder.Full("packages"), "-v", "quiet");
        Assert.That(packed.Status, Is.Zero, packed.Output + packed.Error);
    }

    [OneTimeTearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public void It_has_what_a_reader_of_packages_looks_for()
    {
        using var package = ZipFile.OpenRead(File("*.nupkg"));
        var names = package.Entries.Select(entry => entry.FullName).ToArray();
        Assert.That(names, Is.SupersetOf("README.md LICENSE icon.png THIRD-PARTY-NOTICES.txt palabre.cdx.json tools/net10.0/any/palabre.dll".Split(' ')));
        Assert.That(names, Has.None.EndsWith(".svg"));
        using var described = package.GetEntry("palabre.nuspec")!.Open();
        var facts = XDocument.Load(described).Descendants().Where(e => !e.HasElements).GroupBy(e => e.Name.LocalName).ToDictionary(g => g.Key, g => g.First().Value);
        Assert.That((facts["id"], facts["license"], facts["icon"], facts["readme"]), Is.EqualTo(("palabre", "MIT", "icon.png", "README.md")));
        Assert.That(facts["projectUrl"], Is.EqualTo("https://github.com/palabre/palabre"));
        // Whoever looks at the lines of a stack looks them up here.
        using var symbols = ZipFile.OpenRead(File("*.snupkg"));
        Assert.That(symbols.Entries.Select(entry => entry.Name), Is.SupersetOf("palabre.pdb Palabre.Core.pdb Palabre.Import.pdb".Split(' ')));
    }

    /// <summary>The eleven packages of others, and nothing that only the tests need.</summary>
    [Test]
    public void It_has_the_assemblies_that_the_bill_of_materials_names_and_no_more()
    {
        using var package = ZipFile.OpenRead(File("*.nupkg"));
        var assemblies = package.Entries.Where(entry => entry.FullName.StartsWith("tools/net10.0/any/", StringComparison.Ordinal) && entry.Name.EndsWith(".dll", StringComparison.Ordinal))
            .Select(entry => entry.Name[..^4]).Distinct().Order(StringComparer.Ordinal);
        Assert.That(assemblies, Is.EqualTo(ShippedPackage.All.Select(p => p.Name)
            .Concat(["palabre", "Palabre.Core", "Palabre.Import"]).Order(StringComparer.Ordinal)));
    }

    [Test]
    public void Its_icon_is_a_square_of_128_pixels_made_of_the_drawing_beside_it()
    {
        var icon = System.IO.File.ReadAllBytes(Repository.Full("generator/Palabre/Package/icon.png")).AsSpan();
        Assert.That((BinaryPrimitives.ReadInt32BigEndian(icon[16..]), BinaryPrimitives.ReadInt32BigEndian(icon[20..])), Is.EqualTo((128, 128)));
        var drawing = XDocument.Load(Repository.Full("generator/Palabre/Package/icon.svg")).Root!;
        Assert.That(drawing.Attribute("viewBox")!.Value, Is.EqualTo("0 0 128 128"));
    }

    [Test]
    public async Task Installed_into_an_empty_folder_it_makes_the_same_site_byte_for_byte()
    {
        folder.Write("nuget.config", $"""<configuration><packageSources><clear /><add key="here" value="{folder.Full("packages")}" /></packageSources></configuration>""");
        var apart = new Dictionary<string, string>(Alone) { ["NUGET_PACKAGES"] = folder.Full("restored") };
        var installed = await Command.Run("dotnet", folder.Root, apart,
            "tool", "install", "palabre", "--tool-path", folder.Full("tools"), "--configfile", folder.Full("nuget.config"));
        Assert.That(installed.Status, Is.Zero, installed.Output + installed.Error);

        var command = Directory.GetFiles(folder.Full("tools"), "palabre*").Single();
        string[][] lines =
        [
            ["init", "SITE", "--language", "fr", "--title", "Le client", "--author", "Hélène", "--time-zone", "Europe/Paris", "--base-url", "https://example.org/a/", "--now", Now],
            ["new", "post", "Une question", "--root", "SITE", "--now", Now],
            ["check", "SITE", "--strict", "--future", "--now", Now],
            ["build", "SITE", "--strict", "--future", "--now", Now],
        ];
        foreach (var line in lines)
        {
            string[] On(string site) => [.. line.Select(word => word == "SITE" ? folder.Full(site) : word)];
            var tool = await Command.Run(command, folder.Root, Alone, On("by-tool"));
            Assert.That(tool.Status, Is.Zero, $"{line[0]}\n{tool.Output}{tool.Error}");
            Assert.That(SiteOnDisk.Palabre(On("by-program")).Status, Is.Zero, line[0]);
        }

        var (byTool, byProgram) = (Bytes("by-tool"), Bytes("by-program"));
        Assert.That(byTool.Keys, Is.EqualTo(byProgram.Keys).And.Contains("output/index.html").And.Contains("output/SHA256SUMS"));
        // What a build leaves for the next one speaks of files' times.
        Assert.That(byTool.Where(file => !file.Key.StartsWith(".palabre/", StringComparison.Ordinal) && !file.Value.AsSpan().SequenceEqual(byProgram[file.Key])).Select(file => file.Key), Is.Empty);

        // As its workflow gets the program: in the version that the site names.
        var site = folder.Sub("by-tool");
        apart["DOTNET_CLI_HOME"] = folder.Full("home");
        var restored = await Command.Run("dotnet", site, apart, "tool", "restore", "--configfile", folder.Full("nuget.config"));
        Assert.That(restored.Status, Is.Zero, restored.Output + restored.Error);
        var told = await Command.Run("dotnet", site, apart, "palabre", "check", "--strict", "--future", "--now", Now);
        Assert.That(told.Output, Does.Contain("2 posts, 1 comment"), told.Error);
        Assert.That(told.Status, Is.Zero);
    }

    private string File(string pattern) => Directory.GetFiles(folder.Full("packages"), pattern).Single();

    private SortedDictionary<string, byte[]> Bytes(string site) => new(
        Directory.EnumerateFiles(folder.Full(site), "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .ToDictionary(file => Path.GetRelativePath(folder.Full(site), file).Replace('\\', '/'), System.IO.File.ReadAllBytes), StringComparer.Ordinal);
}
