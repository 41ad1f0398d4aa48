using System.CommandLine;
using Palabre.Addressing;
using Palabre.Diagnostics;
using Palabre.Mending;
using Palabre.Reading;
using Palabre.Site;

namespace Palabre.Cli;

/// <summary>
/// <c>check --fix</c>: repairs, shown before they are written. They are proved first: the site as it will be has no more
/// errors, and every entry stands where it stood.
/// </summary>
internal static class Fixing
{
    /// <returns>The exit status; null where the site is now to be checked: all was written, or nothing is to fix.</returns>
    internal static int? Run(ParseResult line, CommonOptions common, ChangeOptions changing, CancellationToken cancel)
    {
        using var run = new Run(line, common) { ReportsAll = true };
        if (run.Open() is not { } site) return run.Finish(null);
        if (site.Settings.Diagnostics.Any(d => d.Severity == Severity.Error))
        {
            // Where the posts are, and when an entry is of the future, is for the settings to say.
            run.Found(site.Settings.Diagnostics);
            return run.Finish(null);
        }

        run.Stage("fix");
        var mended = Fixer.Fix(site.Files, site.Settings.Value, common.Reading(line), files => Lost(Prepared(line, common, site, files, cancel)));
        var proposal = Proposal.Of(line, line.GetValue(common.Format) != ReportFormat.Text);
        var error = line.InvocationConfiguration.Error;
        if (mended.Changes.Count == 0)
        {
            proposal.Tell(mended.Left);
            if (!line.GetValue(common.Quiet)) error.WriteLine("Nothing to fix.");
            return null;
        }

        run.Stage("prove");
        if (Objection(line, common, site, mended, cancel) is { } objection)
        {
            error.WriteLine($"palabre: {objection} Nothing was written.");
            return ExitStatus.Content;
        }

        run.Dispose(); // the line of the stage makes room for the diff
        return proposal.Put(run.Root, mended, changing.Of(line)) switch
        {
            Outcome.Written => null,
            Outcome.Refused => ExitStatus.Machine,
            _ => ExitStatus.Content,
        };
    }

    /// <summary>Why the site would be worse for it; null if it would not.</summary>
    private static string? Objection(ParseResult line, CommonOptions common, OpenedSite site, Mended mended, CancellationToken cancel)
    {
        var before = SiteBuild.Prepare(site.Files, site.Settings, common.Reading(line), _ => { }, cancel);
        var after = Prepared(line, common, site, mended.Site, cancel);
        // What could not be read before may hold mistakes of its own; but no more entries fail than did.
        if (Errors(after) > Errors(before))
            return $"the changes would bring an error: {after.Diagnostics.First(d => d.Severity == Severity.Error && !before.Diagnostics.Contains(d))}";
        var kept = Addresses(after).ToHashSet(StringComparer.Ordinal);
        return Addresses(before).FirstOrDefault(address => !kept.Contains(address)) is { } lost
            ? $"the changes would lose the address {lost}." : null;
    }

    /// <summary>The site with other files, its settings among them.</summary>
    private static SiteBuild Prepared(ParseResult line, CommonOptions common, OpenedSite site, SiteFiles files, CancellationToken cancel)
    {
        var settings = files.Find(SettingsReader.Path) is { } file ? SettingsReader.Read(files.Read(file).Bytes) : site.Settings;
        return SiteBuild.Prepare(files, settings, common.Reading(line), _ => { }, cancel);
    }

    private static IReadOnlyList<LostAddress> Lost(SiteBuild build) =>
        build.HasErrors || build.Ledger is not { } ledger ? [] : LedgerCheck.Lost(build, ledger.Value.Lines);

    private static int Errors(SiteBuild build) => build.Diagnostics.Count(d => d.Severity == Severity.Error);

    private static IEnumerable<string> Addresses(SiteBuild build) =>
        build.Archive.Posts.Concat<Palabre.Model.Entry>(build.Archive.Comments.SelectMany(c => c)).Select(build.Edition.Addresses.Href)
            .Concat(build.Archive.Pages.Select(page => build.Edition.Addresses.Href(build.Edition.Addresses.StandingPage(page))));
}
