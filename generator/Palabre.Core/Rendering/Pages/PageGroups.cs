using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>The pages about each of some objects, and all of them in one row. The next plan takes over those about the very same.</summary>
internal sealed class PageGroups<TKey>
    where TKey : class
{
    private readonly Carried<TKey, PlannedPage[]> groups;
    private readonly int[] starts;

    private PageGroups(Carried<TKey, PlannedPage[]> groups, int[] starts, PlannedPage[] all) => (this.groups, this.starts, All) = (groups, starts, all);

    /// <summary>In the order of what they are about.</summary>
    internal PlannedPage[] All { get; }

    /// <summary>Those that no earlier plan had.</summary>
    internal IEnumerable<PlannedPage> New => groups.Made.SelectMany(i => groups.Values[i]);

    /// <inheritdoc cref="Carried{TKey, TValue}.Of"/>
    internal static PageGroups<TKey> Of(
        IReadOnlyList<TKey> keys, PageGroups<TKey>? before, Func<int, PlannedPage[], bool>? holds, Func<int, IEnumerable<PlannedPage>> plan, int jobs = 1)
    {
        var groups = Carried<TKey, PlannedPage[]>.Of(keys, before?.groups, holds, i => [.. plan(i)], jobs);
        if (before is not null && groups.IsInStep && groups.Made.All(i => groups.Values[i].Length == before.groups.Values[i].Length))
        {
            if (groups.Made.Count == 0) return new(groups, before.starts, before.All);
            PlannedPage[] patched = [.. before.All];
            foreach (var i in groups.Made) groups.Values[i].CopyTo(patched, before.starts[i]);
            return new(groups, before.starts, patched);
        }

        var starts = new int[groups.Row.Length + 1];
        for (var i = 0; i < groups.Row.Length; i++) starts[i + 1] = starts[i] + groups.Row[i].Length;
        var all = new PlannedPage[starts[^1]];
        for (var i = 0; i < groups.Row.Length; i++) groups.Row[i].CopyTo(all, starts[i]);
        return new(groups, starts, all);
    }
}
