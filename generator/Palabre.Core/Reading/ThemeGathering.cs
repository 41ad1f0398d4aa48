using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>The themes of an archive: those that a file describes, and those that posts name.</summary>
internal static class ThemeGathering
{
    /// <returns>By order, then key.</returns>
    internal static IReadOnlyList<Theme> Gather(FileContent?[] contents, IReadOnlyList<Post> posts, List<Diagnostic> diagnostics)
    {
        var themes = ArchiveReader.Distinct(contents.Select(c => c?.Theme), t => (t.Source, t.Key), "theme", diagnostics);
        var names = new Dictionary<string, SourceLocation>(StringComparer.Ordinal);
        foreach (var theme in themes) names[theme.Key] = theme.Source;
        foreach (var theme in themes)
        {
            foreach (var alias in theme.Aliases.Append(theme.Title))
            {
                var key = Slug.From(alias);
                if (key.Length == 0 || names.TryAdd(key, theme.Source) || names[key] == theme.Source) continue;
                if (theme.Aliases.Contains(alias)) diagnostics.Add(Catalogue.DuplicateFile(theme.Source, names[key], "theme", alias));
            }
        }

        var described = themes.Select(t => t.Key).ToArray();
        foreach (var name in posts.SelectMany(p => p.Themes))
        {
            var key = Slug.From(name.Text);
            if (key.Length == 0) diagnostics.Add(Catalogue.NoLetters(name.Source, "theme", name.Text));
            else if (names.TryAdd(key, name.Source))
            {
                diagnostics.Add(Catalogue.UndescribedTheme(name, key, Nearest.To(key, described)));
                themes.Add(new(key, name.Text) { Source = name.Source });
            }
        }

        return [.. themes.Select(t => WithParent(t, themes, diagnostics)).OrderBy(t => t.Order).ThenBy(t => t.Key, StringComparer.Ordinal)];
    }

    private static Theme WithParent(Theme theme, List<Theme> themes, List<Diagnostic> diagnostics)
    {
        if (theme.Parent is null) return theme;
        var key = Slug.From(theme.Parent);
        var ancestors = new HashSet<string> { theme.Key };
        for (var above = key; ;)
        {
            if (themes.Find(t => t.Key == above) is { } found && ancestors.Add(above))
            {
                if (found.Parent is null) return theme with { Parent = key };
                above = Slug.From(found.Parent);
                continue;
            }

            diagnostics.Add(Catalogue.UnknownParent(theme, Nearest.To(key, themes.Where(t => t != theme).Select(t => t.Key))));
            return theme with { Parent = null };
        }
    }
}
