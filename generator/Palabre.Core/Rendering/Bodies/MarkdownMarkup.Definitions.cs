using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Palabre.Diagnostics;

namespace Palabre.Rendering;

/// <content>
/// Definitions of links (<c>[a]: https://a.example/</c>), which Markdown does not show. Those that no link uses are shown as they are written,
/// lest an address in a list of sources, or <c>[edit]: sorry</c>, be lost; but for notes to oneself in a post, <c>[//]: # (a note)</c>.
/// </content>
internal sealed partial class MarkdownMarkup
{
    private Queue<LinkReferenceDefinition>? unused;

    private void FindUnused()
    {
        if (document!.OfType<LinkReferenceDefinitionGroup>().FirstOrDefault() is not { } group) return;
        var all = group.OfType<LinkReferenceDefinition>()
            .Where(definition => definition is not FootnoteLinkReferenceDefinition && !IsNoteToOneself(definition)).ToList();
        if (all.Count == 0) return;
        var used = MarkdownNodes.All(document!).OfType<LeafBlock>().SelectMany(leaf => MarkdownNodes.Inlines(leaf.Inline))
            .OfType<LinkInline>().Select(link => link.Reference).ToHashSet();
        // A footnote of one word in a list or a quotation is a definition: the text would be an address.
        unused = new(all.Where(definition => !used.Contains(definition) || definition.Label is ['^', ..]).OrderBy(definition => definition.Line));
    }

    private bool IsNoteToOneself(LinkReferenceDefinition definition) =>
        !body.IsComment && (definition.Url is null or "" or "#" || definition.Label == "//");

    private bool IsSecond(LinkReferenceDefinition definition) =>
        document!.TryGetLinkReferenceDefinition(definition.Label!, out var first) && first != definition;

    /// <summary>Writes what stands before this part of the document; before the footnotes, or null for the end, all that is left.</summary>
    private void WriteUnused(Block? next)
    {
        var line = next is null or FootnoteGroup ? int.MaxValue : next.Line;
        while (unused is not null && unused.TryPeek(out var definition) && definition.Line < line)
        {
            unused.Dequeue();
            var place = problems.At(definition.Span.Start);
            if (!body.IsComment) problems.Add(Catalogue.DefinitionUnused(place, definition.Label ?? "", IsSecond(definition)));
            var level = writer.Depth;
            TextMarkup.Write(body.Text[definition.Span.Start..(definition.Span.End + 1)], writer, links, place);
            writer.CloseTo(level);
        }
    }
}
