using Palabre.Model;

namespace Palabre.Reading;

/// <summary>What the files of a site held, comments apart from all the rest. Immutable, so that the next reading may take it over where files are the same.</summary>
internal sealed class ReadContents
{
    private readonly int[] places;

    private ReadContents(FileContent?[] all, int[] places, FileContent[] ground, FileContent[] comments, int[] told) =>
        (All, this.places, Ground, Comments, Told) = (all, places, ground, comments, told);

    /// <summary>In the order of the files; null: could not be read.</summary>
    internal FileContent?[] All { get; }

    /// <summary>Of all files but those of comments. The very object of an earlier reading in which they held the very same.</summary>
    internal FileContent[] Ground { get; }

    /// <summary>Of the files of comments.</summary>
    internal FileContent[] Comments { get; }

    /// <summary>The positions of the files with which something is wrong, ascending.</summary>
    internal int[] Told { get; }

    internal static ReadContents Of(FileContent?[] all, ReadContents? before) => Patched(all, before) ?? Sorted(all);

    private static ReadContents Sorted(FileContent?[] all)
    {
        var (places, ground, comments, told) = (new int[all.Length], new List<FileContent>(all.Length), new List<FileContent>(all.Length), new List<int>());
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i] is not { } content) continue;
            var kind = content.Kind == FileKind.Comments ? comments : ground;
            places[i] = kind.Count;
            kind.Add(content);
            if (content.Diagnostics.Length > 0) told.Add(i);
        }

        return new(all, places, [.. ground], [.. comments], [.. told]);
    }

    /// <summary>What an earlier reading had, with what some files hold now; null where files came or went.</summary>
    private static ReadContents? Patched(FileContent?[] all, ReadContents? before)
    {
        if (before is null || before.All.Length != all.Length) return null;
        var differences = Identity.Differences<FileContent?>(all, before.All);
        if (!differences.TrueForAll(i => all[i] is not null && before.All[i] is not null && all[i]!.Kind == before.All[i]!.Kind)) return null;
        var (ground, comments) = (before.Ground, (FileContent[])[.. before.Comments]);
        foreach (var i in differences)
        {
            if (all[i]!.Kind != FileKind.Comments && ReferenceEquals(ground, before.Ground)) ground = [.. ground];
            (all[i]!.Kind == FileKind.Comments ? comments : ground)[before.places[i]] = all[i]!;
        }

        int[] told = [.. before.Told.Except(differences).Union(differences.Where(i => all[i]!.Diagnostics.Length > 0)).Order()];
        return new(all, before.places, ground, comments, told);
    }
}
