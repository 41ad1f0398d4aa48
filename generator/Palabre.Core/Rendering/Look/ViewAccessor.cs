using System.Collections.Concurrent;
using System.Reflection;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Palabre.Rendering;

/// <summary>
/// How templates read the properties of a view: by snake_case name, through delegates that are made once for each type.
/// Scriban makes its own anew for each page, by reflection.
/// </summary>
internal sealed class ViewAccessor : IObjectAccessor
{
    private static readonly ConcurrentDictionary<Type, ViewAccessor> Known = new();

    // Made when first asked for: of a type, templates ask for some.
    private readonly Dictionary<string, Lazy<Func<object, object?>>> getters;

    private ViewAccessor(Type type) => getters = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetMethod is not null && property.GetIndexParameters().Length == 0 && property.Name != "EqualityContract")
        .ToDictionary(property => StandardMemberRenamer.Rename(property.Name), property => new Lazy<Func<object, object?>>(() => Getter(property)), StringComparer.Ordinal);

    public bool HasIndexer => false;

    public Type IndexType => typeof(object);

    internal static ViewAccessor Of(Type type) => Known.GetOrAdd(type, t => new(t));

    /// <summary>Reads one property; null if views of this type have none of this name.</summary>
    internal Func<object, object?>? Getter(string member) => getters.GetValueOrDefault(member)?.Value;

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => getters.Count;

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => getters.Keys.Order(StringComparer.Ordinal);

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => getters.ContainsKey(member);

    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        var getter = Getter(member);
        value = getter?.Invoke(target);
        return getter is not null;
    }

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) => false;

    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object? value)
    {
        value = null;
        return false;
    }

    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) => false;

    // A delegate and no Invoke, for which the runtime would make a method of its own for each.
    private static Func<object, object?> Getter(PropertyInfo property) => typeof(ViewAccessor)
        .GetMethod(nameof(Typed), BindingFlags.NonPublic | BindingFlags.Static)!
        .MakeGenericMethod(property.DeclaringType!, property.PropertyType)
        .CreateDelegate<Func<MethodInfo, Func<object, object?>>>()(property.GetMethod!);

    private static Func<object, object?> Typed<TView, TValue>(MethodInfo getter)
    {
        var typed = getter.CreateDelegate<Func<TView, TValue>>();
        if (typed is Func<TView, bool> flag) return view => Values.Boxed(flag((TView)view));
        return view => typed((TView)view);
    }
}
