using System.Collections.Concurrent;
using Palabre.Addressing;
using Palabre.Rendering;

namespace Palabre.Site;

/// <summary>A file of a feed.</summary>
/// <param name="Number">0: its own; else that of an archive.</param>
internal readonly record struct FeedFile(PlannedFeed Feed, Address Address, int Number, bool IsJson)
{
    internal Claim Claim => new(Address, Feed.Source);
}

/// <summary>The files of all feeds. Without a base address there is none: what a feed links to has to be whole addresses.</summary>
internal sealed class FeedFiles
{
    private readonly Edition edition;
    private readonly FeedPlan? plan;
    private readonly Lazy<(AtomFeed Atom, JsonFeed Json)> writers;
    private readonly ConcurrentDictionary<PlannedFeed, Lazy<Feed>> made = new(ReferenceEqualityComparer.Instance);

    /// <param name="before">Of an earlier edition: feeds about what is the very same are taken from it.</param>
    internal FeedFiles(Edition edition, FeedFiles? before)
    {
        this.edition = edition;
        writers = new(() =>
        {
            var texts = new FeedTexts(edition, new(edition.Threads));
            return (new(edition, texts), new(edition, texts));
        });
        if (edition.Settings.Origin is null) return;
        plan = new(edition, before?.plan);
        var all = new List<FeedFile>(2 * plan.All.Count);
        foreach (var feed in plan.All)
        {
            all.Add(new(feed, feed.Address, 0, IsJson: false));
            for (var number = 1; number <= feed.Archives; number++) all.Add(new(feed, AddressBook.FeedArchive(feed.Address, number), number, IsJson: false));
            if (feed.Json is { } other) all.Add(new(feed, other, 0, IsJson: true));
        }

        All = all;
    }

    internal IReadOnlyList<FeedFile> All { get; } = [];

    internal OutputFile Of(FeedFile file) => file switch
    {
        { IsJson: true } => new RenderedFile(file.Address.File, output => writers.Value.Json.Write(FeedOf(file), output)) { MadeOf = made => MadeOf(file, made) },
        { Number: 0 } => new RenderedFile(file.Address.File, output => writers.Value.Atom.Write(FeedOf(file), output))
        {
            Discussion = file.Feed.Discussion,
            When = file.Feed.Discussion is null ? null : () => FeedOf(file).Entries[0].Date,
            MadeOf = made => MadeOf(file, made),
        },
        _ => new RenderedFile(file.Address.File, output => writers.Value.Atom.WriteArchive(FeedOf(file), file.Number, output))
        {
            Discussion = file.Feed.Discussion,
            When = () => FeedOf(file).Entries[(file.Number * Feed.Size) - 1].Date,
            MadeOf = made => MadeOf(file, made),
        },
    };

    private Feed FeedOf(FeedFile file) => made.GetOrAdd(file.Feed, planned => new(() => planned.Make(edition, planned))).Value;

    /// <summary>What a file is made of. One discussion says by itself which of its entries the files hold.</summary>
    private void MadeOf(FeedFile file, Ingredients ingredients)
    {
        if (file.Feed.Discussion is { } discussion) ingredients.Add(discussion);
        else FeedOf(file).MadeOf(ingredients, file.Number == 0 ? FeedOf(file).Latest : FeedOf(file).Archive(file.Number));
    }
}
