namespace Palabre.Disk;

/// <summary>Makes the output what was rendered, in an order in which it may be killed between any two steps.</summary>
internal sealed class OutputCommit(OutputDisk disk, OutputTree tree, OutputPlan plan, OutputRecord before, byte[] recordBefore)
{
    /// <summary>Runs to its end once begun; a record that is up to date, and a file that has nothing new, is not touched.</summary>
    /// <param name="staged">Each staged file and the number of its folder, ordinal by path.</param>
    /// <param name="after">All files of the output.</param>
    /// <param name="neededFolders">The number of folders in the tree that the output needs; those after are of stale files.</param>
    /// <exception cref="IOException">The disk refused half-way.</exception>
    internal void Run(IReadOnlyList<(string Path, int Folder)> staged, IReadOnlyList<RecordLine> after, int neededFolders)
    {
        var record = OutputRecord.Format(after);
        if (staged.Count + plan.Deletions > 0)
        {
            // From here on each file that we may find next time is in the record, with whatever it may hold.
            WriteRecord(OutputRecord.Format(OutputRecord.Union(before.Lines, after)));
            foreach (var path in plan.DeletedFirst) disk.DeleteFile(disk.Full(path));
            foreach (var path in plan.FoldersThatGiveWay) disk.DeleteIfEmpty(disk.Full(path));
            Move(staged);
            foreach (var path in plan.DeletedLast) disk.DeleteFile(disk.Full(path));
        }

        // Also of files that a killed build deleted: they are in the record still.
        for (var i = tree.Count - 1; i >= neededFolders; i--)
            if (tree.StandingOf(i) == Standing.Folder) disk.DeleteIfEmpty(disk.Full(tree.PathOf(i)));
        if (staged.Count + plan.Deletions > 0 || !record.SequenceEqual(recordBefore)) WriteRecord(record);
    }

    /// <summary>A folder that is new moves in one step with all that is in it: a first build moves a handful of folders.</summary>
    private void Move(IReadOnlyList<(string Path, int Folder)> staged)
    {
        var moved = new HashSet<int>();
        foreach (var (path, folder) in staged)
        {
            var missing = tree.OutermostMissing(folder);
            if (missing < 0) disk.MoveFile(disk.Staged(path), disk.Full(path));
            else if (moved.Add(missing)) disk.MoveFolder(disk.Staged(tree.PathOf(missing)), disk.Full(tree.PathOf(missing)));
        }
    }

    private void WriteRecord(ReadOnlySpan<byte> bytes)
    {
        var staged = disk.Staged(OutputPaths.Record);
        disk.WriteFile(staged, bytes);
        disk.MoveFile(staged, disk.Full(OutputPaths.Record));
    }
}
