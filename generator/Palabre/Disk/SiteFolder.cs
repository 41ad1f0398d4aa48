using Palabre.Diagnostics;
using Palabre.Reading;

namespace Palabre.Disk;

/// <summary>A site as it lies on disk.</summary>
/// <param name="Folders">Those of the folders asked for that exist, in the order in which they were asked for.</param>
/// <param name="Diagnostics">What could not be listed, by place.</param>
internal sealed record SiteFolder(SiteFiles Files, IReadOnlyList<string> Folders, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The most bytes of a file that is read; unless one says otherwise.</summary>
    internal const long DefaultLimit = 16 << 20;

    /// <summary>Whether links stand in it, followed or not: what they lead to may change elsewhere.</summary>
    internal bool HasLinks { get; private init; }

    /// <summary>
    /// Lists the files under some folders of a site. What an editor, a file manager or git leaves behind
    /// (<see cref="SourceNames.IsLeftover(ReadOnlySpan{char}, ReadOnlySpan{char})"/>) is passed over; links are followed where they stay among the site's
    /// visible files, and one folder deep. Nothing is opened yet.
    /// </summary>
    /// <param name="folders">From the root, with '/': <c>content</c>, <c>_data/comments</c>. One that is missing is no
    /// mistake; one within another is listed once; one that lies outside of the root is (PAL4054).</param>
    /// <param name="limit">The most bytes that a file may hold for <see cref="SiteFiles.Read"/> to read it.</param>
    internal static SiteFolder Open(DirectoryInfo root, IReadOnlyList<string> folders, long limit = DefaultLimit)
    {
        var listing = new SiteListing(root.FullName);
        IReadOnlyList<string> existing = [.. folders.Where(listing.Enter)];
        var files = listing.Run();
        return new(
            new(files, new SourceReader(root.FullName, limit).Read),
            existing,
            [.. listing.Diagnostics.Order(Diagnostic.BySource)])
        {
            HasLinks = listing.HasLinks,
        };
    }
}
