using System.Collections.Concurrent;
using Palabre.Model;

namespace Palabre.Listing;

/// <summary>Who is meant by a name: names are compared as slugs, aliases lead to their author.</summary>
public sealed class AuthorBook
{
    private readonly Dictionary<string, Author> byKey = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<Author> described;
    private readonly CarriedLists<Entry> entries;

    /// <summary>The slug of each name: it never becomes another, so that the next book may have it.</summary>
    private readonly ConcurrentDictionary<string, string> keys;

    /// <summary>Of a name that nobody described, the oldest spelling is the one that lists show.</summary>
    internal AuthorBook(Archive archive)
        : this(archive, before: null, [.. Enumerable.Range(0, archive.Posts.Count)])
    {
    }

    /// <param name="before">Of an archive with as many posts: authors about whom nothing changed are the same objects.</param>
    /// <param name="changed">The positions of the posts that are not what they were or have other comments, ascending; all where there is no book.</param>
    internal AuthorBook(Archive archive, AuthorBook? before, IReadOnlyList<int> changed)
    {
        described = archive.Authors;
        var isSame = before is not null && ReferenceEquals(before.described, described);
        keys = before?.keys ?? new(StringComparer.Ordinal);
        foreach (var author in archive.Authors) byKey.TryAdd(author.Key, author);
        foreach (var author in archive.Authors)
            foreach (var name in author.Aliases.Prepend(author.Name)) byKey.TryAdd(KeyOf(name), author);
        byKey.Remove("");
        entries = CarriedLists<Entry>.Of(isSame ? before!.entries : null, isSame ? changed : [.. Enumerable.Range(0, archive.Posts.Count)], (i, say) =>
        {
            Say(archive.Posts[i], say);
            var comments = archive.Comments[i];
            for (var n = 0; n < comments.Count; n++) Say(comments[n], say);
        });
        foreach (var key in entries.Keys)
        {
            if (byKey.ContainsKey(key)) continue;
            var author = Met(entries[key][0], key);
            byKey[key] = before?.byKey.GetValueOrDefault(key) is { } same && same == author ? same : author;
        }
    }

    /// <summary>The author whom a name, an alias or a key leads to; null for one without letters or digits, or that is nobody's.</summary>
    public Author? Find(string name) => byKey.GetValueOrDefault(KeyOf(name));

    /// <summary>Those who have entries.</summary>
    internal IEnumerable<Author> Writing => entries.Keys.Select(key => byKey[key]);

    /// <summary>By post, then by age.</summary>
    internal IReadOnlyList<Entry> EntriesOf(Author author) => entries[author.Key];

    /// <summary>
    /// The keys, besides their own, under which an author would have a page if no file described them: of their name and
    /// aliases. Those that lead to another author left out.
    /// </summary>
    public IEnumerable<string> OtherKeys(Author author) => author.Aliases.Prepend(author.Name).Select(Slug.From).Distinct(StringComparer.Ordinal)
        .Where(key => key != author.Key && byKey.TryGetValue(key, out var meant) && ReferenceEquals(meant, author));

    /// <summary>The authors of an entry, each once, whatever names they bear there; those without a usable name left out.</summary>
    public IEnumerable<Author> Of(Entry entry)
    {
        var one = entry.Authors.Count == 1;
        return one ? Known(entry.Authors[0]) : entry.Authors.SelectMany(Known).DistinctBy(author => author.Key, StringComparer.Ordinal);
    }

    /// <summary>Whether all authors are the very same objects as in an earlier book.</summary>
    internal bool IsSame(AuthorBook? before)
    {
        if (before is null || before.byKey.Count != byKey.Count || !ReferenceEquals(before.described, described)) return false;
        foreach (var (key, author) in before.byKey)
            if (!byKey.TryGetValue(key, out var now) || !ReferenceEquals(now, author)) return false;
        return true;
    }

    /// <summary>Whether entries that bear names of these authors of an earlier book still have the very same.</summary>
    internal bool Has(IReadOnlyList<Author> authors, AuthorBook before)
    {
        if (!ReferenceEquals(before.described, described)) return false;
        for (var i = 0; i < authors.Count; i++)
            if (!byKey.TryGetValue(authors[i].Key, out var now) || !ReferenceEquals(now, authors[i])) return false;
        return true;
    }

    /// <summary>Learns the names of an entry that is not published.</summary>
    internal void Learn(Entry entry)
    {
        foreach (var name in entry.Authors)
            if (KeyOf(name) is { Length: > 0 } key && !byKey.ContainsKey(key)) byKey[key] = Met(entry, key);
    }

    /// <summary>What spellings of one name have in common: its slug, looked up, since people write more than once.</summary>
    internal string KeyOf(string name) => keys.GetOrAdd(name, Slug.From);

    private IEnumerable<Author> Known(string name) => Find(name) is { } author ? [author] : [];

    private void Say(Entry entry, Action<string, Entry> say)
    {
        var authors = entry.Authors;
        if (authors.Count == 1)
        {
            if (AuthorKey(authors[0]) is { Length: > 0 } only) say(only, entry);
            return;
        }

        foreach (var key in authors.Select(AuthorKey).Distinct(StringComparer.Ordinal))
            if (key.Length > 0) say(key, entry);
    }

    /// <summary>Before all have been met: of who is described, their own; of others, the slug.</summary>
    private string AuthorKey(string name) => KeyOf(name) is var key && byKey.TryGetValue(key, out var author) ? author.Key : key;

    /// <summary>Somebody whom nobody described, as the first entry spells the name.</summary>
    private Author Met(Entry entry, string key) => new(key, entry.Authors.First(name => KeyOf(name) == key)) { Source = entry.Source };
}
