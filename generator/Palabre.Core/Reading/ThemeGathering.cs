using System.Globalization;
using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>The themes of an archive: those that a file describes, and those that posts name.</summary>
internal static class ThemeGathering
{
    /// <returns>By order, then key.</returns>
    internal static IReadOnlyList<Theme> Gather(FileContent[] contents, IReadOnlyList<Post> posts, List<Diagnostic> diagnostics)
    {
        var themes = Groundwork.Distinct(contents.Select(c => c.Theme), t => (t.Source, t.Key), "theme", diagnostics);
        var names = new Dictionary<string, SourceLocation>(StringComparer.Ordinal);
        foreach (var theme in themes) names[theme.Key] = theme.Source;
        foreach (var theme in themes)
        {
            foreach (var alias in theme.Aliases.Append(theme.Title))
            {
                var key = Slug.From(alias);
                if (key.Length == 0 || names.TryAdd(key, theme.Source) || names[key] == theme.Source) continue;
                diagnostics.Add(theme.Aliases.Contains(alias) ? Catalogue.DuplicateFile(theme.Source, names[key], "theme", alias) : Catalogue.SharedTheme(theme, names[key]));
            }
        }

        var described = themes.Select(t => t.Key).ToArray();
        var spelled = themes.SelectMany(t => t.Aliases.Append(t.Title).Append(t.Key)).ToLookup(Slug.From, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.ToList(), StringComparer.Ordinal);
        var keys = new Dictionary<string, string>(StringComparer.Ordinal); // many posts name one theme
        foreach (var name in posts.SelectMany(p => p.Themes))
        {
            if (!keys.TryGetValue(name.Text, out var key))
            {
                keys[name.Text] = key = Slug.From(name.Text);
                if (OtherThan(name.Text, key, spelled) is { } other) diagnostics.Add(Catalogue.SharedTheme(name, other));
            }

            if (key.Length == 0) diagnostics.Add(Catalogue.NoLetters(name.Source, "theme", name.Text));
            else if (names.TryAdd(key, name.Source))
            {
                diagnostics.Add(Catalogue.UndescribedTheme(name, key, Nearest.To(key, described)));
                themes.Add(new(key, name.Text) { Source = name.Source });
            }
        }

        var parents = themes.ToDictionary(t => t.Key, t => t.Parent is { } parent ? Slug.From(parent) : null, StringComparer.Ordinal);
        return [.. themes.Select(t => WithParent(t, parents, diagnostics)).OrderBy(t => t.Order).ThenBy(t => t.Key, StringComparer.Ordinal)];
    }

    /// <summary>A name that makes the same address and yet says something else, since signs differ; null where one says the same, or there is none.</summary>
    private static string? OtherThan(string name, string key, Dictionary<string, List<string>> spelled)
    {
        if (key.Length == 0 || spelled.TryAdd(key, [name])) return null;
        var known = spelled[key];
        if (known.Exists(other => Signs(other) == Signs(name))) return null;
        known.Add(name);
        return known[0];
    }

    /// <summary>The signs of a name that addresses leave out and that people tell names apart by.</summary>
    private static string Signs(string name) =>
        string.Concat(name.Where(c => c is '#' or '&' or '*' or '@' or '%' || char.GetUnicodeCategory(c) is UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol));

    private static Theme WithParent(Theme theme, Dictionary<string, string?> parents, List<Diagnostic> diagnostics)
    {
        if (parents[theme.Key] is not { } parent) return theme;
        var isKnown = parents.ContainsKey(parent);
        if (isKnown && !IsAbove(theme.Key, parent, parents)) return theme with { Parent = parent };
        diagnostics.Add(isKnown ? Catalogue.ParentBelow(theme) : Catalogue.UnknownParent(theme, Nearest.To(parent, parents.Keys.Where(key => key != theme.Key))));
        return theme with { Parent = null };
    }

    private static bool IsAbove(string theme, string below, Dictionary<string, string?> parents)
    {
        // As many steps as there are themes: further up there may be a circle that this theme is no part of.
        string? above = below;
        for (var steps = 0; above is not null && steps < parents.Count; steps++)
        {
            if (above == theme) return true;
            above = parents.GetValueOrDefault(above);
        }

        return false;
    }
}
