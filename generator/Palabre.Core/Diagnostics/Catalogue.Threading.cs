using Palabre.Model;

namespace Palabre.Diagnostics;

public static partial class Catalogue
{
    private static readonly Rule UnknownReplyTargetRule = new(
        "PAL2001", Severity.Warning, "A reply names an entry that is not in the archive",
        "The entry is published: a comment at the root of its post, under a visible placeholder for what is missing; "
        + "a post as the opening of its own discussion. Correct `replyTo`, or remove it to answer the post itself.");

    public static Diagnostic UnknownReplyTarget(Entry entry, Reference target, string? nearest) =>
        UnknownReplyTargetRule.At(target.Source,
            $"{Quote(entry.Id)} replies to {Quote(target.Text)}, which is not in the archive.",
            DidYouMean(nearest) ?? "Correct replyTo, or remove it.");

    private static readonly Rule CircularRepliesRule = new(
        "PAL2002", Severity.Warning, "Replies go round in a circle",
        "Somebody's reply is, through its own replies, a reply to itself. The circle is opened at its oldest entry, "
        + "which then answers nothing but its post. Remove `replyTo` from the entry that was written first.");

    /// <param name="circle">Each entry answers the next; the last answers the first. The first is the oldest.</param>
    public static Diagnostic CircularReplies(IReadOnlyList<Entry> circle) =>
        CircularRepliesRule.At(circle[0].ReplyTo!.Value.Source,
            circle.Count == 1
                ? $"{Quote(circle[0].Id)} replies to itself."
                : $"Replies go round in a circle: {Path(circle)}.",
            $"Remove replyTo from {Quote(circle[0].Id)}, which was written first.");

    private static string Path(IReadOnlyList<Entry> circle)
    {
        var shown = circle.Take(8).Select(e => Excerpt.ForTerminal(e.Id, 40));
        var gap = circle.Count > 8 ? ["…"] : Array.Empty<string>();
        return string.Join(" → ", [.. shown, .. gap, Excerpt.ForTerminal(circle[0].Id, 40)]);
    }

    private static readonly Rule ReplyElsewhereRule = new(
        "PAL2003", Severity.Warning, "A comment answers an entry of another post",
        "A comment stands under its own post: there it keeps its place at the root, with a link to what it answers. "
        + "Move its file to the other post's folder, or make it a post, which may answer any entry.");

    public static Diagnostic ReplyElsewhere(Comment comment, Reference target) =>
        ReplyElsewhereRule.At(target.Source,
            $"Comment {Quote(comment.Id)} of {Quote(comment.PostId)} replies to {Quote(target.Text)}, under another post.",
            "Leave it, for a link is what readers get; or move the comment to that post's folder, or write it as a post.");

    private static readonly Rule ReplyBeforeAnsweredRule = new(
        "PAL2004", Severity.Note, "A reply is dated before what it answers",
        "It keeps its place under what it answers: the reply counts for more than the date. Check both dates and offsets.");

    public static Diagnostic ReplyBeforeAnswered(Entry entry, Entry answered) =>
        ReplyBeforeAnsweredRule.At(entry.Source,
            $"{Quote(entry.Id)} is dated before {Quote(answered.Id)}, which it answers.",
            "Check both dates, and their offsets from UTC.");

    private static readonly Rule ReplyToWithheldRule = new(
        "PAL2005", Severity.Note, "A reply answers an entry that is not published",
        "What it answers is a draft, in the future, expired, pending or spam. The reply is published under a visible placeholder.");

    public static Diagnostic ReplyToWithheld(Entry entry, Reference target) =>
        ReplyToWithheldRule.At(target.Source,
            $"{Quote(entry.Id)} replies to {Quote(target.Text)}, which is not published.");

    private static readonly Rule QuotesRemovedRule = new(
        "PAL2006", Severity.Note, "An entry quotes what was removed",
        "The text of a removed or redacted entry is published nowhere, but these words of it stand in another entry of the same "
        + "discussion. They are looked for as long as the file of the removed entry holds its text; where they may stay, replace that text.");

    /// <param name="words">As they stand in the entry that quotes.</param>
    public static Diagnostic QuotesRemoved(SourceLocation source, Entry quoting, Entry removed, string words) =>
        QuotesRemovedRule.At(source,
            $"{Quote(quoting.Id)} still quotes {Quote(removed.Id)}, whose text was {(removed.Status == Status.Redacted ? "redacted" : "removed")}: {Quote(words)}.",
            $"Put […] in their place; or, if they may stay, take the text out of {removed.Source.File}.");

    private static readonly Rule PictureOfRemovedRule = new(
        "PAL2007", Severity.Note, "A picture that a removed text names is still published",
        "Files beside a post go with its text. What stands under content/media/ is published whether or not a text shows it.");

    public static Diagnostic PictureOfRemoved(Entry removed, string file) =>
        PictureOfRemovedRule.At(removed.Source,
            $"{Quote(file)}, which the text of {Quote(removed.Id)} names, is still published.",
            "Delete the file, if nothing else shows it; then, too, it is in git's history.");
}
