using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Writing;

namespace Palabre.Mending;

/// <summary>Writes down the ids that comments of lists have been given, before a correction of date or author changes them.</summary>
internal static class MissingIds
{
    /// <param name="archive">Read from this site.</param>
    /// <param name="found">On the way.</param>
    internal static IReadOnlyList<Remark> Fix(
        SiteFiles site, Archive archive, ReadingOptions options, IReadOnlyList<Diagnostic> found, Edits edits)
    {
        var made = found.Where(d => d.Code == Catalogue.NoIdCode).Select(d => d.Source).ToHashSet();
        if (made.Count == 0) return [];
        var taken = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var missing = new List<(string Group, SourceLocation Source, string Id)>();
        var settings = archive.Settings;
        var names = new PostNames(PostGathering.Of(archive));
        foreach (var file in site.Files)
        {
            if (SitePaths.KindOf(file.Path, settings) != FileKind.Comments) continue;
            var (post, name) = names.Find(file.Path, settings.CommentsFolder);
            var group = post is null ? "/" + name : post.Id;
            foreach (var (id, source) in Ids(file, site, settings, options))
            {
                if (made.Contains(source)) missing.Add((group, source, id));
                else Of(group).Add(id);
            }
        }

        // Two of one second and one author have no place yet, since they claim one: the later of the file gets a number.
        var next = new Dictionary<(string, string), int>();
        foreach (var (group, source, wanted) in missing)
        {
            var id = wanted;
            while (!Of(group).Add(id)) id = $"{wanted}-{next[(group, wanted)] = next.GetValueOrDefault((group, wanted), 1) + 1}";
            if (edits.Open(source.File)?.MapAt(source) is { } map)
                edits.Make(source, "the id it was given is written down", new AddKey(map, null, CommentFields.Id.Name, [id], IsList: false));
        }

        return [];

        HashSet<string> Of(string group) => taken.TryGetValue(group, out var ids) ? ids : taken[group] = new(StringComparer.Ordinal);
    }

    private static IEnumerable<(string Id, SourceLocation Source)> Ids(SourceFile file, SiteFiles site, Settings settings, ReadingOptions options) =>
        FileContent.Read(FileKind.Comments, file.Path, site.Read(file).Bytes.Span, settings, options, new()).Comments!.Select(c => (c.Comment.Id, c.Comment.Source));
}
