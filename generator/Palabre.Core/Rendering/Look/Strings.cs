using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Palabre.Diagnostics;
using Palabre.Reading;

namespace Palabre.Rendering;

/// <summary>
/// The words of the look in one language: texts by key, some of them one for each plural category, some of them lists.
/// Safe for threads.
/// </summary>
public sealed class Strings
{
    private readonly Dictionary<string, string> texts;
    private readonly Dictionary<string, IReadOnlyList<string>> lists;
    private readonly ConcurrentDictionary<string, byte> missing = new(StringComparer.Ordinal);

    private Strings(string language, Dictionary<string, string> texts, Dictionary<string, IReadOnlyList<string>> lists) =>
        (Language, this.texts, this.lists) = (language, texts, lists);

    /// <summary>The language that plurals follow.</summary>
    public string Language { get; }

    /// <summary>Keys that were asked for and are not there, in ordinal order.</summary>
    public IReadOnlyList<string> Missing => [.. missing.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The same, of which nobody asked anything yet.</summary>
    internal Strings Anew() => new(Language, texts, lists) { Borrowed = Borrowed };

    /// <summary>The words of a file, over those of <paramref name="fallback"/>.</summary>
    internal static Strings Read(string language, IReadOnlyList<(string Path, string Text)> files, Strings? fallback, List<Diagnostic> diagnostics)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var lists = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (path, text) in files)
        {
            var read = YamlReader.ReadOne(text, new(path, 1, 1));
            diagnostics.AddRange(read.Diagnostics);
            if (read.Value is YamlMap map) Add("", map, texts, lists);
            else if (read.Diagnostics.Count == 0) diagnostics.Add(Catalogue.BadStrings(new(path), "A strings file holds keys and texts."));
        }

        var own = new Strings(language, texts, lists);
        if (fallback is null) return own;
        // Of a text with plurals the fallback's categories are another language's: all or none.
        string[] borrowed = [.. fallback.texts.Keys.Select(k => k.Split('#')[0]).Concat(fallback.lists.Keys)
            .Distinct().Where(key => !own.Has(key)).Order(StringComparer.Ordinal)];
        foreach (var key in borrowed)
        {
            if (fallback.lists.TryGetValue(key, out var list)) lists[key] = list;
            else texts[key] = fallback.texts.GetValueOrDefault(key) ?? fallback.texts[key + "#other"];
        }

        return new(language, texts, lists) { Borrowed = borrowed };
    }

    /// <summary>Keys of a file of words that are none of these, and a letter away from one. A look may have words of its own.</summary>
    internal IEnumerable<Diagnostic> Misspelt(string path, string text)
    {
        if (YamlReader.ReadOne(text, new(path, 1, 1)).Value is not YamlMap map) yield break;
        string[] keys = [.. texts.Keys.Select(key => key.Split('#')[0]).Concat(lists.Keys).Distinct().Order(StringComparer.Ordinal)];
        string[] groups = [.. keys.Where(key => key.Contains('.', StringComparison.Ordinal)).Select(key => key[..key.LastIndexOf('.')]).Distinct()];
        var rest = new Queue<(string Prefix, YamlMap Map)>([("", map)]);
        while (rest.TryDequeue(out var part))
        {
            foreach (var (name, value) in part.Map.Pairs)
            {
                var key = part.Prefix + name.Text;
                if (value is YamlMap inner && groups.Contains(key)) rest.Enqueue((key + ".", inner));
                else if (!Has(key) && keys.Concat(groups).FirstOrDefault(known => Nearest.IsSlip(key, known)) is { } meant)
                    yield return Catalogue.MisspeltString(name.Source, key, meant);
            }
        }
    }

    /// <summary>Keys whose text is the fallback's; ordinal order.</summary>
    internal IReadOnlyList<string> Borrowed { get; private init; } = [];

    internal bool Has(string key) => texts.ContainsKey(key) || texts.ContainsKey(key + "#other") || lists.ContainsKey(key);

    /// <summary>A list such as <c>date.months</c>; a list of its own key where there is none.</summary>
    public IReadOnlyList<string> List(string key)
    {
        if (lists.TryGetValue(key, out var list)) return list;
        missing.TryAdd(key, 0);
        return [key];
    }

    /// <summary>
    /// The text with its places <c>{0}</c>, <c>{1}</c> filled; a number in the first place chooses the plural. The key
    /// itself where there is no such text.
    /// </summary>
    public string Text(string key, params ReadOnlySpan<object?> values)
    {
        var pattern = Pattern(key, values);
        return values.Length == 0 ? pattern : Fill(pattern, values, isMarkup: false);
    }

    /// <summary>As <see cref="Text"/>, as markup: texts are escaped, values that are <see cref="Html"/> stand as they are.</summary>
    public Html Markup(string key, params ReadOnlySpan<object?> values) => new(Fill(Pattern(key, values), values, isMarkup: true));

    private string Pattern(string key, ReadOnlySpan<object?> values)
    {
        if (values.Length > 0 && values[0] is int or long && texts.ContainsKey(key + "#other"))
        {
            var number = Convert.ToInt64(values[0], CultureInfo.InvariantCulture);
            return texts.TryGetValue($"{key}#{PluralRule.Category(Language, number)}", out var plural) ? plural : texts[key + "#other"];
        }

        if (texts.TryGetValue(key, out var text)) return text;
        missing.TryAdd(key, 0);
        return key;
    }

    private string Fill(string pattern, ReadOnlySpan<object?> values, bool isMarkup)
    {
        var filled = LentBuilder.Take();
        var start = 0;
        for (var i = 0; i + 2 < pattern.Length; i++)
        {
            if (pattern[i] != '{' || pattern[i + 2] != '}' || !char.IsAsciiDigit(pattern[i + 1]) || pattern[i + 1] - '0' >= values.Length) continue;
            Add(pattern.AsSpan(start, i - start));
            var value = values[pattern[i + 1] - '0'];
            if (isMarkup && value is Html html) filled.Append(html.ToString());
            else Add(ToText(value));
            start = i + 3;
            i += 2;
        }

        Add(pattern.AsSpan(start));
        return LentBuilder.Finish(filled);

        void Add(ReadOnlySpan<char> text)
        {
            if (isMarkup) HtmlText.AppendEscaped(filled, text);
            else filled.Append(text);
        }
    }

    private string ToText(object? value) => value switch
    {
        null => "",
        string text => text,
        int or long => Number(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>A whole number with the language's mark between thousands.</summary>
    public string Number(long number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        if (digits.Length <= 4 || !texts.TryGetValue("number.thousands", out var mark)) return digits;
        var grouped = new StringBuilder(digits.Length + 4);
        for (var i = 0; i < digits.Length; i++)
        {
            if (i > 0 && (digits.Length - i) % 3 == 0) grouped.Append(mark);
            grouped.Append(digits[i]);
        }

        return grouped.ToString();
    }

    private static readonly HashSet<string> Categories = ["zero", "one", "two", "few", "many", "other"];

    private static void Add(string prefix, YamlMap map, Dictionary<string, string> texts, Dictionary<string, IReadOnlyList<string>> lists)
    {
        var isPlural = prefix.Length > 0 && map.Pairs.Count > 0 && map.Pairs.All(p => Categories.Contains(p.Key.Text));
        foreach (var (name, value) in map.Pairs)
        {
            var key = isPlural ? $"{prefix}#{name.Text}" : prefix.Length == 0 ? name.Text : $"{prefix}.{name.Text}";
            if (value is YamlScalar scalar) texts[key] = scalar.Text;
            else if (value is YamlList list) lists[key] = [.. list.Items.OfType<YamlScalar>().Select(s => s.Text)];
            else if (value is YamlMap inner) Add(key, inner, texts, lists); // as deep as YamlReader lets it be
        }
    }
}
