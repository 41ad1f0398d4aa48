namespace Palabre.Model;

/// <summary>Where posts stand among the published ones.</summary>
public sealed class PostPositions
{
    private readonly Dictionary<Post, int> positions;
    private readonly Dictionary<string, int> byId;

    /// <param name="posts">Ids unique.</param>
    internal PostPositions(IReadOnlyList<Post> posts)
    {
        positions = new(posts.Count, ReferenceEqualityComparer.Instance);
        byId = new(posts.Count, StringComparer.Ordinal);
        for (var i = 0; i < posts.Count; i++) (positions[posts[i]], byId[posts[i].Id]) = (i, i);
    }

    /// <summary>Of a published post: the very object.</summary>
    public int Of(Post post) => positions[post];

    /// <summary>Of a published post, by its id.</summary>
    public int Of(string id) => byId[id];

    internal int? Find(string id) => byId.TryGetValue(id, out var position) ? position : null;

    internal int? Find(Post post) => positions.TryGetValue(post, out var position) ? position : null;
}
