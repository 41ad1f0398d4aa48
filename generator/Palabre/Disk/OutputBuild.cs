using Palabre.Diagnostics;
using Palabre.Site;

namespace Palabre.Disk;

/// <summary>One build into an output folder that it holds: read the record, stage, plan, commit.</summary>
/// <param name="files">Ordinal by path, and sound.</param>
internal sealed class OutputBuild(OutputDisk disk, OutputSession session, OutputFile[] files, WriteOptions options)
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
        int[] folders = [.. files.Select(file => tree.Add(file.Path))];
        var neededFolders = tree.Count;
        var stager = new Stager(disk, tree, files, folders, before.Owns(comparer), options);
        stager.Run(cancel);
        if (stager.Refusal is not null) return WriteResult.Nothing([stager.Refusal]);
        diagnostics.AddRange(stager.Unreadable);

        var plan = Plan(stager.Fates, neededFolders);
        diagnostics.AddRange(plan.Diagnostics);
        if (HasErrors || !mayCommit()) return WriteResult.Nothing(diagnostics);
        cancel.ThrowIfCancellationRequested();
        return Commit(plan, stager, folders, neededFolders);
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

    private OutputPlan Plan(Fate[] fates, int neededFolders)
    {
        var plan = new OutputPlan(disk, tree);
        foreach (var lines in before.NotIn(files, comparer).GroupBy(line => line.Path))
            plan.AddStale(lines.Key, tree.Add(lines.Key), [.. lines.Select(line => line.Digest)]);
        for (var i = 0; i < neededFolders; i++) plan.AddFolder(i);
        for (var i = 0; i < files.Length; i++) plan.AddFile(files[i].Path, fates[i]);
        return plan;
    }

    private WriteResult Commit(OutputPlan plan, Stager stager, int[] folders, int neededFolders)
    {
        (string Path, int Folder)[] staged = [.. Enumerable.Range(0, files.Length)
            .Where(i => stager.Fates[i] is Fate.Staged or Fate.OverFolder).Select(i => (files[i].Path, folders[i]))];
        RecordLine[] after = [.. files.Select((file, i) => new RecordLine(file.Path, stager.Digests[i]))];
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

        options.Committed(after, stager.Looks);
        return new()
        {
            Committed = true,
            Written = staged.Length,
            Unchanged = files.Length - staged.Length,
            Deleted = plan.Deletions,
            Diagnostics = [.. diagnostics.Order(Diagnostic.BySource)],
        };
    }

    // Where case is ignored, the staging folder answers to another name too.
    private static StringComparer ComparerOf(OutputDisk disk) =>
        Directory.Exists(disk.Full(OutputPaths.Staging.ToUpperInvariant())) ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
}
