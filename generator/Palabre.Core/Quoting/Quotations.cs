using Palabre.Model;
using Palabre.Threading;

namespace Palabre.Quoting;

/// <summary>A passage of an entry that stands word for word in another.</summary>
/// <param name="Whole">The whole quotation, made comparable: what marks its place in the text.</param>
/// <param name="Source">The entry quoted.</param>
internal readonly record struct Quotation(string Whole, Entry Source);

/// <summary>Who quotes whom within a discussion. Nothing is guessed: the words must be the same.</summary>
public sealed class Quotations
{
    // How far quotations are looked for: a reply quotes what it answers, or what that answers.
    private const int MostAncestors = 50, MostNeighbours = 500, MostPassages = 100;

    private readonly Dictionary<Entry, List<Quotation>> bySource = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Entry, List<Entry>> citedBy = new(ReferenceEqualityComparer.Instance);

    private readonly Dictionary<Discussion, List<(Entry, Quotation)>> byDiscussion = new(ReferenceEqualityComparer.Instance);

    private Quotations()
    {
    }

    internal IReadOnlyList<Quotation> In(Entry entry) => bySource.TryGetValue(entry, out var found) ? found : [];

    /// <summary>The entries that quote one, in the order of the discussion.</summary>
    public IReadOnlyList<Entry> Of(Entry entry) => citedBy.TryGetValue(entry, out var found) ? found : [];

    /// <param name="jobs">Threads to work with; the result does not depend on it.</param>
    /// <param name="before">Of earlier threads: of discussions that are the very same objects, nothing is looked for again.</param>
    public static Quotations Find(Threads threads, int jobs, Quotations? before = null)
    {
        var found = new List<(Entry Quoting, Quotation Quotation)>[threads.Discussions.Count];
        Parallel.For(0, found.Length, new() { MaxDegreeOfParallelism = jobs }, i =>
            found[i] = before?.byDiscussion.GetValueOrDefault(threads.Discussions[i]) ?? In(threads.Discussions[i]));
        var quotations = new Quotations();
        for (var i = 0; i < found.Length; i++) quotations.byDiscussion.Add(threads.Discussions[i], found[i]);
        foreach (var (quoting, quotation) in found.SelectMany(f => f))
        {
            Add(quotations.bySource, quoting, quotation);
            // Passages of one entry come one after another.
            if (quotations.Of(quotation.Source) is not [.., var last] || !ReferenceEquals(last, quoting)) Add(quotations.citedBy, quotation.Source, quoting);
        }

        return quotations;
    }

    private static void Add<T>(Dictionary<Entry, List<T>> lists, Entry key, T value)
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        list.Add(value);
    }

    private static List<(Entry, Quotation)> In(Discussion discussion)
    {
        var found = new List<(Entry, Quotation)>();
        var texts = new Dictionary<Entry, string>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < discussion.Turns.Count; i++)
        {
            if (discussion.Turns[i].Entry is not { HasText: true } entry || !Passages.MayBeIn(entry)) continue;
            Entry[]? sources = null;
            foreach (var (whole, parts) in Passages.Of(entry).Take(MostPassages))
            {
                sources ??= [.. Sources(discussion, i)];
                var source = Array.Find(sources, s => parts.All(part => Text(s, texts).Contains(part, StringComparison.Ordinal)));
                if (source is not null) found.Add((entry, new(whole, source)));
            }
        }

        return found;
    }

    private static string Text(Entry entry, Dictionary<Entry, string> texts) =>
        texts.TryGetValue(entry, out var known) ? known : texts[entry] = QuotedText.Comparable(entry.Body);

    /// <summary>What the turn answers, what that answers, and so on; of a post, then the comments under the post it answers.</summary>
    private static IEnumerable<Entry> Sources(Discussion discussion, int position)
    {
        var above = discussion.Turns[position].Answered;
        for (var steps = 0; above >= 0 && steps < MostAncestors; steps++, above = discussion.Turns[above].Answered)
            if (discussion.Turns[above].Entry is { HasText: true } ancestor) yield return ancestor;

        if (discussion.Turns[position] is not { Entry: Post post, Answered: >= 0 and var answered }) yield break;
        while (discussion.Turns[answered].Entry is not Post) answered = discussion.Turns[answered].Answered;
        var last = Math.Min(answered + discussion.Turns[answered].Below, answered + MostNeighbours);
        for (var i = answered + 1; i <= last; i++)
            if (discussion.Turns[i].Entry is Comment { HasText: true } comment && comment.Date <= post.Date) yield return comment;
    }
}
