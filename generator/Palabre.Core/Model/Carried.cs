namespace Palabre.Model;

/// <summary>
/// A value for each of some objects, in step with them, which the next table of its kind may take over: where the very
/// same object stands in both, and nothing else had a say, its value is not worked out again. Nobody says what depends on
/// what: identity is the test. It changes what making the table costs, never what it holds.
/// </summary>
/// <example>
/// Before, posts <c>a b c</c> had values <c>A B C</c>. Somebody edits the second, which is another object then: of <c>a b' c</c>, A and C are taken over,
/// and one value is made. Where a value depends on more than its object, as a page does on the posts beside it, <c>holds</c> is asked whether that
/// is still right: C is made anew, too, if it names b.
/// </example>
internal sealed class Carried<TKey, TValue>
    where TKey : class
{
    private readonly IReadOnlyList<TKey> source;
    private readonly TKey[] keys;
    private readonly TValue[] values;
    private readonly Lazy<Dictionary<TKey, int>> positions;

    private Carried(IReadOnlyList<TKey> source, TKey[] keys, TValue[] values, Carried<TKey, TValue>? inStep)
    {
        (this.source, this.keys, this.values, IsInStep) = (source, keys, values, inStep is not null);
        positions = inStep?.positions ?? new(() =>
        {
            var found = new Dictionary<TKey, int>(keys.Length, ReferenceEqualityComparer.Instance);
            for (var i = 0; i < keys.Length; i++) found.TryAdd(keys[i], i);
            return found;
        });
    }

    internal IReadOnlyList<TValue> Values => values;

    /// <summary>The values, for whoever asks of many.</summary>
    internal ReadOnlySpan<TValue> Row => values;

    /// <summary>The positions whose values were made for this table, ascending.</summary>
    internal IReadOnlyList<int> Made { get; private init; } = [];

    /// <summary>The objects are those of the table before, in its order: all values that were not <see cref="Made"/> stand where they stood.</summary>
    internal bool IsInStep { get; }

    /// <param name="keys">Not changed any more.</param>
    /// <param name="holds">Given a position and what an earlier table has for the same object: whether it is still right; null: it always is.</param>
    /// <param name="make">Given a position: the value. Called for one position after the other, unless there are several jobs.</param>
    /// <param name="jobs">How many values are made at once; -1: as many as there are processors.</param>
    internal static Carried<TKey, TValue> Of(
        IReadOnlyList<TKey> keys, Carried<TKey, TValue>? before, Func<int, TValue, bool>? holds, Func<int, TValue> make, int jobs = 1)
    {
        var row = ReferenceEquals(keys, before?.source) ? before.keys : keys as TKey[] ?? [.. keys];
        var isInStep = before is not null && (ReferenceEquals(row, before.keys) || Identity.AreSame<TKey>(row, before.keys));
        if (isInStep && holds is null) return new(keys, row, before!.values, before);
        var (values, made) = (new TValue[row.Length], new List<int>());
        if (isInStep)
        {
            for (var i = 0; i < row.Length; i++)
                if (!holds!(i, before!.values[i])) made.Add(i);
            before!.values.CopyTo(values, 0);
        }
        else
        {
            TakeOver(row, before, holds, values, made);
        }

        if (jobs != 1) Parallel.For(0, made.Count, new() { MaxDegreeOfParallelism = jobs }, n => values[made[n]] = make(made[n]));
        else foreach (var i in made) values[i] = make(i);
        return new(keys, row, values, isInStep ? before : null) { Made = made };
    }

    private static void TakeOver(TKey[] keys, Carried<TKey, TValue>? before, Func<int, TValue, bool>? holds, TValue[] values, List<int> made)
    {
        var next = 0; // most stand where they stood, or a place further
        for (var i = 0; i < keys.Length; i++)
        {
            var at = before?.PositionOf(keys, i, next) ?? -1;
            if (at >= 0) next = at + 1;
            else if (before is not null && before.GoesOnAs(keys, i + 1, next + 1)) next++;
            if (at >= 0 && holds?.Invoke(i, before!.values[at]) != false) values[i] = before!.values[at];
            else made.Add(i);
        }
    }

    /// <summary>Where the key at <paramref name="i"/> stands here; -1 where it does not, or where another was put in its place.</summary>
    private int PositionOf(TKey[] now, int i, int likely) =>
        likely < keys.Length && ReferenceEquals(keys[likely], now[i]) ? likely
        : GoesOnAs(now, i + 1, likely + 1) ? -1 : positions.Value.GetValueOrDefault(now[i], -1);

    private bool GoesOnAs(TKey[] now, int i, int at) =>
        i < now.Length && at < keys.Length ? ReferenceEquals(now[i], keys[at]) : i == now.Length && at == keys.Length;
}
