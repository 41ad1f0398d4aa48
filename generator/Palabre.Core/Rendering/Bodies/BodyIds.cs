using Markdig.Syntax;
using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>The places within a body that links can name. None begins with what footnotes use: <c>fn.</c>, <c>fnref.</c></summary>
internal static class BodyIds
{
    private const int LongestId = 100;

    /// <summary>Of a longer heading, this many characters make its id.</summary>
    private const int LongestHeading = 80;

    /// <summary>True for an id that people may give in raw HTML.</summary>
    internal static bool IsAllowed(string id) =>
        id.Length is > 0 and <= LongestId && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '~')
        && !id.StartsWith("fn", StringComparison.Ordinal);

    /// <summary>What every name within a text begins with: no anchor holds it, so that no name within one text is another's anchor.</summary>
    /// <param name="anchor">The entry's on its page.</param>
    internal static string Within(string anchor) => anchor + "~";

    /// <summary>The places in a post's text, without what they begin with: its headings, and what has an id in its markup.</summary>
    /// <param name="isTrusted">Its markup stands as it is written.</param>
    internal static HashSet<string> Of(Post post, bool isTrusted)
    {
        var text = post.Body.ToString();
        var places = text.Contains('<') && post.Format != BodyFormat.Text ? In(text, withNames: isTrusted) : [];
        if (post.Format == BodyFormat.Markdown && MarkdownReader.Read(text, withHtml: true, out _) is { } document)
            places.UnionWith(OfHeadings(document).Values);
        return places;
    }

    /// <summary>False only of a text that has no places.</summary>
    internal static bool MayBeIn(Post post) => post.Body.Contains("#"u8) || post.Body.Contains("<"u8) || post.Body.Contains("\n="u8) || post.Body.Contains("\n--"u8);

    /// <summary>The ids that elements of the markup have.</summary>
    /// <param name="withNames">The names that anchors have, too, as of old.</param>
    internal static HashSet<string> In(string html, bool withNames = false)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var tokens = new HtmlTokens(html); tokens.Next();)
        {
            if (tokens.Kind != HtmlTokenKind.StartTag || tokens.Rest.IsEmpty) continue;
            foreach (var (name, value) in RawAttributes.Read(tokens.Rest))
                if (name == "id" || (withNames && name == "name")) ids.Add(value);
        }

        return ids;
    }

    /// <summary>Each heading's id without prefix: its slug, with a number where an earlier one has the same.</summary>
    internal static Dictionary<HeadingBlock, string> OfHeadings(MarkdownDocument document)
    {
        var ids = new Dictionary<HeadingBlock, string>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var next = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var heading in MarkdownNodes.All(document).OfType<HeadingBlock>())
        {
            var slug = Slug.From(PlainWords.Of(heading.Inline, LongestHeading));
            if (slug.Length == 0) slug = "section";
            var id = slug;
            for (var number = next.GetValueOrDefault(slug, 2); !taken.Add(id); number++)
            {
                id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{slug}-{number}");
                next[slug] = number + 1;
            }

            ids.Add(heading, id);
        }

        return ids;
    }
}
