using Markdig.Extensions.AutoLinks;
using Markdig.Helpers;
using Markdig.Parsers;

namespace Palabre.Rendering;

/// <summary>Markdig's parser of bare addresses, for which the mark of a footnote behind an address is a part of it.</summary>
internal sealed class BareAddresses() : AutoLinkParser(new())
{
    private const int Longest = 2_000; // an address beyond that is left out anyway

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (char.IsLetterOrDigit(slice.PeekCharExtra(-1))) return base.Match(processor, ref slice); // within a word, where none begins
        var mark = slice.AsSpan()[..Math.Min(slice.Length, Longest)].IndexOf("[^", StringComparison.Ordinal);
        if (mark <= 0 || !FootnoteMarks.IsMark(processor, slice, slice.Start + mark)) return base.Match(processor, ref slice);
        var address = new StringSlice(slice.Text, slice.Start, slice.Start + mark - 1);
        var isLink = base.Match(processor, ref address);
        slice.Start = address.Start;
        return isLink;
    }
}
