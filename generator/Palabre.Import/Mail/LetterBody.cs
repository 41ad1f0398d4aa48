using MimeKit;
using Palabre.Import.Html;
using Palabre.Import.Texts;

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

    /// <param name="before">Stands before the words, as strong ones: a subject of its own; null for none.</param>
    internal static (Body Body, List<Attached> Attached) Read(RawLetter raw, bool isComment, string? before, (string, string) words)
    {
        using var stream = new MemoryStream(raw.Bytes.ToArray());
        var letter = MimeMessage.Load(stream);
        var plain = new List<TextPart>();
        var html = new List<TextPart>();
        var attached = new List<Attached>();
        foreach (var part in letter.BodyParts)
        {
            if (part is TextPart text && !part.IsAttachment && text.IsPlain) plain.Add(text);
            else if (part is TextPart page && !part.IsAttachment && page.IsHtml) html.Add(page);
            else if (part is MimePart { Content: not null } file) attached.Add(new(NameOf(file, attached.Count + 1), Decoded(file)));
        }

        var findings = new Findings();
        var parts = new List<Part>();
        if (before is not null) parts.AddRange([new(PartKind.Open, "p"), new(PartKind.Open, "strong"), new(PartKind.Text, "", before), new(PartKind.Close, "strong"), new(PartKind.Close, "p")]);
        if (plain.Exists(p => !string.IsNullOrWhiteSpace(TextOf(p))))
        {
            foreach (var part in plain)
            {
                var isFlowed = string.Equals(part.ContentType.Parameters["format"], "flowed", StringComparison.OrdinalIgnoreCase);
                parts.AddRange(MailText.Read(Plainly.Lines(TextOf(part)), isFlowed, words));
            }
        }
        else if (html.Count > 0)
        {
            var read = Body.Of(string.Concat(html.Select(TextOf)), isComment, linesCount: false, findings);
            return (before is null || read.Format != Model.BodyFormat.Markdown ? read : read with { Text = $"**{Escaped(before)}**\n\n{read.Text}" }, attached);
        }

        return (Body.From(parts, isComment, findings), attached);
    }

    private static string Escaped(string text)
    {
        var escaped = new System.Text.StringBuilder();
        MarkdownEscape.Append(text, escaped, false);
        return escaped.ToString();
    }

    private static string TextOf(TextPart part) => part.Content is null ? "" : Charsets.Decode(Decoded(part), part.ContentType.Charset);

    private static byte[] Decoded(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content?.DecodeTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>A name that every disk takes, and no page is made of.</summary>
    private static string NameOf(MimePart part, int number)
    {
        var name = part.FileName ?? "";
        var dot = name.LastIndexOf('.');
        var ending = dot >= 0 ? name[(dot + 1)..].ToLowerInvariant() : "";
        var stem = Model.Slug.From(dot > 0 ? name[..dot] : name);
        if (stem.Length > 60) stem = stem[..60];
        return $"{Account.Number(number)}{(stem.Length > 0 ? "-" + stem : "")}.{(Harmless.Contains(ending) ? ending : "bin")}";
    }
}
