using System.CommandLine;
using System.Text;
using Palabre.Diagnostics;
using Palabre.Disk;
using Palabre.Rendering;

namespace Palabre.Cli;

/// <summary>
/// <c>look [file]</c>: lists the files of the look that travels with the program, or prints one; <c>look file --write</c> puts it into the
/// site's own look, to be changed there.
/// </summary>
internal sealed class LookCommand : Command
{
    private readonly Argument<string?> file = new("file")
    {
        Description = "As the list names it: footer.html, strings/en.yml. Of words in a language that the look does not speak, the English ones.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> write = new("--write") { Description = "Write it to the look of the site, in place of the program's; never over what is there." };
    private readonly Option<DirectoryInfo> root = new SiteOptions().Root;

    internal LookCommand()
        : base("look", "List the files of the look, or print one, to begin your own with.")
    {
        Add(file);
        foreach (var option in (Option[])[write, root, SiteOptions.NewVerbose()]) Add(option);
        SetAction(Run);
    }

    private int Run(ParseResult line)
    {
        var output = line.InvocationConfiguration.Output;
        if (line.GetValue(file) is not { } name)
        {
            if (line.GetValue(write)) return Refusal.Tell(line, new Refusal("--write needs to know which file.", "palabre look lists them all."));
            foreach (var known in Look.DefaultFiles) output.WriteLine(known);
            return ExitStatus.Good;
        }

        if (Look.Default(name) is not { } bytes)
            return Refusal.Tell(line, new Refusal($"The look has no file {Refusal.Quote(name)}.", Refusal.DidYouMean(Nearest.To(name, Look.DefaultFiles)) ?? "palabre look lists them all."));
        if (line.GetValue(write)) return Write(line, name, bytes);
        output.Write(Encoding.UTF8.GetString(bytes.Span));
        return ExitStatus.Good;
    }

    private int Write(ParseResult line, string name, ReadOnlyMemory<byte> bytes)
    {
        var folder = line.GetRequiredValue(root);
        var (site, problem) = SiteOpening.Open(folder, folder.ToString());
        if (site is null) return Refusal.Tell(line, new Refusal($"{problem!.Source}: {problem.Message}", problem.Hint));
        var path = $"{site.Settings.Value.Look}/{name}";
        switch (new SourceWriter(folder).Create(path, bytes.Span))
        {
            case WriteOutcome.Exists: return Refusal.Tell(line, new Refusal($"{path} is there already.", "Change it, or take it away to begin anew."));
            case WriteOutcome.Outside: return Refusal.Tell(line, new Refusal($"{path} cannot be written: a link leads out of the site.", "Take it away, and try again."));
        }

        line.InvocationConfiguration.Output.WriteLine(Desk.Shown(folder, path));
        return ExitStatus.Good;
    }
}
