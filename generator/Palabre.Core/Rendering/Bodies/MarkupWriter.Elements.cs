namespace Palabre.Rendering;

/// <content>Which element may stand where, as far as valid HTML needs it.</content>
internal sealed partial class MarkupWriter
{
    private bool MakeRoomForText(ReadOnlySpan<char> text)
    {
        if (Top.AdmitsText && open[Depth - 1].Element != HtmlElements.Details) return true;
        return !text.IsWhiteSpace() && MakeRoomFor(HtmlElement.Text);
    }

    /// <summary>Closes and opens what it takes for <paramref name="element"/> to stand here. False: it cannot.</summary>
    private bool MakeRoomFor(HtmlElement element)
    {
        if (element == HtmlElements.A && links > 0 && !CloseLink()) return false;
        if (TryAdmit(element)) return true;
        for (var depth = Depth - 1; depth >= Barrier; depth--)
        {
            if (!Admits(open[depth - 1], element) && AroundIn(open[depth - 1].Element, element) is null) continue;
            CloseTo(depth);
            return TryAdmit(element);
        }

        // An item without its list brings one along; a cell without its table is left out, as browsers do.
        var list = element.Role switch
        {
            ElementRole.Item => HtmlElements.Ul,
            ElementRole.Term or ElementRole.Detail => HtmlElements.Dl,
            _ => null,
        };
        if (list is null || !MakeRoomFor(list)) return false;
        Push(list);
        FinishTag();
        return TryAdmit(element);
    }

    /// <summary>Opens around <paramref name="element"/> what the innermost open element wants there (ul: li).</summary>
    private bool TryAdmit(HtmlElement element)
    {
        while (true)
        {
            CompleteBefore(element);
            if (Admits(open[Depth - 1], element)) return true;
            if (AroundIn(Top, element) is not { } around || Depth >= open.Length) return false;
            Push(around);
            FinishTag();
        }
    }

    private static bool Admits(Open parent, HtmlElement child) => (parent.Element.Content, child.Role) switch
    {
        (ElementContent.Phrasing or ElementContent.Flow, ElementRole.Inline) => true,
        (ElementContent.Flow or ElementContent.Blocks, ElementRole.Block) => true,
        (ElementContent.Items, ElementRole.Item) => true,
        (ElementContent.Definitions, ElementRole.Term or ElementRole.Detail) => true,
        (ElementContent.Table, ElementRole.RowGroup or ElementRole.Row) => true,
        (ElementContent.Table, ElementRole.Caption) => parent.Last is null,
        (ElementContent.Rows, ElementRole.Row) => true,
        (ElementContent.Cells, ElementRole.Cell) => true,
        (ElementContent.Flow, ElementRole.FigureCaption) => parent.Element == HtmlElements.Figure,
        (ElementContent.Flow, ElementRole.Summary) => parent.Element == HtmlElements.Details && parent.Last is null,
        _ => false,
    };

    /// <summary>The element that <paramref name="child"/> needs around it to stand in <paramref name="parent"/>.</summary>
    private static HtmlElement? AroundIn(HtmlElement parent, HtmlElement child)
    {
        if (child.Role is not (ElementRole.Block or ElementRole.Inline or ElementRole.Cell)) return null;
        return parent.Content switch
        {
            ElementContent.Blocks when child.Role == ElementRole.Inline => HtmlElements.P,
            ElementContent.Items when child.Role != ElementRole.Cell => HtmlElements.Li,
            ElementContent.Definitions when child.Role != ElementRole.Cell => HtmlElements.Dd,
            ElementContent.Table or ElementContent.Rows => HtmlElements.Tr,
            ElementContent.Cells when child.Role != ElementRole.Cell => HtmlElements.Td,
            _ => null,
        };
    }

    /// <summary>A list of definitions begins with a term, and details with a summary.</summary>
    private void CompleteBefore(HtmlElement child)
    {
        var (parent, last) = open[Depth - 1];
        if (last is not null) return;
        if (parent == HtmlElements.Dl && child.Role != ElementRole.Term) buffer.Append("<dt></dt>");
        else if (parent == HtmlElements.Details && child.Role != ElementRole.Summary) buffer.Append("<summary>…</summary>");
        else return;
        open[Depth - 1].Last = child;
    }

    private void Push(HtmlElement element)
    {
        open[Depth - 1].Last = element;
        if (element.Role != ElementRole.Inline) BeginBlock();
        buffer.Append(element.StartTag.AsSpan()[..^1]);
        if (element.IsVoid) return;
        open[Depth++] = new(element);
        if (element.IsVerbatim) verbatim++;
        if (element == HtmlElements.A) links++;
    }

    private void Pop()
    {
        var (element, last) = open[--Depth];
        if (element.Role != ElementRole.Inline) BeginBlock();
        if (element.IsVerbatim) verbatim--;
        if (element == HtmlElements.A) links--;
        if (element == HtmlElements.Dl) buffer.Append(last == HtmlElements.Dd ? "" : last is null ? "<dt></dt><dd></dd>" : "<dd></dd>");
        if (element == HtmlElements.Details && last is null) buffer.Append("<summary>…</summary>");
        if (element == HtmlElements.Tr && last is null) buffer.Append("<td></td>");
        buffer.Append(element.EndTag);
    }

    /// <summary>Closes the innermost such element and what is in it; nothing if there is none above the barrier.</summary>
    internal void CloseNearest(HtmlElement element)
    {
        var leavesCell = element == HtmlElements.Table || element.Role is ElementRole.Cell or ElementRole.Row or ElementRole.RowGroup;
        for (var depth = Depth; depth > Barrier; depth--)
        {
            if (open[depth - 1].Element == element)
            {
                CloseTo(depth - 1);
                return;
            }

            if (open[depth - 1].Element.Role == ElementRole.Cell && !leavesCell) return;
        }
    }

    private void BeginBlock()
    {
        CloseBidi();
        typographer.Restart();
    }

    /// <summary>Links do not nest: closes the one that is open, if it may be closed.</summary>
    private bool CloseLink()
    {
        for (var depth = Depth; depth > Barrier; depth--)
        {
            if (open[depth - 1].Element != HtmlElements.A) continue;
            CloseTo(depth - 1);
            return links == 0;
        }

        return false;
    }
}
