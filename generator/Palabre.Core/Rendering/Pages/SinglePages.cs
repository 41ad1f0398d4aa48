using Palabre.Addressing;
using Palabre.Reading;
using Palabre.Rendering.Views;

namespace Palabre.Rendering;

/// <summary>Standing pages, and the pages for searching and for what is not found.</summary>
internal static class SinglePages
{
    internal static IEnumerable<PlannedPage> Plan(Edition edition, PageFrame frame)
    {
        foreach (var page in edition.Archive.Pages)
        {
            var address = edition.Addresses.StandingPage(page);
            yield return new(address, page.Permalink?.Source ?? page.Source, diagnostics => new StandingPageView
            {
                Site = frame.Site,
                Title = page.Title,
                Description = page.Summary,
                Href = edition.Addresses.Href(address),
                Canonical = edition.Addresses.Absolute(address),
                Language = page.Language ?? edition.Settings.Language,
                Html = edition.Prose(page.Body, page.BodySource, address, page.Language, diagnostics),
                Updated = page.Updated is { } updated ? edition.Entries.DateOf(updated) : null,
                Extra = page.Extra,
            })
            { Changed = page.Updated, MadeOf = made => made.AddAddresses() };
        }

        yield return new(AddressBook.NotFound, new(edition.Settings.Look), _ => new NotFoundView
        {
            Site = frame.Site,
            Title = edition.Strings.Text("not_found.title"),
            Href = edition.Addresses.Href(AddressBook.NotFound),
            Language = edition.Settings.Language,
            NoIndex = true,
        })
        { IsListed = false, MadeOf = _ => { } };
    }

    internal static IEnumerable<PlannedPage> Search(Edition edition, PageFrame frame, Func<Address> start)
    {
        var address = edition.Addresses.Search;
        yield return new(address, new(SettingsReader.Path), _ => new SearchView
        {
            Site = frame.Site,
            Title = edition.Strings.Text("nav.search"),
            Href = edition.Addresses.Href(address),
            Canonical = edition.Addresses.Absolute(address),
            Language = edition.Settings.Language,
            NoIndex = true,
            Start = edition.Addresses.Href(edition.Settings.IsPortable ? new(start().Path + ".js") : start()),
        })
        { IsListed = false };
    }
}
