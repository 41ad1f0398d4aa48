using Palabre.Model;

namespace Palabre.Inquiry;

/// <summary>Why something is not published, and what would publish it.</summary>
internal static class Reasons
{
    /// <summary>One word, for columns.</summary>
    internal static string Name(WithheldReason reason) => reason switch
    {
        WithheldReason.PostWithheld => "post withheld",
        WithheldReason.NoPost => "no post",
        WithheldReason.CommentsHidden => "comments hidden",
        _ => reason.ToString().ToLowerInvariant(),
    };

    internal static string Sentence(Withheld withheld) => withheld.Reason switch
    {
        WithheldReason.Draft => "It is a draft. Take the line 'draft' (or 'published: false') out to publish it; --drafts shows it.",
        WithheldReason.Future => $"It is dated {Dated.Short(withheld.Entry.Due)}, which has not come yet. --future shows it.",
        WithheldReason.Expired => "Its date 'expires' has passed.",
        WithheldReason.Pending => "It waits for an editor: 'status: published' publishes it. (A status that is not understood waits too.)",
        WithheldReason.Spam => "It is marked as spam, or a trap for robots is filled in ('hidden', 'hp', 'honeypot').",
        WithheldReason.PostWithheld => "Its post is not published.",
        WithheldReason.NoPost => "No post answers to the name of its folder, or of its list.",
        WithheldReason.CommentsHidden => "Its post says 'comments: hidden'.",
        _ => throw new ArgumentOutOfRangeException(nameof(withheld)),
    };
}
