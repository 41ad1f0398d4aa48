using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Palabre.Rendering;

/// <summary>
/// Markdig's parser of footnotes, with two differences. It takes one below a definition list, too: Markdig asks for the container that is
/// open, and a list is never closed, whose last definition is. And a footnote that nothing refers to, which Markdig takes out of the
/// document, follows the others.
/// </summary>
internal sealed class FootnoteBlocks : FootnoteParser
{
    private static readonly object IsAsked = new();

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.CurrentContainer is DefinitionItem { IsOpen: false, Parent: DefinitionList list }) list.IsOpen = false;
        if (processor.Document.GetData(IsAsked) is null)
        {
            processor.Document.SetData(IsAsked, IsAsked);
            processor.Document.ProcessInlinesEnd += NumberTheRest; // before Markdig asks for those without a number
        }

        return base.TryOpen(processor);
    }

    private static void NumberTheRest(InlineProcessor state, Inline? inline)
    {
        if (state.Document.OfType<FootnoteGroup>().FirstOrDefault() is not { } group) return;
        var last = group.Max(note => ((Footnote)note).Order);
        foreach (var note in group.Cast<Footnote>().Where(note => note.Order < 0)) note.Order = last = Math.Max(last, 0) + 1;
    }
}
