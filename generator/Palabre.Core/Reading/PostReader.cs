using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>Reads one post.</summary>
internal static class PostReader
{
    private const int MostNames = 100;

    /// <summary>The post and whether it is published; null where it cannot be read: then a diagnostic says why.</summary>
    /// <param name="stem">The file's name without extension; of <c>name/index.md</c>, the folder's.</param>
    internal static (Post Post, Publication Publication)? Read(
        string path, string stem, string text, Settings settings, ReadingOptions options, List<Diagnostic> diagnostics) =>
        FrontMatter.Read(path, text, PostFields.All, diagnostics) is { } file ? Read(path, stem, file, settings, options, diagnostics) : null;

    /// <inheritdoc cref="Read(string, string, string, Settings, ReadingOptions, List{Diagnostic})"/>
    internal static (Post Post, Publication Publication)? Read(
        string path, string stem, FrontMatter file, Settings settings, ReadingOptions options, List<Diagnostic> diagnostics)
    {
        var fields = new FieldMap(file.Fields, PostFields.All, diagnostics);
        var source = new SourceLocation(path, 1, 1);
        var (nameDate, nameSlug) = DateField.OfFileName(stem, settings.Zone);
        var publishDate = fields.Date(fields.Has(PostFields.PublishDate) || !fields.Has(PostFields.Date) || IsPublished(fields) is not null
            ? PostFields.PublishDate : PostFields.Published, settings.Zone);
        if (Date(fields, nameDate, publishDate, settings.Zone, source, diagnostics) is not { } date) return null;

        if (nameDate is null && DateField.RefusedOfFileName(stem, new(path)) is { } refused) diagnostics.Add(refused with { Severity = Severity.Warning });
        var slug = SlugOf(fields, nameSlug, stem, date, new(path), diagnostics);
        var status = EntryParts.Status(fields, diagnostics);
        var removal = EntryParts.Removal(fields, status, settings, file.Body, diagnostics);
        var written = fields.Text(PostFields.Title);
        var (title, body, bodySource) = Heading.Titled(written, file.Body, file.BodySource);
        if (written is null) diagnostics.Add(Catalogue.NoTitle(source, title ?? slug));
        var post = new Post
        {
            Id = fields.Text(PostFields.Id) ?? slug,
            Slug = slug,
            Title = title ?? slug,
            Date = date,
            Updated = EntryParts.Updated(fields, PostFields.Updated, date, settings.Zone, diagnostics),
            Authors = Authors(fields, settings, diagnostics),
            ReplyTo = EntryParts.ReplyTo(fields, PostFields.ReplyTo),
            Body = removal is null ? body : "",
            Language = LanguageTag.Of(fields, PostFields.Language, diagnostics),
            Status = status,
            Removal = removal,
            Origin = EntryParts.Origin(fields),
            Source = source,
            BodySource = bodySource,
            Permalink = fields.Written(PostFields.Permalink) is { Text.Length: > 0 } permalink ? permalink : null,
            Aliases = fields.Texts(PostFields.Aliases),
            Themes = Few(fields.Texts(PostFields.Themes), fields.Key(PostFields.Themes), diagnostics),
            Relayed = removal is null ? Relayed(fields, settings.Zone) : null,
            Parallel = removal is null ? [.. Parallel(fields)] : [],
            Summary = removal is null && fields.Written(PostFields.Summary) is { Text.Length: > 0 } summary ? summary : null,
            Comments = Comments(fields),
            PublishDate = publishDate?.Time > date.Time ? publishDate : null,
            Expires = fields.Date(PostFields.Expires, settings.Zone),
            Image = removal is null && fields.Written(PostFields.Image) is { Text.Length: > 0 } image ? image : null,
            Pinned = fields.Flag(PostFields.Pinned) ?? false,
            Extra = fields.Extra(),
        };
        return (post, Publication.Of(Withholding(fields, post, options), options, Publication.NextChange(post.Due, post.Expires, options)));
    }

    /// <summary>Of a post, a comment or a standing page. What is no flag may well have been meant for one.</summary>
    internal static bool IsDraft(FieldMap fields) => (fields.Has(PostFields.Draft) && fields.Flag(PostFields.Draft) != false) || IsPublished(fields) == false;

    /// <summary><c>published</c> is Jekyll's draft mark where it holds yes or no, and a date where it holds one.</summary>
    internal static bool? IsPublished(FieldMap fields) =>
        fields.Node(PostFields.Published) is YamlScalar scalar ? Flags.Read(scalar.Text) : null;

    private static EntryDate? Date(
        FieldMap fields, EntryDate? nameDate, EntryDate? publishDate, SiteZone zone, SourceLocation source, List<Diagnostic> diagnostics)
    {
        var field = fields.Has(PostFields.Date) || IsPublished(fields) is not null ? PostFields.Date : PostFields.Published;
        if (fields.Has(field)) return fields.Date(field, zone);
        if (fields.Has(PostFields.PublishDate)) return publishDate;
        if (nameDate is null) diagnostics.Add(Catalogue.NoDate(source));
        return nameDate;
    }

    private static string SlugOf(FieldMap fields, string nameSlug, string stem, EntryDate date, SourceLocation source, List<Diagnostic> diagnostics)
    {
        if (fields.Written(PostFields.Slug) is { Text.Length: > 0 } written)
        {
            if (Slug.From(written.Text) is { Length: > 0 } chosen) return chosen;
            diagnostics.Add(Catalogue.NoLetters(written.Source, "slug", written.Text));
        }

        if (Slug.From(nameSlug) is { Length: > 0 } named) return named;
        var slug = Slug.From(stem) is { Length: > 0 } whole ? whole
            : date.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        if (nameSlug.Length > 0) diagnostics.Add(Catalogue.NameWithoutLetters(source, nameSlug, slug));
        return slug;
    }

    private static IReadOnlyList<string> Authors(FieldMap fields, Settings settings, List<Diagnostic> diagnostics)
    {
        var written = Few(fields.Names(PostFields.Author), fields.Key(PostFields.Author), diagnostics);
        return written.Count > 0 ? [.. written.Select(w => w.Text).Distinct(StringComparer.Ordinal)] : settings.Author is { } author ? [author] : [];
    }

    /// <summary>The page of each name shows the post with all of its names.</summary>
    private static IReadOnlyList<Written> Few(IReadOnlyList<Written> names, string key, List<Diagnostic> diagnostics)
    {
        if (names.Count <= MostNames) return names;
        diagnostics.Add(Catalogue.TooManyNames(names[MostNames].Source, key, MostNames, names.Count));
        return [.. names.Take(MostNames)];
    }

    private static Relayed? Relayed(FieldMap fields, SiteZone zone) => fields.Map(PostFields.Relayed) is { } map
        ? new(map.Text(PostFields.RelayedBy), map.Text(PostFields.RelayedFrom), map.Address(PostFields.RelayedUrl), map.Date(PostFields.RelayedDate, zone))
        : null;

    private static IEnumerable<ParallelDiscussion> Parallel(FieldMap fields)
    {
        foreach (var map in fields.Maps(PostFields.Parallel))
        {
            if (map.NeededAddress(PostFields.ParallelUrl, fields.Key(PostFields.Parallel)) is { } url)
                yield return new(map.Text(PostFields.ParallelTitle) ?? url, url, map.Text(PostFields.ParallelSite), map.Text(PostFields.ParallelLanguage));
        }
    }

    private static Commenting Comments(FieldMap fields)
    {
        if (fields.Flag(PostFields.CommentsLocked) == true) return Commenting.Closed;
        // Jekyll's themes say `comments: true`.
        if (fields.Node(PostFields.Comments) is YamlScalar scalar && Flags.Read(scalar.Text) is { } flag)
            return flag ? Commenting.Open : Commenting.Closed;
        return fields.Word(PostFields.Comments) switch { "closed" => Commenting.Closed, "hidden" => Commenting.Hidden, _ => Commenting.Open };
    }

    private static IEnumerable<WithheldReason> Withholding(FieldMap fields, Post post, ReadingOptions options)
    {
        if (post.Status == Status.Pending) yield return WithheldReason.Pending;
        if (post.Status == Status.Spam) yield return WithheldReason.Spam;
        if (IsDraft(fields)) yield return WithheldReason.Draft;
        if (post.Due.Time > options.Now) yield return WithheldReason.Future;
        if (post.Expires?.Time <= options.Now) yield return WithheldReason.Expired;
    }
}
