using Palabre.Diagnostics;
using Palabre.Site;

namespace Palabre.Disk;

/// <summary>One build into an output folder that it holds: read the record, stage, plan, commit.</summary>
/// <param name="paths">Has looked at the paths of <paramref name="files"/>.</param>
/// <param name="files">All but those that come late; ordinal by path.</param>
internal sealed class OutputBuild(OutputDisk disk, OutputSession session, PathCheck paths, OutputFile[] files, WriteOptions options)
{
    private readonly List<Diagnostic> diagnostics = [];
    private readonly OutputTree tree = new(disk);
    private readonly StringComparer comparer = ComparerOf(disk);
    private byte[] recordBefore = [];
    private OutputRecord before = OutputRecord.Empty;

    private bool HasErrors => diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error);

    /// <inheritdoc cref="OutputFolder.Write"/>
    internal WriteResult Run(Func<bool> mayCommit, CancellationToken cancel)
    {
        ReadRecord();
        var isOwned = before.Owns(comparer);
        if (Stage(files, isOwned, cancel) is not { } first) return WriteResult.Nothing(diagnostics);
        OutputFile[] late = [.. options.Late().OrderBy(file => file.Path, StringComparer.Ordinal)];
        if (paths.Problems(late) is { Count: > 0 } problems) return WriteResult.Nothing(problems);
        if (Stage(late, isOwned, cancel) is not { } last) return WriteResult.Nothing(diagnostics);
        var all = ByPath(first, last);

        var neededFolders = tree.Count;
        var plan = Plan(all, neededFolders);
        diagnostics.AddRange(plan.Diagnostics);
        if (HasErrors || !mayCommit()) return WriteResult.Nothing(diagnostics);
        cancel.ThrowIfCancellationRequested();
        return Commit(plan, all, neededFolders);
    }

    /// <returns>Null, and a diagnostic, where the disk refuses.</returns>
    private StagedFile[]? Stage(OutputFile[] some, Func<string, bool> isOwned, CancellationToken cancel)
    {
        int[] folders = [.. some.Select(file => tree.Add(file.Path))];
        var stager = new Stager(disk, tree, some, folders, isOwned, options);
        stager.Run(cancel);
        if (stager.Refusal is { } refusal)
        {
            diagnostics.Clear(); // of the others none matters
            diagnostics.Add(refusal);
            return null;
        }

        diagnostics.AddRange(stager.Unreadable);
        return stager.Staged;
    }

    /// <summary>Both, each ordinal by path, as one.</summary>
    private static StagedFile[] ByPath(StagedFile[] some, StagedFile[] others)
    {
        if (others.Length == 0) return some;
        var all = new StagedFile[some.Length + others.Length];
        for (int i = 0, j = 0; i + j < all.Length;)
        {
            var isOther = i == some.Length || (j < others.Length && string.CompareOrdinal(others[j].Path, some[i].Path) < 0);
            all[i + j] = isOther ? others[j++] : some[i++];
        }

        return all;
    }

    private void ReadRecord()
    {
        if (disk.ObstacleTo(OutputPaths.Record) is { } obstacle)
        {
            diagnostics.Add(obstacle);
            return;
        }

        var file = new FileInfo(disk.Full(OutputPaths.Record));
        if (file is { Exists: true, Length: > 0 }) recordBefore = File.ReadAllBytes(file.FullName);
        var record = OutputRecord.Parse(recordBefore);
        if (record.IsOurs) before = record;
        else if (record.Lines.Count > 0) diagnostics.Add(Catalogue.ForeignFile(disk.At(OutputPaths.Record)));
        if (record.Damaged > 0) diagnostics.Add(Catalogue.RecordDamaged(disk.At(OutputPaths.Record), record.Damaged));
        if (recordBefore.Length == 0 && disk.HasVisibleFiles()) diagnostics.Add(Catalogue.RecordMissing(disk.Location));
    }

    private OutputPlan Plan(StagedFile[] all, int neededFolders)
    {
        var plan = new OutputPlan(disk, tree);
        foreach (var lines in before.NotIn(all, comparer).GroupBy(line => line.Path))
            plan.AddStale(lines.Key, tree.Add(lines.Key), [.. lines.Select(line => line.Digest)]);
        for (var i = 0; i < neededFolders; i++) plan.AddFolder(i);
        foreach (var file in all) plan.AddFile(file.Path, file.Fate);
        return plan;
    }

    private WriteResult Commit(OutputPlan plan, StagedFile[] all, int neededFolders)
    {
        StagedFile[] staged = [.. all.Where(file => file.Fate is Fate.Staged or Fate.OverFolder)];
        RecordLine[] after = [.. all.Select(file => new RecordLine(file.Path, file.Digest))];
        var commit = new OutputCommit(disk, tree, plan, neededFolders);
        commit.Stage(before, recordBefore, after, staged.Length > 0);
        session.Commit();
        try
        {
            commit.Run(staged);
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            return WriteResult.Nothing([.. diagnostics, Catalogue.CommitStopped(disk.Location, DiskFault.Reason(e))]);
        }

        options.Committed(all);
        return new()
        {
            Committed = true,
            Written = staged.Length,
            Unchanged = all.Length - staged.Length,
            Deleted = plan.Deletions,
            Diagnostics = [.. diagnostics.Order(Diagnostic.BySource)],
        };
    }

    // Where case is ignored, the staging folder answers to another name too.
    private static StringComparer ComparerOf(OutputDisk disk) =>
        Directory.Exists(disk.Full(OutputPaths.Staging.ToUpperInvariant())) ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
}
