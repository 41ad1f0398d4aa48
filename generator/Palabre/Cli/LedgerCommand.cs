using System.CommandLine;
using System.Text;
using Palabre.Addressing;
using Palabre.Diagnostics;
using Palabre.Disk;
using Palabre.Site;

namespace Palabre.Cli;

/// <summary><c>ledger [root] [--forget address]…</c>: adds the addresses that are published now; gives none up that it was not told to.</summary>
internal static class LedgerCommand
{
    internal static Command Create()
    {
        var common = new CommonOptions();
        var forget = new Option<string[]>("--forget")
        {
            Description = "Give up a lost address, with the anchors on it; may be repeated.",
            HelpName = "address",
            AllowMultipleArgumentsPerToken = false,
        };
        // What is not published yet is promised to nobody.
        var command = common.AddTo(new Command("ledger", "Update content/addresses.txt, the list of published addresses."),
            common.BaseUrl, common.Now, common.Strict, common.Format, common.Quiet, common.Timings, common.Jobs);
        command.Add(forget);
        command.SetAction((line, cancel) => Task.FromResult(Update(line, common, line.GetValue(forget) ?? [], cancel)));
        return command;
    }

    private static int Update(ParseResult line, CommonOptions common, string[] forget, CancellationToken cancel)
    {
        using var run = new Run(line, common) { ReportsAll = true };
        if (run.Open() is not { } site) return run.Finish(null);
        var build = run.Prepare(site, cancel);
        if (run.Fails(build.Diagnostics, site.Problems)) return run.Finish(build);

        run.Stage("ledger");
        var known = build.Ledger ?? new(Ledger.Empty, []);
        // Written anew, it has neither marks of a merge nor lines out of order; but what cannot be read is not overwritten.
        if (known.Diagnostics.Any(d => d.Severity == Severity.Error && d.Code != Catalogue.LedgerConflictCode))
        {
            run.Found(known.Diagnostics);
            return run.Finish(build);
        }

        var forgotten = new HashSet<Place>();
        foreach (var address in forget)
            if (Forget(address, known.Value, build, forgotten) is { } problem) return run.Usage(problem.Message, problem.Hint);

        var kept = known.Value.Without(forgotten);
        var lost = LedgerCheck.Lost(build, kept.Lines);
        run.Found(LedgerCheck.Tell(lost, tellsAll: true));
        if (lost.Count > 0) return run.Finish(build);

        var updated = kept.With(build.Places.All);
        var before = known.Value.Lines.Select(l => l.Place).ToHashSet();
        var writing = new SourceWriter(run.Root).Replace(Ledger.Path, Encoding.UTF8.GetBytes(updated.ToText()));
        if (writing is WriteOutcome.Exists or WriteOutcome.Outside)
            return run.Usage($"{Ledger.Path} cannot be written: {(writing == WriteOutcome.Exists ? "a folder stands there" : "it leads out of the site")}.", "Put a file in its place.");
        run.Ledger = new(
            [.. updated.Lines.Select(l => l.Place).Where(place => !before.Contains(place)).Select(place => place.ToString())],
            [.. forgotten.Select(place => place.ToString()).Order(StringComparer.Ordinal)],
            updated.Lines.Count);
        return run.Finish(build);
    }

    /// <summary>Adds an address and its anchors to what is given up; or says why it cannot be.</summary>
    private static (string Message, string Hint)? Forget(string address, Ledger ledger, SiteBuild build, HashSet<Place> forgotten)
    {
        var shown = Excerpt.ForTerminal(address, 200);
        if (Place.TryParse(address) is not { } place)
            return ($"--forget takes an address such as /2010/hello/ or /2010/hello/#c-12, not '{shown}'.", "Copy it from the message of palabre check.");
        LedgerLine[] lines = [.. ledger.Lines.Where(l => l.Place == place || (place.Anchor is null && l.Place.Address == place.Address))];
        if (lines.Length == 0)
        {
            return ($"'{shown}' is not in the ledger.", Nearest.To(address, ledger.Lines.Take(5000).Select(l => l.Place.ToString())) is { } nearest
                ? $"Did you mean '{Excerpt.ForTerminal(nearest, 200)}'?" : $"Copy it from {Ledger.Path}.");
        }

        Place[] lost = [.. lines.Select(l => l.Place).Where(p => !build.Places.Holds(p))];
        if (lost.Length == 0) return ($"'{shown}' is not lost: something stands there, or leads on.", "Remove what stands there first, if it is to go.");
        forgotten.UnionWith(lost);
        return null;
    }
}
