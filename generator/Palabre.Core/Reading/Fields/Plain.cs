using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>
/// What was written under a key of nobody's definition, as plain values for templates and the export: text, lists and maps of them. Of files
/// that tell of people, without what is nobody's business, however deep it stands.
/// </summary>
internal static class Plain
{
    /// <summary>Recursive, over a depth that <see cref="YamlReader"/> has limited.</summary>
    /// <param name="key">That it stands under.</param>
    /// <param name="set">Of the file.</param>
    internal static object Of(YamlNode node, string key, FieldSet set, List<Diagnostic> diagnostics)
    {
        switch (node)
        {
            case YamlScalar scalar when set.TellsOfPeople && MailMask.Of(scalar.Text) is { First: { } first } masked:
                diagnostics.Add(Catalogue.PrivateAddressWithin(scalar.Source, key, first, host: null));
                return masked.Text;
            case YamlScalar scalar:
                return scalar.Text;
            case YamlList list:
                return list.Items.Select(item => Of(item, key, set, diagnostics)).ToList();
            case YamlMap map:
                var kept = new Dictionary<string, object>(StringComparer.Ordinal);
                foreach (var (inner, value) in map.Pairs)
                    if (!set.IsPrivate(inner.Text)) kept[inner.Text] = Of(value, inner.Text, set, diagnostics);
                return kept;
            default:
                return "";
        }
    }

    internal static string Describe(YamlNode node) => node switch
    {
        YamlList => "a list",
        YamlMap => "a map",
        YamlScalar scalar => $"'{Diagnostics.Excerpt.ForTerminal(scalar.Text, 40)}'",
        _ => "nothing",
    };
}

/// <summary>The words for yes and no that YAML files use.</summary>
public static class Flags
{
    public static IReadOnlyList<string> Yes { get; } = ["true", "yes", "on", "1"];

    public static IReadOnlyList<string> No { get; } = ["false", "no", "off", "0"];

    internal static bool? Read(string text)
    {
        var word = text.Trim().ToLowerInvariant();
        return Yes.Contains(word) ? true : No.Contains(word) ? false : null;
    }
}
