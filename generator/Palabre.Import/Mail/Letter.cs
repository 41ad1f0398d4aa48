using System.Globalization;
using MimeKit;
using MimeKit.Utils;
using Palabre.Import.Texts;
using Palabre.Model;
using Palabre.Writing;

namespace Palabre.Import.Mail;

/// <summary>What the header of a letter says, as far as it matters here.</summary>
internal sealed class Letter
{
    /// <summary>The Message-ID; of a letter without one, made of its header.</summary>
    internal required string Id { get; init; }

    /// <summary>What it answers, the eldest first; empty for none.</summary>
    internal required IReadOnlyList<string> References { get; init; }

    internal required string Subject { get; init; }

    /// <summary>The name as its writer gave it; null where there is an address alone, or nothing.</summary>
    internal required string? Name { get; init; }

    /// <summary>Tells writers without a name apart; never written.</summary>
    internal required string Sender { get; init; }

    internal required (EntryDate Date, DateForm Form)? Date { get; init; }

    internal string? Address { get; init; }

    internal string? ListName { get; init; }

    internal static Letter Read(RawLetter raw, SiteZone zone)
    {
        using var stream = new MemoryStream(HeadOf(raw.Bytes).ToArray());
        var headers = HeaderList.Load(ParserOptions.Default, stream);
        var from = Value(headers, HeaderId.From) ?? "";
        return new()
        {
            Id = Ids(headers, HeaderId.MessageId).FirstOrDefault() ?? "none-" + Plainly.Hash(System.Text.Encoding.Latin1.GetString(stream.ToArray()), 24),
            References = Ids(headers, HeaderId.References) is { Count: > 0 } references ? references : [.. Ids(headers, HeaderId.InReplyTo).Take(1)],
            Subject = Plainly.Line(Value(headers, HeaderId.Subject)) ?? "",
            Name = NameOf(from),
            Sender = AddressOf(from),
            Date = DateOf(headers, raw.Envelope, zone),
            Address = Value(headers, HeaderId.ArchivedAt) is { } archived ? WebAddress.TryParse(archived.Trim().Trim('<', '>')) : null,
            ListName = Value(headers, HeaderId.ListId) is { } list ? Plainly.Line(list.Split('<')[0])?.Trim('"') : null,
        };
    }

    private static ReadOnlyMemory<byte> HeadOf(ReadOnlyMemory<byte> letter)
    {
        var end = letter.Span.IndexOf("\n\n"u8);
        var other = letter.Span.IndexOf("\r\n\r\n"u8);
        if (other >= 0 && (end < 0 || other < end)) end = other + 2;
        return end < 0 ? letter : letter[..Math.Min(letter.Length, end + 2)];
    }

    /// <summary>Decoded; where the bytes are none of the declared charset, by what they are.</summary>
    private static string? Value(HeaderList headers, HeaderId id)
    {
        foreach (var header in headers)
        {
            if (header.Id != id) continue;
            var is8Bit = header.RawValue.AsSpan().ContainsAnyInRange((byte)0x80, (byte)0xFF);
            if (!is8Bit && header.RawValue.AsSpan().IndexOf("=?"u8) < 0) return header.Value;
            return HeaderWords.Decode(Charsets.Decode(header.RawValue, null).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Trim());
        }

        return null;
    }

    private static List<string> Ids(HeaderList headers, HeaderId id) =>
        headers.FirstOrDefault(h => h.Id == id)?.Value is { } value ? [.. MimeUtils.EnumerateReferences(value).Take(1000)] : [];

    /// <summary>The name of <c>Jane Doe &lt;jane@example.org&gt;</c>, and of what archives on the web make of it: <c>jane at example.org (Jane Doe)</c>.</summary>
    private static string? NameOf(string from)
    {
        var angle = from.IndexOf('<', StringComparison.Ordinal);
        var open = from.LastIndexOf('(');
        var close = from.LastIndexOf(')');
        var name = angle > 0 ? from[..angle] : open >= 0 && close > open ? from[(open + 1)..close] : null;
        name = Plainly.Line(name?.Replace("\\", "", StringComparison.Ordinal).Trim(' ', '"', '\'', '\t'));
        return name is null || name.Contains('@', StringComparison.Ordinal) || name.Contains(" at ", StringComparison.OrdinalIgnoreCase) ? null : name;
    }

    private static string AddressOf(string from)
    {
        var angle = from.IndexOf('<', StringComparison.Ordinal);
        var end = from.IndexOf('>', StringComparison.Ordinal);
        return (angle >= 0 && end > angle ? from[(angle + 1)..end] : from.Split('(')[0]).Trim().ToLowerInvariant();
    }

    /// <summary>The letter's own date, unless a station on its way tells that its clock was wrong; else that of its arrival.</summary>
    private static (EntryDate, DateForm)? DateOf(HeaderList headers, string? envelope, SiteZone zone)
    {
        var written = Value(headers, HeaderId.Date);
        var received = headers.Where(h => h.Id == HeaderId.Received).Select(h => h.Value[(h.Value.LastIndexOf(';') + 1)..].Trim()).LastOrDefault();
        var arrival = Parse(received, zone);
        if (Parse(written, zone) is var (date, form) && (arrival is not var (came, _) || date.Time - came.Time < TimeSpan.FromDays(2))) return (date, form);
        if (arrival is { } known) return known;
        // "From someone Tue Jan 12 11:26:00 2010", in UTC (RFC 4155).
        if (envelope is null) return null;
        var words = envelope.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 5 && DateTime.TryParseExact(string.Join(' ', words[^5..]), ["ddd MMM d HH:mm:ss yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? (new(zone.ToLocal(new(moment, TimeSpan.Zero))), DateForm.Instant) : null;
    }

    private static (EntryDate, DateForm)? Parse(string? text, SiteZone zone)
    {
        if (text is null || !DateUtils.TryParse(text, out var date) || date.Year is < 1970 or > 2200) return null;
        date = new(date.Ticks - (date.Ticks % TimeSpan.TicksPerSecond), date.Offset);
        var isInstant = text.Contains("-0000", StringComparison.Ordinal) || text.Contains("GMT", StringComparison.Ordinal) || text.EndsWith("UT", StringComparison.Ordinal);
        return isInstant ? (new(zone.ToLocal(date)), DateForm.Instant) : (new(date), DateForm.Offset);
    }
}
