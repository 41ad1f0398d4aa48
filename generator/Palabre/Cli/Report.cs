using Palabre.Diagnostics;
using Palabre.Disk;
using Palabre.Model;
using Palabre.Site;

namespace Palabre.Cli;

/// <summary>How to report.</summary>
internal enum ReportFormat
{
    Text,
    Json,

    /// <summary>Annotations of GitHub Actions, beside the lines of a change.</summary>
    GitHub,
}

/// <summary>What a run came to.</summary>
/// <param name="Diagnostics">By source.</param>
/// <param name="Size">Of what is published; null where it could not be read.</param>
/// <param name="Result">Null where nothing was to be written.</param>
/// <param name="Failed">Nothing was published, or should be.</param>
internal sealed record Report(
    IReadOnlyList<Diagnostic> Diagnostics, ArchiveSize? Size, WriteResult? Result, TimeSpan Elapsed, bool Failed)
{
    /// <summary>Null unless the ledger was written.</summary>
    internal LedgerChange? Ledger { get; init; }

    /// <summary>Null unless two states of the archive were compared.</summary>
    internal Changes? Changes { get; init; }

    internal int Count(Severity severity) => Diagnostics.Count(d => d.Severity == severity);
}

/// <summary>What became of the ledger.</summary>
/// <param name="Added">As the ledger writes them; ordinal.</param>
/// <param name="Forgotten">Ordinal.</param>
/// <param name="Count">How many it holds now.</param>
internal sealed record LedgerChange(IReadOnlyList<string> Added, IReadOnlyList<string> Forgotten, int Count);

/// <summary>What a change does to the archive.</summary>
/// <param name="Base">The git reference of the state before, as written.</param>
/// <param name="Fork">The commit at which this branch left that state, if it has gone on since; null if not.</param>
internal sealed record Changes(string Base, string? Fork, Comparison Comparison)
{
    /// <summary>What it is compared with, in words.</summary>
    internal string Since(Func<string, string> quote) => Fork is null ? quote(Base) : $"{quote(Base)} at {quote(Fork[..10])}, where this branch left it";
}

/// <summary>Where a report goes.</summary>
/// <param name="Root">The site's folder, for quoting lines.</param>
/// <param name="Quiet">No notes, no summary.</param>
/// <param name="All">Of one kind, more than a few.</param>
/// <param name="Verbose">Of whatever there is, everything.</param>
internal sealed record ReportTarget(TextWriter Output, string Root, bool Quiet, bool All, bool Verbose);

internal static class ReportWriter
{
    internal static void Write(Report report, ReportFormat format, ReportTarget target)
    {
        switch (format)
        {
            case ReportFormat.Json: JsonReport.Write(report, target.Output); break;
            case ReportFormat.GitHub: GitHubReport.Write(report, target); break;
            default: TextReport.Write(report, target); break;
        }
    }
}
