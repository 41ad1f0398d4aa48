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

    /// <summary>Where the site's folder stands: another may take its place.</summary>
    private const string Outside = "..";

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
        // A folder is watched with all that is in it; each one above, the site's own and that around it too, for the coming
        // and going of the next.
        var keys = new HashSet<(string, bool)>();
        foreach (var folder in wanted)
        {
            if (Directory.Exists(Full(folder))) keys.Add((folder, true));
            for (var above = Above(folder); above is not null; above = Above(above))
                if (Directory.Exists(Full(above))) keys.Add((above, false));
        }

        foreach (var key in watchers.Keys.Except(keys).ToArray()) Drop(key);
        foreach (var key in keys.Except(watchers.Keys).ToArray()) Add(key);
    }

    /// <summary>Waits for a change, and for the others that belong to it.</summary>
    internal async Task<HeardChanges> Next(CancellationToken cancel)
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

    private void Add((string Folder, bool IsDeep) key)
    {
        try
        {
            watchers.Add(key, Watcher(key.Folder, key.IsDeep));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or PlatformNotSupportedException)
        {
            // The folder around may be nobody's to read. Else the system watches no more folders, or one went away between two lines.
            if (key.Folder == Outside) return;
            if (e is not ArgumentException) Fault = e.Message;
            heard.Writer.TryWrite(null);
        }
    }

    private FileSystemWatcher Watcher(string folder, bool isDeep)
    {
        const NotifyFilters Names = NotifyFilters.FileName | NotifyFilters.DirectoryName;
        var watcher = new FileSystemWatcher(Full(folder))
        {
            Filter = folder == Outside ? root.Name : "*",
            IncludeSubdirectories = isDeep,
            InternalBufferSize = 64 << 10,
            NotifyFilter = folder == Outside ? Names : Names | NotifyFilters.LastWrite | NotifyFilters.Size,
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
        if (path == "." || folders.Any(folder => SourceNames.IsWithin(folder, path))) heard.Writer.TryWrite(null);
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

    /// <summary>The folder above; "" above the outermost, null above <see cref="Outside"/>.</summary>
    private static string? Above(string folder) => folder switch
    {
        Outside => null,
        "" => Outside,
        _ => folder.LastIndexOf('/') is > 0 and var end ? folder[..end] : "",
    };

    private string Full(string folder) => Path.GetFullPath(folder, root.FullName);
}
