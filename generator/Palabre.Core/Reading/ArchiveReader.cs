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
        var held = before?.Recall(files.Files, settings, options) ?? new FileContent?[files.Files.Count];
        var diagnostics = new List<Diagnostic>(Missing(files, settings));
        diagnostics.AddRange(ReadUnknown(files, settings, options, held));

        var contents = ReadContents.Of(held, before?.Contents);
        foreach (var i in contents.Told) diagnostics.AddRange(held[i]!.Diagnostics);
        var groundwork = Groundwork.Of(contents.Ground, before?.Groundwork);
        diagnostics.AddRange(groundwork.Diagnostics);
        var gathered = new CommentGathering(contents.Comments, settings, groundwork, before?.Comments, options.Jobs);
        diagnostics.AddRange(gathered.Diagnostics);
        var archive = new Archive
        {
            Settings = settings,
            Posts = groundwork.Posts.Published,
            Positions = groundwork.Posts.Positions,
            Comments = gathered.ByPost,
            MovedPosts = groundwork.Posts.Moved,
            MovedComments = gathered.Moved,
            EntryCount = groundwork.Posts.Published.Count + gathered.Count,
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
        var names = new SingleAuthors();
        // By position, so that what is gathered from them is in the order of the files.
        Parallel.For(0, unknown.Length, new() { MaxDegreeOfParallelism = options.Jobs }, n =>
        {
            var file = files.Files[unknown[n]];
            var kind = SitePaths.KindOf(file.Path, settings);
            if (kind is FileKind.Media or FileKind.Root or FileKind.Aside or FileKind.Stray)
            {
                contents[unknown[n]] = kind != FileKind.Stray && file.Length is > 0 and <= FileContent.LongestPointer
                    ? FileContent.Copied(kind, file.Path, files.Read(file).Bytes.Span) : FileContent.Unread(kind, file.Path, settings);
                return;
            }

            var read = files.Read(file);
            if (read.Problem is { } problem) problems[n] = problem;
            else contents[unknown[n]] = FileContent.Read(kind, file.Path, read.Bytes.Span, settings, options, names);
        });
        return problems.OfType<Diagnostic>();
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b : a;

    /// <summary>Folders that the settings name and that hold nothing: a slip of the pen would else empty the site.</summary>
    private static IEnumerable<Diagnostic> Missing(SiteFiles files, Settings settings)
    {
        foreach (var (key, folder, source) in settings.NamedFolders)
        {
            if (files.In(folder).Any()) continue;
            yield return key == "comments" ? Catalogue.NoCommentsFolder(source, folder) : Catalogue.NoFolder(source, key, folder);
        }
    }
}
