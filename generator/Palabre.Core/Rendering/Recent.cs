using System.Runtime.CompilerServices;
using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>
/// What was made of entries last, since one entry stands in several files. What is kept changes what a build costs, never
/// what it gives. Safe for threads, without a lock: of two that make the same at once, each uses its own.
/// </summary>
/// <param name="room">For how many entries there is room.</param>
/// <param name="most">The size of a generation, in units of <paramref name="size"/>. Two are kept: the older is forgotten when
/// the younger is full.</param>
internal sealed class Recent<T>(int room, int most, Func<T, int> size)
    where T : notnull
{
    private Generation? young, old;

    /// <param name="state">What <paramref name="make"/> needs besides.</param>
    internal T Of<TState>(Entry entry, TState state, Func<Entry, TState, T> make)
    {
        var (now, before) = (Volatile.Read(ref young) ?? First(), Volatile.Read(ref old));
        if (now.Find(entry) is { } known) return known.What;
        var made = before?.Find(entry) ?? new(entry, make(entry, state));
        // What is larger than all the room would else renew a generation each time it is asked for.
        if (now.Add(made, Math.Min(size(made.What), most / 8)) <= most) return made.What;
        // The young become the old. Of two threads that do so at once, one does.
        if (Interlocked.CompareExchange(ref young, new(room), now) == now) Volatile.Write(ref old, now);
        return made.What;
    }

    private Generation First()
    {
        Interlocked.CompareExchange(ref young, new(room), null);
        return young;
    }

    private sealed record Made(Entry Entry, T What);

    /// <summary>A table of short rows: an entry stands in the row of its hash, and where that is full takes the place of another.</summary>
    private sealed class Generation
    {
        private const int Row = 4;

        // Four places for each entry: one row in three hundred is too short.
        private readonly Made?[] places;
        private readonly Entry?[] entries; // in step with them: to look for one, nothing else is fetched from memory
        private int sizes;

        internal Generation(int room)
        {
            places = new Made?[Row * (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(room, 16, 1 << 18))];
            entries = new Entry?[places.Length];
        }

        internal Made? Find(Entry entry)
        {
            var first = RowOf(entry);
            for (var i = first; i < first + Row; i++)
                if (ReferenceEquals(Volatile.Read(ref entries[i]), entry) && Volatile.Read(ref places[i]) is { } made && ReferenceEquals(made.Entry, entry)) return made;
            return null;
        }

        /// <returns>The size of all.</returns>
        internal int Add(Made made, int size)
        {
            var first = RowOf(made.Entry);
            var at = first;
            while (at < first + Row - 1 && Volatile.Read(ref places[at]) is not null) at++;
            Volatile.Write(ref places[at], made);
            Volatile.Write(ref entries[at], made.Entry); // whoever reads between the two finds none, and makes its own
            return Interlocked.Add(ref sizes, size);
        }

        private int RowOf(Entry entry) => (RuntimeHelpers.GetHashCode(entry) * Row) & (places.Length - 1);
    }
}
