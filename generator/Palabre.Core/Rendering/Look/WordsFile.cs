using Palabre.Diagnostics;
using Palabre.Reading;

namespace Palabre.Rendering;

/// <summary>Reads files of words, and says what is wrong with them: words that are not of the shape they are asked for are left out.</summary>
/// <param name="texts">By key; of a text with plurals, by the key, '#' and the category.</param>
/// <param name="known">As in <see cref="Strings.Read"/>.</param>
internal sealed class WordsFile(
    string language, Dictionary<string, string> texts, Dictionary<string, IReadOnlyList<string>> lists, Strings? known, List<Diagnostic> diagnostics)
{
    private readonly string[] keys = [.. known?.Keys ?? []];

    /// <summary>Texts with plurals that were left out, and told of.</summary>
    internal List<string> Refused { get; } = [];

    internal void Read(string path, string text)
    {
        var read = YamlReader.ReadOne(text, new(path, 1, 1));
        diagnostics.AddRange(read.Diagnostics);
        if (read.Value is YamlMap map) Add("", map);
        else if (read.Diagnostics.Count == 0 && read.Value is not (null or YamlScalar { IsAbsent: true }))
            Bad(read.Value, $"This is {Plain.Describe(read.Value)}, where keys and their words are to be.", "Write for example nav: and, below and further in, home: Start.");
    }

    // As deep as YamlReader lets it be.
    private void Add(string prefix, YamlMap map)
    {
        foreach (var (name, value) in map.Pairs) Add(prefix.Length == 0 ? name.Text : $"{prefix}.{name.Text}", name, value);
    }

    private void Add(string key, YamlScalar name, YamlNode value)
    {
        if (Meant(key) is { } meant)
        {
            diagnostics.Add(Catalogue.MisspeltString(name.Source, key, meant));
            return;
        }

        switch (value)
        {
            case YamlScalar { IsAbsent: true }:
                Bad(name, $"'{key}' has no words.", "Write them after the colon, or remove the line; '' is an empty text.");
                break;
            case YamlScalar text when IsGroup(key):
                Bad(text, $"'{key}' is a group of words, not a text.", $"Write them below it, further in: {InGroup(key)}.");
                break;
            case YamlScalar text when IsList(key):
                Bad(text, $"'{key}' is a list, not a text.", $"Write {Count(key)} texts between [ and ].");
                break;
            case YamlScalar text when known?.IsPlural(key) == true:
                AddPlural(key, [("other", text)]);
                break;
            case YamlScalar text:
                CheckPlaces(key, text);
                texts[key] = text.Text;
                break;
            case YamlList list:
                AddList(key, list);
                break;
            case YamlMap map when IsPlural(key, map):
                AddPlural(key, map);
                break;
            case YamlMap map when known?.Has(key) == true:
                Bad(name, $"'{key}' is {(IsList(key) ? "a list" : "one text")}, not a group of words.", $"Write it after {name.Text}:, on the same line.");
                break;
            case YamlMap map:
                Add(key, map);
                break;
        }
    }

    private void AddList(string key, YamlList list)
    {
        if (known?.Has(key) == true && !IsList(key))
            Bad(list, $"'{key}' is a text, not a list.", "Remove what lists are made of: '[', ']', or '-' before each.");
        else if (IsGroup(key))
            Bad(list, $"'{key}' is a group of words, not a list.", $"Write them below it, further in: {InGroup(key)}.");
        else if (list.Items.FirstOrDefault(item => item is not YamlScalar { IsAbsent: false }) is { } wrong)
            Bad(wrong, $"In the list '{key}' stands {Plain.Describe(wrong)}, where a text is to be.", "Write one text for each.");
        else if (IsList(key) && list.Items.Count != Count(key))
            Bad(list, $"'{key}' has {list.Items.Count} texts, not {Count(key)}.", $"It needs all {Count(key)}, in their order.");
        else
            lists[key] = [.. list.Items.Cast<YamlScalar>().Select(item => item.Text)];
    }

    private bool IsPlural(string key, YamlMap map) => known?.Has(key) == true ? known.IsPlural(key)
        : !IsGroup(key) && map.Pairs.Count > 0 && map.Pairs.All(pair => PluralRule.Categories.Contains(pair.Key.Text));

    private void AddPlural(string key, YamlMap map)
    {
        Diagnostic[] faults = [.. map.Pairs.Select(pair => Fault(key, pair.Key, pair.Value)).OfType<Diagnostic>()];
        diagnostics.AddRange(faults);
        string[] categories = [.. map.Pairs.Select(pair => pair.Key.Text)];
        var hasOther = categories.Contains("other");
        if (faults.Length == 0 && !hasOther) Bad(map, $"'{key}' has no text for 'other', which stands where no other category does.", "Add other: and the text.");
        if (faults.Length > 0 || !hasOther)
        {
            Refused.Add(key);
            return;
        }

        string[] lacking = [.. PluralRule.Usual(language).Except(categories)];
        if (lacking.Length > 0 && known is not null) diagnostics.Add(Catalogue.FewPlurals(map.Source, key, lacking, language));
        AddPlural(key, [.. map.Pairs.Select(pair => (pair.Key.Text, (YamlScalar)pair.Value))]);
    }

    /// <summary>What is wrong with one category of a text with plurals; null if nothing is.</summary>
    private static Diagnostic? Fault(string key, YamlScalar name, YamlNode value) =>
        !PluralRule.Categories.Contains(name.Text)
            ? Catalogue.BadStrings(name.Source, $"'{name.Text}' is no plural category.", $"Those of '{key}' are among {string.Join(", ", PluralRule.Categories)}.")
        : value is not YamlScalar { IsAbsent: false } ? Catalogue.BadStrings(name.Source, $"'{key}' has no text for '{name.Text}'.", "Write it after the colon.")
        : null;

    /// <summary>All, in the place of those of a file before.</summary>
    private void AddPlural(string key, (string Category, YamlScalar Text)[] plurals)
    {
        foreach (var category in PluralRule.Categories) texts.Remove($"{key}#{category}");
        foreach (var (category, text) in plurals)
        {
            CheckPlaces(key, text);
            texts[$"{key}#{category}"] = text.Text;
        }
    }

    /// <summary>Tells of each <c>{…}</c> that stands in no text of this key which the program has.</summary>
    private void CheckPlaces(string key, YamlScalar text)
    {
        if (known?.Has(key) != true) return;
        string[] filled = DateWords.Patterns.Contains(key) ? DateWords.Places : [.. known.TextsOf(key).SelectMany(PlacesOf).Distinct()];
        foreach (var place in PlacesOf(text.Text).Except(filled)) diagnostics.Add(Catalogue.UnknownPlace(text.TextSource, place, filled));
    }

    private static IEnumerable<string> PlacesOf(string text)
    {
        for (var begin = text.IndexOf('{', StringComparison.Ordinal); begin >= 0;)
        {
            var next = text.IndexOfAny(['{', '}'], begin + 1);
            var end = next < 0 ? text.Length : text[next] == '}' ? next + 1 : next;
            yield return text[begin..end];
            begin = text.IndexOf('{', end);
        }
    }

    /// <summary>What there are words for, or a group of it, where the key is neither and a letter away. A look may have words of its own.</summary>
    private string? Meant(string key) => Array.IndexOf(keys, key) >= 0 || IsGroup(key) ? null
        : keys.Concat(keys.Where(one => one.Contains('.', StringComparison.Ordinal)).Select(one => one[..one.LastIndexOf('.')]).Distinct())
            .FirstOrDefault(one => Nearest.IsSlip(key, one));

    private bool IsList(string key) => known?.IsList(key) == true;

    private int Count(string key) => known!.List(key).Count;

    private bool IsGroup(string key) => InGroup(key) is not null;

    private string? InGroup(string key) => Array.Find(keys, one => one.Length > key.Length && one[key.Length] == '.' && one.StartsWith(key, StringComparison.Ordinal));

    private void Bad(YamlNode at, string problem, string hint) => diagnostics.Add(Catalogue.BadStrings(at.Source, problem, hint));
}
