using System.Globalization;
using Palabre.Addressing;
using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>
/// The texts of entries, rendered: whole, in short, for readers elsewhere and for searches. What is made for one page is kept for those that come
/// next. Safe for threads.
/// </summary>
internal sealed class EntryTexts(Edition edition)
{
    // The page's own heading is the first, that of its comments the second, that of a comment the third.
    private const int PostHeadings = 2, CommentHeadings = 4;

    // What stands within words and is no letter of them: a quotation mark after one may be taken for another.
    private static readonly SpecialChars Unseen = new(Enumerable.Range('\u0080', char.MaxValue + 1 - '\u0080').Select(i => (char)i).Where(c =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.Surrogate
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.OtherNotAssigned));

    // A page and the feed of its discussion come one after the other, too, and lists of that time.
    private readonly Recent<RenderedBody> bodies = new(1 << 9, 1 << 18, body => body.Html.Length);

    // Plain prose, half of what people write, is none of them: to render it takes less than the room to keep it is worth.
    private readonly RecentTexts recent = new(edition.Archive.EntryCount / 2);

    // A post stands in lists of days, months, themes and authors.
    private readonly RecentTexts summaries = new(edition.Archive.Posts.Count);

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

    /// <summary>The text as it stands in its canonical place, kept while what is made next may want it.</summary>
    internal RenderedBody Own(Entry entry) => bodies.Of(entry, this, static (one, texts) => texts.OwnAnew(one));

    private RenderedBody OwnAnew(Entry entry) => Prose(entry) is { } prose ? Rendered(BodyOf(entry, prose, BodyIds.Within(Anchor.OnOwnPage(entry))), entry)
        : recent.Of(entry, this, static (one, texts) => texts.Rendered(one, Anchor.OnOwnPage(one)));

    /// <summary>The text as it stands in another place, or for other readers; never kept.</summary>
    /// <param name="anchor">Of the entry there.</param>
    internal RenderedBody Rendered(Entry entry, string anchor, BodyTrust? trust = null)
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
    internal string? OtherDirectionOf(Entry entry, Html html) => entry.Language is { } language
        ? Direction.Of(language, within: edition.Settings.Language) : Direction.OfText(html, within: edition.Settings.Language);

    private Html WithSources(Entry entry, Html html) => QuotationMarks.Set(html, edition.Quotations.In(entry), quotation =>
        InWordsOfSite(entry, edition.Strings.Markup("entry.cited_from", LinkMarkup(quotation.Source)).ToString()));

    /// <summary>Words of the look within a text of another language.</summary>
    private string InWordsOfSite(Entry entry, string words) => edition.Entries.LanguageOf(entry) is null ? words
        : $"<span lang=\"{HtmlText.Escape(edition.Strings.Language)}\" dir=\"{Direction.Of(edition.Strings.Language)}\">{words}</span>";

    /// <summary>What lists show of a post.</summary>
    internal RenderedBody SummaryOf(Post post) => summaries.Of(post, this, static (one, texts) => texts.Summarised((Post)one));

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
        new($"<a href=\"{HtmlText.Escape(edition.Addresses.Href(entry))}\">{HtmlText.Escape(edition.Entries.NamesOf(entry))}</a>");

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
        MailArchives = edition.Settings.MailArchives,
        HeadingShift = HeadingLevels.Shift(text, entry.Format, entry is Comment ? CommentHeadings : PostHeadings),
    };

    private BodyTrust TrustOf(Entry entry) =>
        entry is Comment ? BodyTrust.Comment : edition.Settings.TrustPosts ? BodyTrust.TrustedPost : BodyTrust.Post;

    private ResolveLink Resolver(Entry entry, string prefix, bool isWhole = true) =>
        (url, isImage) => edition.Links.Resolve(url, new(entry.Source, entry, prefix, isWhole), isImage && entry is Post);

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
}
