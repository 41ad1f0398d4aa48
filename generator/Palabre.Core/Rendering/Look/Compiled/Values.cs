using System.Collections;
using System.Globalization;

namespace Palabre.Rendering;

/// <summary>How Scriban treats values, for those that views hold; of others it says that it does not know.</summary>
internal static class Values
{
    internal static readonly object True = true, False = false;

    // Levels, depths and numbers of comments, of which a page has several an entry.
    private static readonly object[] Small = [.. Enumerable.Range(0, 256).Select(number => (object)number)];

    /// <summary>Nothing and false are false; all else, empty text and 0 too, is true.</summary>
    internal static bool IsTrue(object? value) => value is not null && (value is not bool flag || flag);

    internal static object Boxed(bool value) => value ? True : False;

    internal static object Boxed(int value) => (uint)value < (uint)Small.Length ? Small[value] : value;

    internal static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => throw new NotCompiledException(),
    };

    internal static bool AreEqual(object? left, object? right) => (left, right) switch
    {
        (string or null, string or null) when left is string || right is string => Text(left) == Text(right),
        (string, int or bool) or (int or bool, string) => Text(left) == Text(right),
        (null, null) => true,
        (int a, int b) => a == b,
        (bool a, bool b) => a == b,
        _ => throw new NotCompiledException(),
    };

    internal static int Compare(object? left, object? right) =>
        left is int a && right is int b ? a.CompareTo(b) : throw new NotCompiledException();

    internal static object Add(object? left, object? right) =>
        left is string || right is string ? Text(left) + Text(right)
        : left is int a && right is int b && (long)a + b is >= int.MinValue and <= int.MaxValue and var sum ? (int)sum
        : throw new NotCompiledException();

    internal static object Subtract(object? left, object? right) =>
        left is int a && right is int b && (long)a - b is >= int.MinValue and <= int.MaxValue and var difference ? (int)difference
        : throw new NotCompiledException();

    /// <summary>What a loop goes over; null for nothing.</summary>
    internal static IReadOnlyList<object?>? List(object? value) => value switch
    {
        null => null,
        IReadOnlyList<object?> list => list,
        int[] numbers => Array.ConvertAll(numbers, number => (object?)number),
        string => throw new NotCompiledException(),
        ICollection others => [.. others.Cast<object?>()],
        _ => throw new NotCompiledException(),
    };
}
