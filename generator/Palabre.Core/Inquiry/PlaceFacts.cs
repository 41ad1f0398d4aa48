using Palabre.Addressing;
using Palabre.Model;
using Palabre.Rendering;
using Palabre.Site;

namespace Palabre.Inquiry;

/// <summary>Where a published entry is shown: its canonical place first.</summary>
internal sealed class PlaceFacts
{
    private readonly Edition edition;
    private readonly HashSet<Address> pages;

    internal PlaceFacts(SiteBuild build) => (edition, pages) = (build.Edition, [.. build.Pages.Select(p => p.Address)]);

    internal IReadOnlyList<Fact> Of(Entry entry)
    {
        var post = entry as Post ?? edition.PostOf((Comment)entry);
        var addresses = edition.Addresses;
        var facts = new List<Fact> { new(addresses.Href(entry), "its one canonical place") };
        Add(AddressBook.Chronological(addresses.PageOf(entry)), "the same page in the order of time");
        var discussion = addresses.Discussion(edition.PlaceOf(post).Discussion);
        Add(discussion, "its discussion of several posts");
        Add(AddressBook.Chronological(discussion), "that discussion in the order of time");
        foreach (var theme in edition.Listings.ThemeBook.Of(post)) Add(addresses.Theme(theme), entry is Post ? "its theme" : "its post's theme, in the discussion's line");
        foreach (var author in edition.Listings.AuthorBook.Of(entry)) Add(addresses.Author(author), "its author");
        if (entry is Post) Add(addresses.Month(post.Date.Day.Year, post.Date.Day.Month), "the archive of its month");
        if (entry is Post { Aliases.Count: > 0 })
            facts.AddRange(post.Aliases.Select(alias => new Fact(alias.Text, "an alias, which forwards to it")));
        return facts;

        void Add(Address address, string what)
        {
            if (pages.Contains(address)) facts.Add(new(addresses.Href(address), what));
        }
    }
}
