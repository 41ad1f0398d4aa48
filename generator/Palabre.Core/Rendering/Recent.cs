using System.Collections.Concurrent;
using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>
/// What was made of entries last, since one entry stands in several files. What is kept changes what a build costs, never
/// what it gives. Safe for threads.
/// </summary>
/// <param name="room">For how many entries there is room from the start.</param>
/// <param name="most">The size of a generation, in units of <paramref name="size"/>. Two are kept: the older is forgotten when
/// the younger is full.</param>
internal sealed class Recent<T>(int room, int most, Func<T, int> size)
    where T : notnull
{
    private readonly int room = Math.Clamp(room, 16, 1 << 16);

    private Generation? young, old;

    /// <param name="state">What <paramref name="make"/> needs besides.</param>
    internal T Of<TState>(Entry entry, TState state, Func<Entry, TState, T> make)
    {
        var (now, before) = (Volatile.Read(ref young) ?? First(), Volatile.Read(ref old));
        if (now.Made.TryGetValue(entry, out var made)) return made;
        if (before is null || !before.Made.TryGetValue(entry, out made)) made = make(entry, state);
        if (now.Add(entry, made, size(made)) <= most) return made;
        // The young become the old. Of two threads that do so at once, one does.
        if (Interlocked.CompareExchange(ref young, new(room), now) == now) Volatile.Write(ref old, now);
        return made;
    }

    private Generation First()
    {
        Interlocked.CompareExchange(ref young, new(room), null);
        return young;
    }

    private sealed class Generation(int room)
    {
        private int sizes;

        // Locks for more threads than work on it; room from the start, for all of them wait while it grows.
        internal ConcurrentDictionary<Entry, T> Made { get; } = new(64, room, ReferenceEqualityComparer.Instance);

        /// <returns>The size of all.</returns>
        internal int Add(Entry entry, T made, int size) => Made.TryAdd(entry, made) ? Interlocked.Add(ref sizes, size) : sizes;
    }
}
