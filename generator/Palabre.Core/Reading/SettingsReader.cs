using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>Reads <c>content/site.yml</c>.</summary>
public static class SettingsReader
{
    public const string Path = "content/site.yml";

    public static Checked<Settings> Read(ReadOnlyMemory<byte> bytes)
    {
        var diagnostics = new List<Diagnostic>();
        // An empty file is a site with nothing to say about itself: its defaults are good.
        if (bytes.Span.TrimStart(" \t\r\n"u8).IsEmpty) return new(new(), [Catalogue.NoBaseUrl(new(Path))]);
        if (TextFile.Read(Path, bytes.Span, diagnostics) is not { } text) return new(new(), diagnostics);

        var read = YamlReader.ReadOne(text, new(Path, 1, 1));
        diagnostics.AddRange(read.Diagnostics);
        if (read.Value is null or YamlScalar { IsAbsent: true }) return new(new(), [.. diagnostics, Catalogue.NoBaseUrl(new(Path))]);
        if (read.Value is YamlMap map) return new(Read(map, diagnostics), diagnostics);
        diagnostics.Add(Catalogue.BadSettings(read.Value.Source, Plain.Describe(read.Value)));
        return new(new(), diagnostics);
    }

    private static Settings Read(YamlMap map, List<Diagnostic> diagnostics)
    {
        var theme = map.Pairs.Where(p => p.Key.Text == "theme").ToArray();
        foreach (var pair in theme) diagnostics.Add(Catalogue.LookNotTheme(pair.Key.Source));
        if (theme.Length > 0) map = map with { Pairs = [.. map.Pairs.Where(p => p.Key.Text != "theme")] };

        var fields = new FieldMap(map, SiteFields.All, diagnostics);
        var defaults = new Settings();
        var (origin, path) = BaseUrl(fields, diagnostics);
        return new()
        {
            Title = fields.Text(SiteFields.Title) ?? defaults.Title,
            Description = fields.Text(SiteFields.Description),
            Language = LanguageTag.Of(fields, SiteFields.Language, diagnostics) ?? defaults.Language,
            Zone = Zone(fields, diagnostics),
            Origin = origin,
            BasePath = path,
            FeedId = FeedId(fields, diagnostics) ?? (origin is null ? null : FeedIds.Of(origin, path)),
            Author = fields.Text(SiteFields.Author),
            Look = Folder(fields, SiteFields.Look, defaults.Look, diagnostics),
            Urls = PatternReader.Read(fields, diagnostics),
            PostsFolder = Folder(fields, SiteFields.Posts, defaults.PostsFolder, diagnostics),
            CommentsFolder = Folder(fields, SiteFields.Comments, defaults.CommentsFolder, diagnostics),
            NamedFolders = [.. NamedFolders(fields)],
            PageSize = fields.Number(SiteFields.PageSize) ?? defaults.PageSize,
            CommentsPerPage = fields.Number(SiteFields.CommentsPerPage) ?? defaults.CommentsPerPage,
            Links = [.. Links(fields)],
            Answer = Answer(fields, diagnostics),
            Search = fields.Flag(SiteFields.Search) ?? defaults.Search,
            Export = fields.Flag(SiteFields.Export) ?? defaults.Export,
            PostFeeds = fields.Flag(SiteFields.PostFeeds) ?? defaults.PostFeeds,
            Host = fields.Word(SiteFields.Host) is { } host ? Hosts.TryParse(host) : null,
            MailArchives = MailArchives(fields, diagnostics),
            TrustPosts = fields.Flag(SiteFields.TrustPosts) ?? defaults.TrustPosts,
            Extra = fields.Extra(),
        };
    }

    private static AnswerPattern? Answer(FieldMap fields, List<Diagnostic> diagnostics)
    {
        if (fields.Written(SiteFields.Answer) is not { Text.Length: > 0 } written) return null;
        if (AnswerPattern.TryParse(written.Text) is { } pattern) return pattern;
        diagnostics.Add(Catalogue.NoAnswer(written.Source, written.Text));
        return null;
    }

    private static SiteZone Zone(FieldMap fields, List<Diagnostic> diagnostics)
    {
        if (fields.Written(SiteFields.TimeZone) is not { Text.Length: > 0 } written) return SiteZone.Utc;
        if (SiteZone.TryFind(written.Text) is { } zone) return zone;
        diagnostics.Add(Catalogue.UnknownZone(written.Source, written.Text, Nearest.To(written.Text, SiteZone.Ids)));
        return SiteZone.Utc;
    }

    private static (string? Origin, string Path) BaseUrl(FieldMap fields, List<Diagnostic> diagnostics)
    {
        if (fields.Written(SiteFields.BaseUrl) is not { Text.Length: > 0 } written)
        {
            diagnostics.Add(Catalogue.NoBaseUrl(new(Path)));
            return (null, "");
        }

        if (BaseAddress.TryParse(written.Text) is { } address) return address;
        diagnostics.Add(Catalogue.BadBaseUrl(written.Source, written.Text));
        return (null, "");
    }

    private static HashSet<string> MailArchives(FieldMap fields, List<Diagnostic> diagnostics)
    {
        var hosts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var written in fields.Texts(SiteFields.MailArchives))
        {
            if (MailPages.HostOf(written.Text) is { } host) hosts.Add(host);
            else diagnostics.Add(Catalogue.NoMailArchive(written.Source, written.Text));
        }

        return hosts;
    }

    private static string? FeedId(FieldMap fields, List<Diagnostic> diagnostics)
    {
        if (fields.Written(SiteFields.FeedId) is not { Text.Length: > 0 } written) return null;
        if (FeedIds.TryParse(written.Text) is { } id) return id;
        diagnostics.Add(Catalogue.BadFeedId(written.Source, written.Text));
        return null;
    }

    /// <summary>A folder within the site; "." is none of its own, so it is refused too.</summary>
    private static string Folder(FieldMap fields, Field field, string otherwise, List<Diagnostic> diagnostics)
    {
        if (fields.Written(field) is not { Text.Length: > 0 } written) return otherwise;
        if (Within(written.Text) is { } path) return path;
        diagnostics.Add(Catalogue.BadFolder(written.Source, fields.Key(field), written.Text));
        return otherwise;
    }

    private static IEnumerable<NamedFolder> NamedFolders(FieldMap fields)
    {
        foreach (var field in new[] { SiteFields.Posts, SiteFields.Comments, SiteFields.Look })
            if (fields.Written(field) is { } written && Within(written.Text) is { } path) yield return new(field.Name, path, written.Source);
    }

    /// <summary>The folder as the site's files name it; null if it is not within the site.</summary>
    private static string? Within(string written)
    {
        var path = written.Replace('\\', '/').TrimEnd('/');
        if (path.StartsWith("./", StringComparison.Ordinal)) path = path[2..];
        return path.Length > 0 && path[0] != '/' && !path.Contains(':', StringComparison.Ordinal)
            && path.Split('/').All(segment => segment is not ("" or "." or "..")) ? path : null;
    }

    private static IEnumerable<FurtherLink> Links(FieldMap fields)
    {
        foreach (var link in fields.Maps(SiteFields.Links))
        {
            if (link.NeededAddress(SiteFields.LinkUrl, fields.Key(SiteFields.Links)) is { } url)
                yield return new(link.Text(SiteFields.LinkTitle) ?? url, url, link.Text(SiteFields.LinkLanguage));
        }
    }
}
