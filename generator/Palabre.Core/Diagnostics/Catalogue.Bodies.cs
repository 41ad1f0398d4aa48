using Palabre.Model;

namespace Palabre.Diagnostics;

/// <content>What is written in posts and comments.</content>
public static partial class Catalogue
{
    private static readonly Rule AddressRefusedRule = new(
        "PAL3001", Severity.Warning, "An address that is not published",
        "Links lead to pages of the site and to addresses of http, https and mailto. Any other address, one that is broken "
        + "or one of over 2,000 characters is left out; the text of the link stays.");

    public static Diagnostic AddressRefused(SourceLocation source, string written) => AddressRefusedRule.At(
        source,
        written.Length == 0 ? "A link has no address." : $"The address {Quote(written)} is left out: it is not a valid one of http, https or mailto, nor a page of the site.",
        "Correct the address, or write it as text.");

    private static readonly Rule LinkProblemRule = new(
        "PAL3002", Severity.Warning, "A link that leads nowhere",
        "A link within the site (`post:`, `comment:`, `theme:`, a relative path, a fragment) names something that the "
        + "archive does not hold. The text of the link stays, without a link.");

    /// <param name="problem">One sentence, from whoever looked the address up.</param>
    public static Diagnostic LinkProblem(SourceLocation source, string problem, string? hint) =>
        LinkProblemRule.At(source, problem, hint);

    private static readonly Rule HtmlRemovedFromPostRule = new(
        "PAL3003", Severity.Warning, "HTML in a post that is not published",
        "Raw HTML in posts may hold the elements and attributes of prose. Others are left out, and their text stays, but for "
        + "scripts and styles. The message stands at the first. `trustPosts: true` in `site.yml` publishes the HTML of all posts as it stands; "
        + "what it loads from elsewhere, or embeds, browsers show only where the policy in `head.html` of the look allows that.");

    /// <param name="source">Of the first.</param>
    /// <param name="written">Elements (<c>&lt;script&gt;</c>) and names of attributes, one or more.</param>
    /// <param name="hasMore">They are not all.</param>
    public static Diagnostic HtmlRemovedFromPost(SourceLocation source, IEnumerable<string> written, bool hasMore) => HtmlRemovedFromPostRule.At(
        source, $"The HTML of this post is not published as written: {LeftOut(written, hasMore)}.",
        "Remove it, or set 'trustPosts: true' in site.yml if everybody who writes posts may write any HTML.");

    private static readonly Rule HtmlRemovedFromCommentRule = new(
        "PAL3004", Severity.Note, "HTML in a comment that is not published",
        "Comments in HTML may hold the elements and attributes of prose. Others are left out, and their text stays, but for "
        + "scripts and styles. The message stands at the first, and names only what does more than change the appearance.");

    /// <inheritdoc cref="HtmlRemovedFromPost"/>
    public static Diagnostic HtmlRemovedFromComment(SourceLocation source, IEnumerable<string> written, bool hasMore) => HtmlRemovedFromCommentRule.At(
        source, $"The HTML of this comment is not published as written: {LeftOut(written, hasMore)}.");

    private static string LeftOut(IEnumerable<string> written, bool hasMore)
    {
        var names = string.Join(", ", written.Select(Quote));
        return hasMore ? $"{names} and more are left out" : $"{names} {(written.Skip(1).Any() ? "are" : "is")} left out";
    }

    private static readonly Rule BodyShownAsTextRule = new(
        "PAL3005", Severity.Warning, "Markdown that is shown as text",
        "A body that is very long, nests very deeply or heaps up marks without partners would keep the build busy for minutes. "
        + "It is shown as plain text, whole, with its line ends and links.");

    /// <param name="reason">Continues «the body»: <c>is nested too deeply</c>.</param>
    /// <param name="isComment">Whose format can be said; that of a post cannot.</param>
    public static Diagnostic BodyShownAsText(SourceLocation source, string reason, bool isComment) => BodyShownAsTextRule.At(
        source, $"The body {reason}, so it is shown as plain text.",
        isComment ? "Shorten it or cut it into paragraphs, or set 'format: text' if it is not Markdown." : "Shorten it or cut it into paragraphs.");

    private static readonly Rule ImageFromElsewhereRule = new(
        "PAL3006", Severity.Warning, "An image from another site",
        "Pages load nothing from other sites, which would learn who reads them. An image from elsewhere is shown as a link to it.");

    public static Diagnostic ImageFromElsewhere(SourceLocation source, string url) => ImageFromElsewhereRule.At(
        source, $"The image {Quote(url)} is shown as a link: pages load nothing from other sites.",
        "Put a copy beside the post or in content/media/, and name that.");

    private static readonly Rule NestingFlattenedRule = new(
        "PAL3007", Severity.Warning, "Nesting that is shown flat",
        "Lists, quotations and HTML elements that stand over 100 deep are shown as if they stood at the hundredth level.");

    public static Diagnostic NestingFlattened(SourceLocation source) => NestingFlattenedRule.At(
        source, "The body nests over 100 deep; what is deeper is shown at that level.");

    private static readonly Rule LinkShownAsTextRule = new(
        "PAL3008", Severity.Warning, "A link that is shown as text",
        "In Markdown an address ends at the first space, unless it stands between `<` and `>`: what was meant as a link, or as a picture, is shown as it is written.");

    public static Diagnostic LinkShownAsText(SourceLocation source, string address) => LinkShownAsTextRule.At(
        source, $"The address {Quote(address)} holds a space, so this is no link.", $"Write (<{Excerpt.ForTerminal(address, 200)}>).");

    private const string SecondOfName = "Another of its name stands before it: give it a name of its own.";

    private static readonly Rule FootnoteUnusedRule = new(
        "PAL3009", Severity.Warning, "A footnote that nothing refers to",
        "No `[^name]` in the text of the post leads to the footnote, or another of the same name stands before it. It is shown after the others.");

    /// <param name="isSecond">Another of its name stands before it.</param>
    public static Diagnostic FootnoteUnused(SourceLocation source, string label, bool isSecond) => FootnoteUnusedRule.At(
        source, $"Nothing refers to the footnote {Quote(label)}, which is shown after the others.",
        isSecond ? SecondOfName : $"Write [{Excerpt.ForTerminal(label, 200)}] where it belongs, or take it out.");

    private static readonly Rule FootnoteMissingRule = new(
        "PAL3010", Severity.Warning, "A mark of a footnote that does not exist",
        "The post has no `[^name]:` at the beginning of a line for a `[^name]` in its text, which is shown as it is written. "
        + "Footnotes stand in the post itself, not in its lists and quotations.");

    public static Diagnostic FootnoteMissing(SourceLocation source, string label) => FootnoteMissingRule.At(
        source, $"No footnote is called {Quote("^" + label)}, so its mark is shown as it is written.",
        $"Begin a line, outside of lists and quotations, with '[^{label}]: ' and the text of the note, or write '\\[^{label}]' if it is none.");

    private static readonly Rule DefinitionUnusedRule = new(
        "PAL3011", Severity.Warning, "A link's definition that nothing uses",
        "`[name]: address` says where the links `[name]` and `[text][name]` lead, and is not shown itself. Where there is no such link, or another "
        + "definition of the same name stands before it, it is shown as it is written. `[//]: # (text)` is a note to oneself, and not shown.");

    /// <inheritdoc cref="FootnoteUnused"/>
    public static Diagnostic DefinitionUnused(SourceLocation source, string label, bool isSecond) => DefinitionUnusedRule.At(
        source, $"No link uses the definition {Quote(label)}, which is shown as it is written.",
        isSecond ? SecondOfName : $"Write [{Excerpt.ForTerminal(label, 200)}] where the link belongs, or take the definition out.");

    private static readonly Rule CodeNotClosedRule = new(
        "PAL3012", Severity.Warning, "A block of code that is never closed",
        "Three or more `` ` `` or `~` at the beginning of a line open a block of code, and as many close it. Without a line that does, all that follows in "
        + "the post, or in the list or quotation around it, is code.");

    /// <param name="fence">A line that would close it.</param>
    public static Diagnostic CodeNotClosed(SourceLocation source, string fence) => CodeNotClosedRule.At(
        source, "This block of code is never closed: all that follows is a part of it.", $"Close it with a line {Quote(fence)}, as far in as the first.");

    private static readonly Rule CharacterUnfitRule = new(
        "PAL3013", Severity.Warning, "A character that no page may hold",
        "HTML has no place for control characters, which come from other programs. '�' is shown in the place of each; the message names the first.");

    public static Diagnostic CharacterUnfit(SourceLocation source, char character) => CharacterUnfitRule.At(
        source, $"The invisible character U+{(int)character:X4} stands here; '�' is shown in its place.",
        "Remove it.");
}
