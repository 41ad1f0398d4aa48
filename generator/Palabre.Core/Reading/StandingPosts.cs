using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>The posts of a site without their texts: for commands that add to it.</summary>
public static class StandingPosts
{
    /// <summary>Drafts and entries of the future too, by file; what cannot be read is left out. One text at a time is in memory.</summary>
    public static IEnumerable<Post> Read(SiteFiles files, Settings settings) => All(files, settings, DateTimeOffset.MaxValue).Select(read => read.Post);

    /// <summary>The same, those that are published before the others: of two that may be meant by a name, a build takes the first.</summary>
    /// <param name="now">What is dated after it is in the future.</param>
    public static IReadOnlyList<Post> ByRight(SiteFiles files, Settings settings, DateTimeOffset now) =>
        [.. All(files, settings, now).OrderBy(read => read.Publication.Withheld is null ? 0 : 1).Select(read => read.Post)];

    private static IEnumerable<(Post Post, Publication Publication)> All(SiteFiles files, Settings settings, DateTimeOffset now)
    {
        var options = new ReadingOptions(now);
        foreach (var file in files.Files)
        {
            if (SitePaths.KindOf(file.Path, settings) != FileKind.Post || files.Read(file) is not { Problem: null } read) continue;
            var unheard = new List<Diagnostic>(); // check tells them
            if (TextFile.Read(file.Path, read.Bytes.Span, unheard) is not { } text) continue;
            if (PostReader.Read(file.Path, SitePaths.PostStem(file.Path), text, settings, options, unheard) is { } post)
                yield return (post.Post with { Body = "" }, post.Publication);
        }
    }
}
