using System.Collections.Frozen;

namespace Palabre.Rendering;

/// <summary>What an element is to the one it stands in.</summary>
internal enum ElementRole
{
    Block,
    Inline,
    Item,
    Term,
    Detail,
    Caption,
    RowGroup,
    Row,
    Cell,
    FigureCaption,
    Summary,
}

/// <summary>What may stand in an element.</summary>
internal enum ElementContent
{
    Nothing,

    /// <summary>Blocks; what is not one gets a paragraph. The body as a whole.</summary>
    Blocks,
    Flow,
    Phrasing,
    Items,
    Definitions,
    Table,
    Rows,
    Cells,
}

/// <summary>
/// An element that bodies may hold: the allow-list, with as much of HTML's content model as valid output needs.
/// Compared by reference.
/// </summary>
internal sealed class HtmlElement(string name, ElementRole role, ElementContent content)
{
    internal static readonly HtmlElement Root = new("", ElementRole.Block, ElementContent.Blocks);
    internal static readonly HtmlElement Text = new("", ElementRole.Inline, ElementContent.Nothing);

    private static readonly FrozenDictionary<string, HtmlElement> Allowed = All().ToFrozenDictionary(
        e => e.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, HtmlElement>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Allowed.GetAlternateLookup<ReadOnlySpan<char>>();

    internal string Name { get; } = name;
    internal ElementRole Role { get; } = role;
    internal ElementContent Content { get; } = content;
    internal string StartTag { get; } = $"<{name}>";
    internal string EndTag { get; } = role is ElementRole.Inline ? $"</{name}>" : $"</{name}>\n";
    internal bool IsVoid => Content == ElementContent.Nothing;
    internal bool AdmitsText { get; } = content is ElementContent.Flow or ElementContent.Phrasing;

    /// <summary>Text in it is shown as written: no quotation mark is turned.</summary>
    internal bool IsVerbatim { get; } = name is "pre" or "code" or "kbd" or "samp" or "var";

    /// <summary>1 to 6, or 0.</summary>
    internal int HeadingLevel { get; } = name is ['h', >= '1' and <= '6'] ? name[1] - '0' : 0;

    /// <summary>The allowed element of a name, in any case; null if there is none.</summary>
    internal static HtmlElement? Find(ReadOnlySpan<char> name) => Lookup.TryGetValue(name, out var element) ? element : null;

    /// <summary>As <see cref="Find"/>, for names that the program itself writes.</summary>
    internal static HtmlElement Named(string name) => Allowed[name];

    private static IEnumerable<HtmlElement> All() =>
    [
        .. Of("blockquote div", ElementRole.Block, ElementContent.Flow),
        .. Of("figure details", ElementRole.Block, ElementContent.Flow),
        .. Of("p pre h1 h2 h3 h4 h5 h6", ElementRole.Block, ElementContent.Phrasing),
        .. Of("ul ol", ElementRole.Block, ElementContent.Items), .. Of("li", ElementRole.Item, ElementContent.Flow),
        .. Of("dl", ElementRole.Block, ElementContent.Definitions),
        .. Of("dt", ElementRole.Term, ElementContent.Flow), .. Of("dd", ElementRole.Detail, ElementContent.Flow),
        .. Of("table", ElementRole.Block, ElementContent.Table), .. Of("thead tbody tfoot", ElementRole.RowGroup, ElementContent.Rows),
        .. Of("tr", ElementRole.Row, ElementContent.Cells), .. Of("td th", ElementRole.Cell, ElementContent.Flow),
        .. Of("caption", ElementRole.Caption, ElementContent.Phrasing),
        .. Of("figcaption", ElementRole.FigureCaption, ElementContent.Flow), .. Of("summary", ElementRole.Summary, ElementContent.Phrasing),
        .. Of("hr", ElementRole.Block, ElementContent.Nothing), .. Of("br wbr img", ElementRole.Inline, ElementContent.Nothing),
        .. Of("a em strong b i u s del ins sub sup small q cite code kbd samp var", ElementRole.Inline, ElementContent.Phrasing),
        .. Of("abbr dfn mark time span", ElementRole.Inline, ElementContent.Phrasing),
    ];

    private static IEnumerable<HtmlElement> Of(string names, ElementRole role, ElementContent content) =>
        names.Split(' ').Select(name => new HtmlElement(name, role, content));
}
