using System.Buffers;
using System.Net;
using System.Text;
using Palabre.Addressing;
using Palabre.Model;

namespace Palabre.Site;

/// <summary>
/// Pages to be read from a disk: each link to a file of the site is relative and names the file, as nobody looks for
/// <c>index.html</c> there. One pass over the finished page: whatever made a link, template, text or view, it is found.
/// </summary>
public static class PortablePages
{
    private static readonly HashSet<string> Links =
        new(["href", "src", "action", "formaction", "poster", "data", "xlink:href"], StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Delay = SearchValues.Create("0123456789; ");

    /// <summary>Every file of a portable output.</summary>
    public static IReadOnlyList<OutputFile> Of(SiteBuild build)
    {
        var settings = build.Edition.Settings;
        OutputFile[] files = [.. build.Files, .. build.Words is { } words ? Searches.Portable(build.Edition, words) : []];
        var known = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return [.. files.Select(file => file is RenderedFile page && page.Path.EndsWith(".html", StringComparison.Ordinal)
            ? new WrittenFile(page.Path, output =>
            {
                var made = new ArrayBufferWriter<byte>();
                page.Render(made);
                Encoding.UTF8.GetBytes(Of(settings, page.Path, Encoding.UTF8.GetString(made.WrittenSpan), known.Contains), output);
            }, Discussion: page.Discussion)
            : file)];
    }

    /// <summary>The page with its links made relative. Linear in its length; what is no HTML stays as it is.</summary>
    /// <param name="path">The page's, from the output folder.</param>
    /// <param name="isFile">Whether a path from the output folder is one of its files.</param>
    internal static string Of(Settings settings, string path, string page, Func<string, bool> isFile)
    {
        var text = new StringBuilder(page.Length);
        var (copied, at) = (0, 0);
        while ((at = page.IndexOf('<', at)) >= 0)
        {
            if (string.CompareOrdinal(page, at, "<!--", 0, 4) == 0)
            {
                at = After(page, "-->", at + 4);
                continue;
            }

            if (at + 1 >= page.Length || !char.IsAsciiLetter(page[at + 1]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < page.Length && !IsSpace(page[end]) && page[end] is not ('>' or '/')) end++;
            var element = page.AsSpan(at + 1, end - at - 1);
            var isRaw = element.Equals("script", StringComparison.OrdinalIgnoreCase) || element.Equals("style", StringComparison.OrdinalIgnoreCase);
            var closing = isRaw ? "</" + element.ToString() : null;
            at = end;
            while (Attribute(page, ref at) is { } attribute)
            {
                var value = page[attribute.From..attribute.To];
                if (Rewritten(settings, path, attribute.Name, value, isFile) is not { } other) continue;
                text.Append(page, copied, attribute.From - copied).Append(other);
                copied = attribute.To;
            }

            if (closing is not null && page.IndexOf(closing, at, StringComparison.OrdinalIgnoreCase) is var close)
                at = close < 0 ? page.Length : close + closing.Length;
        }

        return copied == 0 ? page : text.Append(page, copied, page.Length - copied).ToString();
    }

    /// <summary>The next attribute with a value, and the place behind it; null at the end of the tag, which is then passed.</summary>
    private static (string Name, int From, int To)? Attribute(string page, ref int at)
    {
        while (at < page.Length)
        {
            while (at < page.Length && (IsSpace(page[at]) || page[at] == '/')) at++;
            if (at >= page.Length) return null;
            if (page[at] == '>')
            {
                at++;
                return null;
            }

            var begin = at++;
            while (at < page.Length && !IsSpace(page[at]) && page[at] is not ('=' or '>' or '/')) at++;
            var name = page[begin..at];
            while (at < page.Length && IsSpace(page[at])) at++;
            if (at >= page.Length || page[at] != '=') continue;
            at++;
            while (at < page.Length && IsSpace(page[at])) at++;
            if (at >= page.Length) return null;
            if (page[at] is '"' or '\'')
            {
                var quote = page[at];
                var from = at + 1;
                var to = page.IndexOf(quote, from);
                if (to < 0) to = page.Length;
                at = Math.Min(to + 1, page.Length);
                return (name, from, to);
            }

            begin = at;
            while (at < page.Length && !IsSpace(page[at]) && page[at] != '>') at++;
            return (name, begin, at);
        }

        return null;
    }

    /// <summary>The value instead; null where it stays.</summary>
    private static string? Rewritten(Settings settings, string page, string name, string value, Func<string, bool> isFile)
    {
        if (Links.Contains(name)) return Link(settings, page, value, isFile, isLink: true);
        if (name.StartsWith("data-", StringComparison.OrdinalIgnoreCase)) return Link(settings, page, value, isFile, isLink: false);
        if (!name.Equals("content", StringComparison.OrdinalIgnoreCase)) return null;
        var url = value.IndexOf("url=", StringComparison.OrdinalIgnoreCase); // of a refresh: 0; url=/new/
        if (url <= 0 || value.AsSpan(0, url).ContainsAnyExcept(Delay)) return null;
        return Link(settings, page, value[(url + 4)..], isFile, isLink: true) is { } link ? value[..(url + 4)] + link : null;
    }

    private static string? Link(Settings settings, string page, string value, Func<string, bool> isFile, bool isLink)
    {
        if (!value.StartsWith('/') || value.StartsWith("//", StringComparison.Ordinal)) return null;
        var href = value.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(value) : value;
        var cut = href.AsSpan().IndexOfAny('?', '#');
        var (path, rest) = cut < 0 ? (href, "") : (href[..cut], href[cut..]);
        if (BaseAddress.Within(settings.BasePath, path) is { } within)
        {
            var address = new Address(Uri.UnescapeDataString(within));
            if (isFile(address.File)) return Escaped(address.File == page && rest.StartsWith('#') ? rest : Relative(page, address.File) + rest);
        }

        // Elsewhere on the domain: there, if anywhere, it still is.
        return isLink && settings.Origin is not null ? Escaped(settings.Origin + href) : null;
    }

    /// <summary>From one file of the output to another, as links write it.</summary>
    private static string Relative(string from, string to)
    {
        var (here, there) = (from.Split('/'), to.Split('/'));
        var same = 0;
        while (same < here.Length - 1 && same < there.Length - 1 && here[same] == there[same]) same++;
        var link = string.Concat(Enumerable.Repeat("../", here.Length - 1 - same)) + new Address("/" + string.Join('/', there[same..])).Escaped[1..];
        return link;
    }

    private static string Escaped(string link) => link.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal);

    private static bool IsSpace(char c) => c is ' ' or '\n' or '\t' or '\r' or '\f';

    private static int After(string page, string mark, int from) =>
        page.IndexOf(mark, Math.Min(from, page.Length), StringComparison.Ordinal) is >= 0 and var at ? at + mark.Length : page.Length;
}
