namespace Palabre.Model;

/// <summary>How many entries are published.</summary>
public readonly record struct ArchiveSize(int Posts, int Comments)
{
    public static ArchiveSize Of(Archive archive) => new(archive.Posts.Count, archive.EntryCount - archive.Posts.Count);
}
