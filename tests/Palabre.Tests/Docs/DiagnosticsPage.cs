using System.Globalization;
using System.Text;
using Palabre.Diagnostics;

namespace Palabre.Tests.Docs;

/// <summary>Makes <c>generator/DIAGNOSTICS.md</c> of the catalogue.</summary>
internal static class DiagnosticsPage
{
    internal const string Path = "generator/DIAGNOSTICS.md";

    private static readonly Dictionary<char, string> Layers = new()
    {
        ['1'] = "Reading",
        ['2'] = "Threading",
        ['3'] = "Listing and rendering",
        ['4'] = "Addresses, links and output",
        ['5'] = "Import",
    };

    internal static string Make()
    {
        var page = new StringBuilder("""
            # Diagnostics

            Everything Palabre tells an editor about content has a code, made here from the catalogue in
            [`Palabre.Core/Diagnostics/`](Palabre.Core/Diagnostics/). Codes are never reused.

            | It says | It means | Exit status |
            |---|---|---|
            | error | something cannot be published, or two things claim one place: nothing is written | 1, 2 or 3 |
            | warning | published, but not as written | 0; 1 with `--strict` |
            | note | advice | 0 |


            """.ReplaceLineEndings("\n"));
        var layers = Catalogue.Rules.GroupBy(rule => rule.Code[3]).ToArray();
        foreach (var layer in layers)
        {
            page.Append(CultureInfo.InvariantCulture, $"## {Layers[layer.Key]}\n\n| Code | Severity | What is the matter |\n|---|---|---|\n");
            foreach (var rule in layer)
                page.Append(CultureInfo.InvariantCulture, $"| [{rule.Code}](#{rule.Code.ToLowerInvariant()}) | {Name(rule)} | {rule.Title} |\n");
            page.Append('\n');
            foreach (var rule in layer)
                page.Append(CultureInfo.InvariantCulture, $"### {rule.Code}\n\n**{rule.Title}** ({Name(rule)}). {rule.Explanation}\n\n");
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static string Name(Rule rule) => rule.Severity.ToString().ToLowerInvariant();
}

public sealed class DiagnosticsPageTests
{
    [Test]
    public void Every_diagnostic_is_documented_as_the_catalogue_has_it() => Repository.Hold(DiagnosticsPage.Path, DiagnosticsPage.Make());

    [Test]
    public void No_two_diagnostics_have_one_code() =>
        Assert.That(Catalogue.Rules.Select(rule => rule.Code), Is.Unique);
}
