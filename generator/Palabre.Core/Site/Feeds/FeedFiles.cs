using Palabre.Addressing;
using Palabre.Rendering;

namespace Palabre.Site;

/// <summary>The files of all feeds. Without a base address there is none: what a feed links to has to be whole addresses.</summary>
internal static class FeedFiles
{
    internal static IEnumerable<(Claim Claim, OutputFile File)> Of(Edition edition)
    {
        if (edition.Settings.Origin is null) yield break;
        var texts = new FeedTexts(edition, new(edition.Threads));
        var (atom, json) = (new AtomFeed(edition, texts), new JsonFeed(edition, texts));
        foreach (var feed in FeedPlan.Make(edition))
        {
            yield return (new(feed.Address, feed.Source), new RenderedFile(feed.Address.File, output => atom.Write(feed.Feed, output))
            {
                Discussion = feed.Discussion,
                When = feed.Discussion is null ? null : () => feed.Feed.Entries[0].Date,
                MadeOf = made => feed.MadeOf(made, all => all.Latest),
            });
            for (var number = 1; number <= feed.Archives; number++)
            {
                var (n, address) = (number, AddressBook.FeedArchive(feed.Address, number));
                yield return (new(address, feed.Source), new RenderedFile(address.File, output => atom.WriteArchive(feed.Feed, n, output))
                {
                    Discussion = feed.Discussion,
                    When = () => feed.Feed.Entries[(n * Feed.Size) - 1].Date,
                    MadeOf = made => feed.MadeOf(made, all => all.Archive(n)),
                });
            }

            if (feed.Json is { } other)
                yield return (new(other, feed.Source), new RenderedFile(other.File, output => json.Write(feed.Feed, output)) { MadeOf = made => feed.MadeOf(made, all => all.Latest) });
        }
    }
}
