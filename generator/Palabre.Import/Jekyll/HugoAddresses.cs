using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Import.Jekyll;

/// <summary>Where Hugo put a text: by its place below <c>content/</c>, or by the pattern of its section (Hugo's documentation, URL management).</summary>
internal sealed class HugoAddresses
{
    private readonly Dictionary<string, string> patterns = new(StringComparer.OrdinalIgnoreCase);
    private readonly string? language;

    /// <param name="configuration">Null where there is none.</param>
    internal HugoAddresses(YamlMap? configuration)
    {
        foreach (var (key, value) in configuration?.Pairs ?? [])
        {
            if (key.Text.Equals("defaultContentLanguage", StringComparison.OrdinalIgnoreCase)) language = (value as YamlScalar)?.Text.Trim();
            if (key.Text.Equals("permalinks", StringComparison.OrdinalIgnoreCase) && value is YamlMap sections) Take(sections.Pairs.Select(pair => (pair.Key.Text, pair.Value)));
            // A table of TOML is a key of several words.
            else if (key.Text.StartsWith("permalinks.", StringComparison.OrdinalIgnoreCase)) Take([(key.Text["permalinks.".Length..], value)]);
        }

        language ??= "en";
    }

    /// <summary>The language that the name of a file ends with: <c>hello.fr.md</c>; null for none.</summary>
    internal static string? LanguageOf(string path)
    {
        var stem = SitePaths.Stem(path);
        var dot = stem.LastIndexOf('.');
        var tag = dot > 0 ? stem[(dot + 1)..] : "";
        return tag.Length is 2 or 3 or 5 && tag.All(c => char.IsAsciiLetter(c) || c == '-') && tag[^1] != '-' ? tag : null;
    }

    /// <param name="path">From the folder of the source: <c>content/posts/hello/index.fr.md</c>.</param>
    /// <param name="slug">As its front matter has it; null if it does not.</param>
    /// <returns>Null where the pattern holds what is not known here.</returns>
    internal string? Of(string path, EntryDate date, string? title, string? slug)
    {
        var tag = LanguageOf(path);
        var below = path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];
        below = below[..below.LastIndexOf('.')];
        if (tag is not null) below = below[..^(tag.Length + 1)];
        string[] parts = [.. below.Split('/').Select(Urlized)];
        if (parts.Length > 1 && parts[^1] == "index") parts = parts[..^1];
        var name = parts[^1];
        var section = parts.Length > 1 ? parts[0] : "";
        var home = tag is null || tag.Equals(language, StringComparison.OrdinalIgnoreCase) ? "/" : $"/{tag.ToLowerInvariant()}/";
        if (!patterns.TryGetValue(section, out var pattern))
            return home + string.Concat(parts[..^1].Select(part => part + "/")) + (slug is null ? name : Urlized(slug)) + "/";
        var day = date.Day;
        var address = pattern
            .Replace(":year", $"{day:yyyy}", StringComparison.Ordinal).Replace(":monthname", ":", StringComparison.Ordinal).Replace(":month", $"{day:MM}", StringComparison.Ordinal)
            .Replace(":day", $"{day:dd}", StringComparison.Ordinal).Replace(":sections", string.Join('/', parts[..^1]), StringComparison.Ordinal).Replace(":section", section, StringComparison.Ordinal)
            .Replace(":slugorcontentbasename", slug is null ? name : Urlized(slug), StringComparison.Ordinal).Replace(":slugorfilename", slug is null ? name : Urlized(slug), StringComparison.Ordinal)
            .Replace(":contentbasename", name, StringComparison.Ordinal).Replace(":filename", name, StringComparison.Ordinal)
            .Replace(":slug", Urlized(slug ?? title ?? name), StringComparison.Ordinal).Replace(":title", Urlized(title ?? name), StringComparison.Ordinal);
        return address.Contains(':', StringComparison.Ordinal) ? null : home + address.Trim('/') + "/";
    }

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
