using Palabre.Model;

namespace Palabre.Diagnostics;

/// <summary>What is promised to readers: the addresses that the site has published, and the anchors that aliases name.</summary>
public static partial class Catalogue
{
    private static readonly Rule AddressLostRule = new(
        "PAL4006", Severity.Error, "A published address would be lost",
        "The ledger, `content/addresses.txt`, or the state that `--base` names has an address where nothing would stand any "
        + "more, and nothing would lead on. Readers may have linked to it. An alias, or a tombstone, keeps it; `palabre check --fix` writes the aliases "
        + "of what is in the same file as before; "
        + "`palabre ledger --forget` gives it up. `build` warns of it, and fails with `--strict`; `check` always fails.");

    /// <param name="lastSource">The file it came from; null where nobody knows.</param>
    /// <param name="anchors">How many anchors go with the page.</param>
    public static Diagnostic AddressLost(SourceLocation source, string address, string? lastSource, int anchors, string hint) =>
        AddressLostRule.At(source, $"The address {Quote(address)}"
            + (anchors == 0 ? "" : $", with {Number(anchors)} {(anchors == 1 ? "anchor" : "anchors")} on it,")
            + $" would be lost{(lastSource is null ? "" : $"; it was last that of {Quote(lastSource)}")}.", hint);

    public static Diagnostic MoreAddressesLost(SourceLocation source, int more) => AddressLostRule.At(source,
        $"And {Number(more)} more addresses would be lost.",
        "If a pattern of urls: was changed, put it back, or let palabre check --fix write the former addresses. palabre ledger names them all.");

    public const string FeedAdvice = "Feeds need baseUrl: in content/site.yml.";

    /// <param name="id">That a renamed post had, and has no more; null where it has it, or where nobody knows.</param>
    public static string AliasAdvice(string file, string address, string? id = null) =>
        $"Write aliases: [{Yaml(address)}] in {Quote(file)}{(id is null ? "" : $", and id: {Yaml(id)}, without which feeds show all of it as new")}.";

    public static string PutBackAdvice(string? file) =>
        $"Put {(file is null ? "the file" : Quote(file))} back, or give the address up with palabre ledger --forget.";

    public static string WithheldAdvice(string file, WithheldReason reason) =>
        $"{Quote(file)} is {ReasonWords(reason)} now; status: removed keeps the place of what was published once.";

    /// <param name="id">Of a comment; null of a post, or where it is not known.</param>
    public static string TombstoneAdvice(string? file, string? id) => (file is null ? "Put its file back" : $"Put {Quote(file)} back")
        + $", or leave a tombstone there: {(id is null ? "" : $"id: {Yaml(id)}, ")}date: and status: removed.";

    public static string ElsewhereAdvice(string address) => "If a pattern under urls: was changed, put it back. "
        + $"Else write aliases: [{Yaml(address)}] in what replaces it, or give the address up: palabre ledger --forget {Yaml(address)}";

    /// <summary>For the page of an author or theme whom nothing names any more.</summary>
    public static string NobodyAdvice(string address) => $"Give the address up: palabre ledger --forget {Yaml(address)}";

    /// <summary>For a comment that is not in its file any more, where others still are.</summary>
    public static string AliasOrTombstoneAdvice(string file, string address, string id) =>
        $"Put id: {Yaml(id)} back in {Quote(file)}; or write aliases: [{Yaml(address)}] there, with what the comment became; or leave a tombstone: that id:, date: and status: removed.";

    /// <summary>A text as an editor should write it in a list: '#' and other marks would begin something else.</summary>
    private static string Yaml(string text)
    {
        var shown = Excerpt.ForTerminal(text, 200);
        return shown.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.') && !shown.StartsWith('-') ? shown
            : $"\"{shown.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    private static string ReasonWords(WithheldReason reason) => reason switch
    {
        WithheldReason.Draft => "a draft",
        WithheldReason.Future => "dated in the future",
        WithheldReason.Expired => "expired",
        WithheldReason.Pending => "pending",
        WithheldReason.Spam => "spam",
        _ => "not published",
    };

    private static readonly Rule LedgerLineRule = new(
        "PAL4007", Severity.Error, "A line of the ledger is no address",
        "The line is passed over; `build` warns of it, and fails with `--strict`. A line of `content/addresses.txt` is an address of the site such as `/2010/hello/#c-12`, a "
        + "tab, and the file that it came from; or a remark, which begins with `#`.");

    public static Diagnostic LedgerLine(SourceLocation source, string line) => LedgerLineRule.At(source,
        $"{Quote(line)} is no address of this site.", "Put the address back as it was, or remove the line.");

    private static readonly Rule LedgerConflictRule = new(
        "PAL4008", Severity.Error, "A merge of the ledger was not finished",
        "Git left its marks between the lines of two branches. The addresses of both count; remove the marks. A line "
        + "`content/addresses.txt merge=union` in `.gitattributes` spares you the next one.");

    public static string LedgerConflictCode => LedgerConflictRule.Code;

    public static Diagnostic LedgerConflict(SourceLocation source) => LedgerConflictRule.At(source,
        "The marks of an unfinished merge stand in the ledger.", "Remove the lines of '<', '=' and '>', keep all others, and run palabre ledger.");

    private static readonly Rule LedgerUnsortedRule = new(
        "PAL4009", Severity.Note, "The ledger is not sorted",
        "Lines stand out of order or twice, as after a merge. That does no harm; `palabre ledger` puts it right.");

    public static Diagnostic LedgerUnsorted(SourceLocation source) => LedgerUnsortedRule.At(source,
        "Lines of the ledger stand out of order, or twice.", "Run palabre ledger.");

    private static readonly Rule LedgerBehindRule = new(
        "PAL4010", Severity.Note, "Published addresses are not in the ledger",
        "What is not in the ledger can be lost unseen. `palabre ledger` adds what is published now.");

    public static Diagnostic LedgerBehind(SourceLocation source, int missing, string first) => LedgerBehindRule.At(source,
        missing == 1 ? $"The address {Quote(first)} is not in the ledger yet."
            : $"{Number(missing)} addresses are not in the ledger yet, the first being {Quote(first)}.",
        "Run palabre ledger, and commit what it writes.");

    private static readonly Rule FormerAnchorRule = new(
        "PAL4011", Severity.Error, "A former anchor does not stand once on its page",
        "An alias names an anchor on a page of the site. Something else on the page has that name already; or the site's own "
        + "look shows former anchors nowhere: its `layout` must include `moved`, its `moved` write `page.moved`, and its `turns` and `post` write `entry.former`.");

    public static Diagnostic FormerAnchor(SourceLocation source, string address, int times) => FormerAnchorRule.At(source,
        times == 0 ? $"The look shows the anchor of {Quote(address)} nowhere." : $"The anchor of {Quote(address)} has another use on that page.",
        times == 0 ? "Compare the site's own layout, moved, redirect, turns and post with those of the default look." : "Remove the alias, or choose another.");

    private static readonly Rule SiteMovesRule = new(
        "PAL4012", Severity.Note, "The site moves to another address",
        "`check --base` holds addresses below `baseUrl` against each other. Where that itself is another, readers come by the former one: only the server there can "
        + "send them on.");

    public static Diagnostic SiteMoves(SourceLocation source, string before, string after) => SiteMovesRule.At(source,
        $"The site moves from {Quote(before)} to {Quote(after)}: whatever readers linked to begins with the former address.",
        "Let the server there send each request on to the same path here (301), for as long as you hold that address.");

    private static readonly Rule NoSiteBeforeRule = new(
        "PAL4014", Severity.Note, "No site to compare with",
        "The state that `check --base` names has no site in this folder, so all that is here counts as new, and no address as lost. Where it has one in another "
        + "folder, this is a warning: the site was moved, perhaps with other changes.");

    /// <param name="elsewhere">Folders of sites in that state.</param>
    public static Diagnostic NoSiteBefore(SourceLocation source, string reference, IReadOnlyList<string> elsewhere)
    {
        var told = NoSiteBeforeRule.At(source, $"{Quote(reference)} has no site in this folder: all of it counts as new.",
            elsewhere.Count == 0 ? null : $"It has one in {string.Join(", ", elsewhere.Take(5).Select(Quote))}. Move the site in a change of its own, then change it.");
        return elsewhere.Count == 0 ? told : told with { Severity = Severity.Warning };
    }

    private static readonly Rule FeedIdsChangeRule = new(
        "PAL4013", Severity.Warning, "Entries get other ids in feeds",
        "`feedId`, or `baseUrl` where that is not written, begins the ids of feeds and of their entries. Programs that read feeds know by the id what "
        + "they have shown: with other ids, they show all of it as new.");

    public static Diagnostic FeedIdsChange(SourceLocation source, string before, string after) => FeedIdsChangeRule.At(source,
        $"Ids in feeds began with {Quote("tag:" + before)} and would begin with {Quote("tag:" + after)}: programs that read feeds would show every entry as new.",
        $"Write feedId: {Yaml(before)}");
}
