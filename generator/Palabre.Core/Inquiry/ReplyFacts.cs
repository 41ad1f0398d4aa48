using Palabre.Model;
using Palabre.Rendering;
using Palabre.Threading;

namespace Palabre.Inquiry;

/// <summary>What an entry answers, and by which part of the reply rule (content/README.md, «Replies»).</summary>
internal sealed class ReplyFacts(Edition edition)
{
    internal IReadOnlyList<Fact> Of(Entry entry)
    {
        var post = entry as Post ?? edition.PostOf((Comment)entry);
        var discussion = edition.PlaceOf(post).Discussion;
        var turn = discussion.Turns.First(t => ReferenceEquals(t.Entry, entry));
        var answered = turn.Answered < 0 ? null : (Turn?)discussion.Turns[turn.Answered];
        return [new(Answered(turn, answered), Why(entry, post, turn, answered))];
    }

    private static string Answered(Turn turn, Turn? answered) => answered switch
    {
        null => turn.Missing is { } gone ? $"'{gone}'" : "nothing",
        { Entry: Post post } => $"post {post.Id}",
        { Entry: { } comment } => $"comment {comment.Id}",
        { Missing: var missing } => $"'{missing}'",
    };

    private string Why(Entry entry, Post post, Turn turn, Turn? answered)
    {
        if (entry.ReplyTo is not { } target)
            return entry is Post ? "It names nothing: it opens a discussion." : "It names nothing: it answers the post itself.";
        var key = $"It names '{target.Text}' ({target.Source})";
        if (turn.Elsewhere is { } elsewhere) return $"{key}, a comment of {((Comment)elsewhere).PostId}: it stays under its own post, and links there (rule 5).";
        if (turn.Missing is not null || answered is { IsPlaceholder: true }) return $"{key}, which is not published: a placeholder stands in its place (rule 6).";
        if (answered is null) return $"{key}, but replies ran in a circle, which opens at its oldest entry: here.";
        if (answered.Value.Entry is Post named) return $"{key}, the {(target.Text == named.Id ? "id" : "name")} of the post.";
        var comment = (Comment)answered.Value.Entry!;
        var own = edition.CommentsOf(edition.PostOf(comment));
        var name = target.Text.Contains('#', StringComparison.Ordinal) && entry is Post ? target with { Text = target.Text[(target.Text.IndexOf('#', StringComparison.Ordinal) + 1)..] } : target;
        return $"{key}, {Rule(new ReplyRule(own).Match(name)?.By)}";
    }

    private static string Rule(ReplyMatch? match) => match switch
    {
        ReplyMatch.Id => "its exact id (rule 1).",
        ReplyMatch.FileName => "the name of its file (rule 2).",
        ReplyMatch.Prefix => "its id but for a prefix of another system (rule 3).",
        ReplyMatch.Ordinal => "its number among the comments that answer the post, in the order of their files (rule 4).",
        _ => "as post-id#comment-id (rule 5).",
    };
}
