using Markdig.Extensions.Tables;

namespace Palabre.Rendering;

/// <content>Tables. Columns are aligned by class, since pages allow no style of their own: <c>align-right</c>.</content>
internal sealed partial class MarkdownMarkup
{
    private int column; // of the cell that was opened last

    /// <summary>Rows of the head and of the body stand in groups, which the writer closes with the table.</summary>
    private void OpenRowGroup(TableRow row)
    {
        var group = row.IsHeader ? HtmlElements.Thead : HtmlElements.Tbody;
        if (writer.Top != group) writer.OpenElement(group);
    }

    private int OpenCell(TableCell cell)
    {
        var row = (TableRow)cell.Parent!;
        column = row[0] == cell ? 0 : column + 1;
        if (!writer.TryOpen(row.IsHeader ? HtmlElements.Th : HtmlElements.Td)) return writer.Depth;
        if (ClassOf(((Table)row.Parent!).ColumnDefinitions) is { } alignment) writer.Attribute("class", alignment);
        writer.FinishTag();
        return writer.Depth - 1;
    }

    private string? ClassOf(List<TableColumnDefinition> columns) =>
        column >= columns.Count ? null : columns[column].Alignment switch
        {
            TableColumnAlign.Left => "align-left",
            TableColumnAlign.Center => "align-center",
            TableColumnAlign.Right => "align-right",
            _ => null,
        };
}
