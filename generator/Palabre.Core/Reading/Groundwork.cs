using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>
/// All that a reading gathers but comments. Immutable, so that it may serve the next reading: most changes are of comments.
/// </summary>
internal sealed class Groundwork
{
    private readonly FileContent[] contents;
    private readonly Dictionary<Post, int> positions;
    private readonly List<Diagnostic> diagnostics = [];

    private Groundwork(FileContent[] contents)
    {
        this.contents = contents;
        Posts = PostGathering.Gather(contents, diagnostics);
        Names = new(Posts);
        AllPosts = [.. Posts.Published, .. Posts.Withheld.Select(w => (Post)w.Entry)];
        positions = new(AllPosts.Length, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < AllPosts.Length; i++) positions[AllPosts[i]] = i;
        Themes = ThemeGathering.Gather(contents, Posts.Published, diagnostics);
        var pages = Distinct(contents.Select(c => c.Page), p => (p.Source, p.Slug), "page", diagnostics);
        Pages = [.. pages.OrderBy(p => p.Order).ThenBy(p => p.Slug, StringComparer.Ordinal)];
        Authors = AuthorGathering.Gather(contents, diagnostics);
        Media = [.. contents.Where(c => c.Kind == FileKind.Media).Select(c => c.Path)];
        RootFiles = [.. contents.Where(c => c.Kind == FileKind.Root).Select(c => c.Path)];
        Until = contents.Min(c => c.Until);
    }

    internal PostGathering Posts { get; }

    internal PostNames Names { get; }

    /// <summary>The published, then those that are withheld.</summary>
    internal Post[] AllPosts { get; }

    /// <summary>Among all posts.</summary>
    internal int PositionOf(Post post) => positions[post];

    internal IReadOnlyList<Theme> Themes { get; }

    internal IReadOnlyList<Author> Authors { get; }

    internal IReadOnlyList<StandingPage> Pages { get; }

    internal IReadOnlyList<string> Media { get; }

    internal IReadOnlyList<string> RootFiles { get; }

    internal DateTimeOffset? Until { get; }

    /// <summary>What is wrong with these together: what is wrong with one of them stands in its content.</summary>
    internal IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    /// <param name="contents">In the order of the files.</param>
    /// <param name="before">Of an earlier reading: the same, if it was made of the very same contents.</param>
    internal static Groundwork Of(FileContent[] contents, Groundwork? before) =>
        before is not null && Identity.AreSame<FileContent>(contents, before.contents) ? before : new(contents);

    /// <summary>The first file of each name; each further one is reported.</summary>
    internal static List<T> Distinct<T>(
        IEnumerable<T?> values, Func<T, (SourceLocation Source, string Key)> identity, string kind, List<Diagnostic> diagnostics)
        where T : class
    {
        var known = new Dictionary<string, SourceLocation>(StringComparer.Ordinal);
        var distinct = new List<T>();
        foreach (var value in values)
        {
            if (value is null) continue;
            var (source, key) = identity(value);
            if (known.TryAdd(key, source)) distinct.Add(value);
            else diagnostics.Add(Catalogue.DuplicateFile(source, known[key], kind, key));
        }

        return distinct;
    }
}
