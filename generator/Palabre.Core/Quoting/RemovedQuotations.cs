using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Threading;

namespace Palabre.Quoting;

/// <summary>
/// Finds what entries still quote of texts that were removed, in discussions that have any: of what is marked as a
/// quotation, a few words; of other text, a longer run of the same words. A passage that somebody published before the
/// removed entry is theirs. Time in proportion to the length of those discussions.
/// </summary>
public static class RemovedQuotations
{
    private const int FewWords = 4, ManyWords = 8, ManyLetters = 40, MostOfOneEntry = 20;

    /// <param name="textOf">The text of a file, its lines ending in LF: read again only to tell the place.</param>
    public static IReadOnlyList<Diagnostic> Find(Threads threads, Func<string, string> textOf) => [.. Find(threads, textOf, before: null).Values.SelectMany(d => d)];

    /// <param name="before">Of earlier threads: of discussions that are the very same objects, nothing is looked for again.</param>
    /// <returns>By discussion.</returns>
    internal static Carried<Discussion, IReadOnlyList<Diagnostic>> Find(
        Threads threads, Func<string, string> textOf, Carried<Discussion, IReadOnlyList<Diagnostic>>? before)
    {
        var lines = new LinesOfFile(textOf);
        return Carried<Discussion, IReadOnlyList<Diagnostic>>.Of(
            threads.Discussions, before, holds: null, i => HasRemoved(threads.Discussions[i]) ? In(threads.Discussions[i], lines) : []);
    }

    private static List<Diagnostic> In(Discussion discussion, LinesOfFile lines)
    {
        var diagnostics = new List<Diagnostic>();
        Entry[] removed = [.. discussion.Turns.Select(t => t.Entry).OfType<Entry>().Where(IsRemoved).OrderBy(e => e.Date)];
        var runs = new WordRuns(FewWords, removed.Select(e => OwnWords(e.Removal!.Text)));
        var published = discussion.Turns.Select(t => t.Entry).OfType<Entry>().Where(e => e.HasText)
            .Select(e => (Entry: e, Words: QuotedText.Comparable(e.Body.ToString()))).ToArray();
        foreach (var (entry, words) in published)
            foreach (var said in HeadsOf(entry).Select(head => QuotedText.Comparable(head.Text)).Prepend(words)) runs.Disown(said, text => IsBefore(entry.Date, removed[text].Date));
        foreach (var (entry, all) in published)
        {
            foreach (var (source, words) in Quoted(entry, all, runs, removed)) diagnostics.Add(At(entry, removed[source], words, lines));
            diagnostics.AddRange(AboveBody(entry, runs, removed));
        }

        return diagnostics;
    }

    private static bool HasRemoved(Discussion discussion)
    {
        for (var i = 0; i < discussion.Turns.Count; i++)
            if (discussion.Turns[i].Entry is { } entry && IsRemoved(entry)) return true;
        return false;
    }

    private static bool IsRemoved(Entry entry) => entry.Removal is { Text.Length: >= QuotedText.Shortest };

    /// <summary>Each passage once: the number of the removed text, and the words, made comparable.</summary>
    private static List<(int Source, string Words)> Quoted(Entry entry, string all, WordRuns runs, Entry[] removed)
    {
        var found = new List<(int Source, string Words)>();
        foreach (var passage in Passages.Of(entry).SelectMany(p => p.Parts).Concat(BetweenMarks(entry.Body.ToString())))
        {
            var length = WordRuns.Split(passage).Length;
            Keep(runs.In(passage).Where(r => IsMostOf(r, length)));
        }

        Keep(runs.In(all).Where(r => r.Length >= ManyWords && r.Words.Length >= ManyLetters));
        return found;

        void Keep(IEnumerable<WordRun> candidates)
        {
            foreach (var run in candidates)
            {
                if (found.Count == MostOfOneEntry) return;
                if (!IsTakenFrom(run, entry, removed)) continue;
                if (!found.Any(f => f.Words.Contains(run.Words, StringComparison.Ordinal))) found.Add((run.Text, run.Words));
            }
        }
    }

    /// <param name="length">Of a passage, in words.</param>
    private static bool IsMostOf(WordRun run, int length) => run.Words.Length >= QuotedText.Shortest && 2 * run.Length >= length;

    /// <summary>The words are the removed entry's, and were there before.</summary>
    private static bool IsTakenFrom(WordRun run, Entry entry, Entry[] removed) => run.IsOwn && !IsBefore(entry.Date, removed[run.Text].Date);

    /// <summary>What a post's title and summary have of removed texts: lists, feeds and search engines show these, too.</summary>
    private static IEnumerable<Diagnostic> AboveBody(Entry entry, WordRuns runs, Entry[] removed)
    {
        foreach (var (text, source) in HeadsOf(entry))
        {
            var places = new List<int>();
            var all = QuotedText.Comparable(text, places);
            var length = WordRuns.Split(all).Length;
            foreach (var run in runs.In(all))
            {
                if (!IsTakenFrom(run, entry, removed) || !IsMostOf(run, run.Length >= ManyWords ? 0 : length)) continue;
                var at = all.IndexOf(run.Words, StringComparison.Ordinal);
                yield return Catalogue.QuotesRemoved(source, entry, removed[run.Text], text[places[at]..(places[at + run.Words.Length - 1] + 1)]);
            }
        }
    }

    private static IEnumerable<Written> HeadsOf(Entry entry) => entry is not Post post ? []
        : post.Summary is { } summary ? [new(post.Title, post.Source), summary] : [new(post.Title, post.Source)];

    /// <summary>Of dates of which one is a bare day, the day alone counts.</summary>
    private static bool IsBefore(EntryDate a, EntryDate b) => a.IsDay || b.IsDay ? a.Day < b.Day : a < b;

    /// <summary>Without what the removed entry quoted itself.</summary>
    private static string OwnWords(string text) => QuotedText.Comparable(string.Join('\n', text.Split('\n').Where(line => !line.TrimStart().StartsWith('>'))));

    private static List<string> BetweenMarks(string body)
    {
        const int longest = 2000;
        var passages = new List<string>();
        for (var i = 0; i < body.Length; i++)
        {
            var closing = body[i] switch { '«' => '»', '“' => '”', '„' => '“', '"' => '"', _ => '\0' };
            if (closing == '\0') continue;
            var rest = body.AsSpan(i + 1, Math.Min(longest, body.Length - i - 1));
            var end = rest.IndexOf(closing);
            if (end < 0 || rest[..end].IndexOf("\n\n") >= 0) continue;
            if (QuotedText.Comparable(rest[..end]) is { Length: >= QuotedText.Shortest } passage) passages.Add(passage);
            i += end + 1;
        }

        return passages;
    }

    /// <summary>The place of the words in the file, at or below the beginning of the body; where they are written otherwise there, that beginning.</summary>
    private static Diagnostic At(Entry entry, Entry removed, string words, LinesOfFile lines)
    {
        // Escapes may make of one character six.
        var text = lines.From(entry.BodySource, 1000 + (6 * entry.Body.Length));
        var places = new List<int>();
        var at = QuotedText.Comparable(text, places).IndexOf(words, StringComparison.Ordinal);
        if (at < 0) return Catalogue.QuotesRemoved(entry.BodySource, entry, removed, words);
        var (first, last) = (places[at], places[at + words.Length - 1]);
        var above = text[..first];
        return Catalogue.QuotesRemoved(
            new(entry.BodySource.File, entry.BodySource.Line + above.Count('\n'), first - above.LastIndexOf('\n')), entry, removed,
            text[first..(last + 1)].ToString().ReplaceLineEndings(" "));
    }
}
