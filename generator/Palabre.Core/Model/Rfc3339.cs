using System.Globalization;

namespace Palabre.Model;

/// <summary>Moments as machines read them (RFC 3339, section 5.6), to the second.</summary>
internal static class Rfc3339
{
    /// <returns><c>2010-01-12T11:26:00+01:00</c></returns>
    internal static string Numeric(DateTimeOffset time) => string.Create("2010-01-12T11:26:00+01:00".Length, time, static (text, time) =>
    {
        time.TryFormat(text, out var written, "s", CultureInfo.InvariantCulture);
        var offset = time.TotalOffsetMinutes;
        text[written++] = offset < 0 ? '-' : '+';
        Pair(text[written..], Math.Abs(offset) / 60);
        text[written + 2] = ':';
        Pair(text[(written + 3)..], Math.Abs(offset) % 60);
    });

    /// <returns>As <see cref="Numeric"/>; of UTC, <c>2010-01-12T10:26:00Z</c>.</returns>
    internal static string Short(DateTimeOffset time) => time.Offset != TimeSpan.Zero ? Numeric(time)
        : string.Create("2010-01-12T10:26:00Z".Length, time, static (text, time) =>
        {
            time.TryFormat(text, out var written, "s", CultureInfo.InvariantCulture);
            text[written] = 'Z';
        });

    private static void Pair(Span<char> text, int number) => (text[0], text[1]) = ((char)('0' + (number / 10)), (char)('0' + (number % 10)));
}
