using System.Globalization;
using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>A date, or why there is none.</summary>
/// <param name="Refusal">Gives the diagnostic (an error) at the place of what was written; null if there is a date.</param>
public readonly record struct DateResult(EntryDate? Date, Func<SourceLocation, Diagnostic>? Refusal)
{
    /// <summary>Gives the diagnostic of a date that is another than was written; null if it is that.</summary>
    public Func<SourceLocation, Diagnostic>? Remark { get; init; }

    internal static DateResult Refused(Func<SourceLocation, Diagnostic> refusal) => new(null, refusal);
}

/// <summary>
/// Reads dates as people and programs write them: ISO 8601 and RFC 3339 in their usual spellings, RFC 2822, JavaScript's
/// <c>Date</c>, Unix seconds and milliseconds. What two readers could take for two days is refused, with advice.
/// </summary>
public static class Dates
{
    /// <summary>No date is longer; JavaScript's may carry the name of a zone.</summary>
    private const int Longest = 100;

    /// <summary>The date that <paramref name="text"/> is. What each kind means: <see cref="EntryDate"/>.</summary>
    /// <param name="zone">
    /// Of dates without an offset; and of instants ('Z', <c>UTC</c>, <c>-00:00</c>, Unix time), which are moved to it.
    /// </param>
    /// <remarks>
    /// Fractions of a second are cut off, a leap second counts as the one before, 24:00 is the next day's midnight.
    /// Numbers are Unix seconds up to 11 digits, milliseconds from 12 on (March 1973); eight digits that begin with 19
    /// or 20 are a day; a year alone, or with a month, is no date. Never throws; the same on every machine.
    /// </remarks>
    public static DateResult Read(string text, SiteZone zone)
    {
        var written = text.AsSpan().Trim();
        if (written.IsEmpty) return DateResult.Refused(Catalogue.DateIsEmpty);
        if (written.Length > Longest) return DateAdvice.Unreadable(written);
        if (!written.ContainsAnyExceptInRange('0', '9')) return ReadNumber(written, written, zone);
        var seconds = written[..Math.Max(written.IndexOf('.'), 0)];
        if (seconds.Length >= 9 && !written[(seconds.Length + 1)..].ContainsAnyExceptInRange('0', '9')
            && !seconds.ContainsAnyExceptInRange('0', '9')) return ReadNumber(seconds, written, zone);
        return ReadIso(written, zone) ?? ReadInternet(written, zone) ?? DateAdvice.For(written);
    }

    private static DateResult ReadNumber(ReadOnlySpan<char> digits, ReadOnlySpan<char> written, SiteZone zone)
    {
        if (digits.Length > 13) return DateAdvice.Unreadable(written);
        var number = long.Parse(digits, CultureInfo.InvariantCulture);
        var isYear = digits.Length == 4 && number is >= 1000 and < 3000;
        var isMonth = digits.Length == 6 && number is >= 190000 and < 210000 && number % 100 is >= 1 and <= 12;
        if (isYear || isMonth) return DateAdvice.Incomplete(written);
        if (digits.Length == 8 && number is >= 1900_00_00 and < 2100_00_00)
            return new DateParts((int)(number / 10000), (int)(number / 100 % 100), (int)(number % 100)).In(zone, written);
        return DateParts.Instant(digits.Length < 12 ? number : number / 1000, zone);
    }

    /// <summary>Year, month and day in this order, perhaps with a time, perhaps with an offset.</summary>
    private static DateResult? ReadIso(ReadOnlySpan<char> written, SiteZone zone)
    {
        var scanner = new DateScanner(written);
        if (scanner.Number(4, 4) is not { } year) return null;
        var isCompact = !scanner.OneOf("-/.");
        var separator = isCompact ? default : scanner.Last;
        if (scanner.Number(isCompact ? 2 : 1, 2) is not { } month) return null;
        if (!isCompact && scanner.IsAtEnd) return DateAdvice.Incomplete(written);
        if (!isCompact && !scanner.Is(separator)) return null;
        if (scanner.Number(isCompact ? 2 : 1, 2) is not { } day) return null;

        var parts = new DateParts(year, month, day);
        if (scanner.IsAtEnd) return parts.In(zone, written);
        if (!scanner.OneOf("Tt") && !scanner.Blanks()) return null;
        scanner.Blanks();
        return ReadClock(ref scanner, parts, zone, written);
    }

    /// <summary>RFC 2822 (<c>Tue, 12 Jan 2010 11:26 +0100</c>) and JavaScript (<c>Tue Jan 12 2010 11:26:00 GMT+0100 (CET)</c>).</summary>
    private static DateResult? ReadInternet(ReadOnlySpan<char> written, SiteZone zone)
    {
        var scanner = new DateScanner(written);
        if (scanner.DayOfWeek()) scanner.OneOf(",");
        scanner.Blanks();
        var month = scanner.Month();
        scanner.Blanks();
        if (scanner.Number(1, 2) is not { } day || !scanner.Blanks()) return null;
        month ??= scanner.Month();
        scanner.Blanks();
        if (month is not { } named || scanner.Number(4, 4) is not { } year || !scanner.Blanks()) return null;
        return ReadClock(ref scanner, new DateParts(year, named, day), zone, written);
    }

    private static DateResult? ReadClock(ref DateScanner scanner, DateParts parts, SiteZone zone, ReadOnlySpan<char> written) =>
        scanner.Time(ref parts) && scanner.Offset(ref parts) && scanner.IsAtEnd ? parts.In(zone, written) : null;
}
