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
            foreach (var comment in archive.Comments[i]) Learn(comment, before);
        }
    }

    /// <summary>The author of this name; null for a name without letters or digits, or one that no entry bears.</summary>
    public Author? Find(string name) => byName.GetValueOrDefault(name).Author;

    internal Author ByKey(string key) => byKey[key];

    /// <summary>The keys of those who have entries, and the entries of each, by post, then by age.</summary>
    internal IReadOnlyDictionary<string, List<Entry>> Entries => entries;

    /// <summary>The authors of an entry; those without a usable name left out.</summary>
    public IEnumerable<Author> Of(Entry entry)
    {
        foreach (var name in entry.Authors)
            if (Find(name) is { } author) yield return author;
    }

    /// <summary>Whether all names of an earlier book lead to the very same authors.</summary>
    internal bool Contains(AuthorBook before)
    {
        foreach (var (name, (author, _)) in before.byName)
            if (!byName.TryGetValue(name, out var now) || !ReferenceEquals(now.Author, author)) return false;
        return true;
    }

    private void Learn(Entry entry, AuthorBook? before)
    {
        foreach (var name in entry.Authors)
        {
            if (!byName.TryGetValue(name, out var known)) byName[name] = known = Meet(name, entry, before);
            if (known.Author is not null) known.Entries.Add(entry);
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
