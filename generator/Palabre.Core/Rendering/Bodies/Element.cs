using System.Collections.Frozen;

namespace Palabre.Rendering;

/// <summary>What an element is to the one it stands in.</summary>
internal enum Role
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
internal enum Content
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
internal sealed class Element(string name, Role role, Content content)
{
    internal static readonly Element Root = new("", Role.Block, Content.Blocks);
    internal static readonly Element Text = new("", Role.Inline, Content.Nothing);

    private static readonly FrozenDictionary<string, Element> Allowed = All().ToFrozenDictionary(
        e => e.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Element>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Allowed.GetAlternateLookup<ReadOnlySpan<char>>();

    internal string Name { get; } = name;
    internal Role Role { get; } = role;
    internal Content Content { get; } = content;
    internal string StartTag { get; } = $"<{name}>";
    internal string EndTag { get; } = role is Role.Inline ? $"</{name}>" : $"</{name}>\n";
    internal bool IsVoid => Content == Content.Nothing;
    internal bool AdmitsText { get; } = content is Content.Flow or Content.Phrasing;

    /// <summary>Text in it is shown as written: no quotation mark is turned.</summary>
    internal bool IsVerbatim { get; } = name is "pre" or "code" or "kbd" or "samp" or "var";

    /// <summary>1 to 6, or 0.</summary>
    internal int HeadingLevel { get; } = name is ['h', >= '1' and <= '6'] ? name[1] - '0' : 0;

    /// <summary>The allowed element of a name, in any case; null if there is none.</summary>
    internal static Element? Find(ReadOnlySpan<char> name) => Lookup.TryGetValue(name, out var element) ? element : null;

    /// <summary>As <see cref="Find"/>, for names that the program itself writes.</summary>
    internal static Element Named(string name) => Allowed[name];

    private static IEnumerable<Element> All() =>
    [
        .. Of("blockquote div", Role.Block, Content.Flow),
        .. Of("figure details", Role.Block, Content.Flow),
        .. Of("p pre h1 h2 h3 h4 h5 h6", Role.Block, Content.Phrasing),
        .. Of("ul ol", Role.Block, Content.Items), .. Of("li", Role.Item, Content.Flow),
        .. Of("dl", Role.Block, Content.Definitions), .. Of("dt", Role.Term, Content.Flow), .. Of("dd", Role.Detail, Content.Flow),
        .. Of("table", Role.Block, Content.Table), .. Of("thead tbody tfoot", Role.RowGroup, Content.Rows),
        .. Of("tr", Role.Row, Content.Cells), .. Of("td th", Role.Cell, Content.Flow), .. Of("caption", Role.Caption, Content.Phrasing),
        .. Of("figcaption", Role.FigureCaption, Content.Flow), .. Of("summary", Role.Summary, Content.Phrasing),
        .. Of("hr", Role.Block, Content.Nothing), .. Of("br wbr img", Role.Inline, Content.Nothing),
        .. Of("a em strong b i u s del ins sub sup small q cite code kbd samp var abbr dfn mark time span", Role.Inline, Content.Phrasing),
    ];

    private static IEnumerable<Element> Of(string names, Role role, Content content) =>
        names.Split(' ').Select(name => new Element(name, role, content));
}
