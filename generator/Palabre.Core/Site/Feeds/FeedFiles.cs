using System.Buffers;
using System.Collections.Concurrent;
using Palabre.Addressing;
using Palabre.Model;
using Palabre.Rendering;
using Palabre.Threading;

namespace Palabre.Site;

/// <summary>A file of a feed.</summary>
/// <param name="Number">0: its own; else that of an archive.</param>
internal readonly record struct FeedFile(PlannedFeed Feed, Address Address, int Number, bool IsJson);

/// <summary>The files of all feeds. Without a base address there is none: what a feed links to has to be whole addresses.</summary>
internal sealed class FeedFiles
{
    private readonly Edition edition;
    private readonly FeedPlan? plan;
    private readonly FeedFile[] all = [];
    private readonly Lazy<(AtomFeed Atom, JsonFeed Json)> writers;
    private readonly ConcurrentDictionary<PlannedFeed, Lazy<Feed>> made = new(ReferenceEqualityComparer.Instance);

    /// <param name="before">Of an earlier edition: feeds about what is the very same are taken from it.</param>
    internal FeedFiles(Edition edition, FeedFiles? before)
    {
        this.edition = edition;
        writers = new(() =>
        {
            var texts = new FeedTexts(edition, new(edition.DiscussionOf));
            return (new(edition, texts), new(edition, texts));
        });
        if (edition.Settings.Origin is null) return;
        plan = new(edition, before?.plan);
        (all, Claims) = Patched(plan, before) ?? FilesOf(plan);
    }

    internal IReadOnlyList<FeedFile> All => all;

    /// <summary>In step with the files. The very object of earlier ones that claimed the same.</summary>
    internal Claim[] Claims { get; } = [];

    private static (FeedFile[] All, Claim[] Claims) FilesOf(FeedPlan plan)
    {
        FeedFile[] all = [.. plan.All.SelectMany(FilesOf)];
        return (all, [.. all.Select(file => new Claim(file.Address, file.Feed.Source))]);
    }

    private static IEnumerable<FeedFile> FilesOf(PlannedFeed feed)
    {
        yield return new(feed, feed.Address, 0, IsJson: false);
        for (var number = 1; number <= feed.Archives; number++) yield return new(feed, AddressBook.FeedArchive(feed.Address, number), number, IsJson: false);
        if (feed.Json is { } other) yield return new(feed, other, 0, IsJson: true);
    }

    /// <summary>Earlier files, of which some are now of other feeds; null where places are not the same.</summary>
    private static (FeedFile[] All, Claim[] Claims)? Patched(FeedPlan plan, FeedFiles? before)
    {
        if (before?.plan is not { } then || then.All.Length != plan.All.Length) return null;
        var differences = Identity.Differences<PlannedFeed>(plan.All, then.All);
        if (!differences.TrueForAll(i => plan.All[i].HasSamePlaces(then.All[i]))) return null;
        FeedFile[] all = [.. before.all];
        var (at, next) = (0, 0);
        foreach (var i in differences)
        {
            for (; next < i; next++) at += then.All[next].FileCount;
            for (var end = at + then.All[i].FileCount; at < end; at++) all[at] = all[at] with { Feed = plan.All[i] };
            next = i + 1;
        }

        return (all, before.Claims);
    }

    internal OutputFile Of(FeedFile file) => new FileOfFeed(this, file);

    // That of one discussion, in one file, is made for that file alone: nearly all are, and nobody need hold them.
    private Feed FeedOf(FeedFile file) => file.Feed is { Discussion: not null, FileCount: 1 } ? file.Feed.Make(edition, file.Feed)
        : made.GetOrAdd(file.Feed, planned => new(() => planned.Make(edition, planned))).Value;

    /// <summary>What a file is made of. One discussion says by itself which of its entries the files hold.</summary>
    private void MadeOf(FeedFile file, Ingredients ingredients)
    {
        if (file.Feed.Discussion is { } discussion) ingredients.Add(discussion);
        else FeedOf(file).MadeOf(ingredients, file.Number == 0 ? FeedOf(file).Latest : FeedOf(file).Archive(file.Number));
    }

    private void Write(FeedFile file, IBufferWriter<byte> output)
    {
        if (file.IsJson) writers.Value.Json.Write(FeedOf(file), output);
        else if (file.Number == 0) writers.Value.Atom.Write(FeedOf(file), output);
        else writers.Value.Atom.WriteArchive(FeedOf(file), file.Number, output);
    }

    private Entry? Near(FeedFile file) => file switch
    {
        { IsJson: true } => null,
        { Number: 0 } => file.Feed.Post,
        _ => FeedOf(file).Entries[(file.Number * Feed.Size) - 1],
    };

    private sealed record FileOfFeed(FeedFiles Feeds, FeedFile File) : RenderedFile(File.Address.File)
    {
        public override Discussion? Discussion => File.IsJson ? null : File.Feed.Discussion;

        public override Entry? Near => Feeds.Near(File);

        public override Action<Ingredients> MadeOf => made => Feeds.MadeOf(File, made);

        public override void Render(IBufferWriter<byte> output) => Feeds.Write(File, output);
    }
}
