using Palabre.Addressing;
using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Mending;

/// <summary>
/// Repairs what has one right answer. Ids come first, so that no later correction moves an address; then keys misspelt by
/// a letter, and folders of comments; then ids of what could only now be read, and numbers for ids in replies; last, aliases.
/// </summary>
public static class Fixer
{
    /// <param name="settings">Without errors.</param>
    /// <param name="lost">The published addresses that lead nowhere on a site.</param>
    /// <returns>A site on which nothing is left to fix: fixed again, it stays as it is.</returns>
    public static Mended Fix(
        SiteFiles files, Settings settings, ReadingOptions options, Func<SiteFiles, IReadOnlyList<LostAddress>> lost)
    {
        var changes = new SiteChanges(files);
        var (done, left) = (new List<Remark>(), new List<Remark>());
        Func<Archive, IReadOnlyList<Diagnostic>, Edits, IReadOnlyList<Remark>>[] stages =
        [
            (archive, found, edits) => MissingIds.Fix(changes.Files, archive, options, found, edits),
            (archive, found, edits) => MisspeltKeys.Fix(archive.Settings, found, edits),
            (archive, found, _) => CommentFolders.Fix(archive, found, changes),
            (archive, found, edits) => MissingIds.Fix(changes.Files, archive, options, found, edits),
            (archive, _, edits) => NumberedReplies.Fix(archive, edits),
            (_, _, edits) => LostAliases.Fix(lost(changes.Files), edits),
        ];
        Checked<Archive>? read = null;
        foreach (var stage in stages)
        {
            read ??= Read(changes, ref settings, options);
            var edits = new Edits(changes);
            var moved = stage(read.Value, read.Diagnostics, edits);
            IReadOnlyList<Remark> made = [.. moved, .. edits.Save()];
            done.AddRange(made);
            left.AddRange(edits.Refused);
            if (made.Count > 0) read = null;
        }

        return new(changes.All, changes.Files, Counted(done), Counted(left.Distinct()));
    }

    private static Checked<Archive> Read(SiteChanges changes, ref Settings settings, ReadingOptions options)
    {
        var told = new List<Diagnostic>();
        if (changes.Has(SettingsReader.Path))
        {
            var read = SettingsReader.Read(changes.Bytes(SettingsReader.Path));
            settings = read.Value;
            told.AddRange(read.Diagnostics);
        }

        var archive = ArchiveReader.Read(changes.Files, settings, options);
        return archive with { Diagnostics = [.. told, .. archive.Diagnostics] };
    }

    /// <summary>What was done alike in one file is told once, with its number.</summary>
    private static IReadOnlyList<Remark> Counted(IEnumerable<Remark> remarks) => [.. remarks.GroupBy(r => r)
        .Select(group => group.Count() == 1 ? group.Key : group.Key with { Text = $"{group.Key.Text} ({group.Count()} times)" })
        .OrderBy(r => r.Place, StringComparer.Ordinal)];
}
