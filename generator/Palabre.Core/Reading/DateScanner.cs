using System.Buffers;
using System.Globalization;

namespace Palabre.Reading;

/// <summary>Reads the parts of a date from left to right. What does not match is not consumed.</summary>
internal ref struct DateScanner(ReadOnlySpan<char> text)
{
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec", Days = "montuewedthufrisatsun";

    private static readonly SearchValues<char> Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private ReadOnlySpan<char> rest = text;

    public readonly bool IsAtEnd => rest.IsEmpty;

    /// <summary>What <see cref="OneOf"/> consumed.</summary>
    public char Last { get; private set; }

    public bool OneOf(string characters)
    {
        if (rest.IsEmpty || !characters.Contains(rest[0])) return false;
        Last = rest[0];
        rest = rest[1..];
        return true;
    }

    public bool Is(char character)
    {
        if (rest.IsEmpty || rest[0] != character) return false;
        rest = rest[1..];
        return true;
    }

    public bool Blanks()
    {
        var before = rest.Length;
        rest = rest.TrimStart();
        return rest.Length < before;
    }

    /// <summary>Null unless there are as many digits as asked for, and no more.</summary>
    public int? Number(int fewest, int most)
    {
        var digits = CountDigits();
        if (digits > most && fewest == most) digits = most; // of digits without anything between them
        if (digits < fewest || digits > most) return null;
        var number = int.Parse(rest[..digits], CultureInfo.InvariantCulture);
        rest = rest[digits..];
        return number;
    }

    /// <summary>An English month in three letters: 1 to 12.</summary>
    public int? Month() => Name(Months) is >= 0 and var month ? month + 1 : null;

    /// <summary>It is not compared with the date: the date counts.</summary>
    public bool DayOfWeek() => Name(Days) >= 0;

    /// <summary><c>11:26</c>, <c>11:26:05.123</c>, <c>112605</c>.</summary>
    public bool Time(ref DateParts parts)
    {
        var isCompact = CountDigits() is 4 or 6;
        if (Number(isCompact ? 2 : 1, 2) is not { } hour || (!isCompact && !Is(':')) || Number(2, 2) is not { } minute) return false;
        var second = 0;
        if (isCompact ? CountDigits() > 0 : Is(':'))
        {
            if (Number(2, 2) is not { } written) return false;
            second = written;
            if (OneOf(".,") && CountDigits() is var fraction && fraction > 0) rest = rest[fraction..];
        }

        parts = parts with { Time = (hour, minute, second) };
        return true;
    }

    /// <summary>
    /// Nothing, <c>Z</c>, <c>UTC</c>, <c>+01:00</c>, <c>+0100</c>, <c>+01</c>, <c>GMT+0100 (CET)</c>; behind it the
    /// name of the zone in brackets, as RFC 9557 and JavaScript write it, which adds nothing.
    /// </summary>
    public bool Offset(ref DateParts parts)
    {
        Blanks();
        if (IsAtEnd) return true;
        var letters = rest.IndexOfAnyExcept(Letters);
        var name = rest[..(letters < 0 ? rest.Length : letters)];
        rest = rest[name.Length..];
        var named = name.IsEmpty ? 0 : Hours(name);
        if (named is null) return false;
        if (name.IsEmpty || rest is ['+' or '-' or '−', ..])
        {
            if (!NumericOffset(ref parts)) return false;
        }
        else
        {
            parts = named == 0 ? parts with { IsInstant = true } : parts with { Offset = TimeSpan.FromHours(named.Value) };
        }

        Blanks();
        if (rest is ['(', .., ')'] or ['[', .., ']']) rest = [];
        return true;
    }

    private bool NumericOffset(ref DateParts parts)
    {
        if (!OneOf("+-−")) return false;
        var isNegative = Last != '+';
        var isCompact = CountDigits() == 4;
        if (Number(isCompact ? 2 : 1, 2) is not { } hours) return false;
        var minutes = 0;
        if (isCompact || Is(':'))
        {
            if (Number(2, 2) is not { } written) return false;
            minutes = written;
        }

        var offset = new TimeSpan(hours, minutes, 0);
        // RFC 3339, section 4.3: -00:00 says that the local offset is unknown.
        parts = isNegative && offset == TimeSpan.Zero ? parts with { IsInstant = true }
            : parts with { Offset = isNegative ? -offset : offset };
        return minutes < 60;
    }

    /// <summary>The zones that RFC 2822 (section 4.3) names; null for all others, of which many mean several.</summary>
    private static int? Hours(ReadOnlySpan<char> name) => name.Length > 3 ? null : name.ToString().ToUpperInvariant() switch
    {
        "Z" or "UTC" or "GMT" or "UT" => 0,
        "EDT" => -4,
        "EST" or "CDT" => -5,
        "CST" or "MDT" => -6,
        "MST" or "PDT" => -7,
        "PST" => -8,
        _ => null,
    };

    private readonly int CountDigits()
    {
        var digits = rest.IndexOfAnyExceptInRange('0', '9');
        return digits < 0 ? rest.Length : digits;
    }

    /// <summary>The number of a name of three letters; -1 if there is none.</summary>
    private int Name(string names)
    {
        if (rest.Length < 4 || char.IsLetter(rest[3])) return -1;
        for (var i = 0; i < names.Length; i += 3)
        {
            if (!rest[..3].Equals(names.AsSpan(i, 3), StringComparison.OrdinalIgnoreCase)) continue;
            rest = rest[3..];
            return i / 3;
        }

        return -1;
    }
}
