using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Palabre.Diagnostics;
using Palabre.Site;

namespace Palabre.Disk;

/// <summary>
/// Leaves the files that are known to stand as they would be, renders every other one once, and stages those that are not in
/// the output yet: all in parallel, by index.
/// </summary>
/// <param name="folders">The number of each file's folder in the tree.</param>
/// <param name="isOwned">Whether Palabre is recorded to have written a path.</param>
internal sealed class Stager(
    OutputDisk disk, OutputTree tree, OutputFile[] files, int[] folders, Func<string, bool> isOwned, WriteOptions options)
{
    // Small, since one file may be a redirect and the next the whole sitemap.
    private const int Range = 16;

    // Folders are made when first needed. Two workers may both make one: that does no harm.
    private readonly bool[] isMade = new bool[tree.Count];
    private readonly ConcurrentQueue<Diagnostic> unreadable = [];
    private ExceptionDispatchInfo? thrown;
    private Diagnostic? refusal;
    private volatile bool stopped;

    /// <summary>What became of each file.</summary>
    internal StagedFile[] Staged { get; } = new StagedFile[files.Length];

    /// <summary>Sources that cannot be read: with any, nothing may be committed.</summary>
    internal IEnumerable<Diagnostic> Unreadable => unreadable;

    /// <summary>The first refusal of the disk, at which all workers stopped; null if all was rendered.</summary>
    internal Diagnostic? Refusal => refusal;

    /// <summary>Stops early if the disk refuses.</summary>
    /// <exception cref="OperationCanceledException">Like what a rendering throws, it comes as it is.</exception>
    internal void Run(CancellationToken cancel)
    {
        int[] all = [.. Enumerable.Range(0, files.Length)];
        InParallel(all, () => Recall, cancel);
        // Files of one time are made one after the other: what they share is at hand. The youngest come first, since what searches read
        // was gathered from the oldest on: its last texts are still there.
        InParallel([.. all.Where(i => Staged[i].Look is null).OrderBy(i => files[i].Near is null).ThenByDescending(i => files[i].Near?.Date ?? default)], Stage, cancel);
        thrown?.Throw();
    }

    /// <param name="work">Gives what one thread does with the position of each file.</param>
    private void InParallel(int[] order, Func<Action<int>> work, CancellationToken cancel)
    {
        if (stopped) return;
        var (jobs, next) = (Math.Max(1, options.Jobs), 0);
        Parallel.For(0, jobs, new ParallelOptions { MaxDegreeOfParallelism = jobs }, _ =>
        {
            var one = work();
            for (int start; !stopped && (start = Interlocked.Add(ref next, Range) - Range) < order.Length;)
                for (var i = start; !stopped && i < Math.Min(start + Range, order.Length); i++) Do(one, order[i], cancel);
        });
    }

    private void Recall(int i)
    {
        if (options.Known(files[i]) is not { } known || tree.StandingOf(folders[i]) != Standing.Folder) return;
        if (FileLook.At(disk.Full(files[i].Path)) != known.Look) return;
        Staged[i] = new(files[i].Path, folders[i], Fate.Unchanged, known.Digest, known.Look);
    }

    private Action<int> Stage()
    {
        var worker = new StageWorker(disk, options, isOwned);
        return i =>
        {
            var standing = tree.StandingOf(folders[i]);
            var (fate, digest) = worker.Stage(files[i], standing == Standing.Folder, () => MakeFolder(folders[i]));
            Staged[i] = new(files[i].Path, folders[i], fate, digest, null);
        };
    }

    private void Do(Action<int> work, int i, CancellationToken cancel)
    {
        try
        {
            cancel.ThrowIfCancellationRequested();
            work(i);
        }
        catch (SourceFault e)
        {
            unreadable.Enqueue(e.Problem);
        }
        catch (Exception e)
        {
            stopped = true;
            if (!DiskFault.Is(e)) Interlocked.CompareExchange(ref thrown, ExceptionDispatchInfo.Capture(e), null);
            else Interlocked.CompareExchange(ref refusal,
                Catalogue.CannotWrite(disk.At(files[i].Path), DiskFault.Reason(e)), null);
        }
    }

    private void MakeFolder(int folder)
    {
        if (isMade[folder]) return;
        disk.CreateFolder(disk.Staged(tree.PathOf(folder)));
        for (; folder >= 0 && !isMade[folder]; folder = tree.HolderOf(folder)) isMade[folder] = true;
    }
}

/// <summary>A file of the output, and what became of it.</summary>
/// <param name="Folder">The number of its folder in the tree.</param>
/// <param name="Digest">Of what it is to hold.</param>
/// <param name="Look">How it looks, if it was known to stand; null of what was rendered.</param>
internal readonly record struct StagedFile(string Path, int Folder, Fate Fate, Digest Digest, FileLook? Look);
