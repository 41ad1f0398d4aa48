using System.Collections;
using Palabre.Addressing;
using Palabre.Model;

namespace Palabre.Site;

/// <summary>What of an entry is another than before, in words.</summary>
internal static class EntryDifference
{
    /// <summary>Of an entry that is not published, what it answers as well.</summary>
    internal static IReadOnlyList<string> OfWithheld(Entry was, Entry now) =>
        [.. Of(was, now, null), .. was.ReplyTo?.Text == now.ReplyTo?.Text ? (string[])[] : ["what it answers"]];

    /// <param name="pairs">Null where both stand under the same post.</param>
    /// <returns>Empty where nothing is. What it answers is not looked at: that is a branch that moved.</returns>
    internal static IReadOnlyList<string> Of(Entry was, Entry now, EntryPairs? pairs)
    {
        var what = new List<string>();
        void Note(string word, bool isSame)
        {
            if (!isSame) what.Add(word);
        }

        var (post, before) = (now as Post, was as Post);
        Note("title", post?.Title == before?.Title);
        Note("text", (was.Body, was.Format, was.Removal?.Text) == (now.Body, now.Format, now.Removal?.Text));
        Note("status", was.Status == now.Status);
        Note("date", was.Date == now.Date);
        Note("author", was.Authors.SequenceEqual(now.Authors));
        Note("themes", post is null || Texts(post.Themes).SequenceEqual(Texts(before!.Themes)));
        Note("language", was.Language == now.Language);
        Note("address", post is not null
            ? (post.Id, post.Slug, post.Permalink?.Text) == (before!.Id, before.Slug, before.Permalink?.Text)
            : Anchor.Of((Comment)was) == Anchor.Of((Comment)now) && IsSamePost((Comment)was, (Comment)now, pairs));
        Note("aliases", Texts(was.Aliases).SequenceEqual(Texts(now.Aliases)));
        Note("details", Details(was).SequenceEqual(Details(now), DetailComparer.Instance));
        return what;
    }

    private static bool IsSamePost(Comment was, Comment now, EntryPairs? pairs) => pairs is null || pairs.PostIdAfter(was) == now.PostId;

    private static IEnumerable<string> Texts(IReadOnlyList<Written> written) => written.Select(w => w.Text);

    private static IEnumerable<object?> Details(Entry entry)
    {
        IEnumerable<object?> own = entry is Post post
            ? [post.Relayed, .. post.Parallel, post.Summary?.Text, post.Comments, post.Image?.Text, post.Pinned, post.PublishDate, post.Expires]
            : [((Comment)entry).Url, ((Comment)entry).Avatar?.Text];
        return [.. own, entry.Updated, entry.Origin, entry.Removal?.Reason, entry.Removal?.On, entry.Extra];
    }

    /// <summary>Values of records, and what people wrote under keys of their own.</summary>
    private sealed class DetailComparer : IEqualityComparer<object?>
    {
        internal static DetailComparer Instance { get; } = new();

        /// <summary>Recursive, over a depth that the reader of YAML has limited.</summary>
        public new bool Equals(object? one, object? other) => (one, other) switch
        {
            (IReadOnlyDictionary<string, object> a, IReadOnlyDictionary<string, object> b) =>
                a.Count == b.Count && a.All(pair => b.TryGetValue(pair.Key, out var value) && Equals(pair.Value, value)),
            (string a, string b) => a == b,
            (IEnumerable a, IEnumerable b) => a.Cast<object?>().SequenceEqual(b.Cast<object?>(), this),
            _ => object.Equals(one, other),
        };

        public int GetHashCode(object? value) => 0; // equality alone is asked for
    }
}
