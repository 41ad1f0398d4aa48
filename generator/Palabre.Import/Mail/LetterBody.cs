using System.Buffers;
using MimeKit;
using Palabre.Import.Html;
using Palabre.Import.Texts;
using Palabre.Model;

namespace Palabre.Import.Mail;

/// <summary>A file that came with a letter.</summary>
internal readonly record struct Attached(string Name, byte[] Bytes);

/// <summary>The words of a letter, and what came with them.</summary>
internal static class LetterBody
{
    // What a browser may show from the site's own address without running anything.
    private static readonly HashSet<string> Harmless = new(
        ["png", "jpg", "jpeg", "gif", "webp", "pdf", "txt", "csv", "zip", "gz", "diff", "patch", "doc", "docx", "odt", "xls", "xlsx", "ods", "ppt", "pptx", "odp"],
        StringComparer.Ordinal);

    // Texts that are made for programs: whoever wants them saves them.
    private static readonly HashSet<string> Made = new(["calendar", "css", "javascript", "rtf", "richtext", "xml", "vnd.ms-excel", "tab-separated-values", "csv"], StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<byte> Base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="u8);

    /// <param name="before">Stands before the words, as strong ones: a subject of its own; null for none.</param>
    internal static (Body Body, List<Attached> Attached) Read(RawLetter raw, bool isComment, string? before, (string, string) words)
    {
        using var stream = new MemoryStream(raw.Bytes.ToArray());
        var attached = new List<Attached>();
        var enclosed = new Queue<MimeMessage>();
        var texts = Texts(MimeMessage.Load(stream), attached, enclosed);
        var findings = new Findings();
        if (enclosed.Count == 0 && texts.Count > 0 && texts.TrueForAll(text => text.IsHtml)) return (OfHtml(string.Concat(texts.Select(TextOf)), isComment, before, findings), attached);

        var parts = new List<Part>();
        if (before is not null) parts.AddRange([new(PartKind.Open, "p"), new(PartKind.Open, "strong"), new(PartKind.Text, "", before), new(PartKind.Close, "strong"), new(PartKind.Close, "p")]);
        Write(texts, findings, words, parts);
        // One after the other, also those that are within each other: their depth is not ours to follow.
        while (enclosed.TryDequeue(out var letter))
        {
            parts.Add(new(PartKind.Open, "blockquote"));
            Heading(letter, parts);
            Write(Texts(letter, attached, enclosed), findings, words, parts);
            parts.Add(new(PartKind.Close, "blockquote"));
        }

        return (Body.From(parts, isComment, findings), attached);
    }

    private static Body OfHtml(string html, bool isComment, string? before, Findings findings)
    {
        var read = Body.Of(html, isComment, linesCount: false, findings);
        return before is null ? read
            : read with { Text = (read.Format == Model.BodyFormat.Markdown ? $"**{Escaped(before)}**" : $"<p><strong>{System.Net.WebUtility.HtmlEncode(before)}</strong></p>") + $"\n\n{read.Text}" };
    }

    /// <summary>The parts of a letter that are its words, and have any.</summary>
    /// <param name="attached">Receives the other files.</param>
    /// <param name="enclosed">Receives the letters that it passes on.</param>
    private static List<TextPart> Texts(MimeMessage letter, List<Attached> attached, Queue<MimeMessage> enclosed)
    {
        var texts = new List<TextPart>();
        foreach (var (part, isRead) in LetterParts.Of(letter.Body, TextOf))
        {
            if (part is MessagePart { Message: { } message })
            {
                if (Letter.RefusalOf(message.Headers) is null) enclosed.Enqueue(message);
            }
            else if (IsCard(part)) continue;
            else if (TextIn(part) is { } text)
            {
                if (isRead && !string.IsNullOrWhiteSpace(TextOf(text))) texts.Add(text);
            }
            else if (part is MimePart { Content: not null } file)
            {
                attached.Add(new(NameOf(file, attached.Count + 1), Decoded(file)));
            }
        }

        if (texts.Count == 0) texts.AddRange(Unparted(letter));
        return texts;
    }

    /// <summary>Who somebody is and where they are reached, as programs write it: nobody means that for everybody.</summary>
    private static bool IsCard(MimeEntity part) => part.ContentType.MimeType.ToLowerInvariant() is "text/vcard" or "text/x-vcard" or "text/directory"
        || (part as MimePart)?.FileName?.EndsWith(".vcf", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>
    /// What stands where parts were announced and none begins: a list or an archive took the boundaries away.
    /// </summary>
    private static IEnumerable<TextPart> Unparted(MimeMessage letter)
    {
        var parts = new MimeIterator(letter);
        while (parts.MoveNext())
            if (parts.Current is Multipart { Count: 0, Preamble: { } words } && !string.IsNullOrWhiteSpace(words)) yield return new("plain") { Text = words };
    }

    /// <summary>
    /// A part that is to be read: any text of no known form is plain (RFC 2046, section 4.1.4). So is one of a type that was given up: <c>text</c>
    /// alone, of before MIME (RFC 2045, section 5.2), <c>plain</c>, and those that early programs for signatures wrote. Null of a file.
    /// </summary>
    private static TextPart? TextIn(MimeEntity part)
    {
        if (part is not MimePart { Content: not null, IsAttachment: false } shown) return null;
        if (shown is TextPart { IsEnriched: true } enriched) return new("plain") { Text = EnrichedText.Plain(TextOf(enriched)) };
        if (shown is TextPart text) return text.IsPlain || text.IsHtml || !Made.Contains(text.ContentType.MediaSubtype) ? text : null;
        var type = shown.Headers[HeaderId.ContentType]?.Trim() ?? "";
        var isOld = type.Equals("text", StringComparison.OrdinalIgnoreCase) || type.Equals("plain", StringComparison.OrdinalIgnoreCase)
            || shown.ContentType.IsMimeType("application", "text")
            || (shown.ContentType.IsMimeType("application", "pgp") && "text".Equals(shown.ContentType.Parameters["format"], StringComparison.OrdinalIgnoreCase));
        return isOld ? new("plain") { Content = shown.Content } : null;
    }

    private static void Write(List<TextPart> texts, Findings findings, (string, string) words, List<Part> parts)
    {
        foreach (var part in texts)
        {
            var isFlowed = Is(part, "format", "flowed");
            parts.AddRange(part.IsHtml ? Body.Parts(TextOf(part), findings)
                : MailText.Read(Obscured.Masked(Plainly.Lines(TextOf(part))), isFlowed ? Is(part, "delsp", "yes") ? Flow.Tight : Flow.Flowed : Flow.Fixed, words));
        }
    }

    private static bool Is(TextPart part, string parameter, string value) =>
        string.Equals(part.ContentType.Parameters[parameter], value, StringComparison.OrdinalIgnoreCase);

    /// <summary>The subject of an enclosed letter, and who wrote it.</summary>
    private static void Heading(MimeMessage letter, List<Part> parts)
    {
        var name = Plainly.Line(letter.From.Mailboxes.FirstOrDefault()?.Name);
        var subject = Plainly.Line(letter.Subject);
        if (name is null && subject is null) return;
        parts.Add(new(PartKind.Open, "p"));
        if (subject is not null) parts.AddRange([new(PartKind.Open, "strong"), new(PartKind.Text, "", subject), new(PartKind.Close, "strong")]);
        if (name is not null) parts.Add(new(PartKind.Text, "", subject is null ? name : ", " + name));
        parts.Add(new(PartKind.Close, "p"));
    }

    private static string Escaped(string text)
    {
        var escaped = new System.Text.StringBuilder();
        MarkdownEscape.Append(text, escaped, false);
        return escaped.ToString();
    }

    private static string TextOf(TextPart part) => part.Content is null ? ""
        : part.Content.Encoding == ContentEncoding.Base64 ? Base64Text(part.Content, part.ContentType.Charset)
        : Charsets.Decode(Decoded(part), part.ContentType.Charset);

    /// <summary>Up to the first line that is no base64: lists put their footer below whatever a letter is written in, and some letters only say that they are.</summary>
    private static string Base64Text(IMimeContent content, string? charset)
    {
        using var raw = new MemoryStream();
        content.WriteTo(raw);
        ReadOnlySpan<byte> rest = raw.GetBuffer().AsSpan(0, (int)raw.Length);
        var encoded = 0;
        while (encoded < rest.Length)
        {
            var end = rest[encoded..].IndexOf((byte)'\n');
            var line = end < 0 ? rest[encoded..] : rest.Slice(encoded, end + 1);
            if (line.Trim(" \t\r\n"u8).ContainsAnyExcept(Base64)) break;
            encoded += line.Length;
        }

        using var decoded = new MemoryStream();
        using (var head = new MemoryStream(rest[..encoded].ToArray())) new MimeContent(head, ContentEncoding.Base64).DecodeTo(decoded);
        var words = Charsets.Decode(decoded.GetBuffer().AsSpan(0, (int)decoded.Length), charset);
        return encoded == rest.Length ? words : (words.Length == 0 ? "" : words.TrimEnd('\n', '\r') + "\n") + Charsets.Decode(rest[encoded..], charset);
    }

    private static byte[] Decoded(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content?.DecodeTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>A name that every disk takes, and no page is made of.</summary>
    private static string NameOf(MimePart part, int number)
    {
        var name = MailMask.Of(part.FileName ?? "").Text;
        var dot = name.LastIndexOf('.');
        var ending = dot >= 0 ? name[(dot + 1)..].ToLowerInvariant() : "";
        var stem = Slug.From(dot > 0 ? name[..dot] : name);
        if (stem.Length > 60) stem = stem[..60];
        return $"{Account.Number(number)}{(stem.Length > 0 ? "-" + stem : "")}.{(Harmless.Contains(ending) ? ending : "bin")}";
    }
}
