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
        var diagnostics = new List<Diagnostic>(Missing(files, settings));
        diagnostics.AddRange(ReadUnknown(files, settings, options, contents));

        var (ground, comments) = (new List<FileContent>(contents.Length), new List<FileContent>(contents.Length));
        foreach (var content in contents)
        {
            if (content is null) continue;
            if (content.Diagnostics.Count > 0) diagnostics.AddRange(content.Diagnostics);
            (content.Kind == FileKind.Comments ? comments : ground).Add(content);
        }

        var groundwork = Groundwork.Of([.. ground], before?.Groundwork);
        diagnostics.AddRange(groundwork.Diagnostics);
        var gathered = new CommentGathering([.. comments], settings, groundwork, before?.Comments);
        diagnostics.AddRange(gathered.Diagnostics);
        var archive = new Archive
        {
            Settings = settings,
            Posts = groundwork.Posts.Published,
            Positions = groundwork.Posts.Positions,
            Comments = gathered.ByPost,
            MovedComments = gathered.Moved,
            Themes = groundwork.Themes,
            Authors = groundwork.Authors,
            Pages = groundwork.Pages,
            Media = groundwork.Media,
            RootFiles = groundwork.RootFiles,
            Withheld = [.. groundwork.Posts.Withheld, .. gathered.Withheld],
            Early = [.. groundwork.Posts.Early, .. gathered.Early],
            Until = Earlier(groundwork.Until, gathered.Until),
        };
        return (new(archive, diagnostics), new(settings, options, files.Files, contents, groundwork, gathered));
    }

    /// <summary>Reads what is not known yet.</summary>
    /// <returns>Why files could not be read, in their order.</returns>
    private static IEnumerable<Diagnostic> ReadUnknown(SiteFiles files, Settings settings, ReadingOptions options, FileContent?[] contents)
    {
        int[] unknown = [.. Enumerable.Range(0, contents.Length).Where(i => contents[i] is null)];
        var problems = new Diagnostic?[unknown.Length];
        // By position, so that what is gathered from them is in the order of the files.
        Parallel.For(0, unknown.Length, new() { MaxDegreeOfParallelism = options.Jobs }, n =>
        {
            var file = files.Files[unknown[n]];
            var kind = SitePaths.KindOf(file.Path, settings);
            if (kind is FileKind.Media or FileKind.Root or FileKind.Aside or FileKind.Stray)
            {
                contents[unknown[n]] = FileContent.Unread(kind, file.Path, settings);
                return;
            }

            var read = files.Read(file);
            if (read.Problem is { } problem) problems[n] = problem;
            else contents[unknown[n]] = FileContent.Read(kind, file.Path, read.Bytes.Span, settings, options);
        });
        return problems.OfType<Diagnostic>();
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b : a;

    /// <summary>Folders that the settings name and that hold nothing: a slip of the pen would else empty the site.</summary>
    private static IEnumerable<Diagnostic> Missing(SiteFiles files, Settings settings)
    {
        foreach (var (key, folder, source) in settings.NamedFolders)
        {
            if (files.Files.Any(f => SitePaths.IsIn(f.Path, folder))) continue;
            yield return key == "comments" ? Catalogue.NoCommentsFolder(source, folder) : Catalogue.NoFolder(source, key, folder);
        }
    }
}
