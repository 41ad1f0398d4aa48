using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>The patterns of addresses that the settings may rename.</summary>
internal static class PatternReader
{
    internal static UrlPatterns Read(FieldMap settings, List<Diagnostic> diagnostics)
    {
        var defaults = new UrlPatterns();
        if (settings.Map(SiteFields.Urls) is not { } map) return defaults;

        var sources = new Dictionary<string, SourceLocation>(StringComparer.Ordinal);

        string Pattern(Field field, string otherwise, string[] needed, string[] allowed)
        {
            if (map.Written(field) is not { Text.Length: > 0 } written) return otherwise;
            if (Problem(written.Text, needed, [.. needed, .. allowed]) is not { } problem)
            {
                sources[field.Name] = written.Source;
                return written.Text;
            }

            diagnostics.Add(Catalogue.BadPattern(written.Source, written.Text, problem, otherwise));
            return otherwise;
        }

        return new()
        {
            Post = Pattern(SiteFields.UrlPost, defaults.Post, ["slug"], ["year", "month", "day"]),
            Discussion = Pattern(SiteFields.UrlDiscussion, defaults.Discussion, ["slug"], []),
            Themes = Pattern(SiteFields.UrlThemes, defaults.Themes, [], []),
            Theme = Pattern(SiteFields.UrlTheme, defaults.Theme, ["slug"], []),
            Authors = Pattern(SiteFields.UrlAuthors, defaults.Authors, [], []),
            Author = Pattern(SiteFields.UrlAuthor, defaults.Author, ["slug"], []),
            Archive = Pattern(SiteFields.UrlArchive, defaults.Archive, [], []),
            Year = Pattern(SiteFields.UrlYear, defaults.Year, ["year"], []),
            Month = Pattern(SiteFields.UrlMonth, defaults.Month, ["year", "month"], []),
            Search = Pattern(SiteFields.UrlSearch, defaults.Search, [], []),
            Page = Pattern(SiteFields.UrlPage, defaults.Page, ["slug"], []),
            Sources = sources,
        };
    }

    private static string? Problem(string pattern, string[] needed, string[] allowed)
    {
        if (pattern[0] != '/' || pattern[^1] != '/') return "does not begin and end with '/'";
        if (pattern.Contains("//", StringComparison.Ordinal) || pattern.Split('/').Any(s => s is "." or ".."))
            return "has an empty part, '.' or '..'";
        var bare = pattern;
        foreach (var name in allowed) bare = bare.Replace($"{{{name}}}", "x", StringComparison.Ordinal);
        if (!bare.All(c => char.IsLetterOrDigit(c) || c is '/' or '-' or '_' or '.' or '~'))
            return $"may hold letters, digits, '-', '_', '.', '/'" + (allowed.Length > 0 ? " and " + Placeholders(allowed) : "");
        var missing = needed.Where(name => !pattern.Contains($"{{{name}}}", StringComparison.Ordinal)).ToArray();
        return missing.Length > 0 ? $"lacks {Placeholders(missing)}" : null;
    }

    private static string Placeholders(string[] names) => string.Join(" ", names.Select(n => $"{{{n}}}"));
}
