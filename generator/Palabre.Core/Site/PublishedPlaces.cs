using Palabre.Addressing;
using Palabre.Model;
using Palabre.Rendering;

namespace Palabre.Site;

/// <summary>
/// The places that a site promises to keep: entries, with their anchors; discussions, themes, authors, standing pages,
/// the archive by year and month, media, feeds, and former addresses that somebody wrote down. Not the further pages of
/// lists nor the order of time, which are orders of the same and shift; not what only machines ask for.
/// </summary>
public sealed class PublishedPlaces
{
    private readonly SortedDictionary<string, (Place Place, string Source)> own = new(StringComparer.Ordinal);
    private readonly HashSet<Place> held = [];
    private readonly Dictionary<Place, Place> forwarded = [];
    private readonly Dictionary<Address, Address> firstParts = []; // of further ones, which send there for comments that they lack

    /// <param name="files">What is published besides pages, for good.</param>
    /// <param name="copies">Files at former addresses.</param>
    internal PublishedPlaces(Edition edition, IReadOnlyList<PlannedPage> pages, IEnumerable<(Address Address, string Source)> files,
        IEnumerable<Address> copies)
    {
        foreach (var page in pages)
        {
            if (!page.IsListed) continue;
            Keep(new(page.Address), page.Source.File);
            foreach (var comment in page.Entries.OfType<Comment>()) Keep(edition.Addresses.PlaceOf(comment), comment.Source.File);
        }

        foreach (var (address, source) in files) Keep(new(address), source);
        foreach (var address in copies) held.Add(new(address));
        Forward(edition, pages.Where(page => page.Forward is not null).Select(page => page.Forward!));
        Elsewhere(edition);
    }

    /// <summary>By place (ordinal), each with the file it comes from.</summary>
    public IEnumerable<KeyValuePair<Place, string>> All => own.Values.Select(o => KeyValuePair.Create(o.Place, o.Source));

    /// <summary>Whether who comes to the place finds what they came for, or is led to it.</summary>
    public bool Holds(Place place) => held.Contains(place) || Forwarded(place) is not null;

    /// <summary>Where a former place leads; null where none does, or something stands there.</summary>
    public Place? Target(Place place) => held.Contains(place) ? null : Forwarded(place);

    private Place? Forwarded(Place place)
    {
        if (forwarded.TryGetValue(place, out var to)) return to;
        if (place.Anchor?.StartsWith(Anchor.OfComments, StringComparison.Ordinal) != true || !firstParts.TryGetValue(place.Address, out var first)) return null;
        var there = place with { Address = first };
        return forwarded.TryGetValue(there, out to) ? to : held.Contains(there) ? there : null;
    }

    /// <summary>A place that somebody promised, whether or not something stands there.</summary>
    private void Promise(Place place, string source) => own.TryAdd(place.ToString(), (place, source));

    private void Keep(Place place, string source)
    {
        held.Add(place);
        Promise(place, source);
    }

    private void Forward(Edition edition, IEnumerable<Forward> pages)
    {
        foreach (var page in pages)
        {
            foreach (var anchor in edition.Forwarding.AnchorsOf(page)) forwarded.TryAdd(anchor.From, anchor.To);
            forwarded.TryAdd(page.From, page.To);
            if (!page.IsMade) Promise(page.From, page.Source.File);
        }

        foreach (var address in edition.Forwarding.PagesOfAnchors)
        {
            foreach (var anchor in edition.Forwarding.AnchorsOn(address))
            {
                forwarded.TryAdd(anchor.From, anchor.To);
                Promise(anchor.From, anchor.Source.File);
            }
        }
    }

    /// <summary>The first part of a post lists the anchors that stand on others, and these send whoever comes for another comment to it.</summary>
    private void Elsewhere(Edition edition)
    {
        for (var i = 0; i < edition.Archive.Posts.Count; i++)
        {
            var post = edition.Archive.Posts[i];
            var own = edition.Addresses.Post(post);
            foreach (var part in edition.PartsOf(post).Skip(1)) firstParts[part] = own;
            foreach (var comment in edition.Archive.Comments[i])
                if (edition.Parts.Of(comment) > 1) forwarded.TryAdd(new(own, Anchor.Of(comment)), edition.Addresses.PlaceOf(comment));
        }
    }
}
