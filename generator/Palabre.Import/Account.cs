using System.Globalization;
using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Import;

/// <summary>
/// The account of an import: every piece of the source is found, and then is in the archive or skipped for a reason.
/// Nothing here depends on whether a file was written now or by an earlier run, so that a second run reports the same.
/// </summary>
public sealed class Account
{
    private const int MostLines = 200; // of one heading; beyond, their number

    private readonly SortedDictionary<(PieceKind Kind, string Reason), int> skipped = [];
    private readonly SortedDictionary<string, (int Count, List<string> Lines)> notes = new(StringComparer.Ordinal);
    private readonly int[] found = new int[5], kept = new int[5], unchanged = new int[5], made = new int[5], updated = new int[5];
    private readonly Dictionary<string, int> told = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> diagnostics = [];
    private readonly List<(string Path, string Reason)> withdrawn = [];

    /// <summary>What an editor has to know or do; at most twenty of a kind, then their number.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    /// <summary>Something of the source cannot be in the archive, though its author meant it to be.</summary>
    public bool HasErrors => diagnostics.Exists(d => d.Severity == Severity.Error);

    public int Found(PieceKind kind) => found[(int)kind];

    public int Kept(PieceKind kind) => kept[(int)kind];

    public int Skipped(PieceKind kind) => skipped.Where(s => s.Key.Kind == kind).Sum(s => s.Value);

    public int Made => made.Sum();

    public int Updated => updated.Sum();

    public int Unchanged => unchanged.Sum();

    /// <summary>By kind, then reason (ordinal).</summary>
    public IEnumerable<(PieceKind Kind, string Reason, int Count)> Reasons => skipped.Select(s => (s.Key.Kind, s.Key.Reason, s.Value));

    /// <summary>By heading (ordinal): how often it was noted, and the first lines.</summary>
    public IEnumerable<(string Heading, int Count, IReadOnlyList<string> Lines)> Notes =>
        notes.Select(n => (n.Key, n.Value.Count, (IReadOnlyList<string>)n.Value.Lines));

    /// <summary>Files of earlier imports whose pieces the source has withdrawn since, and what those are now.</summary>
    public IReadOnlyList<(string Path, string Reason)> Withdrawn => withdrawn;

    internal void Withdraw(string path, string reason)
    {
        if (!withdrawn.Exists(known => known.Path == path)) withdrawn.Add((path, reason));
    }

    /// <summary>A piece that does not become a file.</summary>
    public void Skip(PieceKind kind, string reason)
    {
        found[(int)kind]++;
        Add(kind, reason);
    }

    /// <summary>A piece that became a file, or part of one.</summary>
    public void Keep(PieceKind kind, Outcome outcome, string path)
    {
        found[(int)kind]++;
        switch (outcome)
        {
            case Outcome.Edited:
                Add(kind, "somebody changed the file since it was imported; theirs is kept");
                Note("Files that somebody changed since they were imported, and which stay as they are", $"`{path}`");
                return;
            case Outcome.Deleted:
                Add(kind, "somebody deleted the file since it was imported; it is not brought back");
                Note("Files that are gone since they were imported, and which do not come back", $"`{path}`");
                return;
            case Outcome.Taken: Add(kind, "what another import brought stands in its place"); return;
            case Outcome.Foreign: Add(kind, "a file that no import wrote stands in its place"); return;
        }

        kept[(int)kind]++;
        (outcome switch { Outcome.New => made, Outcome.Updated => updated, _ => unchanged })[(int)kind]++;
    }

    /// <summary>A line of the report, under a heading.</summary>
    public void Note(string heading, string line)
    {
        if (!notes.TryGetValue(heading, out var known)) known = (0, []);
        if (known.Count < MostLines) known.Lines.Add(Excerpt.ForTerminal(Masked(line), 300));
        notes[heading] = (known.Count + 1, known.Lines);
    }

    public void Tell(Diagnostic diagnostic)
    {
        var nth = told[diagnostic.Code] = told.GetValueOrDefault(diagnostic.Code) + 1;
        if (nth <= 20) diagnostics.Add(diagnostic with { Message = Masked(diagnostic.Message), Hint = diagnostic.Hint is { } hint ? Masked(hint) : null });
    }

    /// <summary>Codes that occurred more often than they were told, and how often besides.</summary>
    public IEnumerable<(string Code, int More)> Untold =>
        told.Where(t => t.Value > 20).OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => (t.Key, t.Value - 20));

    private void Add(PieceKind kind, string reason)
    {
        reason = Masked(reason);
        skipped[(kind, reason)] = skipped.GetValueOrDefault((kind, reason)) + 1;
    }

    /// <summary>Reports are kept in repositories, and are no place for addresses of e-mail.</summary>
    private static string Masked(string text) => MailMask.Of(text).Text;

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
