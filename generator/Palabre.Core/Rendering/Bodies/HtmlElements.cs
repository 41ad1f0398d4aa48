using System.Collections.Frozen;

namespace Palabre.Rendering;

/// <summary>The elements that the program itself writes, by name, and what stands in for others.</summary>
internal static class HtmlElements
{
    internal static readonly HtmlElement A = HtmlElement.Named("a");
    internal static readonly HtmlElement Blockquote = HtmlElement.Named("blockquote");
    internal static readonly HtmlElement Br = HtmlElement.Named("br");
    internal static readonly HtmlElement Code = HtmlElement.Named("code");
    internal static readonly HtmlElement Dd = HtmlElement.Named("dd");
    internal static readonly HtmlElement Del = HtmlElement.Named("del");
    internal static readonly HtmlElement Details = HtmlElement.Named("details");
    internal static readonly HtmlElement Div = HtmlElement.Named("div");
    internal static readonly HtmlElement Dl = HtmlElement.Named("dl");
    internal static readonly HtmlElement Dt = HtmlElement.Named("dt");
    internal static readonly HtmlElement Em = HtmlElement.Named("em");
    internal static readonly HtmlElement Figure = HtmlElement.Named("figure");
    internal static readonly HtmlElement Hr = HtmlElement.Named("hr");
    internal static readonly HtmlElement Img = HtmlElement.Named("img");
    internal static readonly HtmlElement Li = HtmlElement.Named("li");
    internal static readonly HtmlElement Ol = HtmlElement.Named("ol");
    internal static readonly HtmlElement P = HtmlElement.Named("p");
    internal static readonly HtmlElement Pre = HtmlElement.Named("pre");
    internal static readonly HtmlElement Span = HtmlElement.Named("span");
    internal static readonly HtmlElement Strong = HtmlElement.Named("strong");
    internal static readonly HtmlElement Summary = HtmlElement.Named("summary");
    internal static readonly HtmlElement Sup = HtmlElement.Named("sup");
    internal static readonly HtmlElement Table = HtmlElement.Named("table");
    internal static readonly HtmlElement Tbody = HtmlElement.Named("tbody");
    internal static readonly HtmlElement Td = HtmlElement.Named("td");
    internal static readonly HtmlElement Th = HtmlElement.Named("th");
    internal static readonly HtmlElement Thead = HtmlElement.Named("thead");
    internal static readonly HtmlElement Time = HtmlElement.Named("time");
    internal static readonly HtmlElement Tr = HtmlElement.Named("tr");
    internal static readonly HtmlElement Ul = HtmlElement.Named("ul");

    private static readonly HtmlElement[] Headings = [.. Enumerable.Range(1, 6).Select(level => HtmlElement.Named($"h{level}"))];

    /// <summary>The heading of a level that may lie beyond 1 to 6.</summary>
    internal static HtmlElement Heading(int level) => Headings[Math.Clamp(level, 1, 6) - 1];

    // What of the allow-list says the same as an element that is not on it; null for what only changes the appearance.
    private static readonly FrozenDictionary<string, HtmlElement?> Instead = new Dictionary<string, HtmlElement?>
    {
        ["strike"] = HtmlElement.Named("s"),
        ["tt"] = Code,
        ["acronym"] = HtmlElement.Named("abbr"),
        ["center"] = Div,
        ["section"] = Div,
        ["article"] = Div,
        ["header"] = Div,
        ["footer"] = Div,
        ["aside"] = Div,
        ["main"] = Div,
        ["nav"] = Div,
        ["address"] = Div,
        ["font"] = null,
        ["big"] = null,
        ["nobr"] = null,
        ["html"] = null,
        ["body"] = null,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, HtmlElement?>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Instead.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What stands in for an element that is not on the allow-list; null if nothing does.</summary>
    internal static HtmlElement? InsteadOf(ReadOnlySpan<char> name) => Lookup.TryGetValue(name, out var element) ? element : null;

    /// <summary>True for what only changes the appearance: in comments, mostly imported ones, it goes without a word.</summary>
    internal static bool IsPresentational(ReadOnlySpan<char> name) => Lookup.ContainsKey(name);
}
