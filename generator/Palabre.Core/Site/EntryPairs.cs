using System.Globalization;
using Palabre.Addressing;
using Palabre.Model;
using Palabre.Rendering;

namespace Palabre.Site;

/// <summary>
/// Which entry of an archive is which of the same archive later: by id; what is left by an alias, by file, then by date
/// and text. A renamed post takes its comments along.
/// </summary>
internal sealed class EntryPairs
{
    private readonly Dictionary<Entry, Entry> after = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Entry, Entry> before = new(ReferenceEqualityComparer.Instance);

    private readonly Edition was;

    internal EntryPairs(Edition was, Edition now)
    {
        this.was = was;
        var (posts, laterPosts) = (was.Archive.Posts, now.Archive.Posts);
        Pair(posts, laterPosts, p => p.Id, p => [p.Id]);
        Pair(posts, laterPosts, p => was.Addresses.PlaceOf(p).ToString(), AliasesOf);
        Pair(posts, laterPosts, p => p.Source.File, p => [p.Source.File]);
        Pair(posts, laterPosts, Words, p => [Words(p)]);

        Comment[] comments = [.. was.Archive.Comments.SelectMany(c => c)], laterComments = [.. now.Archive.Comments.SelectMany(c => c)];
        Pair(comments, laterComments, c => After(was.PostOf(c)) is { } post ? $"{post.Id}\n{c.Id}" : null, c => [$"{c.PostId}\n{c.Id}"]);
        Pair(comments, laterComments, c => was.Addresses.PlaceOf(c).ToString(), AliasesOf);
        Pair(comments, laterComments, c => c.Source.File, c => [c.Source.File]);
        Pair(comments, laterComments, Words, c => [Words(c)]);
    }

    internal IEnumerable<(Entry Before, Entry After)> All => after.Select(pair => (pair.Key, pair.Value));

    internal Entry? After(Entry entry) => after.GetValueOrDefault(entry);

    /// <summary>The id that the post of a comment has now; null where it is gone.</summary>
    internal string? PostIdAfter(Comment comment) => After(was.PostOf(comment))?.Id;

    /// <summary>The entries of either edition that the other does not have.</summary>
    internal IEnumerable<Entry> Unpaired(Edition edition) => edition.Archive.Posts.Cast<Entry>()
        .Concat(edition.Archive.Comments.SelectMany(c => c)).Where(e => !after.ContainsKey(e) && !before.ContainsKey(e));

    /// <summary>What an entry is known by, published or not.</summary>
    internal static string Key(Entry entry) => entry is Comment comment ? $"{comment.PostId}\n{comment.Id}" : entry.Id;

    private static IEnumerable<string> AliasesOf(Entry entry) =>
        entry.Aliases.Select(alias => WrittenAddress.ParsePlace(alias.Text).Place).OfType<Place>().Select(place => place.ToString());

    private static string Words(Entry entry) => string.Create(
        CultureInfo.InvariantCulture, $"{entry.Date.Time.UtcTicks}\n{string.Join('\n', entry.Authors)}\n{entry.Body}");

    /// <summary>Pairs what shares a key with nothing else on its own side.</summary>
    private void Pair<T>(IEnumerable<T> was, IEnumerable<T> now, Func<T, string?> key, Func<T, IEnumerable<string>> laterKeys)
        where T : Entry
    {
        var earlier = Unique(was.Where(e => !after.ContainsKey(e)), e => key(e) is { } k ? [k] : []);
        if (earlier.Count == 0) return;
        foreach (var (k, later) in Unique(now.Where(e => !before.ContainsKey(e)), laterKeys))
        {
            if (later is null || earlier.GetValueOrDefault(k) is not { } found || before.ContainsKey(later)) continue;
            (after[found], before[later]) = (later, found);
        }
    }

    /// <summary>By key; null for a key of several.</summary>
    private static Dictionary<string, T?> Unique<T>(IEnumerable<T> entries, Func<T, IEnumerable<string>> keys)
        where T : Entry
    {
        var unique = new Dictionary<string, T?>(StringComparer.Ordinal);
        foreach (var entry in entries)
            foreach (var key in keys(entry).Distinct()) unique[key] = unique.ContainsKey(key) ? null : entry;
        return unique;
    }
}
