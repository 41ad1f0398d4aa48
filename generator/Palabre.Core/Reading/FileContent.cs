using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>What one file held: at most one of the values, or comments; and what was wrong with it.</summary>
internal sealed class FileContent
{
    /// <summary>The longest pointer that Git LFS writes, in bytes: far below that limit of 1,024 which its specification sets.</summary>
    internal const int LongestPointer = 200;

    private FileContent(FileKind kind, string path) => (Kind, Path) = (kind, path);

    /// <summary>How a pointer begins (Git LFS Specification, «The Pointer»).</summary>
    private static ReadOnlySpan<byte> Pointer => "version https://git-lfs.github.com/spec/v1\n"u8;

    internal FileKind Kind { get; }
    internal string Path { get; }
    internal Diagnostic[] Diagnostics { get; private set; } = [];
    internal Post? Post { get; private set; }
    internal Publication Publication { get; private set; } = Publication.Plain;
    internal List<(Comment Comment, Publication Publication)>? Comments { get; private set; }
    internal Theme? Theme { get; private set; }
    internal Author? Author { get; private set; }
    internal StandingPage? Page { get; private set; }

    /// <summary>When time alone next changes what is published of it; null if it never does.</summary>
    internal DateTimeOffset? Until { get; private set; }

    /// <summary>Of a file that is published as it is.</summary>
    /// <param name="start">Of a file as short as a pointer, its first bytes.</param>
    internal static FileContent Copied(FileKind kind, string path, ReadOnlySpan<byte> start) => new(kind, path)
    {
        Diagnostics = start.StartsWith(Pointer) ? [Catalogue.IsPointer(new(path))] : [],
    };

    /// <summary>Of a file whose place says enough.</summary>
    internal static FileContent Unread(FileKind kind, string path, Settings settings) => new(kind, path)
    {
        Diagnostics = kind == FileKind.Stray ? [SitePaths.MayBeComments(path, settings) ? Catalogue.CommentsNotRead(new(path))
            : Catalogue.StrayFile(new(path), SitePaths.Wanted(path, settings), SitePaths.Meant(path, settings))] : [],
    };

    internal static FileContent Read(
        FileKind kind, string path, ReadOnlySpan<byte> bytes, Settings settings, ReadingOptions options, SingleAuthors names)
    {
        var (content, diagnostics) = (new FileContent(kind, path), new List<Diagnostic>());
        if (TextFile.Read(path, bytes, diagnostics) is { } text)
        {
            if (MergeMarks.Find(text) is var (line, column)) diagnostics.Add(Catalogue.MergeUnfinished(new(path, line, column)));
            content.Take(text, settings, options, names, diagnostics);
        }

        if (diagnostics.Count > 0) content.Diagnostics = [.. diagnostics];
        return content;
    }

    private void Take(string text, Settings settings, ReadingOptions options, SingleAuthors names, List<Diagnostic> diagnostics)
    {
        var stem = SitePaths.Stem(Path);
        switch (Kind)
        {
            case FileKind.Post:
                if (PostReader.Read(Path, SitePaths.PostStem(Path), text, settings, options, diagnostics) is { } read)
                    (Post, Publication) = read;
                break;
            case FileKind.Comments:
                var isInPostFolder = SitePaths.Folder(Path).Length > settings.CommentsFolder.Length;
                Comments = [];
                CommentReader.Read(Path, isInPostFolder ? stem : null, text, settings, options, names, Comments, diagnostics);
                break;
            case FileKind.Theme:
                Theme = DescriptionReaders.Theme(Path, stem, text, diagnostics);
                break;
            case FileKind.Author:
                Author = DescriptionReaders.Author(Path, stem, text, diagnostics);
                break;
            case FileKind.Page:
                (Page, Until) = DescriptionReaders.Page(Path, stem, text, settings, options, diagnostics);
                return;
        }

        Until = Comments is { } comments ? comments.Min(c => c.Publication.Until) : Publication.Until;
    }
}
