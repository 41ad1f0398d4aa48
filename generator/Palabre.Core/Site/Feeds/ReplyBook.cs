using Palabre.Model;
using Palabre.Rendering;
using Palabre.Threading;

namespace Palabre.Site;

/// <summary>What an entry answers, and what answers it.</summary>
/// <param name="Opening">The post that opens its discussion.</param>
/// <param name="Answered">The entry it answers; null of one that answers nothing, or something that is missing.</param>
/// <param name="Missing">What it names and is not there.</param>
/// <param name="Replies">All entries below it.</param>
/// <param name="Latest">When the last of these changed; of none, meaningless.</param>
internal readonly record struct ReplyPlace(Post Opening, Entry? Answered, string? Missing, int Replies, DateTimeOffset Latest);

/// <summary>
/// Where every entry stands among replies. A discussion is read when it is asked about, in linear time, and kept while others of
/// its time are. Safe for threads.
/// </summary>
/// <param name="discussionOf">The one in which an entry stands.</param>
internal sealed class ReplyBook(Func<Entry, Discussion> discussionOf)
{
    // By the post that opens each.
    private readonly Recent<Dictionary<Entry, ReplyPlace>> places = new(1 << 10, 1 << 13, places => places.Count);

    internal ReplyPlace this[Entry entry]
    {
        get
        {
            var discussion = discussionOf(entry);
            return places.Of(discussion.Opening, discussion, static (_, asked) => Read(asked))[entry];
        }
    }

    private static Dictionary<Entry, ReplyPlace> Read(Discussion discussion)
    {
        var turns = discussion.Turns;
        var places = new Dictionary<Entry, ReplyPlace>(turns.Count, ReferenceEqualityComparer.Instance);
        var (replies, latest) = (new int[turns.Count], new DateTimeOffset[turns.Count]);
        for (var i = turns.Count - 1; i >= 0; i--)
        {
            var (turn, answered) = (turns[i], turns[i].Answered);
            if (answered >= 0)
            {
                replies[answered] += replies[i] + (turn.Entry is null ? 0 : 1);
                if (latest[i] > latest[answered]) latest[answered] = latest[i];
                if (turn.Entry is { } reply && Feed.Updated(reply) is var updated && updated > latest[answered]) latest[answered] = updated;
            }

            if (turn.Entry is not { } entry) continue;
            places[entry] = new(
                discussion.Opening,
                turn.Elsewhere ?? (answered >= 0 ? turns[answered].Entry : null),
                discussion.MissingAt(i),
                replies[i], latest[i]);
        }

        return places;
    }
}
