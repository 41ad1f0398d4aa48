namespace Palabre.Model;

/// <summary>
/// The order of ids, where dates are the same: as text (ordinal), but numbers as numbers, since whoever counted entries counted them in the order
/// in which they were written: 9 before 10.
/// </summary>
public sealed class EntryIdOrder : IComparer<string>
{
    private EntryIdOrder()
    {
    }

    public static EntryIdOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null || x.Length == y.Length || !IsNumber(x) || !IsNumber(y)) return string.CompareOrdinal(x, y);
        return x.Length.CompareTo(y.Length);
    }

    /// <summary>Not one with zeros before it, which is as long as its fellows.</summary>
    private static bool IsNumber(string id) => id.Length > 0 && id[0] != '0' && !id.AsSpan().ContainsAnyExceptInRange('0', '9');
}
