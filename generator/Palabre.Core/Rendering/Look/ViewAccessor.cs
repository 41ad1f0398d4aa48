using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Palabre.Rendering.Views;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Palabre.Rendering;

/// <summary>
/// How templates read the properties of a view, and of markup: by snake_case name, through delegates that are made once for each
/// type. Scriban makes its own anew for each page, by reflection, which finds nothing in a program that is trimmed.
/// </summary>
[UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Kept)]
[UnconditionalSuppressMessage("Trimming", "IL2060", Justification = Kept)]
[UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The type of a view is a class, for which shared code is there.")]
internal sealed class ViewAccessor : IObjectAccessor
{
    private const string Kept = "ILLink.Descriptors.xml keeps the properties of all views.";

    private static readonly ConcurrentDictionary<Type, ViewAccessor> Known = new();

    // Made when first asked for: of a type, templates ask for some.
    private readonly Dictionary<string, Lazy<Func<object, object?>>> getters;

    private ViewAccessor(Type type) => getters = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetMethod is not null && property.GetIndexParameters().Length == 0 && property.Name != "EqualityContract")
        .ToDictionary(property => StandardMemberRenamer.Rename(property.Name), property => new Lazy<Func<object, object?>>(() => Getter(property)), StringComparer.Ordinal);

    public bool HasIndexer => false;

    public Type IndexType => typeof(object);

    /// <summary>Null of what is neither a view nor markup.</summary>
    internal static ViewAccessor? Of(object target) => target is Html || (target is not Array && target.GetType().Namespace == typeof(PageView).Namespace)
        ? Known.GetOrAdd(target.GetType(), type => new(type)) : null;

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

    // Delegates and no Invoke, which boxes and checks at each call. One generic method for each kind of value: over classes, their code
    // is shared, so that a program that is compiled ahead has it for every view.
    private static Func<object, object?> Getter(PropertyInfo property)
    {
        Func<MethodInfo, Func<object, object?>> typed = property.PropertyType switch
        {
            { IsValueType: false } => Reference<PageView>,
            var type when type == typeof(bool) => Flag<PageView>,
            var type when type == typeof(int) => Number<PageView>,
            var type => throw new NotSupportedException($"{property.DeclaringType}.{property.Name} is a {type}: a view holds objects, numbers and flags."),
        };
        return typed.Method.GetGenericMethodDefinition().MakeGenericMethod(property.DeclaringType!)
            .CreateDelegate<Func<MethodInfo, Func<object, object?>>>()(property.GetMethod!);
    }

    private static Func<object, object?> Reference<TView>(MethodInfo getter)
    {
        var read = getter.CreateDelegate<Func<TView, object?>>();
        return view => read((TView)view);
    }

    private static Func<object, object?> Flag<TView>(MethodInfo getter)
    {
        var read = getter.CreateDelegate<Func<TView, bool>>();
        return view => Values.Boxed(read((TView)view));
    }

    private static Func<object, object?> Number<TView>(MethodInfo getter)
    {
        var read = getter.CreateDelegate<Func<TView, int>>();
        return view => Values.Boxed(read((TView)view));
    }
}
