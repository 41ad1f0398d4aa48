using System.Globalization;
using Palabre.Cli;
using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Serve;

/// <summary>What the preview says on the terminal: where it is, one line for each change, and what is wrong when that is new.</summary>
/// <param name="target">Where to, and how much of what is wrong.</param>
/// <param name="isQuiet">Only what is wrong.</param>
internal sealed class PreviewTerminal(ReportTarget target, bool isQuiet)
{
    private readonly Lock one = new();
    private HashSet<Diagnostic> told = [];

    internal void Begun(string address, Archive? archive, TimeSpan elapsed) => Say(
        $"Serving {address} · {(archive is null ? "" : Entries(archive) + " · ")}{Seconds(elapsed)} · Ctrl-C ends it.");

    /// <param name="changed">Paths, ordinal order.</param>
    /// <param name="counted">Of the report.</param>
    internal void Renewed(IReadOnlyList<string> changed, TimeSpan elapsed, IReadOnlyList<Diagnostic> counted, bool isStale)
    {
        var what = changed.Count switch
        {
            0 => "the folders changed",
            1 => $"{Excerpt.ForTerminal(changed[0], 120)} changed",
            _ => $"{Excerpt.ForTerminal(changed[0], 120)} and {TextReport.Count(changed.Count - 1, "other file")} changed",
        };
        var (errors, warnings) = (counted.Count(d => d.Severity == Severity.Error), counted.Count(d => d.Severity == Severity.Warning));
        var found = errors + warnings == 0 ? "" : $" · {TextReport.Count(errors, "error")}, {TextReport.Count(warnings, "warning")}";
        Say(string.Create(CultureInfo.InvariantCulture,
            $"{DateTime.Now:HH:mm:ss} {what} · {elapsed.TotalMilliseconds:F0} ms{found}{(isStale ? " · the pages stay as they were" : "")}"));
    }

    /// <summary>Tells of these what was not told when they were last told.</summary>
    internal void Tell(IReadOnlyList<Diagnostic> diagnostics)
    {
        lock (one)
        {
            TextReport.Write([.. diagnostics.Where(d => !told.Contains(d)).Order(Diagnostic.BySource)], target);
            told = [.. diagnostics];
        }
    }

    internal void Say(string line)
    {
        if (isQuiet) return;
        lock (one) target.Output.WriteLine(line);
    }

    private static string Entries(Archive archive) =>
        $"{TextReport.Count(archive.Posts.Count, "post")}, {TextReport.Count(archive.EntryCount - archive.Posts.Count, "comment")}";

    private static string Seconds(TimeSpan elapsed) => string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:F2} s");
}
