namespace Palabre.Threading;

/// <summary>Circles in a graph where each node points to at most one other.</summary>
internal static class Circles
{
    /// <param name="count">Nodes are 0 to count - 1.</param>
    /// <param name="next">The node pointed to; what is not a node ends the way.</param>
    /// <returns>Each circle once, in the direction of the pointers. O(n) time and memory.</returns>
    internal static List<List<int>> Find(int count, Func<int, int> next)
    {
        var circles = new List<List<int>>();
        var way = new int[count]; // by node: the walk that first met it; 0 before any
        for (var start = 0; start < count; start++)
        {
            var node = start;
            while (node >= 0 && node < count && way[node] == 0)
            {
                way[node] = start + 1;
                node = next(node);
            }

            if (node < 0 || node >= count || way[node] != start + 1) continue;
            var circle = new List<int> { node }; // met twice in one walk, hence in a circle
            for (var other = next(node); other != node; other = next(other)) circle.Add(other);
            circles.Add(circle);
        }

        return circles;
    }
}
