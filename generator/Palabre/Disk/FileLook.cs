namespace Palabre.Disk;

/// <summary>How long and how old a file is: a change that shows in neither is taken for none.</summary>
/// <param name="Stamp">Another one as soon as the file was written to; it has no meaning besides.</param>
internal readonly record struct FileLook(long Length, long Stamp)
{
    /// <summary>One question to the disk; null where there is no file, or a link.</summary>
    internal static FileLook? At(string full) => At("", full);

    /// <inheritdoc cref="At(string)"/>
    /// <param name="prefix">What stands before each of many paths.</param>
    internal static FileLook? At(string prefix, string path) => LinuxFiles.At(prefix, path) ?? Asked(prefix + path);

    /// <summary>The same, of .NET alone.</summary>
    internal static FileLook? Asked(string full)
    {
        var place = new FileInfo(full);
        return Standings.Of(place) == Standing.File ? Of(place) : null;
    }

    /// <summary>Of a file that was looked at: as it was at that moment.</summary>
    internal static FileLook Of(FileInfo place) => new(place.Length, place.LastWriteTimeUtc.Ticks);
}

/// <summary>What stands in the output and is what would be written.</summary>
internal readonly record struct KnownFile(FileLook Look, Digest Digest);
