using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Threading;
using Palabre.Writing;

namespace Palabre.Mending;

/// <summary>
/// Replaces <c>replying_to: 3</c>, which means another comment as soon as one is added before the third, by the id of the
/// comment that it means today. The key becomes <c>replyTo</c>: under the old one, an id of digits would be a number again.
/// </summary>
internal static class NumberedReplies
{
    internal static IReadOnlyList<Remark> Fix(Archive archive, Edits edits)
    {
        foreach (var comments in archive.Comments)
        {
            ReplyRule? rule = null;
            foreach (var comment in comments)
            {
                if (comment.ReplyTo is not { MayBeOrdinal: true } target) continue;
                rule ??= new(comments);
                if (rule.ByNumber(target) is { } meant) Fix(comment, target, comments[meant].Id, edits);
            }
        }

        return [];
    }

    private static void Fix(Comment comment, Reference target, string id, Edits edits)
    {
        const string numbered = "replying_to", named = "replyTo";
        // These ids are words for 'nothing' wherever a reply is written.
        if (id is "null" or "~" or "0" or "false" || edits.Open(target.Source.File)?.MapAt(comment.Source) is not { } map) return;
        if (map.Find(named) is not null) return;
        edits.Make(target.Source, $"'{numbered}: {target.Text}' is now '{named}: {Excerpt.ForTerminal(id, 60)}'",
            new SetText(map, numbered, id), new RenameKey(map, numbered, named));
    }
}
