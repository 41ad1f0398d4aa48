using Palabre.Diagnostics;
using Palabre.Reading;

namespace Palabre.Disk;

/// <summary>
/// Which symbolic links of a site are followed: those that lead to a visible place of the same site. A link to
/// <c>.git/config</c>, which may hold the credentials of a CI job, is as much a way out as one to <c>/etc</c>.
/// </summary>
/// <param name="root">The site's folder, absolute; may itself be reached by links.</param>
internal sealed class LinkRules(string root)
{
    private readonly string realRoot = RealPath.Of(root) ?? root;

    /// <summary>Why what stands at a path is not to be followed, link or not; null if it may be.</summary>
    internal Diagnostic? ProblemOf(string path)
    {
        var real = RealPath.Of(Path.Join(root, path));
        if (real is null || !Path.Exists(real)) return Catalogue.BrokenLink(new(path), Target(path));
        return IsVisible(real, path) ? null : Catalogue.LinkOutside(new(path), Target(path));
    }

    /// <summary>Why a link that leads to a folder is not to be followed; null if it may be.</summary>
    /// <param name="holder">The folder in which the link stands.</param>
    /// <param name="linked">Whether that was itself reached by a link.</param>
    internal Diagnostic? ProblemOfFolder(string path, string holder, bool linked)
    {
        if (RealPath.IsWithin(Real(holder), Real(path))) return Catalogue.LinkLoop(new(path), Target(path));
        return linked ? Catalogue.LinkInLink(new(path), Target(path)) : null;
    }

    /// <summary>The file to which a link leads, under the link's path; of length 0 if it cannot be told.</summary>
    internal SourceFile FileAt(string path)
    {
        var target = new FileInfo(Real(path));
        return target.Exists ? new(path, target.Length, target.LastWriteTimeUtc.Ticks) : new(path, 0);
    }

    // A folder of the site that is asked for by name, or stands under one, may be hidden itself: `posts: .posts`.
    private bool IsVisible(string real, string path) => RealPath.IsWithin(real, realRoot)
        && (real == Path.GetFullPath(Path.Join(realRoot, path)) || !Path.GetRelativePath(realRoot, real)
            .Split(Path.DirectorySeparatorChar).Any(segment => segment != "." && SourceNames.IsLeftover(segment)));

    /// <summary>The absolute path at which a file of the site really is.</summary>
    internal string Real(string path) => RealPath.Of(Path.Join(root, path)) ?? root;

    private string Target(string path) => new FileInfo(Path.Join(root, path)).LinkTarget ?? path;
}
