using Palabre.Addressing;
using Palabre.Model;
using Palabre.Rendering;
using Palabre.Threading;

namespace Palabre.Site;

/// <summary>A feed: what a reader can follow.</summary>
internal sealed record Feed
{
    /// <summary>Entries in one file; what is older stands in archives of as many (RFC 5005, section 4).</summary>
    internal const int Size = 50;

    /// <summary>The end of its id: begins with '/', which that of no entry does.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required Address Address { get; init; }

    /// <summary>Of the same as a JSON Feed; null where there is none.</summary>
    public Address? Json { get; init; }

    /// <summary>The page that shows the same.</summary>
    public required Address Page { get; init; }

    /// <summary>What in the content asks for it.</summary>
    public required SourceLocation Source { get; init; }

    /// <summary>The one that it tells of; null: of several.</summary>
    public Discussion? Discussion { get; init; }

    /// <summary>All that it and its archives hold, oldest first.</summary>
    public required IReadOnlyList<Entry> Entries { get; init; }

    /// <summary>
    /// How many archives there are: full ones only, filled from the oldest entry on, so that one which was published
    /// stays as it is when others are written. The feed's own file overlaps with the last.
    /// </summary>
    public int Archives => ArchivesOf(Entries.Count);

    /// <summary>As <see cref="Archives"/>, of a feed of so many entries.</summary>
    internal static int ArchivesOf(int entries) => entries > Size ? entries / Size : 0;

    /// <summary>What its own file holds; youngest first.</summary>
    public IEnumerable<Entry> Latest => Entries.Skip(Entries.Count - Size).Reverse();

    /// <param name="number">1 to <see cref="Archives"/>; the first holds the oldest.</param>
    /// <returns>Youngest first.</returns>
    public IEnumerable<Entry> Archive(int number) => Entries.Skip((number - 1) * Size).Take(Size).Reverse();

    /// <summary>What a file of the feed is made of.</summary>
    internal void MadeOf(Ingredients made, IEnumerable<Entry> entries)
    {
        made.Add(Title);
        made.Add(Archives);
        foreach (var entry in entries) made.Add(entry);
    }

    /// <summary>When something about an entry last changed.</summary>
    internal static DateTimeOffset Updated(Entry entry)
    {
        var last = entry.Updated is { } updated && updated > entry.Date ? updated : entry.Date;
        return (entry.Removal?.On is { } removed && removed > last ? removed : last).Time;
    }

    /// <summary>The order of <see cref="Entries"/>: by date, then id, then the post's.</summary>
    internal static Entry[] InOrder(IEnumerable<Entry> entries) => [.. entries
        .OrderBy(e => e.Date)
        .ThenBy(e => e.Id, EntryIdOrder.Instance)
        .ThenBy(e => (e as Comment)?.PostId, StringComparer.Ordinal)];
}
