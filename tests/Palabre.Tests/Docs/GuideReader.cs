using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Palabre.Tests.Packaging;
using Palabre.Tests.Support;

namespace Palabre.Tests.Docs;

/// <summary>
/// Does what a guide says, in its order, in an empty folder, with the real program and the real git.
/// <c>```console</c> holds commands; <c>```text output</c> what the last of them says, line by line, <c>…</c> being whatever
/// it says there; <c>```yaml a/path.yml</c> a file to write; <c>```yaml lines of a/path.yml</c> lines that take the place of those
/// with the same key, or join the file (its front matter, if it is Markdown). A command fails exactly where its output shows an error.
/// </summary>
internal sealed class GuideReader : IDisposable
{
    /// <summary>What is not run, by how it begins, and why.</summary>
    internal static readonly IReadOnlyDictionary<string, string> NotRun = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["palabre serve"] = "It goes on until it is stopped; ServeCommandTests run it.",
        ["palabre verify https://"] = "It asks a site on the network; the tests of Verify give it one.",
        ["dotnet pack"] = "ToolPackageTests run it.",
        ["dotnet test"] = "It is what runs this.",
        ["dotnet tool install"] = "It changes the machine; ToolPackageTests install the tool in a folder of theirs.",
        ["git filter-repo"] = "A program of its own, which few have.",
    };

    private const string FromSource = "dotnet run --project generator/Palabre";
    private const string LinesOf = "lines of ";

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "palabre.dll");

    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("palabre-guide-");
    private readonly Document guide;
    private readonly StringBuilder told = new();
    private readonly Dictionary<string, string> variables;
    private DirectoryInfo current;

    internal GuideReader(string path)
    {
        guide = Document.Read(path);
        current = home.CreateSubdirectory("here");
        var config = Path.Combine(home.FullName, "gitconfig");
        var remotes = home.CreateSubdirectory("remotes").FullName.Replace('\\', '/');
        File.WriteAllText(config, $"""
            [user]
            name = An Editor
            email = editor@example.org
            [init]
            defaultBranch = main
            [url "{remotes}/"]
            insteadOf = https://github.com/
            insteadOf = https://example.org/

            """);
        variables = new()
        {
            ["GIT_CONFIG_GLOBAL"] = config,
            ["GIT_CONFIG_NOSYSTEM"] = "1",
            ["GIT_ALLOW_PROTOCOL"] = "file",
            ["GIT_CEILING_DIRECTORIES"] = home.FullName,
        };
    }

    /// <summary>Where the reader is when the guide ends.</summary>
    internal string Folder => current.FullName;

    internal string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    internal bool Has(string path) => Path.Exists(Path.Combine(Folder, path));

    /// <summary>Files that the guide takes for granted: drawn as those of <see cref="SiteOnDisk"/>.</summary>
    internal GuideReader Given(string drawing)
    {
        SiteOnDisk.WriteTo(Folder, drawing);
        return this;
    }

    /// <summary>A file or folder of this repository that the guide takes for granted.</summary>
    internal GuideReader Given(string path, string source)
    {
        Copy(Repository.Full(source), Path.Combine(Folder, path));
        return this;
    }

    /// <summary>A place on the network to push to; <c>jane/site.git</c> stands for it at every host.</summary>
    internal GuideReader GivenRemote(string path)
    {
        Do("git init --quiet --bare ../remotes/" + path);
        return this;
    }

    /// <summary>Does one command. Its output, and an assertion if it does not end as <paramref name="fails"/> says.</summary>
    internal string Do(string command, bool fails = false)
    {
        string[] words = [.. CommandLineParser.SplitCommandLine(command == FromSource ? "palabre" : command)];
        var ran = words switch
        {
            ["palabre", .. var rest] => Run("dotnet", [Program, .. rest]),
            ["git", .. var rest] => Run("git", rest),
            _ => Shell(words),
        };
        var said = ran.Output + ran.Error;
        told.Append(CultureInfo.InvariantCulture, $"$ {command}\n{said}");
        Assert.That(ran.Status, fails ? Is.EqualTo(1) : Is.Zero, $"{guide.Path}\n{told}");
        return said;
    }

    /// <summary>Does all that the guide says.</summary>
    internal void Follow()
    {
        var said = "";
        for (var i = 0; i < guide.Fences.Count; i++)
        {
            var fence = guide.Fences[i];
            if (fence.Language == "console")
            {
                var fails = i + 1 < guide.Fences.Count && guide.Fences[i + 1] is { Note: "output" } next && next.Text.Contains(" error PAL", StringComparison.Ordinal);
                var commands = Commands(fence).ToArray();
                foreach (var command in commands.Where(IsRun)) said = Do(command, fails && command == commands[^1]);
            }
            else if (fence.Note == "output") AssertSaid(fence, said);
            else if (fence.Note.StartsWith(LinesOf, StringComparison.Ordinal)) Change(fence.Note[LinesOf.Length..], fence);
            else if (fence.Note.Contains('.', StringComparison.Ordinal)) SiteOnDisk.WriteTo(Folder, $"-- {fence.Note} --\n{fence.Text.TrimEnd('\n')}");
        }

        TestContext.Out.Write(told);
    }

    /// <summary>What a block has one do, remarks left out.</summary>
    internal static IEnumerable<string> Commands(Fence fence) => fence.Lines.Select(line => line.Split(" #")[0].TrimEnd());

    internal static bool IsRun(string command) => !NotRun.Keys.Any(start => command.StartsWith(start, StringComparison.Ordinal));

    public void Dispose()
    {
        // Git writes its objects read-only.
        foreach (var file in home.EnumerateFiles("*", SearchOption.AllDirectories)) file.IsReadOnly = false;
        home.Delete(recursive: true);
    }

    private Ran Run(string program, params string[] words) => Command.Run(program, current, variables, words).GetAwaiter().GetResult();

    private void AssertSaid(Fence fence, string said)
    {
        var from = 0;
        foreach (var line in fence.Lines)
        {
            var pattern = new Regex("^" + Regex.Escape(line.TrimEnd()).Replace("…", ".*", StringComparison.Ordinal) + "\r?$", RegexOptions.Multiline);
            var match = pattern.Match(said, from);
            Assert.That(match.Success, $"{guide.Path}:{fence.Line}: it does not say: {line}\n{told}");
            from = match.Index + match.Length;
        }
    }

    private void Change(string path, Fence fence)
    {
        var file = Path.Combine(Folder, path);
        Assert.That(File.Exists(file), $"{guide.Path}:{fence.Line}: there is no {path}\n{told}");
        var lines = File.ReadAllLines(file).ToList();
        foreach (var line in fence.Lines)
        {
            var at = line[0] is ' ' or '-' && !line.Contains(':', StringComparison.Ordinal) ? -1 : lines.FindIndex(other => KeyOf(other) == KeyOf(line));
            if (at >= 0) lines[at] = line;
            else if (path.EndsWith(".md", StringComparison.Ordinal)) lines.Insert(lines.IndexOf("---", 1), line);
            else lines.Add(line);
        }

        File.WriteAllLines(file, lines);
    }

    private static string KeyOf(string line) => line.Split(':')[0].Trim();

    /// <summary>The few words of a shell that guides need: they do the same in all.</summary>
    private Ran Shell(string[] words)
    {
        switch (words)
        {
            case ["cd", var path]: current = new(Path.GetFullPath(Path.Combine(Folder, path))); break;
            case ["mkdir", "-p", var path]: current.CreateSubdirectory(path); break;
            case ["rm", "-r", var path]: Directory.Delete(Path.Combine(Folder, path), recursive: true); break;
            case ["mv", var from, var to]: Directory.Move(Path.Combine(Folder, from), Path.Combine(Folder, to)); break;
            case ["cp", .. [] or ["-r"], var from, var to]: Copy(Path.Combine(Folder, from), Path.Combine(Folder, to)); break;
            default: return new(127, "", $"No test knows how to do '{string.Join(' ', words)}'.");
        }

        return new(current.Exists ? 0 : 1, "", "");
    }

    private static void Copy(string from, string to)
    {
        if (File.Exists(from))
        {
            File.Copy(from, to, overwrite: true);
            return;
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
