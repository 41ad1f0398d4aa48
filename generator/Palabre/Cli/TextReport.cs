using System.Globalization;
using Palabre.Diagnostics;

namespace Palabre.Cli;

/// <summary>For people: each diagnostic with its line, a caret below what is at fault, and a hint; then one line of summary.</summary>
internal static class TextReport
{
    /// <summary>So many warnings of one code are shown, and of addresses; of the rest, the number.</summary>
    internal const int ManyOfAKind = 20;

    // They ask for nothing, and should not hide what does.
    private const int ManyNotes = 5;

    internal static void Write(Report report, ReportTarget target)
    {
        Write(report.Diagnostics, target);
        if (target.Quiet) return;
        if (report.Ledger is { } ledger) Write(ledger, target);
        if (report.Changes is { } changes) ChangesText.Write(changes, target);
        target.Output.WriteLine(Summary(report));
    }

    /// <summary>The diagnostics, without a summary.</summary>
    internal static void Write(IReadOnlyList<Diagnostic> diagnostics, ReportTarget target)
    {
        var colours = new Colours(target.Output);
        var lines = new SourceLines(target.Root);
        var shown = new Dictionary<string, int>();
        var alike = 0;
        for (var i = 0; i < diagnostics.Count; i++)
        {
            var diagnostic = diagnostics[i];
            if (target.Quiet && diagnostic.Severity == Severity.Note) continue;
            // A template that fails does so on each page that it is in; --format json names them all.
            if (i > 0 && IsOfOnePlace(diagnostics[i - 1], diagnostic))
            {
                alike++;
                if (i + 1 == diagnostics.Count || !IsOfOnePlace(diagnostic, diagnostics[i + 1])) target.Output.WriteLine($"  … and {alike} more at this place.");
                continue;
            }

            alike = 0;
            var nth = shown[diagnostic.Code] = shown.GetValueOrDefault(diagnostic.Code) + 1;
            if (nth <= Most(diagnostic.Severity) || target.All) Write(diagnostic, lines, colours, target.Output);
        }

        foreach (var (code, count) in shown.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            if (count - Most(diagnostics.First(d => d.Code == code).Severity) is > 0 and var more && !target.All)
                target.Output.WriteLine($"… and {more} more of {code}; --verbose shows them all.");
        }
    }

    private static int Most(Severity severity) => severity switch
    {
        Severity.Error => int.MaxValue,
        Severity.Warning => ManyOfAKind,
        _ => ManyNotes,
    };

    private static bool IsOfOnePlace(Diagnostic one, Diagnostic next) => one.Code == next.Code && one.Source == next.Source && one.Severity == Severity.Error && one.Source.Column > 0 && Reason(one).SequenceEqual(Reason(next));

    /// <summary>What is wrong, without the page that it is wrong on.</summary>
    private static ReadOnlySpan<char> Reason(Diagnostic diagnostic) => diagnostic.Message.AsSpan(diagnostic.Message.IndexOf("': ", StringComparison.Ordinal) + 1);

    private static void Write(LedgerChange ledger, ReportTarget target)
    {
        foreach (var address in ledger.Forgotten) target.Output.WriteLine($"- {Excerpt.ForTerminal(address, 400)}");
        foreach (var address in ledger.Added.Take(ManyOfAKind)) target.Output.WriteLine($"+ {Excerpt.ForTerminal(address, 400)}");
        if (ledger.Added.Count > ManyOfAKind) target.Output.WriteLine($"+ … and {ledger.Added.Count - ManyOfAKind} more");
    }

    /// <summary>One line: entries, files, diagnostics, seconds.</summary>
    internal static string Summary(Report report)
    {
        var parts = new List<string>();
        if (report.Size is { } size) parts.Add($"{Count(size.Posts, "post")}, {Count(size.Comments, "comment")}");
        if (report.Ledger is { } ledger)
            parts.Add($"{Count(ledger.Count, "address", "addresses")} in the ledger: {ledger.Added.Count} added, {ledger.Forgotten.Count} forgotten");
        else if (report.Result is { Committed: true } result)
            parts.Add($"{Count(result.Written, "file")} written, {result.Unchanged} unchanged, {result.Deleted} deleted");
        else if (report.Failed)
            parts.Add(report.Diagnostics.Any(Catalogue.IsHalfWay) ? "written in part" : "nothing written");
        parts.Add($"{Count(report.Count(Severity.Error), "error")}, {Count(report.Count(Severity.Warning), "warning")}, {Count(report.Count(Severity.Note), "note")}");
        parts.Add(string.Create(CultureInfo.InvariantCulture, $"{report.Elapsed.TotalSeconds:F2} s"));
        return string.Join(" · ", parts);
    }

    private static void Write(Diagnostic diagnostic, SourceLines lines, Colours colours, TextWriter output)
    {
        output.WriteLine($"{colours.Bold(diagnostic.Source.ToString())}: "
            + $"{colours.Of(diagnostic.Severity, $"{diagnostic.SeverityName} {diagnostic.Code}")}: {diagnostic.Message}");
        if (lines.Quote(diagnostic.Source) is { } quote)
        {
            var number = diagnostic.Source.Line.ToString(CultureInfo.InvariantCulture).PadLeft(5);
            output.WriteLine($"{number} | {quote.Text}");
            if (quote.Caret >= 0) output.WriteLine($"      | {new string(' ', quote.Caret)}{colours.Of(diagnostic.Severity, "^")}");
        }

        if (diagnostic.Hint is { } hint) output.WriteLine($"  {colours.Bold("hint")}: {hint}");
    }

    internal static string Count(int count, string noun, string? nouns = null) => count == 1 ? $"1 {noun}" : $"{count} {nouns ?? noun + "s"}";

    /// <summary>Colours, on a terminal that wants them.</summary>
    private sealed class Colours(TextWriter output)
    {
        private readonly bool isOn = ReferenceEquals(output, Console.Out) && Escapes.Colour(output);

        internal string Bold(string text) => isOn ? $"\e[1m{text}\e[0m" : text;

        internal string Of(Severity severity, string text) => !isOn ? text : severity switch
        {
            Severity.Error => $"\e[31m{text}\e[0m",
            Severity.Warning => $"\e[33m{text}\e[0m",
            _ => $"\e[36m{text}\e[0m",
        };
    }
}
