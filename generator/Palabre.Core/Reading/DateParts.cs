using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>A date as it was written, before anybody asked whether it exists.</summary>
internal readonly record struct DateParts(int Year, int Month, int Day)
{
    /// <summary>Null if only the day was written.</summary>
    public (int Hour, int Minute, int Second)? Time { get; init; }

    public TimeSpan? Offset { get; init; }

    /// <summary>The time is UTC's and says nothing of the writer's clock.</summary>
    public bool IsInstant { get; init; }

    private bool IsDay => Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(Year, Month);

    /// <summary>Year, month and day; null if there is no such day.</summary>
    public string? Iso => Calendar is { } day ? FormattableString.Invariant($"{day:yyyy-MM-dd}") : null;

    /// <summary>The day, null if there is none.</summary>
    public DateOnly? Calendar => Year is >= 1 and <= 9999 && IsDay ? new(Year, Month, Day) : null;

    /// <param name="seconds">Since 1970, at most 13 digits.</param>
    public static DateResult Instant(long seconds, SiteZone zone) =>
        new(new(zone.ToLocal(DateTimeOffset.UnixEpoch.AddSeconds(seconds))), null);

    /// <param name="written">For messages.</param>
    public DateResult In(SiteZone zone, ReadOnlySpan<char> written)
    {
        if (Refusal(written.ToString()) is { } refusal) return DateResult.Refused(refusal);
        var (hour, minute, second) = Time ?? default;
        var local = new DateTime(Year, Month, Day).Add(new(hour, minute, Math.Min(second, 59)));
        var time = IsInstant ? zone.ToLocal(new(local, TimeSpan.Zero))
            : Offset is { } offset ? new(local, offset)
            : zone.FromLocal(local);
        // Midnight of a bare day may be skipped too: nobody wrote it.
        var isMoved = Time is not null && !IsInstant && Offset is null && time.DateTime != local;
        return new(new EntryDate(time, IsDay: Time is null), null) { Remark = isMoved ? Skipped(written.ToString(), zone.Id, time) : null };
    }

    private static Func<SourceLocation, Diagnostic> Skipped(string written, string zone, DateTimeOffset time) =>
        source => Catalogue.DateIsSkipped(source, written, zone, FormattableString.Invariant($"{time:HH:mm}"));

    /// <summary>For a year of which days are known.</summary>
    public DateResult NoSuchDay(string written)
    {
        var (year, month) = (Year, Month);
        var meant = (this with { Month = Day, Day = Month }).Iso;
        return DateResult.Refused(source => Catalogue.DateDoesNotExist(source, written, year, month, meant));
    }

    private Func<SourceLocation, Diagnostic>? Refusal(string written)
    {
        if (Year is < 1 or > 9999) return source => Catalogue.DateIsOutOfRange(source, written);
        if (!IsDay) return NoSuchDay(written).Refusal;
        // Two days at either end, so that no offset leads out of what .NET can count.
        if ((Year, Month, Day) is (1, 1, < 3) or (9999, 12, > 29)) return source => Catalogue.DateIsOutOfRange(source, written);
        if (Time is { Hour: > 24 } or { Minute: > 59 } or { Second: > 60 } or { Hour: 24, Minute: > 0 } or { Hour: 24, Second: > 0 })
            return source => Catalogue.DateHasNoSuchTime(source, written);
        return Offset is { } offset && offset.Duration() > TimeSpan.FromHours(14)
            ? source => Catalogue.DateHasNoSuchOffset(source, written) : null;
    }
}
