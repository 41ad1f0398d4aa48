using System.Text;

namespace Palabre.Import.Mail;

/// <summary>The line <c>From </c> that begins a letter in an mbox (RFC 4155), and how it is told from a text that begins so.</summary>
internal static class Envelope
{
    // What letters begin with, whatever wrote them: with one of these below, a line needs no date to be an envelope.
    private static readonly string[] First =
    [
        "Return-Path", "Received", "Delivered-To", "From", "To", "Date", "Subject", "Message-ID", "MIME-Version", "Content-Type", "Reply-To", "Sender", "Status",
        "Newsgroups", "Path", "Envelope-To", "DKIM-Signature", "Authentication-Results", "X-Mozilla-Status", "X-Account-Key", "X-UIDL", "X-Gmail-Labels", "X-GM-THRID",
        "X-From-Line", "X-Original-To", "X-Spam-Status", "X-Sieve", "X-Apparently-To", "Mailing-List", "Approved", "Resent-From", "References", "In-Reply-To", "List-Id",
    ];

    /// <summary>Whether a line may begin a letter, if the next is as <see cref="IsFollowed"/> asks.</summary>
    internal static bool MayBe(ReadOnlySpan<byte> line, bool isAfterEmpty)
    {
        if (!line.StartsWith("From "u8)) return false;
        return isAfterEmpty ? HasDate(line) || IsBare(line) : HasDate(line) && HasWeekday(line);
    }

    /// <summary>Whether the line below an envelope is one of a header.</summary>
    internal static bool IsFollowed(ReadOnlySpan<byte> envelope, bool isAfterEmpty, ReadOnlySpan<byte> next) =>
        isAfterEmpty && HasDate(envelope) ? IsField(next) || next.StartsWith(">From "u8) : IsKnownField(next);

    /// <summary>Whether a line names a field (RFC 5322, section 2.2), or goes on with one.</summary>
    internal static bool IsField(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        return colon > 0 && line[..colon].TrimEnd(" \t"u8) is { IsEmpty: false } name && !name.ContainsAnyExceptInRange((byte)'!', (byte)'~');
    }

    internal static bool IsKnownField(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        if (colon <= 0) return false;
        foreach (var name in First)
            if (name.Length == colon && Ascii.EqualsIgnoreCase(line[..colon], name)) return true;
        return false;
    }

    /// <summary>A sender and no more, or nothing, as some programs leave it.</summary>
    private static bool IsBare(ReadOnlySpan<byte> line) => !line[5..].Trim(" \t\r\n"u8).ContainsAny(" \t"u8);

    private static bool HasDate(ReadOnlySpan<byte> line)
    {
        var rest = line[5..];
        for (var i = 2; i + 2 < rest.Length; i++)
            if (rest[i] == ':' && IsDigit(rest[i - 1]) && IsDigit(rest[i + 1])) return HasYear(rest) && (HasWeekday(line) || HasSender(rest));
        return false;
    }

    private static bool HasSender(ReadOnlySpan<byte> rest) => rest.IndexOf((byte)' ') is > 0 and var end && (rest[..end].Contains((byte)'@') || rest[..end] is [(byte)'-']);

    private static bool HasWeekday(ReadOnlySpan<byte> line)
    {
        foreach (var day in (ReadOnlySpan<string>)[" Mon ", " Tue ", " Wed ", " Thu ", " Fri ", " Sat ", " Sun "])
            if (line.IndexOf(Encoding.ASCII.GetBytes(day)) > 0) return true;
        return false;
    }

    private static bool HasYear(ReadOnlySpan<byte> line)
    {
        var run = 0;
        foreach (var b in line)
        {
            run = IsDigit(b) ? run + 1 : 0;
            if (run == 4) return true;
        }

        return false;
    }

    private static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';
}
