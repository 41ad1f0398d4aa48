namespace Palabre.Rendering;

/// <content>Which element may stand where, as far as valid HTML needs it.</content>
internal sealed partial class MarkupWriter
{
    private bool MakeRoomForText(ReadOnlySpan<char> text)
    {
        if (Top.AdmitsText && open[Depth - 1].Element != Elements.Details) return true;
        return !text.IsWhiteSpace() && MakeRoomFor(Element.Text);
    }

    /// <summary>Closes and opens what it takes for <paramref name="element"/> to stand here. False: it cannot.</summary>
    private bool MakeRoomFor(Element element)
    {
        if (element == Elements.A && links > 0 && !CloseLink()) return false;
        if (TryAdmit(element)) return true;
        for (var depth = Depth - 1; depth >= Barrier; depth--)
        {
            if (!Admits(open[depth - 1], element) && AroundIn(open[depth - 1].Element, element) is null) continue;
            CloseTo(depth);
            return TryAdmit(element);
        }

        // An item without its list brings one along; a cell without its table is left out, as browsers do.
        Element? list = element.Role switch { Role.Item => Elements.Ul, Role.Term or Role.Detail => Elements.Dl, _ => null };
        if (list is null || !MakeRoomFor(list)) return false;
        Push(list);
        FinishTag();
        return TryAdmit(element);
    }

    /// <summary>Opens around <paramref name="element"/> what the innermost open element wants there (ul: li).</summary>
    private bool TryAdmit(Element element)
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

    private static bool Admits(Open parent, Element child) => (parent.Element.Content, child.Role) switch
    {
        (Content.Phrasing or Content.Flow, Role.Inline) => true,
        (Content.Flow or Content.Blocks, Role.Block) => true,
        (Content.Items, Role.Item) => true,
        (Content.Definitions, Role.Term or Role.Detail) => true,
        (Content.Table, Role.RowGroup or Role.Row) => true,
        (Content.Table, Role.Caption) => parent.Last is null,
        (Content.Rows, Role.Row) => true,
        (Content.Cells, Role.Cell) => true,
        (Content.Flow, Role.FigureCaption) => parent.Element == Elements.Figure,
        (Content.Flow, Role.Summary) => parent.Element == Elements.Details && parent.Last is null,
        _ => false,
    };

    /// <summary>The element that <paramref name="child"/> needs around it to stand in <paramref name="parent"/>.</summary>
    private static Element? AroundIn(Element parent, Element child)
    {
        if (child.Role is not (Role.Block or Role.Inline or Role.Cell)) return null;
        return parent.Content switch
        {
            Content.Blocks when child.Role == Role.Inline => Elements.P,
            Content.Items when child.Role != Role.Cell => Elements.Li,
            Content.Definitions when child.Role != Role.Cell => Elements.Dd,
            Content.Table or Content.Rows => Elements.Tr,
            Content.Cells when child.Role != Role.Cell => Elements.Td,
            _ => null,
        };
    }

    /// <summary>A list of definitions begins with a term, and details with a summary.</summary>
    private void CompleteBefore(Element child)
    {
        var (parent, last) = open[Depth - 1];
        if (last is not null) return;
        if (parent == Elements.Dl && child.Role != Role.Term) buffer.Append("<dt></dt>");
        else if (parent == Elements.Details && child.Role != Role.Summary) buffer.Append("<summary>…</summary>");
        else return;
        open[Depth - 1].Last = child;
    }

    private void Push(Element element)
    {
        open[Depth - 1].Last = element;
        if (element.Role != Role.Inline) BeginBlock();
        buffer.Append(element.StartTag.AsSpan()[..^1]);
        if (element.IsVoid) return;
        open[Depth++] = new(element);
        if (element.IsVerbatim) verbatim++;
        if (element == Elements.A) links++;
    }

    private void Pop()
    {
        var (element, last) = open[--Depth];
        if (element.Role != Role.Inline) BeginBlock();
        if (element.IsVerbatim) verbatim--;
        if (element == Elements.A) links--;
        if (element == Elements.Dl) buffer.Append(last == Elements.Dd ? "" : last is null ? "<dt></dt><dd></dd>" : "<dd></dd>");
        if (element == Elements.Details && last is null) buffer.Append("<summary>…</summary>");
        if (element == Elements.Tr && last is null) buffer.Append("<td></td>");
        buffer.Append(element.EndTag);
    }

    /// <summary>Closes the innermost such element and what is in it; nothing if there is none above the barrier.</summary>
    internal void CloseNearest(Element element)
    {
        var leavesCell = element == Elements.Table || element.Role is Role.Cell or Role.Row or Role.RowGroup;
        for (var depth = Depth; depth > Barrier; depth--)
        {
            if (open[depth - 1].Element == element)
            {
                CloseTo(depth - 1);
                return;
            }

            if (open[depth - 1].Element.Role == Role.Cell && !leavesCell) return;
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
            if (open[depth - 1].Element != Elements.A) continue;
            CloseTo(depth - 1);
            return links == 0;
        }

        return false;
    }
}
