namespace Palabre.Reading;

/// <summary>What was written, as plain values for templates: text, lists and maps of them.</summary>
internal static class Plain
{
    /// <summary>Recursive, over a depth that <see cref="YamlReader"/> has limited.</summary>
    internal static object Of(YamlNode node) => node switch
    {
        YamlScalar scalar => scalar.Text,
        YamlList list => list.Items.Select(Of).ToList(),
        YamlMap map => map.Pairs.GroupBy(p => p.Key.Text, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Of(g.Last().Value), StringComparer.Ordinal),
        _ => "",
    };

    internal static string Describe(YamlNode node) => node switch
    {
        YamlList => "a list",
        YamlMap => "a map",
        YamlScalar scalar => $"'{Diagnostics.Excerpt.ForTerminal(scalar.Text, 40)}'",
        _ => "nothing",
    };
}

/// <summary>The words for yes and no that YAML files use.</summary>
internal static class Flags
{
    internal static bool? Read(string text) => text.Trim().ToLowerInvariant() switch
    {
        "true" or "yes" or "on" or "1" => true,
        "false" or "no" or "off" or "0" => false,
        _ => null,
    };
}
