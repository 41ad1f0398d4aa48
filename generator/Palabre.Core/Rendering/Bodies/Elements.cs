namespace Palabre.Rendering;

/// <summary>The elements that the program itself writes, by name, and what stands in for others.</summary>
internal static class Elements
{
    internal static readonly Element A = Element.Named("a");
    internal static readonly Element Blockquote = Element.Named("blockquote");
    internal static readonly Element Br = Element.Named("br");
    internal static readonly Element Code = Element.Named("code");
    internal static readonly Element Dd = Element.Named("dd");
    internal static readonly Element Del = Element.Named("del");
    internal static readonly Element Details = Element.Named("details");
    internal static readonly Element Div = Element.Named("div");
    internal static readonly Element Dl = Element.Named("dl");
    internal static readonly Element Dt = Element.Named("dt");
    internal static readonly Element Em = Element.Named("em");
    internal static readonly Element Figure = Element.Named("figure");
    internal static readonly Element Hr = Element.Named("hr");
    internal static readonly Element Img = Element.Named("img");
    internal static readonly Element Li = Element.Named("li");
    internal static readonly Element Ol = Element.Named("ol");
    internal static readonly Element P = Element.Named("p");
    internal static readonly Element Pre = Element.Named("pre");
    internal static readonly Element Span = Element.Named("span");
    internal static readonly Element Strong = Element.Named("strong");
    internal static readonly Element Summary = Element.Named("summary");
    internal static readonly Element Sup = Element.Named("sup");
    internal static readonly Element Table = Element.Named("table");
    internal static readonly Element Tbody = Element.Named("tbody");
    internal static readonly Element Td = Element.Named("td");
    internal static readonly Element Th = Element.Named("th");
    internal static readonly Element Thead = Element.Named("thead");
    internal static readonly Element Time = Element.Named("time");
    internal static readonly Element Tr = Element.Named("tr");
    internal static readonly Element Ul = Element.Named("ul");

    private static readonly Element[] Headings = [.. Enumerable.Range(1, 6).Select(level => Element.Named($"h{level}"))];

    /// <summary>The heading of a level that may lie beyond 1 to 6.</summary>
    internal static Element Heading(int level) => Headings[Math.Clamp(level, 1, 6) - 1];

    /// <summary>What of the allow-list says the same as an element that is not on it; null if nothing does.</summary>
    internal static Element? InsteadOf(ReadOnlySpan<char> name) => name switch
    {
        "strike" or "STRIKE" => Element.Named("s"),
        "tt" or "TT" => Code,
        "acronym" or "ACRONYM" => Element.Named("abbr"),
        "center" or "CENTER" or "section" or "article" or "header" or "footer" or "aside" or "main" or "nav" or "address" => Div,
        _ => null,
    };
}
