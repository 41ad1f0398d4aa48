using Palabre.Diagnostics;

namespace Palabre.Disk;

/// <summary>
/// One build's hold on an output folder: the folder itself, the lock, an empty staging folder. At its end the staging folder
/// is gone, and if nothing was committed, so is all else that it made.
/// </summary>
internal sealed class OutputSession : IDisposable
{
    private readonly OutputDisk disk;
    private readonly List<string> made;
    private OutputMark? mark;

    private OutputSession(OutputDisk disk, List<string> made) => (this.disk, this.made) = (disk, made);

    /// <param name="problem">Why there is none.</param>
    /// <exception cref="IOException">The disk refuses; nothing is left behind.</exception>
    internal static OutputSession? Open(OutputDisk disk, out Diagnostic? problem)
    {
        var session = new OutputSession(disk, Missing(disk.Folder));
        try
        {
            if (session.made.Count > 0) disk.CreateFolder(disk.Folder);
            session.mark = OutputMark.Take(disk, out problem);
            if (session.mark is not null) problem = session.Stage();
            if (problem is null) return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }

        session.Dispose();
        return null;
    }

    /// <summary>From here on the folder holds a site, though maybe in part.</summary>
    internal void Commit()
    {
        mark!.Keep = true;
        made.Clear();
    }

    /// <summary>Never fails for the disk's sake: the next build removes what this one could not.</summary>
    public void Dispose()
    {
        if (mark is null) // another build may be at work in the staging folder
        {
            DiskFault.Ignore(RemoveMade);
            return;
        }

        using (mark) DiskFault.Ignore(() => disk.DeleteTree(disk.Staged("")));
        DiskFault.Ignore(RemoveMade);
    }

    private Diagnostic? Stage()
    {
        if (Standings.Of(disk.Full(OutputPaths.Staging)) == Standing.File)
            return Catalogue.ForeignFile(disk.At(OutputPaths.Staging));
        if (Standings.Of(disk.Full(OutputPaths.Staging)) == Standing.Link)
            return Catalogue.LinkInTheWay(disk.At(OutputPaths.Staging));
        disk.DeleteTree(disk.Staged("")); // of a build that was killed
        disk.CreateFolder(disk.Staged(""));
        return null;
    }

    private void RemoveMade()
    {
        foreach (var folder in made) disk.DeleteIfEmpty(folder);
    }

    /// <summary>A folder and those that hold it, as far as they do not exist; innermost first.</summary>
    private static List<string> Missing(string folder)
    {
        var missing = new List<string>();
        for (var at = folder; at is not null && !Path.Exists(at); at = Path.GetDirectoryName(at)) missing.Add(at);
        return missing;
    }
}
