using Palabre.Diagnostics;

namespace Palabre.Cli;

/// <summary>Annotations of GitHub Actions (workflow commands): each beside its line of the change.</summary>
internal static class GitHubReport
{
    internal static void Write(Report report, ReportTarget target)
    {
        foreach (var diagnostic in report.Diagnostics)
        {
            if (target.Quiet && diagnostic.Severity == Severity.Note) continue;
            var command = diagnostic.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
            var place = $"file={Property(diagnostic.Source.File)}"
                + (diagnostic.Source.Line > 0 ? $",line={diagnostic.Source.Line}" : "")
                + (diagnostic.Source.Column > 0 ? $",col={diagnostic.Source.Column}" : "");
            var text = diagnostic.Message + (diagnostic.Hint is { } hint ? $"\n{hint}" : "");
            target.Output.WriteLine($"::{command} {place},title={diagnostic.Code}::{Data(text)}");
        }

        if (target.Quiet) return;
        // Numbers alone: a line that somebody wrote could be a command.
        if (report.Changes is { } changes) target.Output.WriteLine(changes.Comparison.Summary);
        target.Output.WriteLine(TextReport.Summary(report));
    }

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
