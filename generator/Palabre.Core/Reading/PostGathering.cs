using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>The posts of an archive, gathered from their files.</summary>
/// <param name="Published">By date, then id; ids unique.</param>
/// <param name="Early">Those of the published that the options alone ask for.</param>
internal sealed record PostGathering(IReadOnlyList<Post> Published, IReadOnlyList<Withheld> Withheld, IReadOnlyList<Withheld> Early)
{
    /// <summary>Of the published.</summary>
    internal PostPositions Positions { get; } = new(Published);

    /// <summary>The positions, ascending, of those of the published that have former addresses.</summary>
    internal IReadOnlyList<int> Moved { get; } = [.. Enumerable.Range(0, Published.Count).Where(i => Published[i].Aliases.Count > 0)];

    /// <summary>The posts of an archive that was read.</summary>
    internal static PostGathering Of(Archive archive) => new(archive.Posts, [.. archive.Withheld.Where(w => w.Entry is Post)], []);

    internal static PostGathering Gather(FileContent[] contents, List<Diagnostic> diagnostics)
    {
        var byId = new Dictionary<string, Post>(StringComparer.Ordinal);
        var published = new List<Post>();
        var withheld = new List<Withheld>();
        var early = new List<Withheld>();
        foreach (var content in contents)
        {
            if (content.Post is not { } post) continue;
            if (!byId.TryAdd(post.Id, post))
            {
                diagnostics.Add(Catalogue.DuplicateId(post, byId[post.Id]));
                continue;
            }

            if (content.Publication.Withheld is not { } reason)
            {
                published.Add(post);
                if (content.Publication.Early is { } why) early.Add(new(post, why));
                continue;
            }

            withheld.Add(new(post, reason));
            diagnostics.Add(Catalogue.Withheld(post, reason));
        }

        return new(published.OrderBy(p => p.Date).ThenBy(p => p.Id, EntryIdOrder.Instance).ToArray(), withheld, early);
    }
}
