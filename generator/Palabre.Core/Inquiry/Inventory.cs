using System.Globalization;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Rendering;
using Palabre.Site;

namespace Palabre.Inquiry;

/// <summary>What <c>list</c> can list.</summary>
public enum InventoryKind
{
    Posts,
    Comments,
    Drafts,
    Future,

    /// <summary>Comments without a post, and replies to what is not there.</summary>
    Orphans,

    /// <summary>What waits for an editor.</summary>
    Pending,

    Removed,

    /// <summary>All that was read and is not published, and why.</summary>
    Withheld,

    Themes,
    Authors,
    Addresses,
}

/// <summary>What is in an archive, as tables: posts in the order of time, comments post by post, all else by time or by name.</summary>
public static class Inventory
{
    public static Table Of(SiteBuild build, InventoryKind kind)
    {
        var edition = build.Edition;
        return kind switch
        {
            InventoryKind.Posts => Posts(edition),
            InventoryKind.Comments => Comments(edition),
            InventoryKind.Drafts => Withheld(edition, w => w.Reason == WithheldReason.Draft),
            InventoryKind.Future => Withheld(edition, w => w.Reason == WithheldReason.Future),
            InventoryKind.Pending => Withheld(edition, w => w.Reason == WithheldReason.Pending),
            InventoryKind.Withheld => Withheld(edition, _ => true),
            InventoryKind.Orphans => Orphans(edition),
            InventoryKind.Removed => Removed(edition),
            InventoryKind.Themes => Themes(edition),
            InventoryKind.Authors => Authors(edition),
            InventoryKind.Addresses => Addresses(build),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    private static Table Posts(Edition edition) => new(
        ["date", "id", "title", "authors", "themes", "comments", "address", "file"],
        [.. edition.Archive.Posts.Select(post => (IReadOnlyList<string>)
        [
            Dated.Short(post.Date), post.Id, post.Title, Names(post), string.Join(", ", post.Themes),
            Number(edition.CommentsOf(post).Count), edition.Addresses.Href(post), post.Source.File,
        ])]);

    private static Table Comments(Edition edition) => new(
        ["date", "id", "post", "author", "answers", "address", "file"],
        [.. edition.Archive.Comments.SelectMany(c => c).Select(comment => (IReadOnlyList<string>)
        [
            Dated.Short(comment.Date), comment.Id, comment.PostId, Names(comment), comment.ReplyTo?.Text ?? "",
            edition.Addresses.Href(comment), Place(comment),
        ])]);

    private static Table Withheld(Edition edition, Func<Withheld, bool> isMeant) => new(
        ["date", "id", "post", "author", "reason", "file"],
        [.. edition.Archive.Withheld.Where(isMeant).OrderBy(w => w.Entry.Date).ThenBy(w => w.Entry.Source.File, StringComparer.Ordinal)
            .ThenBy(w => w.Entry.Source.Line).Select(w => (IReadOnlyList<string>)
        [
            Dated.Short(w.Reason == WithheldReason.Future ? w.Entry.Due : w.Entry.Date), w.Entry.Id, (w.Entry as Comment)?.PostId ?? "", Names(w.Entry), Reasons.Name(w.Reason), Place(w.Entry),
        ])]);

    private static Table Orphans(Edition edition)
    {
        var rows = new List<(EntryDate Date, IReadOnlyList<string> Row)>();
        foreach (var (entry, reason) in edition.Archive.Withheld)
            if (reason == WithheldReason.NoPost) Add(entry, "its post", SitePaths.Folder(entry.Source.File));
        foreach (var discussion in edition.Threads.Discussions)
        {
            for (var i = 0; i < discussion.Turns.Count; i++)
                if (discussion.MissingAt(i) is { } named) Add(discussion.Turns[i].Entry!, "what it answers", named);
        }

        return new(["date", "id", "post", "author", "missing", "named", "file"],
            [.. rows.OrderBy(r => r.Date).ThenBy(r => r.Row[1], StringComparer.Ordinal).Select(r => r.Row)]);

        void Add(Entry entry, string missing, string named) => rows.Add((entry.Date,
            [Dated.Short(entry.Date), entry.Id, (entry as Comment)?.PostId ?? "", Names(entry), missing, named, Place(entry)]));
    }

    private static Table Removed(Edition edition) => new(
        ["date", "id", "post", "status", "removedOn", "reason", "address", "file"],
        [.. edition.Archive.Posts.SelectMany(post => edition.CommentsOf(post).Prepend<Entry>(post))
            .Where(entry => entry.Removal is not null).Select(entry => (IReadOnlyList<string>)
        [
            Dated.Short(entry.Date), entry.Id, (entry as Comment)?.PostId ?? "", entry.Status == Status.Redacted ? "redacted" : "removed",
            entry.Removal?.On is { } on ? Dated.Short(on) : "", entry.Removal?.Reason ?? "", edition.Addresses.Href(entry), Place(entry),
        ])]);

    private static Table Themes(Edition edition)
    {
        var posts = edition.Archive.Posts.SelectMany(edition.Listings.ThemeBook.Of).CountBy(theme => theme.Key, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        return new(
            ["key", "title", "posts", "entries", "parent", "described", "address", "file"],
            [.. edition.Listings.Themes.Select(listing => (IReadOnlyList<string>)
            [
                listing.Theme.Key, listing.Theme.Title, Number(posts.GetValueOrDefault(listing.Theme.Key)), Number(listing.Entries),
                listing.Theme.Parent ?? "", listing.Theme.IsDescribed ? "yes" : "no",
                edition.Addresses.Href(edition.Addresses.Theme(listing.Theme)), listing.Theme.Source.File,
            ])]);
    }

    private static Table Authors(Edition edition) => new(
        ["key", "name", "aliases", "posts", "comments", "described", "address", "file"],
        [.. edition.Listings.Authors.Select(listing => (IReadOnlyList<string>)
        [
            listing.Author.Key, listing.Author.Name, string.Join(", ", listing.Author.Aliases), Number(listing.Posts),
            Number(listing.Entries.Count - listing.Posts), listing.Author.IsDescribed ? "yes" : "no",
            edition.Addresses.Href(edition.Addresses.Author(listing.Author)), listing.Author.Source.File,
        ])]);

    private static Table Addresses(SiteBuild build) => new(
        ["address", "file"],
        [.. build.Pages.Select(page => (Address: build.Edition.Addresses.Href(page.Address), page.Source.File))
            .Concat(build.Archive.Comments.SelectMany(c => c).Select(c => (Address: build.Edition.Addresses.Href(c), File: Place(c))))
            .Concat(build.Places.All.Select(p => (Address: build.Edition.Addresses.Href(p.Key), File: p.Value)))
            .DistinctBy(row => row.Address)
            .OrderBy(row => row.Address, StringComparer.Ordinal)
            .Select(row => (IReadOnlyList<string>)[row.Address, row.File])]);

    private static string Names(Entry entry) => string.Join(", ", entry.Authors);

    /// <summary>The file, and the line where it holds several.</summary>
    private static string Place(Entry entry) => entry.Source.Line > 1 ? $"{entry.Source.File}:{Number(entry.Source.Line)}" : entry.Source.File;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
