using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Utils;
using Palabre.Import.Texts;
using Palabre.Model;
using Palabre.Writing;

namespace Palabre.Import.Mail;

/// <summary>What the header of a letter says, as far as it matters here.</summary>
internal sealed partial class Letter
{
    private const string NoArchive = "letters whose writers ask archives not to keep them";
    private const int LongestName = 500, Compared = 300;

    /// <summary>The Message-ID; of a letter without one, made of its header.</summary>
    internal required string Id { get; init; }

    /// <summary>What it answers, the eldest first; empty for none.</summary>
    internal required IReadOnlyList<string> References { get; init; }

    /// <summary>Of a letter without references: what In-Reply-To holds in angle brackets, be it an id or the address of who is answered.</summary>
    internal required IReadOnlyList<string> MayAnswer { get; init; }

    /// <summary>Why it is not for everybody; null where it is.</summary>
    internal string? Refusal { get; init; }

    internal required string Subject { get; init; }

    /// <summary>The name as its writer gave it; null where there is an address alone, or nothing.</summary>
    internal required string? Name { get; init; }

    /// <summary>Tells writers without a name apart; never written.</summary>
    internal required string Sender { get; init; }

    internal required (EntryDate Date, DateForm Form)? Date { get; init; }

    internal string? Address { get; init; }

    /// <summary>Tells texts apart by how they begin; 0 where lists make the beginning themselves.</summary>
    internal required ulong Beginning { get; init; }

    internal string? ListName { get; init; }

    internal static Letter Read(RawLetter raw, SiteZone zone)
    {
        var headers = Headers(raw);
        var from = Value(headers, HeaderId.From) ?? "";
        var references = Ids(headers, HeaderId.References);
        return new()
        {
            // Two letters that a program wrote in one second differ in their text alone.
            Id = Ids(headers, HeaderId.MessageId).FirstOrDefault() ?? "none-" + Convert.ToHexStringLower(SHA256.HashData(raw.Bytes.Span))[..24],
            References = references,
            MayAnswer = references.Count > 0 ? [] : Ids(headers, HeaderId.InReplyTo),
            Refusal = RefusalOf(headers) ?? (AsksInText(raw.Bytes.Span[HeadOf(raw.Bytes).Length..]) ? NoArchive : null),
            Beginning = BeginningOf(headers, raw.Bytes.Span[HeadOf(raw.Bytes).Length..]),
            Subject = Obscured.Masked(Plainly.Line(Value(headers, HeaderId.Subject)) ?? ""),
            Name = NameOf(from),
            Sender = AddressOf(from),
            Date = DateOf(headers, raw.Envelope, zone),
            Address = Value(headers, HeaderId.ArchivedAt) is { } archived ? WebAddress.TryParse(archived.Trim().Trim('<', '>')) : null,
            ListName = Value(headers, HeaderId.ListId) is { } list ? Plainly.Line(list.Split('<')[0])?.Trim('"') : null,
        };
    }

    private static HeaderList Headers(RawLetter raw)
    {
        if (raw.IsHeadless) return [];
        using var stream = new MemoryStream(HeadOf(raw.Bytes).ToArray());
        return HeaderList.Load(ParserOptions.Default, stream);
    }

    private static ReadOnlyMemory<byte> HeadOf(ReadOnlyMemory<byte> letter)
    {
        var end = letter.Span.IndexOf("\n\n"u8);
        var other = letter.Span.IndexOf("\r\n\r\n"u8);
        if (other >= 0 && (end < 0 || other < end)) end = other + 2;
        return end < 0 ? letter : letter[..Math.Min(letter.Length, end + 2)];
    }

    private static ulong BeginningOf(HeaderList headers, ReadOnlySpan<byte> body)
    {
        if (headers[HeaderId.ContentType]?.TrimStart().StartsWith("multipart", StringComparison.OrdinalIgnoreCase) == true) return 0;
        Span<char> letters = stackalloc char[Compared];
        var count = 0;
        foreach (var b in body)
        {
            if (count == Compared) break;
            if (b > ' ') letters[count++] = (char)b;
        }

        return Plainly.Print(letters[..count]);
    }

    /// <summary>Who cannot write headers asks so in the first line of the text, as archives of Usenet let them.</summary>
    private static bool AsksInText(ReadOnlySpan<byte> body)
    {
        body = body.TrimStart(" \t\r\n"u8);
        var first = body[..Math.Min(body.Length, 40)];
        return first.Length > 12 && Ascii.EqualsIgnoreCase(first[..13], "X-No-Archive:"u8) && first[13..].TrimStart(" \t"u8) is { Length: >= 3 } said && Ascii.EqualsIgnoreCase(said[..3], "yes"u8);
    }

    /// <summary>Who asks archives not to keep a letter (X-No-Archive; Archive of RFC 5536, section 3.2.2), or threw it away, did not mean it for everybody.</summary>
    internal static string? RefusalOf(HeaderList headers)
    {
        if (Says("X-No-Archive", "yes") || Says("Archive", "no")) return NoArchive;
        // Thunderbird marks what was deleted, and takes it away when it next puts the folder in order.
        var isDeleted = headers["X-Mozilla-Status"] is { } status && int.TryParse(status.Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var flags) && (flags & 8) != 0;
        return isDeleted ? "in the bin" : null;

        bool Says(string field, string word) => headers[field]?.Trim().StartsWith(word, StringComparison.OrdinalIgnoreCase) == true;
    }

    /// <summary>Decoded; where the bytes are none of the declared charset, by what they are.</summary>
    private static string? Value(HeaderList headers, HeaderId id)
    {
        foreach (var header in headers)
        {
            if (header.Id != id) continue;
            var isRaw = header.RawValue.AsSpan().ContainsAnyInRange((byte)0x80, (byte)0xFF) || header.RawValue.AsSpan().Contains((byte)'\e');
            if (!isRaw && header.RawValue.AsSpan().IndexOf("=?"u8) < 0) return header.Value;
            return HeaderWords.Decode(Charsets.Decode(header.RawValue, CharsetOf(headers)).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Trim());
        }

        return null;
    }

    /// <summary>Of the text: programs that wrote raw bytes into headers took the same.</summary>
    private static string? CharsetOf(HeaderList headers) =>
        headers[HeaderId.ContentType] is { } type && ContentType.TryParse(type, out var parsed) ? parsed.Charset : null;

    private static List<string> Ids(HeaderList headers, HeaderId id) =>
        headers.FirstOrDefault(h => h.Id == id)?.Value is { } value ? [.. MimeUtils.EnumerateReferences(value).Where(found => found.Length > 0).TakeLast(1000)] : []; // of References the nearest stand last

    /// <summary>
    /// The name of <c>Jane Doe &lt;jane@example.org&gt;</c>, and of what archives on the web make of it: <c>jane at example.org (Jane Doe)</c>.
    /// Lists that send in their own name (for DMARC, RFC 7489) add <c>via</c> it.
    /// </summary>
    private static string? NameOf(string from)
    {
        var angle = from.IndexOf('<', StringComparison.Ordinal);
        var open = from.LastIndexOf('(');
        var close = from.LastIndexOf(')');
        var name = angle > 0 ? from[..angle] : open >= 0 && close > open ? from[(open + 1)..close] : null;
        if (name is null) return null;
        if (name.Length > LongestName) name = name[..LongestName]; // what follows is more than proportional to it
        name = Mail().Replace(name.Replace("\\", "", StringComparison.Ordinal), "");
        name = Via().Replace(name, "");
        var plain = Plainly.Line(name.Trim(' ', '"', '\'', '\t', ','));
        return plain?.StartsWith("via ", StringComparison.Ordinal) == true ? null : plain; // only the list has a name
    }

    [GeneratedRegex(@"[\[(<""']?[^\s@\[\](){}<>""']{1,64}(?:@| at )[^\s@.\[\](){}<>""']{1,64}\.[^\s@\[\](){}<>""']{1,128}[\])>""']?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<=\S)['""]?\s+\(?via\s.*$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Via();

    private static string AddressOf(string from)
    {
        var angle = from.IndexOf('<', StringComparison.Ordinal);
        var end = from.IndexOf('>', StringComparison.Ordinal);
        return (angle >= 0 && end > angle ? from[(angle + 1)..end] : from.Split('(')[0]).Trim().ToLowerInvariant();
    }

    /// <summary>The letter's own date, unless a station on its way, or the envelope, tells that its clock was wrong; else that of its arrival.</summary>
    private static (EntryDate, DateForm)? DateOf(HeaderList headers, string? envelope, SiteZone zone)
    {
        var written = LetterDates.Parse(Value(headers, HeaderId.Date), zone);
        var received = headers.Where(h => h.Id == HeaderId.Received).Select(h => h.Value[(h.Value.LastIndexOf(';') + 1)..].Trim()).LastOrDefault();
        var came = LetterDates.Parse(received, zone);
        var kept = LetterDates.OfEnvelope(envelope, zone);
        if (written is not var (date, _)) return came ?? kept;
        if (came is var (arrival, _)) return date.Time - arrival.Time > LetterDates.Early || arrival.Time - date.Time > LetterDates.Late ? came : written;
        // An mbox may have been made years later: it proves no more than that the letter was there, and not written in a year without mail.
        return kept is var (moment, _) && (date.Time - moment.Time > LetterDates.Early || (date.Time.Year < LetterDates.FirstYear && moment.Time.Year >= LetterDates.FirstYear)) ? kept : written;
    }
}
