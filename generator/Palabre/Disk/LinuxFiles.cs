using System.Runtime.InteropServices;
using System.Text;

namespace Palabre.Disk;

/// <summary>
/// Linux's own answers to how long and how old a file is, and what it holds. .NET gives the same, but asks for the user's id besides, locks
/// and unlocks, and makes four objects, for each of tens of thousands of files, in each build: it takes twice as long.
/// </summary>
/// <remarks>statx(2) alone has one layout on all processors. It came with Linux 4.11 and glibc 2.28: where it is not, .NET is asked.</remarks>
internal static class LinuxFiles
{
    // From linux/fcntl.h and linux/stat.h. Nobody is waited for here, if a pipe took the place of a file.
    private const int OpenToRead = 0x80000 /* O_CLOEXEC */ | 0x800 /* O_NONBLOCK */;
    private const int WorkingFolder = -100, NoFollow = 0x100, NoAutomount = 0x800;
    private const uint Type = 0x1, ModifiedTime = 0x40, Size = 0x200, Wanted = Type | ModifiedTime | Size;
    private const int TypeMask = 0xF000, Folder = 0x4000, Link = 0xA000;
    private const int NanosecondsPerTick = 100;

    // Of a longer path, which is rare, .NET is asked.
    private const int MostBytes = 1024;

    // What the system takes at most, with the zero at its end (PATH_MAX), times what IsNamed reckons for a character.
    private const int LongestPath = 3 * 4096;

    private static readonly Lazy<bool> IsThere = new(Probe);

    /// <summary>As <see cref="FileLook.At(string, string)"/>; null also where that has to be asked.</summary>
    internal static FileLook? At(ReadOnlySpan<char> prefix, ReadOnlySpan<char> path)
    {
        Span<byte> name = stackalloc byte[MostBytes];
        if (!IsThere.Value || !IsNamed(prefix, path, name)) return null;
        if (Ask(WorkingFolder, in name[0], NoFollow | NoAutomount, Wanted, out var status) != 0 || (status.Known & Wanted) != Wanted) return null;
        return (status.Mode & TypeMask) is Folder or Link ? null
            : new(status.Size, DateTime.UnixEpoch.Ticks + (status.Seconds * TimeSpan.TicksPerSecond) + (status.Nanoseconds / NanosecondsPerTick));
    }

    /// <summary>What a path leads to, as the upper bits of its mode have it (inode(7)); null where .NET has to be asked.</summary>
    internal static int? TypeOf(string full)
    {
        Span<byte> name = stackalloc byte[LongestPath];
        if (!IsThere.Value || !IsNamed("", full, name) || Ask(WorkingFolder, in name[0], NoAutomount, Type, out var status) != 0 || (status.Known & Type) == 0) return null;
        return status.Mode & TypeMask;
    }

    /// <summary>Reads a file of a length that is known.</summary>
    /// <param name="bytes">Receives what it holds; of one byte more than that.</param>
    /// <returns>False where it has another length by now, cannot be read, or .NET has to be asked.</returns>
    internal static bool Read(string full, Span<byte> bytes)
    {
        Span<byte> name = stackalloc byte[MostBytes];
        if (!IsThere.Value || !IsNamed("", full, name)) return false;
        var file = Open(in name[0], OpenToRead);
        if (file < 0) return false;
        var read = Read(file, ref bytes[0], bytes.Length);
        return (Close(file), read) == (0, bytes.Length - 1);
    }

    /// <param name="name">Receives the path as the system wants it.</param>
    private static bool IsNamed(ReadOnlySpan<char> prefix, ReadOnlySpan<char> path, Span<byte> name)
    {
        if (Encoding.UTF8.GetMaxByteCount(prefix.Length + path.Length) >= name.Length) return false;
        var length = Encoding.UTF8.GetBytes(prefix, name);
        length += Encoding.UTF8.GetBytes(path, name[length..]);
        if (name[..length].Contains((byte)0)) return false; // it would end there
        name[length] = 0;
        return true;
    }

    private static bool Probe()
    {
        if (!OperatingSystem.IsLinux()) return false;
        try
        {
            ReadOnlySpan<byte> root = "/\0"u8;
            return Ask(WorkingFolder, in root[0], NoFollow, Wanted, out _) == 0;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "statx")]
    private static extern int Ask(int folder, in byte path, int flags, uint wanted, out Status status);

    [DllImport("libc", EntryPoint = "open")]
    private static extern int Open(in byte path, int flags);

    [DllImport("libc", EntryPoint = "read")]
    private static extern nint Read(int file, ref byte bytes, nint count);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int file);

    /// <summary><c>struct statx</c>, of which these are read.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private readonly struct Status
    {
        [FieldOffset(0)]
        internal readonly uint Known;

        [FieldOffset(28)]
        internal readonly ushort Mode;

        [FieldOffset(40)]
        internal readonly long Size;

        [FieldOffset(112)]
        internal readonly long Seconds;

        [FieldOffset(120)]
        internal readonly uint Nanoseconds;
    }
}
