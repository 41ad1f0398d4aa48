using Palabre.Listing;
using Palabre.Model;
using Palabre.Rendering.Views;

namespace Palabre.Rendering;

/// <summary>Makes the views of what pages list.</summary>
internal sealed class ListViews(Edition edition)
{
    private readonly ILookup<string, ThemeListing> themesByParent =
        edition.Listings.Themes.ToLookup(t => t.Theme.Parent ?? "", StringComparer.Ordinal);

    // By the post that opens each: several themes list one discussion, and their pages of one time follow each other.
    private readonly Recent<DiscussionSummaryView> discussions = new(1 << 6, 1 << 6, _ => 1);

    /// <summary>In the order given, cut where the day changes.</summary>
    internal IReadOnlyList<DayView> ByDay(IEnumerable<Post> posts)
    {
        var days = new List<(EntryDate Date, List<PostSummaryView> Posts)>();
        foreach (var post in posts)
        {
            if (days.Count == 0 || days[^1].Date.Day != post.Date.Day) days.Add((post.Date, []));
            days[^1].Posts.Add(edition.Entries.Summary(post));
        }

        return [.. days.Select(d => new DayView(edition.Entries.DateOf(d.Date with { IsDay = true }), d.Posts))];
    }

    internal DiscussionSummaryView Discussion(DiscussionSummary summary) => discussions.Of(
        summary.Discussion.Opening, (Lists: this, summary), static (_, asked) => asked.Lists.Made(asked.summary));

    private DiscussionSummaryView Made(DiscussionSummary summary)
    {
        var opening = summary.Discussion.Opening;
        var words = edition.Texts.Words(opening, 240);
        return new(
            edition.Entries.TitleOf(opening),
            HrefOf(summary),
            edition.Entries.LanguageOf(opening),
            words,
            summary.Entries,
            summary.Discussion.Posts.Count,
            [.. summary.Voices.Select(author => edition.Entries.ViewOf(author))],
            edition.Entries.DateOf(summary.First),
            edition.Entries.Link(summary.LastWord),
            edition.Entries.ThemesOf(opening))
        {
            Direction = edition.Entries.OtherDirectionOf(opening, words),
        };
    }

    /// <summary>The whole discussion where it has a page of its own; else its only post.</summary>
    internal string HrefOf(DiscussionSummary summary) => summary.Discussion.Posts.Count > 1
        ? edition.Addresses.Href(edition.Addresses.Discussion(summary.Discussion))
        : edition.Addresses.Href(edition.Addresses.Post(summary.Discussion.Opening));

    /// <summary>The themes that are part of another, or of none; each with its own parts, one level deep.</summary>
    internal IReadOnlyList<ThemeSummaryView> Themes(string? parent) => [.. themesByParent[parent ?? ""]
        .Select(listing => Theme(listing) with { Parts = [.. themesByParent[listing.Theme.Key].Select(Theme)] })];

    internal bool HasParts(Theme theme) => themesByParent.Contains(theme.Key);

    private ThemeSummaryView Theme(ThemeListing listing) => new(
        edition.Typeset(listing.Theme.Title), edition.Addresses.Href(edition.Addresses.Theme(listing.Theme)),
        listing.Theme.Description is { } description ? edition.Typeset(description) : null,
        listing.Count, listing.Entries, []);

    internal IReadOnlyList<YearView> Years() => [.. edition.Listings.Years.Reverse().Select(Year)];

    internal YearView Year(YearListing year) => new(
        year.Year,
        edition.Addresses.Href(edition.Addresses.Year(year.Year)),
        [.. year.Months.Select(month => new MonthView(
            edition.Dates.MonthName(month.Month),
            edition.Addresses.Href(edition.Addresses.Month(month.Year, month.Month)),
            month.Posts.Count,
            edition.Listings.CommentsOf(month)))],
        year.Months.Sum(m => m.Posts.Count),
        year.Months.Sum(edition.Listings.CommentsOf));
}
