using System.Runtime.InteropServices;

namespace Palabre.Listing;

/// <summary>
/// Things by key, each said by one of some owners that stand in an order: what authors wrote, by post; what is said of
/// themes, by discussion. The next lists take over what no changed owner has a say in: an unchanged shelf is the same object.
/// </summary>
internal sealed class CarriedLists<T>
{
    private readonly Dictionary<string, Shelf> shelves;

    private CarriedLists(Dictionary<string, Shelf> shelves) => this.shelves = shelves;

    internal IEnumerable<string> Keys => shelves.Keys;

    /// <summary>What stands under a key, by owner, then in the order of saying: the very same list as long as it is what it was.</summary>
    internal IReadOnlyList<T> this[string key] => shelves.TryGetValue(key, out var shelf) ? shelf.Things : [];

    /// <param name="before">Of as many owners; null: of none.</param>
    /// <param name="changed">The positions of the owners that are not what they were, ascending; without earlier lists, all.</param>
    /// <param name="say">Given the position of an owner, says all that it has to, each with its key.</param>
    internal static CarriedLists<T> Of(CarriedLists<T>? before, IReadOnlyList<int> changed, Action<int, Action<string, T>> say)
    {
        var (said, owner) = (new Dictionary<string, Shelf>(StringComparer.Ordinal), -1);
        void Put(string key, T thing)
        {
            if (!said.TryGetValue(key, out var shelf)) said[key] = shelf = new();
            shelf.Put(owner, thing);
        }

        var put = (Action<string, T>)Put;
        foreach (var position in changed) say(owner = position, put);
        if (before is null) return new(said);

        var shelves = new Dictionary<string, Shelf>(before.shelves, StringComparer.Ordinal);
        foreach (var (key, shelf) in before.shelves)
        {
            if (!said.ContainsKey(key) && !shelf.HasAny(changed)) continue;
            var (now, had) = (new Shelf(), said.GetValueOrDefault(key) ?? new());
            now.Merge(shelf, changed, had);
            if (now.Count > 0) shelves[key] = now;
            else shelves.Remove(key);
        }

        foreach (var (key, shelf) in said) shelves.TryAdd(key, shelf);
        return new(shelves);
    }

    /// <summary>What stands under one key. Not changed any more once all is said.</summary>
    private sealed class Shelf
    {
        private readonly List<int> owners = [];
        private readonly List<T> things = [];

        internal int Count => things.Count;

        internal IReadOnlyList<T> Things => things;

        internal void Put(int owner, T thing)
        {
            owners.Add(owner);
            things.Add(thing);
        }

        internal bool HasAny(IReadOnlyList<int> positions)
        {
            for (var i = 0; i < positions.Count; i++)
                if (owners.BinarySearch(positions[i]) >= 0) return true;
            return false;
        }

        /// <summary>Puts what a shelf had of owners that are as they were, and what the others say now.</summary>
        internal void Merge(Shelf before, IReadOnlyList<int> changed, Shelf said)
        {
            owners.Capacity = things.Capacity = before.Count + said.Count;
            var (next, put) = (0, 0);
            foreach (var owner in changed)
            {
                var at = before.StartOf(owner);
                Put(before, next, at);
                for (next = at; next < before.Count && before.owners[next] == owner;) next++;
                for (; put < said.Count && said.owners[put] == owner; put++) Put(owner, said.things[put]);
            }

            Put(before, next, before.Count);
        }

        private void Put(Shelf from, int start, int end)
        {
            owners.AddRange(CollectionsMarshal.AsSpan(from.owners)[start..end]);
            things.AddRange(CollectionsMarshal.AsSpan(from.things)[start..end]);
        }

        /// <summary>The first position that is an owner's, or a later one's.</summary>
        private int StartOf(int owner)
        {
            var at = owners.BinarySearch(owner);
            if (at < 0) return ~at;
            while (at > 0 && owners[at - 1] == owner) at--;
            return at;
        }
    }
}
