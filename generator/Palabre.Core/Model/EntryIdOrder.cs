namespace Palabre.Model;

/// <summary>
/// The order of ids, where dates are the same: first numbers, as numbers, since whoever counted entries counted them in the order in which they
/// were written, 9 before 10; then all others, as text (ordinal).
/// </summary>
public sealed class EntryIdOrder : IComparer<string>
{
    private EntryIdOrder()
    {
    }

    public static EntryIdOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null) return string.CompareOrdinal(x, y);
        var (first, second) = (IsNumber(x), IsNumber(y));
        if (first != second) return first ? -1 : 1;
        return first && x.Length != y.Length ? x.Length.CompareTo(y.Length) : string.CompareOrdinal(x, y);
    }

    /// <summary>Not one with zeros before it, which is as long as its fellows.</summary>
    private static bool IsNumber(string id) => id.Length > 0 && id[0] != '0' && !id.AsSpan().ContainsAnyExceptInRange('0', '9');
}
