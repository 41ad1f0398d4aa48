using NodaTime;
using NodaTime.TimeZones;

namespace Palabre.Model;

/// <summary>
/// The site's time zone. Its rules come with the program (NodaTime's copy of the IANA data), not from the machine, so
/// that a commit gives the same bytes everywhere. Immutable; safe for threads.
/// </summary>
public sealed class SiteZone
{
    private readonly DateTimeZone zone;

    private SiteZone(DateTimeZone zone) => this.zone = zone;

    public static SiteZone Utc { get; } = new(DateTimeZone.Utc);

    public string Id => zone.Id;

    /// <summary>The zone with an IANA name such as <c>Europe/Paris</c>; null if there is none of that name.</summary>
    public static SiteZone? TryFind(string id) =>
        id.Equals("UTC", StringComparison.OrdinalIgnoreCase) ? Utc
        : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is { } zone ? new(zone) : null;

    /// <summary>That of a machine, which Windows calls by a name of its own (<c>Romance Standard Time</c>); null if it is unknown.</summary>
    public static SiteZone? OfMachine(string id) =>
        TryFind(id) ?? (TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(id, out var known) ? TryFind(known) : null);

    /// <summary>The names of all zones, for advice.</summary>
    public static IReadOnlyCollection<string> Ids => DateTimeZoneProviders.Tzdb.Ids;

    /// <summary>Whole minutes: what a zone kept before it had standard time is cut to them, as an offset is written.</summary>
    public TimeSpan OffsetAt(DateTimeOffset instant) =>
        ReferenceEquals(zone, DateTimeZone.Utc) ? TimeSpan.Zero
        : TimeSpan.FromMinutes(zone.GetUtcOffset(Instant.FromDateTimeOffset(instant)).Seconds / 60);

    /// <summary>The same instant, on the clocks of the site.</summary>
    public DateTimeOffset ToLocal(DateTimeOffset instant) => instant.ToOffset(OffsetAt(instant));

    /// <summary>
    /// The instant that a clock of the site shows as <paramref name="local"/>. Of an hour that occurs twice, the
    /// first; in an hour that is skipped, the time after the change, as clocks that were put forward show it.
    /// </summary>
    public DateTimeOffset FromLocal(DateTime local) =>
        ReferenceEquals(zone, DateTimeZone.Utc) ? new(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), TimeSpan.Zero)
        : Rounded(zone.AtLeniently(LocalDateTime.FromDateTime(local)));

    private static DateTimeOffset Rounded(ZonedDateTime time) =>
        new(time.LocalDateTime.ToDateTimeUnspecified(), TimeSpan.FromMinutes(time.Offset.Seconds / 60));
}
