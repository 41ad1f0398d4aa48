using System.Globalization;
using System.Text.RegularExpressions;
using Palabre.Reading;

namespace Palabre.Import.Jekyll;

/// <summary>Where Hugo put a text: by its place below <c>content/</c>, or by the pattern of its section (Hugo's documentation, URL management).</summary>
internal sealed partial class HugoAddresses
{
    private readonly Dictionary<string, string> patterns = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> languages = new(StringComparer.OrdinalIgnoreCase);
    private readonly string language = "en";

    /// <param name="configuration">Null where there is none.</param>
    internal HugoAddresses(YamlMap? configuration)
    {
        foreach (var (key, value) in configuration?.Pairs ?? [])
        {
            if (key.Text.Equals("defaultContentLanguage", StringComparison.OrdinalIgnoreCase) && value is YamlScalar { Text.Length: > 0 } named) language = named.Text.Trim();
            if (key.Text.Equals("permalinks", StringComparison.OrdinalIgnoreCase) && value is YamlMap sections) Take(sections.Pairs.Select(pair => (pair.Key.Text, pair.Value)));
            else if (key.Text.Equals("languages", StringComparison.OrdinalIgnoreCase) && value is YamlMap tags) languages.UnionWith(tags.Pairs.Select(pair => pair.Key.Text));
            // A table of TOML is a key of several words.
            else if (key.Text.StartsWith("permalinks.", StringComparison.OrdinalIgnoreCase)) Take([(key.Text["permalinks.".Length..], value)]);
            else if (key.Text.StartsWith("languages.", StringComparison.OrdinalIgnoreCase)) languages.Add(key.Text.Split('.')[1]);
        }

        languages.Add(language);
    }

    /// <summary>The language of the site that the name of a file ends with: <c>hello.fr.md</c>; null for none.</summary>
    internal string? LanguageOf(string path)
    {
        var stem = SitePaths.Stem(path);
        var dot = stem.LastIndexOf('.');
        return dot > 0 && languages.Contains(stem[(dot + 1)..]) ? stem[(dot + 1)..] : null;
    }

    /// <param name="path">From the folder of the source: <c>content/posts/hello/index.fr.md</c>.</param>
    /// <param name="day">Null of a page without a date.</param>
    /// <param name="slug">As its front matter has it; null if it does not.</param>
    /// <returns>Null where the pattern holds what is not known here.</returns>
    internal string? Of(string path, DateOnly? day, string? title, string? slug)
    {
        var tag = LanguageOf(path);
        var below = path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];
        below = below[..below.LastIndexOf('.')];
        if (tag is not null) below = below[..^(tag.Length + 1)];
        string[] parts = [.. below.Split('/').Select(Urlized)];
        if (parts.Length > 1 && parts[^1] == "index") parts = parts[..^1];
        var (name, section) = (parts[^1], parts.Length > 1 ? parts[0] : "");
        var home = tag is null || tag.Equals(language, StringComparison.OrdinalIgnoreCase) ? "/" : $"/{tag.ToLowerInvariant()}/";
        if (!patterns.TryGetValue(section, out var pattern))
            return home + string.Concat(parts[..^1].Select(part => part + "/")) + (slug is null ? name : Urlized(slug)) + "/";

        var isKnown = true;
        var address = Word().Replace(pattern, word =>
        {
            var said = word.Value switch
            {
                ":year" => day?.ToString("yyyy", CultureInfo.InvariantCulture),
                ":month" => day?.ToString("MM", CultureInfo.InvariantCulture),
                ":day" => day?.ToString("dd", CultureInfo.InvariantCulture),
                ":yearday" => day?.DayOfYear.ToString(CultureInfo.InvariantCulture),
                ":section" => section,
                ":sections" => string.Join('/', parts[..^1]),
                ":slugorcontentbasename" or ":slugorfilename" => slug is null ? name : Urlized(slug),
                ":contentbasename" or ":filename" => name,
                ":slug" => Urlized(slug ?? title ?? name),
                ":title" => Urlized(title ?? name),
                _ => null,
            };
            isKnown &= said is not null;
            return said ?? "";
        });
        return isKnown ? home + address.Trim('/') + "/" : null;
    }

    [GeneratedRegex(@":[a-z]+(?:\[[^\]]*\])?", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    private void Take(IEnumerable<(string Key, YamlNode Value)> sections)
    {
        foreach (var (key, value) in sections)
        {
            var section = key.StartsWith("page.", StringComparison.OrdinalIgnoreCase) ? key["page.".Length..] : key;
            if (value is YamlScalar { Text: var pattern }) patterns.TryAdd(section, pattern.Trim());
            else if (section.Equals("page", StringComparison.OrdinalIgnoreCase) && value is YamlMap pages) Take(pages.Pairs.Select(pair => (pair.Key.Text, pair.Value)));
        }
    }

    /// <summary>As Hugo writes names in addresses: in lower case, letters of all scripts, hyphens for spaces, and few signs.</summary>
    private static string Urlized(string name)
    {
        var plain = string.Concat(name.Trim().ToLowerInvariant().Select(c => char.IsWhiteSpace(c) ? '-' : c).Where(c => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark || c is '-' or '_' or '.'));
        while (plain.Contains("--", StringComparison.Ordinal)) plain = plain.Replace("--", "-", StringComparison.Ordinal);
        return plain.Trim('-');
    }
}
