using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Site;

/// <summary>What the settings change for all who linked or subscribed to the site, whatever it holds.</summary>
public static class SiteMove
{
    /// <param name="before">Of the state that is published.</param>
    public static IEnumerable<Diagnostic> Between(Settings before, Settings after)
    {
        if (before.Origin is not null && after.Origin is not null && before.BaseUrl != after.BaseUrl)
            yield return Catalogue.SiteMoves(new(SettingsReader.Path), before.BaseUrl, after.BaseUrl);
        if (before.FeedId is { } was && after.FeedId is { } isNow && was != isNow)
            yield return Catalogue.FeedIdsChange(new(SettingsReader.Path), was, isNow);
    }
}
