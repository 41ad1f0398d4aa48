using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>Dates as fields and file names give them.</summary>
internal static class DateField
{
    internal static EntryDate? Read(YamlScalar scalar, SiteZone zone, List<Diagnostic> diagnostics)
    {
        var read = Dates.Read(scalar.Text, zone);
        if ((read.Refusal ?? read.Remark) is { } told) diagnostics.Add(told(scalar.Source));
        return read.Date;
    }

    /// <summary>
    /// The date that begins a file's name, and the rest of it: <c>2010-01-12-hello</c>; also Unix time, as in Staticman's
    /// <c>entry1465243200</c>.
    /// </summary>
    internal static (EntryDate? Date, string Name) OfFileName(string name, SiteZone zone)
    {
        if (BeginsWithDay(name) && Dates.Read(name[..10], zone).Date is { IsDay: true } day) return (day, name.Length > 11 ? name[11..] : "");

        var digits = name.AsSpan().TrimStart("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_");
        if (digits.Length is 10 or 13 && !digits.ContainsAnyExceptInRange('0', '9'))
            return (Dates.Read(digits.ToString(), zone).Date, name);
        return (null, name);
    }

    /// <summary>What is wrong with the day that begins a file's name; null if nothing is, or none does.</summary>
    internal static Diagnostic? RefusedOfFileName(string name, SourceLocation source) =>
        BeginsWithDay(name) && name.Take(10).All(c => char.IsAsciiDigit(c) || c == '-') ? Dates.Read(name[..10], SiteZone.Utc).Refusal?.Invoke(source) : null;

    private static bool BeginsWithDay(string name) =>
        name.Length >= 10 && name[4] == '-' && name[7] == '-' && (name.Length == 10 || !char.IsAsciiDigit(name[10]));
}
