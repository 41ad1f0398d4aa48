using System.Globalization;
using System.Reflection;

namespace Palabre.Diagnostics;

/// <summary>
/// Every diagnostic the product gives: the one home of codes and wording. Each has a <see cref="Rule"/> and, right
/// below it, the method that makes one. A file a layer.
/// </summary>
public static partial class Catalogue
{
    /// <summary>All rules, by code.</summary>
    public static IReadOnlyList<Rule> Rules => [.. typeof(Catalogue)
        .GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
        .Where(member => member.FieldType == typeof(Rule))
        .Select(member => (Rule)member.GetValue(null)!)
        .OrderBy(rule => rule.Code, StringComparer.Ordinal)];

    /// <summary>What was written, short enough for a message and harmless on a terminal.</summary>
    internal static string Quote(string text) => $"'{Excerpt.ForTerminal(text, 60)}'";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? DidYouMean(string? nearest) => nearest is null ? null : $"Did you mean {Quote(nearest)}?";
}
