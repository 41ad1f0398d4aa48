using System.Collections.Concurrent;
using Palabre.Model;
using Palabre.Threading;

namespace Palabre.Quoting;

/// <summary>A passage of an entry that stands word for word in another.</summary>
/// <param name="Whole">The whole quotation, made comparable: what marks its place in the text.</param>
/// <param name="Source">The entry quoted.</param>
internal readonly record struct Quotation(string Whole, Entry Source);

/// <summary>
/// Who quotes whom within a discussion. Nothing is guessed: the words must be the same. They are looked for when one of
/// the discussion's entries is asked about. Safe for threads.
/// </summary>
public sealed class Quotations
{
    // How far quotations are looked for: a reply quotes what it answers, or what that answers.
    private const int MostAncestors = 50, MostNeighbours = 500, MostPassages = 100, MostParts = 20;

    private readonly Func<Entry, Discussion> discussionOf;
    private readonly ConcurrentDictionary<Discussion, Found> byDiscussion = new(ReferenceEqualityComparer.Instance);

    /// <param name="discussionOf">The one that an entry stands in.</param>
    /// <param name="currentOf">The one that a post of an earlier archive stands in; null if it is not published any more.</param>
    /// <param name="before">Of earlier threads: of discussions that are the very same objects, nothing is looked for again.</param>
    internal Quotations(Func<Entry, Discussion> discussionOf, Func<Post, Discussion?> currentOf, Quotations? before = null)
    {
        this.discussionOf = discussionOf;
        if (before is null || before.byDiscussion.IsEmpty) return;
        foreach (var (discussion, found) in before.byDiscussion)
            if (ReferenceEquals(currentOf(discussion.Opening), discussion)) byDiscussion[discussion] = found;
    }

    internal IReadOnlyList<Quotation> In(Entry entry) => Of(discussionOf(entry)).BySource?.GetValueOrDefault(entry) ?? [];

    /// <summary>The entries that quote one, in the order of the discussion.</summary>
    public IReadOnlyList<Entry> Of(Entry entry) => Of(discussionOf(entry)).CitedBy?.GetValueOrDefault(entry) ?? [];

    private Found Of(Discussion discussion) => byDiscussion.TryGetValue(discussion, out var known) ? known : byDiscussion.GetOrAdd(discussion, Find);

    private static Found Find(Discussion discussion)
    {
        var quotations = In(discussion);
        if (quotations.Count == 0) return default;
        var found = new Found(new(ReferenceEqualityComparer.Instance), new(ReferenceEqualityComparer.Instance));
        foreach (var (quoting, quotation) in quotations)
        {
            Add(found.BySource!, quoting, quotation);
            // Passages of one entry come one after another.
            if (found.CitedBy!.GetValueOrDefault(quotation.Source) is not [.., var last] || !ReferenceEquals(last, quoting))
                Add(found.CitedBy!, quotation.Source, quoting);
        }

        return found;
    }

    /// <summary>What was found in a discussion; both null where there is nothing.</summary>
    private readonly record struct Found(Dictionary<Entry, List<Quotation>>? BySource, Dictionary<Entry, List<Entry>>? CitedBy);

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
                if (parts.Count > MostParts) continue;
                sources ??= [.. Sources(discussion, i)];
                var source = Array.Find(sources, s => parts.All(part => Text(s, texts).Contains(part, StringComparison.Ordinal)));
                if (source is not null) found.Add((entry, new(whole, source)));
            }
        }

        return found;
    }

    private static string Text(Entry entry, Dictionary<Entry, string> texts) =>
        texts.TryGetValue(entry, out var known) ? known : texts[entry] = QuotedText.Comparable(entry.Body.ToString());

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
