using Palabre.Model;
using Palabre.Threading;

namespace Palabre.Rendering;

/// <summary>The turns of a discussion in the order of time. A placeholder is as old as the first that answers it, which follows it.</summary>
internal static class TimeOrder
{
    /// <param name="positions">Of turns in the discussion, ascending.</param>
    /// <returns>Places in <paramref name="positions"/>, oldest first; of one time, in the order of the discussion.</returns>
    internal static int[] Of(Discussion discussion, IReadOnlyList<int> positions)
    {
        var (times, order) = (new EntryDate[positions.Count], new int[positions.Count]);
        for (var i = 0; i < order.Length; i++) (times[i], order[i]) = (TimeOf(discussion, positions[i]), i);
        Array.Sort(order, (a, b) => times[a].CompareTo(times[b]) is not 0 and var byTime ? byTime : a.CompareTo(b));
        return order;
    }

    /// <summary>Time and replies give two orders.</summary>
    internal static bool IsAnother(Discussion discussion, IReadOnlyList<int> positions)
    {
        for (var i = 1; i < positions.Count; i++)
            if (TimeOf(discussion, positions[i]) < TimeOf(discussion, positions[i - 1])) return true;
        return false;
    }

    private static EntryDate TimeOf(Discussion discussion, int position) =>
        discussion.Turns[position].Entry?.Date ?? discussion.Turns[position + 1].Entry?.Date ?? default;
}
