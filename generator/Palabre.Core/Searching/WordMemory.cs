using Palabre.Model;
using Palabre.Rendering;

namespace Palabre.Searching;

/// <summary>
/// What the search gathered of the texts, for the next one, which then gathers anew only where something changed. It
/// changes what that costs, never what it gives; so nobody needs it.
/// </summary>
public sealed class WordMemory
{
    private readonly Dictionary<Fingerprint, ReadOnlyMemory<byte>> sheaves = [];

    /// <param name="sheaves">As <see cref="Sheaves"/> gave them.</param>
    public WordMemory(IEnumerable<KeyValuePair<Fingerprint, ReadOnlyMemory<byte>>> sheaves)
    {
        foreach (var (made, bytes) in sheaves) this.sheaves.TryAdd(made, bytes);
    }

    public static WordMemory None { get; } = new([]);

    /// <summary>Some thousand entries each, by the fingerprint of all that was read of them. Only what this gave may be given back.</summary>
    public IReadOnlyDictionary<Fingerprint, ReadOnlyMemory<byte>> Sheaves => sheaves;

    /// <summary>Whether it holds just what another one does.</summary>
    public bool IsSame(WordMemory other) => sheaves.Count == other.sheaves.Count && sheaves.Keys.All(other.sheaves.ContainsKey);

    /// <summary>A sheaf of these entries, gathered or remembered, as <see cref="SheafReader"/> reads it.</summary>
    internal KeyValuePair<Fingerprint, ReadOnlyMemory<byte>> Recall(Edition edition, ReadOnlySpan<SearchEntry> entries)
    {
        var made = SheafPrint.Of(edition, entries);
        return new(made, sheaves.TryGetValue(made, out var known) ? known : SheafFormat.Write(Sheaf.Gather(edition, entries)));
    }
}

/// <summary>Where searches find what an earlier one left, and leave what they gathered, if that is another.</summary>
/// <param name="Read"><see cref="WordMemory.None"/> where nothing was left.</param>
/// <param name="Write">At once when all is gathered, so that nobody need hold it while pages are made: it holds for whatever edition
/// has the same fingerprints, so it may be left of a build that fails.</param>
public sealed record WordStore(Func<WordMemory> Read, Action<WordMemory> Write);
