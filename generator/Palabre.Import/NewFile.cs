namespace Palabre.Import;

/// <summary>What a piece of a source is, for the account.</summary>
public enum PieceKind
{
    Post,
    Comment,
    Page,
    Attachment,

    /// <summary>Settings, templates, and whatever else is no one's words.</summary>
    Other,
}

/// <summary>A file of the site that an importer made.</summary>
/// <param name="Key">What of the source it is made of, for good: a later import finds its file by it. No tab or line end.</param>
/// <param name="Path">From the site's folder, with '/'; never out of it.</param>
/// <param name="Kind">The piece of the source that it is; null for what is derived, such as an author's file.</param>
public sealed record NewFile(string Key, string Path, PieceKind? Kind, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>It is a file of the source itself, which is opened in place: nothing is written.</summary>
    public bool IsThere { get; init; }
}

/// <summary>What became of a file that an importer made.</summary>
public enum Outcome
{
    New,

    /// <summary>An earlier import wrote it, nobody touched it, and the source has changed.</summary>
    Updated,
    Unchanged,

    /// <summary>Somebody changed it since it was imported; it stays as they left it.</summary>
    Edited,

    /// <summary>Somebody deleted it since it was imported; it is not brought back.</summary>
    Deleted,

    /// <summary>A file that no import wrote stands in its place.</summary>
    Foreign,

    /// <summary>What another source, or another part of one, brought stands in its place.</summary>
    Taken,
}
