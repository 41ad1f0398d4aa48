using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Palabre.Rendering;

/// <summary>Walks what Markdig parsed in the order of the text, without recursion.</summary>
internal static class MarkdownNodes
{
    /// <summary>Every block below <paramref name="document"/>.</summary>
    internal static IEnumerable<Block> All(MarkdownDocument document)
    {
        var open = new Stack<(ContainerBlock Container, int Next)>([(document, 0)]);
        while (open.TryPop(out var top))
        {
            if (top.Next == top.Container.Count) continue;
            var block = top.Container[top.Next];
            open.Push((top.Container, top.Next + 1));
            yield return block;
            if (block is ContainerBlock container) open.Push((container, 0));
        }
    }

    /// <summary>Every inline below <paramref name="container"/>, which may be null.</summary>
    internal static IEnumerable<Inline> Inlines(ContainerInline? container)
    {
        var inline = container?.FirstChild;
        while (inline is not null)
        {
            yield return inline;
            if (inline is ContainerInline { FirstChild: { } child })
            {
                inline = child;
                continue;
            }

            while (inline is not null && inline != container && inline.NextSibling is null) inline = inline.Parent;
            inline = inline == container ? null : inline?.NextSibling;
        }
    }

    /// <summary>Whether the lines before and after a break go on without a space.</summary>
    internal static bool Vanishes(LineBreakInline lineBreak)
    {
        if (lineBreak.IsHard) return false;
        var (before, after) = (lineBreak.PreviousSibling, lineBreak.NextSibling);
        while (before is ContainerInline { LastChild: { } last }) before = last;
        while (after is ContainerInline { FirstChild: { } first }) after = first;
        return before is LiteralInline a && after is LiteralInline b && SegmentBreak.Vanishes(a.Content.AsSpan(), b.Content.AsSpan());
    }
}
