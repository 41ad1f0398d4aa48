using System.CommandLine;
using System.Xml.Linq;
using Palabre.Cli;
using Palabre.Tests.Support;

namespace Palabre.Tests.Docs;

/// <summary>What the README says of the program and of this repository. Its commands are run by <see cref="GuidesTests"/>.</summary>
public sealed class ReadmeTests
{
    private static readonly Document Readme = Document.Read("README.md");

    private static readonly string[] TwoCommands = ["dotnet run --project generator/Palabre", "dotnet test"];

    [Test]
    public void The_two_commands_are_the_first() => Assert.That(GuideReader.Commands(Readme.Fences[0]), Is.EqualTo(TwoCommands));

    [Test]
    public void It_is_short_enough_to_be_read() => Assert.That(Repository.Read("README.md").Split('\n'), Has.Length.LessThan(260));

    [Test]
    public void The_sample_is_without_a_flaw()
    {
        var ran = SiteOnDisk.Palabre("check", Repository.Root.FullName, "--strict");
        Assert.That(ran.Status, Is.Zero, ran.Output + ran.Error);
    }

    /// <summary><c>dotnet test</c> in the root runs the one solution there, and that has the tests.</summary>
    [Test]
    public void The_solution_in_the_root_has_the_tests()
    {
        var solution = Repository.Root.EnumerateFiles("*.sln*").Single();
        Assert.That(XDocument.Load(solution.FullName).Descendants("Project").Select(p => p.Attribute("Path")!.Value),
            Does.Contain("tests/Palabre.Tests/Palabre.Tests.csproj"));
    }

    [Test]
    public void Every_option_is_in_the_table()
    {
        var commands = new List<Command> { CommandLine.Root() };
        for (var i = 0; i < commands.Count; i++) commands.AddRange(commands[i].Subcommands);
        var options = commands.SelectMany(c => c.Options).Select(o => o.Name).Distinct();
        var told = Readme.Codes.SelectMany(code => code.Split(' ', ',')).Append("--help").Append("--version").ToHashSet();
        Assert.That(options.Where(o => o.StartsWith("--", StringComparison.Ordinal) && !told.Contains(o)), Is.Empty);
    }

    [Test]
    public void Every_target_of_the_script_is_named()
    {
        var targets = Repository.Read("build.ps1").Split("ValidateSet(")[1].Split(')')[0].Split(", ").Select(target => target.Trim('\''));
        Assert.That(targets.Except(Readme.Codes), Is.Empty);
    }
}
