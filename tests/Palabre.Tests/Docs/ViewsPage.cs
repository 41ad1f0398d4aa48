using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Palabre.Rendering.Views;
using Scriban.Runtime;

namespace Palabre.Tests.Docs;

/// <summary>
/// Makes the part of <c>themes/README.md</c> that says what templates see: of the records in <c>Rendering/Views</c> and
/// their documentation.
/// </summary>
internal static partial class ViewsPage
{
    internal const string Path = "themes/README.md";
    internal const string Begin = "<!-- views: generated -->", End = "<!-- views: end -->";

    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<string, XElement> Documentation =
        XDocument.Load(System.IO.Path.Combine(AppContext.BaseDirectory, "Palabre.Core.xml")).Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value);

    private static readonly Type[] Views = [.. typeof(PageView).Assembly.GetExportedTypes()
        .Where(type => type.Namespace == typeof(PageView).Namespace)];

    internal static string Make()
    {
        var page = new StringBuilder();
        Section(page, "`site`, on every page", typeof(SiteView));
        Section(page, "`page`, on every page", typeof(PageView));
        page.Append("A page of a kind has these fields besides; `page.kind` is the name of its template.\n\n");
        foreach (var (kind, type) in Views.Where(t => t.BaseType == typeof(PageView)).Select(t => (KindOf(t), t)).OrderBy(p => p.Item1, StringComparer.Ordinal))
            Section(page, $"`page` in `{kind}.html`", type);
        page.Append("These are what the fields above hold.\n\n");
        foreach (var type in Views.Where(t => t != typeof(SiteView) && !t.IsAssignableTo(typeof(PageView))).OrderBy(NameOf, StringComparer.Ordinal))
            Section(page, NameOf(type), type);
        return page.ToString().TrimEnd('\n');
    }

    private static void Section(StringBuilder page, string title, Type type)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(p => p.Name != nameof(PageView.Kind) || type == typeof(PageView) || p.GetMethod is { IsVirtual: false })
            .OrderBy(p => p.MetadataToken).ToArray();
        page.Append(CultureInfo.InvariantCulture, $"### {title}\n\n");
        if (Summary($"T:{type.FullName}") is { Length: > 0 } summary) page.Append(summary).Append("\n\n");
        if (properties.Length == 0)
        {
            page.Append("Nothing besides.\n\n");
            return;
        }

        page.Append("| Field | Holds | |\n|---|---|---|\n");
        foreach (var property in properties)
            page.Append(CultureInfo.InvariantCulture, $"| `{FieldName(property)}` | {Holds(property)} | {Meaning(type, property)} |\n");
        page.Append('\n');
    }

    /// <summary>As Scriban shows a property of .NET: <c>has_more</c>.</summary>
    private static string FieldName(PropertyInfo property) => StandardMemberRenamer.Default(property);

    private static string KindOf(Type type) =>
        ((PageView)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type)).Kind;

    private static string NameOf(Type type) => type.Name[..^"View".Length];

    private static string Holds(PropertyInfo property)
    {
        var name = TypeName(property.PropertyType);
        var isNullable = Nullability.Create(property).ReadState == NullabilityState.Nullable;
        return isNullable ? name + ", or null" : name;
    }

    private static string TypeName(Type type) =>
        type == typeof(string) ? "text"
        : type == typeof(int) ? "number"
        : type == typeof(bool) ? "true or false"
        : type == typeof(Palabre.Rendering.Html) ? "markup"
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) ? "keys and values"
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? $"list of {TypeName(type.GetGenericArguments()[0])}"
        : type == typeof(SiteView) ? "see above"
        : $"[{NameOf(type)}](#{NameOf(type).ToLowerInvariant()})";

    private static string Meaning(Type type, PropertyInfo property) =>
        Summary($"P:{type.FullName}.{property.Name}") is { Length: > 0 } summary ? summary
        : Documentation.TryGetValue($"T:{type.FullName}", out var record)
            && record.Elements("param").FirstOrDefault(p => p.Attribute("name")?.Value == property.Name) is { } parameter ? Text(parameter)
        : "";

    private static string Summary(string member) =>
        Documentation.TryGetValue(member, out var found) && found.Element("summary") is { } summary ? Text(summary) : "";

    /// <summary>XML documentation as Markdown of one line.</summary>
    private static string Text(XElement element) => Blanks().Replace(string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } see => $"`{see.Attribute("cref")!.Value.Split('.')[^1].ToLowerInvariant()}`",
        XElement other => other.Value,
        _ => "",
    })), " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}

public sealed class ViewsPageTests
{
    [Test]
    public void The_guide_to_the_look_names_every_field_that_templates_see()
    {
        var text = Repository.Read(ViewsPage.Path);
        var begin = text.IndexOf(ViewsPage.Begin, StringComparison.Ordinal) + ViewsPage.Begin.Length;
        var end = text.IndexOf(ViewsPage.End, StringComparison.Ordinal);
        Assert.That(begin, Is.GreaterThan(ViewsPage.Begin.Length).And.LessThan(end), $"{ViewsPage.Path} has no place for what is generated");
        Repository.Hold(ViewsPage.Path, $"{text[..begin]}\n\n{ViewsPage.Make()}\n\n{text[end..]}");
    }
}
