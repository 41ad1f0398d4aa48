using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Emit;

namespace Palabre.Tests.Architecture;

/// <summary>Which types a type uses: in its signatures, and in the code of its methods.</summary>
internal static class References
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly FrozenDictionary<short, OpCode> OpCodes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!).ToFrozenDictionary(code => code.Value);

    /// <summary>The namespaces of ours that <paramref name="type"/> uses, less its own.</summary>
    internal static IEnumerable<string> NamespacesOf(Type type) => Of(type)
        .SelectMany(Parts)
        .Select(used => used.Namespace)
        .OfType<string>()
        .Where(name => name.StartsWith("Palabre", StringComparison.Ordinal) && name != type.Namespace)
        .Distinct();

    internal static IEnumerable<Type> Of(Type type)
    {
        IEnumerable<Type?> used = [type.BaseType, .. type.GetInterfaces(), .. type.GetFields(Declared).Select(field => field.FieldType)];
        var methods = type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)).ToArray();
        return used.Concat(methods.SelectMany(OfSignature)).Concat(methods.SelectMany(OfCode)).OfType<Type>();
    }

    /// <summary>The type itself, what it is made of (of lists, arrays), and what it is nested in.</summary>
    internal static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType) return Parts(type.GetElementType()!);
        return type.IsGenericParameter ? [] : [type, .. type.GetGenericArguments().SelectMany(Parts)];
    }

    private static IEnumerable<Type> OfSignature(MethodBase method) =>
        [.. method.GetParameters().Select(p => p.ParameterType), .. method is MethodInfo { ReturnType: var made } ? [made] : Type.EmptyTypes];

    private static IEnumerable<Type?> OfCode(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body) yield break;
        foreach (var local in body.LocalVariables) yield return local.LocalType;
        var (code, module) = (body.GetILAsByteArray()!, method.Module);
        Type[] ofType = method.DeclaringType!.GetGenericArguments(), ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : [];
        for (var at = 0; at < code.Length;)
        {
            var operation = OpCodes[code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at]];
            at += operation.Size;
            if (operation.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                var member = module.ResolveMember(BitConverter.ToInt32(code, at), ofType, ofMethod);
                yield return member as Type ?? member?.DeclaringType;
                if (member is MethodInfo { IsGenericMethod: true } generic)
                    foreach (var argument in generic.GetGenericArguments()) yield return argument;
            }

            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }
}
