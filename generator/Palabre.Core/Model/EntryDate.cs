namespace Palabre.Model;

/// <summary>When an entry was published, as its readers see it.</summary>
/// <param name="Time">
/// The local time and its offset from UTC, to the second: the offset that was written; the site's where none was, or
/// where only an instant was ('Z' or Unix time says nothing of the writer's clock: RFC 9557, section 2.2).
/// </param>
/// <param name="IsDay">Only the day was written: <paramref name="Time"/> is its midnight in the site's zone.</param>
public readonly record struct EntryDate(DateTimeOffset Time, bool IsDay = false) : IComparable<EntryDate>
{
    /// <summary>The day that readers see. It depends on what was written alone, never on the reader's or builder's zone.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Time.DateTime);

    /// <summary>Orders by instant, whatever the offsets.</summary>
    public int CompareTo(EntryDate other) => Time.UtcTicks.CompareTo(other.Time.UtcTicks);

    public static bool operator <(EntryDate left, EntryDate right) => left.CompareTo(right) < 0;
    public static bool operator >(EntryDate left, EntryDate right) => left.CompareTo(right) > 0;
    public static bool operator <=(EntryDate left, EntryDate right) => left.CompareTo(right) <= 0;
    public static bool operator >=(EntryDate left, EntryDate right) => left.CompareTo(right) >= 0;
}
