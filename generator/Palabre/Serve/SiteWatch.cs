using System.Threading.Channels;
using Palabre.Disk;

namespace Palabre.Serve;

/// <summary>Hears from the system what changes in a site's folders.</summary>
internal sealed class SiteWatch(DirectoryInfo root) : IDisposable
{
    /// <summary>Editors save in several steps; this long after the last of them, the change is taken to be whole.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(12);

    /// <summary>However busy the disk is, changes are shown after this.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(150);

    private readonly Channel<string?> heard = Channel.CreateUnbounded<string?>(new() { SingleReader = true });
    private readonly Dictionary<(string Folder, bool IsDeep), FileSystemWatcher> watchers = [];
    private string[] folders = [];

    /// <summary>Why the system does not tell of everything, so that it is of no use; null as long as it does.</summary>
    internal string? Fault { get; private set; }

    /// <summary>Watches these folders from now on, those that do not exist yet as soon as they do.</summary>
    /// <param name="wanted">From the site's folder, with '/'.</param>
    internal void Watch(IReadOnlyList<string> wanted)
    {
        folders = [.. wanted];
        // A folder is watched with all that is in it; each one above, for the coming and going of the next.
        var keys = new HashSet<(string, bool)>();
        foreach (var folder in wanted)
        {
            if (Directory.Exists(Full(folder))) keys.Add((folder, true));
            for (var above = Above(folder); above is not null; above = Above(above))
                if (Directory.Exists(Full(above))) keys.Add((above, false));
        }

        foreach (var key in watchers.Keys.Except(keys).ToArray()) Drop(key);
        try
        {
            foreach (var key in keys.Except(watchers.Keys).ToArray()) watchers.Add(key, Watcher(key.Item1, key.Item2));
        }
        catch (Exception e) when (e is IOException or ArgumentException or PlatformNotSupportedException)
        {
            // The system watches no more folders, or one went away between two lines.
            if (e is not ArgumentException) Fault = e.Message;
            heard.Writer.TryWrite(null);
        }
    }

    /// <summary>Waits for a change, and for the others that belong to it.</summary>
    internal async Task<SiteChanges> Next(CancellationToken cancel)
    {
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        var isAll = !Take(await heard.Reader.ReadAsync(cancel), paths);
        var latest = DateTime.UtcNow + Longest;
        while (DateTime.UtcNow < latest)
        {
            using var quiet = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            quiet.CancelAfter(Quiet);
            try
            {
                isAll |= !Take(await heard.Reader.ReadAsync(quiet.Token), paths);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                break;
            }
        }

        return new(paths, isAll);
    }

    /// <summary>Has everything looked at once more, a little later: in a folder that is new, files may come before the
    /// system watches it.</summary>
    internal void LookAgainLater(CancellationToken cancel) => _ = Task.Delay(TimeSpan.FromMilliseconds(250), cancel)
        .ContinueWith(_ => heard.Writer.TryWrite(null), cancel, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);

    public void Dispose()
    {
        foreach (var watcher in watchers.Values) watcher.Dispose();
        watchers.Clear();
    }

    /// <returns>False where what was heard may be anything.</returns>
    private static bool Take(string? path, SortedSet<string> paths)
    {
        if (path is null) return false;
        paths.Add(path);
        return true;
    }

    private FileSystemWatcher Watcher(string folder, bool isDeep)
    {
        var watcher = new FileSystemWatcher(Full(folder))
        {
            IncludeSubdirectories = isDeep,
            InternalBufferSize = 64 << 10,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        watcher.Changed += (_, e) => Hear(e.FullPath);
        watcher.Created += (_, e) => Hear(e.FullPath);
        watcher.Deleted += (_, e) => Hear(e.FullPath);
        watcher.Renamed += (_, e) =>
        {
            Hear(e.OldFullPath);
            Hear(e.FullPath);
        };
        watcher.Error += (_, e) =>
        {
            if (e.GetException() is not InternalBufferOverflowException and var fault) Fault = fault.Message;
            heard.Writer.TryWrite(null);
        };
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private void Hear(string fullPath)
    {
        var path = Path.GetRelativePath(root.FullName, fullPath).Replace('\\', '/');
        // What was watched may be gone, or be another folder of the same name by now.
        if (folders.Any(folder => SourceNames.IsWithin(folder, path))) heard.Writer.TryWrite(null);
        else if (folders.Any(folder => SourceNames.IsWithin(path, folder))) heard.Writer.TryWrite(path);
    }

    /// <summary>Forgets what it watches, so that folders that were replaced are watched anew.</summary>
    internal void Forget()
    {
        foreach (var key in watchers.Keys.ToArray()) Drop(key);
    }

    private void Drop((string, bool) key)
    {
        watchers[key].Dispose();
        watchers.Remove(key);
    }

    /// <summary>The folder above; "" above the outermost, null above the site's own.</summary>
    private static string? Above(string folder) =>
        folder.Length == 0 ? null : folder.LastIndexOf('/') is > 0 and var end ? folder[..end] : "";

    private string Full(string folder) => Path.Join(root.FullName, folder);
}
