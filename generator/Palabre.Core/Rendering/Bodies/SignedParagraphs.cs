using Markdig.Parsers;
using Markdig.Syntax;

namespace Palabre.Rendering;

/// <summary>Markdig's parser of paragraphs, for which <c>--</c> makes a heading of the line above. In mail it stands above a signature.</summary>
internal sealed class SignedParagraphs : ParagraphBlockParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (!processor.Line.AsSpan().Trim().Equals("--", StringComparison.Ordinal)) return base.TryContinue(processor, block);
        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.Continue;
    }
}
