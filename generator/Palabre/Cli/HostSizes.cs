using Palabre.Reading;
using Palabre.Site;

namespace Palabre.Cli;

/// <summary>What an output will hold, for <see cref="HostCheck"/>.</summary>
internal static class HostSizes
{
    /// <summary>Every file that will be there; the lengths of those that are made are not known.</summary>
    internal static IReadOnlyList<SizedFile> OfPlan(IReadOnlyList<OutputFile> files, SiteFiles site) => Of(files, site, _ => null);

    /// <param name="made">The length of a file that is made.</param>
    internal static IReadOnlyList<SizedFile> Of(IReadOnlyList<OutputFile> files, SiteFiles site, Func<string, long?> made)
    {
        var lengths = site.Files.ToDictionary(file => file.Path, file => file.Length, StringComparer.Ordinal);
        return
        [
            .. files.Select(file => file is CopiedFile copy
                ? new SizedFile(copy.Path, copy.Source, lengths.TryGetValue(copy.Source, out var length) ? length : null)
                : new SizedFile(file.Path, null, made(file.Path))),
            // What the writer keeps there: the record has a line for each file, a hash, two spaces, the path.
            new(Disk.OutputPaths.Record, null, files.Sum(file => 67L + System.Text.Encoding.UTF8.GetByteCount(file.Path))),
            new(Disk.OutputPaths.Mark, null, null),
        ];
    }
}
