using Palabre.Addressing;
using Palabre.Reading;
using Palabre.Rendering.Views;

namespace Palabre.Rendering;

/// <summary>Standing pages, and the pages for searching and for what is not found.</summary>
internal static class SinglePages
{
    internal static IEnumerable<PlannedPage> Plan(Edition edition)
    {
        foreach (var page in edition.Archive.Pages)
        {
            var address = edition.Addresses.StandingPage(page);
            yield return new(address, page.Permalink?.Source ?? page.Source, (material, diagnostics) => new StandingPageView
            {
                Site = material.Frame.Site,
                Title = page.Title,
                Description = page.Summary,
                Href = edition.Addresses.Href(address),
                Canonical = edition.Addresses.Absolute(address),
                Language = page.Language ?? edition.Settings.Language,
                Html = edition.Prose(page.Body, page.BodySource, page.Language, diagnostics),
                Direction = Direction.Of(page.Language, within: edition.Settings.Language),
                Updated = page.Updated is { } updated ? edition.Entries.DateOf(updated) : null,
                Extra = page.Extra,
            })
            { Changed = () => page.Updated, MadeOf = made => made.AddAddresses() };
        }

        yield return new(AddressBook.NotFound, new(edition.Settings.Look), (material, _) => new NotFoundView
        {
            Site = material.Frame.Site,
            Title = edition.Strings.Text("not_found.title"),
            Href = edition.Addresses.Href(AddressBook.NotFound),
            Language = edition.Strings.Language,
            NoIndex = true,
        })
        { IsListed = false, MadeOf = _ => { } };
    }

    internal static IEnumerable<PlannedPage> Search(Edition edition, Func<Address> start)
    {
        var address = edition.Addresses.Search;
        yield return new(address, edition.Settings.Urls.SourceOf("search", SettingsReader.Path), (material, _) => new SearchView
        {
            Site = material.Frame.Site,
            Title = edition.Strings.Text("nav.search"),
            Href = edition.Addresses.Href(address),
            Canonical = edition.Addresses.Absolute(address),
            Language = edition.Strings.Language,
            NoIndex = true,
            Keys = string.Join(' ', edition.Strings.List("search.keys")),
            Start = edition.Addresses.Href(edition.Settings.IsPortable ? new(start().Path + ".js") : start()),
        })
        { IsListed = false };
    }
}
