using Palabre.Model;

namespace Palabre.Listing;

/// <summary>Who is meant by a name: names are compared as slugs, aliases lead to their author.</summary>
public sealed class AuthorBook
{
    private readonly Dictionary<string, Author> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entry>> entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Author? Author, List<Entry> Entries)> byName = new(StringComparer.Ordinal);

    /// <summary>Of a name that nobody described, the oldest spelling is the one that lists show.</summary>
    /// <param name="before">Of an earlier archive: authors about whom nothing changed are the same objects.</param>
    internal AuthorBook(Archive archive, AuthorBook? before = null)
    {
        foreach (var author in archive.Authors) byKey.TryAdd(author.Key, author);
        foreach (var author in archive.Authors)
            foreach (var name in author.Aliases.Prepend(author.Name)) byKey.TryAdd(Slug.From(name), author);
        byKey.Remove("");
        for (var i = 0; i < archive.Posts.Count; i++)
        {
            Learn(archive.Posts[i], before);
            var comments = archive.Comments[i];
            for (var n = 0; n < comments.Count; n++) Learn(comments[n], before);
        }
    }

    /// <summary>The author of this name; null for a name without letters or digits, or one that no entry bears.</summary>
    public Author? Find(string name) => byName.GetValueOrDefault(name).Author;

    internal Author ByKey(string key) => byKey[key];

    /// <summary>The keys of those who have entries, and the entries of each, by post, then by age.</summary>
    internal IReadOnlyDictionary<string, List<Entry>> Entries => entries;

    /// <summary>The author whom a name, an alias or a key leads to; null if it is nobody's.</summary>
    internal Author? Meant(string name) => byKey.GetValueOrDefault(Slug.From(name));

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

    /// <summary>Whether all names of an earlier book lead to the very same authors.</summary>
    internal bool Contains(AuthorBook before)
    {
        foreach (var (name, (author, _)) in before.byName)
            if (!byName.TryGetValue(name, out var now) || !ReferenceEquals(now.Author, author)) return false;
        return true;
    }

    private IEnumerable<Author> Known(string name) => Find(name) is { } author ? [author] : [];

    internal void Learn(Entry entry, AuthorBook? before = null)
    {
        for (var i = 0; i < entry.Authors.Count; i++)
        {
            var name = entry.Authors[i];
            if (!byName.TryGetValue(name, out var known)) byName[name] = known = Meet(name, entry, before);
            if (known.Author is not null && (known.Entries.Count == 0 || !ReferenceEquals(known.Entries[^1], entry))) known.Entries.Add(entry);
        }
    }

    private (Author?, List<Entry>) Meet(string name, Entry entry, AuthorBook? before)
    {
        var key = Slug.From(name);
        if (key.Length == 0) return (null, []);
        if (!byKey.TryGetValue(key, out var author))
        {
            author = new(key, name) { Source = entry.Source };
            if (before?.byKey.GetValueOrDefault(key) is { } same && same == author) author = same;
            byKey[key] = author;
        }

        if (!entries.TryGetValue(author.Key, out var list)) entries[author.Key] = list = [];
        return (author, list);
    }
}
