using System.Collections.Concurrent;
using Palabre.Addressing;
using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Rendering.Views;

namespace Palabre.Rendering;

/// <summary>Makes the views of entries. Safe for threads.</summary>
internal sealed class EntryViewMaker(Edition edition)
{
    // By name as written: people write more than once.
    private readonly ConcurrentDictionary<string, AuthorView> known = new(StringComparer.Ordinal);

    // The two orders of a page, made one after the other, show the same. What is kept for more than a page costs the collector more than it saves.
    private readonly Recent<ShownEntry> views = new(1 << 6, 1 << 6, _ => 1);

    /// <summary>The entry with its whole text.</summary>
    /// <param name="anchor">Its name on the page.</param>
    internal EntryView Whole(Entry entry, string anchor, List<Diagnostic> diagnostics)
    {
        var own = Anchor.OnOwnPage(entry);
        var shown = anchor == own ? views.Of(entry, this, static (one, maker) => maker.Shown(one, Anchor.OnOwnPage(one))) : Shown(entry, anchor);
        diagnostics.AddRange(shown.Diagnostics);
        if (entry is Post { Summary: { } summary, HasText: true } post) diagnostics.AddRange(edition.Places.Of(summary.Source, summary.Text, edition.Texts.SummaryOf(post).Diagnostics));
        return shown.View;
    }

    private ShownEntry Shown(Entry entry, string anchor)
    {
        var own = Anchor.OnOwnPage(entry);
        // Where no name stands within it, a text is the same under any anchor.
        var body = edition.Texts.Own(entry) is var text && (anchor == own || !text.Html.ToString().Contains(BodyIds.Within(own), StringComparison.Ordinal))
            ? text : edition.Texts.Rendered(entry, anchor);
        return new(View(entry, anchor, body.Html, isWhole: true), body.Diagnostics);
    }

    /// <summary>What stands in the place of a text that was taken down, in words.</summary>
    internal string Removed(Removal removal) =>
        (removal.On is { } on ? edition.Strings.Text("entry.removed_on", edition.Dates.Short(on.Day)) : edition.Strings.Text("entry.removed"))
        + (removal.Reason is { } reason ? " " + edition.Strings.Text("entry.removed_because", reason) : "");

    /// <summary>A post with its summary for a text.</summary>
    internal PostSummaryView Summary(Post post)
    {
        var html = post.HasText ? edition.Texts.SummaryOf(post).Html : Html.None;
        var hasMore = post.HasText && (post.Summary is not null || !IsOneParagraph(post));
        return new(View(post, Anchor.OnSharedPage(post), html, isWhole: false), hasMore);
    }

    internal EntryLinkView Link(Entry entry) => new(
        NamesOf(entry), edition.Addresses.Href(entry), entry is Post post ? TitleOf(post) : null, DateOf(entry.Date))
    {
        Language = entry is Post ? LanguageOf(entry) : null,
    };

    private IReadOnlyList<EntryLinkView> Links(IReadOnlyList<Entry> entries) => entries.Count == 0 ? [] : [.. entries.Select(Link)];

    internal CommentSummaryView CommentSummary(Comment comment)
    {
        var post = edition.PostOf(comment);
        // In a list, what stands in the place of a text says so without the reason.
        var words = comment.HasText ? edition.Texts.Words(comment, 200) : edition.Strings.Text("entry.removed");
        return new(Link(comment), words, comment.HasText ? LanguageOf(comment) : null, new(TitleOf(post), edition.Addresses.Href(post), LanguageOf(post)))
        {
            Direction = comment.HasText ? OtherDirectionOf(comment, words) : null,
        };
    }

    /// <summary>That of its opening words, where it is not the site's.</summary>
    internal string? OtherDirectionOf(Entry entry, string words) => entry.Language is { } language
        ? Direction.Of(language, within: edition.Settings.Language) : Direction.OfWords(words, within: edition.Settings.Language);

    internal string TitleOf(Post post) => post.HasText
        ? Typography.Apply(post.Title, post.Language ?? edition.Settings.Language)
        : edition.Strings.Text("entry.removed_title");

    internal DateView DateOf(EntryDate date) =>
        new(DateWords.Iso(date), edition.Dates.Long(date.Day), edition.Dates.Short(date.Day), edition.Dates.Moment(date));

    internal AuthorView ViewOf(Author author, string? name = null) => new(
        name ?? author.Name,
        author.IsListed ? edition.Addresses.Href(edition.Addresses.Author(author)) : null,
        author.Url,
        PictureOf(author.Avatar?.Text));

    /// <summary>Null where there is none: a picture that cannot be shown is told of, and left out.</summary>
    private string? PictureOf(string? avatar) => avatar is not null && edition.Links.IsMedia(avatar) ? edition.Addresses.Href(AddressBook.Media(avatar)) : null;

    /// <summary>The entry's language where it is not that of the look's words: the site's, but for one that the look does not speak.</summary>
    internal string? LanguageOf(Entry entry) =>
        (entry.Language ?? edition.Settings.Language) is var language && !language.Equals(edition.Strings.Language, StringComparison.OrdinalIgnoreCase) ? language : null;

    internal IReadOnlyList<LinkView> ThemesOf(Post post) => [.. edition.Listings.ThemeBook.Of(post)
        .Select(theme => new LinkView(edition.Typeset(theme.Title), edition.Addresses.Href(edition.Addresses.Theme(theme))))];

    /// <summary>The names of an entry's authors, in one text.</summary>
    internal string NamesOf(Entry entry) => entry.Authors.Count switch
    {
        0 => edition.Strings.Text("entry.anonymous"),
        1 => NameOf(entry.Authors[0]),
        _ => edition.Listed(entry.Authors.Select(NameOf)),
    };

    /// <summary>A name as readers see it: of who wrote the key of an author's file, the author's.</summary>
    internal string NameOf(string written) => Named(written).Name;

    private AuthorView Named(string written) => known.GetOrAdd(written, static (name, maker) => maker.ViewOf(name), this);

    private AuthorView ViewOf(string written) => edition.Listings.AuthorBook.Find(written) is not { } author ? new(written, null, null, null)
        : ViewOf(author, author.IsDescribed && Slug.From(written) == author.Key ? author.Name : written);

    /// <summary>An entry with its whole text, and what is wrong with that.</summary>
    private readonly record struct ShownEntry(EntryView View, IReadOnlyList<Diagnostic> Diagnostics);

    /// <param name="isWhole">It stands with all of its text, and what belongs to that.</param>
    private EntryView View(Entry entry, string anchor, Html html, bool isWhole)
    {
        var post = entry as Post;
        var language = LanguageOf(entry);
        var direction = Direction.Of(entry.Language, within: edition.Settings.Language);
        return new()
        {
            Kind = post is null ? "comment" : "post",
            Id = entry.Id,
            Anchor = anchor,
            Href = edition.Addresses.Href(entry),
            Title = post is null ? null : TitleOf(post),
            Authors = AuthorsOf(entry),
            Date = DateOf(entry.Date),
            Updated = entry.Updated is { } updated ? DateOf(updated) : null,
            Html = html,
            Language = language,
            Direction = direction,
            TextDirection = edition.Texts.OtherDirectionOf(entry, html),
            Removal = entry.Removal is { } removal ? new(removal.Reason, removal.On is { } on ? DateOf(on) : null) : null,
            Themes = post is null ? [] : ThemesOf(post),
            Relayed = post?.Relayed is { } relayed
                ? new(relayed.By, relayed.From, relayed.Url, relayed.Date is { } said ? DateOf(said) : null) : null,
            Parallel = post is null ? [] : [.. post.Parallel.Select(p => new ParallelView(p.Title, p.Url, p.Site, p.Language))],
            Image = post?.Image is { } image && edition.Links.Picture(image.Text, post.Source.File, post) is { } picture
                ? edition.Addresses.Href(picture.Address) : null,
            Comments = post is null ? 0 : edition.Listings.CommentsOf(post),
            Commenting = post?.Comments.ToString().ToLowerInvariant(),
            Extra = entry.Extra,
            Former = isWhole && anchor == Anchor.OnOwnPage(entry) ? edition.Forwarding.FormerAnchors(entry) : [],
            Cites = isWhole ? Links([.. edition.Quotations.In(entry).Select(quotation => quotation.Source).Distinct<Entry>(ReferenceEqualityComparer.Instance)]) : [],
            CitedBy = isWhole ? Links(edition.Quotations.Of(entry)) : [],
            AnswerHref = isWhole && entry.HasText ? edition.Answers.HrefFor(entry) : null,
            Reference = isWhole && post is { HasText: true } ? References.Of(post, edition) : null,
        };
    }

    internal IReadOnlyList<AuthorView> AuthorsOf(Entry entry)
    {
        var views = new AuthorView[entry.Authors.Count];
        for (var i = 0; i < views.Length; i++)
        {
            views[i] = Named(entry.Authors[i]);
            if (entry is not Comment comment) continue;
            if (comment.Url is { } url) views[i] = views[i] with { Url = url };
            if (PictureOf(comment.Avatar?.Text) is { } avatar) views[i] = views[i] with { Avatar = avatar };
        }

        return views;
    }

    /// <summary>
    /// Whether the summary leaves nothing out: the text is a single paragraph, with no picture or footnote. Every line
    /// begins as prose does, for a mark could begin a list, a heading or a quotation. In doubt it is not: "read more"
    /// then leads to the same words, and none is missed.
    /// </summary>
    private static bool IsOneParagraph(Post post)
    {
        if (post.Format != BodyFormat.Markdown || post.Body.Contains("!["u8) || post.Body.Contains("[^"u8) || post.Body.Contains("<!--"u8)) return false;
        using var text = new LentText(post.Body.Bytes);
        return BeginsAsProse(text.Chars.Trim());
    }

    private static bool BeginsAsProse(ReadOnlySpan<char> text)
    {
        foreach (var line in new TextLines(text))
            if (line.IsEmpty || !(char.IsLetter(line[0]) || line[0] is '«' or '“' or '"' or '(' or '[' or '…')) return false;
        return true;
    }
}
