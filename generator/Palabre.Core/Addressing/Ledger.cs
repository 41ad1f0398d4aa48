using System.Text;
using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Addressing;

/// <summary>A line of the ledger.</summary>
/// <param name="Source">The file that what stands there came from, when it was last seen; null if the line does not say.</param>
/// <param name="Number">Of the line in the file, from 1; 0 for one that is not yet written.</param>
public sealed record LedgerLine(Place Place, string? Source, int Number = 0)
{
    /// <summary>Where the line is, for messages.</summary>
    public SourceLocation Written => new(Ledger.Path, Number, Number == 0 ? 0 : 1);

    /// <summary>The place and, after a tab, its source. No place holds a control character: lines sort as places do.</summary>
    public override string ToString() => Source is null ? Place.ToString() : $"{Place}\t{Source}";
}

/// <summary>
/// The committed list of published addresses: <c>content/addresses.txt</c>. A line each, sorted (ordinal), from the
/// site's own path, so that a move to another host changes nothing; what begins with '#' is a remark.
/// </summary>
/// <param name="Remarks">Without '#', in the order of writing.</param>
/// <param name="Lines">By place; each place once.</param>
public sealed record Ledger(IReadOnlyList<string> Remarks, IReadOnlyList<LedgerLine> Lines)
{
    public const string Path = LedgerPath.File;

    private const string Remark = " The addresses that this site has published, each with the file it came from.";
    private const string HowTo = " palabre ledger writes this file; palabre check fails if one of them would be lost.";

    private static readonly string[] ConflictMarks = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];

    /// <summary>One that holds nothing yet.</summary>
    public static Ledger Empty { get; } = new([Remark, HowTo], []);

    /// <summary>Every address that can be read, whatever else is wrong: a damaged line is told, and what is above and below it counts.</summary>
    /// <param name="text">Lines end in LF or CRLF; none need be sorted or stand once.</param>
    public static Checked<Ledger> Read(string text)
    {
        var diagnostics = new List<Diagnostic>();
        var remarks = new List<string>();
        var lines = new Dictionary<Place, LedgerLine>();
        var (number, isSorted, isMerged, before) = (0, true, true, "");
        foreach (var written in text.Split('\n').Select(line => line.TrimEnd('\r')))
        {
            number++;
            if (string.IsNullOrWhiteSpace(written)) continue;
            if (written[0] == '#')
            {
                remarks.Add(written[1..]);
            }
            else if (ConflictMarks.Any(mark => written.StartsWith(mark, StringComparison.Ordinal)))
            {
                if (isMerged) diagnostics.Add(Catalogue.LedgerConflict(new(Path, number, 1)));
                isMerged = false;
            }
            else if (Line(written, number) is { } line)
            {
                lines.TryAdd(line.Place, line);
                isSorted &= string.CompareOrdinal(before, before = line.Place.ToString()) < 0;
            }
            else
            {
                diagnostics.Add(Catalogue.LedgerLine(new(Path, number, 1), written));
            }
        }

        if (!isSorted && isMerged) diagnostics.Add(Catalogue.LedgerUnsorted(new(Path)));
        return new(new(remarks.Count > 0 ? remarks : Empty.Remarks, Sorted(lines.Values)), diagnostics);
    }

    /// <summary>With what is published now: new places are added, and known ones take their present source.</summary>
    public Ledger With(IEnumerable<KeyValuePair<Place, string>> published)
    {
        var lines = Lines.ToDictionary(line => line.Place);
        foreach (var (place, source) in published) lines[place] = new(place, source);
        return this with { Lines = Sorted(lines.Values) };
    }

    public Ledger Without(IReadOnlySet<Place> forgotten) => this with { Lines = [.. Lines.Where(line => !forgotten.Contains(line.Place))] };

    /// <summary>The file: ends in LF, and reads back as itself.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var remark in Remarks) text.Append('#').Append(remark).Append('\n');
        foreach (var line in Lines) text.Append(line).Append('\n');
        return text.ToString();
    }

    private static LedgerLine[] Sorted(IEnumerable<LedgerLine> lines) => [.. lines.OrderBy(line => line.Place.ToString(), StringComparer.Ordinal)];

    private static LedgerLine? Line(string written, int number)
    {
        var tab = written.IndexOf('\t', StringComparison.Ordinal);
        var source = tab < 0 ? "" : written[(tab + 1)..].Trim();
        return Place.TryParse(tab < 0 ? written.TrimEnd() : written[..tab]) is { } place ? new(place, source.Length > 0 ? source : null, number) : null;
    }
}
