using System.Text.Json;
using Palabre.Rendering.Views;

namespace Palabre.Rendering;

/// <summary>How much of the texts of a posting and its comments a page gives to machines: what it shows, and once in full.</summary>
internal enum PostingText
{
    /// <summary>The page is where they have their canonical place.</summary>
    Whole,

    /// <summary>The comments have theirs here; the posting stands on its own page.</summary>
    Elsewhere,

    /// <summary>All have theirs elsewhere: their opening words.</summary>
    Opening,
}

/// <summary>A post with what answers it, as <c>DiscussionForumPosting</c> and a tree of <c>Comment</c>.</summary>
/// <param name="origin">Before the path of an address.</param>
/// <param name="language">Of entries that have none of their own.</param>
internal sealed class EntryData(string origin, string language)
{
    /// <summary>
    /// Comments nest this deep; those below stand in the posting's own list, and name what they answer. Readers of JSON
    /// bound its depth, 64 being the least that is common: a comment takes two, and what it holds a few more.
    /// </summary>
    internal const int DeepestNesting = 28;

    [ThreadStatic]
    private static Utf8Buffer? idle;

    private const int OpeningLength = 200; // as much as search engines show of a comment

    /// <summary>The whole address; null of what has none.</summary>
    internal string? Url(string? href) => href is ['/', ..] ? origin + href : href;

    /// <summary>Writes <c>mainEntity</c>.</summary>
    /// <param name="turns">What answers the posting, in the order of a walk through the replies. Depths may begin at any number.</param>
    internal void Posting(Utf8JsonWriter json, EntryView posting, IReadOnlyList<TurnView> turns, PostingText text)
    {
        json.WriteStartObject("mainEntity");
        Fields(json, posting, posting.Answers?.Href, posting.Answers is not null, text == PostingText.Elsewhere ? 0 : LimitOf(text));
        json.WriteNumber("commentCount", posting.Comments);
        json.Begin("interactionStatistic", "InteractionCounter");
        json.WriteString("interactionType", "https://schema.org/CommentAction");
        json.WriteNumber("userInteractionCount", posting.Comments);
        json.WriteEndObject();
        Comments(json, posting, turns, LimitOf(text));
        json.WriteEndObject();
    }

    private static int LimitOf(PostingText text) => text == PostingText.Opening ? OpeningLength : int.MaxValue;

    /// <summary>The list <c>comment</c>, as a tree as far as that goes; in one walk, without recursion.</summary>
    private void Comments(Utf8JsonWriter json, EntryView posting, IReadOnlyList<TurnView> turns, int limit)
    {
        if (turns.All(turn => turn.Entry is null)) return;
        var places = Places(turns);
        var deeper = new List<int>();
        var hasReplies = new bool[DeepestNesting + 1]; // by nesting: the list of replies is open
        var open = 0; // the posting is 0
        for (var i = 0; i < turns.Count; i++)
        {
            if (turns[i].Entry is not { } entry) continue;
            var nesting = places[i].Nesting;
            if (nesting > DeepestNesting)
            {
                deeper.Add(i);
                continue;
            }

            for (; open >= nesting; open--) Close(json, hasReplies, open);
            if (!hasReplies[open]) json.WriteStartArray("comment");
            hasReplies[open] = true;
            json.WriteStartObject();
            Fields(json, entry, entry.Elsewhere?.Href, isAnswer: true, limit);
            open = nesting;
        }

        for (; open > 0; open--) Close(json, hasReplies, open);
        foreach (var i in deeper)
        {
            json.WriteStartObject();
            Fields(json, turns[i].Entry!, (places[i].Answered is { } answered ? turns[answered].Entry! : posting).Href, isAnswer: true, limit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Close(Utf8JsonWriter json, bool[] hasReplies, int nesting)
    {
        if (hasReplies[nesting]) json.WriteEndArray();
        hasReplies[nesting] = false;
        json.WriteEndObject();
    }

    /// <summary>
    /// By turn: how deep it nests, 1 answering the posting, and the turn it answers, null for the posting. A placeholder
    /// is no entry: what answers one stands where it does.
    /// </summary>
    private static (int Nesting, int? Answered)[] Places(IReadOnlyList<TurnView> turns)
    {
        var places = new (int Nesting, int? Answered)[turns.Count];
        var above = new Stack<int>(); // the turns on the way down to this one
        for (var i = 0; i < turns.Count; i++)
        {
            while (above.TryPeek(out var last) && turns[last].Depth >= turns[i].Depth) above.Pop();
            places[i] = !above.TryPeek(out var answered) ? (1, null)
                : turns[answered].Entry is null ? places[answered]
                : (places[answered].Nesting + 1, answered);
            above.Push(i);
        }

        return places;
    }

    /// <summary>The properties of an entry; the caller ends the object.</summary>
    /// <param name="answered">The address of what it answers, where nesting does not say it.</param>
    /// <param name="limit">Of the text, in UTF-16 units; 0: none.</param>
    private void Fields(Utf8JsonWriter json, EntryView entry, string? answered, bool isAnswer, int limit)
    {
        Types(json, entry, isAnswer);
        json.WriteString("@id", Url(entry.Href));
        if (entry.Title is not null) json.WriteString("url", Url(entry.Href)); // a comment's would say its @id again
        json.Text("headline", entry.Title);
        Authors(json, entry.Authors);
        json.WriteString("datePublished", entry.Date.Iso);
        json.Text("dateModified", entry.Updated?.Iso);
        json.WriteString("inLanguage", entry.Language ?? language);
        if (answered is not null) json.Reference("parentItem", Url(answered)!);
        if (entry.Removal is not null)
        {
            json.WriteString("creativeWorkStatus", "Deleted");
            return;
        }

        if (limit > 0) Words(json, entry.Html, limit);
        json.Text("image", Url(entry.Image));
        About(json, entry.Themes);
        Relayed(json, entry.Relayed);
        Citations(json, entry.Cites);
    }

    private static void Words(Utf8JsonWriter json, Html html, int limit)
    {
        var text = idle ??= new(4 << 10);
        text.Clear();
        if (limit == int.MaxValue && ParagraphText.TryAppend(html.Utf8, text)) json.WriteString("text", text.Written);
        else json.Text("text", MarkupText.Of(html, limit));
    }

    /// <summary>A post that answers an entry is both: schema.org gives <c>parentItem</c>, and a place in <c>comment</c>, to comments alone.</summary>
    private static void Types(Utf8JsonWriter json, EntryView entry, bool isAnswer)
    {
        const string posting = "DiscussionForumPosting", comment = "Comment";
        if (entry.Title is null || !isAnswer)
        {
            json.Type(entry.Title is null ? comment : posting);
            return;
        }

        json.WriteStartArray("@type");
        json.WriteStringValue(posting);
        json.WriteStringValue(comment);
        json.WriteEndArray();
    }

    /// <summary>
    /// Those who are named. Their address is their page here: what a visitor wrote as theirs is a link that search
    /// engines are asked not to follow, and data has no way to ask that.
    /// </summary>
    private void Authors(Utf8JsonWriter json, IReadOnlyList<AuthorView> authors)
    {
        if (authors.Count == 0) return;
        if (authors.Count > 1) json.WriteStartArray("author");
        foreach (var author in authors)
        {
            if (authors.Count > 1) json.Begin("Person");
            else json.Begin("author", "Person");
            json.Text("name", author.Name);
            json.Text("url", Url(author.Href));
            json.WriteEndObject();
        }

        if (authors.Count > 1) json.WriteEndArray();
    }

    private void About(Utf8JsonWriter json, IReadOnlyList<LinkView> themes)
    {
        if (themes.Count == 0) return;
        json.WriteStartArray("about");
        foreach (var theme in themes)
        {
            json.Begin("DefinedTerm");
            json.Text("name", theme.Text);
            json.Text("url", Url(theme.Href));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Words of somebody else that the entry passes on.</summary>
    private static void Relayed(Utf8JsonWriter json, RelayedView? relayed)
    {
        if (relayed is null) return;
        json.Begin("sharedContent", "CreativeWork");
        json.Text("name", relayed.From);
        json.Text("url", relayed.Url);
        if (!string.IsNullOrEmpty(relayed.By))
        {
            json.Begin("author", "Person");
            json.Text("name", relayed.By);
            json.WriteEndObject();
        }

        json.Text("datePublished", relayed.Date?.Iso);
        json.WriteEndObject();
    }

    /// <summary>The entries that it quotes word for word.</summary>
    private void Citations(Utf8JsonWriter json, IReadOnlyList<EntryLinkView> cited)
    {
        if (cited.Count == 0) return;
        json.WriteStartArray("citation");
        foreach (var entry in cited)
        {
            json.WriteStartObject();
            json.WriteString("@id", Url(entry.Href));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
