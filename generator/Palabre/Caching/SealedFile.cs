using System.Security.Cryptography;
using Palabre.Disk;

namespace Palabre.Caching;

/// <summary>
/// A file where others may write: sealed (HMAC-SHA-256, RFC 2104) and replaced in one step. What was cut, changed, or made by
/// others is as good as not there.
/// </summary>
/// <param name="magic">What it begins with. The seal covers it, so that no file of one kind passes for one of another.</param>
internal sealed class SealedFile(string full, ReadOnlyMemory<byte> magic, byte[] key)
{
    /// <summary>Null if there is none that can be believed.</summary>
    internal ReadOnlyMemory<byte>? Read()
    {
        try
        {
            if (Standings.Of(full) != Standing.File || new FileInfo(full).Length == 0) return null;
            ReadOnlyMemory<byte> bytes = File.ReadAllBytes(full);
            var at = magic.Length + HMACSHA256.HashSizeInBytes;
            if (bytes.Length < at || !bytes.Span.StartsWith(magic.Span)) return null;
            if (!CryptographicOperations.FixedTimeEquals(Seal(bytes[at..]), bytes.Span[magic.Length..at])) return null;
            return bytes[at..];
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            return null;
        }
    }

    /// <summary>The folder must be there.</summary>
    internal void Write(ReadOnlyMemory<byte> bytes)
    {
        var staged = $"{full}.{Environment.ProcessId}";
        File.Delete(staged);
        try
        {
            Create(staged, [magic, Seal(bytes), bytes]);
            File.Move(staged, full, overwrite: true);
        }
        finally
        {
            File.Delete(staged);
        }
    }

    /// <summary>Writes a file that is not there yet; not through a link, which whoever put files into the site may have left.</summary>
    internal static void Create(string full, IReadOnlyList<ReadOnlyMemory<byte>> bytes)
    {
        using var handle = File.OpenHandle(full, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        RandomAccess.Write(handle, bytes, 0);
    }

    private byte[] Seal(ReadOnlyMemory<byte> bytes)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(magic.Span);
        hash.AppendData(bytes.Span);
        return hash.GetHashAndReset();
    }
}
