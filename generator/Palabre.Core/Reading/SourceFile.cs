using Palabre.Diagnostics;

namespace Palabre.Reading;

/// <summary>A file of the site, as it was found.</summary>
/// <param name="Path">From the site's folder, with '/' on every system.</param>
/// <param name="Length">In bytes, when it was listed.</param>
/// <param name="Stamp">Another one as soon as the file was changed; 0 where nobody can tell. It has no meaning besides.</param>
public readonly record struct SourceFile(string Path, long Length, long Stamp = 0);

/// <summary>The files of a site, and how to read one. Core touches no disk: the console passes the function in.</summary>
/// <param name="Files">Ordinal by path, each path once.</param>
/// <param name="Read">Never throws on a file's account: it gives the bytes, or says why not. Any thread may call it.</param>
public sealed record SiteFiles(IReadOnlyList<SourceFile> Files, Func<SourceFile, ReadResult> Read)
{
    /// <summary>The file of this path; null if there is none.</summary>
    public SourceFile? Find(string path) => PositionOf(path) is >= 0 and var at ? Files[at] : null;

    /// <summary>Where the file of this path stands; -1 if there is none.</summary>
    public int PositionOf(string path) => FirstFrom(path) is var at && at < Files.Count && Files[at].Path == path ? at : -1;

    /// <summary>The files in a folder and below, in their order.</summary>
    /// <param name="folder">Without '/' at its end.</param>
    public IEnumerable<SourceFile> In(string folder)
    {
        for (var at = FirstFrom(folder + "/"); at < Files.Count && SitePaths.IsIn(Files[at].Path, folder); at++) yield return Files[at];
    }

    /// <summary>Where this path stands, or would.</summary>
    private int FirstFrom(string path)
    {
        var (from, to) = (0, Files.Count);
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            if (string.CompareOrdinal(Files[middle].Path, path) < 0) from = middle + 1;
            else to = middle;
        }

        return from;
    }
}

/// <summary>What reading a file came to.</summary>
/// <param name="Bytes">The caller's own; empty if there is a problem.</param>
/// <param name="Problem">Null if the file was read.</param>
public readonly record struct ReadResult(ReadOnlyMemory<byte> Bytes, Diagnostic? Problem);
