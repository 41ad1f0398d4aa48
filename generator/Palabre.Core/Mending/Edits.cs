using Palabre.Model;
using Palabre.Writing;

namespace Palabre.Mending;

/// <summary>Edits of fields in many files: each file opened once, and put among the changes once.</summary>
internal sealed class Edits(SiteChanges changes)
{
    private readonly SortedDictionary<string, FieldsFile?> files = new(StringComparer.Ordinal);
    private readonly List<(string Path, Remark Done, IReadOnlyList<FieldEdit> Edits)> made = [];

    internal List<Remark> Refused { get; } = [];

    /// <summary>Null if the file cannot be read without an error.</summary>
    internal FieldsFile? Open(string path) => files.TryGetValue(path, out var file) ? file
        : files[path] = changes.Has(path) ? FieldsFile.Open(path, changes.Bytes(path)) : null;

    /// <summary>Makes edits of one map, all or none.</summary>
    /// <param name="place">Where it is told to be left to the editor if it cannot be made.</param>
    /// <param name="done">What was done, one sentence.</param>
    internal void Make(SourceLocation place, string done, params IReadOnlyList<FieldEdit> edits)
    {
        var file = files[place.File]!;
        if (file.Edit(edits) is { } refusal) Refused.Add(new(place.ToString(), $"not changed, since {refusal}: {done}"));
        else made.Add((place.File, new(place.File, done), edits));
    }

    /// <summary>Hands all files over, and tells what was done.</summary>
    internal IReadOnlyList<Remark> Save()
    {
        var failed = new HashSet<FieldEdit>(ReferenceEqualityComparer.Instance);
        foreach (var (path, file) in files)
        {
            if (file is null) continue;
            var bytes = file.Save(out var refused);
            failed.UnionWith(refused);
            changes.Put(path, bytes);
        }

        foreach (var (path, done, edits) in made)
            if (edits.Any(failed.Contains)) Refused.Add(new($"{path}:{edits[0].Map.Source.Line}", $"not changed, since other lines would change with it: {done.Text}"));
        return [.. made.Where(m => !m.Edits.Any(failed.Contains)).Select(m => m.Done)];
    }
}
