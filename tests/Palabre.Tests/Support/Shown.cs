using System.Collections;
using System.Globalization;
using System.Reflection;
using Palabre.Model;

namespace Palabre.Tests.Support;

/// <summary>Records as short texts, for tests of what a reader made of a file.</summary>
internal static class Shown
{
    /// <summary>Each property of <paramref name="read"/> that differs from <paramref name="plain"/>'s: <c>Title=A Pinned=True</c>. Places are left out.</summary>
    internal static string Difference<T>(T plain, T read)
        where T : notnull => string.Join(' ', typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.PropertyType != typeof(SourceLocation))
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => (property.Name, Plain: Value(property.GetValue(plain)), Read: Value(property.GetValue(read))))
            .Where(value => value.Plain != value.Read)
            .Select(value => $"{value.Name}={value.Read}"));

    internal static string Value(object? value) => value switch
    {
        null => "none",
        string or bool or Enum or Utf8Text => value.ToString()!,
        EntryDate date => Date(date),
        Written written => written.Text,
        Reference reference => reference.Text + (reference.MayBeOrdinal ? " (or its number)" : ""),
        Removal removal => $"({Value(removal.Reason)}, {Value(removal.On)}, '{removal.Text}')",
        IReadOnlyDictionary<string, object> map => $"{{{string.Join(' ', map.Select(pair => $"{pair.Key}={Value(pair.Value)}"))}}}",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Value))}]",
        _ when value.GetType().IsPrimitive => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => $"({string.Join(", ", value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => Value(p.GetValue(value))))})",
    };

    internal static string Date(EntryDate date) =>
        date.Time.ToString(date.IsDay ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
