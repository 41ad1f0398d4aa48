using Palabre.Addressing;
using Palabre.Model;
using Palabre.Rendering.Views;

namespace Palabre.Rendering;

/// <summary>Standing pages, the page for what is not found, and redirects from former addresses.</summary>
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
            { Changed = page.Updated };
        }

        yield return new(AddressBook.NotFound, new(edition.Settings.Look), _ => new NotFoundView
        {
            Site = frame.Site,
            Title = edition.Strings.Text("not_found.title"),
            Href = edition.Addresses.Href(AddressBook.NotFound),
            Language = edition.Settings.Language,
            NoIndex = true,
        })
        { IsListed = false };
    }

    /// <summary>One for each alias that can be an address, and for each former name of an author.</summary>
    internal static IEnumerable<PlannedPage> Redirects(Edition edition, PageFrame frame)
    {
        var posts = edition.Archive.Posts.SelectMany(p => p.Aliases.Select(alias => (alias, Target: edition.Addresses.Post(p), Title: edition.Entries.TitleOf(p))));
        var pages = edition.Archive.Pages.SelectMany(p => p.Aliases.Select(alias => (alias, Target: edition.Addresses.StandingPage(p), p.Title)));
        foreach (var (alias, target, title) in posts.Concat(pages))
        {
            // An alias that names the page's own address asks for nothing.
            if (WrittenAddress.Parse(alias.Text).Address is not { } address || address == target) continue;
            yield return Redirect(edition, frame, address, target, title, alias.Source);
        }

        // Under each of these names the author had a page, until somebody wrote that they are one.
        foreach (var author in edition.Archive.Authors)
        {
            if (!author.IsListed) continue;
            foreach (var key in edition.Listings.AuthorBook.OtherKeys(author))
                yield return Redirect(edition, frame, edition.Addresses.Author(key), edition.Addresses.Author(author), author.Name, author.Source);
        }
    }

    private static PlannedPage Redirect(Edition edition, PageFrame frame, Address from, Address to, string title, SourceLocation source) =>
        new(from, source, _ => new RedirectView
        {
            Site = frame.Site,
            Title = title,
            Href = edition.Addresses.Href(from),
            Canonical = edition.Addresses.Absolute(to),
            Language = edition.Settings.Language,
            NoIndex = true,
            Target = edition.Addresses.Href(to),
        })
        { IsListed = false };
}
