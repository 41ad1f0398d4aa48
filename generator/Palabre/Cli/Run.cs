using System.CommandLine;
using Palabre.Diagnostics;
using Palabre.Disk;
using Palabre.Site;

namespace Palabre.Cli;

/// <summary>One run of build or check, from the command line to the exit status.</summary>
internal sealed class Run : IDisposable
{
    private readonly ParseResult line;
    private readonly CommonOptions common;
    private readonly Stages stages;
    private readonly HashSet<Diagnostic> found = [];

    internal Run(ParseResult line, CommonOptions common)
    {
        (this.line, this.common) = (line, common);
        Root = line.GetRequiredValue(common.Root);
        stages = new(line, common);
    }

    internal DirectoryInfo Root { get; }

    /// <summary>Report what occurs very often in full.</summary>
    internal bool ReportsAll { get; init; }

    internal void Stage(string name) => stages.Begin(name);

    /// <summary>Null where there is no site to work on: what was found says why.</summary>
    internal OpenedSite? Open()
    {
        stages.Begin("open");
        var (site, problem) = OpenedSite.Open(Root, line.GetRequiredValue(common.Root).ToString(), line.GetValue(common.BaseUrl));
        if (problem is not null) found.Add(problem);
        return site;
    }

    internal SiteBuild Prepare(OpenedSite site, CancellationToken cancel)
    {
        var build = SiteBuild.Prepare(site.Files, site.Settings, common.Reading(line), stages.Begin, cancel);
        found.UnionWith(site.Problems);
        return build;
    }

    internal void Found(IEnumerable<Diagnostic> diagnostics) => found.UnionWith(diagnostics);

    /// <summary>Whether any of these is reason to write nothing.</summary>
    internal bool Fails(params IEnumerable<Diagnostic>[] diagnostics)
    {
        var failing = line.GetValue(common.Strict) ? Severity.Warning : Severity.Error;
        return diagnostics.SelectMany(d => d).Any(d => d.Severity >= failing);
    }

    internal int Refuse(Diagnostic refusal)
    {
        found.Add(refusal);
        Finish(null);
        return ExitStatus.Usage;
    }

    /// <summary>Reports, and gives the exit status.</summary>
    internal int Finish(SiteBuild? build, WriteResult? result = null)
    {
        stages.End();
        if (build is not null) found.UnionWith(build.Diagnostics);
        Diagnostic[] all = [.. found.Order(Diagnostic.BySource)];
        var report = new Report(all, build?.Archive, result, stages.Elapsed, result is { Committed: false } || build is null || Fails(all));
        ReportWriter.Write(report, line.GetValue(common.Format), new(
            line.InvocationConfiguration.Output, Root.FullName, line.GetValue(common.Quiet), ReportsAll || line.GetValue(common.Verbose)));
        if (line.GetValue(common.Timings)) stages.WriteTo(line.InvocationConfiguration.Error);
        if (all.Any(d => d.Severity == Severity.Error && Catalogue.IsOfSettings(d))) return ExitStatus.Usage;
        if (all.Any(d => d.Severity == Severity.Error && Catalogue.IsOfMachine(d))) return ExitStatus.Machine;
        return Fails(all) ? ExitStatus.Content : ExitStatus.Good;
    }

    public void Dispose() => stages.Dispose();
}
