using Palabre.Model;
using Palabre.Rendering.Views;
using Palabre.Threading;

namespace Palabre.Rendering;

/// <summary>
/// Makes the views of turns: nested, as a list given flat whose nesting stays within what a narrow screen can show; or
/// in the order of time. What answers without being indented says so (<see cref="TurnView.Flat"/>).
/// </summary>
internal sealed class TurnViewMaker
{
    /// <summary>Lists nest this deep; replies below that stand in the deepest list.</summary>
    private const int DeepestLevel = 6;

    private static readonly int[][] Closings = [.. Enumerable.Range(0, DeepestLevel + 2).Select(n => Enumerable.Range(0, n).ToArray())];

    private readonly Edition edition;
    private readonly Discussion discussion;
    private readonly IReadOnlyList<int> positions;
    private readonly int root;
    private readonly Dictionary<int, int> shown; // position in the discussion → in the view
    private readonly int[] byTime; // positions in the view

    /// <param name="positions">The turns to show, ascending: with each, what it answers, or it answers <paramref name="root"/>.</param>
    /// <param name="root">The position of what the first level answers; -1: of the opening, which is then the first level.</param>
    internal TurnViewMaker(Edition edition, Discussion discussion, IReadOnlyList<int> positions, int root)
    {
        (this.edition, this.discussion, this.positions, this.root) = (edition, discussion, positions, root);
        byTime = TimeOrder.Of(discussion, positions);
        shown = new(positions.Count);
        for (var i = 0; i < positions.Count; i++) shown[positions[i]] = i;
    }

    /// <param name="view">Makes a turn's entry, with its text.</param>
    internal IReadOnlyList<TurnView> Nested(Func<Turn, EntryView?> view)
    {
        var entries = Entries(view);
        var levels = Levels();
        var below = Below();
        var turns = new TurnView[positions.Count];
        for (var i = 0; i < turns.Length; i++)
        {
            var next = i + 1 < turns.Length ? levels[i + 1].Level : 0;
            turns[i] = new()
            {
                Entry = entries[i],
                Missing = At(i).IsPlaceholder ? At(i).Missing : null,
                Continues = At(i).Entry is Post,
                Depth = DepthOf(i),
                Below = below[i],
                Opens = next > levels[i].Level,
                Closes = Closings[Math.Max(0, levels[i].Level - next)],
                Flat = levels[i].IsFlat,
                Level = levels[i].Level,
            };
        }

        return turns;
    }

    /// <summary>The oldest first, without placeholders: time has no place for what is not there, so that what answers it says so.</summary>
    internal IReadOnlyList<TurnView> Chronological(Func<Turn, EntryView?> view)
    {
        var entries = Entries(view);
        return [.. byTime.Where(i => entries[i] is not null).Select(i => new TurnView
        {
            Entry = At(i).Answered >= 0 && discussion.MissingAt(positions[i]) is { } missing ? entries[i]! with { Missing = missing } : entries[i],
            Continues = At(i).Entry is Post,
            Depth = DepthOf(i),
            Below = 0,
            Opens = false,
            Closes = [],
            Flat = true,
            Level = 0,
        })];
    }

    internal static IReadOnlyList<OutlineView> Outline(IReadOnlyList<TurnView> turns, Edition edition) => [.. turns
        .Where(turn => turn.Entry is not null)
        .Select(turn => new OutlineView(
            edition.Listed(turn.Entry!.Authors.Select(a => a.Name)), turn.Entry.Date, "#" + turn.Entry.Anchor, turn.Level, turn.Depth))];

    private Turn At(int i) => discussion.Turns[positions[i]];

    private int DepthOf(int i) => root < 0 ? At(i).Depth : At(i).Depth - discussion.Turns[root].Depth - 1;

    private EntryView?[] Entries(Func<Turn, EntryView?> view)
    {
        var entries = new EntryView?[positions.Count];
        for (var i = 0; i < entries.Length; i++) entries[i] = view(At(i));
        int[] there = [.. byTime.Where(i => entries[i] is not null)];
        var replies = Replies();
        var hrefs = Array.ConvertAll(entries, entry => entry is null ? null : "#" + entry.Anchor);
        for (var n = 0; n < there.Length; n++)
        {
            var (i, turn) = (there[n], At(there[n]));
            entries[i] = entries[i]! with
            {
                Answers = turn.Answered >= 0 && turn.Answered != root ? OnPage(shown[turn.Answered]) : null,
                Elsewhere = turn.Elsewhere is { } elsewhere ? edition.Entries.Link(elsewhere) : null,
                Replies = replies[i] is { } list ? [.. list.Select(r => OnPage(r)!)] : [],
                Earlier = n > 0 ? hrefs[there[n - 1]] : null,
                Later = n + 1 < there.Length ? hrefs[there[n + 1]] : null,
            };
        }

        return entries;

        // A link within the page, whichever order it shows; null to a placeholder.
        EntryLinkView? OnPage(int other) => entries[other] is { } shown
            ? new(edition.Entries.NamesOf(At(other).Entry!), hrefs[other]!, shown.Title, shown.Date) : null;
    }

    /// <summary>By turn of the view: the entries of the view that answer it; null for none.</summary>
    private List<int>?[] Replies()
    {
        var replies = new List<int>?[positions.Count];
        for (var i = 0; i < positions.Count; i++)
            if (At(i).Entry is not null && shown.TryGetValue(At(i).Answered, out var answered)) (replies[answered] ??= []).Add(i);
        return replies;
    }

    private (int Level, bool IsFlat)[] Levels()
    {
        var replies = new int[positions.Count];
        for (var i = 0; i < positions.Count; i++)
            if (shown.TryGetValue(At(i).Answered, out var answered)) replies[answered]++;

        var levels = new (int Level, bool IsFlat)[positions.Count];
        for (var i = 0; i < positions.Count; i++)
        {
            if (At(i).Answered == root || !shown.TryGetValue(At(i).Answered, out var answered)) continue;
            var isFlat = levels[answered].Level >= DeepestLevel || (replies[answered] == 1 && IsBackAndForth(At(i)));
            levels[i] = (levels[answered].Level + (isFlat ? 0 : 1), isFlat);
        }

        return levels;
    }

    /// <summary>A reply to oneself, or to somebody who had answered oneself: two people in ping-pong.</summary>
    private bool IsBackAndForth(Turn turn)
    {
        var answered = discussion.Turns[turn.Answered];
        if (answered.Entry is null or Post || turn.Entry is Post) return false;
        if (HasOneAuthor(turn.Entry, answered.Entry)) return true;
        return answered.Answered >= 0 && discussion.Turns[answered.Answered].Entry is Comment before && HasOneAuthor(turn.Entry, before);
    }

    private static bool HasOneAuthor(Entry? a, Entry? b) =>
        a is { Authors.Count: > 0 } && b is { Authors.Count: > 0 } && a.Authors[0] == b.Authors[0];

    /// <summary>By turn of the view: how many entries stand below it; what is missing is none.</summary>
    private int[] Below()
    {
        var below = new int[positions.Count];
        for (var i = positions.Count - 1; i >= 0; i--)
            if (shown.TryGetValue(At(i).Answered, out var above)) below[above] += below[i] + (At(i).Entry is null ? 0 : 1);
        return below;
    }
}
