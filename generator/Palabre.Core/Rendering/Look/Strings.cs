using System.Globalization;
using System.Text;
using Palabre.Diagnostics;

namespace Palabre.Rendering;

/// <summary>
/// The words of the look in one language: texts by key, some of them one for each plural category, some of them lists.
/// Safe for threads.
/// </summary>
public sealed class Strings
{
    private readonly Dictionary<string, string> texts;
    private readonly Dictionary<string, IReadOnlyList<string>> lists;
    private Strings(string language, Dictionary<string, string> texts, Dictionary<string, IReadOnlyList<string>> lists) =>
        (Language, this.texts, this.lists) = (language, texts, lists);

    /// <summary>The language that plurals follow.</summary>
    public string Language { get; }

    /// <summary>The words of files, each over those before, over those of <paramref name="fallback"/>.</summary>
    /// <param name="known">What the program has of its own, which says what words there are, and of what shape; null: whatever they hold.</param>
    internal static Strings Read(
        string language, IReadOnlyList<(string Path, string Text)> files, Strings? fallback, Strings? known, List<Diagnostic> diagnostics)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var lists = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var refused = new List<string>();
        foreach (var (path, text) in files)
        {
            var file = new WordsFile(language, texts, lists, known, diagnostics);
            file.Read(path, text);
            refused.AddRange(file.Refused);
        }

        var own = new Strings(language, texts, lists);
        if (fallback is null) return own;
        // Of a text with plurals the fallback's categories are another language's: all or none.
        string[] borrowed = [.. fallback.Keys.Where(key => !own.Has(key))];
        foreach (var key in borrowed)
        {
            if (fallback.lists.TryGetValue(key, out var list)) lists[key] = list;
            else texts[key] = fallback.texts.GetValueOrDefault(key) ?? fallback.texts[key + "#other"];
        }

        return new(language, texts, lists) { Borrowed = [.. borrowed.Except(refused)] };
    }

    /// <summary>What there are words for; ordinal order.</summary>
    internal IEnumerable<string> Keys => texts.Keys.Select(key => key.Split('#')[0]).Concat(lists.Keys).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Keys whose text is the fallback's, but for those whose own cannot be used; ordinal order.</summary>
    internal IReadOnlyList<string> Borrowed { get; private init; } = [];

    internal bool Has(string key) => texts.ContainsKey(key) || texts.ContainsKey(key + "#other") || lists.ContainsKey(key);

    /// <summary>Whether it has one text for all numbers.</summary>
    internal bool IsText(string key) => texts.ContainsKey(key);

    /// <summary>Whether it has one text for each plural category.</summary>
    internal bool IsPlural(string key) => texts.ContainsKey(key + "#other");

    internal bool IsList(string key) => lists.ContainsKey(key);

    /// <summary>The texts of a key: one, or those of its plural categories.</summary>
    internal IEnumerable<string> TextsOf(string key) =>
        PluralRule.Categories.Select(category => $"{key}#{category}").Prepend(key).Select(texts.GetValueOrDefault).OfType<string>();

    /// <summary>A list such as <c>date.months</c>. There must be one.</summary>
    public IReadOnlyList<string> List(string key) => lists[key];

    /// <summary>
    /// The text with its places <c>{0}</c>, <c>{1}</c> filled; a number in the first place chooses the plural. There must be
    /// such a text.
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

        return texts[key];
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
}
