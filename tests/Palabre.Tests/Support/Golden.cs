using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Palabre.Tests.Support;

/// <summary>
/// What pages are known to say. Compared as an outline: the words of <c>&lt;main&gt;</c>, a block a line, links as
/// <c>[text](href)</c>; so a new look changes nothing here unless it changes what is said.
/// </summary>
internal static class Golden
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "footer",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table",
        "tbody", "td", "th", "thead", "time", "tr", "ul",
    };

    /// <summary>
    /// Holds that the pages of a folder say what <c>tests/Golden/name/expected</c> holds, page for page: one that
    /// nothing produces fails too. <c>UPDATE_GOLDEN=1</c> rewrites what is expected; read its diff as code.
    /// </summary>
    internal static void Compare(string name, SiteOnDisk site)
    {
        var folder = Path.Combine(Repository.Root, "tests/Golden", name, "expected");
        var produced = site.Pages.ToDictionary(page => Path.ChangeExtension(page, ".txt"), page => Outline(site.Published(page)), StringComparer.Ordinal);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") Rewrite(folder, produced);
        string[] expected = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))] : [];
        Assert.That(produced.Keys, Is.EquivalentTo(expected), "the pages; UPDATE_GOLDEN=1 rewrites what is expected");
        Assert.Multiple(() =>
        {
            foreach (var (page, outline) in produced.OrderBy(p => p.Key, StringComparer.Ordinal))
                Assert.That(outline, Is.EqualTo(File.ReadAllText(Path.Combine(folder, page))), page);
        });
    }

    /// <summary>The words of the main part of a page.</summary>
    internal static string Outline(string html)
    {
        var outline = new StringBuilder();
        if (new HtmlParser().ParseDocument(html).QuerySelector("main") is { } main) Write(main, outline);
        var lines = outline.ToString().Split('\n').Select(line => string.Join(' ', line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)));
        return string.Concat(lines.Where(line => line.Length > 0).Select(line => line + "\n"));
    }

    // Recursion is as deep as the sample's pages, which are ours.
    private static void Write(INode node, StringBuilder outline)
    {
        if (node is IText text) outline.Append(text.Data.ReplaceLineEndings(" "));
        if (node is not IElement element) return;
        var isBlock = Blocks.Contains(element.LocalName);
        var isLink = element.LocalName == "a" && element.HasAttribute("href");
        if (isBlock) outline.Append('\n');
        if (isLink) outline.Append('[');
        foreach (var child in element.ChildNodes) Write(child, outline);
        if (isLink) outline.Append("](").Append(element.GetAttribute("href")).Append(')');
        if (isBlock) outline.Append('\n');
    }

    private static void Rewrite(string folder, Dictionary<string, string> produced)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        foreach (var (page, outline) in produced)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, page))!);
            File.WriteAllText(Path.Combine(folder, page), outline);
        }
    }
}
