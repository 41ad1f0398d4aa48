using System.Collections.Concurrent;
using System.Globalization;
using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>Dates in the words of a language, by the patterns of its strings file.</summary>
public sealed class DateWords(Strings strings, SiteZone zone)
{
    /// <summary>The texts that a day and a time fill, and the places in them.</summary>
    internal static readonly string[]
        Patterns = ["date.long", "date.short", "date.month", "date.moment"],
        Places = ["{weekday}", "{day}", "{month}", "{year}", "{hour}", "{hour12}", "{half}", "{minute}"];

    private static readonly string[] Pairs = [.. Enumerable.Range(0, 60).Select(number => number.ToString("D2", CultureInfo.InvariantCulture))];

    // Many entries share a day, and each is named a dozen times.
    private readonly ConcurrentDictionary<DateOnly, DayWords> days = new();

    /// <summary>«mardi 12 janvier 2010»</summary>
    public string Long(DateOnly day) => Of(day).Long;

    /// <summary>«12 janvier 2010»</summary>
    public string Short(DateOnly day) => Of(day).Short;

    /// <summary>«janvier 2010»</summary>
    public string Month(int year, int month) => FillTime(FillDay("date.month", new(year, month, 1)), default);

    public string MonthName(int month) => Item("date.months", month - 1);

    /// <summary>«12 janvier 2010 à 11:26», and the offset from UTC where it is not the site's; of a day, the day alone.</summary>
    public string Moment(EntryDate date)
    {
        if (date.IsDay) return Short(date.Day);
        var moment = Of(date.Day).At(date.Time.Hour, date.Time.Minute);
        return date.Time.Offset == zone.OffsetAt(date.Time) ? moment : $"{moment} ({Offset(date.Time.Offset)})";
    }

    /// <summary>As machines read it: RFC 3339, or the day alone (HTML, section 4.5.14).</summary>
    public static string Iso(EntryDate date) => date.IsDay ? date.Day.ToString("O", CultureInfo.InvariantCulture) : Rfc3339.Short(date.Time);

    private DayWords Of(DateOnly day) => days.GetOrAdd(day, static (day, words) => new(
        FillTime(words.FillDay("date.long", day), default), FillTime(words.FillDay("date.short", day), default), words.FillDay("date.moment", day)), this);

    private string FillDay(string key, DateOnly day) => strings.Text(key)
        .Replace("{weekday}", Item("date.weekdays", ((int)day.DayOfWeek + 6) % 7), StringComparison.Ordinal)
        .Replace("{day}", day.Day == 1 && strings.Has("date.first") ? strings.Text("date.first") : Digits(day.Day), StringComparison.Ordinal)
        .Replace("{month}", Item("date.months", day.Month - 1), StringComparison.Ordinal)
        .Replace("{year}", Digits(day.Year), StringComparison.Ordinal);

    private static string FillTime(string pattern, TimeOnly time) => pattern
        .Replace("{hour}", Pairs[time.Hour], StringComparison.Ordinal)
        .Replace("{hour12}", Digits((time.Hour + 11) % 12 + 1), StringComparison.Ordinal)
        .Replace("{half}", time.Hour < 12 ? "a.m." : "p.m.", StringComparison.Ordinal)
        .Replace("{minute}", Pairs[time.Minute], StringComparison.Ordinal);

    private string Item(string list, int position) => strings.List(list)[position];

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <param name="moment">With the places of the time still to be filled.</param>
    private sealed class DayWords(string longDay, string shortDay, string moment)
    {
        // What nearly every pattern is: "… {hour}:{minute}". Texts around the two are cut once for a day.
        private readonly string[]? around = moment.Split("{hour}") is [var before, var rest] && rest.Split("{minute}") is [var between, var after]
            && !(before + between + after).Contains('{', StringComparison.Ordinal) ? [before, between, after] : null;

        internal string Long => longDay;

        internal string Short => shortDay;

        internal string At(int hour, int minute) => around is [var before, var between, var after]
            ? after.Length == 0 ? string.Concat(before, Pairs[hour], between, Pairs[minute]) : string.Concat(before, Pairs[hour], between + Pairs[minute], after)
            : FillTime(moment, new(hour, minute));
    }

    private static string Offset(TimeSpan offset)
    {
        var sign = offset < TimeSpan.Zero ? '−' : '+';
        var minutes = Math.Abs(offset.Minutes);
        return $"UTC{sign}{Digits(Math.Abs(offset.Hours))}{(minutes == 0 ? "" : $":{minutes.ToString("D2", CultureInfo.InvariantCulture)}")}";
    }
}
