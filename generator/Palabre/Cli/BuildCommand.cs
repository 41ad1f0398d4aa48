using System.CommandLine;
using Palabre.Diagnostics;
using Palabre.Disk;
using Palabre.Site;

namespace Palabre.Cli;

/// <summary><c>build [root]</c>: writes the site to its output folder.</summary>
internal static class BuildCommand
{
    /// <summary>Makes a command build.</summary>
    internal static T AddTo<T>(T command)
        where T : Command
    {
        var common = new CommonOptions();
        var output = new Option<DirectoryInfo?>("--output", "-o") { Description = "Where to write; output/ in the site's folder where unsaid.", HelpName = "folder" };
        var rewrite = new Option<bool>("--no-cache") { Description = "Write every file anew, even one that stands there already." };
        common.AddTo(command);
        command.Add(output);
        command.Add(rewrite);
        command.SetAction((line, cancel) => Task.FromResult(Build(line, common, line.GetValue(output), line.GetValue(rewrite), cancel)));
        return command;
    }

    private static int Build(ParseResult line, CommonOptions common, DirectoryInfo? output, bool rewriteAll, CancellationToken cancel)
    {
        using var run = new Run(line, common);
        if (run.Open() is not { } site) return run.Finish(null);
        output ??= new(Path.Combine(run.Root.FullName, "output"));
        if (OutputFolder.Refusal(run.Root, output, site.Folders) is { } refusal) return run.Refuse(refusal);

        var warm = run.Warm(site, output, rewriteAll);
        run.Stage("compare");
        if (warm.Unchanged() is { } last && !run.Fails(site.Problems)) return run.Finish(last, site);

        var build = run.Prepare(site with { Files = warm.Files }, cancel);
        // What a reader would lose does not keep the others from their site, unless one is strict.
        Diagnostic[] held = build.HasErrors ? [] : [.. Run.AddressesHeld(build, line.GetValue(common.Strict) ? Severity.Error : Severity.Warning)];
        run.Found(held);
        if (run.Fails(build.Diagnostics, site.Problems)) return run.Finish(build);

        run.Stage("search");
        OutputFile[] files = [.. build.Files, .. build.SearchFiles];
        run.Stage("write");
        var result = OutputFolder.Write(
            output, files,
            new() { Root = run.Root, Jobs = line.GetValue(common.Jobs), RewriteAll = rewriteAll, Known = warm.Known(build), Committed = lines => warm.Keep(build, lines, held) },
            () => !run.Fails(build.Diagnostics, site.Problems), cancel);
        run.Found(result.Diagnostics);
        return run.Finish(build, result);
    }
}
