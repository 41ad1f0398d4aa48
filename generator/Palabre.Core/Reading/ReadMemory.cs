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
    private readonly IReadOnlyList<SourceFile> files;
    private readonly FileContent?[] contents;

    internal ReadMemory(
        Settings settings, ReadingOptions options, IReadOnlyList<SourceFile> files, FileContent?[] contents,
        Groundwork groundwork, CommentGathering comments) =>
        (this.settings, this.options, this.files, this.contents, Groundwork, Comments) = (settings, options, files, contents, groundwork, comments);

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
            while (before < files.Count && string.CompareOrdinal(files[before].Path, now[i].Path) < 0) before++;
            if (before < files.Count && now[i].Stamp != 0 && files[before] == now[i]) known[i] = contents[before];
        }

        return known;
    }
}
