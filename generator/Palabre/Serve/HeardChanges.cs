namespace Palabre.Serve;

/// <summary>What may have changed on disk since the last look.</summary>
/// <param name="Paths">From the site's folder, with '/'; ordinal order.</param>
/// <param name="IsAll">Anything may have: the disk told more than could be heard, or a folder came or went.</param>
internal sealed record HeardChanges(IReadOnlyCollection<string> Paths, bool IsAll)
{
    internal static HeardChanges All { get; } = new([], true);
}
