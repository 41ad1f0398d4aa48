using System.Globalization;
using System.Net;
using System.Text;
using Palabre.Cli;
using Palabre.Diagnostics;

namespace Palabre.Serve;

/// <summary>What is wrong, as a panel that the preview lays over a corner of each page.</summary>
/// <param name="Diagnostics">Errors first, then warnings, each by source; no notes.</param>
/// <param name="IsStale">What is shown is an earlier state of the site, the last one without errors.</param>
/// <param name="Number">Another one for another report.</param>
internal sealed record PreviewReport(IReadOnlyList<Diagnostic> Diagnostics, bool IsStale, int Number)
{
    private const int Most = 50;

    internal static PreviewReport Of(IEnumerable<Diagnostic> diagnostics, bool isStale, int number) => new(
        [.. diagnostics.Where(d => d.Severity != Severity.Note).Distinct()
            .OrderByDescending(d => d.Severity).ThenBy(d => d, Diagnostic.BySource)],
        isStale, number);

    internal bool IsSame(IReadOnlyList<Diagnostic> diagnostics, bool isStale) =>
        isStale == IsStale && diagnostics.SequenceEqual(Diagnostics);

    /// <summary>The panel's inside; empty where there is nothing to tell.</summary>
    /// <param name="root">The site's folder, absolute: links open its files in an editor.</param>
    internal string Html(string root)
    {
        if (Diagnostics.Count == 0) return "";
        var (errors, warnings) = (Diagnostics.Count(d => d.Severity == Severity.Error), Diagnostics.Count(d => d.Severity == Severity.Warning));
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<details{(errors > 0 ? " open" : "")} class=\"{(errors > 0 ? "error" : "warning")}\"><summary>");
        html.AppendJoin(", ", new[] { (errors, "error"), (warnings, "warning") }.Where(c => c.Item1 > 0).Select(c => TextReport.Count(c.Item1, c.Item2)));
        html.Append("</summary>\n<div tabindex=\"0\" role=\"region\" aria-label=\"What is wrong\">\n");
        if (IsStale) html.Append("<p>The page shows the site as it was before the errors.</p>\n");
        html.Append("<ol>\n");
        foreach (var diagnostic in Diagnostics.Take(Most)) Write(html, diagnostic, root);
        html.Append("</ol>\n");
        if (Diagnostics.Count > Most)
            html.Append(CultureInfo.InvariantCulture, $"<p>And {Diagnostics.Count - Most} more: <code>palabre check</code> tells them all.</p>\n");
        return html.Append("</div></details>").ToString();
    }

    private static void Write(StringBuilder html, Diagnostic diagnostic, string root)
    {
        html.Append($"<li class=\"{diagnostic.SeverityName}\"><a href=\"{Encode(EditorAddress(diagnostic, root))}\">{Encode(diagnostic.Source.ToString())}</a> ");
        html.Append($"<span>{diagnostic.SeverityName} {diagnostic.Code}</span>: {Encode(diagnostic.Message)}");
        if (diagnostic.Hint is { } hint) html.Append($"<br><em>hint:</em> {Encode(hint)}");
        html.Append("</li>\n");
    }

    /// <summary>What opens the place in Visual Studio Code, and in editors that heed the same addresses.</summary>
    private static string EditorAddress(Diagnostic diagnostic, string root)
    {
        var path = Path.GetFullPath(Path.Join(root, diagnostic.Source.File)).Replace('\\', '/');
        var escaped = string.Join('/', path.TrimStart('/').Split('/').Select(Uri.EscapeDataString)).Replace("%3A", ":", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture,
            $"vscode://file/{escaped}:{Math.Max(1, diagnostic.Source.Line)}:{Math.Max(1, diagnostic.Source.Column)}");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
