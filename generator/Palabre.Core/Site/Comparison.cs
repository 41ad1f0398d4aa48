using System.Globalization;
using Palabre.Addressing;
using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Site;

/// <summary>An entry that is there before and after.</summary>
/// <param name="Before">As it was.</param>
/// <param name="Entry">As it is.</param>
/// <param name="What">What of it is another now, in words: <c>text</c>, <c>date</c>, <c>author</c> …; never empty.</param>
public sealed record ChangedEntry(Entry Before, Entry Entry, IReadOnlyList<string> What);

/// <summary>An entry that answers another one than before: with it, all that answers it moves.</summary>
/// <param name="Before">What it answered; null: it opened a discussion.</param>
/// <param name="After">What it answers; null: it opens one.</param>
public sealed record MovedBranch(Entry Entry, Entry? Before, Entry? After);

/// <summary>What a change does to an archive. Every list by source.</summary>
public sealed record Comparison
{
    /// <summary>Published, and unknown before.</summary>
    public required IReadOnlyList<Entry> Added { get; init; }

    /// <summary>Published, and withheld before.</summary>
    public required IReadOnlyList<Entry> Published { get; init; }

    public required IReadOnlyList<ChangedEntry> Changed { get; init; }

    public required IReadOnlyList<MovedBranch> Moved { get; init; }

    /// <summary>Withheld, and published or unknown before.</summary>
    public required IReadOnlyList<Withheld> Withheld { get; init; }

    /// <summary>Withheld before and now: drafts, what waits for its date or an editor, what expired.</summary>
    public required IReadOnlyList<ChangedEntry> WithheldChanged { get; init; }

    /// <summary>As they were: withheld before, and nowhere now.</summary>
    public required IReadOnlyList<Entry> WithheldRemoved { get; init; }

    /// <summary>As they were: published before, and nowhere now.</summary>
    public required IReadOnlyList<Entry> Removed { get; init; }

    /// <summary>Keys; ordinal.</summary>
    public required IReadOnlyList<string> ThemesAdded { get; init; }

    /// <inheritdoc cref="ThemesAdded"/>
    public required IReadOnlyList<string> ThemesRemoved { get; init; }

    public required IReadOnlyList<Place> Gained { get; init; }

    /// <summary>Former places that lead on, and where to.</summary>
    public required IReadOnlyList<(Place From, Place To)> Redirected { get; init; }

    public required IReadOnlyList<LostAddress> Lost { get; init; }

    /// <summary>Places that would be lost, and that somebody took out of the ledger: they are not missed.</summary>
    public required IReadOnlyList<Place> GivenUp { get; init; }

    /// <summary>
    /// Files of the repository that are others now, and of which nothing else here tells, but for what stands elsewhere as it stood: settings, the look,
    /// workflows, media. First what has a say in all, then ordinal. Whoever judges a change looks at these themselves.
    /// </summary>
    public IReadOnlyList<string> OtherFiles { get; init; } = [];

    /// <summary>By place of an entry before: the file in which the entry is now.</summary>
    public required IReadOnlyDictionary<Place, string> Heirs { get; init; }

    /// <summary>How many addresses are lost, anchors counted.</summary>
    public int LostCount => Lost.Sum(lost => 1 + lost.Anchors.Count);

    /// <summary><c>2 entries added, 1 changed, 1 branch moved, 0 addresses lost</c>: these always, the others where there are any.</summary>
    public string Summary
    {
        get
        {
            var parts = new List<string> { Count(Added.Count, "entry added", "entries added"), $"{Number(Changed.Count)} changed" };
            if (Removed.Count > 0) parts.Add($"{Number(Removed.Count)} removed");
            if (Published.Count > 0) parts.Add($"{Number(Published.Count)} published");
            if (Withheld.Count > 0) parts.Add($"{Number(Withheld.Count)} withheld");
            if (WithheldChanged.Count > 0) parts.Add($"{Number(WithheldChanged.Count)} changed that {(WithheldChanged.Count == 1 ? "is" : "are")} withheld");
            if (WithheldRemoved.Count > 0) parts.Add($"{Number(WithheldRemoved.Count)} removed that {(WithheldRemoved.Count == 1 ? "was" : "were")} withheld");
            parts.Add(Count(Moved.Count, "branch moved", "branches moved"));
            if (ThemesAdded.Count > 0) parts.Add(Count(ThemesAdded.Count, "theme added", "themes added"));
            if (ThemesRemoved.Count > 0) parts.Add(Count(ThemesRemoved.Count, "theme removed", "themes removed"));
            if (Redirected.Count > 0) parts.Add(Count(Redirected.Count, "address redirected", "addresses redirected"));
            parts.Add(Count(LostCount, "address lost", "addresses lost"));
            if (GivenUp.Count > 0) parts.Add($"{Number(GivenUp.Count)} given up");
            if (OtherFiles.Count > 0) parts.Add(Count(OtherFiles.Count, "other file changed", "other files changed"));
            return string.Join(", ", parts);
        }
    }

    /// <param name="before">As published; what was wrong with it does not matter any more.</param>
    /// <param name="after">Without errors.</param>
    /// <param name="files">Those that differ, from the site's folder.</param>
    public static Comparison Of(SiteBuild before, SiteBuild after, IEnumerable<string> files)
    {
        var pairs = new EntryPairs(before.Edition, after.Edition);
        var (unpaired, gone) = (pairs.Unpaired(after.Edition), pairs.Unpaired(before.Edition));
        var (withheldBefore, withheldAfter) = (WithheldIn(before), WithheldIn(after));
        var placesBefore = before.Places.All.ToArray();
        var forgotten = Forgotten(before.Ledger, after.Ledger);
        var heirs = pairs.All.ToDictionary(p => before.Edition.Addresses.PlaceOf(p.Before), p => p.After.Source.File);
        var known = placesBefore.Select(p => p.Key).ToHashSet();
        var themesBefore = before.Archive.Themes.Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        var themesAfter = after.Archive.Themes.Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        var published = after.Archive.Posts.Concat<Entry>(after.Archive.Comments.SelectMany(c => c)).Select(EntryPairs.Key).ToHashSet(StringComparer.Ordinal);
        var comparison = new Comparison()
        {
            Added = BySource(unpaired.Where(e => !withheldBefore.ContainsKey(EntryPairs.Key(e))), e => e),
            Published = BySource(unpaired.Where(e => withheldBefore.ContainsKey(EntryPairs.Key(e))), e => e),
            Changed = BySource(
                pairs.All.Select(p => new ChangedEntry(p.Before, p.After, EntryDifference.Of(p.Before, p.After, pairs)))
                    // What waited, and is published with other words than those that somebody may have looked at.
                    .Concat(unpaired.Where(e => withheldBefore.ContainsKey(EntryPairs.Key(e))).Select(e => (Was: withheldBefore[EntryPairs.Key(e)], Now: e))
                        .Select(e => new ChangedEntry(e.Was, e.Now, [.. EntryDifference.OfWithheld(e.Was, e.Now).Where(what => what != "status")])))
                    .Where(c => c.What.Count > 0), c => c.Entry),
            Moved = BySource(Moves(pairs, before, after), m => m.Entry),
            Withheld = BySource(after.Archive.Withheld.Where(w => !withheldBefore.ContainsKey(EntryPairs.Key(w.Entry))), w => w.Entry),
            WithheldChanged = BySource(
                withheldBefore.Where(w => withheldAfter.ContainsKey(w.Key)).Select(w => new ChangedEntry(w.Value, withheldAfter[w.Key], EntryDifference.OfWithheld(w.Value, withheldAfter[w.Key]))).Where(c => c.What.Count > 0), c => c.Entry),
            WithheldRemoved = BySource(withheldBefore.Where(w => !withheldAfter.ContainsKey(w.Key) && !published.Contains(w.Key)).Select(w => w.Value), e => e),
            Removed = BySource(gone.Where(e => !withheldAfter.ContainsKey(EntryPairs.Key(e))), e => e),
            ThemesAdded = [.. themesAfter.Except(themesBefore).Order(StringComparer.Ordinal)],
            ThemesRemoved = [.. themesBefore.Except(themesAfter).Order(StringComparer.Ordinal)],
            Gained = [.. after.Places.All.Select(p => p.Key).Where(p => !known.Contains(p))],
            Redirected = [.. placesBefore.Where(p => before.Places.Target(p.Key) is null)
                .Select(p => (p.Key, After: after.Places.Target(p.Key))).Where(p => p.After is not null).Select(p => (p.Key, p.After!.Value))],
            Lost = LedgerCheck.Lost(after, [.. placesBefore.Where(p => !IsForgotten(p.Key)).Select(p => new LedgerLine(p.Key, p.Value))], heirs),
            GivenUp = [.. placesBefore.Select(p => p.Key).Where(place => IsForgotten(place) && !after.Places.Holds(place))],
            Heirs = heirs,
        };
        var told = comparison.Told;
        // What stands elsewhere as it stood needs no word.
        foreach (var (was, now) in pairs.All.Where(p => p.Before.Source.File != p.After.Source.File)) told.UnionWith([was.Source.File, now.Source.File]);
        return comparison with
        {
            OtherFiles = [.. files.Where(path => !IsOfEntries(path) || !told.Contains(path)).OrderBy(path => !HasSay(path)).ThenBy(path => path, StringComparer.Ordinal)],
        };

        bool IsOfEntries(string path) => SitePaths.IsOfEntries(path, after.Edition.Settings) && SitePaths.IsOfEntries(path, before.Edition.Settings);
        bool HasSay(string path) => path == SettingsReader.Path || path.Contains("workflows/", StringComparison.Ordinal) || path.EndsWith(".gitlab-ci.yml", StringComparison.Ordinal)
            || path.EndsWith(".gitattributes", StringComparison.Ordinal) || path.StartsWith("themes/", StringComparison.Ordinal);

        // With a page, what stood on it.
        bool IsForgotten(Place place) => forgotten.Contains(place) || forgotten.Contains(new(place.Address));
    }

    /// <summary>What one ledger has and the next has not. One that is gone, or damaged, gives up nothing.</summary>
    private static HashSet<Place> Forgotten(Checked<Ledger>? before, Checked<Ledger>? after)
    {
        if (before is null || after is null || after.Diagnostics.Any(d => d.Severity == Severity.Error)) return [];
        var forgotten = before.Value.Lines.Select(line => line.Place).ToHashSet();
        forgotten.ExceptWith(after.Value.Lines.Select(line => line.Place));
        return forgotten;
    }

    private static IEnumerable<MovedBranch> Moves(EntryPairs pairs, SiteBuild before, SiteBuild after)
    {
        foreach (var (was, entry) in pairs.All)
        {
            var (answered, answers) = (before.Edition.Answered(was), after.Edition.Answered(entry));
            var same = answered is null ? null : pairs.After(answered);
            if (!ReferenceEquals(same, answers) || (answered is not null && same is null)) yield return new(entry, answered, answers);
        }
    }

    /// <summary>The files of entries of which something is told.</summary>
    private HashSet<string> Told => [.. ((IEnumerable<Entry>)[.. Added, .. Published, .. Changed.Concat(WithheldChanged).SelectMany(c => new[] { c.Before, c.Entry }),
        .. Moved.Select(m => m.Entry), .. Withheld.Select(w => w.Entry), .. WithheldRemoved, .. Removed]).Select(e => e.Source.File)];

    private static Dictionary<string, Entry> WithheldIn(SiteBuild build)
    {
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var (entry, _) in build.Archive.Withheld) entries.TryAdd(EntryPairs.Key(entry), entry);
        return entries;
    }

    private static T[] BySource<T>(IEnumerable<T> values, Func<T, Entry> entryOf) =>
        [.. values.OrderBy(v => entryOf(v).Source.File, StringComparer.Ordinal).ThenBy(v => entryOf(v).Source.Line)];

    private static string Count(int count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
