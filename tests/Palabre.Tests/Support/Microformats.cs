using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Palabre.Tests.Support;

/// <summary>A microformat found on a page.</summary>
/// <param name="Properties">By name without prefix. A value is a text, or a microformat that stands in its place.</param>
/// <param name="Children">Those within it that are the value of no property.</param>
internal sealed record Microformat(string Type, Dictionary<string, List<object>> Properties, List<Microformat> Children)
{
    /// <summary>The values of a property as text: of a microformat, its address or else its name.</summary>
    internal string[] this[string property] => [.. Values(property).Select(value => value is Microformat inner
        ? inner["url"].Concat(inner["name"]).FirstOrDefault("") : (string)value)];

    internal IEnumerable<Microformat> Inner(string property) => Values(property).OfType<Microformat>();

    private List<object> Values(string property) => Properties.GetValueOrDefault(property) ?? [];
}

/// <summary>
/// Reads microformats as the microformats2 parsing specification says (microformats.org/wiki/microformats2-parsing): as
/// much of it as pages of ours can hold, which have no classes of version 1, no value classes and no templates.
/// </summary>
internal static partial class Microformats
{
    /// <param name="address">Of the page: what its links begin at.</param>
    internal static List<Microformat> Of(string html, string address)
    {
        var items = new List<Microformat>();
        Read(new HtmlParser().ParseDocument(html).DocumentElement, null, items, new(address));
        return items;
    }

    // Recursion is as deep as the look nests, which is ours.
    private static void Read(IElement element, Microformat? within, List<Microformat> items, Uri page)
    {
        if (element.LocalName == "template") return;
        var roots = element.ClassList.Where(name => Root().IsMatch(name)).ToArray();
        (string Prefix, string Name)[] properties = within is null ? []
            : [.. element.ClassList.Select(name => Property().Match(name)).Where(m => m.Success).Select(m => (m.Groups[1].Value, m.Groups[2].Value)).Distinct()];
        var inner = roots.Length == 0 ? null : new Microformat(string.Join(' ', roots), new(StringComparer.Ordinal), []);
        foreach (var child in element.Children) Read(child, inner ?? within, items, page);
        if (inner is not null) Imply(inner, element, page);
        foreach (var (prefix, name) in properties)
        {
            if (!within!.Properties.TryGetValue(name, out var values)) within.Properties[name] = values = [];
            values.Add(inner ?? (object)ValueOf(element, prefix, page));
        }

        if (inner is not null && properties.Length == 0) (within?.Children ?? items).Add(inner);
    }

    private static string ValueOf(IElement element, string prefix, Uri page) => prefix switch
    {
        "u" => AddressIn(element) is { } address ? new Uri(page, address).AbsoluteUri : element.GetAttribute("value") ?? Words(element),
        "dt" => element.GetAttribute("datetime") ?? element.GetAttribute("value") ?? Words(element),
        _ => (element.LocalName is "data" or "input" ? element.GetAttribute("value") : null) ?? (element.LocalName == "img" ? element.GetAttribute("alt") : null) ?? Words(element),
    };

    private static string? AddressIn(IElement element) =>
        element.LocalName is "a" or "area" or "link" ? element.GetAttribute("href") : element.LocalName is "img" ? element.GetAttribute("src") : null;

    /// <summary>What an author left to be understood: the name is the text, the address that of the only link.</summary>
    private static void Imply(Microformat found, IElement element, Uri page)
    {
        var hasInner = found.Children.Count > 0 || found.Properties.Values.Any(values => values.Any(value => value is Microformat));
        bool Has(Regex prefixes) => Own(element).SelectMany(e => e.ClassList).Any(name => prefixes.IsMatch(name));
        if (!found.Properties.ContainsKey("name") && !hasInner && !Has(Wordy())) found.Properties["name"] = [Words(element)];
        if (found.Properties.ContainsKey("url") || hasInner || Has(Addressed())) return;
        var links = element.LocalName == "a" ? [element] : element.Children.Where(child => child.LocalName == "a").ToArray();
        if (links is [var link] && link.GetAttribute("href") is { } href && (link == element || !link.ClassList.Any(name => Root().IsMatch(name))))
            found.Properties["url"] = [new Uri(page, href).AbsoluteUri];
    }

    /// <summary>What is within an element, less what is within another microformat.</summary>
    private static IEnumerable<IElement> Own(IElement element) => element.Children
        .Where(child => !child.ClassList.Any(name => Root().IsMatch(name)))
        .SelectMany(child => Own(child).Prepend(child));

    private static string Words(IElement element) => SiteOnDisk.Words(element);

    [GeneratedRegex("^h(-[a-z]+)+$")]
    private static partial Regex Root();

    [GeneratedRegex("^(p|u|dt|e)-([a-z]+(?:-[a-z]+)*)$")]
    private static partial Regex Property();

    [GeneratedRegex("^[pe]-[a-z]")]
    private static partial Regex Wordy();

    [GeneratedRegex("^u-[a-z]")]
    private static partial Regex Addressed();
}
