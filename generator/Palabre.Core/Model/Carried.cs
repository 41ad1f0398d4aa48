namespace Palabre.Model;

/// <summary>
/// A value for each of some objects, in step with them, which the next table of its kind may take over: where the very
/// same object stands in both, and nothing else had a say, its value is not worked out again. Nobody says what depends on
/// what: identity is the test. It changes what making the table costs, never what it holds.
/// </summary>
internal sealed class Carried<TKey, TValue>
    where TKey : class
{
    private readonly IReadOnlyList<TKey> keys;
    private readonly TValue[] values;
    private readonly Lazy<Dictionary<TKey, int>> positions;

    private Carried(IReadOnlyList<TKey> keys, TValue[] values)
    {
        (this.keys, this.values) = (keys, values);
        positions = new(() =>
        {
            var found = new Dictionary<TKey, int>(keys.Count, ReferenceEqualityComparer.Instance);
            for (var i = 0; i < keys.Count; i++) found.TryAdd(keys[i], i);
            return found;
        });
    }

    internal IReadOnlyList<TValue> Values => values;

    /// <summary>The positions whose values were made for this table, ascending.</summary>
    internal IReadOnlyList<int> Made { get; private init; } = [];

    /// <param name="holds">Given a position and what an earlier table has for the same object: whether it is still right.</param>
    /// <param name="make">Given a position: the value. Called for one position after the other, unless there are several jobs.</param>
    /// <param name="jobs">How many values are made at once; -1: as many as there are processors.</param>
    internal static Carried<TKey, TValue> Of(
        IReadOnlyList<TKey> keys, Carried<TKey, TValue>? before, Func<int, TValue, bool> holds, Func<int, TValue> make, int jobs = 1)
    {
        var (values, made) = (new TValue[keys.Count], new List<int>());
        var next = 0; // most stand where they stood, or a place further
        for (var i = 0; i < keys.Count; i++)
        {
            var at = before?.PositionOf(keys, i, next) ?? -1;
            if (at >= 0) next = at + 1;
            else if (before is not null && before.GoesOnAs(keys, i + 1, next + 1)) next++;
            if (at >= 0 && holds(i, before!.values[at])) values[i] = before.values[at];
            else made.Add(i);
        }

        if (jobs != 1) Parallel.For(0, made.Count, new() { MaxDegreeOfParallelism = jobs }, n => values[made[n]] = make(made[n]));
        else foreach (var i in made) values[i] = make(i);
        return new(keys, values) { Made = made };
    }

    /// <summary>Where the key at <paramref name="i"/> stands here; -1 where it does not, or where another was put in its place.</summary>
    private int PositionOf(IReadOnlyList<TKey> now, int i, int likely) =>
        likely < keys.Count && ReferenceEquals(keys[likely], now[i]) ? likely
        : GoesOnAs(now, i + 1, likely + 1) ? -1 : positions.Value.GetValueOrDefault(now[i], -1);

    private bool GoesOnAs(IReadOnlyList<TKey> now, int i, int at) =>
        i < now.Count && at < keys.Count ? ReferenceEquals(now[i], keys[at]) : i == now.Count && at == keys.Count;
}
