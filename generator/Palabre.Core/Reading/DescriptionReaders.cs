using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>Reads the files that describe themes, authors and standing pages. Each gives null where it cannot be read.</summary>
internal static class DescriptionReaders
{
    internal static Theme? Theme(string path, string stem, string text, List<Diagnostic> diagnostics) =>
        FrontMatter.Read(path, text, ThemeFields.All, diagnostics) is { } file ? Theme(path, stem, file, diagnostics) : null;

    internal static Theme? Theme(string path, string stem, FrontMatter file, List<Diagnostic> diagnostics)
    {
        if (Key("theme", path, stem, diagnostics) is not { } key) return null;
        var fields = new FieldMap(file.Fields, ThemeFields.All, diagnostics);
        var aliases = fields.Texts(ThemeFields.Aliases);
        var parent = fields.Written(ThemeFields.Parent) is { Text.Length: > 0 } named ? named : (Written?)null;
        var (title, body, bodySource) = Heading.Titled(fields.Text(ThemeFields.Title), file.Body, file.BodySource);
        return new(key, title ?? stem)
        {
            Description = fields.Text(ThemeFields.Description),
            Aliases = [.. aliases.Where(a => !IsAddress(a)).Select(a => a.Text)],
            FormerAddresses = [.. aliases.Where(IsAddress)],
            Parent = parent?.Text,
            ParentSource = parent?.Source ?? default,
            Order = fields.Number(ThemeFields.Order) ?? int.MaxValue,
            Image = EntryParts.Media(fields, ThemeFields.Image, diagnostics),
            Body = body,
            BodySource = bodySource,
            Source = new(path),
            IsDescribed = true,
            Extra = fields.Extra(),
        };
    }

    internal static Author? Author(string path, string stem, string text, List<Diagnostic> diagnostics)
    {
        var read = YamlReader.ReadOne(text, new(path, 1, 1));
        diagnostics.AddRange(read.Diagnostics);
        if (read.Diagnostics.Any(d => d.Severity == Severity.Error)) return null;
        if (read.Value is not YamlMap map)
        {
            if (read.Value is { } other) diagnostics.Add(Catalogue.WrongShape(other.Source, stem, "keys and values", Plain.Describe(other)));
            return null;
        }

        return Author(path, stem, map, diagnostics);
    }

    internal static Author? Author(string path, string stem, YamlMap map, List<Diagnostic> diagnostics)
    {
        if (Key("author", path, stem, diagnostics) is not { } key) return null;
        var fields = new FieldMap(map, AuthorFields.All, diagnostics);
        var aliases = fields.Texts(AuthorFields.Aliases);
        return new(key, fields.Written(AuthorFields.Name) is { Text.Length: > 0 } name ? Masked(name, AuthorFields.Name) : stem)
        {
            Aliases = [.. aliases.Where(a => !IsAddress(a)).Select(alias => Masked(alias, AuthorFields.Aliases))],
            FormerAddresses = [.. aliases.Where(IsAddress)],
            Url = fields.Address(AuthorFields.Url),
            Avatar = EntryParts.Media(fields, AuthorFields.Avatar, diagnostics),
            Bio = fields.Text(AuthorFields.Bio),
            IsListed = fields.Flag(AuthorFields.Listed) ?? true,
            Source = new(path),
            IsDescribed = true,
            Extra = fields.Extra(),
        };

        // As names of comments are, which are compared with these.
        string Masked(Written name, Field field)
        {
            var masked = MailMask.Of(name.Text);
            if (masked.First is { } first) diagnostics.Add(Catalogue.PrivateAddressWithin(name.Source, fields.Key(field), first, host: null));
            return masked.Text;
        }
    }

    /// <returns>Null where it is not published, or cannot be read: then a diagnostic says why. And when time alone may change that.</returns>
    internal static (StandingPage? Page, DateTimeOffset? Until) Page(
        string path, string stem, string text, Settings settings, ReadingOptions options, List<Diagnostic> diagnostics) =>
        FrontMatter.Read(path, text, PageFields.All, diagnostics) is { } file ? Page(path, stem, file, settings, options, diagnostics) : default;

    /// <inheritdoc cref="Page(string, string, string, Settings, ReadingOptions, List{Diagnostic})"/>
    internal static (StandingPage? Page, DateTimeOffset? Until) Page(
        string path, string stem, FrontMatter file, Settings settings, ReadingOptions options, List<Diagnostic> diagnostics)
    {
        var fields = new FieldMap(file.Fields, PageFields.All, diagnostics);
        var begin = fields.Date(fields.Has(PageFields.PublishDate) || PostReader.IsPublished(fields) is not null ? PageFields.PublishDate : PageFields.Published, settings.Zone);
        var end = fields.Date(PageFields.Expires, settings.Zone);
        var (isDraft, status) = (PostReader.IsDraft(fields), EntryParts.Status(fields, diagnostics));
        var until = Publication.NextChange(begin, end, options);
        var why = status != Status.Published && !(status == Status.Pending && options.Pending) ? status.ToString().ToLowerInvariant()
            : isDraft && !options.Drafts ? "a draft"
            : begin?.Time > options.Now && !options.Future ? "dated in the future"
            : end?.Time <= options.Now && !options.Expired ? "expired" : null;
        if (why is not null)
        {
            diagnostics.Add(Catalogue.PageWithheld(new(path), stem, why));
            return (null, until);
        }

        return (Read(path, stem, file, fields, settings, isDraft, diagnostics) is { } page ? page with { PublishDate = begin, Expires = end } : null, until);
    }

    private static StandingPage? Read(
        string path, string stem, FrontMatter file, FieldMap fields, Settings settings, bool isDraft, List<Diagnostic> diagnostics)
    {
        if (Key("page", path, fields.Text(PageFields.Slug) ?? stem, diagnostics) is not { } slug) return null;
        var (title, body, bodySource) = Heading.Titled(fields.Text(PageFields.Title), file.Body, file.BodySource);
        return new(slug, title ?? stem)
        {
            Body = body,
            BodySource = bodySource,
            Source = new(path),
            IsDraft = isDraft,
            Summary = fields.Text(PageFields.Summary),
            Language = LanguageTag.Of(fields, PageFields.Language, diagnostics),
            Updated = fields.Date(PageFields.Updated, settings.Zone),
            Order = fields.Number(PageFields.Order) ?? int.MaxValue,
            Permalink = fields.Written(PageFields.Permalink) is { Text.Length: > 0 } permalink ? permalink : null,
            Aliases = fields.Texts(PageFields.Aliases),
            Extra = fields.Extra(),
        };
    }

    /// <summary>Nobody is called by a name that begins with '/'.</summary>
    private static bool IsAddress(Written alias) => alias.Text.StartsWith('/');

    private static string? Key(string kind, string path, string name, List<Diagnostic> diagnostics)
    {
        if (Slug.From(name) is { Length: > 0 } key) return key;
        diagnostics.Add(Catalogue.NoLetters(new(path), kind, name));
        return null;
    }
}
