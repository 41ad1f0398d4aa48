using Palabre.Model;
using Palabre.Rendering.Views;
using Palabre.Threading;

namespace Palabre.Rendering;

/// <summary>
/// Makes the views of turns: a nested list given flat, its nesting kept within what a narrow screen can show. What
/// answers without being indented says so (<see cref="TurnView.Flat"/>).
/// </summary>
internal static class TurnViewMaker
{
    /// <summary>Lists nest this deep; replies below that stand in the deepest list.</summary>
    private const int DeepestLevel = 6;

    private static readonly int[][] Closings = [.. Enumerable.Range(0, DeepestLevel + 2).Select(n => Enumerable.Range(0, n).ToArray())];

    /// <param name="positions">The turns to show, ascending: with each, what it answers, or it answers <paramref name="root"/>.</param>
    /// <param name="root">The position of what the first level answers; -1: of the opening, which is then the first level.</param>
    /// <param name="view">Makes a turn's entry.</param>
    internal static IReadOnlyList<TurnView> Make(
        Discussion discussion, IReadOnlyList<int> positions, int root, Edition edition, Func<Turn, EntryView?> view)
    {
        var shown = new Dictionary<int, int>(positions.Count); // position in the discussion → in the view
        for (var i = 0; i < positions.Count; i++) shown[positions[i]] = i;
        var levels = Levels(discussion, positions, root, shown);
        var below = Below(discussion, positions, shown);
        var turns = new TurnView[positions.Count];
        for (var i = 0; i < turns.Length; i++)
        {
            var turn = discussion.Turns[positions[i]];
            var next = i + 1 < turns.Length ? levels[i + 1].Level : 0;
            var answered = turn.Answered >= 0 && turn.Answered != root ? discussion.Turns[turn.Answered].Entry : null;
            var entry = view(turn);
            turns[i] = new()
            {
                Entry = entry is null ? null : entry with
                {
                    Answers = answered is null ? null : edition.Entries.Link(answered),
                    Elsewhere = turn.Elsewhere is { } elsewhere ? edition.Entries.Link(elsewhere) : null,
                },
                Missing = turn.IsPlaceholder ? turn.Missing : null,
                Continues = turn.Entry is Post,
                Depth = root < 0 ? turn.Depth : turn.Depth - discussion.Turns[root].Depth - 1,
                Below = below[i],
                Opens = next > levels[i].Level,
                Closes = Closings[Math.Max(0, levels[i].Level - next)],
                Flat = levels[i].IsFlat,
            };
        }

        return turns;
    }

    private static (int Level, bool IsFlat)[] Levels(
        Discussion discussion, IReadOnlyList<int> positions, int root, Dictionary<int, int> shown)
    {
        var replies = new int[positions.Count];
        foreach (var position in positions)
            if (shown.TryGetValue(discussion.Turns[position].Answered, out var answered)) replies[answered]++;

        var levels = new (int Level, bool IsFlat)[positions.Count];
        for (var i = 0; i < positions.Count; i++)
        {
            var turn = discussion.Turns[positions[i]];
            if (turn.Answered == root || !shown.TryGetValue(turn.Answered, out var answered)) continue;
            var isFlat = levels[answered].Level >= DeepestLevel
                || (replies[answered] == 1 && IsBackAndForth(discussion, turn));
            levels[i] = (levels[answered].Level + (isFlat ? 0 : 1), isFlat);
        }

        return levels;
    }

    /// <summary>A reply to oneself, or to somebody who had answered oneself: two people in ping-pong.</summary>
    private static bool IsBackAndForth(Discussion discussion, Turn turn)
    {
        var answered = discussion.Turns[turn.Answered];
        if (answered.Entry is null || turn.Entry is Post || answered.Entry is Post) return false;
        if (HasOneAuthor(turn.Entry, answered.Entry)) return true;
        return answered.Answered >= 0 && discussion.Turns[answered.Answered].Entry is Comment before && HasOneAuthor(turn.Entry, before);
    }

    private static bool HasOneAuthor(Entry? a, Entry? b) =>
        a is { Authors.Count: > 0 } && b is { Authors.Count: > 0 } && a.Authors[0] == b.Authors[0];

    private static int[] Below(Discussion discussion, IReadOnlyList<int> positions, Dictionary<int, int> shown)
    {
        var below = new int[positions.Count];
        for (var i = positions.Count - 1; i >= 0; i--)
        {
            if (shown.TryGetValue(discussion.Turns[positions[i]].Answered, out var above)) below[above] += below[i] + 1;
        }

        return below;
    }
}
