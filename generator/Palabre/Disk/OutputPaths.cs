using System.Buffers;
using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Site;

namespace Palabre.Disk;

/// <summary>
/// Which paths the output may have. Core has checked them, with the sources to name; here nothing is taken on trust,
/// since a wrong path writes or, from a record that somebody has edited, deletes outside of the output folder.
/// </summary>
internal static class OutputPaths
{
    internal const string Record = "SHA256SUMS", Mark = ".palabre", Staging = ".palabre-staging", Union = ".palabre-union";

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

    /// <summary>What is wrong with paths sorted ordinally; empty if nothing is.</summary>
    internal static List<Diagnostic> Problems(IReadOnlyList<OutputFile> files, SourceLocation output)
    {
        var problems = new List<Diagnostic>();
        var folders = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var folder = folders.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var file in files)
        {
            if (!IsSound(file.Path)) problems.Add(Catalogue.OutputPath(output, file.Path));
            for (var slash = file.Path.LastIndexOf('/'); slash > 0; slash = file.Path.LastIndexOf('/', slash - 1))
                if (!folder.Add(file.Path.AsSpan(0, slash))) break; // nor are those above it new
        }

        var seen = new HashSet<string>(files.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            if (!seen.Add(file.Path) && seen.TryGetValue(file.Path, out var other))
                problems.Add(Catalogue.OutputClash(output, other, file.Path));
            if (folders.Contains(file.Path)) problems.Add(Catalogue.OutputClash(output, file.Path, file.Path + "/"));
        }

        return problems;
    }

    // Half a surrogate pair has no UTF-8.
    private static bool IsText(ReadOnlySpan<char> path)
    {
        for (var i = path.IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < path.Length; i++)
            if (char.IsSurrogate(path[i]) && (++i == path.Length || !char.IsSurrogatePair(path[i - 1], path[i]))) return false;
        return true;
    }

    private static bool IsReserved(ReadOnlySpan<char> path)
    {
        var slash = path.IndexOf('/');
        return path.StartsWith(Mark, StringComparison.OrdinalIgnoreCase)
            || (slash < 0 ? path : path[..slash]).Equals(Record, StringComparison.OrdinalIgnoreCase);
    }
}
