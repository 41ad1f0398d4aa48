using System.Text;

namespace Palabre.Rendering;

/// <summary>
/// Gives the paragraphs, lists and cells of a text that are written the other way than what is around them a <c>dir</c>: who answers in
/// English below a quotation in Arabic names no language for either.
/// </summary>
internal static class BlockDirections
{
    /// <param name="html">Our own rendering: elements are balanced.</param>
    /// <param name="around">The direction of the whole text: <c>ltr</c> or <c>rtl</c>.</param>
    internal static Html Set(Html html, string around)
    {
        if (around == "ltr" && Direction.IsRightward(html)) return html;
        using var markup = html.Lend();
        var blocks = LettersOf(markup.Chars);
        return blocks.TrueForAll(block => block.OtherThan(around) is null) ? html : new(Set(markup.Chars, blocks, around));
    }

    /// <summary>The letters of each block, in the order in which they begin.</summary>
    private static List<LetterCount> LettersOf(ReadOnlySpan<char> markup)
    {
        var counts = new List<LetterCount>();
        var open = new Stack<int>();
        var verbatim = 0;
        for (var tokens = new HtmlTokens(markup); tokens.Next();)
        {
            if (tokens.Kind == HtmlTokenKind.Text)
            {
                if (verbatim == 0 && open.TryPeek(out var own)) counts[own] = counts[own].With(tokens.Rest);
                continue;
            }

            var isStart = tokens.Kind == HtmlTokenKind.StartTag;
            if (HtmlElement.Find(tokens.Name) is not { } element) continue;
            if (element.IsVerbatim) verbatim += isStart ? 1 : -1;
            if (!IsBlock(element)) continue;
            if (isStart)
            {
                open.Push(counts.Count);
                counts.Add(default);
            }
            else if (open.TryPop(out var ended) && open.TryPeek(out var parent))
            {
                counts[parent] = counts[parent].With(counts[ended]);
            }
        }

        return counts;
    }

    private static string Set(ReadOnlySpan<char> markup, List<LetterCount> blocks, string around)
    {
        var set = new StringBuilder(markup.Length + 64);
        var open = new Stack<string>([around]);
        var (next, at) = (0, 0);
        for (var tokens = new HtmlTokens(markup); tokens.Next();)
        {
            if (tokens.Kind == HtmlTokenKind.Text || HtmlElement.Find(tokens.Name) is not { } element || !IsBlock(element)) continue;
            if (tokens.Kind == HtmlTokenKind.EndTag)
            {
                if (open.Count > 1) open.Pop();
                continue;
            }

            var within = open.Peek();
            var own = blocks[next++].OtherThan(within);
            var said = Said(tokens.Rest);
            if (said is not null || !IsSet(element)) own = null;
            open.Push(said is "ltr" or "rtl" ? said : own ?? within);
            if (own is null) continue;
            var end = tokens.Start + 1 + tokens.Name.Length;
            set.Append(markup[at..end]).Append(" dir=\"").Append(own).Append('"');
            at = end;
        }

        return set.Append(markup[at..]).ToString();
    }

    /// <summary>What a tag says of itself.</summary>
    private static string? Said(ReadOnlySpan<char> attributes)
    {
        if (!attributes.Contains("dir", StringComparison.OrdinalIgnoreCase)) return null;
        foreach (var (name, value) in RawAttributes.Read(attributes))
            if (name == "dir" && value is "ltr" or "rtl" or "auto") return value;
        return null;
    }

    /// <summary>An item of a list goes with its list: its mark stands where the others do.</summary>
    private static bool IsSet(HtmlElement element) => element.Role is not (ElementRole.Item or ElementRole.Detail);

    private static bool IsBlock(HtmlElement element) => element.Role is ElementRole.Item or ElementRole.Term or ElementRole.Detail or ElementRole.Cell
        || element.HeadingLevel > 0 || element == HtmlElements.P || element == HtmlElements.Blockquote
        || element == HtmlElements.Ul || element == HtmlElements.Ol || element == HtmlElements.Dl;
}
