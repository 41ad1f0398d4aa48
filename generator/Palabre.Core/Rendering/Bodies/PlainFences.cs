using Markdig.Parsers;

namespace Palabre.Rendering;

/// <summary>Markdig's parser of fenced code, for which <c>~~~ Jane, 3 May ~~~</c> opens code in a language of that name, and shows nothing of it.</summary>
internal sealed class PlainFences : FencedCodeBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan().Trim();
        return line.StartsWith("~~~ ", StringComparison.Ordinal) && line.EndsWith(" ~~~", StringComparison.Ordinal) ? BlockState.None : base.TryOpen(processor);
    }
}
