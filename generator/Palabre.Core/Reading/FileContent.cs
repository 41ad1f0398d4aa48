using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>What one file held: at most one of the values, or comments; and what was wrong with it.</summary>
internal sealed class FileContent
{
    /// <summary>What a pointer of Git LFS is shorter than, in bytes (Git LFS Specification, «The Pointer»).</summary>
    internal const int LongestPointer = 1024;

    private FileContent(FileKind kind, string path) => (Kind, Path) = (kind, path);

    /// <summary>How a pointer begins (Git LFS Specification, «The Pointer»).</summary>
    private static ReadOnlySpan<byte> Pointer => "version https://git-lfs.github.com/spec/v1"u8;

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
    /// <param name="bytes">Of a file as short as a pointer.</param>
    internal static FileContent Copied(FileKind kind, string path, ReadOnlySpan<byte> bytes) => new(kind, path)
    {
        Diagnostics = bytes.StartsWith(Pointer) ? [Catalogue.IsPointer(new(path))] : [],
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
            if (MergeMarks.Find(text, isYaml: kind is FileKind.Comments or FileKind.Author) is var (line, column)) diagnostics.Add(Catalogue.MergeUnfinished(new(path, line, column)));
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
