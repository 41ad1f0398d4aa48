namespace Palabre.Reading;

/// <summary>What was written, in words.</summary>
internal static class Plain
{
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
