using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>What one file held: at most one of the values, or comments; and what was wrong with it.</summary>
internal sealed class FileContent
{
    internal List<Diagnostic> Diagnostics { get; } = [];
    internal Post? Post { get; private set; }
    internal Publication Publication { get; private set; }
    internal List<(Comment Comment, Publication Publication)>? Comments { get; private set; }
    internal Theme? Theme { get; private set; }
    internal Author? Author { get; private set; }
    internal StandingPage? Page { get; private set; }

    /// <summary>For readers as it is.</summary>
    internal bool IsMedia { get; private init; }

    /// <summary>Of a file whose place says enough.</summary>
    internal static FileContent Unread(FileKind kind, string path, Settings settings)
    {
        var content = new FileContent { IsMedia = kind == FileKind.Media };
        if (kind == FileKind.Stray) content.Diagnostics.Add(Catalogue.StrayFile(new(path), SitePaths.Wanted(path, settings)));
        return content;
    }

    internal static FileContent Read(
        FileKind kind, string path, ReadOnlySpan<byte> bytes, Settings settings, ReadingOptions options)
    {
        var content = new FileContent();
        if (TextFile.Read(path, bytes, content.Diagnostics) is not { } text) return content;
        var stem = SitePaths.Stem(path);
        switch (kind)
        {
            case FileKind.Post:
                if (PostReader.Read(path, SitePaths.PostStem(path), text, settings, options, content.Diagnostics) is { } read)
                    (content.Post, content.Publication) = read;
                break;
            case FileKind.Comments:
                var isInPostFolder = SitePaths.Folder(path).Length > settings.CommentsFolder.Length;
                content.Comments = [];
                CommentReader.Read(path, isInPostFolder ? stem : null, text, settings, options, content.Comments, content.Diagnostics);
                break;
            case FileKind.Theme:
                content.Theme = DescriptionReaders.Theme(path, stem, text, content.Diagnostics);
                break;
            case FileKind.Author:
                content.Author = DescriptionReaders.Author(path, stem, text, content.Diagnostics);
                break;
            case FileKind.Page:
                content.Page = DescriptionReaders.Page(path, stem, text, settings, options, content.Diagnostics);
                break;
        }

        return content;
    }
}
