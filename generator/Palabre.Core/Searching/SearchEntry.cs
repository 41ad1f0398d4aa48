using Palabre.Model;
using Palabre.Rendering;

namespace Palabre.Searching;

/// <summary>One entry as it is searched, in the order of its number.</summary>
/// <param name="Post">The post itself, or the post that a comment stands under.</param>
internal readonly record struct SearchEntry(Entry Entry, Post Post)
{
    /// <summary>
    /// Every entry that has a text, by the day that readers see, then the instant, then post and id (<see cref="EntryIdOrder"/>). An entry's
    /// number is its place in this order: a younger one never changes the number of an older.
    /// </summary>
    internal static SearchEntry[] AllOf(Edition edition)
    {
        var all = new List<SearchEntry>(edition.Archive.EntryCount);
        foreach (var post in edition.Archive.Posts)
        {
            if (post.HasText) all.Add(new(post, post));
            foreach (var comment in edition.CommentsOf(post))
                if (comment.HasText) all.Add(new(comment, post));
        }

        var entries = all.ToArray();
        Array.Sort(entries, Compare);
        return entries;
    }

    /// <summary>What the entry says. Its weight is 1.</summary>
    internal string Text(Edition edition) => EntryTexts.Prose(Entry) ?? VisibleText.Of(edition.Texts.Text(Entry));

    /// <summary>What counts more or less than that: each text with its weight.</summary>
    internal IEnumerable<(string Text, int Weight)> Heads(Edition edition) =>
        Entry.Authors.Select(name => (edition.Entries.NameOf(name), 4)).Concat(PostHeads(edition));

    /// <summary>Of <see cref="Heads"/>, those that a post alone has.</summary>
    internal IEnumerable<(string Text, int Weight)> PostHeads(Edition edition)
    {
        if (Entry is not Post post) yield break;
        yield return (post.Title, 5);
        foreach (var theme in edition.Listings.ThemeBook.Of(post)) yield return (theme.Title, 2);
        if (post.Relayed is not { } relayed) yield break;
        yield return ($"{relayed.By} {relayed.From}", 1);
    }

    /// <summary>The names that <c>author:</c> finds one of its authors by.</summary>
    /// <param name="written">The name as written.</param>
    internal static IEnumerable<string> Authors(Edition edition, string written) =>
        edition.Listings.AuthorBook.Find(written) is { } author ? [.. author.Aliases, author.Name, written] : [written];

    /// <summary>The names that <c>theme:</c> finds it by: a comment's are those of its post.</summary>
    internal IEnumerable<string> Themes(Edition edition) => !Post.HasText ? [] : edition.Listings.ThemeBook.Of(Post)
        .SelectMany(theme => theme.Aliases.Append(theme.Title).Append(theme.Key));

    private static int Compare(SearchEntry a, SearchEntry b)
    {
        var order = a.Entry.Date.Day.CompareTo(b.Entry.Date.Day);
        if (order == 0) order = a.Entry.Date.CompareTo(b.Entry.Date);
        if (order == 0) order = EntryIdOrder.Instance.Compare(a.Post.Id, b.Post.Id);
        if (order == 0) order = (a.Entry is Comment).CompareTo(b.Entry is Comment);
        return order != 0 ? order : EntryIdOrder.Instance.Compare(a.Entry.Id, b.Entry.Id);
    }
}
