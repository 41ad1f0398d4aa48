using Palabre.Listing;
using Palabre.Model;
using Palabre.Rendering.Views;

namespace Palabre.Rendering;

/// <summary>The archive by date: all years, each year, each month.</summary>
internal static class ArchivePages
{
    internal static IEnumerable<PlannedPage> Plan(Edition edition)
    {
        var (addresses, all) = (edition.Addresses, edition.Addresses.Archive);
        var source = new SourceLocation(edition.Settings.PostsFolder);
        yield return new(all, edition.Settings.Urls.SourceOf("archive", source.File), (material, _) => new ArchiveView
        {
            Site = material.Frame.Site,
            Title = edition.Strings.Text("nav.archive"),
            Href = addresses.Href(all),
            Canonical = addresses.Absolute(all),
            Language = edition.Strings.Language,
            Activity = material.Frame.Activity(edition.Archive.Posts.Cast<Entry>().Concat(edition.Archive.Comments.SelectMany(c => c))),
            Years = material.Lists.Years(),
        })
        { MadeOf = made => made.AddAll() };

        MonthListing[] months = [.. edition.Listings.Years.SelectMany(y => y.Months)];
        foreach (var year in edition.Listings.Years)
        {
            var address = addresses.Year(year.Year);
            yield return new(address, source, (material, _) => new YearPageView
            {
                Site = material.Frame.Site,
                Title = year.Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Href = addresses.Href(address),
                Canonical = addresses.Absolute(address),
                Language = edition.Strings.Language,
                Breadcrumbs = [material.Frame.Link("nav.archive", all)],
                Year = material.Lists.Year(year),
            })
            { MadeOf = made => made.AddAll() };
        }

        for (var i = 0; i < months.Length; i++)
        {
            var (month, earlier, later) = (months[i], i > 0 ? months[i - 1] : null, i + 1 < months.Length ? months[i + 1] : null);
            yield return new(addresses.Month(month.Year, month.Month), source, (material, _) => Month(material, month, earlier, later))
            {
                Near = month.Posts[0],
                MadeOf = made =>
                {
                    foreach (var post in month.Posts) made.Add(post);
                },
            };
        }
    }

    private static MonthPageView Month(PageMaterial material, MonthListing month, MonthListing? earlier, MonthListing? later)
    {
        var (edition, frame, lists) = (material.Edition, material.Frame, material.Lists);
        var address = edition.Addresses.Month(month.Year, month.Month);
        return new()
        {
            Site = frame.Site,
            Title = edition.Dates.Month(month.Year, month.Month),
            Href = edition.Addresses.Href(address),
            Canonical = edition.Addresses.Absolute(address),
            Language = edition.Strings.Language,
            Breadcrumbs = [frame.Link("nav.archive", edition.Addresses.Archive),
                new(month.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), edition.Addresses.Href(edition.Addresses.Year(month.Year)))],
            Days = lists.ByDay(month.Posts),
            Earlier = Link(edition, earlier),
            Later = Link(edition, later),
        };
    }

    private static LinkView? Link(Edition edition, MonthListing? month) => month is null ? null
        : new(edition.Dates.Month(month.Year, month.Month), edition.Addresses.Href(edition.Addresses.Month(month.Year, month.Month)));
}
