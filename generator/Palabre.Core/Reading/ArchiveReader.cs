using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>Reads every entry, author and theme of a site.</summary>
public static class ArchiveReader
{
    /// <inheritdoc cref="Read(SiteFiles, Settings, ReadingOptions, ReadMemory?)"/>
    public static Checked<Archive> Read(SiteFiles files, Settings settings, ReadingOptions options) =>
        Read(files, settings, options, before: null).Archive;

    /// <param name="before">What an earlier reading left: files of the same path, length and stamp are not read again.</param>
    /// <returns>What could be read, always usable; neither the order of the files nor the number of jobs matters, nor what
    /// was before.</returns>
    public static (Checked<Archive> Archive, ReadMemory Memory) Read(
        SiteFiles files, Settings settings, ReadingOptions options, ReadMemory? before)
    {
        var contents = before?.Recall(files.Files, settings, options) ?? new FileContent?[files.Files.Count];
        var problems = new Diagnostic?[contents.Length];
        // By position, so that what is gathered from them below is in the order of the files.
        Parallel.For(0, contents.Length, new() { MaxDegreeOfParallelism = options.Jobs }, i =>
        {
            if (contents[i] is not null) return;
            var kind = SitePaths.KindOf(files.Files[i].Path, settings);
            if (kind is FileKind.Media or FileKind.Root or FileKind.Aside or FileKind.Stray)
            {
                contents[i] = FileContent.Unread(kind, files.Files[i].Path, settings);
                return;
            }

            var read = files.Read(files.Files[i]);
            if (read.Problem is { } problem) problems[i] = problem;
            else contents[i] = FileContent.Read(kind, files.Files[i].Path, read.Bytes.Span, settings, options);
        });

        var diagnostics = new List<Diagnostic>(Missing(files, settings));
        for (var i = 0; i < contents.Length; i++)
        {
            if (problems[i] is { } problem) diagnostics.Add(problem);
            if (contents[i] is { } content) diagnostics.AddRange(content.Diagnostics);
        }

        var posts = PostGathering.Gather(contents, diagnostics);
        var comments = CommentGathering.Gather(
            files.Files, contents, settings, posts, before?.Comments ?? new Dictionary<string, PostComments>(), diagnostics);
        var (themes, pages, authors) = (
            ThemeGathering.Gather(contents, posts.Published, diagnostics),
            Distinct(contents.Select(c => c?.Page), p => (p.Source, p.Slug), "page", diagnostics),
            Distinct(contents.Select(c => c?.Author), a => (a.Source, a.Key), "author", diagnostics));
        var archive = new Archive
        {
            Settings = settings,
            Posts = posts.Published,
            Comments = comments.ByPost,
            Themes = themes,
            Authors = [.. authors.OrderBy(a => a.Key, StringComparer.Ordinal)],
            Pages = [.. pages.OrderBy(p => p.Order).ThenBy(p => p.Slug, StringComparer.Ordinal)],
            Media = [.. files.Files.Where((_, i) => contents[i] is { IsMedia: true }).Select(f => f.Path)],
            RootFiles = [.. files.Files.Select(f => f.Path).Where(path => SitePaths.KindOf(path, settings) == FileKind.Root)],
            Withheld = [.. posts.Withheld, .. comments.Withheld],
            Early = [.. posts.Early, .. comments.Early],
            Until = contents.SelectMany(Moments).Min(),
        };
        return (new(archive, diagnostics), new(settings, options, files.Files, contents, comments.Gathered));
    }

    private static IEnumerable<DateTimeOffset?> Moments(FileContent? content) => content is null ? []
        : content.Comments is { } comments ? comments.Select(c => c.Publication.Until) : [content.Publication.Until];

    /// <summary>Folders that the settings name and that hold nothing: a slip of the pen would else empty the site.</summary>
    private static IEnumerable<Diagnostic> Missing(SiteFiles files, Settings settings)
    {
        foreach (var (key, folder, source) in settings.NamedFolders)
        {
            if (files.Files.Any(f => SitePaths.IsIn(f.Path, folder))) continue;
            yield return key == "comments" ? Catalogue.NoCommentsFolder(source, folder) : Catalogue.NoFolder(source, key, folder);
        }
    }

    /// <summary>The first file of each name; each further one is reported.</summary>
    internal static List<T> Distinct<T>(
        IEnumerable<T?> values, Func<T, (SourceLocation Source, string Key)> identity, string kind, List<Diagnostic> diagnostics)
        where T : class
    {
        var known = new Dictionary<string, SourceLocation>(StringComparer.Ordinal);
        var distinct = new List<T>();
        foreach (var value in values)
        {
            if (value is null) continue;
            var (source, key) = identity(value);
            if (known.TryAdd(key, source)) distinct.Add(value);
            else diagnostics.Add(Catalogue.DuplicateFile(source, known[key], kind, key));
        }

        return distinct;
    }
}
