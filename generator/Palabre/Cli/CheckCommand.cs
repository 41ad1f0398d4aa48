using System.Buffers;
using System.CommandLine;
using Palabre.Site;

namespace Palabre.Cli;

/// <summary><c>check [root]</c>: makes every page, writes nothing, reports everything.</summary>
internal static class CheckCommand
{
    internal static Command Create()
    {
        var common = new CommonOptions();
        var command = common.AddTo(new Command("check", "Report mistakes in the archive; write nothing."));
        command.SetAction((line, cancel) => Task.FromResult(Check(line, common, cancel)));
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
