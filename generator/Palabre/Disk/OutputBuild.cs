using Palabre.Diagnostics;
using Palabre.Site;

namespace Palabre.Disk;

/// <summary>One build into an output folder that it holds: read the record, stage, plan, commit.</summary>
/// <param name="files">Ordinal by path, and sound.</param>
internal sealed class OutputBuild(OutputDisk disk, OutputSession session, OutputFile[] files, WriteOptions options)
{
    private readonly List<Diagnostic> diagnostics = [];
    private readonly OutputTree tree = new();
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
        var stale = StaleFiles();
        tree.Look(disk);

        var owned = new HashSet<string>(before.Lines.Select(line => line.Path), comparer);
        var stager = new Stager(disk, tree, files, folders, owned, options);
        stager.Run(cancel);
        if (stager.Refusal is not null) return WriteResult.Nothing([stager.Refusal]);
        diagnostics.AddRange(stager.Unreadable);

        var plan = Plan(stale, stager.Fates, neededFolders);
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

    /// <summary>Files of the old record that are no longer wanted, and the numbers of their folders, now in the tree.</summary>
    private List<(string Path, int Folder, Digest[] Recorded)> StaleFiles()
    {
        var wanted = new HashSet<string>(files.Select(file => file.Path), comparer);
        return [.. before.Lines.Where(line => !wanted.Contains(line.Path)).GroupBy(line => line.Path)
            .Select(lines => (lines.Key, tree.Add(lines.Key), lines.Select(line => line.Digest).ToArray()))];
    }

    private OutputPlan Plan(List<(string Path, int Folder, Digest[] Recorded)> stale, Fate[] fates, int neededFolders)
    {
        var plan = new OutputPlan(disk, tree);
        foreach (var (path, folder, recorded) in stale) plan.AddStale(path, folder, recorded);
        for (var i = 0; i < neededFolders; i++) plan.AddFolder(i);
        for (var i = 0; i < files.Length; i++) plan.AddFile(files[i].Path, fates[i]);
        return plan;
    }

    private WriteResult Commit(OutputPlan plan, Stager stager, int[] folders, int neededFolders)
    {
        session.Commit();
        (string Path, int Folder)[] staged = [.. Enumerable.Range(0, files.Length)
            .Where(i => stager.Fates[i] is Fate.Staged or Fate.OverFolder).Select(i => (files[i].Path, folders[i]))];
        RecordLine[] after = [.. files.Select((file, i) => new RecordLine(file.Path, stager.Digests[i]))];
        try
        {
            new OutputCommit(disk, tree, plan, before, recordBefore).Run(staged, after, neededFolders);
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            return WriteResult.Nothing([.. diagnostics, Catalogue.CommitStopped(disk.Location, DiskFault.Reason(e))]);
        }

        return new()
        {
            Committed = true, Written = staged.Length, Unchanged = files.Length - staged.Length, Deleted = plan.Deletions,
            Diagnostics = [.. diagnostics.Order(Diagnostic.BySource)],
        };
    }

    // Where case is ignored, the staging folder answers to another name too.
    private static StringComparer ComparerOf(OutputDisk disk) =>
        Directory.Exists(disk.Full(OutputPaths.Staging.ToUpperInvariant())) ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
}
