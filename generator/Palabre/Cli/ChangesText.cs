using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Site;

namespace Palabre.Cli;

/// <summary>What a change does, for people: a line for each entry that it touches, then the sum.</summary>
internal static class ChangesText
{
    /// <summary>So many of one kind are shown; of the rest, the number.</summary>
    private const int MostOfAKind = 50;

    internal static void Write(Changes changes, ReportTarget target)
    {
        foreach (var (place, text) in Lines(changes, s => $"'{Excerpt.ForTerminal(s, 120)}'", target.Verbose ? int.MaxValue : MostOfAKind))
            target.Output.WriteLine(place is { } source ? $"{source}: {text}" : text);
        target.Output.WriteLine($"Since {changes.Since(s => Excerpt.ForTerminal(s, 80))}: {changes.Comparison.Summary}.");
    }

    /// <summary>Each change, and where it was written. All that somebody wrote goes through <paramref name="quote"/>.</summary>
    internal static IEnumerable<(SourceLocation? Source, string Text)> Lines(Changes changes, Func<string, string> quote, int most)
    {
        var c = changes.Comparison;
        string Name(Entry entry) => (entry is Comment comment ? $"comment {quote(comment.Id)} of {quote(comment.PostId)}" : $"post {quote(entry.Id)}")
            + (entry.Authors.Count > 0 ? $" by {quote(string.Join(", ", entry.Authors))}" : "");
        // Whose words they were, and how far they went back.
        string Changed(string what, Entry before) => what switch
        {
            "author" => $"author, before {(before.Authors.Count > 0 ? quote(string.Join(", ", before.Authors)) : "nobody")}",
            "date" => $"date, before {before.Date.Day:yyyy-MM-dd}",
            _ => what,
        };
        string What(ChangedEntry c) => string.Join("; ", c.What.Select(what => Changed(what, c.Before)));
        string Answered(Entry? entry) => entry is null ? "nothing" : Name(entry);
        string Reason(WithheldReason reason) => reason switch
        {
            WithheldReason.PostWithheld => "its post is not published",
            WithheldReason.NoPost => "it has no post",
            WithheldReason.CommentsHidden => "the comments of its post are hidden",
            _ => reason.ToString().ToLowerInvariant(),
        };

        (SourceLocation?, string)[][] kinds =
        [
            [.. c.Added.Select(e => ((SourceLocation?)e.Source, $"added: {Name(e)}"))],
            [.. c.Published.Select(e => ((SourceLocation?)e.Source, $"published: {Name(e)}"))],
            [.. c.Changed.Select(e => ((SourceLocation?)e.Entry.Source, $"changed: {Name(e.Entry)}: {What(e)}"))],
            [.. c.Moved.Select(m => ((SourceLocation?)m.Entry.Source, $"moved: {Name(m.Entry)} answers {Answered(m.After)}; before, {Answered(m.Before)}"))],
            [.. c.Withheld.Select(w => ((SourceLocation?)w.Entry.Source, $"withheld: {Name(w.Entry)}: {Reason(w.Reason)}"))],
            [.. c.WithheldChanged.Select(e => ((SourceLocation?)e.Entry.Source, $"changed, withheld: {Name(e.Entry)}: {What(e)}"))],
            [.. c.WithheldRemoved.Select(e => ((SourceLocation?)e.Source, $"removed, was withheld: {Name(e)}"))],
            [.. c.Removed.Select(e => ((SourceLocation?)e.Source, $"removed: {Name(e)}"))],
            [.. c.ThemesAdded.Select(t => ((SourceLocation?)null, $"theme added: {quote(t)}"))],
            [.. c.ThemesRemoved.Select(t => ((SourceLocation?)null, $"theme removed: {quote(t)}"))],
            [.. c.Redirected.Select(r => ((SourceLocation?)null, $"redirected: {quote(r.From.ToString())} to {quote(r.To.ToString())}"))],
            [.. c.Lost.SelectMany(l => l.Anchors.Prepend(l.Line)).Select(l => ((SourceLocation?)null, $"lost: {quote(l.Place.ToString())}"))],
            [.. c.GivenUp.Select(place => ((SourceLocation?)null, $"given up: {quote(place.ToString())}"))],
            [.. c.OtherFiles.Select(path => ((SourceLocation?)null, $"other file: {quote(path)}"))],
        ];
        foreach (var kind in kinds)
        {
            foreach (var line in kind.Take(most)) yield return line;
            if (kind.Length > most) yield return (null, $"… and {kind.Length - most} more of '{kind[0].Item2.Split(':')[0]}'");
        }
    }
}
