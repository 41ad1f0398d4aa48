using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Parsers;

namespace Palabre.Rendering;

/// <summary>
/// Markdig's parser of footnotes, which takes none below a definition list: it asks for the container that is open, and a list is never
/// closed, whose last definition is.
/// </summary>
internal sealed class FootnoteBlocks : FootnoteParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.CurrentContainer is DefinitionItem { IsOpen: false, Parent: DefinitionList list }) list.IsOpen = false;
        return base.TryOpen(processor);
    }
}
