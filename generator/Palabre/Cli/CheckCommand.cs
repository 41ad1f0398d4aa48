using System.Buffers;
using System.Collections.Concurrent;
using System.CommandLine;
using Palabre.Diagnostics;
using Palabre.Disk;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Site;

namespace Palabre.Cli;

/// <summary>
/// <c>check [root]</c>: makes every page, writes nothing, reports everything. With <c>--fix</c> it repairs what has one right
/// answer, and then checks.
/// </summary>
internal static class CheckCommand
{
    internal static Command Create()
    {
        var common = new CommonOptions();
        var reference = new Option<string?>("--base")
        {
            Description = "Say what has changed since a state that git knows; fail if an address of it is lost.",
            HelpName = "git reference",
        };
        var summary = new Option<string?>("--summary") { Description = "Add what has changed to a file, as Markdown: $GITHUB_STEP_SUMMARY.", HelpName = "file" };
        var host = HostOption.Create("Hold the site against what a host takes: files, sizes, redirects.");
        var fix = new Option<bool>("--fix") { Description = "Repair what has one right answer: the changes are shown, and written if you say yes." };
        var changing = new ChangeOptions();
        var command = common.AddTo(new Command("check", "Report mistakes in the archive; write nothing, unless you ask for --fix."));
        foreach (var option in (Option[])[reference, summary, host, fix]) command.Add(option);
        changing.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(summary) is not null && result.GetResult(reference) is null) result.AddError("--summary tells what has changed since --base, which is missing.");
            if (!result.GetValue(fix) && changing.AnyOf(result)) result.AddError("--yes and --dry-run belong to --fix.");
        });
        command.SetAction((line, cancel) => Task.FromResult(
            line.GetValue(fix) && Fixing.Run(line, common, changing, cancel) is { } status ? status
            : Check(line, common, line.GetValue(reference), line.GetValue(summary), line.GetValue(host), cancel)));
        return command;
    }

    private static int Check(ParseResult line, CommonOptions common, string? reference, string? summary, Host? host, CancellationToken cancel)
    {
        using var run = new Run(line, common) { ReportsAll = true };
        if (run.Open() is not { } site) return run.Finish(null);
        site = site.With(settings => settings with { Host = host ?? settings.Host });
        var build = run.Prepare(site, cancel);
        if (build.HasErrors || site.IsUnread)
        {
            if (reference is not null) line.InvocationConfiguration.Error.WriteLine($"palabre: what has changed since '{Excerpt.ForTerminal(reference, 80)}' was not compared: there are errors.");
            return run.Finish(build);
        }

        if (reference is not null && Compare(run, build, reference, summary, line.InvocationConfiguration.Error, cancel) is { } problem)
            return run.Say(problem.Message, problem.Hint, problem.IsOfMachine ? ExitStatus.Machine : ExitStatus.Usage);
        Diagnostic[] held = [.. Run.AddressesHeld(build, Severity.Error, run.Changes?.Comparison.Heirs)];
        run.Found(held);
        if (held.Length == 0 && build.Ledger is { } ledger && LedgerCheck.Behind(build, ledger.Value) is { } behind) run.Found([behind]);

        run.Stage("render");
        var jobs = new ParallelOptions { MaxDegreeOfParallelism = line.GetValue(common.Jobs), CancellationToken = cancel };
        var lengths = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        IReadOnlyList<OutputFile> files = site.Settings.Value.Host is null ? build.Files : [.. build.Files, .. build.SearchFiles];
        Parallel.ForEach(files.OfType<RenderedFile>(), jobs, () => new ArrayBufferWriter<byte>(), (file, _, buffer) =>
        {
            buffer.ResetWrittenCount();
            file.Render(buffer);
            lengths[file.Path] = buffer.WrittenCount;
            return buffer;
        }, _ => { });
        if (site.Settings.Value.Host is { } at && !build.HasErrors)
            run.Found(HostCheck.Of(build, at, HostSizes.Of(files, site.Files, path => lengths[path])));
        return run.Finish(build);
    }

    private static GitProblem? Compare(Run run, SiteBuild build, string reference, string? summary, TextWriter error, CancellationToken cancel)
    {
        run.Stage("base");
        var git = new GitSite(run.Root, cancel);
        var (files, problem) = git.Open(reference);
        if (files is null) return problem;
        if (git.IsCut)
        {
            error.WriteLine($"palabre: too little of git's history is here to know where this branch left '{Excerpt.ForTerminal(reference, 80)}': what others added there since counts as removed.");
            error.WriteLine("  hint: git fetch --unshallow; on GitHub, fetch-depth: 0 for actions/checkout.");
        }

        if (!files.Files.Any(file => file.Path == SettingsReader.Path)) run.Found([Catalogue.NoSiteBefore(new(SettingsReader.Path), reference, git.Elsewhere)]);
        var before = run.PrepareBefore(files, cancel);
        run.Found(SiteMove.Between(before.Edition.Settings, build.Edition.Settings));
        var comparison = Comparison.Of(before, build, git.Differing);
        // What the ledger holds is told at its line.
        var told = build.Ledger?.Value.Lines.Select(l => l.Place).ToHashSet() ?? [];
        run.Found(LedgerCheck.Tell([.. comparison.Lost.Where(lost => !told.Contains(lost.Line.Place))]));
        run.Changes = new(reference, git.Fork, comparison);
        if (summary is not null) File.AppendAllText(summary, ChangesMarkdown.Of(run.Changes));
        return null;
    }
}
