using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Site;

namespace Palabre.Disk;

/// <summary>Looks whether the files of an output can stand beside one another, on a disk that ignores case too.</summary>
internal sealed class PathCheck
{
    private readonly SourceLocation output;
    private readonly HashSet<string> files = new(StringComparer.OrdinalIgnoreCase), folders = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> file, folder;

    /// <param name="output">The output folder, for messages.</param>
    internal PathCheck(SourceLocation output)
    {
        this.output = output;
        (file, folder) = (files.GetAlternateLookup<ReadOnlySpan<char>>(), folders.GetAlternateLookup<ReadOnlySpan<char>>());
    }

    /// <summary>What is wrong with further files, by themselves, among one another or beside those before; empty if nothing is.</summary>
    internal List<Diagnostic> Problems(IReadOnlyList<OutputFile> further)
    {
        var problems = new List<Diagnostic>();
        foreach (var one in further) Take(one.Path, problems);
        return problems;
    }

    private void Take(string path, List<Diagnostic> problems)
    {
        if (!OutputPaths.IsSound(path)) problems.Add(Catalogue.OutputPath(output, path));
        if (!files.Add(path) && files.TryGetValue(path, out var other)) problems.Add(Catalogue.OutputClash(output, other, path));
        if (folders.Contains(path)) problems.Add(Catalogue.OutputClash(output, path, path + "/"));
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            if (!folder.Add(path.AsSpan(0, slash))) break; // nor are those above it new
            if (file.TryGetValue(path.AsSpan(0, slash), out var above)) problems.Add(Catalogue.OutputClash(output, above, above + "/"));
        }
    }
}
