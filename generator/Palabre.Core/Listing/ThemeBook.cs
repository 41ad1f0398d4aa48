using System.Collections.Concurrent;
using Palabre.Model;

namespace Palabre.Listing;

/// <summary>Which theme is meant by a name: names are compared as slugs; titles and aliases lead to their theme.</summary>
public sealed class ThemeBook
{
    private readonly Dictionary<string, Theme> byKey = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Theme?> byName = new(StringComparer.Ordinal); // many posts name one theme

    internal ThemeBook(IReadOnlyList<Theme> themes)
    {
        foreach (var theme in themes) byKey.TryAdd(theme.Key, theme);
        foreach (var theme in themes)
            foreach (var alias in theme.Aliases.Append(theme.Title)) byKey.TryAdd(Slug.From(alias), theme);
        byKey.Remove("");
    }

    public Theme? Find(string name) => byName.GetOrAdd(name, static (written, byKey) => byKey.GetValueOrDefault(Slug.From(written)), byKey);

    public IEnumerable<string> Keys => byKey.Keys;

    /// <summary>The themes of a post, each once, in the order of writing.</summary>
    public IReadOnlyList<Theme> Of(Post post)
    {
        if (post.Themes.Count == 0) return [];
        if (post.Themes.Count == 1) return Find(post.Themes[0].Text) is { } one ? [one] : [];
        var (themes, met) = (new List<Theme>(post.Themes.Count), new HashSet<Theme>(post.Themes.Count, ReferenceEqualityComparer.Instance));
        for (var i = 0; i < post.Themes.Count; i++)
            if (Find(post.Themes[i].Text) is { } theme && met.Add(theme)) themes.Add(theme);
        return themes;
    }
}
