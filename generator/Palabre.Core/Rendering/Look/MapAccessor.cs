using Palabre.Model;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Palabre.Rendering;

/// <summary>
/// How templates read maps that people wrote (<see cref="Entry.Extra"/>), and the pairs of any map: a key that is not there is
/// null, since not every entry has each.
/// </summary>
internal sealed class MapAccessor : IObjectAccessor
{
    private static readonly MapAccessor Map = new(), Pair = new();

    private MapAccessor()
    {
    }

    public bool HasIndexer => this == Map;

    public Type IndexType => typeof(string);

    /// <summary>Null of what is neither a map nor a pair.</summary>
    internal static MapAccessor? Of(object target) => target switch
    {
        Dictionary<string, object> => Map,
        KeyValuePair<string, object> => Pair,
        _ => null,
    };

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => Members(target).Count();

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => Members(target);

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => Members(target).Contains(member, StringComparer.Ordinal);

    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        value = target switch
        {
            Dictionary<string, object> map => map.GetValueOrDefault(member),
            KeyValuePair<string, object> pair => member switch { "key" => pair.Key, "value" => pair.Value, _ => null },
            _ => null,
        };
        return this == Map || member is "key" or "value";
    }

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) => false;

    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object? value) =>
        TryGetValue(context, span, target, index.ToString() ?? "", out value);

    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) => false;

    private static IEnumerable<string> Members(object target) => target is Dictionary<string, object> map ? map.Keys.Order(StringComparer.Ordinal) : ["key", "value"];
}
