using System.Buffers;
using System.Globalization;
using System.Text;
using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>Why something is no date, and how to write the date that was meant, where that is certain.</summary>
internal static class DateAdvice
{
    /// <summary>English and French, folded, by month.</summary>
    private static readonly string[][] Months =
    [
        ["january", "jan", "janvier", "janv"], ["february", "feb", "fevrier", "fevr", "fev"], ["march", "mar", "mars"],
        ["april", "apr", "avril", "avr"], ["may", "mai"], ["june", "jun", "juin"], ["july", "jul", "juillet", "juil"],
        ["august", "aug", "aout"], ["september", "sep", "sept", "septembre"], ["october", "oct", "octobre"],
        ["november", "nov", "novembre"], ["december", "dec", "decembre"],
    ];

    private static readonly SearchValues<char> OfNumericDates = SearchValues.Create("0123456789/.-");

    public static DateResult Unreadable(ReadOnlySpan<char> written, string? iso = null)
    {
        var text = written.ToString();
        return DateResult.Refused(source => Catalogue.DateIsUnreadable(source, text, iso));
    }

    public static DateResult Incomplete(ReadOnlySpan<char> written)
    {
        var text = written.ToString();
        return DateResult.Refused(source => Catalogue.DateIsIncomplete(source, text));
    }

    /// <param name="written">Which none of the accepted kinds is.</param>
    public static DateResult For(ReadOnlySpan<char> written) => OfNumbers(written.ToString()) ?? OfWords(written);

    /// <summary>Three numbers with '/', '.' or '-' between them, in an order that is not year, month, day.</summary>
    private static DateResult? OfNumbers(string written)
    {
        var end = written.AsSpan().IndexOfAnyExcept(OfNumericDates);
        var parts = (end < 0 ? written : written[..end]).Split(['/', '.', '-']);
        if (parts.Length != 3 || parts.Any(part => part.Length is 0 or > 6)) return null;
        int first = Number(parts[0]), second = Number(parts[1]), third = Number(parts[2]);
        return (parts[0].Length, parts[2].Length) switch
        {
            ( >= 5, <= 2) => DateResult.Refused(source => Catalogue.DateIsOutOfRange(source, written)),
            ( <= 2, <= 2) => DateResult.Refused(source => Catalogue.DateHasTwoDigitYear(source, written)),
            ( <= 2, 4) => OfDayAndMonth(written, new(third, second, first), new(third, first, second)),
            _ => null,
        };
    }

    private static DateResult OfDayAndMonth(string written, DateParts dayFirst, DateParts monthFirst)
    {
        if (dayFirst.Year == 0) return DateResult.Refused(source => Catalogue.DateIsOutOfRange(source, written));
        if (dayFirst.Calendar is { } one && monthFirst.Calendar is { } other && one != other)
            return DateResult.Refused(source => Catalogue.DateIsAmbiguous(source, written, one, other));
        var certain = dayFirst.Iso ?? monthFirst.Iso;
        return certain is null ? dayFirst.NoSuchDay(written)
            : DateResult.Refused(source => Catalogue.DateIsNotYearFirst(source, written, certain));
    }

    /// <summary>Words: a month by its name, one day, one year and perhaps a time make advice certain.</summary>
    private static DateResult OfWords(ReadOnlySpan<char> written)
    {
        int? day = null, year = null, month = null;
        var time = "";
        var isCertain = true;
        for (var rest = written; !rest.IsEmpty;)
        {
            var isNumber = char.IsAsciiDigit(rest[0]);
            var length = isNumber ? CountWhile(rest, char.IsAsciiDigit) : Math.Max(1, CountWhile(rest, char.IsLetter));
            var token = rest[..length];
            rest = rest[length..];
            if (!isNumber && MonthOf(token) is { } named) (isCertain, month) = (isCertain && month is null, named);
            else if (isNumber && TimeAt(token, rest) is { } clock)
            {
                if (time.Length == 0) time = clock;
                rest = TimeAt(token, rest[3..]) is null ? rest[3..] : rest[6..]; // the seconds
            }
            else if (isNumber && length == 4) (isCertain, year) = (isCertain && year is null, Number(token));
            else if (isNumber) (isCertain, day) = (isCertain && day is null && length <= 2, Number(token[..Math.Min(length, 2)]));
            else isCertain &= token is not ("am" or "pm" or "AM" or "PM");
        }

        var iso = isCertain && (year, month, day) is ({ } y, { } m, { } d) ? new DateParts(y, m, d).Iso : null;
        return Unreadable(written, iso is null ? null : iso + time);
    }

    /// <summary>" 11:26" for <c>11:26</c> or <c>11h26</c>; null if there is no time.</summary>
    private static string? TimeAt(ReadOnlySpan<char> hour, ReadOnlySpan<char> rest) =>
        hour.Length <= 2 && rest.Length >= 3 && rest[0] is ':' or 'h' && char.IsAsciiDigit(rest[1]) && char.IsAsciiDigit(rest[2])
            ? $" {Number(hour):00}:{rest[1..3]}" : null;

    private static int? MonthOf(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder();
        foreach (var rune in word.EnumerateRunes()) folded.Append(Letters.Fold(rune));
        var name = folded.ToString();
        var month = Array.FindIndex(Months, names => names.Contains(name));
        return month < 0 ? null : month + 1;
    }

    private static int CountWhile(ReadOnlySpan<char> text, Func<char, bool> matches)
    {
        var count = 0;
        while (count < text.Length && matches(text[count])) count++;
        return count;
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
