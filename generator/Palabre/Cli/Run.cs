using System.CommandLine;
using Palabre.Addressing;
using Palabre.Caching;
using Palabre.Diagnostics;
using Palabre.Disk;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Searching;
using Palabre.Site;

namespace Palabre.Cli;

/// <summary>One run of a command, from the command line to the exit status.</summary>
internal sealed class Run : IDisposable
{
    private readonly ParseResult line;
    private readonly CommonOptions common;
    private readonly Stages stages;
    private readonly HashSet<Diagnostic> found = [];
    private readonly DateTimeOffset begun = DateTimeOffset.UtcNow;
    private readonly ReadingOptions reading;

    internal Run(ParseResult line, CommonOptions common)
    {
        (this.line, this.common) = (line, common);
        Root = line.GetRequiredValue(common.Root);
        stages = new(line, common);
        reading = common.Reading(line);
    }

    internal DirectoryInfo Root { get; }

    /// <summary>Report what occurs very often in full.</summary>
    internal bool ReportsAll { get; init; }

    /// <summary>What became of the ledger.</summary>
    internal LedgerChange? Ledger { get; set; }

    /// <summary>What a change does to the archive.</summary>
    internal Changes? Changes { get; set; }

    internal void Stage(string name) => stages.Begin(name);

    /// <summary>Null where there is no site to work on: what was found says why.</summary>
    internal OpenedSite? Open()
    {
        stages.Begin("open");
        var (site, problem) = SiteOpening.Open(Root, Root.ToString(), line.GetValue(common.BaseUrl));
        if (problem is not null) found.Add(problem);
        return site is not null && line.GetValue(common.Export)
            ? site with { Settings = site.Settings with { Value = site.Settings.Value with { Export = true } } } : site;
    }

    /// <summary>What this build takes over from the last one into the same folder, and leaves to the next.</summary>
    /// <param name="cache">Null: nothing is taken over, nor left.</param>
    /// <param name="forget">What the last build left is not to be used.</param>
    /// <param name="shard">The part that is made; null: all.</param>
    internal WarmBuild Warm(OpenedSite site, DirectoryInfo output, CacheFolder? cache, bool forget, Shard? shard)
    {
        (string, object?)[] options =
        [
            ("base-url", line.GetValue(common.BaseUrl)), ("drafts", line.GetValue(common.Drafts)), ("future", line.GetValue(common.Future)),
            ("export", line.GetValue(common.Export)), ("strict", line.GetValue(common.Strict)),
            ("host", site.Settings.Value.Host), ("portable", site.Settings.Value.IsPortable),
        ];
        var identity = BuildIdentity.Of([.. options, ("shard", shard)]);
        var now = reading.Now;
        return new(new(Root, output, identity, BuildIdentity.Options(options), begun, now, line.GetValue(common.Jobs)), site.Files, site.Written, cache, forget);
    }

    /// <param name="words">As <see cref="WarmBuild.Words"/>.</param>
    internal SiteBuild Prepare(OpenedSite site, CancellationToken cancel, WordStore? words = null)
    {
        var build = SiteBuild.Prepare(site.Files, site.Settings, reading, stages.Begin, cancel, words: words);
        found.UnionWith(site.Problems);
        return build;
    }

    /// <summary>The archive as it is, mistakes and all; null where there is no site: what was found says why.</summary>
    internal (SiteBuild Build, SiteFiles Files)? OpenForInquiry(CancellationToken cancel) =>
        Open() is { } site ? (Prepare(site, cancel), site.Files) : null;

    /// <summary>Answers in the form that was asked for; and one line, apart from that, where mistakes may have made the answer incomplete.</summary>
    internal int Answer(SiteBuild build, Action<TextWriter> json, Action<TextWriter> text)
    {
        (line.GetValue(common.Format) == ReportFormat.Json ? json : text)(line.InvocationConfiguration.Output);
        stages.End();
        found.UnionWith(build.Diagnostics);
        var errors = found.Count(d => d.Severity == Severity.Error);
        if (errors > 0)
        {
            var count = errors == 1 ? "1 error" : $"{errors} errors";
            line.InvocationConfiguration.Error.WriteLine($"palabre: {count} in the archive: what is wrong may be missing above. palabre check tells.");
        }

        return ExitStatus.Good;
    }

    /// <summary>The site as it was, of which nothing is told.</summary>
    internal SiteBuild PrepareBefore(SiteFiles files, CancellationToken cancel)
    {
        var file = files.Files.FirstOrDefault(f => f.Path == SettingsReader.Path);
        var settings = file.Path is null ? new(new(), []) : SettingsReader.Read(files.Read(file).Bytes);
        if (line.GetValue(common.BaseUrl) is { } address && BaseAddress.TryParse(address) is { } baseUrl)
            settings = settings with { Value = settings.Value with { Origin = baseUrl.Origin, BasePath = baseUrl.Path } };
        var folders = SiteOpening.FoldersOf(settings.Value);
        SourceFile[] ofSite = [.. files.Files.Where(f => folders.Any(folder => f.Path.StartsWith(folder + "/", StringComparison.Ordinal)))];
        return SiteBuild.Prepare(files with { Files = ofSite }, settings, reading, _ => { }, cancel);
    }

    /// <summary>What is wrong with the ledger, and which of its addresses would be lost.</summary>
    /// <param name="worst">No worse than that.</param>
    /// <param name="heirs">As <see cref="Comparison.Heirs"/>, where there is one.</param>
    internal static IEnumerable<Diagnostic> AddressesHeld(SiteBuild build, Severity worst, IReadOnlyDictionary<Place, string>? heirs = null) =>
        build.Ledger is not { } ledger ? []
        : ledger.Diagnostics.Concat(LedgerCheck.Tell(LedgerCheck.Lost(build, ledger.Value.Lines, heirs)))
            .Select(d => d.Severity > worst ? d with { Severity = worst } : d);

    internal void Found(IEnumerable<Diagnostic> diagnostics) => found.UnionWith(diagnostics);

    /// <summary>Whether any of these is reason to write nothing.</summary>
    internal bool Fails(params IEnumerable<Diagnostic>[] diagnostics)
    {
        var failing = line.GetValue(common.Strict) ? Severity.Warning : Severity.Error;
        return diagnostics.SelectMany(d => d).Concat(found).Any(d => d.Severity >= failing);
    }

    internal int Refuse(Diagnostic refusal)
    {
        found.Add(refusal);
        Finish(null);
        return ExitStatus.Usage;
    }

    /// <summary>Says what is wrong with the command line.</summary>
    internal int Usage(string message, string hint) => Say(message, hint, ExitStatus.Usage);

    /// <summary>Says in one line, and a hint, why there is nothing to report.</summary>
    internal int Say(string message, string hint, int status)
    {
        stages.End();
        line.InvocationConfiguration.Error.WriteLine($"palabre: {message}");
        line.InvocationConfiguration.Error.WriteLine($"  hint: {hint}");
        return status;
    }

    /// <summary>Reports, and gives the exit status.</summary>
    internal int Finish(SiteBuild? build, WriteResult? result = null)
    {
        if (build is not null) found.UnionWith(build.Diagnostics);
        return Finish(build is null ? null : ArchiveSize.Of(build.Archive), result);
    }

    /// <summary>Reports what the last build found: nothing has changed since.</summary>
    internal int Finish(LastBuild last, OpenedSite site)
    {
        found.UnionWith(site.Problems);
        found.UnionWith(last.Diagnostics.Select(d => d.Diagnostic));
        return Finish(last.Size, new() { Committed = true, Written = 0, Unchanged = last.Files.Count, Deleted = 0, Diagnostics = [] });
    }

    private int Finish(ArchiveSize? size, WriteResult? result)
    {
        stages.End();
        Diagnostic[] all = [.. found.Order(Diagnostic.BySource)];
        var report = new Report(all, size, result, stages.Elapsed, result is { Committed: false } || size is null || Fails(all))
        { Ledger = Ledger, Changes = Changes };
        try
        {
            ReportWriter.Write(report, line.GetValue(common.Format), new(
                line.InvocationConfiguration.Output, Root.FullName, line.GetValue(common.Quiet), ReportsAll || line.GetValue(common.Verbose), line.GetValue(common.Verbose)));
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            line.InvocationConfiguration.Error.WriteLine($"palabre: What was found cannot be told, since nothing can be written to the standard output: {DiskFault.Reason(e)}.");
            return ExitStatus.Machine;
        }

        if (line.GetValue(common.Timings)) stages.WriteTo(line.InvocationConfiguration.Error);
        if (all.Any(d => d.Severity == Severity.Error && Catalogue.IsOfSettings(d))) return ExitStatus.Usage;
        if (all.Any(d => d.Severity == Severity.Error && Catalogue.IsOfMachine(d))) return ExitStatus.Machine;
        return Fails(all) ? ExitStatus.Content : ExitStatus.Good;
    }

    public void Dispose() => stages.Dispose();
}
