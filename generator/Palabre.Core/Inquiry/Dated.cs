using System.Globalization;
using Palabre.Model;

namespace Palabre.Inquiry;

/// <summary>Dates as programs and sorted columns want them.</summary>
internal static class Dated
{
    /// <summary>ISO 8601, to the minute: <c>2010-01-15T11:26+01:00</c>; a bare day stays one.</summary>
    internal static string Short(EntryDate date) =>
        date.Time.ToString(date.IsDay ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);
}
