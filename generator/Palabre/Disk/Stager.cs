using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Palabre.Diagnostics;
using Palabre.Site;

namespace Palabre.Disk;

/// <summary>Renders every file once, and stages those that are not in the output yet: all in parallel, by index.</summary>
/// <param name="files">Ordinal by path.</param>
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
    private int next;

    // Files of one time are made one after the other: what they share is at hand.
    private readonly int[] order = [.. Enumerable.Range(0, files.Length).OrderBy(i => files[i].When is null).ThenBy(i => files[i].When?.Invoke() ?? default)];

    internal Fate[] Fates { get; } = new Fate[files.Length];

    /// <summary>Of what each file is to hold; of no meaning for a source that cannot be read.</summary>
    internal Digest[] Digests { get; } = new Digest[files.Length];

    /// <summary>Sources that cannot be read: with any, nothing may be committed.</summary>
    internal IEnumerable<Diagnostic> Unreadable => unreadable;

    /// <summary>The first refusal of the disk, at which all workers stopped; null if all was rendered.</summary>
    internal Diagnostic? Refusal => refusal;

    /// <summary>Stops early if the disk refuses.</summary>
    /// <exception cref="OperationCanceledException">Like what a rendering throws, it comes as it is.</exception>
    internal void Run(CancellationToken cancel)
    {
        var jobs = Math.Max(1, options.Jobs);
        Parallel.For(0, jobs, new ParallelOptions { MaxDegreeOfParallelism = jobs }, _ => Work(cancel));
        thrown?.Throw();
    }

    private void Work(CancellationToken cancel)
    {
        var worker = new StageWorker(disk, options, isOwned);
        for (int start; !stopped && (start = Interlocked.Add(ref next, Range) - Range) < files.Length;)
            for (var i = start; !stopped && i < Math.Min(start + Range, files.Length); i++) Stage(worker, order[i], cancel);
    }

    private void Stage(StageWorker worker, int i, CancellationToken cancel)
    {
        try
        {
            cancel.ThrowIfCancellationRequested();
            var standing = tree.StandingOf(folders[i]);
            (Fates[i], Digests[i]) = worker.Stage(files[i], standing == Standing.Folder, () => MakeFolder(folders[i]));
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
