using System.Buffers;
using Palabre.Addressing;

namespace Palabre.Disk;

/// <summary>
/// Which paths the output may have. Core has checked them, with the sources to name; here nothing is taken on trust,
/// since a wrong path writes or, from a record that somebody has edited, deletes outside of the output folder.
/// </summary>
internal static class OutputPaths
{
    internal const string Record = ReservedName.Record, Mark = ".palabre", Staging = ".palabre-staging", Union = ".palabre-union";

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Append(0x7F).Select(control => (char)control), '\\']);

    /// <summary>Relative, below the output folder, the same on every system, and no file of Palabre's own.</summary>
    internal static bool IsSound(ReadOnlySpan<char> path)
    {
        if (path.ContainsAny(Forbidden) || !IsText(path) || IsReserved(path)) return false;
        foreach (var range in path.Split('/'))
            if (path[range] is "" or "." or "..") return false;
        return true;
    }

    // Half a surrogate pair has no UTF-8.
    private static bool IsText(ReadOnlySpan<char> path)
    {
        for (var i = path.IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < path.Length; i++)
            if (char.IsSurrogate(path[i]) && (++i == path.Length || !char.IsSurrogatePair(path[i - 1], path[i]))) return false;
        return true;
    }

    private static bool IsReserved(ReadOnlySpan<char> path) =>
        path.StartsWith(Mark, StringComparison.OrdinalIgnoreCase) || ReservedName.IsRecord(path);
}
