using Palabre.Model;
using Palabre.Rendering;
using Palabre.Rendering.Views;

namespace Palabre.Site;

/// <summary>What feeds say of an entry, whatever their format. Every address in it is whole.</summary>
internal sealed class FeedTexts(Edition edition, ReplyBook replies)
{
    private static readonly SpecialChars Unseen = new(Enumerable.Range(0, char.MaxValue + 1).Select(i => (char)i).Where(IsUnseen));

    [ThreadStatic]
    private static Utf8Buffer? idle;

    private readonly string ids = $"tag:{edition.Settings.FeedId ?? FeedIds.Of(edition.Settings.Origin!, edition.Settings.BasePath)}:";

    /// <summary>
    /// A tag URI (RFC 4151) of what identifies the entry: neither a corrected title, slug or address nor, with the
    /// setting <c>feedId</c>, another domain makes a new entry of it.
    /// </summary>
    internal string IdOf(Entry entry) => ids + (entry is Comment comment
        ? $"{Uri.EscapeDataString(comment.PostId)}/{Uri.EscapeDataString(comment.Id)}"
        : Uri.EscapeDataString(entry.Id));

    internal string IdOf(Feed feed) => ids + feed.Name;

    internal ReplyPlace PlaceOf(Entry entry) => replies[entry];

    internal string TitleOf(Entry entry) => Plain(entry is Comment comment
        ? edition.Strings.Text("feed.comment_title", edition.Entries.NamesOf(comment), edition.Entries.TitleOf(edition.PostOf(comment)))
        : edition.Entries.TitleOf((Post)entry)) is { Length: > 0 } title ? title : entry.Date.Day.ToString("O", null);

    /// <summary>At least one; whoever has no name is anonymous, as on pages.</summary>
    internal IEnumerable<AuthorView> AuthorsOf(Entry entry)
    {
        var authors = edition.Entries.AuthorsOf(entry);
        if (authors.Count == 0) return [new(edition.Strings.Text("entry.anonymous"), null, null, null)];
        return authors.Select(author => author with
        {
            Name = Plain(author.Name) is { Length: > 0 } name ? name : edition.Strings.Text("entry.anonymous"),
            Url = author.Href is { } page ? edition.Settings.Origin + page : author.Url is { } url ? LinkAddress.Encode(url) : null,
            Avatar = author.Avatar is { } avatar ? edition.Settings.Origin + avatar : null,
        });
    }

    internal IEnumerable<Theme> ThemesOf(Entry entry) =>
        entry is Post { HasText: true } post ? edition.Listings.ThemeBook.Of(post) : [];

    /// <summary>Null where it is the feed's: the site's, whatever language the look's words are in.</summary>
    internal string? LanguageOf(Entry entry) =>
        entry.Language is { } language && !language.Equals(edition.Settings.Language, StringComparison.OrdinalIgnoreCase) ? language : null;

    /// <summary>The opening words of a post; null of a comment, which is not much longer, and of what was removed.</summary>
    internal string? SummaryOf(Entry entry) =>
        entry is Post { HasText: true } && Plain(edition.Texts.Words(entry, 300)) is { Length: > 0 } words ? words : null;

    /// <summary>
    /// What it answers, in words, since few programs show it otherwise; whose words it relays; the text, or what stands in
    /// its place.
    /// </summary>
    internal Html ContentOf(Entry entry)
    {
        var content = idle ??= new(1 << 14);
        content.Clear();
        var line = edition.Entries.LanguageOf(entry) is null ? "<p>" : $"<p lang=\"{HtmlText.Escape(edition.Strings.Language)}\">";
        if (AnswersOf(entry) is { } answers) Line(answers);
        if (entry is Post { HasText: true, Relayed: { } relayed }) Line(new(string.Join(' ', RelayedBy(relayed))));
        if (!entry.HasText)
        {
            Line(new(HtmlText.Escape(edition.Entries.Removed(entry.Removal!))));
            return new(content.Written.ToArray());
        }

        var text = edition.Texts.Detached(entry);
        var isLeftward = edition.Texts.DirectionOf(entry, text) == "rtl";
        if (content.Length == 0 && !isLeftward) return text;
        if (isLeftward) content.Append("<div dir=\"rtl\">\n"u8);
        text.WriteTo(content);
        if (isLeftward) content.Append("</div>\n"u8);
        return new(content.Written.ToArray());

        void Line(Html words)
        {
            content.Append(line);
            words.WriteTo(content);
            content.Append("</p>\n"u8);
        }
    }

    /// <summary>Text without what XML forbids, and without what a reader would not see, or see in another order than written.</summary>
    internal static string Plain(string text) => XmlOutput.Clean(
        Unseen.AreIn(text)
            ? string.Concat(text.Select(c => c is '\t' or '\n' or '\r' ? ' ' : c).Where(c => !IsUnseen(c)))
            : text).Trim();

    private static bool IsUnseen(char c) => char.IsControl(c) || Bidi.IsControl(c);

    private Html? AnswersOf(Entry entry) => replies[entry] switch
    {
        { Answered: Post post } => edition.Strings.Markup(
            "feed.answers_post", Link(edition.Addresses.Absolute(post)!, edition.Entries.TitleOf(post)), edition.Entries.NamesOf(post)),
        { Answered: { } comment } => edition.Strings.Markup(
            "feed.answers_comment", Link(edition.Addresses.Absolute(comment)!, edition.Entries.NamesOf(comment)), edition.Dates.Moment(comment.Date)),
        { Missing: { } missing } => edition.Strings.Markup("feed.answers_missing", missing),
        _ => null,
    };

    private IEnumerable<string> RelayedBy(Relayed relayed)
    {
        if (relayed.By is { } by) yield return edition.Strings.Markup("relayed.by", by).ToString();
        if (relayed.From is not null || relayed.Url is not null)
            yield return edition.Strings.Markup("relayed.from", relayed.Url is { } url ? Link(LinkAddress.Encode(url), relayed.From ?? url) : relayed.From).ToString();
        if (relayed.Date is { } date) yield return edition.Strings.Markup("relayed.on", edition.Dates.Moment(date)).ToString();
    }

    private static Html Link(string address, string text) => new($"<a href=\"{HtmlText.Escape(address)}\">{HtmlText.Escape(text)}</a>");
}
