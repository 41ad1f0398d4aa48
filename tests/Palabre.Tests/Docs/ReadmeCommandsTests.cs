using System.CommandLine;
using System.CommandLine.Parsing;
using System.Xml.Linq;
using Palabre.Cli;

namespace Palabre.Tests.Docs;

/// <summary>The commands of the README do what it says.</summary>
public sealed class ReadmeCommandsTests
{
    private const string Tool = "dotnet run --project generator/Palabre";

    /// <summary>What stands for a site of the reader's own.</summary>
    private const string OtherSite = "../my-site";

    private static readonly Document Readme = Document.Read("README.md");

    private static IEnumerable<string> Commands =>
        Readme.Fences.Where(f => f.Language == "console").SelectMany(f => f.Lines).Select(line => line.Split(" #")[0].TrimEnd()).Distinct();

    private static IEnumerable<string> ToolCommands => Commands.Where(c => c.StartsWith(Tool, StringComparison.Ordinal));

    [Test]
    public void The_two_commands_are_there() => Assert.That(Commands, Is.SupersetOf(new[] { Tool, "dotnet test" }));

    [Test]
    public void Every_command_is_one_that_these_tests_know() =>
        Assert.That(Commands.Where(c => c != "dotnet test"), Is.EquivalentTo(ToolCommands));

    [TestCaseSource(nameof(ToolCommands))]
    public async Task A_command_ends_well(string command)
    {
        var output = Directory.CreateTempSubdirectory("palabre-readme-");
        try
        {
            string[] words = [.. CommandLineParser.SplitCommandLine(command[Tool.Length..]).SkipWhile(word => word == "--")];
            var isOther = words.Contains(OtherSite);
            if (isOther && !words.Contains("init")) WriteOtherSite(output.CreateSubdirectory("site"));
            List<string> args = [.. words.Select(word => word == OtherSite ? Path.Combine(output.FullName, "site") : word)];
            var builds = args.FirstOrDefault() is not ("init" or "new" or "schema") && !args.Contains("--help");
            if (builds)
            {
                if (!isOther) args.Add(Repository.Root.FullName);
                if (!isOther) args.Add("--strict"); // the sample is to be without a flaw
                if (!args.Contains("check")) args.AddRange(["--output", Path.Combine(output.FullName, "output")]);
            }

            var said = new StringWriter();
            var status = await CommandLine.Run([.. args], new InvocationConfiguration { Output = said, Error = said });
            Assert.That(status, Is.Zero, $"{string.Join(' ', args)}\n{said}");
            if (args.Contains("--output")) Assert.That(File.Exists(Path.Combine(output.FullName, "output", "index.html")), said.ToString());
        }
        finally
        {
            output.Delete(recursive: true);
        }
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

    /// <summary>The settings that the README advises, over what Jekyll and Staticman write.</summary>
    private static void WriteOtherSite(DirectoryInfo folder)
    {
        var settings = Readme.Fences.Single(f => f.Note == "a Jekyll site").Text;
        var files = new Dictionary<string, string>
        {
            ["content/site.yml"] = settings,
            ["_config.yml"] = "title: Old\n",
            ["_posts/2010-01-12-hello.markdown"] = "---\nlayout: post\ntitle: Hello\ncategories: trust\n---\nText.\n",
            ["_data/comments/hello/entry1263317400.yml"] =
                "_id: 1e552947\nname: Jane\nemail: 0bc83cb571cd1c50ba6f3e8a78ef1346\nmessage: >-\n  Well said.\ndate: 1263317400\n",
            ["_data/comments/hello/entry1263318400.yml"] =
                "_id: 03752642\nname: John\nreplying_to_uid: 1e552947\nmessage: I agree.\ndate: '2010-01-12T17:46:40.000Z'\n",
        };
        foreach (var (path, text) in files)
        {
            var full = Path.Combine(folder.FullName, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
        }
    }
}
