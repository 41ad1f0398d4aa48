using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>Reads the comments of one file: one, several documents, or a list of them.</summary>
internal static class CommentReader
{
    /// <param name="fileName">Without extension, where the file is one comment in its post's folder; null for a list.</param>
    /// <param name="comments">Receives what could be read, and whether it is published. The post is not yet known.</param>
    internal static void Read(
        string path, string? fileName, string text, Settings settings, ReadingOptions options, SingleAuthors names,
        List<(Comment, Publication)> comments, List<Diagnostic> diagnostics)
    {
        var read = YamlReader.Read(text, new(path, 1, 1));
        diagnostics.AddRange(read.Diagnostics);
        IEnumerable<YamlNode> nodes = read.Value.SelectMany(document => document is YamlList list ? list.Items : [document]);
        var isBroken = read.Diagnostics.Any(d => d.Severity == Severity.Error);
        // What stands after a mistake in YAML may be anything: the file says so once, and is read no further.
        if (isBroken) return;
        if (read.Value.All(document => document is YamlScalar { IsAbsent: true })) diagnostics.Add(Catalogue.EmptyFile(new(path), hasRemarks: true));
        var isAlone = read.Value is [YamlMap];
        foreach (var node in nodes)
        {
            if (node is YamlMap map)
            {
                if (ReadOne(map, isAlone ? fileName : null, settings, options, names, diagnostics) is { } comment) comments.Add(comment);
            }
            else if (node is not YamlScalar { IsAbsent: true })
            {
                diagnostics.Add(Catalogue.NotAComment(node.Source, Plain.Describe(node)));
            }
        }
    }

    /// <summary>Null where it lacks what each has: then a diagnostic says what.</summary>
    internal static (Comment, Publication)? ReadOne(
        YamlMap map, string? fileName, Settings settings, ReadingOptions options, SingleAuthors names, List<Diagnostic> diagnostics)
    {
        var fields = new FieldMap(map, CommentFields.All, diagnostics, settings.MailArchives);
        var status = StatusOf(fields, diagnostics);
        var body = fields.Scalar(CommentFields.Body);
        var written = Date(fields, fileName, settings.Zone, diagnostics);
        var isTombstone = status is Status.Removed or Status.Redacted;
        if (body is null && !isTombstone) diagnostics.Add(Catalogue.NoBody(fields.Source));
        if (written is not { } date || (body is null && !isTombstone)) return null;

        var author = fields.Written(CommentFields.Author) is { Text.Length: > 0 } named ? EntryParts.Masked(named.Text, named.Source, fields.Key(CommentFields.Author), settings, diagnostics) : null;
        if (author is null && !isTombstone) diagnostics.Add(Catalogue.NoAuthor(fields.Source));

        // Staticman writes the line ends of web forms as escapes.
        var text = EntryParts.Masked(TextFile.WithLineFeeds(body?.Text ?? ""), body?.TextSource ?? default, fields.Key(CommentFields.Body), settings, diagnostics).AsSpan().Trim("\n \t");
        var comment = new Comment
        {
            // One text where both say the same: there are as many as comments.
            Id = fields.Text(CommentFields.Id) is { } id && id != fileName ? id : fileName ?? MadeId(fields, date, author, diagnostics),
            FileName = fileName,
            Date = date,
            Updated = EntryParts.Updated(fields, CommentFields.Updated, date, settings.Zone, diagnostics),
            Authors = author is null ? [] : names.Of(author),
            ReplyTo = EntryParts.ReplyTo(fields, CommentFields.ReplyTo),
            Aliases = fields.Texts(CommentFields.Aliases),
            Body = new(isTombstone ? "" : text),
            Format = Format(fields, text),
            Language = LanguageTag.Of(fields, CommentFields.Language, diagnostics),
            Status = status,
            Removal = EntryParts.Removal(fields, status, settings, text, diagnostics),
            Origin = EntryParts.Origin(fields),
            Source = fields.Source,
            BodySource = body?.TextSource ?? fields.Source,
            Url = isTombstone ? null : Url(fields, settings, diagnostics),
            Avatar = isTombstone ? null : EntryParts.Media(fields, CommentFields.Avatar, diagnostics),
            Extra = fields.Extra(),
        };
        return (comment, Publication.Of(Withholding(comment, options), options, Publication.NextChange(comment.Date, null, options)));
    }

    private static string? Url(FieldMap fields, Settings settings, List<Diagnostic> diagnostics) => fields.Address(CommentFields.Url) is { } address
        ? EntryParts.Masked(address, fields.Node(CommentFields.Url)!.Source, fields.Key(CommentFields.Url), settings, diagnostics) : null;

    private static Status StatusOf(FieldMap fields, List<Diagnostic> diagnostics) =>
        EntryParts.Status(fields, diagnostics) is not Status.Published and var status ? status
        : fields.Text(CommentFields.Hidden) is { } trap && Flags.Read(trap) != false ? Status.Spam
        : fields.Has(CommentFields.Spam) && fields.Flag(CommentFields.Spam) is var isSpam && isSpam != false ? isSpam == true ? Status.Spam : Status.Pending
        : fields.Has(CommentFields.Approved) && fields.Flag(CommentFields.Approved) != true ? Status.Pending
        : PostReader.IsDraft(fields) ? Status.Pending
        : Status.Published;

    private static IEnumerable<WithheldReason> Withholding(Comment comment, ReadingOptions options)
    {
        if (comment.Status == Status.Pending) yield return WithheldReason.Pending;
        if (comment.Status == Status.Spam) yield return WithheldReason.Spam;
        if (comment.Date.Time > options.Now) yield return WithheldReason.Future;
    }

    private static EntryDate? Date(FieldMap fields, string? fileName, SiteZone zone, List<Diagnostic> diagnostics)
    {
        if (fields.Has(CommentFields.Date)) return fields.Date(CommentFields.Date, zone);
        if (PostReader.IsPublished(fields) is null && fields.Has(CommentFields.Published)) return fields.Date(CommentFields.Published, zone);
        if (fileName is not null && DateField.OfFileName(fileName, zone).Date is { } named) return named;
        diagnostics.Add(Catalogue.NoDate(fields.Source));
        return null;
    }

    private static BodyFormat Format(FieldMap fields, ReadOnlySpan<char> text) => fields.Word(CommentFields.Format) switch
    {
        "markdown" => BodyFormat.Markdown,
        "html" => BodyFormat.Html,
        "text" => BodyFormat.Text,
        _ => HtmlStart.IsBlock(text) ? BodyFormat.Html : BodyFormat.Markdown,
    };

    /// <summary>Made of what a comment keeps when others are added around it, never of its place in the list.</summary>
    private static string MadeId(FieldMap fields, EntryDate date, string? author, List<Diagnostic> diagnostics)
    {
        var id = IdOf(date, author);
        diagnostics.Add(Catalogue.NoId(fields.Source, id));
        return id;
    }

    /// <summary><c>2010-01-15-112600-jane-doe</c>; of a bare day, without the time.</summary>
    internal static string IdOf(EntryDate date, string? author)
    {
        var time = date.Time.ToString(date.IsDay ? "yyyy-MM-dd" : "yyyy-MM-dd-HHmmss", System.Globalization.CultureInfo.InvariantCulture);
        return author is not null && Slug.From(author) is { Length: > 0 } name ? $"{time}-{name}" : time;
    }
}
