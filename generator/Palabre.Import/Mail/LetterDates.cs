using System.Globalization;
using MimeKit.Utils;
using Palabre.Model;
using Palabre.Writing;

namespace Palabre.Import.Mail;

/// <summary>Dates as letters, and the envelopes of an mbox, have them (RFC 5322, section 3.3; RFC 4155).</summary>
internal static class LetterDates
{
    /// <summary>Clocks that start anew begin in 1970 or 1980; hardly a list is older than this.</summary>
    internal const int FirstYear = 1982;

    private const int EarliestYear = 1970, LatestYear = 2200;

    /// <summary>So long before its arrival a letter may be dated, and so long after.</summary>
    internal static readonly TimeSpan Late = TimeSpan.FromDays(366), Early = TimeSpan.FromDays(2);

    // Zones by name that RFC 5322 does not have, where the name means one; in minutes.
    private static readonly Dictionary<string, int> Zones = new (string Name, int Minutes)[]
    {
        ("WET", 0), ("WEST", 60), ("CET", 60), ("MET", 60), ("MEZ", 60), ("CEST", 120), ("MEST", 120), ("MESZ", 120), ("EET", 120), ("EEST", 180),
        ("MSK", 180), ("MSD", 240), ("HKT", 480), ("SGT", 480), ("JST", 540), ("KST", 540), ("AEST", 600), ("AEDT", 660), ("NZST", 720),
        ("NZDT", 780), ("AKST", -540), ("AKDT", -480), ("HST", -600), ("BRT", -180),
    }.ToDictionary(zone => zone.Name, zone => zone.Minutes, StringComparer.Ordinal);

    /// <summary>As dates of letters, of envelopes and of logs have them.</summary>
    internal static readonly string[] Weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>Null for a text that is no date.</summary>
    internal static (EntryDate, DateForm)? Parse(string? text, SiteZone zone)
    {
        if (text is null) return null;
        var minutes = text.Split(' ', ';', '(', ')').Where(Zones.ContainsKey).Select(name => (int?)Zones[name]).FirstOrDefault();
        var isNumbered = text.AsSpan().ContainsAny('+', '-');
        if (!DateUtils.TryParse(text, out var date) || date.Year is < EarliestYear or > LatestYear) return null;
        if (minutes is { } offset && !isNumbered) date = new(date.DateTime, TimeSpan.FromMinutes(offset));
        date = new(date.Ticks - (date.Ticks % TimeSpan.TicksPerSecond), date.Offset);
        var isInstant = text.Contains("-0000", StringComparison.Ordinal) || text.Contains("GMT", StringComparison.Ordinal) || text.EndsWith("UT", StringComparison.Ordinal);
        return isInstant ? (new(zone.ToLocal(date)), DateForm.Instant) : (new(date), DateForm.Offset);
    }

    /// <summary>Of <c>From someone Tue Jan 12 11:26:00 2010</c>, in UTC; some programs put an offset before the year or behind it.</summary>
    internal static (EntryDate, DateForm)? OfEnvelope(string? envelope, SiteZone zone)
    {
        if (envelope is null) return null;
        var words = envelope.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var at = words.FindLastIndex(word => Array.IndexOf(Weekdays, word.TrimEnd(',')) >= 0);
        if (at < 0) return null;
        var offset = TimeSpan.Zero;
        var date = new List<string>();
        foreach (var word in words.Skip(at).Take(6))
        {
            if (word.Length == 5 && word[0] is '+' or '-' && int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                offset = TimeSpan.FromMinutes((number / 100 * 60) + (number % 100));
            else if (date.Count < 4 || (word.Length == 4 && char.IsAsciiDigit(word[0]))) date.Add(word);
        }

        return DateTime.TryParseExact(string.Join(' ', date), ["ddd MMM d HH:mm:ss yyyy", "ddd MMM d HH:mm yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            && Math.Abs(offset.TotalHours) <= 14 && moment.Year is >= EarliestYear and <= LatestYear
            ? (new(zone.ToLocal(new(moment, offset))), DateForm.Instant) : null;
    }
}
