using Palabre.Model;

namespace Palabre.Reading;

/// <summary>
/// What a reading leaves for the next one, which then reads again only the files that changed since. It changes what
/// reading costs, never what it gives; so nobody needs it.
/// </summary>
public sealed class ReadMemory
{
    private readonly Settings settings;
    private readonly ReadingOptions options;
    private readonly SourceFile[] files;

    internal ReadMemory(
        Settings settings, ReadingOptions options, IReadOnlyList<SourceFile> files, ReadContents contents,
        Groundwork groundwork, CommentGathering comments) =>
        (this.settings, this.options, this.files, Contents, Groundwork, Comments) = (settings, options, [.. files], contents, groundwork, comments);

    internal ReadContents Contents { get; }

    internal Groundwork Groundwork { get; }

    internal CommentGathering Comments { get; }

    /// <summary>By position: what a file held, where it is known and cannot have changed.</summary>
    /// <param name="now">Ordinal by path.</param>
    internal FileContent?[] Recall(IReadOnlyList<SourceFile> now, Settings settings, ReadingOptions options)
    {
        var known = new FileContent?[now.Count];
        // What a file says depends on both: dates on the zone, drafts on the options.
        if (!ReferenceEquals(settings, this.settings) || options != this.options) return known;
        var before = 0;
        for (var i = 0; i < known.Length; i++)
        {
            var file = now[i];
            // Most stand where they stood.
            while (before < files.Length && !ReferenceEquals(files[before].Path, file.Path) && string.CompareOrdinal(files[before].Path, file.Path) < 0) before++;
            if (before == files.Length || files[before].Path != file.Path) continue;
            if (file.Stamp != 0 && files[before] == file) known[i] = Contents.All[before];
            before++;
        }

        return known;
    }
}
