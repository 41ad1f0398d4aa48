using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Palabre.Rendering;

/// <summary>
/// Writes a parsed body. Depth-first with a stack of its own: how deep people nest is theirs. Each node says what it
/// opens; what it opened, and what raw HTML in it left open, is closed when the last of its children is written.
/// </summary>
internal sealed partial class MarkdownMarkup
{
    private const string More = SummaryText.More;

    private readonly BodyText body;
    private readonly MarkupWriter writer;
    private readonly BodyLinks links;
    private readonly BodyProblems problems;
    private readonly RawHtml rawHtml;
    private readonly TrustedHtml trusted;
    private readonly Stack<Frame> open;
    private readonly long longest;
    private MarkdownDocument? document;
    private Dictionary<HeadingBlock, string>? headingIds;
    private HashSet<string>? headingNames;
    private bool isOver;

    [ThreadStatic]
    private static Stack<Frame>? idle; // one that has grown to its size, for the next body

    private MarkdownMarkup(BodyText body, ResolveLink resolve, MarkupWriter writer, BodyProblems problems)
    {
        (this.body, this.writer, this.problems) = (body, writer, problems);
        links = new(body, resolve, writer, problems, HeadingNamed);
        rawHtml = new(body, writer, links, problems);
        trusted = new(writer, links, problems);
        longest = (40L * body.Text.Length) + 100_000;
        (open, idle) = (idle ?? new(16), null); // what a link resolves to may be rendered meanwhile
    }

    /// <summary>True: only what opens the body, without references to footnotes.</summary>
    private bool IsSummary { get; init; }

    /// <summary>Writes the whole body. False if it became unreasonably long, by repeating what is defined once.</summary>
    internal static bool Write(
        MarkdownDocument document, BodyText body, ResolveLink resolve, MarkupWriter writer, BodyProblems problems)
    {
        var markup = new MarkdownMarkup(body, resolve, writer, problems) { document = document };
        markup.FindUnused();
        return markup.Walk(document);
    }

    /// <summary>Writes what stands before <c>&lt;!--more--&gt;</c>, or the first paragraph.</summary>
    internal static bool WriteSummary(
        MarkdownDocument document, BodyText body, ResolveLink resolve, MarkupWriter writer, BodyProblems problems)
    {
        var markup = new MarkdownMarkup(body, resolve, writer, problems) { document = document, IsSummary = true };
        var hasMore = body.Text.Contains(More, StringComparison.Ordinal) && MarkdownNodes.All(document).Any(HoldsMore);
        if (hasMore) return markup.Walk(document);
        return document.OfType<ParagraphBlock>().FirstOrDefault() is not { } first || markup.Walk(first);
    }

    private bool Walk(Block root)
    {
        Visit(root);
        var isGood = WalkOpen();
        open.Clear();
        idle = open;
        return isGood;
    }

    private bool WalkOpen()
    {
        while (open.TryPop(out var frame) && !isOver)
        {
            if (writer.Length > longest) return false;
            var child = frame.TakeChild();
            if (frame.Node == document) WriteUnused((Block?)child);
            if (child is not null)
            {
                open.Push(frame);
                writer.Barrier = frame.Barrier;
                Visit(child);
            }
            else
            {
                writer.CloseTo(frame.Level);
            }
        }

        return true;
    }

    /// <summary>Writes what opens a node; it is left open if it has children to write.</summary>
    private void Visit(MarkdownObject node)
    {
        var level = writer.Depth;
        var hasChildren = node is Inline inline ? Open(inline, ref level) : Open((Block)node, ref level);
        if (hasChildren) open.Push(new(node, level, writer.Depth));
        else writer.CloseTo(level);
    }

    private static bool IsMore(string markup) => markup.AsSpan().Trim().Equals(More, StringComparison.Ordinal);

    private static bool HoldsMore(Block block) =>
        (block is HtmlBlock html && IsMore(html.Lines.ToString()))
        || (block is LeafBlock leaf && MarkdownNodes.Inlines(leaf.Inline).Any(i => i is HtmlInline inline && IsMore(inline.Tag)));

    private string? HeadingNamed(string fragment)
    {
        if (!body.HasIds) return null;
        headingNames ??= (headingIds ??= BodyIds.OfHeadings(document!)).Values.ToHashSet(StringComparer.Ordinal);
        return headingNames.Contains(fragment) ? body.IdPrefix + fragment : null;
    }

    /// <param name="Level">The depth of the writer to return to.</param>
    /// <param name="Barrier">The depth that raw HTML among the children cannot close.</param>
    private record struct Frame(MarkdownObject Node, int Level, int Barrier)
    {
        private int index;
        private Inline? next;

        internal MarkdownObject? TakeChild()
        {
            if (Node is ContainerBlock block) return index < block.Count ? block[index++] : null;
            if (index++ == 0) next = (Node as LeafBlock)?.Inline?.FirstChild ?? (Node as ContainerInline)?.FirstChild;
            var child = next;
            next = child?.NextSibling;
            return child;
        }
    }
}
