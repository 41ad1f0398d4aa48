using System.Formats.Tar;

namespace Palabre.Disk;

/// <summary>Tells a file from what only stands in a folder like one.</summary>
internal static class EmptyFile
{
    // The type flags of a tar header (POSIX.1-1988, ustar) and where in it they stand.
    private const int TypeFlag = 156;

    // Of inode(7).
    private const int Pipe = 0x1000, Characters = 0x2000, Blocks = 0x6000, Socket = 0xC000;

    /// <summary>
    /// What an empty file really is, with its article; null if it is a file. To open a pipe would wait for a writer, and
    /// .NET tells the type of a file nowhere but in the header that it writes for a tape, for which it opens none, and
    /// which cannot hold each date and owner: so where the system can be asked, it is.
    /// Pipes, sockets and devices all have length 0, so this is asked of empty files only.
    /// </summary>
    internal static string? KindOf(string path)
    {
        if (LinuxFiles.TypeOf(path) is { } type)
            return type switch { Pipe => "a named pipe", Characters or Blocks => "a device", Socket => "a socket", _ => null };
        using var header = new MemoryStream();
        try
        {
            using var writer = new TarWriter(header, TarEntryFormat.Ustar, leaveOpen: true);
            writer.WriteEntry(path, "x");
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            return "a socket"; // which a tape cannot hold
        }
        catch (Exception e) when (DiskFault.Is(e) || e is ArgumentException)
        {
            return null; // reading it will tell
        }

        return (char)header.GetBuffer()[TypeFlag] switch { '6' => "a named pipe", '3' or '4' => "a device", _ => null };
    }
}
