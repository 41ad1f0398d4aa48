using Palabre.Reading;
using Palabre.Writing;

namespace Palabre.Mending;

/// <summary>Something done to a file, or left to the editor.</summary>
/// <param name="Place">A file of the site, with or without a line: <c>content/posts/a.md:3:1</c>.</param>
/// <param name="Text">One sentence.</param>
public sealed record Remark(string Place, string Text)
{
    public override string ToString() => $"{Place}: {Text}";
}

/// <summary>Changes to a site, ready to be shown and written.</summary>
/// <param name="Changes">By path; none where there is nothing to do.</param>
/// <param name="Site">The site as it will be.</param>
/// <param name="Done">What the changes do.</param>
/// <param name="Left">What is for the editor to do by hand, or to know.</param>
public sealed record Mended(
    IReadOnlyList<FileChange> Changes, SiteFiles Site, IReadOnlyList<Remark> Done, IReadOnlyList<Remark> Left)
{
    /// <summary>Names that are to stand nowhere any more.</summary>
    public IReadOnlyCollection<string> Erased { get; init; } = [];
}
