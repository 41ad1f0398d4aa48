using System.Text;

namespace Palabre.Import.Mail;

/// <summary>
/// The line <c>From </c> that begins a letter in an mbox (RFC 4155), told from a text that begins so by its sender, its date, and the header below it.
/// </summary>
internal static class Envelope
{
    private const int LongestLine = 400;

    // What letters begin with, whatever wrote them.
    private static readonly HashSet<string> Known = new(
        [
            "Return-Path", "Received", "Delivered-To", "From", "To", "Date", "Subject", "Message-ID", "MIME-Version", "Content-Type", "Reply-To", "Sender", "Status",
            "Newsgroups", "Path", "Envelope-To", "DKIM-Signature", "Authentication-Results", "X-Mozilla-Status", "X-Account-Key", "X-UIDL", "X-Gmail-Labels", "X-GM-THRID",
            "X-From-Line", "X-Original-To", "X-Spam-Status", "X-Sieve", "X-Apparently-To", "Mailing-List", "Approved", "Resent-From", "References", "In-Reply-To", "List-Id",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Words = new([.. LetterDates.Weekdays, .. LetterDates.Months, "remote", "from"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a line begins a letter.</summary>
    /// <param name="ahead">What follows it, as far as is known.</param>
    /// <param name="isFirst">It is the first of its file: nobody's text is before it.</param>
    internal static bool Begins(ReadOnlySpan<byte> line, ReadOnlySpan<byte> ahead, bool isAfterEmpty, bool isFirst)
    {
        if (!line.StartsWith("From "u8) || line.Length > LongestLine) return false;
        var words = Encoding.Latin1.GetString(line[5..]).Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var (fields, known, isEmpty) = HeadOf(ahead);
        if (isFirst && fields > 0) return true;
        if (HasDate(words)) return isAfterEmpty ? fields > 0 || isEmpty : known > 0;
        // A sender of several words, before a date as the standard has it.
        if (Array.FindIndex(words, LetterDates.Weekdays.Contains) is > 1 and var day && IsDateOfC(words[day..])) return known > 1;
        // A sender and no more, or nothing, as some programs leave it.
        return isAfterEmpty && words.Length < 2 && fields > 1 && known > 1;
    }

    /// <summary>Whether a line names a field (RFC 5322, section 2.2).</summary>
    internal static bool IsField(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        return colon > 0 && line[..colon].TrimEnd(" \t"u8) is { IsEmpty: false } name && !name.ContainsAnyExceptInRange((byte)'!', (byte)'~');
    }

    internal static bool IsKnownField(ReadOnlySpan<byte> line) => line.IndexOf((byte)':') is > 0 and < 40 and var colon && Known.Contains(Encoding.Latin1.GetString(line[..colon]));

    /// <summary>How many fields begin the text, and how many of these letters have; and whether it begins with an empty line.</summary>
    private static (int Fields, int Known, bool IsEmpty) HeadOf(ReadOnlySpan<byte> ahead)
    {
        var (fields, known, isFirst) = (0, 0, true);
        while (ahead.IndexOf((byte)'\n') is >= 0 and var end)
        {
            var line = ahead[..end].TrimEnd((byte)'\r');
            ahead = ahead[(end + 1)..];
            if (line.IsEmpty) return (fields, known, isFirst);
            isFirst = false;
            if (IsField(line)) fields++;
            else if (fields == 0 ? !line.StartsWith(">From "u8) : line[0] is not ((byte)' ' or (byte)'\t')) return (fields, known, false);
            if (IsKnownField(line)) known++;
        }

        return (fields, known, false);
    }

    /// <summary>Whether one sender is named, and nothing but a date follows: words of it, numbers, a zone.</summary>
    private static bool HasDate(string[] words)
    {
        var at = words is [_, "at", _, ..] ? 3 : 1;
        if (words.Length > at && words[at].StartsWith('(') && Array.FindIndex(words, at, word => word.EndsWith(')')) is >= 0 and var close) at = close + 1;
        var (named, year) = (false, false);
        foreach (var word in words.Skip(at))
        {
            var plain = word.TrimEnd(',');
            if (Words.Contains(plain)) named = true;
            else if (plain.Length == 4 && plain.All(char.IsAsciiDigit)) year = true;
            else if (!plain.All(c => char.IsAsciiDigit(c) || c is ':' or '+' or '-') && !(plain.Length is > 1 and < 6 && plain.All(char.IsAsciiLetterUpper)) && !plain.Contains('.', StringComparison.Ordinal)) return false;
        }

        return named && year;
    }

    /// <summary>Whether it is <c>Tue Jan 12 11:26:00 2010</c>, with a zone or without.</summary>
    private static bool IsDateOfC(string[] words) => words is [_, { Length: 3 } month, { Length: 1 or 2 } day, var time, .. var rest] && Words.Contains(month) && day.All(char.IsAsciiDigit)
        && time.Contains(':', StringComparison.Ordinal) && rest.Length is 1 or 2 && rest.Any(word => word.Length == 4 && word.All(char.IsAsciiDigit));
}
