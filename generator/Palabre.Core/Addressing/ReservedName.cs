namespace Palabre.Addressing;

/// <summary>Names that nothing published may have: that of the record, and those that Windows gives to devices, in any folder and with any extension.</summary>
public static class ReservedName
{
    /// <summary>The file at the root of the output in which Palabre records what it wrote.</summary>
    public const string Record = "SHA256SUMS";

    private static readonly HashSet<string> Devices = new(
        ["con", "prn", "aux", "nul", .. "123456789".SelectMany(n => new[] { $"com{n}", $"lpt{n}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a path of the output is that file's, or below it.</summary>
    public static bool IsRecord(ReadOnlySpan<char> path)
    {
        var slash = path.IndexOf('/');
        return (slash < 0 ? path : path[..slash]).Equals(Record, StringComparison.OrdinalIgnoreCase);
    }

    public static bool Is(string part) => Devices.Contains(part.Split('.')[0]);

    /// <summary>The slug, made a name that every file system takes. A slug never ends in '-', so nothing else is called so.</summary>
    internal static string Avoid(string slug) => Is(slug) ? slug + "-" : slug;
}
