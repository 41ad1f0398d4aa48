namespace Palabre.Disk;

/// <summary>
/// The folders that the output needs, and what stands in their places before anything is written. A folder is known by a
/// number; 0 is the output folder itself, and one that holds another has a lower number.
/// </summary>
/// <remarks>Folders are taken up on one thread. Then any may ask what stands, as two that look at once see the same.</remarks>
internal sealed class OutputTree
{
    private readonly OutputDisk disk;
    private readonly List<string> paths = [""];
    private readonly List<int> holders = [-1];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;

    private Standing[] standings = new Standing[64];

    internal OutputTree(OutputDisk disk)
    {
        this.disk = disk;
        lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        standings[0] = Standing.Folder;
    }

    internal int Count => paths.Count;

    internal string PathOf(int folder) => paths[folder];

    internal int HolderOf(int folder) => holders[folder];

    /// <summary>Takes up the folder of a file, and all above it.</summary>
    /// <returns>Its number.</returns>
    internal int Add(string file)
    {
        var folder = file.AsSpan(0, Math.Max(0, file.LastIndexOf('/')));
        if (lookup.TryGetValue(folder, out var number)) return number;
        for (var end = file.IndexOf('/'); end >= 0; end = file.IndexOf('/', end + 1))
        {
            var holder = number;
            if (lookup.TryGetValue(file.AsSpan(0, end), out number)) continue;
            number = paths.Count;
            paths.Add(file[..end]);
            holders.Add(holder);
            numbers.Add(paths[number], number);
        }

        if (standings.Length < paths.Count) Array.Resize(ref standings, 2 * paths.Count);
        return number;
    }

    /// <summary>Looks at each folder once, and at none below nothing.</summary>
    internal Standing StandingOf(int folder)
    {
        while (standings[folder] == Standing.Unknown)
        {
            var at = folder;
            while (standings[holders[at]] == Standing.Unknown) at = holders[at];
            standings[at] = standings[holders[at]] == Standing.Folder ? Standings.Of(disk.Full(paths[at])) : Standing.Nothing;
        }

        return standings[folder];
    }

    /// <summary>The outermost of a folder and those that hold it in whose place no folder stands; -1 if all stand.</summary>
    internal int OutermostMissing(int folder)
    {
        var missing = -1;
        for (; StandingOf(folder) != Standing.Folder; folder = holders[folder]) missing = folder;
        return missing;
    }
}
