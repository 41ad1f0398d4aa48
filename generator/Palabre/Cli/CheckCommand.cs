using System.Buffers;
using System.CommandLine;
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
        var fix = new Option<bool>("--fix") { Description = "Repair what has one right answer: the changes are shown, and written if you say yes." };
        var changing = new ChangeOptions();
        var command = common.AddTo(new Command("check", "Report mistakes in the archive; write nothing, unless you ask for --fix."));
        command.Add(fix);
        changing.AddTo(command);
        command.Validators.Add(line =>
        {
            if (!line.GetValue(fix) && changing.AnyOf(line)) line.AddError("--yes and --dry-run belong to --fix.");
        });
        command.SetAction((line, cancel) => Task.FromResult(
            line.GetValue(fix) && Fixing.Run(line, common, changing, cancel) is { } status ? status : Check(line, common, cancel)));
        return command;
    }

    private static int Check(ParseResult line, CommonOptions common, CancellationToken cancel)
    {
        using var run = new Run(line, common) { ReportsAll = true };
        if (run.Open() is not { } site) return run.Finish(null);
        var build = run.Prepare(site, cancel);
        if (build.HasErrors) return run.Finish(build);

        run.Stage("render");
        var jobs = new ParallelOptions { MaxDegreeOfParallelism = line.GetValue(common.Jobs), CancellationToken = cancel };
        Parallel.ForEach(build.Files.OfType<RenderedFile>(), jobs, () => new ArrayBufferWriter<byte>(), (file, _, buffer) =>
        {
            buffer.ResetWrittenCount();
            file.Render(buffer);
            return buffer;
        }, _ => { });
        return run.Finish(build);
    }
}
