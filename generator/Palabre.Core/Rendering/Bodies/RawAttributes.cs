using System.Globalization;

namespace Palabre.Rendering;

/// <summary>An attribute that somebody wrote, its name in lower case.</summary>
internal readonly record struct RawAttribute(string Name, string Value);

/// <summary>Which attributes pass, and in what form.</summary>
internal static class RawAttributes
{
    private const int AtMost = 50; // of a tag; a browser would read them all, a writer needs none beyond

    /// <summary>The attributes of a tag, each name once, as browsers read them: the first counts.</summary>
    internal static List<RawAttribute> Read(ReadOnlySpan<char> rest)
    {
        var read = new List<RawAttribute>();
        var attributes = new HtmlAttributes(rest);
        while (read.Count < AtMost && attributes.Next())
        {
            var name = attributes.Name.ToString().ToLowerInvariant();
            if (!read.Exists(a => a.Name == name)) read.Add(new(name, attributes.Value));
        }

        return read;
    }

    internal static string? ValueOf(this List<RawAttribute> attributes, string name)
    {
        foreach (var attribute in attributes)
            if (attribute.Name == name) return attribute.Value;
        return null;
    }

    /// <summary>The value to write; null if the attribute is not to be written. Addresses and ids are not for this.</summary>
    internal static string? Allow(HtmlElement element, RawAttribute attribute) => (attribute.Name, element.Name) switch
    {
        ("title", _) => attribute.Value,
        ("lang", _) when IsLanguage(attribute.Value) => attribute.Value,
        ("dir", _) when attribute.Value.ToLowerInvariant() is "ltr" or "rtl" or "auto" => attribute.Value.ToLowerInvariant(),
        ("cite", "blockquote" or "q" or "del" or "ins") when LinkAddress.Read(attribute.Value) is { Kind: AddressKind.Outside } a => a.Url,
        ("datetime", "time" or "del" or "ins") when IsDateTime(attribute.Value) => attribute.Value,
        ("start", "ol") when IsNumber(attribute.Value, -9999, 99999) => attribute.Value,
        ("colspan" or "rowspan", "td" or "th") when IsNumber(attribute.Value, 1, 50) => attribute.Value,
        ("scope", "th") when attribute.Value.ToLowerInvariant() is "row" or "col" => attribute.Value.ToLowerInvariant(),
        ("reversed", "ol") or ("open", "details") => "",
        _ => null,
    };

    /// <summary>A date, or a date and a time with offset, as <c>datetime</c> wants it: anything else is invalid HTML.</summary>
    internal static bool IsDateTime(string value) => DateTimeOffset.TryParseExact(
        value, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"], CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal, out var date) && date.Year > 0;

    private static bool IsNumber(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= least && number <= most;

    private static bool IsLanguage(string value) =>
        value.Length is >= 2 and <= 35 && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        && value.Split('-') is [{ Length: 2 or 3 }, ..] parts && parts.All(part => part.Length is >= 1 and <= 8);
}
