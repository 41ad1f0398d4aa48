using Palabre.Import.Texts;
using Palabre.Model;
using Palabre.Rendering;

namespace Palabre.Import.Html;

/// <summary>A text as it is to stand in a file of the site.</summary>
internal readonly record struct Body(string Text, BodyFormat Format)
{
    private const int LongestText = 400_000, MostTags = 30_000, DeepestNesting = 120;

    /// <summary>
    /// The text of HTML that somebody wrote: Markdown where pages show the same of it, else HTML, cleaned. Of a post,
    /// whose Markdown may hold HTML, always Markdown.
    /// </summary>
    /// <param name="linesCount">See <see cref="HtmlFlow.Read"/>.</param>
    internal static Body Of(string html, bool isComment, bool linesCount, Findings findings)
    {
        html = Plainly.Lines(html);
        if (!IsReadable(html))
        {
            findings.KeptAsHtml = true;
            return isComment ? new(html.Trim(), BodyFormat.Html) : new(OneBlock(html), BodyFormat.Markdown);
        }

        return From(HtmlFlow.Read(html, linesCount, findings), isComment, findings);
    }

    /// <summary>HTML as pieces of a longer text; where it is too large or too deep to be read, as its letters.</summary>
    internal static List<Part> Parts(string html, Findings findings)
    {
        html = Plainly.Lines(html);
        return IsReadable(html) ? HtmlFlow.Read(html, linesCount: false, findings) : [new(PartKind.Open, "p"), new(PartKind.Text, "", html), new(PartKind.Close, "p")];
    }

    /// <summary>A cleaned text: Markdown where pages show the same of it, else HTML.</summary>
    internal static Body From(List<Part> parts, bool isComment, Findings findings)
    {
        var cleaned = CleanHtml.Of(parts, 0, parts.Count);
        var trust = isComment ? BodyTrust.Comment : BodyTrust.Post;
        var wanted = Outline.Of(Rendered(cleaned, BodyFormat.Html, trust));
        if (MarkdownText.Of(parts, mayHoldHtml: false, !isComment) is { } plain && Outline.Of(Rendered(plain, BodyFormat.Markdown, trust)) == wanted)
            return new(plain, BodyFormat.Markdown);
        if (!isComment && MarkdownText.Of(parts, mayHoldHtml: true, isPost: true) is { } mixed && Outline.Of(Rendered(mixed, BodyFormat.Markdown, trust)) == wanted)
            return new(mixed, BodyFormat.Markdown);
        findings.KeptAsHtml = true;
        return isComment ? new(cleaned, BodyFormat.Html) : new(Parted(parts), BodyFormat.Markdown);
    }

    /// <summary>The words of a title or a name, which may hold entities and emphasis.</summary>
    internal static string? Words(string? html)
    {
        if (html is null || !html.AsSpan().ContainsAny('<', '&') || !IsReadable(html)) return Plainly.Line(html);
        var words = HtmlFlow.Read(html, false, new()).Where(p => p.Kind is PartKind.Text or PartKind.Break).Select(p => p.Kind == PartKind.Break ? " " : p.Value);
        return Plainly.Line(string.Concat(words));
    }

    /// <summary>The text as pages show it, with nothing known of the site around it.</summary>
    private static string Rendered(string text, BodyFormat format, BodyTrust trust) => BodyRenderer.Render(
        new() { Text = text, Format = format, Language = "zxx", Trust = trust, IdPrefix = "", Source = new("") },
        (url, _) => new(url)).Html.ToString();

    /// <summary>HTML as blocks within Markdown, one for each of the outermost: a summary can end between them.</summary>
    private static string Parted(List<Part> parts)
    {
        var blocks = new List<string>();
        var (from, depth) = (0, 0);
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Kind == PartKind.Open) depth++;
            if (parts[i].Kind == PartKind.Close) depth--;
            if (depth > 0) continue;
            var html = parts[i].Kind == PartKind.More ? "<!--more-->" : CleanHtml.Of(parts, from, i + 1);
            if (html.Length > 0) blocks.Add(html);
            from = i + 1;
        }

        return string.Join("\n\n", blocks);
    }

    private static string OneBlock(string html)
    {
        var lines = html.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line));
        return $"<div>\n{string.Join('\n', lines)}\n</div>";
    }

    /// <summary>Whether a tree of it can be made in reasonable time: cost grows with depth as well as length.</summary>
    private static bool IsReadable(string html)
    {
        if (html.Length > LongestText) return false;
        var (tags, depth, deepest) = (0, 0, 0);
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0; at = html.IndexOf('<', at + 1))
        {
            if (at + 1 == html.Length) break;
            tags++;
            if (html[at + 1] == '/') depth = IsVoid(html.AsSpan(at + 2)) ? depth : Math.Max(0, depth - 1);
            else if (char.IsAsciiLetter(html[at + 1]) && !IsVoid(html.AsSpan(at + 1))) deepest = Math.Max(deepest, ++depth);
        }

        return tags <= MostTags && deepest <= DeepestNesting;
    }

    private static bool IsVoid(ReadOnlySpan<char> tag)
    {
        foreach (var name in new[] { "br", "hr", "img", "p", "li", "input", "embed", "param", "source", "wbr", "td", "tr", "col" })
            if (tag.Length > name.Length && tag.StartsWith(name, StringComparison.OrdinalIgnoreCase) && !char.IsAsciiLetter(tag[name.Length])) return true;
        return false;
    }
}
