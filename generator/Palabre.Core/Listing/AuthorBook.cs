using Palabre.Model;

namespace Palabre.Listing;

/// <summary>Who is meant by a name: names are compared as slugs, aliases lead to their author.</summary>
public sealed class AuthorBook
{
    private readonly Dictionary<string, Author> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Author?> byName = new(StringComparer.Ordinal);

    /// <summary>Of a name that nobody described, the oldest spelling is the one that lists show.</summary>
    internal AuthorBook(Archive archive)
    {
        foreach (var author in archive.Authors) byKey.TryAdd(author.Key, author);
        foreach (var author in archive.Authors)
            foreach (var name in author.Aliases.Prepend(author.Name)) byKey.TryAdd(Slug.From(name), author);
        byKey.Remove("");
        for (var i = 0; i < archive.Posts.Count; i++)
        {
            Learn(archive.Posts[i]);
            foreach (var comment in archive.Comments[i]) Learn(comment);
        }
    }

    /// <summary>The author of this name; null for a name without letters or digits, or one that no entry bears.</summary>
    public Author? Find(string name) => byName.GetValueOrDefault(name);

    internal Author ByKey(string key) => byKey[key];

    /// <summary>The authors of an entry, each once; those without a usable name left out.</summary>
    public IEnumerable<Author> Of(Entry entry) => entry.Authors.Count == 1
        ? Find(entry.Authors[0]) is { } only ? [only] : []
        : entry.Authors.Select(Find).OfType<Author>().DistinctBy(author => author.Key, StringComparer.Ordinal);

    private void Learn(Entry entry)
    {
        foreach (var name in entry.Authors)
        {
            if (byName.ContainsKey(name)) continue;
            var key = Slug.From(name);
            if (key.Length > 0 && !byKey.ContainsKey(key)) byKey[key] = new(key, name) { Source = entry.Source };
            byName[name] = byKey.GetValueOrDefault(key);
        }
    }
}
