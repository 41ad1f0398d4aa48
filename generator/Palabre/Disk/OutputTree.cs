namespace Palabre.Disk;

/// <summary>
/// The folders that the output needs, and what stands in their places before anything is written. A folder is known by a
/// number; 0 is the output folder itself, and one that holds another has a lower number.
/// </summary>
internal sealed class OutputTree
{
    private readonly List<string> paths = [""];
    private readonly List<int> holders = [-1];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private Standing[] standings = [Standing.Folder];

    internal OutputTree() => lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    internal int Count => paths.Count;

    internal string PathOf(int folder) => paths[folder];

    internal int HolderOf(int folder) => holders[folder];

    internal bool Has(string folder) => numbers.ContainsKey(folder);

    internal Standing StandingOf(int folder) => standings[folder];

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

        return number;
    }

    /// <summary>Looks at the folders that were taken up since it last looked: at each once, and at none below nothing.</summary>
    internal void Look(OutputDisk disk)
    {
        var known = standings.Length;
        Array.Resize(ref standings, paths.Count);
        for (var i = known; i < paths.Count; i++)
            if (standings[holders[i]] == Standing.Folder) standings[i] = Standings.Of(disk.Full(paths[i]));
    }

    /// <summary>The outermost of a folder and those that hold it in whose place no folder stands; -1 if all stand.</summary>
    internal int OutermostMissing(int folder)
    {
        var missing = -1;
        for (; standings[folder] != Standing.Folder; folder = holders[folder]) missing = folder;
        return missing;
    }
}
