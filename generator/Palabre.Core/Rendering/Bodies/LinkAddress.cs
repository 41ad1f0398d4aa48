using System.Buffers;
using System.Globalization;

namespace Palabre.Rendering;

internal enum AddressKind
{
    /// <summary>http, https or mailto.</summary>
    Outside,

    /// <summary>For the site to resolve: relative, a fragment, <c>post:</c>, <c>comment:</c>, <c>theme:</c>.</summary>
    Site,

    /// <summary>Never written.</summary>
    Refused,
}

/// <summary>An address that somebody wrote, as a browser would understand it (URL Standard, section 4.4).</summary>
/// <param name="Url">Of <see cref="AddressKind.Outside"/>, valid; else as written, trimmed.</param>
internal readonly record struct LinkAddress(AddressKind Kind, string Url)
{
    /// <summary>Longer ones, repeated by reference, would make a small body a huge page.</summary>
    internal const int MaximumLength = 2000;

    private static readonly SearchValues<char> Delimiters = SearchValues.Create(":/?#\\");
    private static readonly SearchValues<char> NotInHost = SearchValues.Create(" \"<>\\^`{|}");

    // Browsers drop tabs and line ends from addresses, and control characters and spaces at their ends.
    private static readonly SearchValues<char> Dropped = SearchValues.Create("\t\n\r");

    private static readonly SearchValues<char> Encoded = SearchValues.Create(
        [.. " \"<>\\^`{|}[]%#", .. "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"]);

    /// <summary>Reads an address whose entities and escapes are decoded.</summary>
    internal static LinkAddress Read(string written)
    {
        var url = Clean(written);
        if (url.Length is 0 or > MaximumLength || url.AsSpan().ContainsAnyInRange('\0', '\u001F')) return new(AddressKind.Refused, url);
        if (url.AsSpan().ContainsAnyInRange('\u007F', '\u009F')) return new(AddressKind.Refused, url);
        var delimiter = url.AsSpan().IndexOfAny(Delimiters);
        if (delimiter < 0 || url[delimiter] != ':') return new(IsPath(url) ? AddressKind.Site : AddressKind.Refused, url);
        var rest = url.AsSpan(delimiter + 1);
        return url.AsSpan(0, delimiter) switch
        {
            var scheme when Is(scheme, "http") || Is(scheme, "https") =>
                HasHost(rest) ? new(AddressKind.Outside, Encode(url)) : new(AddressKind.Refused, url),
            var scheme when Is(scheme, "mailto") =>
                rest.Contains('@') && !rest.Contains("@…", StringComparison.Ordinal) ? new(AddressKind.Outside, Encode(url)) : new(AddressKind.Refused, url),
            var scheme when Is(scheme, "post") || Is(scheme, "comment") || Is(scheme, "theme") => new(AddressKind.Site, url),
            _ => new(AddressKind.Refused, url),
        };
    }

    private static bool Is(ReadOnlySpan<char> scheme, string name) => scheme.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string Clean(string written)
    {
        var start = 0;
        var end = written.Length;
        while (start < end && written[start] <= ' ') start++;
        while (end > start && written[end - 1] <= ' ') end--;
        var url = end - start == written.Length ? written : written[start..end];
        return url.AsSpan().ContainsAny(Dropped) ? string.Concat(url.Where(c => c is not ('\t' or '\n' or '\r'))) : url;
    }

    /// <summary>A path of this site: '//' and '\' would lead to another.</summary>
    private static bool IsPath(string url)
    {
        var end = url.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? url : url.AsSpan(0, end);
        return !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\');
    }

    private static bool HasHost(ReadOnlySpan<char> rest)
    {
        if (!rest.StartsWith("//", StringComparison.Ordinal)) return false;
        var end = rest[2..].IndexOfAny('/', '?', '#');
        var host = end < 0 ? rest[2..] : rest.Slice(2, end);
        host = host[(host.LastIndexOf('@') + 1)..];
        var port = host.LastIndexOf(':');
        if (port >= 0 && !host.EndsWith(']'))
        {
            if (!ushort.TryParse(host[(port + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out _)) return false;
            host = host[..port];
        }

        if (host.IsEmpty || host[0] is '.' or '-' || host.ContainsAny(NotInHost) || host.Contains('%')) return false;
        return host[0] == '[' ? host[^1] == ']' && !host[1..^1].ContainsAny('[', ']') : !host.ContainsAny('[', ']', ':');
    }

    /// <summary>Percent-encodes what an address may not hold. Other characters than ASCII stay: browsers encode them.</summary>
    internal static string Encode(string url)
    {
        var first = url.AsSpan().IndexOfAny(Encoded);
        return first < 0 ? url : EncodeFrom(url, first);
    }

    private static string EncodeFrom(string url, int first)
    {
        var encoded = new System.Text.StringBuilder(url, 0, first, url.Length + 16);
        var hostEnd = EndOfHost(url);
        var fragment = false;
        for (var i = first; i < url.Length; i++)
        {
            var c = url[i];
            if (IsAllowedAt(url, i, fragment, hostEnd)) encoded.Append(c);
            else foreach (var unit in System.Text.Encoding.UTF8.GetBytes([c])) encoded.Append(CultureInfo.InvariantCulture, $"%{unit:X2}");
            fragment |= c == '#';
        }

        return encoded.ToString();
    }

    /// <summary>0 for an address without a host.</summary>
    private static int EndOfHost(string url)
    {
        var host = url.IndexOf("//", StringComparison.Ordinal) + 2;
        if (host < 2 || !char.IsAsciiLetter(url[0]) || url[host - 3] != ':') return 0;
        var length = url.AsSpan(host).IndexOfAny('/', '?', '#');
        return length < 0 ? url.Length : host + length;
    }

    private static bool IsAllowedAt(string url, int i, bool inFragment, int hostEnd) => url[i] switch
    {
        '#' => !inFragment,
        '%' => i + 2 < url.Length && char.IsAsciiHexDigit(url[i + 1]) && char.IsAsciiHexDigit(url[i + 2]),
        '[' or ']' => i < hostEnd, // http://[::1]/
        var c => !Encoded.Contains(c),
    };
}
