using System.CommandLine;
using System.Text;
using Palabre.Diagnostics;
using Palabre.Disk;
using Palabre.Writing;

namespace Palabre.Cli;

/// <summary><c>schema [kind]</c>: prints the JSON Schema of a kind of file; <c>schema --write</c> puts all of them into a site.</summary>
internal sealed class SchemaCommand : Command
{
    private readonly Argument<string?> kind = new("kind")
    {
        Description = $"{string.Join(", ", Schemas.Kinds)}. Of posts, themes and pages, the front matter.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> write = new("--write") { Description = $"Write all of them to {Schemas.Folder}/ of the site." };
    private readonly Option<DirectoryInfo> root = new SiteOptions().Root;

    internal SchemaCommand()
        : base("schema", "Print the JSON Schema of a kind of file, for editors that complete and check what is typed.")
    {
        Add(kind);
        foreach (var option in (Option[])[write, root, SiteOptions.NewVerbose()]) Add(option);
        SetAction(line => line.GetValue(write) ? Write(line) : Print(line));
    }

    private int Print(ParseResult line)
    {
        var wanted = line.GetValue(kind);
        if (wanted is not null && Schemas.Kinds.Contains(wanted))
        {
            line.InvocationConfiguration.Output.Write(Schemas.Of(wanted));
            return ExitStatus.Good;
        }

        return Refusal.Tell(line, new Refusal(
            wanted is null ? "schema needs to know of what." : $"There is no schema of {Refusal.Quote(wanted)}.",
            Refusal.DidYouMean(wanted is null ? null : Nearest.To(wanted, Schemas.Kinds)) ?? $"palabre schema {string.Join('|', Schemas.Kinds)}, or palabre schema --write"));
    }

    private int Write(ParseResult line)
    {
        var folder = line.GetRequiredValue(root);
        if (line.GetValue(kind) is { } one)
            return Refusal.Tell(line, new Refusal($"--write writes every schema, not {Refusal.Quote(one)} alone.", "To name the site's folder: palabre schema --write --root <folder>."));
        if (SiteOpening.Open(folder, folder.ToString()).Problem is { } problem)
            return Refusal.Tell(line, new Refusal($"{problem.Source}: {problem.Message}", problem.Hint));

        var writer = new SourceWriter(folder);
        foreach (var name in Schemas.Kinds)
        {
            var path = Schemas.PathOf(name);
            if (writer.Replace(path, Encoding.UTF8.GetBytes(Schemas.Of(name))) is WriteOutcome.Exists or WriteOutcome.Outside)
                return Refusal.Tell(line, new Refusal($"{path} cannot be written: a folder stands there, or a link leads out of the site.", "Take it away, and try again."));
            line.InvocationConfiguration.Output.WriteLine(Desk.Shown(folder, path));
        }

        return ExitStatus.Good;
    }
}
