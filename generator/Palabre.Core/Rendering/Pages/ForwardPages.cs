using Palabre.Addressing;
using Palabre.Model;
using Palabre.Rendering.Views;

namespace Palabre.Rendering;

/// <summary>Pages at former addresses, which lead on; and former anchors on pages that are still there.</summary>
internal static class ForwardPages
{
    /// <param name="pages">All others. What nobody wrote gives way to them; an alias does not, so that the clash is told.</param>
    internal static IEnumerable<PlannedPage> Plan(Edition edition, IEnumerable<PlannedPage> pages)
    {
        var taken = pages.Select(page => page.Address).ToHashSet();
        foreach (var forward in edition.Forwarding.Pages)
        {
            var isFree = taken.Add(forward.From.Address);
            if (isFree || !forward.IsMade) yield return Page(edition, forward);
        }

        foreach (var address in edition.Forwarding.PagesOfAnchors.OrderBy(a => a.Path, StringComparer.Ordinal))
            if (taken.Add(address)) yield return Page(edition, address);
    }

    /// <summary>The page with the anchors that aliases name on it: each in its entry's place, or in a list of what moved.</summary>
    internal static PlannedPage WithAnchors(Edition edition, PlannedPage page)
    {
        var anchors = edition.Forwarding.AnchorsOn(page.Address);
        if (anchors.Count == 0) return page;
        return page with
        {
            Anchors = anchors,
            View = (material, diagnostics) => page.View(material, diagnostics) with
            {
                Moved = [.. anchors.Where(a => a.Entry is null || a.To.Address != page.Address).Select(a => Moved(edition, a))],
            },
        };
    }

    private static PlannedPage Page(Edition edition, Forward forward)
    {
        var title = TitleOf(edition, forward);
        return new(forward.From.Address, forward.Source, (material, _) => new RedirectView
        {
            Site = material.Frame.Site,
            Title = title,
            Href = edition.Addresses.Href(forward.From.Address),
            Canonical = edition.Addresses.Absolute(forward.To.Address),
            Language = edition.Strings.Language,
            Target = edition.Addresses.Href(forward.To),
            Moved = [.. edition.Forwarding.AnchorsOf(forward).Select(anchor => Moved(edition, anchor))],
        })
        { IsListed = false, Forward = forward, Anchors = edition.Forwarding.AnchorsOn(forward.From.Address) };
    }

    /// <summary>A page of which nothing is known but where some of its anchors went.</summary>
    private static PlannedPage Page(Edition edition, Address address)
    {
        var anchors = edition.Forwarding.AnchorsOn(address);
        return new(address, anchors[0].Source, (material, _) => new RedirectView
        {
            Site = material.Frame.Site,
            Title = edition.Strings.Text("redirect.title"),
            Href = edition.Addresses.Href(address),
            Language = edition.Strings.Language,
            NoIndex = true,
            Moved = [.. anchors.Select(anchor => Moved(edition, anchor))],
        })
        { IsListed = false, Anchors = anchors };
    }

    private static MovedView Moved(Edition edition, Forward anchor) => anchor.Entry is Comment comment ? Moved(edition, comment, anchor.From.Anchor!)
        : new(anchor.From.Anchor!, edition.Addresses.Href(anchor.To), TitleOf(edition, anchor));

    /// <param name="anchor">On the page that it left.</param>
    internal static MovedView Moved(Edition edition, Comment comment, string anchor) =>
        new(anchor, edition.Addresses.Href(comment), $"{edition.Entries.NamesOf(comment)}, {edition.Dates.Moment(comment.Date)}");

    private static string TitleOf(Edition edition, Forward forward) => forward.Entry switch
    {
        Post post => edition.Entries.TitleOf(post),
        Comment comment => edition.Strings.Text("comment.by_under", edition.Entries.NamesOf(comment), edition.Entries.TitleOf(edition.PostOf(comment))),
        _ => forward.Title!,
    };
}
