namespace Palabre.Disk;

/// <summary>Makes the output what was rendered, in an order in which it may be killed between any two steps.</summary>
/// <param name="neededFolders">The number of folders in the tree that the output needs; those after are of stale files.</param>
internal sealed class OutputCommit(OutputDisk disk, OutputTree tree, OutputPlan plan, int neededFolders)
{
    private bool changesFiles, changesRecord;

    /// <summary>Stages the records too: from then on the commit only renames and deletes, for which a full disk has room.</summary>
    /// <param name="before">The old record and its bytes: it is not touched if the new one is the same.</param>
    /// <param name="after">All files of the output, ordinal by path.</param>
    /// <exception cref="IOException">The disk refuses; nothing has changed.</exception>
    internal void Stage(OutputRecord before, ReadOnlySpan<byte> bytesBefore, IReadOnlyList<RecordLine> after, bool hasStaged)
    {
        var record = OutputRecord.Format(after);
        changesFiles = hasStaged || plan.Deletions > 0;
        changesRecord = changesFiles || !record.SequenceEqual(bytesBefore);
        if (changesRecord) disk.WriteFile(disk.Staged(OutputPaths.Record), record);
        if (!changesFiles) return;
        var union = before.Lines.Count == 0 ? record : OutputRecord.Format(OutputRecord.Union(before.Lines, after));
        disk.WriteFile(disk.Staged(OutputPaths.Union), union);
    }

    /// <summary>Runs to its end once begun.</summary>
    /// <param name="staged">Those that stand in the staging folder.</param>
    /// <exception cref="IOException">The disk refused half-way.</exception>
    internal void Run(IReadOnlyList<StagedFile> staged)
    {
        if (changesFiles)
        {
            // From here on each file that the next build may find is in the record, with whatever it may hold.
            disk.MoveFile(disk.Staged(OutputPaths.Union), disk.Full(OutputPaths.Record));
            foreach (var path in plan.DeletedFirst) disk.DeleteFile(disk.Full(path));
            foreach (var path in plan.FoldersThatGiveWay) disk.DeleteIfEmpty(disk.Full(path));
            Move(staged);
            foreach (var path in plan.DeletedLast) disk.DeleteFile(disk.Full(path));
        }

        // Also of files that a killed build deleted: they are in the record still.
        for (var i = tree.Count - 1; i >= neededFolders; i--)
            if (tree.StandingOf(i) == Standing.Folder) disk.DeleteIfEmpty(disk.Full(tree.PathOf(i)));
        if (changesRecord) disk.MoveFile(disk.Staged(OutputPaths.Record), disk.Full(OutputPaths.Record));
    }

    /// <summary>A folder that is new moves in one step with all that is in it: a first build moves a handful of folders.</summary>
    private void Move(IReadOnlyList<StagedFile> staged)
    {
        var moved = new HashSet<int>();
        foreach (var file in staged)
        {
            var missing = tree.OutermostMissing(file.Folder);
            if (missing < 0) disk.MoveFile(disk.Staged(file.Path), disk.Full(file.Path));
            else if (moved.Add(missing)) disk.MoveFolder(disk.Staged(tree.PathOf(missing)), disk.Full(tree.PathOf(missing)));
        }
    }
}
