using System.Collections.Concurrent;
using System.Globalization;
using Palabre.Addressing;
using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Rendering.Views;

namespace Palabre.Rendering;

/// <summary>Makes the views of entries. Safe for threads.</summary>
internal sealed class EntryViewMaker(Edition edition)
{
    // The page's own heading is the first, that of its comments the second, that of a comment the third.
    private const int PostHeadings = 2, CommentHeadings = 4;

    // What stands within words and is no letter of them: a quotation mark after one may be taken for another.
    private static readonly SpecialChars Unseen = new(Enumerable.Range('\u0080', char.MaxValue + 1 - '\u0080').Select(i => (char)i).Where(c =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.Surrogate
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.OtherNotAssigned));

    // By name as written: people write more than once.
    private readonly ConcurrentDictionary<string, AuthorView> known = new(StringComparer.Ordinal);

    // The two orders of a page, made one after the other, show the same. What is kept for more than a page costs the collector more than it saves.
    private readonly Recent<ShownEntry> views = new(1 << 6, 1 << 6, _ => 1);

    // A page and the feed of its discussion come one after the other, too, and lists of that time.
    private readonly Recent<RenderedBody> bodies = new(1 << 9, 1 << 18, body => body.Html.Length);

    // Plain prose, half of what people write, is none of them: to render it takes less than the room to keep it is worth.
    private readonly RecentTexts recent = new(edition.Archive.EntryCount / 2);

    // A post stands in lists of days, months, themes and authors.
    private readonly RecentTexts summaries = new(edition.Archive.Posts.Count);

    /// <summary>The entry with its whole text.</summary>
    /// <param name="anchor">Its name on the page.</param>
    internal EntryView Whole(Entry entry, string anchor, List<Diagnostic> diagnostics)
    {
        var own = Anchor.OnOwnPage(entry);
        var shown = anchor == own ? views.Of(entry, this, static (one, maker) => maker.Shown(one, Anchor.OnOwnPage(one))) : Shown(entry, anchor);
        diagnostics.AddRange(shown.Diagnostics);
        if (entry is Post { Summary: { } summary, HasText: true } post) diagnostics.AddRange(edition.Places.Of(summary.Source, summary.Text, SummaryOf(post).Diagnostics));
        return shown.View;
    }

    private ShownEntry Shown(Entry entry, string anchor)
    {
        var own = Anchor.OnOwnPage(entry);
        // Where no name stands within it, a text is the same under any anchor.
        var body = Own(entry) is var text && (anchor == own || !text.Html.ToString().Contains(BodyIds.Within(own), StringComparison.Ordinal))
            ? text : Rendered(entry, anchor);
        return new(View(entry, anchor, body.Html, isWhole: true), body.Diagnostics);
    }

    /// <summary>
    /// The entry's text for readers elsewhere: never as it stands, even of a trusted post; its addresses are whole, if the
    /// site has said its own.
    /// </summary>
    internal Html Detached(Entry entry)
    {
        var html = (TrustOf(entry) == BodyTrust.TrustedPost ? Rendered(entry, Anchor.OnOwnPage(entry), BodyTrust.Post) : Own(entry)).Html;
        // The markup is our own, so that these are attributes: a quotation mark in a text is escaped.
        return edition.Settings.Origin is not { } origin || !(html.MayHold("=\"/"u8) || html.MayHold("=\"#"u8)) ? html : new(html.ToString()
            .Replace(" href=\"/", $" href=\"{origin}/", StringComparison.Ordinal)
            .Replace(" src=\"/", $" src=\"{origin}/", StringComparison.Ordinal)
            .Replace(" href=\"#", $" href=\"{edition.Addresses.Absolute(edition.Addresses.PageOf(entry))}#", StringComparison.Ordinal));
    }

    /// <summary>The text as it stands in its canonical place.</summary>
    private RenderedBody Own(Entry entry) => bodies.Of(entry, this, static (one, maker) => maker.OwnAnew(one));

    private RenderedBody OwnAnew(Entry entry) => Prose(entry) is { } prose ? Rendered(BodyOf(entry, prose, BodyIds.Within(Anchor.OnOwnPage(entry))), entry)
        : recent.Of(entry, this, static (one, maker) => maker.Rendered(one, Anchor.OnOwnPage(one)));

    private RenderedBody Rendered(Entry entry, string anchor, BodyTrust? trust = null)
    {
        var body = BodyOf(entry, BodyIds.Within(anchor));
        return Rendered(trust is null ? body : body with { Trust = trust.Value }, entry);
    }

    private RenderedBody Rendered(BodyText body, Entry entry)
    {
        var rendered = BodyRenderer.Render(body, Resolver(entry, body.IdPrefix));
        var html = WithSources(entry, rendered.Html);
        if (body.Trust != BodyTrust.TrustedPost) html = BlockDirections.Set(html, DirectionOf(entry, html));
        return new(html, entry is Comment ? edition.Places.Of(entry.BodySource, body.Text, rendered.Diagnostics) : rendered.Diagnostics);
    }

    /// <summary>Which way its text is written: <c>ltr</c> or <c>rtl</c>.</summary>
    internal string DirectionOf(Entry entry, Html html) => OtherDirectionOf(entry, html) ?? Direction.Of(edition.Settings.Language);

    /// <summary>The same, where it is not the site's direction.</summary>
    private string? OtherDirectionOf(Entry entry, Html html) => entry.Language is { } language
        ? Direction.Of(language, within: edition.Settings.Language) : Direction.OfText(html, within: edition.Settings.Language);

    /// <summary>What stands in the place of a text that was taken down, in words.</summary>
    internal string Removed(Removal removal) =>
        (removal.On is { } on ? edition.Strings.Text("entry.removed_on", edition.Dates.Short(on.Day)) : edition.Strings.Text("entry.removed"))
        + (removal.Reason is { } reason ? " " + edition.Strings.Text("entry.removed_because", reason) : "");

    private Html WithSources(Entry entry, Html html) => QuotationMarks.Set(html, edition.Quotations.In(entry), quotation =>
        InWordsOfSite(entry, edition.Strings.Markup("entry.cited_from", LinkMarkup(quotation.Source)).ToString()));

    /// <summary>Words of the look within a text of another language.</summary>
    private string InWordsOfSite(Entry entry, string words) => LanguageOf(entry) is null ? words
        : $"<span lang=\"{HtmlText.Escape(edition.Strings.Language)}\" dir=\"{Direction.Of(edition.Strings.Language)}\">{words}</span>";

    /// <summary>A post with its summary for a text.</summary>
    internal PostSummaryView Summary(Post post)
    {
        var html = post.HasText ? SummaryOf(post).Html : Html.None;
        var hasMore = post.HasText && (post.Summary is not null || !IsOneParagraph(post));
        return new(View(post, Anchor.OnSharedPage(post), html, isWhole: false), hasMore);
    }

    private RenderedBody SummaryOf(Post post) => summaries.Of(post, this, static (one, maker) => maker.Summarised((Post)one));

    // What is wrong with it is told where the whole text stands.
    private RenderedBody Summarised(Post post)
    {
        var body = BodyOf(post, ""); // a list holds many
        var rendered = post.Summary is { } summary
            ? BodyRenderer.Render(body with { Text = summary.Text, Source = summary.Source }, FromElsewhere(post))
            : BodyRenderer.RenderSummary(body, FromElsewhere(post));
        return body.Trust == BodyTrust.TrustedPost && post.Summary is not null ? rendered : rendered with { Html = BlockDirections.Set(rendered.Html, DirectionOf(post, rendered.Html)) };
    }

    /// <summary>The body as written, where all that rendering does to it is around its words; else null.</summary>
    internal static string? Prose(Entry entry) =>
        entry.Format == BodyFormat.Markdown && PlainParagraphs.MayBe(entry.Body) && entry.Body.ToString() is var text
        && PlainParagraphs.Is(text) && !Bidi.IsIn(text) && !Unseen.AreIn(text) ? text : null;

    /// <summary>The text as it would be alone in the world, for what reads its words: no quotation has a source, links lead nowhere.</summary>
    internal Html Text(Entry entry) => IsAlone(entry) ? Own(entry).Html : BodyRenderer.Render(BodyOf(entry, "s-"), (_, _) => new("#")).Html;

    /// <summary>Whether its words are the same whatever else there is: a picture that is missing shows its words.</summary>
    private bool IsAlone(Entry entry) => entry.Format == BodyFormat.Markdown && edition.Quotations.In(entry).Count == 0
        && !entry.Body.Contains("<"u8) && !entry.Body.Contains("!["u8);

    private Html LinkMarkup(Entry entry) =>
        new($"<a href=\"{HtmlText.Escape(edition.Addresses.Href(entry))}\">{HtmlText.Escape(NamesOf(entry))}</a>");

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
        var words = comment.HasText ? Words(comment, 200) : edition.Strings.Text("entry.removed");
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

    /// <summary>The opening words as plain text; empty where the text was removed.</summary>
    internal string Words(Entry entry, int length)
    {
        if (entry is Post { Summary: { } summary }) return BodyRenderer.PlainText(BodyOf(entry, "s-") with { Text = summary.Text }, length);
        var hasNoHtml = entry.Format == BodyFormat.Markdown && (entry is Comment || !entry.Body.Contains("<"u8));
        var prose = Prose(entry);
        if (hasNoHtml && prose is null && OpeningWords.OfMarkup(Own(entry).Html, length) is { } words) return words;
        var body = BodyOf(entry, prose ?? entry.Body.ToString(), "s-");
        // What stands below the mark is for those who read on.
        return BodyRenderer.PlainText(entry is Post && entry.Format == BodyFormat.Markdown ? body with { Text = SummaryText.BeforeMore(body.Text) } : body, length);
    }

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
            TextDirection = OtherDirectionOf(entry, html),
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

    private BodyText BodyOf(Entry entry, string prefix) => BodyOf(entry, entry.Body.ToString(), prefix);

    /// <param name="text">The entry's body.</param>
    private BodyText BodyOf(Entry entry, string text, string prefix) => new()
    {
        Text = text,
        Format = entry.Format,
        Language = entry.Language ?? edition.Settings.Language,
        Trust = TrustOf(entry),
        IdPrefix = prefix,
        Source = entry.BodySource,
        Site = edition.Settings.Whole,
        HeadingShift = HeadingLevels.Shift(text, entry.Format, entry is Comment ? CommentHeadings : PostHeadings),
    };

    private BodyTrust TrustOf(Entry entry) =>
        entry is Comment ? BodyTrust.Comment : edition.Settings.TrustPosts ? BodyTrust.TrustedPost : BodyTrust.Post;

    private ResolveLink Resolver(Entry entry, string prefix, bool isWhole = true) =>
        (url, isImage) => edition.Links.Resolve(url, entry.Source, entry, prefix, isWhole, isImage && entry is Post);

    /// <summary>For a post's words on other pages than its own: what they name within the post is there, not here.</summary>
    private ResolveLink FromElsewhere(Post post)
    {
        var own = Resolver(post, BodyIds.Within(Anchor.OnOwnPage(post)), isWhole: false);
        HashSet<string>? places = null;
        return (url, source) =>
        {
            if (url is ['#', .. var name] && edition.Links.NameInMarkup(post, name) is { } trusted) return new(edition.Addresses.Href(post) + "#" + trusted);
            var target = own(url, source);
            if (target.Url is not ['#', .. var place]) return target;
            places ??= BodyIds.In(Own(post).Html.ToString());
            if (place.Length == 0 || places.Contains(place)) return target with { Url = edition.Addresses.Href(post) + target.Url };
            // Of the text's own words that is told where the whole of it stands.
            return post.Summary is null ? new(null, null) : LinkBook.NoHeading(url);
        };
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
