using System.Collections.Immutable;
using System.Diagnostics;
using Palabre.Addressing;
using Palabre.Cli;
using Palabre.Diagnostics;
using Palabre.Disk;
using Palabre.Reading;
using Palabre.Site;

namespace Palabre.Serve;

/// <summary>Where a preview takes its site from.</summary>
/// <param name="ShownRoot">The folder as messages name it.</param>
/// <param name="BaseUrl">Instead of that of the settings; null: the settings' own.</param>
internal sealed record PreviewSource(DirectoryInfo Root, string ShownRoot, string? BaseUrl, ReadingOptions Options);

/// <summary>What a preview shows at one moment.</summary>
/// <param name="Edition">What pages are made of; null where there was never anything to show.</param>
/// <param name="State">Of this edition.</param>
internal sealed record Shown(ServedEdition? Edition, PreviewState State, PreviewReport Report);

/// <summary>
/// The site as it is shown now, renewed with each change on disk. A change that brings an error leaves the pages as they
/// were, and is told. One thread renews; any may ask.
/// </summary>
internal sealed class Preview(PreviewSource source, PreviewTerminal terminal)
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock one = new();
    private readonly HashSet<string> unshown = new(StringComparer.Ordinal); // files that changed since pages were last renewed
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private OpenedSite? opened;
    private SiteBuild? latest;
    private Diagnostic? problem;
    private bool isGood;
    private int told = -1;

    /// <summary>What is shown, as it was at one moment.</summary>
    internal Shown Now
    {
        get
        {
            lock (one) return new(Edition, State, Report);
        }
    }

    internal ServedEdition? Edition { get; private set; }

    internal PreviewReport Report { get; private set; } = PreviewReport.Of([], isStale: false, 0);

    private PreviewState State { get; set; } = new(Stopwatch.GetTimestamp(), 0, 0, 0, ImmutableDictionary<string, int>.Empty);

    /// <summary>The site was read for the first time.</summary>
    internal Task Ready => ready.Task;

    /// <summary>So many entries that what is left of an earlier edition takes long to clear away.</summary>
    internal bool IsLarge => latest is { Archive.EntryCount: > 20_000 };

    /// <summary>Links lead to what may change where nobody keeps an eye.</summary>
    internal bool HasLinks => opened is { HasLinks: true };

    /// <summary>The folders to keep an eye on.</summary>
    internal IReadOnlyList<string> Folders => opened is null ? ["content", "themes"] : SiteOpening.FoldersOf(opened.Settings.Value);

    /// <summary>Shows the site for the first time.</summary>
    internal void Begin(OpenedSite site, CancellationToken cancel)
    {
        Try(() => Show(site, [], cancel));
        Publish(null);
        ready.TrySetResult();
    }

    /// <summary>Shows the site as it is on disk now, if something changed there.</summary>
    /// <returns>Whether folders came or went, so that those to watch may be others.</returns>
    internal bool Renew(HeardChanges changes, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var isListed = false;
        IReadOnlyList<string>? paths = null;
        Try(() =>
        {
            var (site, known) = (Updated(changes), problem);
            isListed = site is null;
            if (site is null) (site, problem) = SiteOpening.Open(source.Root, source.ShownRoot, source.BaseUrl, opened);
            if (site is null)
            {
                paths = opened is null && problem == known ? null : [SettingsReader.Path];
                opened = null; // whatever comes back is to be looked at
                return;
            }

            paths = Differences(opened?.Files.Files ?? [], site.Files.Files);
            if (paths.Count == 0 && opened is not null && site.Problems.SequenceEqual(opened.Problems)) paths = null;
            else Show(site, paths, cancel);
        });
        if (paths is null && problem is null) return isListed;
        Publish(paths);
        if (paths is not null) terminal.Renewed(paths, clock.Elapsed, Report.Diagnostics, Report.IsStale);
        return isListed;
    }

    /// <summary>Makes a file, and tells what is wrong with it if that was not known yet.</summary>
    internal MadeFile Make(ServedEdition edition, RenderedFile file)
    {
        var made = edition.Make(file);
        if (ReferenceEquals(edition.Build, latest) && edition.Build.DiagnosticCount != told) Publish(null);
        return made;
    }

    /// <summary>Waits for another state than one that is known.</summary>
    internal async Task<PreviewState> After(PreviewState? known, CancellationToken cancel)
    {
        while (true)
        {
            Task next;
            lock (one)
            {
                if (!ReferenceEquals(State, known)) return State;
                next = changed.Task;
            }

            await next.WaitAsync(cancel);
        }
    }

    /// <summary>The site after a change of a few files; null where it is to be opened anew.</summary>
    private OpenedSite? Updated(HeardChanges changes)
    {
        if (changes.IsAll || opened is not { Problems.Count: 0 } before || changes.Paths.Contains(SettingsReader.Path)) return null;
        return ListingUpdate.Apply(source.Root, before.Files.Files, before.Folders, changes.Paths) is { } files
            ? before with { Files = before.Files with { Files = files } } : null;
    }

    private void Show(OpenedSite site, IReadOnlyList<string> paths, CancellationToken cancel)
    {
        var build = SiteBuild.Prepare(site.Files, site.Settings, source.Options, _ => { }, cancel, latest, isKept: true);
        (opened, latest, problem) = (site, build, null);
        unshown.UnionWith(paths);
        var isNowGood = !build.HasErrors && !site.Problems.Any(d => d.Severity == Severity.Error);
        if (isGood && !isNowGood) return;
        var before = Edition;
        var edition = new ServedEdition(build, State.Edition + 1);
        lock (one)
        {
            (Edition, isGood) = (edition, isNowGood);
            State = AfterCopies(State with { Edition = edition.Number }, edition, before, unshown);
        }

        unshown.Clear();
    }

    private static PreviewState AfterCopies(PreviewState state, ServedEdition now, ServedEdition? before, HashSet<string> changed)
    {
        var (copies, former) = (now.Build.Copies, before?.Build.Copies ?? []);
        var paths = copies.Concat(former).Where(copy => changed.Contains(copy.Source)).Select(copy => copy.Path);
        // With other settings, what stands at an address may come from elsewhere.
        if (before is not null && !ReferenceEquals(before.Settings, now.Settings))
        {
            var sources = copies.Select(copy => (copy.Path, copy.Source)).ToHashSet();
            sources.SymmetricExceptWith(former.Select(copy => (copy.Path, copy.Source)));
            paths = paths.Concat(sources.Select(copy => copy.Path));
        }

        var styles = ImmutableDictionary.CreateRange(StringComparer.Ordinal, state.Styles);
        foreach (var path in paths.Distinct())
        {
            if (path.EndsWith(".css", StringComparison.OrdinalIgnoreCase))
                styles = styles.SetItem(now.Settings.BasePath + new Address("/" + path).Escaped, state.Edition);
            else state = state with { Files = state.Edition };
        }

        return state with { Styles = styles };
    }

    /// <summary>What goes wrong is told, and the last state stays.</summary>
    private void Try(Action renew)
    {
        try
        {
            renew();
        }
        catch (OperationCanceledException)
        {
            throw;
        }
#pragma warning disable CA1031 // Nothing that stands in a file may end the preview.
        catch (Exception e)
#pragma warning restore CA1031
        {
            problem = Catalogue.PreviewFailed(new(source.ShownRoot), e.Message);
        }
    }

    /// <summary>Tells browsers and the terminal what is new.</summary>
    private void Publish(IReadOnlyList<string>? paths)
    {
        IReadOnlyList<Diagnostic> all;
        lock (one)
        {
            told = latest?.DiagnosticCount ?? 0;
            all = [.. latest?.Diagnostics ?? [], .. opened?.Problems ?? [], .. problem is null ? [] : new[] { problem }];
            var report = PreviewReport.Of(all, problem is not null || !ReferenceEquals(latest, Edition?.Build), Report.Number + 1);
            if (!Report.IsSame(report.Diagnostics, report.IsStale))
            {
                Report = report;
                State = State with { Report = report.Number };
            }

            changed.TrySetResult();
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        terminal.Tell(all);
    }

    /// <summary>Paths of files that are in one listing only, or are not the same in both; ordinal order.</summary>
    private static List<string> Differences(IReadOnlyList<SourceFile> before, IReadOnlyList<SourceFile> now)
    {
        var paths = new List<string>();
        for (var (i, j) = (0, 0); i < before.Count || j < now.Count;)
        {
            var order = i == before.Count ? 1 : j == now.Count ? -1 : string.CompareOrdinal(before[i].Path, now[j].Path);
            if (order != 0 || before[i] != now[j]) paths.Add(order <= 0 ? before[i].Path : now[j].Path);
            if (order <= 0) i++;
            if (order >= 0) j++;
        }

        return paths;
    }
}
