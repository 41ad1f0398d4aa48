using System.CommandLine;
using Palabre.Diagnostics;
using Palabre.Disk;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Site;

namespace Palabre.Cli;

/// <summary>A site as the console opened it.</summary>
/// <param name="Folders">The folders that are read, from the site's.</param>
/// <param name="Problems">What could not be listed.</param>
internal sealed record OpenedSite(
    SiteFiles Files, Checked<Settings> Settings, IReadOnlyList<string> Folders, IReadOnlyList<Diagnostic> Problems);

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
        if (!File.Exists(Path.Combine(Root.FullName, SettingsReader.Path)))
        {
            found.Add(Catalogue.NoContent(Path.Combine(line.GetRequiredValue(common.Root).ToString(), SettingsReader.Path).Replace('\\', '/')));
            return null;
        }

        var read = SiteFolder.Open(Root, [SettingsReader.Path[..SettingsReader.Path.IndexOf('/', StringComparison.Ordinal)]]);
        var bytes = read.Files.Read(read.Files.Files.FirstOrDefault(f => f.Path == SettingsReader.Path));
        if (bytes.Problem is { } problem)
        {
            found.Add(problem);
            return null;
        }

        var settings = SettingsReader.Read(bytes.Bytes);
        if (line.GetValue(common.BaseUrl) is { } address && BaseAddress.TryParse(address) is { } baseUrl)
        {
            settings = new(settings.Value with { Origin = baseUrl.Origin, BasePath = baseUrl.Path },
                [.. settings.Diagnostics.Where(d => d.Code != "PAL1106")]);
        }

        if (line.GetValue(common.Export)) settings = settings with { Value = settings.Value with { Export = true } };
        var site = SiteFolder.Open(Root, FoldersOf(settings.Value));
        return new(site.Files, settings, site.Folders, site.Diagnostics);
    }

    internal SiteBuild Prepare(OpenedSite site, CancellationToken cancel)
    {
        var build = SiteBuild.Prepare(site.Files, site.Settings, common.Reading(line), stages.Begin, cancel);
        found.UnionWith(site.Problems);
        return build;
    }

    /// <summary>The archive as it is, mistakes and all; null where there is no site: what was found says why.</summary>
    internal (SiteBuild Build, SiteFiles Files)? OpenForInquiry(CancellationToken cancel) =>
        Open() is { } site ? (Prepare(site, cancel), site.Files) : null;

    /// <summary>After an answer: one line, apart from it, where mistakes may have made it incomplete.</summary>
    internal int TellErrors(SiteBuild build)
    {
        stages.End();
        found.UnionWith(build.Diagnostics);
        var errors = found.Count(d => d.Severity == Severity.Error);
        if (errors > 0)
            line.InvocationConfiguration.Error.WriteLine($"palabre: {(errors == 1 ? "1 error" : $"{errors} errors")} in the archive: what is wrong may be missing above. palabre check tells.");
        return ExitStatus.Good;
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

    private static string[] FoldersOf(Settings settings) =>
        [.. new[] { "content", "themes", settings.PostsFolder, settings.CommentsFolder, settings.Look }.Distinct()];
}
